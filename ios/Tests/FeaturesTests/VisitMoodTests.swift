import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

/// After a yes about mood: the safety words at once, whole, for as long as the yes stands. Mood on no page that is shown.
@MainActor final class VisitMoodTests: XCTestCase {
    private func safety(_ over: OverCore) -> Element? { over.shown.look().all.first { $0.identifier == "mood-safety" } }

    func testAfterAYesAboutMoodTheSafetyWordsStandAtOnceAndAsLongAsTheYes() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.anEmptyTalk() }
        try await over.go("visit-questions", visit)
        XCTAssertNil(safety(over))
        try await over.tap("mood-down-rather-not-say")
        XCTAssertNil(safety(over))
        let kept = try await over.ask { try await $0.visit(id: visit).mood?.questions.first?.kept }
        XCTAssertEqual(kept, [.ratherNotSay])
        AccessibilityNotification.said = []
        ScrollViewProxy.broughtIntoSight = []
        try await over.tap("mood-down-yes")
        let words = try await over.ask { try await $0.visit(id: visit).mood?.safety ?? "" }
        XCTAssertTrue(words.contains("Nobody has been told yet"), words)
        try stand(over, words)
        XCTAssertTrue(AccessibilityNotification.said.contains(words), "they are read aloud as they come")
        XCTAssertEqual(ScrollViewProxy.broughtIntoSight, ["safety"], "and brought into sight")
        try await over.tap("Emergency, 999")
        try await over.tap("Urgent help, 111")
        XCTAssertEqual(over.opener.opened.map(\.absoluteString), ["tel:999", "tel:111"])
        over.seemsKind("visit-questions, after a yes")
        try over.picture("visit-questions-after-a-yes")

        // On every way to them, and after the app was put away.
        try await over.go("visit", visit)
        try stand(over, words)
        try over.picture("visit-after-a-yes")
        let again = try await over.openAnew()
        defer { again.close() }
        try await again.go("visit-questions", visit)
        try stand(again, words)

        // A yes to the other question holds them; a no to both ends them.
        try await again.tap("mood-interest-yes")
        try await again.tap("mood-down-no")
        try stand(again, words)
        try await again.tap("clear-mood-interest")
        XCTAssertNil(safety(again))
        let none = try await again.ask { try await $0.visit(id: visit).mood?.safety }
        XCTAssertNil(none)
        try await again.go("visit", visit)
        XCTAssertNil(safety(again))
    }

    /// Every line of them is here, whole.
    private func stand(_ over: OverCore, _ words: String, file: StaticString = #filePath, line: UInt = #line) throws {
        let drawn = try XCTUnwrap(safety(over), "no safety words", file: file, line: line)
        for one in words.split(separator: "\n") {
            XCTAssertTrue(drawn.texts.contains(String(one)), "“\(one)” is not among \(drawn.texts)", file: file, line: line)
        }
        XCTAssertFalse(drawn.isHidden, file: file, line: line)
    }

    func testTheyStandBeforeTheVisitIsReadAnewAndDoNotFlicker() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.anEmptyTalk() }
        let model = VisitQuestionsModel(try over.here, visit)
        model.mood(.down, .yes)
        for _ in 0..<100_000 where model.safety == nil { await Task.yield() }
        XCTAssertNotNil(model.safety)
        XCTAssertNil(model.drawn, "they came with the answer, and waited for no reading")
        for _ in 0..<100_000 where model.drawn == nil {
            XCTAssertNotNil(model.safety)
            await Task.yield()
        }
        try await over.settle()
        XCTAssertNotNil(model.safety)
        model.mood(.down, .no)
        model.mood(.interest, .yes)
        try await over.settle()
        XCTAssertNotNil(model.safety, "an earlier answer does not end what a later one brought")
        model.mood(.interest, .nothing)
        try await over.settle()
        XCTAssertNil(model.safety)
    }

    func testAYesThatCanNotBeKeptBringsTheSafetyWordsAllTheSame() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.anEmptyTalk() }
        try await over.go("visit-questions", visit)
        let here = try over.here
        here.plan.close()
        try await over.tap("mood-down-yes")
        XCTAssertNotNil(here.happened, "and it is said that it was not kept")
        try stand(over, here.said["region-mood-yes"])
    }

    func testAYesThatIsBroughtFromAnotherPhoneBringsThemWithoutATouch() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.anEmptyTalk() }
        try await over.go("visit-questions", visit)
        _ = try await over.ask { try await $0.answerMood(visit: visit, question: .interest, answer: .yes) }
        try await over.shown.wait(for: "Nobody has been told yet")
        try await over.settle()
        _ = try await over.ask { try await $0.answerMood(visit: visit, question: .interest, answer: .nothing) }
        try await over.settle()
        XCTAssertNil(safety(over))
    }

    func testInWelshTheEnglishStandsBesideTheSafetyWords() async throws {
        let over = try OverCore(language: "cy")
        defer { over.close() }
        let visit = try await over.opened { try await $0.anEmptyTalk() }
        try await over.go("visit-questions", visit)
        try await over.tap("mood-down-yes")
        let words = try await over.ask { try await $0.visit(id: visit).mood?.safety ?? "" }
        XCTAssertTrue(words.contains("Nobody has been told yet"), words)
        try stand(over, words)
        try over.picture("visit-questions-after-a-yes-cy")
    }

    func testMoodIsOnNoPageToShowAndInNoSummaryByItself() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { plan in
            let visit = try await plan.anEmptyTalk()
            _ = try await plan.answerMood(visit: visit, question: .interest, answer: .yes)
            return visit
        }
        try await over.go("visit-room", visit)
        over.doesNotSee("Nobody has been told yet")
        over.doesNotSee("How I have felt")
        try await over.go("visit-after", visit)
        over.doesNotSee("Little interest or pleasure")
        try await over.tap("Put in how I have felt")
        over.sees("Little interest or pleasure")
        try await over.back()
        try await over.go("visit-after", visit)
        over.doesNotSee("Little interest or pleasure")
    }
}
