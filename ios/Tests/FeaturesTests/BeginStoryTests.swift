import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class BeginStoryTests: XCTestCase {
    func testAPlanIsBegunWithANameAndAGoalInFourSteps() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.open()
        over.sees("Your own plan, on your own phone")
        over.seemsKind("first-run")
        try over.picture("first-run")
        try await over.type("Jo", "name")
        try await over.tap("Begin")
        try await over.shown.wait(for: "Your 12 recovery words")
        try await over.settle()
        XCTAssertEqual(over.shown.texts.filter { $0.range(of: #"^\d+\. "#, options: .regularExpression) != nil }.count, 12)
        over.seemsKind("recovery-words")
        try over.picture("recovery-words")
        try await over.tap("I have written them down")
        over.sees("Hello, Jo")
        try over.picture("today-empty")
        try await over.tap("Write it down")
        over.seemsKind("goal-new")
        try await over.type("Walk to the canal", "new/words")
        try await over.scale("importance", 8)
        try over.picture("goal-new")
        try await over.tap("Next")
        try await over.type("On Tuesdays, with Sam", "new/what")
        try await over.tap("Next")
        try await over.tap("Next")
        try await over.scale("confidence", 6)
        // A hand that shakes touches twice.
        try over.shown.tap("Keep it")
        try over.shown.tap("Keep it")
        try await over.settle()
        over.sees("Walk to the canal")
        let goal = try await over.ask { try await $0.goals() }
        XCTAssertEqual(goal.map(\.words.only?.text), ["Walk to the canal"])
        XCTAssertEqual(goal[0].importance.only?.text, "8")
        XCTAssertEqual(goal[0].actions[0].confidence.only?.text, "6")
        XCTAssertEqual(goal[0].actions[0].barrier.versions, [], "a step left empty is not answered")
    }

    func testTheCardIsReachedWhileThePlanOpensAndStaysWhenItHas() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { _ = try await $0.add(kind: "allergy", fields: [words("what", "Penicillin"), yes("on_card")]) }
        over.shown.look()
        try over.shown.tap("Open the emergency card")
        XCTAssertTrue(over.shown.has("999"), "the number to dial is there before anything is read")
        try await over.open()
        over.sees("Penicillin")
        XCTAssertEqual(over.session.screenNow, "card")
        try await over.back()
        XCTAssertEqual(over.session.screenNow, "unwell")
    }

    func testANameThatIsNoneIsSaidBesideItsBox() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.open()
        try await over.tap("Begin")
        try await over.shown.wait(for: "Hearth needs a name")
    }

    func testALockedKeyStoreSaysSoAndOpensOnceItIsUnlocked() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        over.real.keys.fails = .locked
        try await over.open()
        over.sees("Your plan did not open")
        over.seemsKind("trouble")
        try over.picture("trouble")
        over.real.keys.fails = nil
        try await over.tap("Try again")
        try await over.shown.wait(for: "Hello, Jo")
    }

    func testALostKeyAsksForTheTwelveWordsAndWrongOnesAreRefused() async throws {
        let real = try RealPlan()
        let begun = try await real.doors().begin(callMe: "Jo")
        begun.plan.close()
        let over = try OverCore(real: real)
        defer { over.close() }
        over.real.keys.fails = .lost
        try await over.open()
        over.sees("Type your 12 words")
        try await over.type("these are not the words", "words")
        over.real.keys.fails = nil
        try await over.tap("Open my plan")
        over.sees("Your plan did not open")
        try await over.type(begun.recoveryWords.joined(separator: " "), "words")
        try await over.tap("Open my plan")
        try await over.shown.wait(for: "Hello, Jo")
        XCTAssertEqual(over.session.typedWords, "", "recovery words do not stay")
    }
}
