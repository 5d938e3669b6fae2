// Plans that stories begin with. The words are a person's as they might be; nobody's in truth.

import Bridge
import Foundation

public func words(_ field: String, _ text: String) -> FieldAnswer { FieldAnswer(field: field, answer: .words(text)) }
public func step(_ field: String, _ step: Int) -> FieldAnswer { FieldAnswer(field: field, answer: .whole(step)) }
public func choice(_ field: String, _ word: String) -> FieldAnswer { FieldAnswer(field: field, answer: .choice(word)) }
public func part(_ field: String, _ of: String) -> FieldAnswer { FieldAnswer(field: field, answer: .entry(of)) }
public func yes(_ field: String) -> FieldAnswer { FieldAnswer(field: field, answer: .yesNo(true)) }

extension Plan {
    /// A goal with an action.
    @discardableResult public func someGoal() async throws -> String {
        let goal = try await add(
            kind: "goal", fields: [words("words", "Manage my pain so I don’t wake up at night"), step("importance", 9)]
        )
        _ = try await add(kind: "action", fields: [
            part("goal", goal), words("what", "Walk with the Tuesday group to the canal and back"),
            words("barrier", "Rain, or tired legs"), words("strategy", "Ask Sam to come, or join for tea after"),
            step("confidence", 6),
        ])
        return goal
    }

    /// A plan for breathing, kept at hand on the card.
    @discardableResult public func somePlan() async throws -> String {
        let sam = try await add(
            kind: "person", fields: [words("name", "Sam"), words("relation", "my son"), words("number", "07700 900 123")]
        )
        let plan = try await add(kind: "unwell", fields: [
            words("name", "When my breathing gets worse"), yes("at_hand"), FieldAnswer(field: "call", answer: .entries([sam])),
        ])
        let parts = [
            ("sign", "green", "I can walk to the shop and talk on the way."), ("sign", "amber", "I need an extra pillow."),
            ("step", "amber", "Sit forward, slow breaths, fan on."), ("step", "amber", "Ring the practice today."),
            ("step", "red", "Ring 999. Say “COPD, very short of breath”."), ("step", "red", "Unlock the front door."),
        ]
        for (kind, zone, text) in parts {
            _ = try await add(kind: kind, fields: [part("plan", plan), choice("zone", zone), words("words", text)])
        }
        return plan
    }

    /// Somebody handed the phone writes: it waits.
    public func someSuggestion(goal: String) async throws {
        _ = try await write(
            kind: "goal", id: goal, field: "words", answer: .words("Sleep through the night, most nights"),
            by: .guest(name: "Sam", role: "my son")
        )
    }
}

extension RealPlan {
    /// A plan is begun and filled before the app is opened.
    public func seed(
        isolation: isolated (any Actor)? = #isolation,
        _ fill: (any Plan) async throws -> Void = { _ in }
    ) async throws {
        let open = try await doors().begin(callMe: "Jo")
        try await fill(open.plan)
        open.plan.close()
    }

    /// A goal whose words were changed on another phone as well: two versions.
    public func seedTwoVersions() async throws {
        let open = try await doors().begin(callMe: "Jo")
        let goal = try await open.plan.someGoal()
        let backup = folder.appendingPathComponent("backup").path
        _ = try await open.plan.backUp(to: backup, work: nil)
        let other = try RealPlan()
        let there = try await other.doors(deviceName: "my tablet")
            .restore(backup: backup, words: open.recoveryWords.joined(separator: " "), work: nil).plan
        _ = try await there.write(kind: "goal", id: goal, field: "words", answer: .words("Sleep until six"))
        _ = try await open.plan.write(kind: "goal", id: goal, field: "words", answer: .words("Sleep until seven"))
        _ = try await open.plan.takeBundle(bytes: there.bundleFor(device: nil))
        there.close()
        open.plan.close()
    }
}
