import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class GoalsStoryTests: XCTestCase {
    func testHowItWentIsNotedAndBothAnswersMayStayEmpty() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        over.seemsKind("today")
        try over.picture("today")
        try await over.tap("Open this goal")
        over.seemsKind("goal")
        try over.picture("goal")
        try await over.tap("Note how it went")
        over.seemsKind("check-in")
        try over.picture("check-in")
        let action = try await over.ask { try await $0.goals()[0].actions[0].id }
        try await over.type("Better than I thought", "check-in/\(action)/went")
        try await over.tap("Keep it")
        let noted = try await over.ask { try await $0.goals()[0].actions[0].checkIns }
        XCTAssertEqual(noted.map(\.went.only?.text), ["Better than I thought"])
        XCTAssertEqual(noted.map(\.confidence), [nil])
        over.sees("Better than I thought")
    }

    func testBackLosesNoHalfTypedWord() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.tap("Write it down")
        let text = String(repeating: "gair 🌿 ", count: 10_000)
        try await over.type(text, "new/words")
        try await over.back()
        try await over.tap("Write it down")
        XCTAssertEqual(try over.shown.find("new/words").text, text)
    }

    func testTheFirstStepWantsWordsAndTheOthersMayStayEmpty() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("goal-new")
        XCTAssertFalse(try over.shown.isEnabled("Next"))
        XCTAssertThrowsError(try over.shown.tap("Next"))
        try await over.type("Walk", "new/words")
        for _ in 1...3 { try await over.tap("Next") }
        try await over.tap("Keep it")
        let goals = try await over.ask { try await $0.goals() }
        XCTAssertEqual(goals.map(\.actions.count), [0], "nothing was written of what was left empty")
    }

    func testWordsThatAreTooLongAreRefusedWhereTheyStandAndStay() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("goal-new")
        let text = String(repeating: "a", count: 70_000)
        try await over.type(text, "new/words")
        for _ in 1...3 { try await over.tap("Next") }
        try await over.tap("Keep it")
        XCTAssertEqual(try over.shown.find("new/words").text, text, "back at the words, all of them")
        XCTAssertNotEqual(try over.shown.find("new/words").hint, "", "and it is said beside them why")
        let goals = try await over.ask { try await $0.goals() }
        XCTAssertEqual(goals, [])
    }

    func testAScaleIsOneThingToAScreenReaderAndNotAnsweredIsAState() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("goal-new")
        func state() throws -> String? { try over.shown.find("scale-importance").value }
        XCTAssertEqual(try state(), "not answered")
        try await over.scale("importance", 7)
        XCTAssertEqual(try state(), "Important 7 of 10")
        try over.shown.adjust("scale-importance", .increment)
        XCTAssertEqual(try state(), "Important 8 of 10")
        try await over.tap("Clear")
        XCTAssertEqual(try state(), "not answered")
        try over.shown.adjust("scale-importance", .increment)
        XCTAssertEqual(try state(), "Important 1 of 10")
        try over.shown.adjust("scale-importance", .decrement)
        XCTAssertEqual(try state(), "not answered")
        let spoken = over.shown.look().spoken
        XCTAssertEqual(spoken.filter { $0.name == "7" }.count, 0, "its ten buttons are not spoken one by one")
    }

    func testTwoVersionsAreDrawnAlikeWithAWayToSettleThem() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.real.seedTwoVersions()
        try await over.open()
        over.sees("Two versions wait for you")
        try await over.tap("Open this goal")
        over.sees("Sleep until six")
        over.sees("Sleep until seven")
        over.seemsKind("goal")
        try over.picture("goal-two-versions")
        try await over.tap("Look at both")
        let here = try over.here.way.here
        XCTAssertEqual(here.screen, "settle")
        XCTAssertEqual(here.about.first, "goal")
    }

    func testASuggestionStandsBesideThePersonsWords() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someSuggestion(goal: $0.someGoal()) }
        try await over.open()
        over.sees("Suggestions wait for you")
        try await over.tap("Open this goal")
        over.sees("Manage my pain so I don’t wake up at night")
        over.sees("Sleep through the night, most nights")
    }

    func testWhatAnotherPhoneChangesIsDrawnWithoutATouch() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        let goal = try await over.ask { try await $0.goals()[0].id }
        _ = try await over.ask { try await $0.write(kind: "goal", id: goal, field: "words", answer: .words("Sleep well")) }
        try await over.shown.wait(for: "Sleep well")
    }

    func testAFieldIsChangedInItsPlaceAndHalfTypedWordsStay() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        try await over.tap("Open this goal")
        let action = try await over.ask { try await $0.goals()[0].actions[0] }
        let ask = try XCTUnwrap(action.ask, "6 is below 7, so it is asked what would help")
        try await over.tap("Write: \(ask)")
        try await over.type("Somebody to go with", "action/\(action.id)/would_help/")
        try await over.tap("Keep it")
        over.sees("Somebody to go with")
        over.sees("Kept on this phone.")
    }
}
