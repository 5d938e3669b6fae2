import Bridge
import BridgeTesting
@testable import Features
import Foundation
import Platform
import SwiftUI
import XCTest

/// A phone that lets the app remind, or not.
@MainActor private final class RemindersAround: Reminders {
    var isAllowed = false
    private(set) var asked = 0
    func allow() async -> Bool {
        asked += 1
        return isAllowed
    }
    func schedule(_ dates: [Date]) async {}
}

@MainActor final class SettingsStoryTests: XCTestCase {
    func testALanguageIsChangedAndBackAndTheAppTheCoreAndTheCardSpeakIt() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.somePlan() }
        try await over.open()
        try await over.tap("People")
        try await over.tap("Settings")
        over.seemsKind("settings")
        try over.picture("settings")
        try await over.tap("Language")
        over.seemsKind("settings-language")
        try over.picture("settings-language")
        try await over.tap("Cymraeg")
        over.sees("Iaith")
        XCTAssertTrue(try over.shown.find("Cymraeg") { $0.tap != nil }.traits.contains("selected"))
        XCTAssertEqual(over.session.outside.choices.language, "cy")
        try over.picture("settings-language-cy")
        // Safety words that no clinician has read have English beside them.
        XCTAssertTrue(over.session.safety?.lifeAtRisk.contains("Life at risk? 999") == true)
        let note = try await over.session.doors.safetyNote()
        XCTAssertEqual(over.session.safety, note)
        XCTAssertNotNil(note.notReviewed)
        let card = try await over.session.doors.card(now: morning)
        XCTAssertEqual(card.language, "cy")
        XCTAssertEqual(card.plans.map(\.name), ["When my breathing gets worse"], "the person's own words are nobody's to translate")
        let undo = try await over.ask { try await $0.sentence(key: "done-undo", with: [:]) }
        XCTAssertEqual(try over.here.said["done-undo"], undo)
        XCTAssertNotEqual(undo, "Undo")
        try await over.tap("English")
        over.sees("Language")
        XCTAssertEqual(try over.here.said["done-undo"], "Undo")
        let back = try await over.session.doors.card(now: morning)
        XCTAssertEqual(back.language, "en-GB")
        let again = try await over.openAnew()
        defer { again.close() }
        again.sees("Hello, Jo")
    }

    func testWhatThePhoneDoesByItselfIsSwitchedByThePersonAndNoReminderIsPromisedThatThePhoneForbids() async throws {
        let reminders = RemindersAround()
        let over = try OverCore(outside: { $0.reminders = reminders })
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.tap("People")
        try await over.tap("Settings")
        let choices = over.session.outside.choices
        XCTAssertEqual(reminders.asked, 0, "the phone was asked before the person was")
        try await over.turn("Remind me when something is due", true)
        XCTAssertFalse(choices.reminders)
        over.sees("This phone does not let Hearth remind you.")
        over.seemsKind("settings")
        try over.picture("settings-no-reminders")
        try await over.tap("Open this phone’s settings")
        XCTAssertEqual(over.opener.opened.map(\.absoluteString), ["app-settings:"])
        reminders.isAllowed = true
        try await over.turn("Remind me when something is due", true)
        XCTAssertTrue(choices.reminders)
        over.doesNotSee("This phone does not let Hearth remind you.")
        try await over.turn("Use Wi-Fi only", true)
        try await over.turn("Show lines on the widget", true)
        XCTAssertTrue(choices.wifiOnly && choices.widgetLines)
        try await over.back()
        try await over.tap("Settings")
        for name in ["Remind me when something is due", "Use Wi-Fi only", "Show lines on the widget"] { try await over.turn(name, false) }
        XCTAssertFalse(choices.reminders || choices.wifiOnly || choices.widgetLines)
        XCTAssertEqual(reminders.asked, 2, "nobody is asked to switch something off")
    }

    func testEveryScreenAboutPeopleAndSettingsIsWelshAllThrough() async throws {
        let phone = PhoneAround()
        let over = try OverCore(language: "cy", outside: { phone.outside(&$0) })
        defer { over.close() }
        try await over.real.seedTwoVersions()
        try await over.open()
        let sam = try await over.ask { try await $0.add(kind: "person", fields: [words("name", "Sam"), words("number", "07700 900 123")]) }
        try await over.ask { try await $0.someSuggestion(goal: $0.goals()[0].id) }
        let english = SettingsStoryTests.english()
        XCTAssertGreaterThan(english.count, 200)
        let screens = [
            "people", "practice", "practice-not-sent", "following", "settings", "settings-words", "settings-backup", "settings-restore",
            "settings-lock", "settings-language", "settings-only-me", "settings-phones", "suggestions",
        ]
        for screen in ["person"] + screens {
            if screen == "person" { try await over.go(screen, sam) } else { try await over.go(screen) }
            over.seemsKind(screen)
            // The way back is the platform's own, in its own language.
            let mixed = over.shown.look().all.filter { $0.kind != .back }.flatMap { [$0.text, $0.label ?? "", $0.hint ?? ""] }.filter(english.contains)
            XCTAssertEqual(Set(mixed), [], "\(screen) is not all Welsh")
            try over.picture(screen + "-cy")
        }
    }

    /// Every English text of the app that its Welsh is not the same as.
    private static func english() -> Set<String> {
        var all = Set<String>()
        for table in [CoreText.self] + Screens.features.flatMap({ $0.texts }) as [any AppText.Type] {
            for entry in Texts.catalog(table.table).strings.values {
                let said = Texts.languages.compactMap { entry.localizations?[$0]?.stringUnit.value }
                if said.count == 2, said[0] != said[1] { all.insert(said[0]) }
            }
        }
        return all
    }

    func testTheLockIsSwitchedBySomebodyWhomThePhoneKnowsAndByNobodyElse() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { phone.outside(&$0) })
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("settings-lock")
        over.seemsKind("settings-lock")
        try over.picture("settings-lock")
        phone.knows = false
        try await over.turn("Ask before Hearth opens", true)
        over.sees("The phone did not let you by, so nothing was changed.")
        XCTAssertFalse(over.session.outside.choices.lock)
        XCTAssertEqual(try over.shown.find("Ask before Hearth opens") { $0.turn != nil }.isOn, false)
        phone.knows = true
        try await over.turn("Ask before Hearth opens", true)
        XCTAssertTrue(over.session.outside.choices.lock)
        over.doesNotSee("The phone did not let you by")
        over.sees("Your emergency card and the unwell plans on it still open without it.")
    }

    func testAPhoneWithoutALockOfItsOwnSaysSoAndSwitchesNothing() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("settings-lock")
        over.sees("This phone has no screen lock")
        XCTAssertThrowsError(try over.shown.turn("Ask before Hearth opens", true))
        XCTAssertFalse(over.session.outside.choices.lock)
    }

    func testSomethingIsMadeOnlyMeAndGivenBackAndUndone() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        try await over.go("settings-only-me")
        over.sees("Nothing is marked “only me”.")
        try over.picture("settings-only-me")
        func isOnlyMe() async throws -> Bool { try await over.ask { try await $0.entry(kind: "goal", id: $0.goals()[0].id).onlyMe } }
        try await over.tap("Goal (1)")
        try await over.tap("Make it only me")
        var is_ = try await isOnlyMe()
        XCTAssertTrue(is_)
        over.seemsKind("settings-only-me")
        try over.picture("settings-only-me-marked")
        try await over.tap("Undo")
        is_ = try await isOnlyMe()
        XCTAssertFalse(is_)
        try await over.tap("Make it only me")
        try await over.tap("Let others see it again")
        over.sees("It can be sent, shared and printed again.")
        is_ = try await isOnlyMe()
        XCTAssertFalse(is_)
    }

    func testAnEmptyPlanHasNothingToMark() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("settings-only-me")
        over.sees("There is nothing in your plan yet to mark.")
    }

    func testALostPhoneIsRemovedAfterWhatCannotBeCalledBackWasSaid() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.real.seedTwoVersions()
        try await over.open()
        try await over.go("settings-phones")
        over.sees("my tablet")
        over.seemsKind("settings-phones")
        try over.picture("settings-phones")
        try await over.tap("Remove it")
        over.sees("can’t be called back")
        try await over.tap("Not now")
        over.doesNotSee("can’t be called back")
        try await over.tap("Remove it")
        try await over.tap("Yes, remove it")
        let phones = try await over.ask { try await $0.phones() }
        XCTAssertEqual(phones.filter { $0.ended == nil }.count, 1)
        let before = try await over.ask { try await $0.recoveryWords() }
        try await over.tap("A phone is lost")
        try await over.tap("Yes, make a new key")
        let after = try await over.ask { try await $0.recoveryWords() }
        XCTAssertNotEqual(before, after)
        over.sees("Your recovery words")
        over.doesNotSee("1. \(after[0])")
    }

    func testOneOnlyPhoneIsSaidToBeTheOnlyOne() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("settings-phones")
        over.sees("Only this phone has your plan.")
        XCTAssertThrowsError(try over.shown.find("Remove it"))
    }
}
