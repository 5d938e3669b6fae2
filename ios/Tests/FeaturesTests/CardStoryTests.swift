import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

/// Doors of which only the card's may be opened.
private final class OnlyTheCard: Doors, @unchecked Sendable {
    let doors: any Doors
    init(_ doors: any Doors) { self.doors = doors }
    private func no(_ what: String = #function) -> Fault {
        XCTFail("the card's path asks for \(what)")
        return Fault(.other, sentence: "", reason: "not the card's")
    }

    func card(now: Moment) async throws -> OpenCard { try await doors.card(now: now) }
    func cardText(mostBytes: Int) async throws -> CardText { try await doors.cardText(mostBytes: mostBytes) }
    func safetyNote() async throws -> SafetyNote { try await doors.safetyNote() }

    func begin(callMe: String) async throws -> Open { throw no() }
    func open(say: [Say]) async throws -> Open { throw no() }
    func openWithWords(_ words: String) async throws -> Open { throw no() }
    func restore(backup: String, words: String, work: Work?) async throws -> Open { throw no() }
    func lookAtBackup(backup: String, words: String, work: Work?) async throws -> Backup { throw no() }
    func checkWords(_ words: String) async throws { throw no() }
    func languages() async throws -> [Language] { throw no() }
    func language() async throws -> Language { throw no() }
    func speak(_ tag: String) { _ = no() }
    func setAside() async throws { throw no() }
    func sentence(key: String, with: [String: Filling]) async throws -> String { throw no() }
    func textAsCode(_ text: String) async throws -> Code { throw no() }
    func unitsOffered(_ what: String) async throws -> [String] { throw no() }
    func table() async throws -> [KindName] { throw no() }
}

/// Photos to choose from.
@MainActor private final class PhotosAround: Photos {
    /// None: the person goes back.
    var photo: Data?
    func choose() async -> Data? { photo }

    /// One dot, as little as a JPEG can be.
    static let dot = Data(
        [0xFF, 0xD8, 0xFF, 0xDB, 0, 67] + [UInt8](repeating: 3, count: 65) + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9]
    )
}

@MainActor final class CardStoryTests: XCTestCase {
    /// Every file of the store and what is in it.
    private func files(_ folder: URL) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)! {
            if let bytes = try? Data(contentsOf: file) { found[file.path] = bytes }
        }
        return found
    }

    func testTheCardOpensWithTheStoreUnreadable() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someRooms() }
        for file in try files(over.real.store).keys { try Data("not a store".utf8).write(to: URL(fileURLWithPath: file)) }
        let before = try files(over.real.store)
        let asked = over.real.keys.unwrapped.count
        let session = Session(
            doors: OnlyTheCard(over.real.doors()), outside: over.session.outside, language: "en-GB"
        )
        let shown = Shown(CardScreen(model: CardModel(session)))
        defer { shown.close() }
        try await shown.wait(for: "When my breathing gets worse")
        for text in ["Penicillin", "Swelling, 2009", "Sam, my son", "2. Ring the practice today."] { XCTAssertTrue(shown.has(text), "\(text): \(shown.texts)") }
        XCTAssertTrue(shown.has("Not an instruction"), "\(shown.texts)")
        XCTAssertEqual(Array(over.real.keys.unwrapped.dropFirst(asked)), [.card], "another key than the card's was read")
        try shown.tap("Sam, my son, 07700 900 123")
        try await shown.wait("it dials") { over.opener.opened.map(\.absoluteString) == ["tel:07700900123"] }
        XCTAssertEqual(try files(over.real.store), before, "the store was touched")
        XCTAssertFalse(shown.has("Choose the card’s lines"), "nothing of the plan can be changed from here")
        XCTAssertEqual(shown.faults, [])
    }

    func testThePlanThatDoesNotOpenLeavesTheCardAndTheNumberToDial() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someRooms() }
        for file in try files(over.real.store).keys { try Data("not a store".utf8).write(to: URL(fileURLWithPath: file)) }
        try await over.open()
        over.sees("Your plan did not open")
        let shown = Shown(CardScreen(model: CardModel(over.session)))
        defer { shown.close() }
        XCTAssertTrue(shown.has("999") || shown.has("\u{2066}999\u{2069}"), "the number stands there from the first frame: \(shown.texts)")
        try await shown.wait(for: "When my breathing gets worse")
        try shown.tap("Emergency, 999")
        try await shown.wait("it dials") { over.opener.opened.map(\.absoluteString) == ["tel:999"] }
    }

    func testWithoutACardItIsSaidWhyAndTheNumberToDialIsThere() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        for file in try files(over.real.card).keys { try FileManager.default.removeItem(atPath: file) }
        try await over.go("card")
        over.sees("There is no emergency card")
        over.sees("Life at risk?")
        XCTAssertTrue(try over.shown.isEnabled("Emergency, 999"))
        over.seemsKind("card")
        try over.picture("card-missing")
        over.real.keys.fails = .locked
        try await over.go("unwell")
        try await over.go("card")
        XCTAssertTrue(try over.shown.isEnabled("Emergency, 999"))
    }

    func testALineIsOnTheCardUntilItIsOffAndOffIsOff() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { _ = try await $0.add(kind: "condition", fields: [words("words", "COPD")]) }
        try await over.open()
        try await over.go("unwell")
        try await over.tap("Emergency card")
        over.seemsKind("card")
        try over.picture("card-empty")
        try await over.tap("Choose the card’s lines")
        over.seemsKind("card-lines")
        let none = try await over.cardLines()
        XCTAssertFalse(none.contains("COPD"), "it was on by itself")
        try await over.turn("COPD", true)
        let some = try await over.cardLines()
        XCTAssertTrue(some.contains("COPD"))
        try await over.tap("Put an allergy on the card")
        try await over.type("Penicillin", "new-line/allergy/words")
        try await over.type("Swelling", "new-line/allergy/reaction")
        try await over.tap("Keep it")
        XCTAssertEqual(try over.shown.find("Penicillin") { $0.turn != nil }.isOn, true)
        try await over.turn("COPD", false)
        let lines = try await over.cardLines()
        XCTAssertFalse(lines.contains("COPD"), "off is not off")
        try await over.tap("Write: My whole name")
        try await over.type("Jo Example", "me//name/")
        try await over.tap("Keep it")
        let unnamed = try await over.card().name
        XCTAssertNotEqual(unnamed, "Jo Example", "a name is shown only where it is switched on")
        try await over.turn("Show my whole name", true)
        let named = try await over.card().name
        XCTAssertEqual(named, "Jo Example")
        over.seemsKind("card-lines")
        try over.picture("card-lines")
        try await over.tap("See the card")
        over.sees("Jo Example")
        over.sees("Penicillin")
        over.sees("Swelling")
        over.doesNotSee("COPD")
    }

    func testAPhotoIsOnTheCardUntilItIsSwitchedOffAndWhatIsNoneIsSaid() async throws {
        let photos = PhotosAround()
        let over = try OverCore(outside: { $0.photos = photos })
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("card-lines")
        func isThere() -> Bool { FileManager.default.fileExists(atPath: over.real.card.appendingPathComponent("card.photo").path) }
        try await over.tap("Choose a photo")
        XCTAssertFalse(isThere(), "the person went back")
        photos.photo = Data()
        try await over.tap("Choose a photo")
        over.sees("Use a photo or a voice note")
        XCTAssertFalse(isThere())
        photos.photo = PhotosAround.dot
        try await over.tap("Choose a photo")
        XCTAssertTrue(isThere(), "it was chosen for the card")
        try await over.tap("Show my photo")
        XCTAssertFalse(isThere(), "off is off")
    }

    func testAPaperIsOnTheCardWithoutWhatItDecidesAndAWrongDayIsSaidBesideIt() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("card-lines")
        try await over.tap("Add a paper")
        XCTAssertFalse(try over.shown.isEnabled("Keep it"))
        try await over.tap("choice-respect")
        try await over.type("2026", "new-line/form/dated-2")
        try await over.type("13", "new-line/form/dated-1")
        try await over.tap("Keep it")
        over.sees("There is no such date")
        try await over.type("6", "new-line/form/dated-1")
        try await over.type("Blue folder", "new-line/form/place")
        try await over.tap("Keep it")
        let lines = try await over.card().sections.flatMap(\.lines)
        XCTAssertTrue(lines.contains { $0.note?.contains("Blue folder") == true }, "\(lines)")
    }

    func testOnlyMeKeepsALineOffTheCardAndSaysSo() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { plan in
            let id = try await plan.add(kind: "condition", fields: [words("words", "COPD"), yes("on_card")])
            try await plan.onlyMe(kind: "condition", id: id, on: true)
        }
        try await over.open()
        try await over.go("card-lines")
        over.sees("It is marked “Only me”, so it is not on the card.")
        let lines = try await over.cardLines()
        XCTAssertFalse(lines.contains("COPD"))
    }

    func testACardWithMuchOnItIsReadAndReadAloud() async throws {
        let voice = NotedVoice()
        let over = try OverCore(outside: { $0.voice = voice })
        defer { over.close() }
        try await over.seed { try await $0.someRooms() }
        try await over.open()
        try await over.go("card")
        over.seemsKind("card")
        try over.picture("card")
        over.sees("Blue tin, kitchen shelf")
        try await over.tap("Read it aloud")
        for line in try await over.cardLines() { XCTAssertTrue(voice.said.contains { $0.contains(line) }, line) }
        XCTAssertTrue(voice.said.contains { $0.contains("Life at risk?") })
        voice.can = false
        try await over.tap("Read it aloud")
        over.sees("This phone has no voice for this language.")
    }

    func testTryingTheCardSaysPlainlyWhereAPhoneAsksToBeUnlocked() async throws {
        let printer = NotedPrinter()
        let over = try OverCore(outside: { $0.printer = printer })
        defer { over.close() }
        try await over.seed { try await $0.someRooms() }
        try await over.open()
        try await over.go("card-try")
        over.seemsKind("card-try")
        try over.picture("card-try")
        over.sees("Some phones ask to be unlocked first, and no app can change that.")
        try await over.tap("The card opened")
        over.sees("Show someone close to you how to do it.")
        try await over.tap("The phone asked to be unlocked")
        over.sees("Then carry the card on paper")
        try await over.tap("Show the lines to copy")
        over.sees("Penicillin")
        try await over.tap("Print it")
        XCTAssertTrue(printer.printed.joined().contains("Penicillin"))
        printer.can = false
        try await over.tap("Print it")
        over.sees("This phone can’t print just now.")
        try await over.tap("Open the Health app")
        XCTAssertEqual(over.opener.opened.map(\.scheme), ["x-apple-health"])
    }
}
