// A share host of the project's own on this machine's loopback, and what hands words from one phone to another.

import Bridge
@testable import Features
import Foundation
import Platform
import XCTest

/// Asks over loopback, plainly: a test needs no more of HTTP.
enum Loopback {
    static func ask(_ port: UInt16, _ method: String, _ path: String, _ body: String = "") -> (head: String, body: String) {
        let at = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(at) }
        var to = sockaddr_in()
        to.sin_family = sa_family_t(AF_INET)
        to.sin_port = port.bigEndian
        to.sin_addr.s_addr = inet_addr("127.0.0.1")
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &to) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(at, $0, length) }
        }
        guard connected == 0 else { return ("", "") }
        let text = "\(method) \(path) HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: \(body.utf8.count)\r\nconnection: close\r\n\r\n\(body)"
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(at, $0.baseAddress, $0.count, 0) }
            if sent <= 0 { return ("", "") }
            rest = rest.dropFirst(sent)
        }
        var all: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while case let got = recv(at, &part, part.count, 0), got > 0 { all += part[..<got] }
        let answer = String(decoding: all, as: UTF8.self)
        guard let end = answer.range(of: "\r\n\r\n") else { return (answer, "") }
        return (String(answer[..<end.lowerBound]), String(answer[end.upperBound...]))
    }
}

/// A real share host of its own: see host/examples/hosts.
struct ShareHost {
    private let port: UInt16
    private let name = UUID().uuidString

    /// Throws where the run brought no hosts.
    init() throws {
        guard let door = ProcessInfo.processInfo.environment["HEARTH_HOSTS"], let port = door.split(separator: ":").last.flatMap({ UInt16($0) })
        else { throw XCTSkip("no share hosts: cargo xtask ios test brings them") }
        self.port = port
    }

    @discardableResult private func does(_ what: String, _ with: String = "") -> (head: String, body: String) {
        Loopback.ask(port, "POST", "/\(name)/does/\(what)", with)
    }

    /// Its address, and a token for one more phone.
    func token() throws -> (address: String, token: String) {
        let lines = does("enrol").body.split(whereSeparator: \.isNewline).map(String.init)
        guard lines.count == 2 else { throw DidNotCome() }
        return (lines[0], lines[1])
    }

    /// A plan that may share here.
    func enrol(_ plan: any Plan) async throws {
        let given = try token()
        _ = try await plan.shareEnrol(address: given.address, token: given.token)
    }

    /// It takes connections and hangs up.
    func sleep() { does("sleep") }
    func wake() { does("wake") }
    func now(_ moment: Moment) { does("now", "\(moment.ms)") }

    /// What an independent reader of the core sees behind a link; none where it does not open.
    func open(_ link: String, passcode: String = "", who: String = "Somebody") -> String? {
        let answer = does("open", "\(link)\n\(passcode)\n\(who)")
        return answer.head.contains(" 200 ") ? answer.body : nil
    }
}

/// A camera that sees what another phone shows.
@MainActor final class OtherScreen: Platform.Scanner {
    var shows: String?
    func scan() async -> String? { shows }
}

/// Takes what is given to another app, and what is copied.
@MainActor final class TakenOut: Sharer, Copier {
    private(set) var texts: [String] = []
    private(set) var copied: [String] = []
    func text(_ text: String, title: String) async { texts.append(text) }
    func file(_ bytes: Data, name: String, type: String) async {}
    func copy(_ text: String) { copied.append(text) }
}

extension Moment {
    static func morning(plus days: Int) -> Moment { Moment(ms: 1_795_685_400_000 + days * 86_400_000, offsetMinutes: 0) }
}
