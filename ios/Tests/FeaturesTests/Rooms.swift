// Rooms with something in them, and what several stories share.

import Bridge
import BridgeTesting
@testable import Features
import Platform
import SwiftUI
import XCTest

private let aDay = 86_400_000

/// Says what it is given, or has no voice for its language.
@MainActor final class NotedVoice: Voice {
    var can = true
    private(set) var said: [String] = []
    private(set) var language = ""
    func say(_ lines: [String], language: String) -> Bool {
        if can { (said, self.language) = (lines, language) }
        return can
    }
    func hush() {}
}

@MainActor final class NotedPrinter: Printer {
    var can = true
    private(set) var printed: [String] = []
    func text(_ text: String, title: String) async -> Bool {
        if can { printed.append(text) }
        return can
    }
    private(set) var papers: [Data] = []
    func pdf(_ bytes: Data, title: String) async -> Bool {
        if can { papers.append(bytes) }
        return can
    }
}

extension Plan {
    /// Something in every room.
    func someRooms() async throws {
        let plan = try await somePlan()
        _ = try await add(kind: "coping", fields: [part("plan", plan), words("words", "Radio on, feet up, Tess beside me")])
        _ = try await add(kind: "kept", fields: [part("plan", plan), words("what", "Rescue pack"), words("place", "Blue tin, kitchen shelf")])
        _ = try await add(kind: "allergy", fields: [words("what", "Penicillin"), words("reaction", "Swelling, 2009"), yes("on_card")])
        _ = try await write(kind: "about", id: "", field: "important", answer: .words("My garden, and my dog Tess. Being outside every day."))
        _ = try await write(kind: "about", id: "", field: "communicate", answer: .words("Face me when you speak. My left ear is no good."))
        try await someDecision()
        try await someReadings()
        try await someAhead()
        try await someSupport()
    }

    @discardableResult func someDecision() async throws -> String {
        let decision = try await add(kind: "decision", fields: [words("what", "What to do about my knee")])
        let operation = try await addOption(decision: decision, words: "An operation", sort: "treatment")
        _ = try await addOption(decision: decision, words: "The exercise class on Mondays", sort: "support")
        _ = try await weigh(option: operation, side: "for", words: "It may last longer")
        _ = try await weigh(option: operation, side: "against", words: "Six weeks away from my dog")
        return decision
    }

    /// Peak flow for some weeks, with two weeks of nothing and one day not answered.
    func someReadings() async throws {
        func at(_ days: Int) -> Moment { Moment(ms: morning.ms - days * aDay, offsetMinutes: 0) }
        let all: [(Int, String?)] = [(49, "310"), (46, "320"), (42, "305"), (38, "330"), (17, "300"), (12, "325"), (7, nil), (3, "340"), (0, "335")]
        for (days, value) in all {
            _ = try await addReading(reading: NewReading(what: "peak_flow", value: value, unit: "L/min", at: at(days)))
        }
        _ = try await addReading(reading: NewReading(
            what: "blood_pressure", value: "128", second: "76", unit: "mmHg", at: at(2), note: "After a cup of tea"
        ))
    }

    func someAhead() async throws {
        _ = try await add(kind: "preference", fields: [
            choice("sort", "place"), words("words", "At home, in my own bed, with the window open"),
            FieldAnswer(field: "dated", answer: .date("2026-10-03")),
        ])
        _ = try await add(kind: "form", fields: [
            choice("form", "respect"), words("place", "Blue folder in the hall"), FieldAnswer(field: "dated", answer: .date("2026-06-03")),
        ])
        let old = try await keepCopy(copy: NewCopy(what: "ReSPECT form", words: "As it stood in May", dated: "2026-05-01"))
        _ = try await keepCopy(copy: NewCopy(
            what: "ReSPECT form", words: "As it stands on the form", dated: "2026-06-03", source: "The practice", original: "Blue folder",
            replaces: old
        ))
    }

    func someSupport() async throws {
        let asked = try await askFor(asked: Asked(item: "pulmonary_rehabilitation", of: "the practice nurse"))
        _ = try await promised(request: asked, whoSaid: "The practice nurse", byWhen: "2026-11-02")
        _ = try await add(kind: "support", fields: [
            words("name", "Tuesday walkers"), words("about", "A slow walk to the canal"), words("contact", "At the library, 10 o’clock"),
        ])
        _ = try await add(kind: "budget", fields: [words("amount", "£40 a month"), words("for_what", "Swimming")])
    }
}

extension RealPlan {
    /// One field with two versions: the same changed on another phone. Two plans meet as files do.
    @MainActor func seedTwo(_ kind: String, _ field: String, here: Answer, there: Answer, _ fill: (any Plan) async throws -> String) async throws -> String {
        let open = try await doors().begin(callMe: "Jo")
        let id = try await fill(open.plan)
        let backup = folder.appendingPathComponent("backup").path
        _ = try await open.plan.backUp(to: backup, work: nil)
        let other = try RealPlan()
        let words = open.recoveryWords.joined(separator: " ")
        let tablet = try await other.doors(deviceName: "my tablet").restore(backup: backup, words: words, work: nil).plan
        _ = try await tablet.write(kind: kind, id: id, field: field, answer: there)
        _ = try await open.plan.write(kind: kind, id: id, field: field, answer: here)
        _ = try await open.plan.takeBundle(bytes: tablet.bundleFor(device: nil))
        tablet.close()
        open.plan.close()
        return id
    }
}

extension OverCore {
    /// Where the person is.
    var screen: String { (try? here.way.here.screen) ?? "" }

    func card() async throws -> OpenCard { try await real.doors().card(now: morning) }

    /// Every line of the card's sections.
    func cardLines() async throws -> [String] { try await card().sections.flatMap(\.lines).map(\.text) }
}
