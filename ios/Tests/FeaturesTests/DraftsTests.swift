import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

/// A disk for half-typed words.
@MainActor private final class Disk: KeptDrafts {
    var lies: [String: String] = [:]
    var canRead = true
    var canWrite = true
    var isLost = false
    private(set) var aside: [String: String]?

    func read() -> FoundDrafts? { canRead ? FoundDrafts(lies, isLost: isLost) : nil }

    func write(_ all: [String: String]) -> Bool {
        if canWrite { lies = all }
        return canWrite
    }

    func setAside() {
        aside = lies
        lies = [:]
    }
}

/// Half-typed words and the end of a process, which the system may bring about at any time behind another app.
@MainActor final class DraftsTests: XCTestCase {
    private let disk = Disk()

    private func stage(_ real: RealPlan? = nil, _ test: String = #function) throws -> OverCore {
        try OverCore(
            real: real,
            outside: {
                $0.drafts = disk
                // Nobody waits in a test: what is typed is put away when the app is left.
                $0.pause = { throw CancellationError() }
            }, test: test)
    }

    func testHalfTypedWordsOutliveTheProcessAndAreGoneWhenTheyWereKept() async throws {
        let over = try stage()
        try await over.seed()
        try await over.open()
        try await over.go("goals")
        try await over.tap("About me")
        let ask = "What is most important to me"
        try await over.tap("Write: \(ask)")
        try await over.type("My do", "about//important/")
        over.session.left()
        over.close()
        let again = try stage(over.real)
        defer { again.close() }
        try await again.open()
        try await again.go("goals")
        try await again.tap("About me")
        XCTAssertEqual(try again.shown.find("about//important/").text, "My do")
        try await again.type("My dog", "about//important/")
        try await again.tap("Keep it")
        again.session.left()
        XCTAssertEqual(disk.lies, [:], "kept, and still lying about")
    }

    func testAPauseAfterTypingIsEnough() async {
        let drafts = Drafts(disk, pause: {})
        drafts["goal-new/words"] = "Walk"
        for _ in 0..<1_000 where disk.lies.isEmpty { await Task.yield() }
        XCTAssertEqual(disk.lies, ["goal-new/words": "Walk"])
    }

    func testWhatOpensSomethingIsNeverPutAwayAndGoesWithItsForm() async {
        let drafts = Drafts(disk)
        let form = FollowNewModel.form
        XCTAssertEqual(Drafts.opening.filter { $0.hasPrefix(form) }.count, 2)
        for box in Drafts.opening { drafts[box] = "shlink:/abc" }
        drafts[form + "name"] = "Sam"
        drafts.putAway()
        XCTAssertEqual(disk.lies, [form + "name": "Sam"])
        XCTAssertEqual(drafts[form + "text"], "shlink:/abc")
        drafts.clear(form)
        XCTAssertEqual(drafts[form + "text"], "")
    }

    func testWhatWasTypedBeforeTheFileWasReadStands() async {
        disk.lies = ["a": "before", "b": "also"]
        disk.canRead = false
        let drafts = Drafts(disk)
        drafts.bringBack()
        drafts["a"] = "since"
        disk.canRead = true
        drafts.putAway()
        XCTAssertEqual(disk.lies, ["a": "since", "b": "also"])
        XCTAssertNil(drafts.trouble)
    }

    func testWhatCantBeReadIsPutAsideAndSaidAndNeverWrittenOver() async {
        disk.lies = ["a": "before"]
        disk.canRead = false
        let drafts = Drafts(disk)
        drafts["b"] = "since"
        drafts.putAway()
        XCTAssertEqual(disk.aside, ["a": "before"])
        XCTAssertEqual(disk.lies, ["b": "since"])
        XCTAssertEqual(drafts.trouble, .notBroughtBack)
    }

    func testAFullPhoneIsSaidWhileTheWordsStillStandInTheirBox() async throws {
        let over = try stage()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try over.here.drafts["goal-new/words"] = "Walk"
        disk.canWrite = false
        over.session.left()
        try await over.settle()
        over.sees("This phone could not put away what you have half typed.")
        over.seemsKind("today")
        try over.picture("today-typed-not-put-away")
        disk.canWrite = true
        over.session.left()
        try await over.settle()
        over.doesNotSee("This phone could not put away")
        XCTAssertEqual(disk.lies, ["goal-new/words": "Walk"])
    }
}
