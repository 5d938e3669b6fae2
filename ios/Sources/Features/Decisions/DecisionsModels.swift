// What the screens of decisions ask of the plan and write in it.

import Bridge
import Observation

@MainActor @Observable final class DecisionsModel: Drawing {
    static let form = "new-decision/"
    let here: Here
    var drawn: Result<[Decision], Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [Decision] { try await plan.decisions() }

    func open(_ decision: Decision) { here.way.go("decision", decision.id) }

    func new() {
        let pen = Pen(here)
        pen.kept(Self.form, beside: "what") { [here] plan in
            let id = try await plan.add(kind: "decision", fields: [pen.words(Self.form, "what")].compactMap { $0 })
            here.way.go("decision", id)
        }
    }
}

/// A choice, and what may be chosen of an option's sort and of what speaks for it.
struct WrittenDecision: Sendable {
    let decision: Decision, sorts: [Choice], sides: [Choice]
}

@MainActor @Observable final class DecisionModel: Drawing {
    let here: Here
    let id: String
    var drawn: Result<WrittenDecision, Fault>?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> WrittenDecision {
        WrittenDecision(
            decision: try await plan.decision(id: id), sorts: try await plan.choicesOf("option", "sort"),
            sides: try await plan.choicesOf("consideration", "side")
        )
    }

    var optionForm: String { "new-option/\(id)/" }
    func addOption() {
        let pen = Pen(here)
        let (words, sort) = (pen.text(optionForm, "words") ?? "", pen.text(optionForm, "sort"))
        pen.kept(optionForm, beside: "words") { [id] in _ = try await $0.addOption(decision: id, words: words, sort: sort) }
    }

    func matterForm(_ option: DecisionOption) -> String { "new-matter/\(option.id)/" }
    func weigh(_ option: DecisionOption) {
        let pen = Pen(here)
        let form = matterForm(option)
        let (words, side) = (pen.text(form, "words") ?? "", pen.text(form, "side"))
        pen.kept(form, beside: "words") { _ = try await $0.weigh(option: option.id, side: side, words: words) }
    }

    func choose(_ option: DecisionOption) { decide(.option(option.id)) }

    /// "Not now" is an answer.
    func notNow() { decide(.notNow) }

    var wordsForm: String { "decide/\(id)/" }
    func decideInWords() {
        let pen = Pen(here)
        let words = pen.text(wordsForm, "words") ?? ""
        pen.kept(wordsForm, beside: "words") { [id] in try await $0.decide(decision: id, decided: .words(words)) }
    }

    private func decide(_ decided: Decided) {
        here.act { [here, id] in
            try await $0.decide(decision: id, decided: decided)
            here.happened = Happened(here.texts(CoreText.saved))
        }
    }

    func history() { here.way.go("history", "decision", id, "what") }
}
