import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

/// Notes whether the screen is to stay lit.
@MainActor final class NotedLamp: Lamp {
    private(set) var isLit = false
    func lit(_ on: Bool) { isLit = on }
}

/// An appointment: its code is made ahead, with signal, and shown in the room without.
@MainActor final class VisitShowStoryTests: XCTestCase {
    private func opened(_ host: ShareHost?, _ lamp: NotedLamp? = nil) async throws -> (OverCore, String) {
        let over = try OverCore(outside: { $0.lamp = lamp })
        let visit = try await over.opened {
            try await $0.someGoal()
            try await $0.somePlan()
            if let host { try await host.enrol($0) }
            return try await $0.beginVisit(whatFor: "My yearly talk", with: "The nurse", on: "2026-12-03")
        }
        return (over, visit)
    }

    private func made(_ over: OverCore, _ visit: String) async throws -> Share {
        try await over.until("the code is made") { try await over.ask { try await $0.visitCodeMade(visit: visit) } != nil }
        let going = over.session.goings["visit-show/\(visit)"]
        try await over.until("it is asked") { !going.isOn }
        try await over.settle()
        let code = try await over.ask { try await $0.visitCodeMade(visit: visit) }
        return try XCTUnwrap(code?.share)
    }

    func testACodeIsMadeAheadAndShownInARoomWithoutSignalUntilHalfAnHourAfter() async throws {
        let (host, lamp) = (try ShareHost(), NotedLamp())
        let (over, visit) = try await opened(host, lamp)
        defer { over.close() }
        try await over.tap("Visits")
        try await over.tap("Open this visit: My yearly talk")
        try await over.tap("Show at my visit")
        over.sees("Make the code now, while you have signal.")
        XCTAssertEqual((0..<3).map { try? over.shown.find("visit-show/\(visit)/day-\($0)").text }, ["03", "12", "2026"])
        over.seemsKind("visit-show")
        try over.picture("visit-show-ahead")
        XCTAssertFalse(lamp.isLit)
        try await over.tap("By 5 in the afternoon")
        try await over.tap("See what they will see")
        over.sees("Manage my pain so I don’t wake up at night")
        over.sees("Whoever has the link has its key.")
        over.sees("3 December")
        over.sees("17:30")
        try await over.tap("Make the code")
        let share = try await made(over, visit)
        XCTAssertEqual(share.until, 1_796_319_000_000, "5 in the afternoon of 3 December, and half an hour")
        XCTAssertEqual(share.label, "My visit", "what the visit is for stands in no link")
        // In the room: no signal, and the app opened anew.
        host.sleep()
        let room = try await over.openAnew()
        defer { room.close() }
        room.real.now = Moment(ms: morning.ms + 7 * 86_400_000, offsetMinutes: 0)
        try await room.go("visit-show", visit)
        room.sees("Show this code at the visit. It needs no signal on your phone.")
        let passcode = try XCTUnwrap(share.passcode)
        XCTAssertEqual(try room.shown.find("passcode").texts, [passcode])
        XCTAssertTrue(room.drawing.contains("<path"))
        room.seemsKind("visit-show")
        try room.picture("visit-show")
        // Whoever scans it has signal of their own.
        host.wake()
        let link = try XCTUnwrap(share.link)
        host.now(.morning(plus: 7))
        XCTAssertNil(host.open(link, who: "The nurse"))
        XCTAssertEqual(host.open(link, passcode: passcode, who: "The nurse")?.contains("Manage my pain"), true)
        host.now(Moment(ms: 1_796_319_060_000, offsetMinutes: 0))
        XCTAssertNil(host.open(link, passcode: passcode, who: "The nurse"), "half an hour after the visit it is over")
        room.real.now = Moment(ms: 1_796_319_060_000, offsetMinutes: 0)
        try await room.go("visits")
        try await room.go("visit-show", visit)
        room.sees("Make the code now, while you have signal.")
    }

    func testTheScreenIsLitWhileTheCodeIsHeldOutAndNoLonger() async throws {
        let (host, lamp) = (try ShareHost(), NotedLamp())
        let (over, visit) = try await opened(host, lamp)
        defer { over.close() }
        try await over.go("visit-show", visit)
        try await over.tap("See what they will see")
        try await over.tap("Make the code")
        let share = try await made(over, visit)
        over.sees("The screen stays bright while the code is here.")
        XCTAssertTrue(lamp.isLit)
        over.shown.environment.scenePhase = .inactive
        try await over.settle()
        XCTAssertFalse(lamp.isLit, "put away, it is as bright as it was")
        over.shown.environment.scenePhase = .active
        try await over.settle()
        XCTAssertTrue(lamp.isLit)
        over.shown.environment.isSceneCaptured = true
        for key in ["passcode", "A code to scan"] { XCTAssertThrowsError(try over.shown.find(key), key) }
        over.shown.environment.isSceneCaptured = false
        try await over.back()
        XCTAssertFalse(lamp.isLit)
        // Paused from the list: it is told here, and held out to nobody.
        _ = try await over.ask { try await $0.sharePause(id: share.id) }
        try await over.go("visit-show", visit)
        over.sees("Paused. Nobody can open this until you go on with it.")
        XCTAssertThrowsError(try over.shown.find("A code to scan"))
        XCTAssertFalse(lamp.isLit)
        try await over.tap("Show my card’s words instead")
        XCTAssertNoThrow(try over.shown.find("A code to scan"))
        try await over.tap("Back to the link")
        try await over.tap("Who looked, and ending it")
        over.seemsKind("share")
    }

    func testMadeWithoutSignalItSaysThatTheHostDoesNotHaveItYet() async throws {
        let host = try ShareHost()
        let (over, visit) = try await opened(host)
        defer { over.close() }
        try await over.go("visit-show", visit)
        try await over.tap("See what they will see")
        host.sleep()
        try await over.tap("Make the code")
        _ = try await made(over, visit)
        over.sees("The host does not have this yet. Open Hearth once with signal before you go.")
        try over.picture("visit-show-waits")
        try await over.tap("Show my card’s words instead")
        over.sees("This code needs no host and no signal.")
        over.seemsKind("visit-show")
    }

    func testWithoutAHostItIsTheCardsWordsAndWithoutACardItSaysSo() async throws {
        let (over, visit) = try await opened(nil)
        defer { over.close() }
        try await over.go("visit-show", visit)
        over.sees("There is no host, so this code holds the words of your card.")
        let code = try await over.ask { try await $0.visitCodeOfCard().code }
        XCTAssertEqual(over.drawing.components(separatedBy: "M").count - 2, code.squares.filter { $0 == 1 }.count)
        XCTAssertThrowsError(try over.shown.find("passcode"))
        over.seemsKind("visit-show")
        try over.picture("visit-show-card")
        for file in try FileManager.default.contentsOfDirectory(at: over.real.card, includingPropertiesForKeys: nil) {
            try FileManager.default.removeItem(at: file)
        }
        try await over.go("visits")
        try await over.go("visit-show", visit)
        XCTAssertThrowsError(try over.shown.find("A code to scan"))
        over.sees("Set up a share host")
        over.seemsKind("visit-show")
    }

    func testAVisitThatIsNotThereSaysSo() async throws {
        let (over, _) = try await opened(nil)
        defer { over.close() }
        try await over.go("visit-show", String(repeating: "0", count: 32))
        over.sees("That is not here")
        over.seemsKind("visit-show")
    }
}
