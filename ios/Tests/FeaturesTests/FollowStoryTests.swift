import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

/// Following by a link alone: it is read and no more.
@MainActor final class FollowStoryTests: XCTestCase {
    private func shared(_ plan: any Plan) async throws -> Share {
        var choice = try await plan.shareOffered()
        choice.passcode = true
        let preview = try await plan.sharePreview(choice: choice)
        return try await plan.shareMake(choice: choice, sum: preview.sum)
    }

    func testALinkIsPastedNamedAndOpenedWithItsPasscodeAndCanBeTakenAway() async throws {
        let two = try await Two()
        defer { two.close() }
        let (share, sam) = (try await shared(try two.jo.here.plan), two.sam)
        try await sam.go("follow-new")
        XCTAssertFalse(try sam.shown.isEnabled("Go on"))
        try await sam.type("see you at nine", "follow/text")
        try await sam.tap("Go on")
        sam.sees("There is no health link in that. Nothing was opened.")
        XCTAssertEqual(try sam.shown.find("follow/text").text, "see you at nine", "what was typed is gone")
        sam.seemsKind("follow-new")
        try sam.picture("follow-new-wrong")
        try await sam.type(try XCTUnwrap(share.link), "follow/text")
        sam.doesNotSee("There is no health link in that.")
        try await sam.tap("Go on")
        sam.sees("This is a link to read somebody’s plan.")
        try await sam.type("Jo next door", "follow/name")
        try await sam.type("wrong", "follow/passcode")
        sam.seemsKind("follow-new")
        try sam.picture("follow-new-link")
        try await sam.tap("Keep their plan here")
        try await sam.untilSeen("The passcode is missing or not right. Nothing was opened.")
        XCTAssertEqual(try sam.shown.find("follow/name").text, "Jo next door")
        try await sam.type(try XCTUnwrap(share.passcode), "follow/passcode")
        try await sam.tap("Keep their plan here")
        try await sam.untilSeen("Jo next door: their plan is here.")
        sam.sees("As of today")
        sam.sees("Sit forward, slow breaths, fan on.")
        XCTAssertThrowsError(try sam.shown.find("Suggest other words"), "a link is read and no more")
        try await sam.go("follow-new")
        XCTAssertEqual(try sam.shown.find("follow/text").text, "", "a link is a key: it does not stay in its box")
        let copy = try await two.copy()
        try await sam.go("followed", copy.id)
        try await sam.tap("Take this copy away")
        sam.sees("Only they can give it again.")
        try await sam.tap("Not now")
        sam.sees("As of today")
        try await sam.tap("Take this copy away")
        try await sam.tap("Yes, take it away")
        try await sam.untilSeen("The copy is gone from this phone.")
        let left = try await sam.ask { try await $0.following().followed.count }
        XCTAssertEqual(left, 0)
    }

    func testSeveralPeopleAreFollowedEachWithTheirOwnAgeAndTheirWordsAreNoMarkup() async throws {
        let two = try await Two()
        defer { two.close() }
        let first = try await shared(try two.jo.here.plan)
        let sam = two.sam
        _ = try await sam.ask { try await $0.followLink(link: first.link ?? "", passcode: first.passcode, name: "Jo") }
        two.later(days: 3)
        let lee = try RealPlan()
        lee.now = .morning(plus: 3)
        let host = two.host
        let begun = try await lee.doors().begin(callMe: "Lee")
        defer { begun.plan.close() }
        try await host.enrol(begun.plan)
        _ = try await begun.plan.add(kind: "goal", fields: [words("words", "<b>Walk</b> **far** [now](https://example.org)")])
        let second = try await shared(begun.plan)
        _ = try await sam.ask { try await $0.followLink(link: second.link ?? "", passcode: second.passcode, name: "Lee") }
        two.host.sleep()
        try await sam.go("following")
        try await sam.tap("Look for newer copies")
        try await sam.untilSeen("Could not check since")
        sam.sees("3 days ago", before: "As of today")
        sam.sees("That is past.")
        sam.seemsKind("following")
        try sam.picture("following-several")
        try await sam.tap("Open: Lee")
        sam.sees("<b>Walk</b> **far** [now](https://example.org)")
    }
}
