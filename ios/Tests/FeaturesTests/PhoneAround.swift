// A phone around settings and the practice that notes what it was asked, and a practice to link with.

import Bridge
import BridgeTesting
@testable import Features
import Foundation
import Platform
import XCTest

/// A phone: its files, its lock, its browser.
@MainActor final class PhoneAround: Papers, Asker, WebSignIn {
    /// What is chosen where a file is asked for.
    var chosen: URL?
    /// Where a file may be kept; none: the person goes back.
    var place: URL?
    var can = true
    var knows = true
    private(set) var asked = 0
    /// Addresses that the browser's sheet was opened with, and what it comes back with.
    private(set) var opened: [URL] = []
    var comesBack: @MainActor (URL) -> URL? = { _ in nil }

    func choose() async -> Chosen? { chosen.map { Chosen(name: $0.lastPathComponent, path: $0.path) } }

    func keep(path: String, name: String, type: String) async -> Bool {
        guard let place else { return false }
        try? FileManager.default.removeItem(at: place)
        return (try? FileManager.default.copyItem(atPath: path, toPath: place.path)) != nil
    }

    func ask(_ words: String) async -> Bool {
        asked += 1
        return knows
    }

    func signIn(at address: URL, callback scheme: String) async -> URL? {
        opened.append(address)
        return comesBack(address)
    }

    /// Everything that it brings.
    func outside(_ outside: inout Outside) {
        outside.papers = self
        outside.asker = self
        outside.webSignIn = self
        outside.backupFile = Scratch.place("backup").path
    }
}

/// A practice of the project's own harness, on this machine's loopback: see tests/src/practice/street.rs.
struct Surgery {
    private let port: UInt16
    private let name = UUID().uuidString
    let base: String

    /// Throws where the run brought no street of practices.
    init() throws {
        guard let street = ProcessInfo.processInfo.environment["HEARTH_STREET"], let port = street.split(separator: ":").last.flatMap({ UInt16($0) })
        else { throw XCTSkip("no street of practices: cargo xtask ios test brings one") }
        self.port = port
        base = "\(street)/\(name)/fhir"
    }

    /// The person signs in at an address and says yes: where the browser comes back to.
    func signIn(_ address: URL) -> URL? {
        let path = address.absoluteString.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).last.map(String.init) ?? ""
        let answer = Loopback.ask(port, "GET", "/" + path)
        let line = answer.head.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("location: ") }
        return line.flatMap { URL(string: String($0.dropFirst("location: ".count))) }
    }

    /// Something that those who work there do. Gives what its goals say then, a line each.
    @discardableResult func does(_ what: String, _ with: String = "") -> String { Loopback.ask(port, "POST", "/\(name)/does/\(what)", with).body }

    /// Links without a screen.
    func link(_ plan: any Plan) async throws {
        let url = try await plan.linkBegin(base: base, client: Linking.client, redirect: Linking.redirect)
        let back = try XCTUnwrap(URL(string: url).flatMap(signIn))
        _ = try await plan.linkFinish(returned: back.absoluteString, name: "The Canal Surgery")
    }
}

struct DidNotCome: Error {}

extension OverCore {
    /// A picture with words in the box that are nobody's.
    func pictureWithMadeUpWords(_ name: String) throws {
        let typed = session.typedWords
        defer { session.typedWords = typed }
        session.typedWords = "sun moon river stone apple chair window bread lamp garden kettle boat"
        try picture(name)
    }

    /// Waits for a text that comes of long work.
    func untilSeen(_ text: String, file: StaticString = #filePath, line: UInt = #line) async throws {
        try await until("“\(text)”", file: file, line: line) { self.shown.has(text) }
        try await settle()
    }

    func until(_ what: String, file: StaticString = #filePath, line: UInt = #line, _ over: @MainActor () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            shown.look()
            if try await over() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        XCTFail("it did not come to \(what); there is: \(shown.texts)", file: file, line: line)
        throw DidNotCome()
    }
}
