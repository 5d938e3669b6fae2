// What others suggest, one by one.

import Bridge
import Observation
import SwiftUI

enum SuggestionsFeature: Feature {
    static let screens = [
        Screen("suggestions", .today) { here, _ in SuggestionsScreen(model: SuggestionsModel(here)) },
    ]
    static let said = [
        "suggestion-beside", "suggestion-accept", "suggestion-decline", "suggestion-accepted", "suggestion-declined",
        "suggestion-ask-again", "suggestion-ask-again-yes", "suggestion-ask-again-no",
        "visit-guest-waits", "visit-guest-accept", "visit-guest-decline", "visit-guest-accepted", "visit-guest-declined",
    ]
    static let texts: [any AppText.Type] = [SuggestionsText.self]
}

enum SuggestionsText: String, AppText {
    static let table = "Suggestions"
    case title, none, now, changed, about
}

@MainActor @Observable final class SuggestionsModel: Drawing {
    struct Drawn: Sendable {
        /// Changes of words that stand.
        let suggestions: [Suggestion]
        /// Whole entries that somebody wrote who held the phone.
        let guests: [Guest]
    }

    let here: Here
    var drawn: Result<Drawn, Fault>?
    /// What is asked a second time.
    var asking: String?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> Drawn {
        Drawn(suggestions: try await plan.suggestions(), guests: try await plan.guests())
    }

    func accept(_ one: Suggestion, sure: Bool) {
        accepting(one.id, said: ("suggestion-accepted", "done-undone"), undo: { try await $0.undoAccept(suggestion: one.id) }) {
            try await $0.accept(suggestion: one.id, sure: sure)
        }
    }

    func accept(_ one: Guest, sure: Bool) {
        // Taken back field by field it would wait as so many changes of nothing: it is removed whole.
        accepting(one.id, said: ("visit-guest-accepted", "done-removed"), undo: { try await $0.remove(kind: one.kind, id: one.id) }) {
            try await $0.acceptGuest(kind: one.kind, id: one.id, sure: sure)
        }
    }

    func decline(_ one: Suggestion) {
        here.act { [here] in
            try await $0.decline(suggestion: one.id)
            here.happened = Happened(here.said["suggestion-declined"])
        }
    }

    func decline(_ one: Guest) {
        here.act { [here] in
            try await $0.declineGuest(kind: one.kind, id: one.id)
            here.happened = Happened(here.said["visit-guest-declined"])
        }
    }

    /// Where people act on it when the person is unwell, the plan asks a second time.
    private func accepting(
        _ id: String,
        said: (done: String, undone: String),
        undo: @escaping @MainActor (any Plan) async throws -> Void,
        _ accept: @escaping @MainActor (any Plan) async throws -> Void
    ) {
        here.act(fault: { [self] in
            if $0.remedy == .askAgain { asking = id } else { here.happened = Happened($0.sentence) }
        }) { [self] plan in
            try await accept(plan)
            asking = nil
            here.happened = Happened(here.said[said.done]) { [here] in
                here.act { plan in
                    try await undo(plan)
                    here.happened = Happened(here.said[said.undone])
                }
            }
        }
    }
}

/// There is no accept-all. Theirs stands below the person's own words, never above.
struct SuggestionsScreen: View {
    @State var model: SuggestionsModel

    var body: some View {
        let here = model.here
        let said = here.said
        let texts = here.texts
        DrawnFrom(model) { drawn in
            let isEmpty = drawn.suggestions.isEmpty && drawn.guests.isEmpty
            Page(texts(SuggestionsText.title), under: isEmpty ? nil : said["suggestion-beside"]) {
                if isEmpty { Plain(texts(SuggestionsText.none)) }
                ForEach(drawn.suggestions) { one in
                    if !one.stands.isEmpty {
                        Sheet {
                            Small(texts(SuggestionsText.now))
                            Words(one.stands)
                        }
                    }
                    SuggestionCard(line: one.line, offered: one.offered)
                    if one.baseChanged { Note(texts(SuggestionsText.changed)) }
                    Answering(
                        asksAgain: model.asking == one.id, about: one.offered,
                        accept: said["suggestion-accept"], decline: said["suggestion-decline"],
                        onAccept: { model.accept(one, sure: $0) }, onDecline: { model.decline(one) }, onNotYet: { model.asking = nil }
                    )
                }
                ForEach(drawn.guests) { one in
                    SuggestionCard(line: one.who, offered: one.lines.joined(separator: "\n"), beside: said["visit-guest-waits"])
                    Answering(
                        asksAgain: model.asking == one.id, about: one.lines.joined(separator: ", "),
                        accept: said["visit-guest-accept"], decline: said["visit-guest-decline"],
                        onAccept: { model.accept(one, sure: $0) }, onDecline: { model.decline(one) }, onNotYet: { model.asking = nil }
                    )
                }
            }
        }
    }
}

/// Yes or no to one of them. A screen reader says to which.
private struct Answering: View {
    let asksAgain: Bool, about: String, accept: String, decline: String
    let onAccept: @MainActor (_ sure: Bool) -> Void
    let onDecline: @MainActor () -> Void
    let onNotYet: @MainActor () -> Void
    @Environment(Here.self) private var here

    var body: some View {
        if asksAgain {
            Note(here.said["suggestion-ask-again"])
            MainButton(here.said["suggestion-ask-again-yes"]) { onAccept(true) }
            OtherButton(here.said["suggestion-ask-again-no"], onNotYet)
        } else {
            OtherButton(accept) { onAccept(false) }.accessibilityHint(here.texts(SuggestionsText.about, about))
            OtherButton(decline, onDecline).accessibilityHint(here.texts(SuggestionsText.about, about))
        }
    }
}
