import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class OverTimeStoryTests: XCTestCase {
    func testCheckInsOverTimeAreOneTouchFromTheirGoalAndUnansweredIsNeverAPoint() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someGoal() }
        try await over.open()
        try await over.go("goals")
        try await over.tap("Open this goal")
        let action = try await over.ask { try await $0.goals()[0].actions[0].id }
        for (days, confidence) in [(7, 4), (14, nil), (21, 8)] {
            over.real.now = Moment(ms: morning.ms + days * 86_400_000, offsetMinutes: 0)
            try await over.tap("Note how it went")
            try await over.type("Week \(days / 7)", "check-in/\(action)/went")
            if let confidence { try await over.scale("confidence", confidence) }
            try await over.tap("Keep it")
        }
        try await over.tap("How sure I felt, over time")
        let picture = try await over.ask { try await $0.overTime(of: .confidence(action)) }
        over.sees(picture.sentence)
        over.seemsKind("over-time")
        try over.picture("over-time-check-ins")
        XCTAssertEqual(picture.lines[0].points.map(\.value), [6, 4, 8])
        XCTAssertEqual(picture.unanswered.count, 1)
        XCTAssertTrue(picture.sentence.contains("not answered once"), picture.sentence)
        for point in picture.lines[0].points { over.sees(point.day) }
        let drawing = try XCTUnwrap(over.shown.look().all.first { !$0.drawing.isEmpty })
        XCTAssertEqual(drawing.drawing.components(separatedBy: "<ellipse").count - 1, 4, "three dots and a ring")
        XCTAssertEqual(
            drawing.drawing.components(separatedBy: "<path").count - 1, 1 + picture.lines[0].points.filter(\.joinedToPrevious).count,
            "the foot, and a line only where the core joins two"
        )
        let said = over.shown.look().spoken.filter { $0.traits.contains("image") && $0.name == picture.lines[0].sentence }
        XCTAssertEqual(said.count, 1, "the drawing says the same in words")
    }

    func testReadingsOverTimeAreListedWithAWayToSeeThemAll() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { plan in
            try await plan.someReadings()
            for days in 60..<70 {
                let at = Moment(ms: morning.ms - days * 86_400_000, offsetMinutes: 0)
                _ = try await plan.addReading(reading: NewReading(what: "peak_flow", value: "\(200 + days)", unit: "L/min", at: at))
            }
            // As much as can be written: it is drawn, and nothing breaks.
            for value in [String(repeating: "9", count: 18), "-" + String(repeating: "9", count: 18), "0"] {
                _ = try await plan.addReading(reading: NewReading(what: "weight", value: value, unit: "kg"))
            }
        }
        try await over.open()
        try await over.go("readings")
        over.seemsKind("readings")
        try over.picture("readings")
        try await over.tap("Peak flow, over time")
        try over.picture("over-time")
        over.sees("nothing written for")
        XCTAssertFalse(over.shown.texts.contains("265 L/min"), "the oldest are listed only where they are asked for")
        try await over.tap("Show them all")
        XCTAssertTrue(over.shown.texts.contains("265 L/min"))
        try await over.go("over-time", "readings", "weight")
        over.seemsKind("over-time")
        XCTAssertFalse(over.shown.look().all.contains { $0.drawing.contains("nan") || $0.drawing.contains("inf") })
        try await over.go("over-time", "other", "nothing of that name")
        over.seemsKind("over-time")
        try over.picture("over-time-empty")
    }

    func testAChartStandsWhereItsNumbersAreAndNoLineRunsThroughAGap() async {
        func point(_ at: Int, _ value: Double, _ joined: Bool, _ several: Bool = false) -> OverTimePoint {
            OverTimePoint(at: at, day: "day \(at)", value: value, text: "\(value)", who: [], joinedToPrevious: joined, oneOfSeveral: several)
        }
        func line(_ points: [OverTimePoint]) -> OverTimeLine {
            OverTimeLine(what: "", unit: "", points: points, gaps: [], lowest: 0, highest: 0, sentence: "")
        }
        let asked = [OverTimeMoment(at: 200, day: "day 200", text: "not answered")]
        let chart = Chart(line([point(0, 2, false), point(50, 4, true), point(100, 6, false, true)]), asked)
        XCTAssertEqual(chart.dots.map(\.across), [0, 0.25, 0.5])
        XCTAssertEqual(chart.dots.map(\.up), [0, 0.5, 1])
        XCTAssertEqual(chart.dots.map(\.isOneOfSeveral), [false, false, true])
        XCTAssertEqual(chart.strokes.count, 1)
        XCTAssertEqual(chart.unanswered, [1])
        XCTAssertEqual([chart.highest, chart.lowest, chart.first, chart.last], ["6.0", "2.0", "day 0", "day 200"])
        let one = Chart(line([point(7, 3, false)]), [])
        XCTAssertEqual(one.dots, [Chart.Dot(across: 0.5, up: 0.5, isOneOfSeveral: false)])
        XCTAssertNil(one.lowest)
        let hostile = Chart(line([point(0, .infinity, false), point(1, 1e308, true), point(2, -1e308, true)]), [])
        XCTAssertEqual(hostile.dots.map(\.up), [1, 0])
        XCTAssertEqual(hostile.strokes.count, 1, "no line to what can't be drawn")
        XCTAssertEqual(Chart(line([]), []).dots, [])
    }
}
