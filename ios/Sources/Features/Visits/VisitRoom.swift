// At the visit: one agenda, the page to show, the page for whoever is handed the phone.

import Bridge
import SwiftUI

/// One list for everything; what comes up by itself stands in it too.
struct VisitAgendaScreen: View {
    @State var model: VisitModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { visit in
            Page(texts(VisitsText.agenda), under: texts(VisitsText.agendaUnder)) {
                if visit.agenda.isEmpty {
                    Invitation(texts(VisitsText.agendaInvite), texts(VisitsText.questionsWrite)) { model.go("visit-questions") }
                } else {
                    Agenda(items: visit.agenda) { model.discussed($0, $1) }
                    OtherButton(texts(VisitsText.questionsWrite)) { model.go("visit-questions") }
                }
            }
        }
    }
}

private struct Agenda: View {
    let items: [AgendaItem]
    let act: @MainActor (String, Bool) -> Void
    @Environment(Here.self) private var here

    var body: some View {
        ForEach(headings, id: \.self) { heading in
            Sheet {
                Heading(heading)
                ForEach(items.filter { $0.heading == heading }, id: \.what) { item in
                    VisitTick(
                        text: item.line, on: item.discussed, state: here.texts(item.discussed ? VisitsText.talked : VisitsText.toTalk),
                        isWords: true, under: item.who
                    ) { act(item.what, $0) }
                }
            }
        }
    }

    private var headings: [String] {
        var seen = Set<String>()
        return items.map(\.heading).filter { seen.insert($0).inserted }
    }
}

/// The page to show: nothing of mood, nothing that is only the person's. What a guest wrote waits at its top.
struct VisitRoomScreen: View {
    @State var model: VisitRoomModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            Page(title(drawn.visit), under: Field.line(drawn.visit.with, drawn.visit.on)) {
                ForEach(drawn.guests) { Waiting(model: model, guest: $0) }
                Small(texts(VisitsText.roomNote))
                if let left = drawn.leftOut { Small(left) }
                if drawn.visit.coming.isAnswered {
                    Small(texts(VisitsText.coming))
                    ForEach(Array(drawn.visit.coming.versions.filter(\.answered).enumerated()), id: \.offset) { Words($0.element.text) }
                }
                Agenda(items: drawn.visit.agenda) { model.discussed($0, $1) }
                ForEach(drawn.visit.goals) { GoalInShort(goal: $0) }
                PromisesInShort(promises: drawn.visit.promises)
                MainButton(texts(VisitsText.handOver)) { model.isHandedOver = true }
                OtherButton(texts(VisitsText.agree)) { model.agree() }
            }
            // Over everything: whoever holds the phone reaches neither the plan nor the five places.
            .fullScreenCover(isPresented: Binding(get: { model.isHandedOver }, set: { model.isHandedOver = $0 })) {
                HandedOver(model: model).environment(model.here)
            }
        }
    }

    private func title(_ visit: Visit) -> String {
        visit.whatFor.only.flatMap { $0.answered ? $0.text : nil } ?? model.here.texts(VisitsText.room)
    }
}

/// What somebody wrote on this phone: in a dashed frame, until the person says.
private struct Waiting: View {
    let model: VisitRoomModel, guest: Guest

    var body: some View {
        let said = model.here.said
        SuggestionCard(line: guest.who, offered: guest.lines.joined(separator: "\n"), beside: said["visit-guest-waits"])
        if model.asking == guest.id {
            Note(said["suggestion-ask-again"])
            MainButton(said["suggestion-ask-again-yes"]) { model.accept(guest, sure: true) }
            OtherButton(said["suggestion-ask-again-no"]) { model.asking = nil }
        } else {
            OtherButton(said["visit-guest-accept"]) { model.accept(guest, sure: false) }
                .accessibilityLabel("\(said["visit-guest-accept"]): \(guest.lines.first ?? guest.who)")
            OtherButton(said["visit-guest-decline"]) { model.decline(guest) }
                .accessibilityLabel("\(said["visit-guest-decline"]): \(guest.lines.first ?? guest.who)")
        }
    }
}

/// The page for whoever holds the phone now: who they are, and what they write. Nothing of the plan is on it.
private struct HandedOver: View {
    let model: VisitRoomModel

    var body: some View {
        let texts = model.here.texts
        let form = model.form
        Page(texts(VisitsText.guestTitle), under: texts(VisitsText.guestUnder)) {
            FormBox(texts(VisitsText.guestName), box: form + "name")
            FormBox(texts(VisitsText.guestRole), box: form + "role")
            VisitPick(
                texts(VisitsText.guestSort), name: "guest",
                [Choice(word: "promise", said: texts(VisitsText.guestPromise)), Choice(word: "idea", said: texts(VisitsText.guestIdea))],
                chosen: model.sort
            ) { model.sort = $0 }
            FormBox(texts(VisitsText.guestWords), box: form + "words", lines: 2)
            if model.sort == "promise" { DayBoxes(texts(VisitsText.promiseBy), box: form + "by") }
            MainButton(texts(VisitsText.guestKeep)) { model.written() }.disabled(!model.isWhole)
            QuietButton(texts(VisitsText.guestBack)) { model.isHandedOver = false }
        }
        .interactiveDismissDisabled()
    }
}

/// A goal with what is done for it, and what was agreed of it.
struct GoalInShort: View {
    let goal: Goal

    var body: some View {
        Sheet {
            ForEach(Array(goal.words.versions.enumerated()), id: \.offset) { VersionWords($0.element) }
            Notes(goal.words.notes)
            Small(goal.importanceLine)
            ForEach(goal.actions) { action in
                ForEach(Array(action.what.versions.enumerated()), id: \.offset) { VersionWords($0.element) }
                Notes(action.what.notes)
                Small(action.confidenceLine)
            }
            AgreementLines(agreements: goal.agreements)
        }
    }
}

/// What was promised in a visit.
struct PromisesInShort: View {
    let promises: [Promise]
    @Environment(Here.self) private var here

    var body: some View {
        if !promises.isEmpty {
            Sheet {
                Heading(here.said["promise-title"])
                ForEach(promises) { promise in
                    ForEach(Array(promise.what.versions.enumerated()), id: \.offset) { Words($0.element.text) }
                    Notes(promise.what.notes)
                    Plain(promise.whoBy)
                    Small(promise.state)
                    WhoAndWhen(promise.what.versions.flatMap(\.who))
                }
            }
        }
    }
}

/// "Agreed with NAME, DATE", or that it changed since, with the words that were agreed.
struct AgreementLines: View {
    let agreements: [Agreement]
    var body: some View {
        ForEach(agreements) { agreement in
            if agreement.changed { Note(agreement.line) } else { Plain(agreement.line) }
            ForEach(Array(agreement.agreedWords.enumerated()), id: \.offset) { Words($0.element) }
        }
    }
}
