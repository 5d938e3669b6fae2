import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class PeopleStoryTests: XCTestCase {
    func testSomebodyIsAddedPutOnTheCardCalledAndRemovedAndThatIsUndone() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.tap("People")
        over.sees("Who helps you? Who should be called?")
        over.seemsKind("people")
        try over.picture("people-empty")
        try await over.tap("Add someone")
        XCTAssertFalse(try over.shown.isEnabled("Keep it"))
        try await over.type("Sam", "new-person/name")
        try await over.type("my son", "new-person/relation")
        try await over.type("07700 900 123", "new-person/number")
        try await over.tap("Keep it")
        over.seemsKind("person")
        try over.picture("person")
        try await over.turn("Emergency contact", true)
        try await over.turn("Key worker", true)
        let sam = try await over.ask { try await $0.people()[0] }
        XCTAssertEqual([sam.name, sam.relation, sam.number].map(\.only?.text), ["Sam", "my son", "07700 900 123"])
        XCTAssertTrue(sam.onCard && sam.keyWorker)
        let card = try await over.session.doors.card(now: morning)
        XCTAssertEqual(card.contacts.map(\.name), ["Sam"])
        try await over.tap("Sam, 07700 900 123")
        XCTAssertEqual(over.opener.opened.map(\.absoluteString), ["tel:07700900123"])
        try await over.back()
        over.sees("my son · Key worker · on the card")
        try over.picture("people")
        try await over.tap("Open: Sam")
        try await over.tap("Remove: Sam")
        over.sees("Who helps you? Who should be called?")
        try await over.tap("Undo")
        over.sees("my son · Key worker · on the card")
    }

    func testSomebodyMayWriteForThePersonUntilItIsEnded() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { _ = try await $0.add(kind: "person", fields: [words("name", "Sam")]) }
        try await over.open()
        let id = try await over.ask { try await $0.people()[0].id }
        try await over.go("person", id)
        over.sees("They may not write for you. They can suggest.")
        try await over.tap("They may write for me")
        XCTAssertFalse(try over.shown.isEnabled("Keep it"))
        let by = try await over.ask { try await $0.blank(kind: "authority").fields.first { $0.name == "authority.by" }?.choices ?? [] }
        try await over.tap("choice-\(try XCTUnwrap(by.first).word)")
        try await over.type("the practice nurse", "new-authority/\(id)/seen_by")
        try await over.tap("Keep it")
        func authority() async throws -> Authority { try await over.ask { try await $0.people()[0].authority[0] } }
        var now = try await authority()
        XCTAssertEqual(now.by.only?.text, by.first?.said)
        XCTAssertEqual(now.seenBy.only?.text, "the practice nurse")
        XCTAssertFalse(now.ended)
        try over.picture("person-authority")
        try await over.tap("End it today")
        now = try await authority()
        XCTAssertTrue(now.ended)
        over.sees("Ended: they may not write for you any more.")
        let entry = try await over.ask { try await $0.entries(kind: "authority")[0] }
        XCTAssertEqual(entry.fields.first { $0.name == "authority.ended" }?.kept, [.date("2026-11-26")])
    }

    func testACarersOwnNeedsAreNotedInTheirWords() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { _ = try await $0.add(kind: "person", fields: [words("name", "Sam"), yes("carer")]) }
        try await over.open()
        let id = try await over.ask { try await $0.people()[0].id }
        try await over.go("person", id)
        try await over.tap("Note what they need")
        try await over.type("A night's sleep once a week", "new-need/\(id)/words")
        try await over.tap("Keep it")
        over.sees("A night's sleep once a week")
        over.sees("What Sam needs")
        let carers = try await over.ask { try await $0.carers() }
        XCTAssertEqual(carers.flatMap(\.needs).map(\.words.only?.text), ["A night's sleep once a week"])
    }

    func testAHalfTypedPersonOutlivesAnotherPlace() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.tap("People")
        try await over.tap("Add someone")
        try await over.type("Sa", "new-person/name")
        try await over.tap("Today")
        try await over.tap("People")
        XCTAssertEqual(try over.shown.find("new-person/name").text, "Sa")
    }

    func testAPersonWhoIsGoneIsSaidToBe() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { _ = try await $0.add(kind: "person", fields: [words("name", "Sam")]) }
        try await over.open()
        let id = try await over.ask { try await $0.people()[0].id }
        _ = try await over.ask { try await $0.remove(kind: "person", id: id) }
        try await over.go("person", id)
        over.sees("That is not here")
        over.seemsKind("person")
    }
}

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
        var waits = try await over.ask { try await $0.guests().count }
        XCTAssertEqual(waits, 0)
        try await over.tap("Undo")
        waits = try await over.ask { try await $0.guests().count }
        XCTAssertEqual(waits, 1, "it waits again, as it did before")
        try await over.tap("No, leave it out")
        waits = try await over.ask { try await $0.guests().count }
        XCTAssertEqual(waits, 0)
    }
}
