// Support: nothing here sends anything, and the page says so.

import Bridge
import SwiftUI

struct SupportScreen: View {
    @State var model: SupportModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { drawn in
            let support = drawn.support
            Page(texts(SupportText.title)) {
                Words(texts(SupportText.invite))
                Note(support.notSent)
                if !support.askedFor.isEmpty { Heading(texts(SupportText.asked)) }
                ForEach(support.askedFor) { RequestSheet(model: model, request: $0, states: drawn.states) }
                AddForm(
                    texts(SupportText.own), form: SupportModel.own, isReady: Pen(here).text(SupportModel.own, "words") != nil,
                    keep: texts(SupportText.note), isMain: true, onKeep: { _ in model.ask(SupportModel.own) }
                ) {
                    FormBox(texts(SupportText.what), box: SupportModel.own + "words", lines: 2)
                    FormBox(texts(SupportText.of), box: SupportModel.own + "of")
                }
                Near(model: model, entries: support.nearMe)
                ForEach(support.menu, id: \.heading) { group in
                    Heading(group.heading)
                    ForEach(group.items) { item in
                        Sheet {
                            Heading(item.name)
                            Plain(item.about)
                            Ask(model: model, form: "new-request/\(item.id)/", about: item.name) { model.ask($0, item: item.id) }
                        }
                    }
                }
                Budgets(model: model, budgets: support.budgets)
            }
        }
    }
}

private struct RequestSheet: View {
    let model: SupportModel, request: Request, states: [Choice]

    var body: some View {
        let texts = model.here.texts
        let pen = Pen(model.here)
        let (state, promise) = (model.stateForm(request), model.promiseForm(request))
        Sheet {
            Words(request.what)
            Small(request.asked)
            Notes(request.notes)
            FieldWords(texts(SupportText.state), request.state, at: Spot("request", request.id, "state"))
            if let promised = request.promise {
                Plain(promised.whoBy)
                Small(promised.state)
            }
            AddForm(
                texts(SupportText.stateChange), form: state, isReady: pen.text(state, "state") != nil,
                said: "\(texts(SupportText.stateChange)): \(request.what)", onKeep: { _ in model.keepState(request) }
            ) {
                FormChoices(texts(SupportText.state), states, box: state + "state")
                if let trouble = pen.trouble(state + "state") { TroubleLine(trouble) }
            }
            if request.promise == nil {
                AddForm(
                    texts(SupportText.promised), form: promise, isReady: pen.text(promise, "who") != nil,
                    said: "\(texts(SupportText.promised)): \(request.what)", onKeep: { _ in model.promised(request) }
                ) {
                    FormBox(texts(SupportText.promisedWho), box: promise + "who")
                    DayBoxes(texts(SupportText.promisedBy), box: promise + "by")
                }
            }
            Written(texts(SupportText.came), request.note, at: Spot("request", request.id, "note"))
            OnlyMe(request.onlyMe) { pen.onlyMe("request", request.id, $0) }
            RemoveButton("request", request.id, about: request.what)
        }
    }
}

private struct Near: View {
    let model: SupportModel, entries: [SupportEntry]

    var body: some View {
        let texts = model.here.texts
        let form = SupportModel.near
        Heading(texts(SupportText.near))
        if entries.isEmpty { Plain(texts(SupportText.nearNone)) }
        ForEach(entries) { entry in
            let name = entry.name.versions.map(\.text).joined(separator: " / ")
            Sheet {
                Unsettled(entry.unsettled, "support", entry.id)
                Written(texts(SupportText.nearName), entry.name, at: Spot("support", entry.id, "name"), lines: 1)
                Written(texts(SupportText.nearAbout), entry.about, at: Spot("support", entry.id, "about"))
                Written(texts(SupportText.nearContact), entry.contact, at: Spot("support", entry.id, "contact"), lines: 1)
                Ask(model: model, form: "new-request/near/\(entry.id)/", about: name) { model.ask($0, entry: entry.id) }
                OnlyMe(entry.onlyMe) { Pen(model.here).onlyMe("support", entry.id, $0) }
                RemoveButton("support", entry.id, about: name)
            }
        }
        AddForm(
            texts(SupportText.nearAdd), form: form, isReady: Pen(model.here).text(form, "name") != nil, onKeep: { _ in model.keepNear() }
        ) {
            FormBox(texts(SupportText.nearName), box: form + "name")
            FormBox(texts(SupportText.nearAbout), box: form + "about", lines: 2)
            FormBox(texts(SupportText.nearContact), box: form + "contact")
        }
    }
}

/// "I asked for this": whom, where the person says.
private struct Ask: View {
    let model: SupportModel, form: String, about: String
    let ask: @MainActor (String) -> Void

    var body: some View {
        let texts = model.here.texts
        AddForm(
            texts(SupportText.ask), form: form, isReady: true, keep: texts(SupportText.note), said: "\(texts(SupportText.ask)): \(about)",
            onKeep: { _ in ask(form) }
        ) {
            FormBox(texts(SupportText.of), box: form + "of")
        }
    }
}

private struct Budgets: View {
    let model: SupportModel, budgets: [Budget]

    var body: some View {
        let texts = model.here.texts
        let form = SupportModel.budget
        Heading(texts(SupportText.budget))
        ForEach(budgets) { budget in
            Sheet {
                Notes(budget.notes)
                Written(texts(SupportText.budgetAmount), budget.amount, at: Spot("budget", budget.id, "amount"), lines: 1)
                Written(texts(SupportText.budgetFor), budget.forWhat, at: Spot("budget", budget.id, "for_what"))
                Written(texts(SupportText.budgetReview), budget.review, at: Spot("budget", budget.id, "review", isDay: true))
                Written(texts(SupportText.budgetBy), budget.reviewBy, at: Spot("budget", budget.id, "review_by"), lines: 1)
                OnlyMe(budget.onlyMe) { Pen(model.here).onlyMe("budget", budget.id, $0) }
                RemoveButton("budget", budget.id, about: budget.amount.versions.map(\.text).joined(separator: " / "))
            }
        }
        AddForm(
            texts(SupportText.budgetAdd), form: form, isReady: Pen(model.here).text(form, "amount") != nil, onKeep: { _ in model.keepBudget() }
        ) {
            FormBox(texts(SupportText.budgetAmount), box: form + "amount")
            FormBox(texts(SupportText.budgetFor), box: form + "for_what", lines: 2)
            DayBoxes(texts(SupportText.budgetReview), box: form + "review")
        }
    }
}
