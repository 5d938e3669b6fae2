// What holds of every feature: words in both languages, names of screens, keys and fields that the core has.

import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class WholeTests: XCTestCase {
    private var texts: [any AppText.Type] { [CoreText.self] + Screens.features.flatMap { $0.texts } }

    func testEveryTextIsThereInEveryLanguageAndNoneIsLeftOver() async throws {
        for table in texts { try whole(table) }
        let files = try FileManager.default.contentsOfDirectory(atPath: Texts.folder.path).filter { $0.hasSuffix(".xcstrings") }
        XCTAssertEqual(Set(files), Set(texts.map { $0.table + ".xcstrings" }), "a catalog that no feature names, or one that is missing")
    }

    private func whole<T: AppText>(_ table: T.Type) throws {
        let catalog = Texts.catalog(T.table).strings
        XCTAssertEqual(Set(catalog.keys), Set(T.allCases.map(\.rawValue)), "\(T.table): texts and catalog differ")
        for (key, entry) in catalog {
            for language in Texts.languages {
                let value = entry.localizations?[language]?.stringUnit.value ?? ""
                XCTAssertFalse(value.isBlank, "\(T.table).\(key) is not there in \(language)")
            }
            let places = Texts.languages.map { language in
                Set((entry.localizations?[language]?.stringUnit.value ?? "").matches(of: /%(\d\$)?@/).map { String($0.output.0) })
            }
            XCTAssertEqual(places[0], places[1], "\(T.table).\(key): what is put in differs between languages")
        }
    }

    func testEveryScreenIsInTheListWithItsPlaceAndNoneTwice() async throws {
        let screens = Screens.features.flatMap { $0.screens }
        XCTAssertEqual(Set(screens.map(\.name)).count, screens.count, "two screens have one name")
        let listed = try ScreenList.read()
        for screen in screens { XCTAssertEqual(listed[screen.name], screen.place.rawValue, screen.name) }
        let notYet = Set(listed.keys).subtracting(screens.map(\.name)).subtracting(Screens.byRoot)
        print("screens not made yet: \(notYet.count) of \(listed.count): \(notYet.sorted().joined(separator: ", "))")
    }

    func testEverySentenceThatIsAskedForIsThere() async throws {
        let real = try RealPlan()
        try await real.seed()
        let open = try await real.doors().open(say: Said.asked)
        defer { open.plan.close() }
        for (asked, said) in zip(Said.asked, open.sentences) {
            XCTAssertFalse(said.isBlank || said.contains(asked.key), "the core has no sentence \(asked.key)")
        }
    }

    func testTextsAreFilledInAnyOrder() async {
        XCTAssertEqual(Texts.filled("Step %1$@ of 4", ["2"]), "Step 2 of 4")
        XCTAssertEqual(Texts.filled("%2$@ before %1$@, 100 %", ["a", "b"]), "b before a, 100 %")
        XCTAssertEqual(Texts.filled("%@ and %@", ["a", "%@"]), "a and %@")
        XCTAssertEqual(Texts.filled("%3$@%", ["a"]), "%", "what is not given is empty, and nothing ends the app")
    }

    func testEverySpokenLanguageIsOneOfTheCatalogs() async {
        XCTAssertEqual(Texts(language: "cy").language, "cy")
        XCTAssertEqual(Texts(language: "en-GB").language, "en")
        XCTAssertEqual(Texts(language: "tlh").language, "en")
    }

    func testThePlanIsSpokenInWelshAfterItIsChosen() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        try await over.session.speak("cy")
        try await over.settle()
        over.sees("Heddiw")
        over.seemsKind("today")
        try over.picture("today")
    }

    func testADayIsKeptAsItWasTyped() async {
        XCTAssertEqual(Day.kept("//1951"), "1951")
        XCTAssertEqual(Day.kept("/3/1951"), "1951-03")
        XCTAssertEqual(Day.kept("4/3/1951"), "1951-03-04")
        XCTAssertEqual(Day.kept("٤/٣/١٩٥١"), "1951-03-04", "digits of any script")
        XCTAssertEqual(Day.changed("", 3, 2, "1951"), "//1951")
        XCTAssertEqual(Day.changed("//1951", 3, 2, ""), "")
    }
}

/// docs/screens.tsv.
enum ScreenList {
    static func read() throws -> [String: String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/screens.tsv"), encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
}
