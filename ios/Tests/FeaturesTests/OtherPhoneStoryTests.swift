import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

/// The person's other phone: a code scanned on both, six digits compared, and the whole plan there.
@MainActor final class OtherPhoneStoryTests: XCTestCase {
    private func phones(_ around: PhoneAround, _ old: OtherScreen, _ new: OtherScreen, test: String = #function) async throws -> (OverCore, OverCore, ShareHost) {
        let host = try ShareHost()
        let oldPhone = try OverCore(outside: { around.outside(&$0); $0.scanner = old }, test: test)
        try await oldPhone.seed { plan in
            try await plan.someGoal()
            try await plan.somePlan()
            try await host.enrol(plan)
        }
        try await oldPhone.open()
        let newPhone = try OverCore(outside: { $0.scanner = new }, test: test)
        try await newPhone.open()
        return (oldPhone, newPhone, host)
    }

    /// Both have scanned, and the digits stand on both.
    private func compare(_ old: OverCore, _ new: OverCore, _ oldSees: OtherScreen, _ newSees: OtherScreen) async throws -> String {
        try await new.tap("Bring my plan from my other phone")
        try await new.until("its code") { new.session.toJoin.shows != nil }
        try await new.settle()
        oldSees.shows = new.session.toJoin.shows
        try await old.go("phone-new")
        try await old.tap("Scan the code on the new phone")
        try await old.untilSeen("Scan this code with your new phone.")
        newSees.shows = try await old.ask { try await $0.otherPhone()?.text }
        try await new.tap("Scan the code on the old phone")
        try await new.untilSeen("3. Look at both phones.")
        return try XCTUnwrap(new.session.toJoin.digits)
    }

    func testASecondPhoneGetsTheWholePlanAfterTheDigitsAndAChangeGoesOver() async throws {
        let (around, oldSees, newSees) = (PhoneAround(), OtherScreen(), OtherScreen())
        let (old, new, _) = try await phones(around, oldSees, newSees)
        defer {
            old.close()
            new.close()
        }
        try await old.go("settings-phones")
        try await old.tap("Add my other phone")
        old.sees("Whoever holds that phone has your whole plan and its recovery words.")
        old.seemsKind("phone-new")
        try old.picture("phone-new")
        try await new.tap("Bring my plan from my other phone")
        XCTAssertEqual(new.session.screenNow, "phone-join")
        try await new.until("its code") { new.session.toJoin.shows != nil }
        new.seemsKind("phone-join")
        try new.picture("phone-join")
        // Back to the first run and here again: the same code.
        let first = new.session.toJoin.shows
        try await new.back()
        let digits = try await compare(old, new, oldSees, newSees)
        XCTAssertEqual(first, oldSees.shows)
        new.sees(spoken(digits))
        new.seemsKind("phone-join")
        try new.picture("phone-join-digits")
        try await new.tap("Bring my plan here")
        try await new.untilSeen("It is not on its way yet.")
        XCTAssertFalse(FileManager.default.fileExists(atPath: new.real.store.appendingPathComponent("plan.db").path))
        try old.picture("phone-new-code")
        try await old.tap("Look for the new phone")
        try await old.untilSeen("It will get your whole plan.")
        old.sees(spoken(digits))
        old.seemsKind("phone-new")
        try old.picture("phone-new-digits")
        around.knows = false
        try await old.tap("They are the same")
        old.sees("This phone did not learn who you are. Nothing was sent.")
        try await new.tap("Bring my plan here")
        try await new.untilSeen("It is not on its way yet.")
        around.knows = true
        try await old.tap("They are the same")
        try await old.untilSeen("Your plan is on its way to")
        old.seemsKind("phone-new")
        try old.picture("phone-new-sent")
        try await new.tap("Bring my plan here")
        try await new.untilSeen("Hello, Jo")
        new.sees("Manage my pain so I don’t wake up at night")
        XCTAssertEqual(new.session.aside, [])
        let words = try await (old.ask { try await $0.recoveryWords() }, new.ask { try await $0.recoveryWords() })
        XCTAssertEqual(words.0, words.1)
        let steps = try await new.ask { try await $0.entries(kind: "step").count }
        XCTAssertEqual(steps, 4)
        // A change goes over when each is brought to the front.
        _ = try await new.ask { try await $0.add(kind: "goal", fields: [words_("See my sister")]) }
        try await new.putAwayAndBack()
        try await old.tap("Today")
        try await old.putAwayAndBack()
        try await old.untilSeen("See my sister")
        try await old.go("settings-phones")
        let all = try await old.ask { try await $0.phones().count }
        XCTAssertEqual(all, 2)
        old.seemsKind("settings-phones")
    }

    func testDigitsThatDifferBringNothingAndBeginAnew() async throws {
        let (around, oldSees, newSees) = (PhoneAround(), OtherScreen(), OtherScreen())
        let (old, new, _) = try await phones(around, oldSees, newSees)
        defer {
            old.close()
            new.close()
        }
        _ = try await compare(old, new, oldSees, newSees)
        let first = new.session.toJoin.shows
        try await new.tap("They differ")
        new.sees("Nothing came to this phone. Begin again with this new code.")
        XCTAssertNotEqual(new.session.toJoin.shows, first)
        try await old.tap("Look for the new phone")
        try await old.untilSeen("It will get your whole plan.")
        try await old.tap("They differ")
        try await old.untilSeen("Nothing went to the other phone.")
        let left = try await old.ask { try await $0.otherPhone() }
        XCTAssertNil(left)
        XCTAssertFalse(FileManager.default.fileExists(atPath: new.real.store.appendingPathComponent("plan.db").path))
    }

    func testWhatIsNoCodeIsSaidWhereItWasScannedAndNothingIsBegun() async throws {
        let (around, oldSees, newSees) = (PhoneAround(), OtherScreen(), OtherScreen())
        let (old, new, host) = try await phones(around, oldSees, newSees)
        defer {
            old.close()
            new.close()
        }
        try await old.go("phone-new")
        try await old.type("not a code", "phone/text")
        try await old.tap("Go on")
        try await old.untilSeen("That is no code for pairing. Nothing was begun.")
        XCTAssertEqual(try old.shown.find("phone/text").text, "not a code")
        old.seemsKind("phone-new")
        try await new.tap("Bring my plan from my other phone")
        try await new.settle()
        newSees.shows = "not a code"
        try await new.tap("Scan the code on the old phone")
        try await new.untilSeen("That is no code for pairing. Nothing was begun.")
        new.seemsKind("phone-join")
        try new.picture("phone-join-wrong")
        // No signal: it is said, and the same code is read again.
        oldSees.shows = new.session.toJoin.shows
        host.sleep()
        try await old.tap("Scan the code on the new phone")
        try await old.untilSeen("The host took too long to answer.")
        host.wake()
        try await old.tap("Go on")
        try await old.untilSeen("Scan this code with your new phone.")
        try await old.tap("Give this up")
        try await old.untilSeen("Nothing went to the other phone.")
    }

    private func words_(_ text: String) -> FieldAnswer { words("words", text) }
}
