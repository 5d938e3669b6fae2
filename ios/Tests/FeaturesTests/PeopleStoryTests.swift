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
        try await over.back()
        over.sees("my son · on the card")
        try await over.tap("Open: Sam")
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
