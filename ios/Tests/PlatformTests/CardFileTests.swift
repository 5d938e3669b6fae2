// The card file, read without the core: what a widget is made of.

import Bridge
import BridgeTesting
@testable import CardPath
import SwiftUI
import XCTest

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
private let now = CardMoment(ms: morning.ms, offsetMinutes: morning.offsetMinutes)

/// Which items were unwrapped.
private final class Noted: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    func note() { lock.withLock { count += 1 } }
    var times: Int { lock.withLock { count } }
}

final class CardFileTests: XCTestCase {
    private var folder = URL(fileURLWithPath: "/")

    override func setUp() async throws {
        folder = Scratch.place("card")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDown() async throws { try? FileManager.default.removeItem(at: folder) }

    /// tests/vectors/card/v1.txt: frozen, sealed by another program.
    private func vector(_ name: String) throws -> Data {
        let text = try String(contentsOf: root.appendingPathComponent("tests/vectors/card/v1.txt"), encoding: .utf8)
        let line = try XCTUnwrap(text.split(separator: "\n").first { $0.hasPrefix(name + " = ") })
        let hex = Array(line.dropFirst(name.count + 3).utf8)
        var bytes = Data()
        for at in stride(from: 0, to: hex.count - 1, by: 2) {
            bytes.append(try XCTUnwrap(UInt8(String(decoding: hex[at...at + 1], as: UTF8.self), radix: 16)))
        }
        return bytes
    }

    /// The frozen card in the folder, its key wrapped by nothing.
    private func frozen(_ change: (Data) -> Data = { $0 }) throws -> CardFile {
        try change(vector("card.sealed")).write(to: folder.appendingPathComponent("card"))
        try vector("photo.sealed").write(to: folder.appendingPathComponent("card.photo"))
        try vector("key").write(to: folder.appendingPathComponent("card.key"))
        return file { $0 }
    }

    private func file(_ unwrap: @escaping @Sendable (Data) throws -> Data) -> CardFile {
        CardFile(folder: folder, unsealing: PlainGCM(), unwrap: unwrap)
    }

    private func why(_ file: CardFile) -> WhyNoCard? {
        do {
            _ = try file.open(now: now)
            return nil
        } catch { return error as? WhyNoCard }
    }

    func testTheFrozenCardOpensAsItAlwaysWill() async throws {
        let card = try frozen().open(now: now)
        XCTAssertEqual(card.name, "Jo Example")
        XCTAssertEqual(card.sections.first?.lines.first?.text, "Penicillin: swelling, 2009")
        XCTAssertEqual(try frozen().photo(), try vector("photo"))
    }

    /// The same words in the same order under the same names, whatever the types are called.
    private func flat(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional { return mirror.children.first.map { flat($0.value) } ?? "none" }
        if mirror.children.isEmpty { return "\(value)" }
        let parts: [String] = mirror.children.map { child in "\(child.label ?? ""): \(flat(child.value))" }
        return "(\(parts.joined(separator: ", ")))"
    }

    func testWhatIsReadHereIsWhatTheCoreReadsOnAnyClock() async throws {
        let day = 24 * 60 * 60 * 1000
        for language in ["en-GB", "cy"] {
            let real = try RealPlan(language: language)
            try await real.seed {
                try await $0.somePlan()
                _ = try await $0.add(kind: "allergy", fields: [words("what", "Penicillin"), yes("on_card")])
            }
            let keys = real.keys
            let here = CardFile(folder: real.card, unsealing: PlainGCM()) { try keys.unwrap(item: .card, wrapped: $0) }
            for later in [0, day, 2 * day, 12 * day, 400 * day, -2 * day, 60_000 * day] {
                for offset in [0, 60, -480, 840, 2000] {
                    let ms = morning.ms + later
                    let core = try await real.doors().card(now: Moment(ms: ms, offsetMinutes: offset))
                    let read = try here.open(now: CardMoment(ms: ms, offsetMinutes: offset))
                    XCTAssertEqual(flat(read), flat(core), "\(language) \(later) \(offset)")
                }
            }
            try Data("half written".utf8).write(to: real.card.appendingPathComponent("card.next"))
            let core = try await real.doors().card(now: morning)
            XCTAssertEqual(flat(try here.open(now: now)), flat(core))
            XCTAssertNotNil(core.mayBeBehind)
        }
    }

    func testNoChangedByteIsDrawn() async throws {
        let sealed = try vector("card.sealed")
        // All that stands before the words, and some of them: the tests' own AES-GCM is slow.
        for at in Array(stride(from: 0, to: 33, by: 4)) + Array(stride(from: 33, to: sealed.count, by: 407)) + [sealed.count - 1] {
            let changed = try frozen { bytes in
                var bytes = bytes
                bytes[at] ^= 1
                return bytes
            }
            XCTAssertTrue([.notThis, .newer].contains(why(changed)), "byte \(at)")
        }
        for length in [0, 1, 16, 32, 33, sealed.count - 1] { XCTAssertEqual(why(try frozen { $0.prefix(length) }), .notThis, "\(length)") }
    }

    func testWhatIsNoCardSaysWhichAndNothingIsMoved() async throws {
        XCTAssertEqual(why(file { $0 }), .missing)
        XCTAssertEqual(why(try frozen { _ in Data(count: 300_000) }), .tooLarge)
        _ = try frozen()
        XCTAssertEqual(why(file { _ in throw KeyTrouble.lost }), .notThis)
        XCTAssertEqual(why(file { _ in throw KeyTrouble.locked }), .unreadable)
        XCTAssertEqual(why(file { _ in Data(count: 31) }), .notThis)
        let card = folder.appendingPathComponent("card")
        try FileManager.default.removeItem(at: card)
        XCTAssertEqual(why(file { $0 }), .missing)
        try FileManager.default.createSymbolicLink(at: card, withDestinationURL: folder.appendingPathComponent("card.photo"))
        XCTAssertEqual(why(file { $0 }), .unreadable)
        try FileManager.default.removeItem(at: card)
        try FileManager.default.createDirectory(at: card, withIntermediateDirectories: true)
        XCTAssertEqual(why(file { $0 }), .unreadable)
        XCTAssertEqual(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)), ["card", "card.key", "card.photo"])
    }

    func testWhatIsInsideIsDrawnOnlyWithItsSafetyLineAndFromAnHearthThatIsKnown() async throws {
        let text = try String(contentsOf: root.appendingPathComponent("tests/vectors/card/v1.json"), encoding: .utf8)
        func read(_ change: (inout [String: Any]) -> Void) throws -> WhyNoCard? {
            var json = try XCTUnwrap(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            change(&json)
            do {
                _ = try ReadCard.of(JSONSerialization.data(withJSONObject: json), now: now, behind: false)
                return nil
            } catch { return error as? WhyNoCard }
        }
        XCTAssertNil(try read { _ in })
        XCTAssertNil(try read { $0["something_new"] = ["a": 1] })
        XCTAssertEqual(try read { $0["safety"] = [] }, .malformed)
        XCTAssertEqual(try read { $0["safety"] = ["  "] }, .malformed)
        XCTAssertEqual(try read { $0["name"] = nil }, .malformed)
        XCTAssertEqual(try read { $0["v"] = 2; $0["name"] = 7 }, .newer)
        XCTAssertEqual(try read { $0["v"] = 0 }, .malformed)
        XCTAssertThrowsError(try ReadCard.of(Data([0xFF]), now: now, behind: false))
    }

    func testAWidgetShowsNoWordBeforeThePersonLetsItAndReadsNothingForThat() async throws {
        _ = try frozen()
        let noted = Noted()
        let here = file { noted.note(); return $0 }
        XCTAssertEqual(CardLook.of(here, lines: false, now: now), CardLook())
        XCTAssertEqual(noted.times, 0, "the key was read for nothing")
        let look = CardLook.of(here, lines: true, now: now)
        XCTAssertEqual(look.name, "Jo Example")
        XCTAssertTrue(look.lines.contains("Penicillin: swelling, 2009"), "\(look.lines)")
        XCTAssertEqual(look.fitting(2).count, 2)
        XCTAssertEqual(look.fitting(2).last, "…", "what does not fit is said to be there")
        try FileManager.default.removeItem(at: folder.appendingPathComponent("card"))
        XCTAssertEqual(CardLook.of(here, lines: true, now: now), CardLook(), "a card that does not open shows no line")
        XCTAssertEqual(CardLook.of(nil, lines: true, now: now), CardLook())
    }

    func testAWidgetIsDrawnAgainWhenTheCardIsADayOlder() async throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try XCTUnwrap(TimeZone(identifier: "Europe/London"))
        let date = Date(timeIntervalSince1970: Double(morning.ms) / 1000)
        XCTAssertEqual(CardLook.nextDay(after: date, in: calendar), calendar.startOfDay(for: date).addingTimeInterval(24 * 60 * 60))
    }

    func testWhatIsDialledIsTheNumberAndNothingElse() async {
        XCTAssertEqual(ReadCard.dialled("07700 900 123")?.absoluteString, "tel:07700900123")
        XCTAssertEqual(ReadCard.dialled("+44 (0)7700 900123")?.absoluteString, "tel:+4407700900123")
        XCTAssertNil(ReadCard.dialled("ask Sam"))
        XCTAssertNil(ReadCard.dialled(String(repeating: "1", count: 60)))
    }
}

/// What is found, which may change.
private final class Found: @unchecked Sendable {
    private let lock = NSLock()
    private var found: Result<ReadCard, WhyNoCard>
    init(_ found: Result<ReadCard, WhyNoCard>) { self.found = found }
    var now: Result<ReadCard, WhyNoCard> {
        get { lock.withLock { found } }
        set { lock.withLock { found = newValue } }
    }
}

/// The card's own page, over the stand-in.
@MainActor final class CardPageTests: XCTestCase {
    private func page(
        _ found: Result<ReadCard, WhyNoCard>, photo: Data? = nil, called: @escaping @MainActor (URL) -> Void = { _ in }
    ) -> Shown {
        Shown(CardPage(words: CardWordsTests.words("en"), read: { found }, photo: { photo }, call: called, close: {}))
    }

    func testThePhotoIsOnTheCardWhereThereIsOneAndNeverWithoutACard() async throws {
        let card = try ReadCard.of(Data(contentsOf: root.appendingPathComponent("tests/vectors/card/v1.json")), now: now, behind: false)
        func faces(_ shown: Shown) -> Int { shown.look().all.filter { $0.kind == .image && $0.label == card.name }.count }
        let shown = page(.success(card), photo: Data([1]))
        try await shown.wait("the photo") { faces(shown) == 1 }
        XCTAssertTrue(shown.has(card.name))
        shown.close()
        let faceless = page(.success(card))
        try await faceless.wait(for: card.name)
        XCTAssertEqual(faces(faceless), 0)
        faceless.close()
        // No card is no card, whatever else lies beside it.
        let nobody = page(.failure(.missing), photo: Data([1]))
        try await nobody.wait(for: CardWordsTests.words("en")(WhyNoCard.missing.word))
        XCTAssertEqual(faces(nobody), 0)
        nobody.close()
    }

    func testACardThatWasLeftOpenIsReadAgainWhenThePhoneShowsIt() async throws {
        let text = try Data(contentsOf: root.appendingPathComponent("tests/vectors/card/v1.json"))
        let found = Found(.failure(.unreadable))
        let shown = Shown(CardPage(words: CardWordsTests.words("en"), read: { found.now }, call: { _ in }, close: {}))
        try await shown.wait(for: CardWordsTests.words("en")(WhyNoCard.unreadable.word))
        let card = try ReadCard.of(text, now: now, behind: false)
        found.now = .success(card)
        shown.environment.scenePhase = .background
        shown.look()
        shown.environment.scenePhase = .active
        try await shown.wait(for: card.name)
        found.now = .success(try ReadCard.of(text, now: CardMoment(ms: now.ms + 40 * 86_400_000, offsetMinutes: 0), behind: false))
        shown.environment.scenePhase = .inactive
        shown.look()
        shown.environment.scenePhase = .active
        try await shown.wait("its age of now") { !shown.has(card.age) && shown.has(card.name) }
        shown.close()
    }

    func testTheCardIsReadAloudAndSaysWhereThereIsNoVoice() async throws {
        let card = try ReadCard.of(Data(contentsOf: root.appendingPathComponent("tests/vectors/card/v1.json")), now: now, behind: true)
        var said: [String] = []
        var can = true
        let words = CardWordsTests.words("en")
        let shown = Shown(CardPage(words: words, read: { .success(card) }, call: { _ in }, say: { lines, _ in said = lines; return can }, close: {}))
        try await shown.wait(for: card.name)
        try shown.tap(words(.readAloud))
        for line in card.plans.flatMap({ $0.zones.flatMap { $0.signs + $0.steps } }) {
            XCTAssertTrue(said.contains { $0.contains(line.text) }, "“\(line.text)” is not read")
        }
        XCTAssertTrue(said.contains(card.age))
        XCTAssertFalse(shown.has(words(.noVoice)))
        can = false
        try shown.tap(words(.readAloud))
        XCTAssertTrue(shown.has(words(.noVoice)))
        shown.close()
    }

    func testWithoutACardTheNumberToDialAndWhyAreThere() async throws {
        var called: [URL] = []
        for why in WhyNoCard.allCases {
            let shown = page(.failure(why)) { called.append($0) }
            XCTAssertTrue(shown.has("Life at risk?"), "before anything is read")
            try shown.tap("Call 999")
            try await shown.wait(for: CardWordsTests.words("en")(why.word))
            XCTAssertTrue(shown.has("Life at risk?"))
            shown.close()
        }
        XCTAssertEqual(Set(called.map(\.absoluteString)), ["tel:999"])
    }

    func testAllOfTheCardIsDrawnAndItsPeopleAreCalled() async throws {
        let text = try Data(contentsOf: root.appendingPathComponent("tests/vectors/card/v1.json"))
        let card = try ReadCard.of(text, now: now, behind: true)
        var called: [URL] = []
        let shown = page(.success(card)) { called.append($0) }
        try await shown.wait(for: card.name)
        var said: [String] = [card.name, card.made, card.age, card.notAnInstruction]
        said.append(card.mayBeBehind ?? "?")
        said.append(contentsOf: card.safety)
        for section in card.sections {
            said.append(section.heading)
            for line in section.lines { said.append(line.text) }
        }
        for plan in card.plans {
            said.append(plan.name)
            for zone in plan.zones {
                said.append(zone.heading)
                for line in zone.signs { said.append(line.text) }
                for (at, line) in zone.steps.enumerated() { said.append("\(at + 1). \(line.text)") }
            }
            for line in plan.coping { said.append(line.text) }
            for line in plan.medicinesKept { said.append(line.text) }
        }
        for line in said { XCTAssertTrue(shown.has(line), "“\(line)” is not there") }
        let contact = try XCTUnwrap(card.contacts.first { $0.number != nil })
        let name = [contact.name, contact.relation, contact.number].compactMap { $0 }.joined(separator: ", ")
        try shown.tap("Call \(name)")
        XCTAssertEqual(called, [ReadCard.dialled(contact.number ?? "")].compactMap { $0 })
        XCTAssertEqual(shown.faults, [])
        for control in shown.look().all where control.isControl { XCTAssertFalse(control.name.isEmpty) }
        shown.close()
    }
}

/// What is said where no core is there is the core's own.
@MainActor final class CardWordsTests: XCTestCase {
    private struct Catalog: Decodable {
        struct Entry: Decodable { let localizations: [String: Localization] }
        struct Localization: Decodable { let stringUnit: Unit }
        struct Unit: Decodable { let value: String }
        let strings: [String: Entry]
    }

    private static func read() throws -> Catalog {
        let file = root.appendingPathComponent("ios/App/Words/\(CardWord.table).xcstrings")
        return try JSONDecoder().decode(Catalog.self, from: Data(contentsOf: file))
    }

    nonisolated static func words(_ language: String) -> CardWords {
        CardWords(language: language) { key in MainActor.assumeIsolated { (try? read())?.strings[key]?.localizations[language]?.stringUnit.value } }
    }

    func testWhatTheCardSaysWithoutTheCoreIsWhatTheCoreSays() async throws {
        XCTAssertEqual(Set(try Self.read().strings.keys), Set(CardWord.allCases.map(\.rawValue)))
        for (tag, language) in [("en-GB", "en"), ("cy", "cy")] {
            let doors = try RealPlan(language: tag).doors()
            let words = Self.words(language)
            let note = try await doors.safetyNote()
            XCTAssertEqual(words(.lifeAtRisk), note.lifeAtRisk)
            XCTAssertEqual(CardWord.emergencyNumber, note.emergencyNumber)
            for why in WhyNoCard.allCases {
                let said = try await doors.sentence(key: "error-card-\(why.rawValue)", with: [:])
                XCTAssertEqual(words(why.word), said, "\(language) \(why)")
            }
        }
    }
}
