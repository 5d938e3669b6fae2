// What we agree, and what stands after the visit.

import Bridge
import SwiftUI

/// Goals and actions, who promised what by when, when to look again, and that it was agreed. Every box may stay empty.
struct VisitAgreeScreen: View {
    @State var model: VisitAgreeModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            Page(texts(VisitsText.agree), under: texts(VisitsText.agreeUnder)) {
                Heading(texts(VisitsText.agreeGoals))
                if drawn.goals.isEmpty {
                    Invitation(texts(VisitsText.goalInvite), texts(VisitsText.goalWrite)) { model.newGoal() }
                } else {
                    ForEach(drawn.goals) { AgreeGoal(model: model, goal: $0) }
                    OtherButton(texts(VisitsText.goalNew)) { model.newGoal() }
                }
                PromisesInShort(promises: drawn.visit.promises)
                Sheet {
                    Heading(texts(VisitsText.promiseAsk))
                    let promise = model.form("promise")
                    AddForm(
                        texts(VisitsText.promiseNew), form: promise, isReady: PromiseBoxes.isReady(Pen(model.here), promise),
                        keep: texts(VisitsText.promiseKeep), onKeep: { _ in model.addPromise() }
                    ) { PromiseBoxes(form: promise) }
                }
                Sheet {
                    Heading(texts(VisitsText.lookAgain))
                    Plain(drawn.visit.reviewLine)
                    let review = model.form("review")
                    AddForm(texts(VisitsText.lookAgainWrite), form: review, isReady: true, onKeep: { _ in model.setReview() }) {
                        DayBoxes(texts(VisitsText.lookAgainOn), box: review + "on")
                        FormBox(texts(VisitsText.lookAgainOften), box: review + "interval")
                        FormBox(texts(VisitsText.lookAgainWho), box: review + "who")
                    }
                }
                AgreeWith(model: model, drawn: drawn)
            }
        }
    }
}

private struct AgreeGoal: View {
    let model: VisitAgreeModel, goal: Goal

    var body: some View {
        let texts = model.here.texts
        let form = model.form("action/" + goal.id)
        let on = model.isTicked(goal)
        Sheet {
            VisitTick(
                text: goal.words.versions.map(\.text).joined(separator: "\n"), on: on, isWords: true, under: [goal.importanceLine]
            ) { model.tick(goal, $0) }
            Notes(goal.words.notes)
            ForEach(goal.actions) { action in
                ForEach(Array(action.what.versions.enumerated()), id: \.offset) { VersionWords($0.element) }
                Notes(action.what.notes)
            }
            AgreementLines(agreements: goal.agreements)
            VisitForm(
                texts(VisitsText.actionNew), of: goal.words.inWords, form: form, isReady: Pen(model.here).text(form, "what") != nil,
                onKeep: { _ in model.addAction(goal) }
            ) {
                FormBox(texts(VisitsText.actionWhat), box: form + "what", lines: 2)
            }
        }
    }
}

private struct AgreeWith: View {
    let model: VisitAgreeModel, drawn: VisitAgreeModel.Drawn

    var body: some View {
        let here = model.here
        let texts = here.texts
        let form = model.form("with")
        Sheet {
            Heading(texts(VisitsText.agreeWith))
            AgreementLines(agreements: drawn.visit.agreements)
            FormBox(texts(VisitsText.agreeName), box: form + "name")
            FormBox(texts(VisitsText.agreeRole), box: form + "role")
            DayBoxes(texts(VisitsText.agreeOn), box: form + "on")
            Plain(texts(VisitsText.together))
            VisitPick(texts(VisitsText.together), name: "together", Replies.yesNo(here.said), chosen: model.together) { model.together = $0 }
            if model.together == nil {
                Small(here.said["scale-not-answered"])
            } else {
                QuietButton(here.said["scale-clear"]) { model.together = nil }
            }
            MainButton(texts(VisitsText.agreeKeep)) { model.agree(drawn) }
        }
    }
}

/// A promise as it is written: what, who, by when, and whether it is the person's own.
struct PromiseBoxes: View {
    let form: String
    @Environment(Here.self) private var here

    var body: some View {
        let texts = here.texts
        let isMine = Self.isMine(Pen(here), form)
        FormBox(texts(VisitsText.promiseWhat), box: form + "what", lines: 2)
        OnOff(texts(VisitsText.promiseMine), isMine) { here.drafts[form + "mine"] = $0 ? "yes" : "" }
        if !isMine { FormBox(texts(VisitsText.promiseWho), box: form + "who") }
        DayBoxes(texts(VisitsText.promiseBy), box: form + "by")
    }

    static func isMine(_ pen: Pen, _ form: String) -> Bool { pen.text(form, "mine") != nil }
    static func isReady(_ pen: Pen, _ form: String) -> Bool { pen.text(form, "what") != nil }
}

/// What was agreed, who promised what, and the same in short to paste into a record.
struct VisitAfterScreen: View {
    @State var model: VisitAfterModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            let visit = drawn.visit
            let summary = model.summary(drawn)
            Page(texts(VisitsText.after), under: Field.line(visit.whatFor, visit.with, visit.on)) {
                if visit.agreements.isEmpty && visit.goals.isEmpty && visit.promises.isEmpty {
                    Invitation(texts(VisitsText.afterInvite), texts(VisitsText.agree)) { model.agree() }
                }
                if !visit.agreements.isEmpty { Sheet { AgreementLines(agreements: visit.agreements) } }
                ForEach(visit.goals) { GoalInShort(goal: $0) }
                PromisesInShort(promises: visit.promises)
                Sheet {
                    Heading(texts(VisitsText.lookAgain))
                    Plain(visit.reviewLine)
                }
                OtherButton(texts(VisitsText.promises)) { model.promises() }
                Sheet(paper: \.sunk) {
                    Heading(texts(VisitsText.summary))
                    Small(texts(VisitsText.summaryUnder))
                    if let mood = visit.mood, mood.questions.contains(where: { !$0.kept.isEmpty }) {
                        VisitTick(text: texts(VisitsText.summaryMood), on: model.withMood, under: [mood.ownChoice]) { model.withMood = $0 }
                    }
                    Plain(summary.text).textSelection(.enabled).accessibilityIdentifier("summary")
                    if model.here.outside.copier != nil { MainButton(texts(VisitsText.summaryCopy)) { model.copy(summary.text) } }
                }
            }
        }
    }
}
