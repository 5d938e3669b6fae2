import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

/// Notes what was given to another app.
@MainActor final class NotedSharer: Sharer {
    private(set) var texts: [String] = []
    private(set) var files: [(bytes: Data, name: String, type: String)] = []
    func text(_ text: String, title: String) async { texts.append(text) }
    func file(_ bytes: Data, name: String, type: String) async { files.append((bytes, name, type)) }
}

extension OverCore {
    /// What is drawn by hand on the screen: a code.
    var drawing: String { shown.look().all.first { !$0.drawing.isEmpty }?.drawing ?? "" }
}

private let hour = 3_600_000

/// Sharing, over the core itself and a host that answers over loopback; whoever reads is a reader of its own.
@MainActor final class ShareStoryTests: XCTestCase {
    private func opened(_ host: ShareHost?, outside: (inout Outside) -> Void = { _ in }) async throws -> OverCore {
        let over = try OverCore(outside: outside)
        try await over.seed {
            try await $0.someGoal()
            try await $0.somePlan()
            if let host {
                let enrolled = try host.token()
                _ = try await $0.shareEnrol(address: enrolled.address, token: enrolled.token)
            }
        }
        try await over.open()
        return over
    }

    /// A link of what is offered first, without screens.
    private func shared(_ over: OverCore, passcode: Bool = true) async throws -> Share {
        try await over.ask {
            var choice = try await $0.shareOffered()
            (choice.label, choice.passcode) = ("For Sam", passcode)
            let sum = try await $0.sharePreview(choice: choice).sum
            return try await $0.shareMake(choice: choice, sum: sum)
        }
    }

    private func goes(_ over: OverCore, to standing: ShareStanding, _ id: String) async throws {
        try await over.until("it is \(standing)") { try await over.ask { try await $0.share(id: id).standing } == standing }
        let going = over.session.goings["share/\(id)"]
        try await over.until("it is asked") { !going.isOn }
        try await over.settle()
    }

    func testAPartIsPreviewedSharedReadByAnotherSeenAndEnded() async throws {
        let (host, sharer, copier) = (try ShareHost(), NotedSharer(), NotedCopier())
        let over = try await opened(host) {
            $0.sharer = sharer
            $0.copier = copier
        }
        defer { over.close() }
        try await over.tap("People")
        try await over.tap("Who can see my plan")
        over.sees("Nobody sees anything until you show it to them.")
        over.seemsKind("sharing")
        try over.picture("sharing-empty")
        try await over.tap("Show a part of my plan")
        try await over.type("For Sam", "share-new/label")
        try await over.turn("If I am found unwell", false)
        try await over.turn("About me", false)
        over.seemsKind("share-new")
        try over.picture("share-new")
        XCTAssertThrowsError(try over.shown.find("Make the link"), "nothing is made that was not looked at")
        try await over.tap("See what they will see")
        let told = try await over.ask { try await $0.sharePreview(choice: ShareChoice(label: "", sections: [.goals], until: morning.ms + 24 * hour, passcode: true, keptUp: false)) }
        for line in told.front + told.sections.flatMap(\.lines) + told.cannotBeUndone + [told.ends] { over.sees(line) }
        over.sees("Manage my pain so I don’t wake up at night")
        over.doesNotSee("Sit forward, slow breaths, fan on.")
        try over.picture("share-new-preview")
        let before = try await over.ask { try await $0.shares().shares }
        XCTAssertEqual(before, [], "a preview shares nothing")
        try await over.tap("Make the link")
        try await over.until("the share is drawn") { over.screen == "share" && over.shown.has("Who looked") }
        try await over.settle()
        let share = try await over.ask { try await $0.shares().shares[0] }
        let (link, passcode) = (try XCTUnwrap(share.link), try XCTUnwrap(share.passcode))
        XCTAssertEqual(share.label, "For Sam")
        over.sees("Whoever has the link can open this now.")
        over.sees("Nobody yet, as far as this phone knows.")
        over.seemsKind("share")
        XCTAssertEqual(try over.shown.find("passcode").texts, [passcode])
        XCTAssertTrue(over.drawing.contains("<path"))
        try await over.tap("Send the link")
        try await over.tap("Copy the link")
        XCTAssertEqual([sharer.texts, copier.copied], [[link], [link]], "the passcode goes another way")
        // Whoever has both reads just what was previewed, and is seen.
        XCTAssertNil(host.open(link, who: "Sam"), "a link alone opens nothing")
        let read = try XCTUnwrap(host.open(link, passcode: passcode, who: "Sam at work"))
        XCTAssertTrue(read.contains("Manage my pain so I don’t wake up at night"), read)
        XCTAssertFalse(read.contains("Sit forward"), "what was not chosen is not there")
        try await over.tap("Ask who has looked")
        try await over.untilSeen("somebody who says that they are Sam at work")
        over.sees("This is what they said of themselves. Nobody has checked it.")
        try over.picture("share")
        try await over.tap("End it")
        over.sees("What somebody has opened already, they may keep.")
        try await over.tap("Not now")
        XCTAssertNotNil(host.open(link, passcode: passcode, who: "Sam"))
        try await over.tap("End it")
        try await over.tap("Yes, end it")
        try await goes(over, to: .ended, share.id)
        over.sees("Ended. The link opens nothing any more.")
        XCTAssertNil(host.open(link, passcode: passcode, who: "Sam"))
        for gone in ["A code to scan", "passcode", "Send the link", "End it", "Pause it"] { XCTAssertThrowsError(try over.shown.find(gone), gone) }
        over.seemsKind("share")
        try over.picture("share-ended")
        try await over.back()
        over.sees("For Sam")
        over.seemsKind("sharing")
        XCTAssertThrowsError(try over.shown.find("Stop all sharing"), "nothing is left to stop")
    }

    func testAChangeAfterThePreviewIsLookedAtAgainAndSoIsAPlanThatChanged() async throws {
        let host = try ShareHost()
        let over = try await opened(host)
        defer { over.close() }
        try await over.go("share-new")
        try await over.tap("See what they will see")
        try await over.turn("Ask for a passcode", false)
        over.sees("You have changed something since you looked.")
        XCTAssertThrowsError(try over.shown.find("Make the link"))
        try await over.tap("See what they will see")
        over.doesNotSee("You have changed something since you looked. Look again before it is shared.")
        // The plan says something else by now.
        _ = try await over.ask { try await $0.add(kind: "goal", fields: [words("words", "Cook on Sundays")]) }
        try await over.settle()
        try await over.tap("Make the link")
        try await over.untilSeen("Your plan has changed since you looked. Nothing was shared.")
        XCTAssertThrowsError(try over.shown.find("Make the link"))
        let none = try await over.ask { try await $0.shares().shares.count }
        XCTAssertEqual(none, 0)
        try await over.tap("See what they will see")
        over.sees("Cook on Sundays")
        try await over.tap("Make the link")
        try await over.until("it is made") { try await over.ask { try await $0.shares().shares.count } == 1 }
        let link = try await over.ask { try await $0.shares().shares[0].link ?? "" }
        XCTAssertEqual(host.open(link, who: "Sam")?.contains("Cook on Sundays"), true)
    }

    func testWhatIsHalfChosenOutlivesTheScreenAndADayThatIsNoneIsSaidBesideIt() async throws {
        let over = try await opened(nil)
        defer { over.close() }
        try await over.go("share-new")
        over.sees("No share host is set up on this phone yet, so no link can be made.")
        try over.picture("share-new-no-host")
        try await over.type("For the nur", "share-new/label")
        try await over.turn("About me", false)
        try await over.tap("Today")
        try await over.go("share-new")
        XCTAssertEqual(try over.shown.find("share-new/label").text, "For the nur")
        XCTAssertEqual(try over.shown.find("About me") { $0.turn != nil }.isOn, false)
        try await over.tap("Until the end of a day that I choose")
        try await over.tap("See what they will see")
        over.sees("Write day, month and year. Nothing was changed.")
        try await over.day("share-new/day", "31", "2", "2027")
        over.doesNotSee("Write day, month and year. Nothing was changed.")
        try await over.tap("See what they will see")
        over.sees("There is no such date.")
        try await over.day("share-new/day", "24", "12", "2026")
        try await over.tap("See what they will see")
        over.sees("This is what they will see")
        over.sees("24 December")
        XCTAssertThrowsError(try over.shown.find("Make the link"), "there is no host")
        // Nothing chosen is nothing to share, in the core's words.
        for one in ["If I am found unwell", "My goals and plan"] { try await over.turn(one, false) }
        try await over.tap("See what they will see")
        over.sees("Nothing was chosen. Nothing was shared.")
    }

    func testItIsPausedResumedMadeLongerAndAllOfItIsStopped() async throws {
        let host = try ShareHost()
        let over = try await opened(host)
        defer { over.close() }
        let share = try await shared(over, passcode: false)
        let link = try XCTUnwrap(share.link)
        try await over.go("sharing")
        over.sees("For Sam")
        over.sees("They see: If I am found unwell · About me · My goals and plan")
        try over.picture("sharing")
        try await over.tap("Open: For Sam")
        XCTAssertNotNil(host.open(link, who: "Sam"))
        try await over.tap("Pause it")
        try await goes(over, to: .paused, share.id)
        XCTAssertNil(host.open(link, who: "Sam"))
        over.sees("Paused. Nobody can open this until you go on with it.")
        XCTAssertThrowsError(try over.shown.find("A code to scan"), "what opens nothing is held out to nobody")
        over.seemsKind("share")
        try await over.tap("Open it again")
        try await goes(over, to: .open, share.id)
        XCTAssertNotNil(host.open(link, who: "Sam"))
        try await over.tap("Change when it ends")
        try await over.tap("For a week")
        over.seemsKind("share")
        try await over.tap("Keep it")
        try await over.until("it is longer") { try await over.ask { try await $0.share(id: share.id).until } == morning.ms + 7 * 24 * hour }
        try await over.until("it is asked") { !over.session.goings["share/\(share.id)"].isOn }
        try await over.settle()
        try await over.back()
        try await over.tap("Stop all sharing")
        over.sees("Every link ends, and none opens again.")
        try await over.tap("Yes, stop all of it")
        try await over.untilSeen("Ended. The link opens nothing any more.")
        XCTAssertNil(host.open(link, who: "Sam"))
    }

    func testAHostThatIsAwayIsSaidWhileItIsAndHearsOfTheEndLater() async throws {
        let host = try ShareHost()
        let over = try await opened(host)
        defer { over.close() }
        let share = try await shared(over, passcode: false)
        let link = try XCTUnwrap(share.link)
        try await over.go("share", share.id)
        host.sleep()
        try await over.tap("End it")
        try await over.tap("Yes, end it")
        try await goes(over, to: .notYetEnded, share.id)
        over.sees("Not yet ended at the host. The link may still open.")
        XCTAssertThrowsError(try over.shown.find("A code to scan"))
        try over.picture("share-not-yet-ended")
        host.wake()
        XCTAssertNotNil(host.open(link, who: "Sam"), "the host has not heard, and the screen said so")
        try await over.tap("Ask who has looked")
        try await goes(over, to: .ended, share.id)
        XCTAssertNil(host.open(link, who: "Sam"))
    }

    func testAKeyIsCoveredInTheAppSwitcherAndNotShownOnAnotherScreen() async throws {
        let host = try ShareHost()
        let over = try await opened(host)
        defer { over.close() }
        let share = try await shared(over)
        try await over.go("share", share.id)
        XCTAssertNoThrow(try over.shown.find("passcode"))
        over.shown.environment.isSceneCaptured = true
        over.sees("This screen is being recorded or shown somewhere else, so the code is hidden.")
        for key in ["passcode", "A code to scan"] { XCTAssertThrowsError(try over.shown.find(key), key) }
        over.shown.environment.isSceneCaptured = false
        over.shown.environment.scenePhase = .inactive
        XCTAssertNoThrow(try over.shown.find("cover"))
        XCTAssertFalse(over.shown.look().spoken.contains { $0.identifier == "passcode" })
        XCTAssertFalse(over.shown.texts.contains { $0.contains(share.link ?? "shlink:/") }, "the link itself is drawn nowhere")
    }

    func testAHostIsTakenIntoUseAndWhatGoesWrongIsSaidBesideItsBox() async throws {
        let host = try ShareHost()
        let over = try await opened(nil)
        defer { over.close() }
        try await over.go("sharing")
        over.sees("None is set up on this phone")
        try await over.tap("The share host")
        over.sees("What it can’t see")
        over.seemsKind("share-host")
        try over.picture("share-host-empty")
        XCTAssertFalse(try over.shown.isEnabled("Use this host"))
        let enrolled = try host.token()
        try await over.type("http://host.example.org", "share-host/address")
        try await over.type(enrolled.token, "share-host/token")
        try await over.tap("Use this host")
        try await over.untilSeen("That is not a safe address of a share host. Nothing was sent.")
        XCTAssertTrue(try XCTUnwrap(over.shown.find("share-host/address").hint).contains("not a safe address"))
        try await over.type(enrolled.address, "share-host/address")
        over.doesNotSee("That is not a safe address of a share host. Nothing was sent. Check it, then try again.")
        try await over.tap("Use this host")
        try await over.untilSeen("This host is in use now.")
        XCTAssertEqual(try over.shown.find("share-host/token").text, "", "a token does not stay on the screen")
        let now = try await over.ask { try await $0.shares().host }
        XCTAssertTrue(now.hasPrefix("http://127.0.0.1:"), now)
        over.seemsKind("share-host")
        try over.picture("share-host")
    }
}
