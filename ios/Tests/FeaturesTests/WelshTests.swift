// Every screen in Welsh: no word is missing, nothing has no name, and there is a picture of each.

import Bridge
import BridgeTesting
@testable import Features
import XCTest

@MainActor final class WelshTests: XCTestCase {
    func testEveryScreenIsKindInWelshToo() async throws {
        let over = try OverCore(language: "cy")
        defer { over.close() }
        var about = (goal: "", plan: "")
        try await over.seed { plan in
            about.goal = try await plan.someGoal()
            try await plan.someSuggestion(goal: about.goal)
            about.plan = try await plan.somePlan()
        }
        try await over.open()
        XCTAssertEqual(over.session.texts.language, "cy")
        for (name, screen) in Screens.all.sorted(by: { $0.key < $1.key }) {
            // More than a screen needs to know what it is about; what is not of its kind is "not here", in Welsh.
            let what = switch name {
            case "history", "settle": ["goal", about.goal, "words", ""]
            case let name where name.hasPrefix("unwell"): [about.plan, about.plan, about.plan, about.plan]
            default: [about.goal, about.goal, about.goal, about.goal]
            }
            try await over.go(name, what, in: screen.place)
            over.seemsKind(name)
            try over.picture(name)
        }
    }

    func testWhatStandsWhereNoPlanIsOpenIsKindInWelshToo() async throws {
        let over = try OverCore(language: "cy")
        defer { over.close() }
        try await over.open()
        over.seemsKind("first-run")
        try over.picture("first-run")
        over.session.aside = [.join]
        try await over.until("its code") { over.session.toJoin.code != nil }
        try await over.settle()
        over.seemsKind("phone-join")
        try over.picture("phone-join")
        over.session.aside = []
        over.session.typed = "Jo"
        await over.session.begin()
        try await over.settle()
        over.seemsKind("recovery-words")
        try over.picture("recovery-words")

        let locked = try OverCore(language: "cy")
        defer { locked.close() }
        try await locked.seed()
        locked.real.keys.fails = .locked
        try await locked.open()
        locked.seemsKind("trouble")
        try locked.picture("trouble")
    }
}
