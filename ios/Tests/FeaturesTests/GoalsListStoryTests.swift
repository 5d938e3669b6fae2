import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class GoalsListStoryTests: XCTestCase {
    func testTheListInvitesWhereThereIsNothingAndLeadsToEveryRoom() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.tap("My plan")
        over.sees("What would make tomorrow a good day?")
        over.seemsKind("goals")
        try over.picture("goals-empty")
        let rooms = [
            ("About me", "about-me"), ("Decisions", "decisions"), ("My readings", "readings"), ("Looking ahead", "ahead"), ("Support", "support"),
        ]
        for (button, screen) in rooms {
            try await over.tap(button)
            XCTAssertEqual(over.screen, screen)
            over.seemsKind(screen)
            try await over.back()
        }
        try await over.tap("Write it down")
        XCTAssertEqual(over.screen, "goal-new")
    }

    func testEveryGoalIsOpenedFromItsOwnWords() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { plan in
            try await plan.someGoal()
            _ = try await plan.add(kind: "goal", fields: [words("words", "See the sea again")])
        }
        try await over.open()
        try await over.tap("My plan")
        over.seemsKind("goals")
        try over.picture("goals")
        over.sees("Manage my pain so I don’t wake up at night")
        let goals = try await over.ask { try await $0.goals() }
        let second = try XCTUnwrap(goals.first { $0.words.only?.text == "See the sea again" })
        let open = over.shown.look().all.filter { $0.tap != nil && $0.name.hasPrefix("Open this goal") }.map(\.name)
        XCTAssertEqual(Set(open).count, 2, "two buttons sound alike: \(open)")
        try await over.tap("Open this goal: See the sea again")
        XCTAssertEqual(try over.here.way.here, Where("goal", [second.id]))
        try await over.back()
        _ = try await over.ask { try await $0.write(kind: "goal", id: second.id, field: "words", answer: .words("See Barmouth again")) }
        try await over.shown.wait(for: "See Barmouth again")
        try await over.tap("Write a new goal")
        XCTAssertEqual(over.screen, "goal-new")
    }
}
