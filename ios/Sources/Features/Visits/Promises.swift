// Promises, theirs and mine; and what is to be looked at again.

import Bridge
import SwiftUI

struct PromisesScreen: View {
    @State var model: PromisesModel

    var body: some View {
        let texts = model.here.texts
        let form = PromisesModel.form
        DrawnFrom(model) { promises in
            Page(texts(VisitsText.promises)) {
                if promises.isEmpty && !model.isWriting {
                    Invitation(texts(VisitsText.promisesInvite), texts(VisitsText.promiseNew)) { model.open() }
                } else {
                    AddForm(
                        texts(VisitsText.promiseNew), form: form, isReady: PromiseBoxes.isReady(Pen(model.here), form),
                        keep: texts(VisitsText.promiseKeep), isMain: true, onKeep: { _ in model.add() }
                    ) { PromiseBoxes(form: form) }
                }
                group(VisitsText.promisesTheirs, promises.filter { !$0.mine })
                group(VisitsText.promisesMine, promises.filter(\.mine))
            }
        }
    }

    @ViewBuilder private func group(_ heading: VisitsText, _ promises: [Promise]) -> some View {
        if !promises.isEmpty {
            Heading(model.here.texts(heading))
            ForEach(promises) { PromiseSheet(model: model, promise: $0) }
        }
    }
}

private struct PromiseSheet: View {
    let model: PromisesModel, promise: Promise

    var body: some View {
        let here = model.here
        let pen = Pen(here)
        let form = model.form(promise)
        let button = here.texts(promise.open ? VisitsText.promiseCame : VisitsText.promiseChange)
        Sheet {
            FieldWords(nil, promise.what, at: Spot("promise", promise.id, "what"))
            Plain(promise.whoBy)
            if promise.lateDays != nil { Note(promise.state) } else { Small(promise.state) }
            if promise.onlyMe { Small(here.said["who-only-me"]) }
            if pen.isOpen(form) {
                Plain(button)
                VisitPick(button, name: "came", states(here.said), chosen: nil) { model.came(promise, $0) }
                QuietButton(here.texts(CoreText.leave)) { pen.leave(form) }
            } else {
                OtherButton(button) { pen.open(form) }.accessibilityLabel("\(button): \(promise.what.inWords)")
            }
        }
    }

    private func states(_ said: Said) -> [Choice] {
        [
            Choice(word: "done", said: said["promise-done"]), Choice(word: "not_available", said: said["promise-not-available"]),
            Choice(word: "no_longer_needed", said: said["promise-not-needed"]), Choice(word: "promised", said: said["promise-open"]),
        ]
    }
}

/// What is to be looked at again, when, and who sees to it; and what else in the plan has come to its day.
struct ReviewsScreen: View {
    @State var model: ReviewsModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        let form = ReviewsModel.form
        DrawnFrom(model) { drawn in
            Page(texts(VisitsText.reviews)) {
                if drawn.reviews.isEmpty && !model.isWriting {
                    Invitation(texts(VisitsText.reviewsInvite), texts(VisitsText.reviewNew)) { model.open() }
                } else {
                    AddForm(texts(VisitsText.reviewNew), form: form, isReady: model.sort != nil, isMain: true, onKeep: { _ in model.add() }) {
                        Plain(texts(VisitsText.reviewSort))
                        VisitPick(
                            texts(VisitsText.reviewSort), name: "sort",
                            ReviewsModel.sorts.map {
                                Choice(word: $0, said: here.said["choice-review-sort-" + $0.replacingOccurrences(of: "_", with: "-")])
                            },
                            chosen: model.sort
                        ) { model.sort = $0 }
                        if model.sort == "other" { FormBox(texts(VisitsText.reviewName), box: form + "name") }
                        DayBoxes(texts(VisitsText.lookAgainOn), box: form + "next")
                        FormBox(texts(VisitsText.lookAgainOften), box: form + "interval")
                        FormBox(texts(VisitsText.lookAgainWho), box: form + "who")
                    }
                }
                ForEach(drawn.reviews) { ReviewSheet(model: model, review: $0) }
                if !drawn.due.isEmpty {
                    Heading(texts(VisitsText.reviewsAlso))
                    ForEach(drawn.due) { one in
                        Sheet(paper: \.sunk) {
                            Heading(one.name)
                            Plain(one.line)
                        }
                    }
                }
            }
        }
    }
}

private struct ReviewSheet: View {
    let model: ReviewsModel, review: Review

    var body: some View {
        let here = model.here
        let texts = here.texts
        let form = model.form(review)
        Sheet {
            Heading(review.name)
            if review.lateDays != nil { Note(review.line) } else { Plain(review.line) }
            if !review.who.isEmpty { Plain(texts(VisitsText.reviewWho, review.who)) }
            VisitField(texts(VisitsText.reviewOften), review.interval, at: spot("interval"))
            if review.next.versions.count > 1 { FieldWords(texts(VisitsText.lookAgainOn), review.next, at: spot("next")) }
            VisitField(texts(VisitsText.reviewLast), review.done, at: spot("done"))
            VisitField(nil, review.note, at: spot("note"))
            Notes(review.notes)
            if review.onlyMe { Small(here.said["who-only-me"]) }
            VisitForm(texts(VisitsText.reviewDone), of: review.name, form: form, isReady: true, onKeep: { _ in model.done(review) }) {
                DayBoxes(texts(VisitsText.reviewDoneOn), box: form + "on")
                DayBoxes(texts(VisitsText.reviewDoneNext), box: form + "next")
            }
        }
    }

    private func spot(_ field: String) -> Spot { Spot("review", review.id, field) }
}
