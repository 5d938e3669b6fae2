// Two or more phones in one story: a person, their carer, their other phone.

import Bridge
import BridgeTesting
@testable import Features
import Foundation
import Platform
import XCTest

/// A person's phone and their carer's, with a host between them.
@MainActor final class Two {
    let host: ShareHost
    let jo: OverCore
    private(set) var sam: OverCore
    /// What Sam's camera sees.
    let screen = OtherScreen()
    let taken = TakenOut()
    private let test: String

    init(hasHost: Bool = true, test: String = #function) async throws {
        self.test = test
        host = try ShareHost()
        let (screen, taken, host) = (screen, taken, host)
        jo = try OverCore(outside: { $0.sharer = taken; $0.copier = taken }, test: test)
        sam = try OverCore(outside: { $0.scanner = screen }, test: test)
        try await jo.seed { plan in
            try await plan.someGoal()
            try await plan.somePlan()
            if hasHost { try await host.enrol(plan) }
        }
        try await sam.real.doors().begin(callMe: "Sam").plan.close()
        try await jo.open()
        try await sam.open()
    }

    /// Sam's phone is put away and opened anew.
    func openSamAnew() async throws {
        sam.close()
        let screen = screen
        sam = try OverCore(real: sam.real, outside: { $0.scanner = screen }, test: test)
        try await sam.open()
    }

    func close() {
        jo.close()
        sam.close()
    }

    /// Every clock is set.
    func later(days: Int) {
        let then = Moment.morning(plus: days)
        host.now(then)
        jo.real.now = then
        sam.real.now = then
    }

    /// The digits stand on both phones: Jo's code was made, Sam has scanned it and answered.
    func compare() async throws -> String {
        try await jo.go("carer-new")
        try await jo.tap("Make a code")
        try await jo.untilSeen("Show this code, or send it.")
        screen.shows = try await jo.ask { try await $0.pairings().invitations[0].text }
        try await sam.go("follow-new")
        try await sam.tap("Scan a code")
        try await sam.untilSeen("Jo asks you to be their carer.")
        try await sam.tap("Answer them")
        try await sam.untilSeen("Waiting for Jo to answer")
        try await jo.tap("Look for an answer")
        try await jo.untilSeen("Read these digits out to each other.")
        try await sam.tap("Look again")
        try await sam.untilSeen("Read these digits out to each other.")
        let digits = try await jo.ask { try await $0.pairings().invitations[0].digits }
        return try XCTUnwrap(digits)
    }

    /// Without a screen.
    func pair() async throws {
        let (jo, sam) = (try self.jo.here.plan, try self.sam.here.plan)
        let invitation = try await jo.carerInvite()
        let id = try await sam.followAccept(text: invitation.text, name: "Sam").meetings[0].id
        _ = try await jo.deliverMail()
        _ = try await sam.followLook()
        _ = try await sam.followSame(id: id)
        let choice = try await jo.carerOffered()
        let preview = try await jo.sharePreview(choice: choice)
        _ = try await jo.carerSame(id: invitation.id, person: nil, choice: choice, sum: preview.sum)
        _ = try await sam.followLook()
        try self.jo.here.changed()
        try self.sam.here.changed()
    }

    /// The one that Sam follows.
    func copy() async throws -> Followed {
        let all = try await sam.ask { try await $0.following().followed }
        return try XCTUnwrap(all.first)
    }
}

extension OverCore {
    /// One text stands above another.
    func sees(_ first: String, before second: String, file: StaticString = #filePath, line: UInt = #line) {
        let texts = shown.look().all.map { $0.label ?? $0.text }
        let (one, two) = (texts.firstIndex { $0.contains(first) }, texts.firstIndex { $0.contains(second) })
        guard let one, let two else { return XCTFail("“\(first)” or “\(second)” is not here; there is: \(texts)", file: file, line: line) }
        XCTAssertLessThan(one, two, "“\(second)” stands above “\(first)”", file: file, line: line)
    }

    /// The app is put away and comes back to the front.
    func putAwayAndBack() async throws {
        shown.environment.scenePhase = .background
        try await settle()
        shown.environment.scenePhase = .active
        try await settle()
    }
}

/// As they are read out.
func spoken(_ digits: String) -> String {
    "The six digits: " + digits.filter { $0 != " " }.map(String.init).joined(separator: " ")
}
