import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

/// What is drawn where the plan is not: locked, broken, covered, in somebody else's hand.
@MainActor final class LockStoryTests: XCTestCase {
    func testALockedPlanShowsNothingOfItAndTheCardAllTheSame() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { $0.choices.lock = true; phone.outside(&$0) })
        defer { over.close() }
        try await over.seed {
            try await $0.someGoal()
            try await $0.somePlan()
        }
        try await over.open()
        over.sees("Locked")
        over.doesNotSee("Hello, Jo")
        over.doesNotSee("Manage my pain")
        over.seemsKind("locked")
        try over.picture("locked")
        phone.knows = false
        try await over.tap("Open my plan")
        over.sees("Locked")
        try await over.tap("Open the emergency card")
        over.sees("When my breathing gets worse")
        over.doesNotSee("Manage my pain")
        over.seemsKind("card")
        XCTAssertEqual(over.session.screenNow, "card")
        try await over.tap("Emergency, 999")
        try await over.tap("Sam, my son, 07700 900 123")
        XCTAssertEqual(over.opener.opened.map(\.absoluteString), ["tel:999", "tel:07700900123"])
        try await over.back()
        phone.knows = true
        try await over.tap("Open my plan")
        over.sees("Hello, Jo")
        XCTAssertEqual(phone.asked, 2)
    }

    func testPutAwayItIsLockedAgainAndTheWayAndHalfTypedWordsStay() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { $0.choices.lock = true; phone.outside(&$0) })
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.tap("Open my plan")
        try await over.tap("Write it down")
        try await over.type("Walk to the can", "new/words")
        over.shown.environment.scenePhase = .background
        try await over.settle()
        over.shown.environment.scenePhase = .active
        try await over.settle()
        over.sees("Locked")
        XCTAssertThrowsError(try over.shown.find("new/words"))
        try await over.tap("Open my plan")
        XCTAssertEqual(try over.shown.find("new/words").text, "Walk to the can")
    }

    func testTheAppSwitcherShowsACoverAndNothingIsSpokenBehindIt() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        XCTAssertThrowsError(try over.shown.find("cover"))
        for phase in [ScenePhase.inactive, .background] {
            over.shown.environment.scenePhase = phase
            try await over.settle()
            XCTAssertNoThrow(try over.shown.find("cover"))
            XCTAssertEqual(over.shown.look().spoken.map(\.name).filter { $0.contains("pain") }, [])
        }
        try over.picture("cover")
        over.shown.environment.scenePhase = .active
        try await over.settle()
        XCTAssertThrowsError(try over.shown.find("cover"))
        over.sees("Hello, Jo")
    }

    func testAKeyStoreThatIsLockedShowsTheCardAndTheWayBackAndNeverAnEmptyPlan() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed {
            try await $0.someGoal()
            try await $0.somePlan()
        }
        over.real.keys.fails = .locked
        over.real.keys.spares = .card
        try await over.open()
        over.doesNotSee("Hello")
        over.doesNotSee("What would make tomorrow a good day?")
        over.sees("Life at risk? 999")
        over.seemsKind("trouble")
        try await over.tap("Open the emergency card")
        over.sees("When my breathing gets worse")
        over.seemsKind("card")
        try await over.back()
        over.real.keys.fails = nil
        try await over.tap("Try again")
        over.sees("Hello, Jo")
        over.sees("Manage my pain so I don’t wake up at night")
    }

    func testACardThatCannotBeReadSaysSoAndDialsAllTheSame() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        over.real.keys.fails = .locked
        try await over.open()
        try await over.tap("Open the emergency card")
        over.sees("Life at risk? 999")
        over.seemsKind("card")
        try await over.tap("Emergency, 999")
        XCTAssertEqual(over.opener.opened.map(\.absoluteString), ["tel:999"])
    }

    func testALostKeyAsksForTheWordsSaysWhatIsWrongWithThemAndThenOpens() async throws {
        var right: [String] = []
        let over = try OverCore()
        defer { over.close() }
        try await over.seed {
            try await $0.someGoal()
            right = try await $0.recoveryWords()
        }
        over.real.keys.fails = .lost
        try await over.open()
        over.sees("This phone no longer has the key to your plan")
        over.doesNotSee("What would make tomorrow a good day?")
        over.real.keys.fails = nil
        try await over.type(right.dropLast().joined(separator: " "), "words")
        try await over.tap("Open my plan")
        over.sees("There should be 12 words, and here are 11")
        over.sees("Open the emergency card")
        try over.pictureWithMadeUpWords("trouble-words")
        try await over.type(right.joined(separator: " "), "words")
        try await over.tap("Open my plan")
        over.sees("Hello, Jo")
        over.sees("Manage my pain")
        XCTAssertEqual(over.session.typedWords, "")
    }

    func testGivenBackBySomebodyElseThePhoneAsksWhoIsThere() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { phone.outside(&$0) })
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try over.here.handedBack()
        try await over.settle()
        over.sees("Hello, Jo")
        over.session.outside.choices.lock = true
        try over.here.handedBack()
        try await over.settle()
        over.sees("Locked")
        phone.knows = false
        try await over.tap("Open my plan")
        over.doesNotSee("Hello, Jo")
    }
}
