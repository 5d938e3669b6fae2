import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

/// Promises and reviews, over the core itself.
@MainActor final class PromiseStoryTests: XCTestCase {
    func testALatePromiseComesUpByItselfAndWhatCameOfItIsNoted() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { plan in
            try await plan.somePromises()
            return try await plan.beginVisit(whatFor: "Next", with: "")
        }
        try await over.go("visit-agenda", visit)
        over.sees("Promised, and late")
        over.sees("A place at pulmonary rehabilitation")
        try await over.go("visits")
        try await over.tap("Promises")
        over.seemsKind("promises")
        func late() async throws -> Promise { try await over.ask { try await $0.promises().first { $0.what.inWords.hasPrefix("A place") }! } }
        var promise = try await late()
        XCTAssertEqual(promise.lateDays, 24)
        over.sees(promise.state)
        try await over.tap("What came of it?: A place at pulmonary rehabilitation")
        try await over.tap("came-not_available")
        promise = try await late()
        XCTAssertEqual(promise.state, "asked for, not available")
        XCTAssertNil(promise.lateDays)
        try await over.tap("Undo")
        promise = try await late()
        XCTAssertEqual(promise.lateDays, 24)
        over.sees("What I promised")
        over.sees("Promised to me")
    }

    func testMyOwnPromiseIsWrittenDownAsMine() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("promises")
        over.seemsKind("promises, empty")
        try over.picture("promises-empty")
        try await over.tap("Write a promise down")
        over.sees("Who promised it?")
        try await over.type("Bring my diary", "promise-new/what")
        try await over.turn("I promised it myself", true)
        over.doesNotSee("Who promised it?")
        try await over.day("promise-new/by", "3", "12", "2026")
        try await over.tap("Keep this promise")
        let promises = try await over.ask { try await $0.promises() }
        XCTAssertEqual(promises.map(\.mine), [true])
        XCTAssertEqual(promises.first?.open, true)
        XCTAssertEqual(promises.first?.whoBy.contains("3 December"), true, promises.first?.whoBy ?? "")
        over.sees("What I promised")
    }

    func testAnOverdueReviewIsSaidKindlyAndIsDone() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someReviews() }
        try await over.open()
        try await over.go("reviews")
        over.seemsKind("reviews")
        over.sees("You could ask the pharmacist for a new date.")
        let late = try await over.ask { try await $0.reviews()[0] }
        try await over.tap("It was done: \(late.name)")
        try await over.day("review-done/\(late.id)/next", "31", "2", "2027")
        try await over.tap("Keep it")
        over.sees("There is no such date. Nothing was lost. Check the day, the month and the year.")
        try await over.day("review-done/\(late.id)/next", "12", "2", "2027")
        try await over.tap("Keep it")
        let done = try await over.ask { try await $0.reviews().first { $0.id == late.id } }
        XCTAssertNil(done?.lateDays)
        XCTAssertEqual(done?.line.contains("12 February 2027"), true, done?.line ?? "")
        XCTAssertEqual(done?.done.inWords.contains("26 November"), true, "today, where no day was typed")
    }

    func testAMedicinesReviewIsWrittenWithWhoSeesToIt() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("reviews")
        over.seemsKind("reviews, empty")
        try over.picture("reviews-empty")
        try await over.tap("Write a review down")
        XCTAssertFalse(try over.shown.isEnabled("Keep it"))
        try await over.tap("sort-medicines")
        try await over.type("the pharmacist", "review-new/who")
        try await over.day("review-new/next", "", "2", "2027")
        try await over.tap("Keep it")
        let reviews = try await over.ask { try await $0.reviews() }
        XCTAssertEqual(reviews.map(\.name), ["My medicines"])
        XCTAssertEqual(reviews.map(\.who), ["the pharmacist"])
        over.sees("Who will see to it: the pharmacist")
    }

    func testTheDayIsTheWallsAndNotThatOfGreenwich() async {
        XCTAssertEqual(Moment(ms: 1_795_685_400_000, offsetMinutes: 0).dayKept, "2026-11-26")
        XCTAssertEqual(Moment(ms: 1_795_685_400_000, offsetMinutes: 15 * 60).dayKept, "2026-11-27")
        XCTAssertEqual(Moment(ms: 0, offsetMinutes: -1).dayKept, "1969-12-31")
    }
}
