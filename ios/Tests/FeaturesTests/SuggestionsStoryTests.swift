import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class SuggestionsStoryTests: XCTestCase {
    func testASuggestionIsAcceptedAndUndoneAndDeclined() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someSuggestion(goal: $0.someGoal()) }
        try await over.open()
        try await over.tap("Look at them")
        over.sees("Manage my pain so I don’t wake up at night")
        over.sees("Sleep through the night, most nights")
        over.seemsKind("suggestions")
        try over.picture("suggestions")
        let texts = over.shown.texts
        let (own, theirs) = (texts.firstIndex { $0.contains("Manage my pain") }, texts.firstIndex { $0.contains("Sleep through") })
        XCTAssertLessThan(try XCTUnwrap(own), try XCTUnwrap(theirs), "theirs stands above the person's own words")
        func stands() async throws -> String? { try await over.ask { try await $0.goals()[0].words.only?.text } }
        try await over.tap("Use this")
        var now = try await stands()
        XCTAssertEqual(now, "Sleep through the night, most nights")
        over.sees("Nobody suggests anything now.")
        try over.picture("suggestions-none")
        try await over.tap("Undo")
        now = try await stands()
        XCTAssertEqual(now, "Manage my pain so I don’t wake up at night")
    }

    func testADeclinedSuggestionLeavesTheWordsAsTheyAre() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someSuggestion(goal: $0.someGoal()) }
        try await over.open()
        try await over.go("suggestions")
        try await over.tap("Keep mine")
        over.sees("Your words stay as they are.")
        let goal = try await over.ask { try await $0.goals()[0].words }
        XCTAssertEqual(goal.only?.text, "Manage my pain so I don’t wake up at night")
        XCTAssertEqual(goal.offers, [])
    }

    func testWhatPeopleActOnWhenThePersonIsUnwellIsAskedASecondTime() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { plan in
            _ = try await plan.somePlan()
            let step = try await plan.entries(kind: "step")[0]
            _ = try await plan.write(
                kind: "step", id: step.id, field: "words", answer: .words("Ring 111 first"), by: .guest(name: "Sam", role: "my son")
            )
        }
        try await over.open()
        try await over.go("suggestions")
        try await over.tap("Use this")
        over.sees("People may act on this when you are unwell. Use the new words?")
        let waits = try await over.ask { try await $0.suggestions().count }
        XCTAssertEqual(waits, 1, "it was taken in with one touch")
        try await over.tap("No, keep mine")
        over.doesNotSee("People may act on this")
        try await over.tap("Use this")
        try await over.tap("Yes, use the new words")
        over.sees("Nobody suggests anything now.")
        let steps = try await over.ask { try await $0.entries(kind: "step").map { $0.said("words").only?.text } }
        XCTAssertTrue(steps.contains("Ring 111 first"))
    }

    func testAWholeEntryOfSomebodyWhoHeldThePhoneIsOneThingToSayYesTo() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed {
            let visit = try await $0.beginVisit(whatFor: "My chest", with: "the practice nurse")
            _ = try await $0.notePromise(
                visit: visit, what: "Ring about the inhaler", who: "Sam", byWhen: nil, by: .guest(name: "Sam", role: "practice nurse")
            )
        }
        try await over.open()
        try await over.go("suggestions")
        over.sees("Ring about the inhaler")
        over.seemsKind("suggestions")
        try over.picture("suggestions-guest")
        try await over.tap("Yes, keep it")
        let waits = try await over.ask { try await $0.guests().count }
        XCTAssertEqual(waits, 0)
        let taken = try await over.ask { try await $0.entries(kind: "promise").count }
        XCTAssertEqual(taken, 1)
        try await over.tap("Undo")
        over.sees("Removed. It is still in History.")
        let promises = try await over.ask { try await $0.entries(kind: "promise") }
        XCTAssertEqual(promises.map(\.id), [])
        over.sees("Nobody suggests anything now.")
    }

    func testAWholeEntryThatIsLeftOutIsNotInThePlan() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed {
            let visit = try await $0.beginVisit(whatFor: "My chest", with: "the practice nurse")
            _ = try await $0.addThought(visit: visit, sort: "idea", words: "Pulmonary rehab?", about: "", by: .guest(name: "Sam", role: "nurse"))
        }
        try await over.open()
        try await over.go("suggestions")
        try await over.tap("No, leave it out")
        over.sees("It is left out of your plan.")
        let waits = try await over.ask { try await $0.guests().count }
        XCTAssertEqual(waits, 0)
    }
}
