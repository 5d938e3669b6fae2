import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

private struct NoBrowser: Opener {
    func open(_ address: URL) async -> Bool { false }
}

/// The practice: over the core itself, and a practice that answers over loopback.
@MainActor final class PracticeStoryTests: XCTestCase {
    private func opened(_ phone: PhoneAround, _ surgery: Surgery?, linked: Bool, goal: Bool = true) async throws -> OverCore {
        let over = try OverCore(outside: { phone.outside(&$0) })
        if let surgery { phone.comesBack = { surgery.signIn($0) } }
        try await over.seed {
            if goal { try await $0.someGoal() }
            if linked, let surgery { try await surgery.link($0) }
        }
        try await over.open()
        try await over.go("practice")
        return over
    }

    private func fill(_ over: OverCore, _ address: String) async throws {
        try await over.type("The Canal Surgery", "practice/name")
        try await over.type(address, "practice/address")
        try await over.tap("Go to their sign-in page")
    }

    func testALinkIsMadeInTheBrowserAndWordsGoThereAndComeBackAsSuggestions() async throws {
        let (phone, surgery) = (PhoneAround(), try Surgery())
        let over = try await opened(phone, surgery, linked: false)
        defer { over.close() }
        over.sees("Nothing is missing: everything else works.")
        over.sees("Anything marked “only me”")
        over.seemsKind("practice")
        try over.picture("practice")
        try await fill(over, surgery.base)
        try await over.untilSeen("Linked with The Canal Surgery")
        XCTAssertEqual(phone.opened.count, 1)
        over.sees("Nothing has gone to your practice yet.")
        over.seemsKind("practice")
        try await over.tap("Get in step now")
        try await over.untilSeen("went to The Canal Surgery")
        try await over.untilSeen("Last in step: today")
        XCTAssertEqual(surgery.does("nothing"), "Manage my pain so I don’t wake up at night")
        surgery.does("write-goal", "Sleep through, most nights")
        over.real.now = Moment(ms: morning.ms + 3_600_000, offsetMinutes: 0)
        try await over.tap("Get in step now")
        try await over.untilSeen("suggests 1 change. Your own words stay until you say.")
        try over.picture("practice-linked")
        let goal = try await over.ask { try await $0.goals()[0].words }
        XCTAssertEqual(goal.only?.text, "Manage my pain so I don’t wake up at night")
        XCTAssertEqual(goal.offers.map(\.text), ["Sleep through, most nights"])
        try await over.tap("Today")
        try await over.tap("Look at them")
        try await over.tap("Use this")
        let now = try await over.ask { try await $0.goals()[0].words.only?.text }
        XCTAssertEqual(now, "Sleep through, most nights")
    }

    func testWhatThePracticeDoesNotTakeIsSaidWithItsWordsAndSentAgain() async throws {
        let (phone, surgery) = (PhoneAround(), try Surgery())
        let over = try await opened(phone, surgery, linked: true)
        defer { over.close() }
        surgery.does("refuse", "Goal")
        try await over.tap("Get in step now")
        try await over.untilSeen("did not take 1 of your entries")
        try await over.tap("See what is not in step")
        over.sees("Your practice did not take this. Your words are still here.")
        over.sees("Manage my pain so I don’t wake up at night")
        over.seemsKind("practice-not-sent")
        try over.picture("practice-not-sent")
        surgery.does("accept")
        try await over.tap("Send it again")
        over.sees("It goes the next time you get in step.")
        try await over.back()
        try await over.tap("Get in step now")
        try await over.until("the goal is there") { surgery.does("nothing").hasPrefix("Manage my pain") }
        try await over.until("nothing waits") { try await over.ask { try await $0.practice().troubles.isEmpty } }
        try await over.go("practice-not-sent")
        over.sees("Nothing waits. Everything that could be sent was sent.")
        over.seemsKind("practice-not-sent")
    }

    func testGettingInStepIsStoppedAndWhatWasDoneIsKept() async throws {
        let (phone, surgery) = (PhoneAround(), try Surgery())
        let over = try await opened(phone, surgery, linked: true)
        defer { over.close() }
        surgery.does("hold")
        defer { surgery.does("be-well") }
        try await over.tap("Get in step now")
        over.sees("Getting in step with your practice")
        try await over.tap("Stop")
        // Another screen is not kept waiting behind a practice that does not answer.
        try await over.tap("My plan")
        try await over.untilSeen("Manage my pain")
        surgery.does("be-well")
        let step = over.session.goings["step"]
        try await over.until("it is over") { !step.isOn }
        XCTAssertTrue(step.said.contains { $0.contains("It was stopped before the end") }, "\(step.said)")
    }

    func testOfflineItIsSaidAndEveryWordIsHere() async throws {
        let (phone, surgery) = (PhoneAround(), try Surgery())
        let over = try await opened(phone, surgery, linked: true)
        defer { over.close() }
        try await over.tap("Get in step now")
        try await over.untilSeen("Last in step: today")
        surgery.does("be-busy")
        over.real.now = Moment(ms: morning.ms + 21 * 86_400_000, offsetMinutes: 0)
        try await over.tap("Get in step now")
        try await over.untilSeen("Nothing was lost: your words are here.")
        try await over.untilSeen("Last in step: 26 November")
        over.seemsKind("practice")
        try over.picture("practice-trouble")
        try await over.tap("My plan")
        over.sees("Manage my pain so I don’t wake up at night")
        let goal = try await over.ask { try await $0.someGoal() }
        XCTAssertFalse(goal.isEmpty, "nothing can be written without the practice")
    }

    func testALinkThatThePracticeEndedIsSaidAndMadeAgainWithWhatIsKnownOfIt() async throws {
        let (phone, surgery) = (PhoneAround(), try Surgery())
        let over = try await opened(phone, surgery, linked: true)
        defer { over.close() }
        surgery.does("end-links")
        try await over.tap("Get in step now")
        try await over.untilSeen("The link with your practice has ended")
        XCTAssertEqual(try over.shown.find("practice/name").text, "The Canal Surgery")
        try await over.tap("Make the link again")
        try await over.until("it is linked") { try await over.ask { try await $0.practice().standing == .linked } }
    }

    func testTheEndOfALinkKeepsEveryWord() async throws {
        let (phone, surgery) = (PhoneAround(), try Surgery())
        let over = try await opened(phone, surgery, linked: true)
        defer { over.close() }
        try await over.tap("End the link")
        over.sees("Every word stays here. What was sent before stays at your practice.")
        try await over.tap("Yes, end the link")
        try await over.untilSeen("The link with The Canal Surgery has ended. All your words are still here.")
        let standing = try await over.ask { try await $0.practice().standing }
        XCTAssertEqual(standing, .notLinked)
        let goals = try await over.ask { try await $0.goals().count }
        XCTAssertEqual(goals, 1)
    }

    func testWhatGoesWrongBeforeALinkIsSaidBesideItsBox() async throws {
        let phone = PhoneAround()
        let over = try await opened(phone, nil, linked: false, goal: false)
        defer { over.close() }
        try await over.tap("Go to their sign-in page")
        XCTAssertTrue(try XCTUnwrap(over.shown.find("practice/name").hint).contains("Write what you call your practice first."))
        try await fill(over, "http://practice.example/fhir")
        try await over.untilSeen("That is not a safe address for a practice. Nothing was sent.")
        XCTAssertTrue(try XCTUnwrap(over.shown.find("practice/address").hint).contains("not a safe address"))
        try await fill(over, "http://127.0.0.1:9/fhir")
        try await over.untilSeen("Your practice can’t be reached just now. Nothing was lost")
        XCTAssertEqual(phone.opened, [])
        XCTAssertEqual(try over.shown.find("practice/address").text, "http://127.0.0.1:9/fhir")
    }

    func testAnAnswerThatNobodyAskedForAndOneThatSaysNoMakeNoLinkAndSaySo() async throws {
        let (phone, surgery) = (PhoneAround(), try Surgery())
        let over = try await opened(phone, surgery, linked: false, goal: false)
        defer { over.close() }
        func returns(_ address: String, _ said: String) async throws {
            over.session.returned(try XCTUnwrap(URL(string: address)))
            try await over.untilSeen(said)
            try await over.tap("Close")
        }
        try await returns(Linking.redirect + "?code=stolen&state=another", "That answer did not come from what this phone asked. Nothing was changed.")
        phone.comesBack = { _ in nil }
        try await fill(over, surgery.base)
        try await over.untilSeen("A link was begun")
        let answer = try XCTUnwrap(surgery.signIn(phone.opened[0])).absoluteString
        let other = answer.replacing(/state=[^&]*/, with: "state=another")
        XCTAssertEqual(over.session.outside.choices.linking, "", "the sheet was closed")
        over.session.outside.choices.linking = "The Canal Surgery"
        try await returns(other, "That answer did not come from what this phone asked.")
        XCTAssertEqual(over.session.outside.choices.linking, "The Canal Surgery", "the true answer may still come")
        try await returns(answer.replacing(/code=[^&]*/, with: "error=access_denied"), "The link was not allowed. Nothing was changed.")
        XCTAssertEqual(over.session.outside.choices.linking, "", "nothing comes of it any more")
        let standing = try await over.ask { try await $0.practice().standing }
        XCTAssertEqual(standing, .notLinked)
    }

    func testWithoutASheetOfTheBrowserTheBrowserItselfIsOpenedAndWithoutOneItSaysSo() async throws {
        let surgery = try Surgery()
        for isThere in [true, false] {
            let over = try OverCore(outside: { if !isThere { $0.opener = NoBrowser() } })
            defer { over.close() }
            try await over.seed()
            try await over.open()
            try await over.go("practice")
            try await fill(over, surgery.base)
            if isThere {
                try await over.untilSeen("A link was begun")
                XCTAssertEqual(over.session.outside.choices.linking, "The Canal Surgery")
                let back = try XCTUnwrap(over.opener.opened.first.flatMap(surgery.signIn))
                over.session.returned(back)
                try await over.untilSeen("Linked with The Canal Surgery")
            } else {
                try await over.untilSeen("This phone has no browser to open it with. Nothing was changed.")
            }
            XCTAssertEqual(over.session.outside.choices.linking, "", "its name is kept no longer than it is asked for")
        }
    }

    func testAnAnswerThatComesBeforeThePlanIsOpenWaitsForIt() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        over.session.returned(try XCTUnwrap(URL(string: Linking.redirect + "?code=stolen&state=another")))
        try await over.open()
        try await over.untilSeen("That answer did not come from what this phone asked. Nothing was changed.")
    }

    func testAnAddressThatIsNotOursIsNotLookedAt() async throws {
        for address in [
            "http://hearth.example/linked?code=1", "https://hearth.example.evil.example/linked", "https://hearth.example:8443/linked",
            "https://sam@hearth.example/linked", "https://hearth.example/linked/more", "hearth:linked",
        ] {
            XCTAssertNil(Linking.answer(try XCTUnwrap(URL(string: address))), address)
        }
        let long = Linking.redirect + "?code=" + String(repeating: "a", count: 9_000)
        XCTAssertNil(Linking.answer(try XCTUnwrap(URL(string: long))))
        let ours = Linking.redirect + "?code=1&state=2"
        XCTAssertEqual(Linking.answer(try XCTUnwrap(URL(string: ours))), ours)
    }

    func testAHalfTypedAddressOutlivesTheScreen() async throws {
        let over = try await opened(PhoneAround(), nil, linked: false)
        defer { over.close() }
        try await over.type("https://canal", "practice/address")
        try await over.tap("Today")
        try await over.go("practice")
        XCTAssertEqual(try over.shown.find("practice/address").text, "https://canal")
    }
}
