// What the phone does for the app, as far as it is decided here and not by Apple's frameworks.

import Bridge
import BridgeTesting
import CardPath
@testable import Platform
import XCTest

/// Notes what was done to which folder.
private final class NotedKeeper: Keeper {
    var made: [URL] = []
    var leftOut: [URL: Bool] = [:]
    var protection: [URL: KeptFolder.Protection] = [:]
    func make(_ folder: URL) throws { made.append(folder) }
    func protect(_ folder: URL, _ how: KeptFolder.Protection) throws { protection[folder] = how }
    func leaveOutOfBackup(_ folder: URL, _ isLeftOut: Bool) throws { leftOut[folder] = isLeftOut }
}

/// Choices in memory.
private final class NotedBox: ChoiceBox {
    var kept: [String: Any] = [:]
    func bool(forKey key: String) -> Bool { kept[key] as? Bool ?? false }
    func string(forKey key: String) -> String? { kept[key] as? String }
    func set(_ value: Bool, forKey key: String) { kept[key] = value }
    func set(_ value: Any?, forKey key: String) { kept[key] = value }
}

@MainActor final class PhoneTests: XCTestCase {
    private let files = HearthFiles(
        support: URL(fileURLWithPath: "/own/Application Support"), group: URL(fileURLWithPath: "/group"),
        temporary: Scratch.place("phone")
    )

    func testTheStoreIsTheAppsOwnAndTheCardAloneIsInTheGroup() async {
        XCTAssertTrue(files.store.path.hasPrefix("/own/"))
        let shared = files.all.map(\.folder).filter { $0.path.hasPrefix("/group") }
        XCTAssertEqual(shared.map(\.path), ["/group/card"])
    }

    func testABackupOfThePhoneTakesTheSealedBackupAndNeitherStoreNorCard() async throws {
        let keeper = NotedKeeper()
        try files.lay(keeper)
        XCTAssertEqual(Set(keeper.made), Set(files.all.map(\.folder)))
        XCTAssertEqual(keeper.leftOut.filter { !$0.value }.map(\.key), [files.backups], "the backup alone is taken")
        XCTAssertEqual(keeper.leftOut[files.store], true)
        XCTAssertEqual(keeper.leftOut[files.card], true)
        XCTAssertEqual(keeper.leftOut[files.drafts], true)
        XCTAssertTrue(files.backup.path.hasPrefix(files.backups.path + "/"))
    }

    func testFilesAreReadableInTheBackgroundAndWhatIsInClearOnlyWhileThePhoneIsUnlocked() async throws {
        let keeper = NotedKeeper()
        try files.lay(keeper)
        XCTAssertEqual(keeper.protection[files.store], .afterFirstUnlock)
        XCTAssertEqual(keeper.protection[files.card], .afterFirstUnlock)
        XCTAssertEqual(keeper.protection[files.drafts], .afterFirstUnlock)
        XCTAssertEqual(keeper.protection[files.passing], .whileUnlocked)
    }

    func testWhatWasPassingIsGoneAtTheNextStartAndANameLeadsNowhereElse() async throws {
        let file = try files.passed(Data("words".utf8), name: "../../a plan\n.pdf")
        XCTAssertTrue(file.path.hasPrefix(files.passing.path + "/"))
        XCTAssertEqual(file.lastPathComponent, "a plan  .pdf".replacingOccurrences(of: "  ", with: " "))
        XCTAssertEqual(HearthFiles.safeName(" .. "), "Hearth")
        XCTAssertLessThanOrEqual(HearthFiles.safeName(String(repeating: "a", count: 900)).count, 80)
        try files.lay(NotedKeeper())
        XCTAssertFalse(FileManager.default.fileExists(atPath: file.path))
    }

    func testNothingIsSwitchedOnBeforeThePersonDoesItAndTheGroupHoldsNoWordOfThePlan() async {
        let (own, shared) = (NotedBox(), NotedBox())
        var refreshed = 0
        let choices = KeptChoices(own: own, shared: shared) { refreshed += 1 }
        for choices in [choices as any Choices, NotedChoices()] {
            XCTAssertFalse(choices.lock || choices.reminders || choices.wifiOnly || choices.widgetLines)
            XCTAssertNil(choices.language)
            XCTAssertEqual(choices.linking, "")
        }
        choices.lock = true
        choices.reminders = true
        choices.wifiOnly = true
        choices.linking = "Hill Street"
        XCTAssertTrue(shared.kept.isEmpty, "\(shared.kept)")
        choices.widgetLines = true
        choices.language = "cy"
        XCTAssertEqual(Set(shared.kept.keys), Set(SharedChoice.allCases.map(\.rawValue)))
        XCTAssertEqual(refreshed, 2, "the widget is drawn anew")
        let again = KeptChoices(own: own, shared: shared)
        XCTAssertTrue(again.lock && again.reminders && again.wifiOnly && again.widgetLines)
        XCTAssertEqual(again.language, "cy")
        XCTAssertEqual(again.linking, "Hill Street")
    }

    func testAReminderSaysNoWordOfThePlanAndComesOnceADay() async {
        let now = Date(timeIntervalSince1970: 1_795_685_400)
        let later: [TimeInterval] = [3600, 7200, -60, 90_000]
        let dates = later.map { now.addingTimeInterval($0) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let all = Reminding.on(dates, title: "There is something to look at in Hearth", now: now, calendar: calendar)
        XCTAssertEqual(all.map(\.at), [dates[0], dates[3]])
        XCTAssertEqual(Set(all.map(\.title)), ["There is something to look at in Hearth"])
        XCTAssertEqual(Set(all.map(\.name)).count, all.count)
        let many: [Date] = (1...500).map { day in now.addingTimeInterval(TimeInterval(day) * 86_400) }
        XCTAssertEqual(Reminding.on(many, title: "t", now: now, calendar: calendar).count, Reminding.most)
        // Nothing but a name, a title and a time can be given to the phone.
        XCTAssertEqual(Mirror(reflecting: Reminding.now("t")).children.compactMap(\.label), ["name", "title", "at"])
    }

    func testWhileNobodyLooksTheSealedBackupIsMadeAndAReminderIsOnlyForWhoWantsOne() async throws {
        let real = try RealPlan()
        try await real.seed { plan in
            _ = try await plan.someGoal()
            _ = try await plan.add(kind: "promise", fields: [words("what", "Ring about the rail"), yes("mine"), choice("state", "promised"), FieldAnswer(field: "by", answer: .date("2026-01-05"))])
        }
        let open = try await real.doors().open(say: [])
        defer { open.plan.close() }
        let backup = real.folder.appendingPathComponent("plan.hearth").path
        let away = Away(backupFile: backup) { open.plan }
        let isLate = try await !open.plan.home().late.isEmpty
        let reminds = await away.run(.care, wifiOnly: false, reminders: true)
        XCTAssertEqual(reminds, isLate)
        XCTAssertTrue(isLate, "the story has nothing to remind of")
        XCTAssertTrue(FileManager.default.fileExists(atPath: backup))
        let quiet = await away.run(.care, wifiOnly: false, reminders: false)
        XCTAssertFalse(quiet)
        let sync = await away.run(.sync, wifiOnly: false, reminders: true)
        XCTAssertFalse(sync, "there is no practice")
        let none = await Away(backupFile: backup + "2") { nil }.run(.care, wifiOnly: false, reminders: true)
        XCTAssertFalse(none)
        XCTAssertFalse(FileManager.default.fileExists(atPath: backup + "2"))
    }

    func testTheWorkIsAskedForAgainAfterSixHoursAndADay() async {
        let now = Date(timeIntervalSince1970: 0)
        XCTAssertEqual(AwayWork.sync.earliest(after: now), Date(timeIntervalSince1970: 21_600))
        XCTAssertEqual(AwayWork.care.earliest(after: now), Date(timeIntervalSince1970: 86_400))
        XCTAssertTrue(AwayWork.care.isLong && !AwayWork.sync.isLong && AwayWork.sync.needsNetwork && !AwayWork.care.needsNetwork)
    }

    func testOnlyTheClaimedAddressIsTheBrowsersAnswer() async {
        func answer(_ text: String) -> URL? { LinkAnswer.of(URL(string: text)) }
        XCTAssertNotNil(answer("https://hearth.example/linked?code=1&state=2"))
        for wrong in [
            "http://hearth.example/linked?code=1", "https://hearth.example.evil/linked", "https://hearth.example/linked/more",
            "https://me@hearth.example/linked", "https://hearth.example:444/linked", "hearth-card://open", "file:///linked",
            "https://hearth.example/linked?" + String(repeating: "a", count: 9000),
        ] { XCTAssertNil(answer(wrong), wrong) }
        XCTAssertNil(LinkAnswer.of(nil))
    }

    func testTheCardsAddressOpensTheCardAndNothingElseDoes() async throws {
        XCTAssertTrue(CardGroup.isCard(try XCTUnwrap(URL(string: CardGroup.address))))
        for wrong in ["hearth-card://open/goal", "hearth-card://plan", "https://open"] {
            XCTAssertFalse(CardGroup.isCard(try XCTUnwrap(URL(string: wrong))), wrong)
        }
    }

    func testOnlyNumbersPagesAndLettersAreOpenedOutsideTheApp() async throws {
        for may in ["tel:999", "https://example.org", "mailto:a@example.org"] { XCTAssertTrue(Openable.may(try XCTUnwrap(URL(string: may)))) }
        for not in ["http://example.org", "javascript:1", "file:///etc", "shortcuts://run"] {
            XCTAssertFalse(Openable.may(try XCTUnwrap(URL(string: not))), not)
        }
    }

    func testWelshIsReadByAWelshVoiceOrByNone() async {
        let voices = [PhoneVoiceName(id: "a", language: "en-US"), PhoneVoiceName(id: "b", language: "en-GB")]
        XCTAssertEqual(PhoneVoiceName.best(of: voices, for: "en-GB")?.id, "b")
        XCTAssertEqual(PhoneVoiceName.best(of: voices, for: "en-AU")?.id, "a")
        XCTAssertNil(PhoneVoiceName.best(of: voices, for: "cy"))
        XCTAssertEqual(PhoneVoiceName.best(of: voices + [PhoneVoiceName(id: "c", language: "cy-GB")], for: "cy")?.id, "c")
    }

    func testACodeThatIsLongerThanAnyCodeIsNone() async {
        XCTAssertEqual(Scanned.of("shlink:/abc"), "shlink:/abc")
        XCTAssertNil(Scanned.of(""))
        XCTAssertNil(Scanned.of(String(repeating: "a", count: 5000)))
    }
}
