// Everything drawn over the core itself: a session on a store of its own, and a screen that is touched.

import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

/// Notes what was opened outside the app. It refuses what the phone's own opener refuses.
@MainActor final class NotedOpener: Opener {
    private(set) var opened: [URL] = []
    func open(_ address: URL) async -> Bool {
        // A practice of the tests is on this machine; any other is not opened in clear.
        guard Openable.may(address) || address.host() == "127.0.0.1" else { return false }
        opened.append(address)
        return true
    }
}

@MainActor final class OverCore {
    let real: RealPlan
    let opener = NotedOpener()
    let session: Session
    private(set) var shown: Shown
    /// A screen that was gone to, and not reached by taps.
    private var wentTo: String?
    /// Which test this is for: docs/screens.md counts them.
    private let test: String

    init(
        language: String = "en-GB", real: RealPlan? = nil, outside change: (inout Outside) -> Void = { _ in }, test: String = #function
    ) throws {
        self.test = test
        let real = try real ?? RealPlan(language: language)
        self.real = real
        var outside = Outside(now: { real.now }, opener: opener, choices: NotedChoices())
        change(&outside)
        let session = Session(doors: real.doors(), outside: outside, language: language)
        self.session = session
        shown = Shown(Root(session: session))
        shown.environment.layoutDirection = .leftToRight
    }

    /// A plan is begun and filled before the app is opened.
    func seed(_ fill: (any Plan) async throws -> Void = { _ in }) async throws { try await real.seed(fill) }

    /// Opens the app, and waits until it stands still.
    func open() async throws {
        shown.look()
        try await shown.wait("the plan is opened, or it is said why not") {
            if case .opening = session.stage { return false }
            return true
        }
        try await settle()
    }

    /// The app is put away and opened anew: nothing is left but what is on the disk.
    func openAnew() async throws -> OverCore {
        close()
        let again = try OverCore(real: real, test: test)
        try await again.open()
        return again
    }

    var here: Here {
        get throws { try XCTUnwrap(session.here, "no plan is open") }
    }

    /// Asks the plan what it holds.
    func ask<T: Sendable>(_ work: (any Plan) async throws -> T) async throws -> T { try await work(here.plan) }

    /// Waits until nothing is under way and everything is drawn that changed.
    func settle() async throws {
        var still = 0
        var drawn = ""
        for _ in 0..<4_000 where still < 5 {
            let texts = shown.look().all.map { "\($0.name)\($0.value ?? "")" }.joined(separator: "\n")
            let isStill = session.busy == 0 && (session.here?.busy ?? 0) == 0 && texts == drawn
            still = isStill ? still + 1 : 0
            drawn = texts
            try await Task.sleep(for: .milliseconds(3))
        }
        XCTAssertEqual(shown.faults, [])
        try note()
    }

    // What a person does.
    func tap(_ name: String, file: StaticString = #filePath, line: UInt = #line) async throws { try await told(file, line) { try shown.tap(name) } }
    func type(_ text: String, _ box: String, file: StaticString = #filePath, line: UInt = #line) async throws { try await told(file, line) { try shown.type(text, into: box) } }
    func turn(_ name: String, _ on: Bool, file: StaticString = #filePath, line: UInt = #line) async throws { try await told(file, line) { try shown.turn(name, on) } }
    func scale(_ kind: String, _ step: Int, file: StaticString = #filePath, line: UInt = #line) async throws { try await told(file, line) { try shown.tap("step-\(step)") } }
    func back(file: StaticString = #filePath, line: UInt = #line) async throws { try await told(file, line) { try shown.goBack() } }

    private func told(_ file: StaticString, _ line: UInt, _ act: () throws -> Void) async throws {
        do {
            try act()
        } catch {
            XCTFail("\(error)", file: file, line: line)
            throw error
        }
        try await settle()
    }

    func sees(_ text: String, file: StaticString = #filePath, line: UInt = #line) {
        XCTAssertTrue(shown.has(text), "“\(text)” is not here; there is: \(shown.texts)", file: file, line: line)
    }

    func doesNotSee(_ text: String, file: StaticString = #filePath, line: UInt = #line) {
        XCTAssertFalse(shown.has(text), "“\(text)” is here", file: file, line: line)
    }

    /// Goes to a screen without taps.
    func go(_ screen: String, _ about: String..., in place: PlaceName? = nil) async throws {
        try await go(screen, about, in: place)
    }

    func go(_ screen: String, _ about: [String], in place: PlaceName? = nil) async throws {
        let way = try here.way
        let place = place ?? Screens.all[screen]?.place ?? way.place
        way.place = place
        way.ways[place] = screen == place.first ? [] : [Where(screen, about)]
        wentTo = screen
        try await settle()
    }

    /// What every screen must be to somebody who does not see it.
    func seemsKind(_ screen: String, file: StaticString = #filePath, line: UInt = #line) {
        let tree = shown.look()
        for control in tree.all where control.isControl && !control.isHidden && control.kind != .box {
            XCTAssertFalse(control.name.isBlank, "\(screen): nothing to say of a \(control.kind) \(control.identifier ?? "")", file: file, line: line)
        }
        XCTAssertTrue(tree.all.contains { $0.traits.contains("header") }, "\(screen): no heading", file: file, line: line)
        XCTAssertFalse(tree.texts.contains { $0.hasPrefix("[") && $0.hasSuffix("]") }, "\(screen): a word is missing: \(tree.texts)", file: file, line: line)
    }

    /// A picture of what is shown now, where pictures are asked for: light, dark, large, from right to left; in Welsh, where it is spoken.
    func picture(_ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["HEARTH_IOS_PICTURES"] else { return }
        let before = shown.environment
        defer { shown.environment = before }
        let welsh: [(String, ColorScheme, LayoutDirection, DynamicTypeSize)] = [("welsh", .light, .leftToRight, .large)]
        let looks: [(String, ColorScheme, LayoutDirection, DynamicTypeSize)] = session.texts.language == "cy" ? welsh : [
            ("light", .light, .leftToRight, .large), ("dark", .dark, .leftToRight, .large), ("large", .light, .leftToRight, .accessibility5),
            ("right-to-left", .light, .rightToLeft, .large),
        ]
        for (look, scheme, direction, size) in looks {
            shown.environment.colorScheme = scheme
            shown.environment.layoutDirection = direction
            shown.environment.dynamicTypeSize = size
            let tokens = Tokens.of(scheme)
            let html = Schematic.page(
                shown.look(), title: name, paper: css(tokens.paper), ink: css(tokens.ink), language: session.texts.language,
                rightToLeft: direction == .rightToLeft, scale: size == .large ? 1 : 2
            )
            try html.write(toFile: "\(folder)/\(name)-\(look).html", atomically: true, encoding: .utf8)
        }
    }

    private func css(_ value: UInt32) -> String { "#" + String(format: "%06X", value) }

    /// Notes which screen was drawn: docs/screens.md is made of it.
    private func note() throws {
        guard let file = ProcessInfo.processInfo.environment["HEARTH_IOS_SEEN"] else { return }
        let screen = session.screenNow
        if screen.isEmpty { return }
        if !FileManager.default.fileExists(atPath: file) { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        let to = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        try to.seekToEnd()
        try to.write(contentsOf: Data("\(screen)\t\(screen == wentTo ? "drawn" : "driven")\t\(test)\n".utf8))
        try to.close()
    }

    func close() {
        shown.close()
        session.close()
    }
}
