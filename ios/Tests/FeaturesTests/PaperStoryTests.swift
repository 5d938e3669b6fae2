import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

/// The plan on paper, drawn by the core with the letters that the app brings.
@MainActor final class PaperStoryTests: XCTestCase {
    private let start = Data("%PDF-".utf8)

    func testThePlanIsDrawnAndPrintedAndGivenAsAFile() async throws {
        let (printer, sharer) = (NotedPrinter(), NotedSharer())
        let over = try OverCore(outside: {
            $0.printer = printer
            $0.sharer = sharer
        })
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        try await over.tap("My plan")
        try await over.tap("On paper")
        XCTAssertTrue(try over.shown.find("My plan on a page") { $0.tap != nil }.traits.contains("selected"))
        over.seemsKind("paper")
        try over.picture("paper")
        try await over.tap("Make the paper")
        over.sees("Pages: 1")
        try over.picture("paper-made")
        try await over.tap("Print it")
        try await over.tap("Send it, or keep it as a file")
        let file = try XCTUnwrap(sharer.files.first)
        XCTAssertEqual([file.name, file.type], ["My plan on a page.pdf", "application/pdf"])
        XCTAssertTrue(file.bytes.starts(with: start))
        XCTAssertEqual(printer.papers, [file.bytes])
        try await over.turn("Large print", true)
        over.doesNotSee("Pages: 1")
        try await over.tap("Make the paper")
        try await over.tap("Print it")
        XCTAssertNotEqual(printer.papers[1], file.bytes)
        printer.can = false
        try await over.tap("Print it")
        over.sees("This phone can’t print just now. Nothing was lost.")
        try await over.tap("Emergency card")
        over.doesNotSee("This phone can’t print just now. Nothing was lost.")
        try await over.tap("Make the paper")
        over.sees("Pages: ")
    }

    func testAPlanWithNothingInItAndAVisitAreDrawnToo() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.beginVisit(whatFor: "My yearly talk", with: "The nurse", on: "2026-12-03") }
        try await over.go("paper")
        XCTAssertThrowsError(try over.shown.find("For my visit"), "no visit was meant")
        try await over.tap("Make the paper")
        over.sees("Pages: 1")
        over.sees("This phone can neither print nor send it.")
        over.seemsKind("paper")
        try over.picture("paper-empty")
        try await over.go("visit", visit)
        try await over.tap("On paper")
        XCTAssertTrue(try over.isChosen("For my visit"))
        over.sees("My yearly talk")
        try await over.tap("Make the paper")
        over.sees("Pages: 1")
    }

    func testWhatCannotBePrintedIsSaidBeforeItIs() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed {
            // Welsh, Greek, Polish, Urdu and Punjabi are drawn; Georgian is not.
            let all = ["Mae’r ŵyl yn y tŷ", "Καλημέρα", "Zażółć gęślą jaźń", "صبح بخیر", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ"]
            for text in all { _ = try await $0.add(kind: "goal", fields: [words("words", text)]) }
        }
        try await over.open()
        try await over.go("paper")
        try await over.tap("Make the paper")
        over.sees("Pages: ")
        let all = try await over.ask { try await $0.paper(kind: .plan, largePrint: false, fonts: PaperFonts.all()).notDrawn }
        XCTAssertEqual(all, 0)
        _ = try await over.ask { try await $0.add(kind: "goal", fields: [words("words", "დილა")]) }
        try await over.turn("Large print", true)
        try await over.tap("Make the paper")
        over.sees("Signs that this phone could not print: 4.")
    }

    func testTheRecoveryWordsArePrintedBehindTheLockAndGoWhenTheAppIsPutAway() async throws {
        let (phone, printer, sharer) = (PhoneAround(), NotedPrinter(), NotedSharer())
        let over = try OverCore(outside: {
            phone.outside(&$0)
            $0.printer = printer
            $0.sharer = sharer
        })
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("paper")
        try await over.tap("Recovery words")
        over.sees("Whoever has this paper can open a backup of your plan.")
        phone.knows = false
        try await over.tap("Make the paper")
        over.sees("The phone did not let you by")
        XCTAssertThrowsError(try over.shown.find("Print it"))
        phone.knows = true
        try await over.tap("Make the paper")
        XCTAssertEqual(phone.asked, 2)
        XCTAssertThrowsError(try over.shown.find("Send it, or keep it as a file"), "the words are given to no other app")
        over.seemsKind("paper")
        try over.picture("paper-words")
        try await over.tap("Print it")
        XCTAssertEqual(printer.papers.first?.starts(with: start), true)
        over.shown.environment.scenePhase = .background
        try await over.settle()
        over.shown.environment.scenePhase = .active
        try await over.settle()
        XCTAssertThrowsError(try over.shown.find("Print it"), "put away and taken up again, it is still there")
        try await over.tap("Make the paper")
        try await over.tap("My plan on a page")
        XCTAssertThrowsError(try over.shown.find("Print it"), "it is another paper")
        XCTAssertEqual(sharer.files.count, 0)
    }

    func testTheLettersAreThoseThatTheirLicencesStandBeside() async throws {
        let folder = try XCTUnwrap(PaperFonts.file("x")).deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        XCTAssertEqual(Set(files.filter { $0.hasSuffix(".ttf") }), Set(PaperFonts.names.map { $0 + ".ttf" }))
        for name in PaperFonts.names {
            let family = name.split(separator: "_")[0]
            let licence = try String(contentsOf: folder.appendingPathComponent("\(family)-OFL.txt"), encoding: .utf8)
            XCTAssertTrue(licence.contains("SIL OPEN FONT LICENSE Version 1.1"), name)
        }
        let all = await PaperFonts.all()
        XCTAssertEqual(all.count, PaperFonts.names.count)
    }
}
