import Bridge
import BridgeTesting
@testable import Features
import Foundation
import SwiftUI
import XCTest

@MainActor final class SafeStoryTests: XCTestCase {
    /// A backup of a plan with one goal, and its words.
    private func someBackup(at: URL) async throws -> [String] {
        let other = try RealPlan()
        let begun = try await other.doors().begin(callMe: "Jo")
        _ = try await begun.plan.add(kind: "goal", fields: [words("words", "Walk to the canal")])
        _ = try await begun.plan.backUp(to: at.path)
        begun.plan.close()
        return begun.recoveryWords
    }

    private func look(_ over: OverCore, _ words: [String], _ said: String) async throws {
        try await over.type(words.joined(separator: " "), "words")
        try await over.tap("Look at this backup")
        try await over.untilSeen(said)
    }

    func testAPlanComesBackFromABackupAndItsWordsAndNothingElseBringsIt() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { phone.outside(&$0) })
        defer { over.close() }
        let file = over.real.folder.appendingPathComponent("Jo.hearth")
        let right = try await someBackup(at: file)
        let others = try await RealPlan().doors().begin(callMe: "Sam")
        others.plan.close()
        phone.chosen = file
        try await over.open()
        try await over.type("Jo", "name")
        try await over.tap("I have a backup of my plan")
        XCTAssertEqual(over.session.screenNow, "settings-restore")
        try over.picture("settings-restore-first")
        try await over.tap("Choose the backup file")
        over.sees("Jo.hearth")
        over.seemsKind("settings-restore")
        XCTAssertEqual(try over.shown.find("words").text, "", "the half-typed name is not among the words")
        XCTAssertFalse(try over.shown.isEnabled("Look at this backup"))
        try await look(over, Array(right.dropFirst()), "There should be 12 words, and here are 11")
        try await look(over, right.dropFirst() + ["canall"], "Word 12 is not on the list")
        try await look(over, others.recoveryWords, "These words do not open this backup")
        over.doesNotSee("Bring my plan back")
        try await look(over, right, "This backup is whole. Made: today")
        over.sees("What you wrote after that day is not in it")
        try over.pictureWithMadeUpWords("settings-restore-looked")
        XCTAssertFalse(FileManager.default.fileExists(atPath: over.real.store.appendingPathComponent("plan.db").path), "looking made a plan")
        try await over.tap("Bring my plan back")
        try await over.untilSeen("Hello, Jo")
        over.sees("Walk to the canal")
        XCTAssertEqual(over.session.typedWords, "")
        XCTAssertEqual(over.session.aside, [])
    }

    func testADamagedBackupIsSaidAndNoPlanIsMadeOfIt() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { phone.outside(&$0) })
        defer { over.close() }
        let file = over.real.folder.appendingPathComponent("Jo.hearth")
        let right = try await someBackup(at: file)
        let whole = try Data(contentsOf: file)
        phone.chosen = file
        try await over.open()
        try await over.tap("I have a backup of my plan")
        try await over.tap("Choose the backup file")
        var altered = whole
        altered[whole.count / 2] ^= 1
        let damaged = [
            (whole.dropLast(20), "This backup stops too early"), (altered, "This backup has been altered"),
            (Data("a photo of a dog".utf8), "This file is not a Hearth backup"),
        ]
        for (bytes, said) in damaged {
            try bytes.write(to: file)
            try await look(over, right, said)
            over.doesNotSee("Bring my plan back")
        }
        try over.pictureWithMadeUpWords("settings-restore-damaged")
        XCTAssertFalse(FileManager.default.fileExists(atPath: over.real.store.appendingPathComponent("plan.db").path))
        try await over.back()
        over.sees("What shall Hearth call you?")
    }

    func testWithAPlanHereABackupIsOnlyLookedAtAndNothingIsWrittenOver() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { phone.outside(&$0) })
        defer { over.close() }
        let file = over.real.folder.appendingPathComponent("other.hearth")
        let right = try await someBackup(at: file)
        try await over.seed { try await $0.someGoal() }
        phone.chosen = file
        try await over.open()
        try await over.go("settings-restore")
        over.sees("A backup never goes over it")
        over.seemsKind("settings-restore")
        try over.picture("settings-restore")
        try await over.tap("Choose the backup file")
        try await look(over, right, "This backup is whole")
        over.doesNotSee("Bring my plan back")
        let goals = try await over.ask { try await $0.goals() }
        XCTAssertEqual(goals.map(\.words.only?.text), ["Manage my pain so I don’t wake up at night"])
    }

    func testABackupIsMadeKeptElsewhereAndCheckedAndSaysWhenItWasMade() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { phone.outside(&$0) })
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        try await over.go("settings-backup")
        over.sees("No backup has been made on this phone yet")
        over.seemsKind("settings-backup")
        try over.picture("settings-backup-none")
        try await over.tap("Make a backup now")
        try await over.untilSeen("was read back")
        try await over.untilSeen("Last backup: today")
        try over.picture("settings-backup")
        try await over.tap("Keep a copy somewhere else")
        over.sees("No place was chosen. The backup is still on this phone.")
        let place = over.real.folder.appendingPathComponent("stick")
        phone.place = place
        try await over.tap("Keep a copy somewhere else")
        over.sees("A copy is where you chose.")
        phone.chosen = place
        try await over.tap("Choose the backup file")
        try await over.untilSeen("Everything written on this phone so far is in it.")
        _ = try await over.ask { try await $0.add(kind: "goal", fields: [words("words", "Sleep")]) }
        try await over.tap("Choose the backup file")
        try await over.untilSeen("Something was written here since")
        try Data(contentsOf: place).prefix(200).write(to: place)
        try await over.tap("Choose the backup file")
        try await over.untilSeen("This backup stops too early")
        over.real.now = Moment(ms: morning.ms + 40 * 86_400_000, offsetMinutes: 0)
        _ = try await over.ask { try await $0.add(kind: "goal", fields: [words("words", "Cook")]) }
        try await over.untilSeen("Last backup: 26 November")
    }

    func testTheWordsAreShownBehindThePhonesLockAndHiddenWhenItIsLeft() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { phone.outside(&$0) })
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("settings-words")
        over.seemsKind("settings-words")
        try over.picture("settings-words")
        phone.knows = false
        try await over.tap("Show my words")
        over.sees("The phone did not let you by")
        XCTAssertThrowsError(try over.shown.find("word"))
        phone.knows = true
        try await over.tap("Show my words")
        let right = try await over.ask { try await $0.recoveryWords() }
        for (at, word) in right.enumerated() { over.sees("\(at + 1). \(word)") }
        XCTAssertEqual(phone.asked, 2)
        // Somebody else's screen, or a recording.
        over.shown.environment.isSceneCaptured = true
        over.sees("This screen is being recorded or shown somewhere else")
        XCTAssertThrowsError(try over.shown.find("word"))
        over.shown.environment.isSceneCaptured = false
        over.shown.environment.scenePhase = .background
        try await over.settle()
        over.shown.environment.scenePhase = .active
        try await over.settle()
        XCTAssertThrowsError(try over.shown.find("word"), "put away and taken up again, they still stand there")
        try await over.tap("Make new words")
        over.sees("A backup made before still opens with the old ones")
        try await over.tap("Yes, make new words")
        let fresh = try await over.ask { try await $0.recoveryWords() }
        XCTAssertNotEqual(right, fresh)
        over.sees("12. \(fresh[11])")
        XCTAssertEqual(phone.asked, 3)
        try await over.tap("Make a new backup")
        over.sees("One sealed file")
        try await over.back()
        XCTAssertThrowsError(try over.shown.find("word"))
    }

    func testAPhoneWithoutALockSaysSoBeforeItShowsTheWords() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("settings-words")
        over.sees("This phone has no screen lock")
        try await over.tap("Show my words")
        let right = try await over.ask { try await $0.recoveryWords() }
        over.sees("1. \(right[0])")
    }

    func testWhereNoFileCanBeChosenItSaysSo() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("settings-restore")
        over.sees("Files can’t be chosen on this device.")
        XCTAssertThrowsError(try over.shown.find("Choose the backup file"))
    }
}
