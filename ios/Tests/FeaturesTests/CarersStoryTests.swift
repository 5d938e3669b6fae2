import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

/// A carer: paired by digits, following without signal, suggesting, let go. Two plans over the core itself, and a real host.
@MainActor final class CarersStoryTests: XCTestCase {
    func testACarerFollowsWithoutSignalAndTheirWordsStandBesideThePersonsOwn() async throws {
        let two = try await Two()
        defer { two.close() }
        let jo = two.jo
        try await jo.go("carers")
        jo.sees("Somebody who cares for you can keep a copy")
        jo.seemsKind("carers")
        try jo.picture("carers-none")
        try await jo.tap("Pair with a carer")
        jo.sees("They can’t change yours.")
        jo.seemsKind("carer-new")
        try jo.picture("carer-new")
        try await jo.tap("Make a code")
        try await jo.untilSeen("Show this code, or send it.")
        let code = try jo.shown.find("A code for the other phone to scan")
        XCTAssertFalse(code.drawing.isEmpty, "no code is drawn")
        jo.seemsKind("carer-new")
        try jo.picture("carer-new-code")
        let text = try await jo.ask { try await $0.pairings().invitations[0].text }
        try await jo.tap("Send it as words")
        try await jo.tap("Copy it")
        XCTAssertEqual(two.taken.texts + two.taken.copied, [text, text])
        // Left and come back to, it is the same one.
        try await jo.back()
        jo.sees("Waiting for an answer")
        try await jo.tap("Open: Waiting for an answer")
        try await jo.untilSeen("Show this code, or send it.")

        let sam = two.sam
        two.screen.shows = text
        try await sam.go("following")
        sam.sees("Nobody’s plan is here yet.")
        sam.seemsKind("following")
        try sam.picture("following-none")
        try await sam.tap("Follow somebody")
        sam.seemsKind("follow-new")
        try sam.picture("follow-new")
        try await sam.tap("Scan a code")
        try await sam.untilSeen("Jo asks you to be their carer.")
        sam.seemsKind("follow-new")
        try sam.picture("follow-new-invitation")
        try await sam.tap("Answer them")
        try await sam.untilSeen("Waiting for Jo to answer")
        try await jo.tap("Look for an answer")
        try await jo.untilSeen("Say yes only if Sam has the same ones.")
        try await sam.tap("Look again")
        try await sam.untilSeen("Say yes only if Jo has the same ones.")
        let digits = try await jo.ask { try await $0.pairings().invitations[0].digits }
        let theirs = try await sam.ask { try await $0.following().meetings[0].digits }
        XCTAssertEqual(digits, theirs)
        for over in [jo, sam] { over.sees(spoken(try XCTUnwrap(digits))) }
        jo.seemsKind("carer-new")
        sam.seemsKind("follow-new")
        try jo.picture("carer-new-digits")
        try sam.picture("follow-new-digits")
        try await sam.tap("They are the same")
        try await sam.untilSeen("Waiting for Jo to say yes")
        try await jo.tap("They are the same")
        jo.sees("What Sam will see")
        jo.sees("Sit forward, slow breaths, fan on.")
        jo.sees("What somebody has opened, they may keep.")
        jo.seemsKind("carer-new")
        try jo.picture("carer-new-preview")
        var shares = try await jo.ask { try await $0.shares().shares.count }
        XCTAssertEqual(shares, 0, "something was shared before the person said so")
        try await jo.tap("Let Sam see this")
        try await jo.untilSeen("Sam is paired with you.")
        shares = try await jo.ask { try await $0.shares().shares.count }
        XCTAssertEqual(shares, 1)
        // Sam's phone may have fetched the copy meanwhile.
        let looked = ["Sam has not looked yet.", "Sam last looked: today"].filter { jo.shown.has($0) }
        XCTAssertEqual(looked.count, 1)
        jo.seemsKind("carers")
        try jo.picture("carers")

        try await sam.tap("Look again")
        try await sam.untilSeen("As of today")
        sam.sees("Sit forward, slow breaths, fan on.")
        sam.seemsKind("followed")
        try sam.picture("followed")
        // Three days on, at night, with no signal.
        two.host.sleep()
        two.later(days: 3)
        try await two.openSamAnew()
        let night = two.sam
        try await night.tap("People")
        try await night.tap("People I follow")
        night.sees("3 days ago")
        night.seemsKind("following")
        try night.picture("following")
        try await night.tap("Open: Jo")
        night.sees("3 days ago", before: "Could not check since")
        night.sees("3 days ago", before: "Sit forward, slow breaths, fan on.")
        night.sees("3 days ago", before: "Emergency, 999")
        night.sees("Emergency, 999", before: "Could not check since")
        night.sees("Could not check since", before: "Sit forward, slow breaths, fan on.")
        night.sees("Ring 999. Say “COPD, very short of breath”.")
        try await night.tap("Sam, my son, 07700 900 123")
        XCTAssertEqual(night.opener.opened.map(\.absoluteString), ["tel:07700900123"])
        night.seemsKind("followed")
        try night.picture("followed-no-signal")
        try await night.tap("Suggest other words")
        try await night.tap("Suggest other words for: Manage my pain so I don’t wake up at night")
        let copy = try await two.copy()
        let entry = try await night.ask { try await $0.followedEntries(id: copy.id).first { $0.words.hasPrefix("Manage my pain") } }
        let box = "suggest/\(copy.id)/\(try XCTUnwrap(entry).entry)/\(try XCTUnwrap(entry).field)/words"
        try await night.type("Sleep through, most", box)
        // Half-typed words outlive the screen.
        try await night.back()
        try await night.tap("Open: Jo")
        XCTAssertEqual(try night.shown.find(box).text, "Sleep through, most")
        try await night.type("Sleep through, most nights", box)
        try night.picture("followed-suggest")
        try await night.tap("Send it to Jo")
        try await night.untilSeen("It waits for signal, and goes by itself.")
        night.sees("1 suggestion waits for signal.")
        night.seemsKind("followed")
        two.host.wake()
        try await night.tap("Look for a newer copy")
        try await night.until("it went") { try await two.copy().waiting == 0 }

        try await jo.tap("Today")
        try await jo.putAwayAndBack()
        try await jo.untilSeen("Sam suggests a change. Your own words stay until you say.")
        jo.seemsKind("today")
        try jo.picture("today-mail")
        try await jo.tap("Look at them")
        jo.sees("Manage my pain so I don’t wake up at night", before: "Sleep through, most nights")
        jo.sees("Sam suggested a change")
        let words = try await jo.ask { try await $0.goals()[0].words }
        XCTAssertEqual(words.only?.text, "Manage my pain so I don’t wake up at night")
        XCTAssertEqual(words.offers.map(\.text), ["Sleep through, most nights"])
        try await jo.back()
        try await jo.tap("I have read it")
        jo.doesNotSee("Sam suggests a change.")
        try await jo.go("carers")
        try await jo.untilSeen("Sam last looked")
    }

    func testDigitsThatDifferPairNobodyAndShareNothing() async throws {
        let two = try await Two()
        defer { two.close() }
        let digits = try await two.compare()
        two.jo.sees(spoken(digits))
        try await two.jo.tap("They differ")
        try await two.jo.untilSeen("Somebody else may be in between.")
        try await two.sam.tap("They differ")
        try await two.sam.untilSeen("Nobody was paired, and nothing was shared.")
        let all = try await two.jo.ask { (try await $0.pairings(), try await $0.shares().shares.count) }
        XCTAssertEqual(all.0, Pairings(invitations: [], pairings: []))
        XCTAssertEqual(all.1, 0)
        let theirs = try await two.sam.ask { try await $0.following() }
        XCTAssertEqual(theirs, FollowedPeople(meetings: [], followed: []))
    }

    func testWhatIsLeftOutIsNotSharedAndAPlanThatChangedIsLookedAtAgain() async throws {
        let two = try await Two()
        defer { two.close() }
        let jo = two.jo
        _ = try await two.compare()
        try await two.sam.tap("They are the same")
        try await jo.tap("They are the same")
        jo.sees("Manage my pain so I don’t wake up at night")
        try await jo.turn("My goals and plan", false)
        jo.doesNotSee("Manage my pain so I don’t wake up at night")
        try await jo.turn("If I am found unwell", false)
        try await jo.turn("About me", false)
        jo.sees("Nothing was chosen. Nothing was shared.")
        XCTAssertThrowsError(try jo.shown.find("Let Sam see this"))
        try await jo.turn("If I am found unwell", true)
        jo.doesNotSee("Nothing was chosen.")
        // Meanwhile a step is written: it was not in what was looked at.
        let plan = try await jo.ask { try await $0.unwellPlans()[0].id }
        _ = try await jo.ask {
            try await $0.add(kind: "step", fields: [part("plan", plan), choice("zone", "red"), words("words", "Sit me up")])
        }
        try await jo.settle()
        jo.doesNotSee("Sit me up")
        try await jo.tap("Let Sam see this")
        try await jo.untilSeen("Your plan has changed since you looked. Nothing was shared.")
        let none = try await jo.ask { try await $0.shares().shares.count }
        XCTAssertEqual(none, 0)
        jo.seemsKind("carer-new")
        try jo.picture("carer-new-changed")
        try await jo.tap("Look at it again")
        jo.sees("Sit me up")
        try await jo.tap("Let Sam see this")
        try await jo.untilSeen("Sam is paired with you.")
        let link = try await jo.ask { try await $0.shares().shares[0].link }
        let read = try XCTUnwrap(two.host.open(try XCTUnwrap(link)))
        XCTAssertTrue(read.contains("Sit me up"))
        XCTAssertFalse(read.contains("Manage my pain"), "what was left out was shared")
    }

    func testACarerWhoIsLetGoSeesAndSuggestsNothingAnyMore() async throws {
        let two = try await Two()
        defer { two.close() }
        try await two.pair()
        let jo = two.jo
        try await jo.go("carers")
        try await jo.tap("Let Sam go")
        jo.sees("What they saw they may remember.")
        try await jo.tap("Not now")
        let open = try await jo.ask { try await $0.pairings().pairings[0].open }
        XCTAssertTrue(open, "one touch was enough")
        try await jo.tap("Let Sam go")
        try await jo.tap("Yes, let them go")
        try await jo.untilSeen("They can’t look or suggest any more.")
        jo.seemsKind("carers")
        try jo.picture("carers-ended")
        XCTAssertThrowsError(try jo.shown.find("Let Sam go"))
        two.later(days: 1)
        let copy = try await two.copy()
        try await two.sam.go("followed", copy.id)
        try await two.sam.tap("Look for a newer copy")
        try await two.sam.untilSeen("the person ended this")
        two.sam.doesNotSee("Sit forward, slow breaths, fan on.")
        two.sam.sees("There is no copy here to read.")
        two.sam.seemsKind("followed")
        try two.sam.picture("followed-ended")
    }

    func testWithoutAShareHostItIsSaidBeforeAnythingIsBegun() async throws {
        let two = try await Two(hasHost: false)
        defer { two.close() }
        for screen in ["carers", "carer-new", "phone-new"] {
            try await two.jo.go(screen)
            two.jo.sees("It carries sealed letters between your phones and can’t read them.")
            two.jo.seemsKind(screen)
            try two.jo.picture(screen + "-no-host")
            XCTAssertThrowsError(try two.jo.shown.find("Make a code"))
        }
        try await two.jo.tap("Set up a share host")
        XCTAssertEqual(two.jo.session.screenNow, "share-host")
    }

    func testAHostThatSleepsIsSaidWhereItWasAskedAndNothingIsLost() async throws {
        let two = try await Two()
        defer { two.close() }
        two.host.sleep()
        try await two.jo.go("carer-new")
        try await two.jo.tap("Make a code")
        try await two.jo.untilSeen("The host took too long to answer. Nothing was lost.")
        two.jo.seemsKind("carer-new")
        try two.jo.picture("carer-new-no-signal")
        // It stays until it is asked again, also for whoever left.
        try await two.jo.go("people")
        try await two.jo.go("carer-new")
        two.jo.sees("The host took too long to answer.")
        two.host.wake()
        try await two.jo.tap("Make a code")
        try await two.jo.untilSeen("Show this code, or send it.")
        try await two.jo.tap("Give this up")
        try await two.jo.untilSeen("Nobody was paired. Nothing was shared.")
    }

    func testACodeIsHiddenWhileTheScreenIsRecordedAndBehindTheCover() async throws {
        let two = try await Two()
        defer { two.close() }
        try await two.jo.go("carer-new")
        try await two.jo.tap("Make a code")
        try await two.jo.untilSeen("Show this code, or send it.")
        two.jo.shown.environment.isSceneCaptured = true
        two.jo.sees("so the code is hidden")
        XCTAssertThrowsError(try two.jo.shown.find("A code for the other phone to scan"))
        two.jo.shown.environment.isSceneCaptured = false
        two.jo.shown.environment.scenePhase = .inactive
        try await two.jo.settle()
        XCTAssertNoThrow(try two.jo.shown.find("cover"))
        XCTAssertEqual(two.jo.shown.look().spoken.filter { $0.name.contains("A code") }.count, 0)
    }

    func testTheBackgroundDeliversMailToTodayAndAsksNobodyWhereNothingIsShared() async throws {
        let two = try await Two()
        defer { two.close() }
        try await two.pair()
        let copy = try await two.copy()
        let entry = try await two.sam.ask { try await $0.followedEntries(id: copy.id).first { $0.kind == "goal" } }
        let goal = try XCTUnwrap(entry)
        _ = try await two.sam.ask {
            try await $0.suggest(id: copy.id, suggested: Suggested(
                entry: goal.entry, kind: goal.kind, within: nil, fields: [SuggestedField(field: goal.field, words: "See the sea")]
            ))
        }
        let here = try two.jo.here
        let costly = Away(backupFile: "", isCostly: { true }, told: { await here.mail.tell($0) }) { await here.plan }
        await costly.run(.sync, wifiOnly: true, reminders: false)
        two.jo.doesNotSee("Sam suggests a change.")
        let away = Away(backupFile: "", told: { await here.mail.tell($0) }) { await here.plan }
        await away.run(.sync, wifiOnly: true, reminders: false)
        try await two.jo.settle()
        two.jo.sees("Sam suggests a change. Your own words stay until you say.")
        // A plan that shares nothing and follows nobody asks nobody, with a host that sleeps.
        two.host.sleep()
        let alone = try RealPlan()
        try await alone.seed()
        let open = try await alone.doors().open(say: [])
        defer { open.plan.close() }
        let said = await Post.round(open.plan)
        XCTAssertEqual(said, [])
    }
}
