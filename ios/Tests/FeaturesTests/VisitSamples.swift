// A plan with visits in it, for stories and pictures.

import Bridge
import BridgeTesting
@testable import Features
import Foundation
import Platform
import XCTest

let aNurse = Writer.guest(name: "Ann Example", role: "respiratory nurse")

/// Notes what was copied.
@MainActor final class NotedCopier: Copier {
    private(set) var copied: [String] = []
    func copy(_ text: String) { copied.append(text) }
}

extension Plan {
    /// A visit to come, half prepared: sheets, results, questions, a circle, mood.
    func someVisit() async throws -> String {
        let visit = try await beginVisit(whatFor: "My yearly talk about breathing", with: "The practice nurse", on: "2026-12-03")
        for sheet in ["copd", "general"] { try await useSheet(visit: visit, sheet: sheet, on: true) }
        _ = try await addThought(visit: visit, sort: "question", words: "Could the night pain be the new tablets?", about: "")
        _ = try await addThought(visit: visit, sort: "idea", words: "Is there a walking group I can manage?", about: "")
        for prompt in ["breathless", "money"] { try await circle(visit: visit, prompt: prompt, on: true) }
        let results = [
            ("fev1", "58", "%", "2025-11-10"), ("fev1", "61", "%", "2026-11-12"), ("weight", "71.0", "kg", "2026-05-12"),
            ("weight", "72.5", "kg", "2026-11-12"), ("blood-pressure", "135/85", "mmHg", "2026-11-12"),
        ]
        for (key, value, unit, on) in results { _ = try await addSheetResult(visit: visit, result: key, value: value, unit: unit, on: on) }
        _ = try await addThought(visit: visit, sort: "thought", words: "I thought it would be worse after the cold", about: "fev1")
        try await answer(visit: visit, question: "mrc", answered: .mrc(3))
        try await answer(visit: visit, question: "smoking", answered: .ratherNotSay)
        _ = try await answerMood(visit: visit, question: .down, answer: .no)
        _ = try await write(kind: "visit", id: visit, field: "coming", answer: .words("Sam, my son"))
        _ = try await notePromise(visit: visit, what: "A breathing test at the hospital", who: "Ann Example", byWhen: "2026-12", by: aNurse)
        return visit
    }

    /// A visit with the COPD sheet and nothing answered.
    func anEmptyTalk() async throws -> String {
        let visit = try await beginVisit(whatFor: "My talk", with: "The nurse")
        try await useSheet(visit: visit, sheet: "copd", on: true)
        return visit
    }

    /// A promise that is late, one that came to nothing, one that is done, and my own.
    func somePromises() async throws {
        let promises: [(String, String, String?, String)] = [
            ("A place at pulmonary rehabilitation", "The key worker", "2026-11-02", "promised"),
            ("A blue badge form", "The link worker", "2026-12-10", "promised"), ("A home visit", "The practice", nil, "not_available"),
            ("A letter to my employer", "The doctor", "2026-10-01", "done"),
        ]
        for (what, who, by, state) in promises {
            let day = by.map { FieldAnswer(field: "by", answer: .date($0)) }
            let fields = [words("what", what), words("who", who), day, choice("state", state)]
            _ = try await add(kind: "promise", fields: fields.compactMap { $0 })
        }
        _ = try await add(kind: "promise", fields: [
            words("what", "Bring my peak flow diary"), yes("mine"), choice("state", "promised"),
            FieldAnswer(field: "by", answer: .date("2026-12-03")),
        ])
    }

    func someReviews() async throws {
        _ = try await addReview(review: NewReview(sort: "medicines", next: "2026-11-12", who: "the pharmacist"))
        _ = try await addReview(review: NewReview(sort: "after_hospital", next: "2026-12-08", interval: "once", who: "the practice nurse"))
        let plan = try await addReview(review: NewReview(sort: "plan", interval: "every 3 months"))
        try await reviewDone(review: plan, on: "2026-10-14", next: "2027-01-14")
    }

    /// A visit that was: a goal agreed, a promise, when to look again.
    func someVisitThatWas(goal: String) async throws -> String {
        let visit = try await beginVisit(whatFor: "My tablets and my knees", with: "The doctor", on: "2026-10-14")
        _ = try await notePromise(visit: visit, what: "X-ray of my left knee", who: "The doctor", byWhen: "2026-12-01")
        try await setReview(visit: visit, on: "2027-01-14", interval: "every 3 months", who: "the practice nurse")
        let agreed = VisitAgreement(with: "Ann Example", role: "doctor", on: "2026-10-14", goals: [goal], together: true)
        try await agreeVisit(visit: visit, agreed: agreed)
        try await goToStage(visit: visit, stage: "after")
        return visit
    }

    /// Every screen of the Visits place with something on it.
    func visitScreens() async throws -> [Where] {
        let was = try await someVisitThatWas(goal: someGoal())
        let next = try await someVisit()
        try await somePromises()
        try await someReviews()
        let parts = ["sheet", "questions", "results", "agenda", "room", "agree"].map { Where("visit-\($0)", [next]) }
        return [Where("visits"), Where("visit", [next])] + parts + [Where("visit-after", [was]), Where("promises"), Where("reviews")]
    }
}

extension RealPlan {
    /// A visit whose reason was changed on another phone as well: two versions.
    func seedTwoReasons() async throws -> String {
        let open = try await doors().begin(callMe: "Jo")
        let visit = try await open.plan.beginVisit(whatFor: "My talk", with: "The nurse")
        let backup = folder.appendingPathComponent("backup").path
        _ = try await open.plan.backUp(to: backup, work: nil)
        let other = try RealPlan()
        let there = try await other.doors(deviceName: "my tablet")
            .restore(backup: backup, words: open.recoveryWords.joined(separator: " "), work: nil).plan
        _ = try await there.write(kind: "visit", id: visit, field: "what_for", answer: .words("My lungs"))
        _ = try await open.plan.write(kind: "visit", id: visit, field: "what_for", answer: .words("My knees"))
        _ = try await open.plan.takeBundle(bytes: there.bundleFor(device: nil))
        there.close()
        open.plan.close()
        return visit
    }
}

extension OverCore {
    /// A plan with what `fill` makes in it, opened; gives what it made.
    func opened<T: Sendable>(_ fill: (any Plan) async throws -> T) async throws -> T {
        var made: T?
        try await seed { made = try await fill($0) }
        try await open()
        return try XCTUnwrap(made)
    }

    func day(_ box: String, _ day: String, _ month: String, _ year: String) async throws {
        for (at, part) in [day, month, year].enumerated() { try await type(part, "\(box)-\(at)") }
    }

    /// Whether this choice is the chosen one, as a screen reader hears it.
    func isChosen(_ name: String) throws -> Bool { try shown.find(name).traits.contains("selected") }

    /// A screen of this place, without taps.
    func show(_ at: Where) async throws {
        if let about = at.about.first { try await go(at.screen, about) } else { try await go(at.screen) }
    }
}
