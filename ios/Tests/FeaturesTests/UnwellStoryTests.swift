import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class UnwellStoryTests: XCTestCase {
    private func plan(_ over: OverCore) async throws -> Unwell { try await over.ask { try await $0.unwellPlans()[0] } }

    func testAPlanIsBegunWrittenAndThenUsed() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("unwell")
        over.sees("Life at risk?")
        over.seemsKind("unwell")
        try over.picture("unwell-empty")
        try await over.tap("Write a plan")
        over.seemsKind("unwell-new")
        XCTAssertFalse(try over.shown.isEnabled("Keep it"))
        try await over.type("When my breathing gets worse", "new-unwell/name")
        try over.picture("unwell-new")
        try await over.tap("Keep it")
        XCTAssertEqual(over.screen, "unwell-write")
        try over.picture("unwell-write-empty")
        let parts = [
            ("Add a sign", "new-sign/amber/", "An extra pillow"), ("Add a step", "new-step/amber/", "Sit forward"),
            ("Add a step", "new-step/amber/", "Ring the practice"),
        ]
        let amber = try over.here.said["zone-amber"]
        for (button, form, text) in parts {
            try await over.tap("\(button): \(amber)")
            try await over.type(text, form + "words")
            try await over.tap("Keep it")
        }
        try await over.tap("Move it up: Ring the practice")
        let steps = try await plan(over).zones[0].steps.map(\.words.only?.text)
        XCTAssertEqual(steps, ["Ring the practice", "Sit forward"])
        try await over.tap("Add someone to call")
        try await over.type("Sam", "new-caller/name")
        try await over.type("07700 900 123", "new-caller/number")
        try await over.tap("Keep it")
        try await over.tap("Add a medicine or a thing")
        try await over.type("Rescue pack", "new-kept/words")
        try await over.type("Blue tin", "new-kept/place")
        try await over.tap("Keep it")
        try await over.tap("I agreed this with someone today")
        try await over.type("The practice nurse", "new-agreement/with")
        try await over.tap("Keep it")
        over.seemsKind("unwell-write")
        try over.picture("unwell-write")
        let agreed = try await plan(over).agreements
        XCTAssertEqual(agreed.map(\.changed), [false])
        try await over.tap("See the plan")
        for text in ["An extra pillow", "1. Ring the practice", "07700 900 123", "Blue tin", "The practice nurse"] { over.sees(text) }
    }

    func testInUseItCallsTicksAndNotesAndNobodyHasBeenTold() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.someRooms() }
        try await over.open()
        try await over.go("unwell")
        over.seemsKind("unwell")
        try over.picture("unwell")
        try await over.tap("Use it now: When my breathing gets worse")
        over.seemsKind("unwell-use")
        try over.picture("unwell-use")
        try await over.tap("Sam, my son, 07700 900 123")
        XCTAssertEqual(over.opener.opened.map(\.absoluteString), ["tel:07700900123"])
        let drawn = try await plan(over)
        let sign = try XCTUnwrap(drawn.zones.first { $0.zone == "amber" }?.signs.first)
        let step = try XCTUnwrap(drawn.zones.first { $0.zone == "amber" }?.steps.first)
        try await over.tap("tick-\(sign.id)")
        try await over.tap("tick-\(step.id)")
        XCTAssertEqual(try over.shown.find("tick-\(step.id)").value, "on")
        try await over.type("Easier now", "use/\(drawn.id)/outcome")
        try await over.back()
        try await over.tap("Use it now: When my breathing gets worse")
        XCTAssertEqual(try over.shown.find("tick-\(step.id)").value, "on", "going back lost what was ticked")
        try await over.tap("Note that I used it")
        let used = try await plan(over).used
        XCTAssertEqual(used.map(\.signs), [["I need an extra pillow."]])
        XCTAssertEqual(used.map(\.steps), [["Sit forward, slow breaths, fan on."]])
        XCTAssertEqual(used[0].outcome.only?.text, "Easier now")
        over.sees("Nobody has been alerted")
        over.sees("The times you used it")
        over.sees("Easier now")
        XCTAssertEqual(try over.shown.find("tick-\(step.id)").value, "off", "what was noted is ticked no more")
    }

    func testTheThreeDoorsLeadToWhatThePageHas() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.somePlan() }
        let bare = try await over.real.doors().open(say: [])
        _ = try await bare.plan.add(kind: "unwell", fields: [words("name", "When my heart races")])
        bare.plan.close()
        try await over.open()
        for plan in try await over.ask({ try await $0.unwellPlans() }) {
            try await over.go("unwell-use", plan.id)
            for door in Door.allCases {
                try await over.tap("door-\(door.rawValue)")
                XCTAssertEqual(ScrollViewProxy.broughtIntoSight.last, AnyHashable(door))
                let there = over.shown.look().all.filter { $0.marks.contains(AnyHashable(door)) }
                XCTAssertEqual(there.count, 1, "\(plan.name.only?.text ?? ""): \(door) leads to \(there.count) places")
            }
            over.seemsKind("unwell-use")
        }
        try over.picture("unwell-use-bare")
    }

    func testItIsReadAloudWhereThereIsAVoiceAndItIsSaidWhereThereIsNone() async throws {
        let voice = NotedVoice()
        let over = try OverCore(outside: { $0.voice = voice })
        defer { over.close() }
        try await over.seed { try await $0.somePlan() }
        try await over.open()
        try await over.go("unwell-use", try await plan(over).id)
        try await over.tap("Read it aloud")
        XCTAssertEqual(voice.said.first, "When my breathing gets worse")
        XCTAssertTrue(voice.said.contains("Sam, my son. 07700 900 123"), "\(voice.said)")
        XCTAssertTrue(voice.said.last?.contains("999") == true)
        // What must be said of a line is heard too, and before it.
        let step = try await plan(over).zones[1].steps[0].id
        _ = try await over.ask {
            try await $0.write(kind: "step", id: step, field: "words", answer: .words("Lie flat"), by: .guest(name: "Sam", role: "my son"))
        }
        try await over.settle()
        try await over.tap("Read it aloud")
        let drawn = try await plan(over)
        let notes = drawn.zones[1].steps[0].notes + drawn.suggested
        XCTAssertFalse(notes.isEmpty)
        for note in notes { XCTAssertTrue(voice.said.contains(note), "“\(note)” is not heard: \(voice.said)") }
        voice.can = false
        try await over.tap("Read it aloud")
        over.sees("This phone has no voice for this language.")
    }

    func testAnOrderThatCameSinceThePageWasDrawnStaysBesideThePersonsOwn() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.somePlan() }
        try await over.open()
        let model = UnwellWriteModel(try over.here, try await plan(over).id)
        let drawn = try await over.ask { try await model.read($0) }
        let steps = drawn.plan.zones.flatMap(\.steps)
        _ = try await over.ask {
            try await $0.write(kind: "unwell", id: model.id, field: "steps", answer: .entries(steps.reversed().map(\.id)))
        }
        model.earlier(drawn.plan.zones[1].steps[1], drawn)
        try await over.settle()
        let kept = try await over.ask { try await model.read($0) }.entry.stands("steps")
        XCTAssertEqual(kept.versions.count, 2, "an order was overwritten unseen")
    }

    func testAStepThatIsRemovedComesBackAndNobodyIsCalledWhoWasSwitchedOff() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.somePlan() }
        try await over.open()
        try await over.go("unwell-write", try await plan(over).id)
        try await over.tap("Remove: Unlock the front door.")
        let fewer = try await plan(over).zones.last?.steps.count
        XCTAssertEqual(fewer, 1)
        try await over.tap("Undo")
        let again = try await plan(over).zones.last?.steps.count
        XCTAssertEqual(again, 2)
        try await over.turn("Sam", false)
        let call = try await plan(over).call
        XCTAssertEqual(call, [])
        XCTAssertEqual(try over.shown.find("Sam") { $0.turn != nil }.isOn, false)
        try await over.turn("Keep it with the emergency card", false)
        let plans = try await over.card().plans
        XCTAssertEqual(plans, [], "off is off")
    }

    func testASignIsChangedInItsPlaceAndItsButtonSaysWhichOne() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { try await $0.somePlan() }
        try await over.open()
        try await over.go("unwell-write", try await plan(over).id)
        let sign = try await plan(over).zones[1].signs[0]
        try await over.tap("Change: I need an extra pillow.")
        try await over.type("Two extra pillows", "sign/\(sign.id)/words/")
        try await over.tap("Keep it")
        let now = try await plan(over).zones[1].signs[0].words.only?.text
        XCTAssertEqual(now, "Two extra pillows")
        try await over.tap("Change: What is it for?")
        try await over.type(String(repeating: "a", count: 70_000), "unwell/\(try await plan(over).id)/name/")
        try await over.tap("Keep it")
        let name = try await plan(over).name.only?.text
        XCTAssertEqual(name, "When my breathing gets worse", "too long is refused")
        XCTAssertFalse(over.shown.look().all.filter { $0.kind == .field && !($0.hint ?? "").isEmpty }.isEmpty, "and it is said beside it")
    }

    func testWhatSomebodySuggestsForAStepStandsBesideItAndTwoVersionsAreSettled() async throws {
        let over = try OverCore()
        defer { over.close() }
        let step = try await over.real.seedTwo("step", "words", here: .words("Ring 999"), there: .words("Ring 999 at once")) { plan in
            let id = try await plan.somePlan()
            return try await plan.unwell(id: id).zones.last?.steps.first?.id ?? ""
        }
        try await over.open()
        try await over.go("unwell-write", try await plan(over).id)
        over.sees("Ring 999 at once")
        over.seemsKind("unwell-write")
        try over.picture("unwell-write-two")
        try await over.tap("Look at both")
        XCTAssertEqual(try over.here.way.here, Where("settle", ["step", step, "words"]))
        try await over.tap("Keep both")
        let both = try await plan(over).zones.last?.steps.first?.words.versions.count
        XCTAssertEqual(both, 2)
    }
}
