// What the screens of goals ask of the plan and write in it.

import Bridge
import Observation

@MainActor @Observable final class GoalsModel: Drawing {
    let here: Here
    var drawn: Result<[Goal], Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [Goal] { try await plan.goals() }

    func open(_ goal: Goal) { here.way.go("goal", goal.id) }
    func new() { here.way.go("goal-new") }
    func room(_ screen: String) { here.way.go(screen) }
}

@MainActor @Observable final class GoalModel: Drawing {
    let here: Here
    let id: String
    var drawn: Result<Goal, Fault>?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> Goal { try await plan.goal(id: id) }

    func checkIn(_ action: Action) { here.way.go("check-in", id, action.id) }
    func history() { here.way.go("history", "goal", id, "words") }
    func importanceOverTime() { here.way.go("over-time", "importance", id) }
    func confidenceOverTime(_ action: Action) { here.way.go("over-time", "confidence", action.id) }
}

/// A new goal: one question at a time; every step but the first may stay empty. All of it is in the drafts, so that
/// back loses nothing.
@MainActor @Observable final class NewGoalModel {
    static let form = "new/"
    let here: Here
    init(_ here: Here) { self.here = here }

    private var pen: Pen { Pen(here) }

    var step: Int {
        get { here.drafts[number: Self.form + "at"] ?? 1 }
        set { here.drafts[number: Self.form + "at"] = newValue }
    }
    var mayGoOn: Bool { step > 1 || pen.text(Self.form, "words") != nil }

    func next() { step = min(step + 1, 4) }
    func before() { step = max(step - 1, 1) }

    /// Writes what was answered; what was left empty is not written.
    func keep() {
        let form = Self.form
        let goal = [pen.words(form, "words"), pen.step(form, "importance")].compactMap { $0 }
        let action = [pen.words(form, "what"), pen.words(form, "barrier"), pen.words(form, "strategy"), pen.step(form, "confidence")]
            .compactMap { $0 }
        here.act(once: form, fault: { [self] in
            // The words are what can be refused: back to where they are.
            step = 1
            pen.say(form + "words", $0.sentence)
        }) { [self] plan in
            let id = try await plan.add(kind: "goal", fields: goal)
            if !action.isEmpty {
                _ = try await plan.add(kind: "action", fields: [FieldAnswer(field: "goal", answer: .entry(id))] + action)
            }
            here.drafts.clear(form)
            here.happened = Happened(here.texts(CoreText.saved))
            here.way.back()
            here.way.go("goal", id)
        }
    }
}

/// How it went: two questions, and both may stay empty.
@MainActor @Observable final class CheckInModel: Drawing {
    let here: Here
    let goal: String, action: String
    var drawn: Result<Action, Fault>?
    init(_ here: Here, goal: String, action: String) {
        self.here = here
        self.goal = goal
        self.action = action
    }

    var form: String { "check-in/\(action)/" }

    func read(_ plan: any Plan) async throws -> Action {
        let drawn = try await plan.goal(id: goal)
        guard let found = drawn.actions.first(where: { $0.id == action }) else {
            throw Fault(.notThere, sentence: here.texts(CoreText.notHere), reason: "no-action")
        }
        return found
    }

    func keep() {
        let pen = Pen(here)
        let went = pen.text(form, "went")
        let confidence = here.drafts[number: form + "confidence"]
        pen.kept(form, beside: "went", then: { [here] in here.way.back() }) { [action] in
            _ = try await $0.checkIn(action: action, went: went, confidence: confidence)
        }
    }
}
