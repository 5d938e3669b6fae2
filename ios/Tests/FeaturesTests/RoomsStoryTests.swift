import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

@MainActor final class RoomsStoryTests: XCTestCase {
    private func important(_ over: OverCore) async throws -> Field { try await over.ask { try await $0.about().rooms[0].said } }

    func testAboutMeIsWrittenChangedAndEmptiedAgain() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("goals")
        try await over.tap("About me")
        over.sees("What should someone know who meets you for the first time?")
        over.seemsKind("about-me")
        try over.picture("about-me-empty")
        try await over.tap("Write: What is most important to me")
        try await over.type("My dog", "about//important/")
        try await over.tap("Keep it")
        let written = try await important(over).only?.text
        XCTAssertEqual(written, "My dog")
        over.sees("Your words")
        try await over.tap("Change: What is most important to me")
        try await over.type(" ", "about//important/")
        try await over.tap("Keep it")
        let emptied = try await important(over).versions
        XCTAssertFalse(emptied.contains(where: \.answered), "emptied, and still an answer")
        try await over.turn("Only me", true)
        let onlyMe = try await over.ask { try await $0.entry(kind: "about", id: "").onlyMe }
        XCTAssertTrue(onlyMe)
    }

    func testWordsThatCameWhileOthersWereHalfTypedStayBesideThemAndAreSettled() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed { _ = try await $0.write(kind: "about", id: "", field: "important", answer: .words("My dog")) }
        try await over.open()
        try await over.go("about-me")
        try await over.tap("Change: What is most important to me")
        try await over.type("My garden", "about//important/")
        _ = try await over.ask { try await $0.write(kind: "about", id: "", field: "important", answer: .words("From elsewhere")) }
        try await over.settle()
        try await over.tap("Keep it")
        let two = try await important(over).versions.map(\.text)
        XCTAssertEqual(Set(two), ["From elsewhere", "My garden"])
        try over.picture("about-me-two")
        try await over.tap("Look at both")
        over.seemsKind("settle")
        try over.picture("settle")
        XCTAssertFalse(try over.shown.isEnabled("Keep it"), "nothing is written together yet")
        try await over.type("My dog in my garden", "settle/about//important/together")
        try await over.back()
        try await over.tap("Look at both")
        XCTAssertEqual(try over.shown.find("settle/about//important/together").text, "My dog in my garden", "half-typed words were lost")
        try await over.tap("Keep it")
        XCTAssertEqual(over.screen, "about-me")
        let one = try await important(over).only?.text
        XCTAssertEqual(one, "My dog in my garden")
    }

    func testTwoVersionsOfAnotherPhoneAreSettledByChoosingOne() async throws {
        let over = try OverCore()
        defer { over.close() }
        let goal = try await over.real.seedTwo("goal", "words", here: .words("Sleep until seven"), there: .words("Sleep until six")) {
            try await $0.someGoal()
        }
        try await over.open()
        try await over.go("goal", goal)
        try await over.tap("Look at both")
        let shown = over.shown.texts
        XCTAssertTrue(shown.contains("Sleep until six") && shown.contains("Sleep until seven"))
        let buttons = over.shown.look().all.filter { $0.tap != nil && $0.name.hasPrefix("Choose this one") }.map(\.name)
        XCTAssertEqual(Set(buttons), ["Choose this one: Sleep until six", "Choose this one: Sleep until seven"], "each has its own button")
        let first = try await over.ask { try await $0.goal(id: goal).words.versions[0].text }
        try await over.tap("Choose this one")
        let now = try await over.ask { try await $0.goal(id: goal).words.only?.text }
        XCTAssertEqual(now, first)
        XCTAssertEqual(over.screen, "goal")
        try await over.tap("Earlier versions")
        over.seemsKind("history")
        try over.picture("history")
        over.sees("Sleep until six")
        over.sees("It stands now")
    }

    func testTwoNumbersAreChosenFromAndNotWrittenTogether() async throws {
        let over = try OverCore()
        defer { over.close() }
        let goal = try await over.real.seedTwo("goal", "importance", here: .whole(9), there: .whole(4)) { try await $0.someGoal() }
        try await over.open()
        try await over.go("settle", "goal", goal, "importance")
        over.doesNotSee("Write it together")
        try await over.tap("Choose this one")
        let now = try await over.ask { try await $0.goal(id: goal).importance.versions.count }
        XCTAssertEqual(now, 1)
        try await over.go("settle", "goal", goal, "nothing_like_it")
        over.sees("That is not here")
    }

    func testADecisionIsWrittenWeighedAndDecided() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("decisions")
        over.sees("Is there a choice you are thinking about?")
        over.seemsKind("decisions")
        try over.picture("decisions-empty")
        try await over.tap("Write down a choice")
        try await over.type("My knee", "new-decision/what")
        try await over.tap("Keep it")
        XCTAssertEqual(over.screen, "decision")
        try over.picture("decision-empty")
        let id = try await over.ask { try await $0.decisions()[0].id }
        try await over.tap("Add something to choose")
        try await over.type("An operation", "new-option/\(id)/words")
        try await over.tap("choice-treatment")
        try await over.tap("Keep it")
        let option = try await over.ask { try await $0.decision(id: id).options[0] }
        XCTAssertEqual(option.sort.only?.text, "treatment")
        try await over.tap("Add what matters to me about it: An operation")
        try await over.type("Six weeks away from my dog", "new-matter/\(option.id)/words")
        try await over.tap("choice-against")
        try await over.tap("Keep it")
        over.sees("against it")
        try await over.tap("Not now")
        let notNow = try await over.ask { try await $0.decision(id: id).state }
        XCTAssertEqual(notNow, "Not now, today")
        try await over.tap("I choose this: An operation")
        let chosen = try await over.ask { try await $0.decision(id: id).options[0].chosen }
        XCTAssertTrue(chosen)
        try await over.tap("Write: Why?")
        try await over.type("To walk the dog", "decision/\(id)/why/")
        try await over.tap("Keep it")
        let why = try await over.ask { try await $0.decision(id: id).why.only?.text }
        XCTAssertEqual(why, "To walk the dog")
        over.seemsKind("decision")
        try over.picture("decision")
        try await over.tap("Remove")
        XCTAssertEqual(over.screen, "decisions")
        let none = try await over.ask { try await $0.decisions().count }
        XCTAssertEqual(none, 0)
        try await over.tap("Undo")
        over.sees("My knee")
        try over.picture("decisions")
    }

    func testAReadingThatIsNoNumberIsRefusedBesideItsBoxAndNothingTypedIsLost() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("readings")
        over.seemsKind("readings")
        try over.picture("readings-empty")
        try await over.tap("Write a reading")
        over.seemsKind("reading-new")
        try over.picture("reading-new")
        try await over.tap("choice-blood_pressure")
        try await over.type("128", "new-reading/value")
        for hostile in ["about 70", "72,5", "1e", "٧٦", "-", String(repeating: "1", count: 400)] {
            try await over.type(hostile, "new-reading/second")
            try await over.tap("Keep it")
            let box = try over.shown.find("new-reading/second")
            XCTAssertEqual(box.text, hostile)
            XCTAssertNotEqual(box.hint ?? "", "", "\(hostile) is taken, or its trouble said elsewhere")
            let count = try await over.ask { try await $0.readings().count }
            XCTAssertEqual(count, 0)
        }
        try await over.type("76", "new-reading/second")
        XCTAssertEqual(try over.shown.find("new-reading/second").hint ?? "", "", "it is said no more once something else is typed")
        try await over.tap("mmHg")
        try await over.tap("Keep it")
        let line = try await over.ask { try await $0.readings()[0].line }
        XCTAssertEqual(line, "128 / 76 mmHg")
        XCTAssertEqual(over.screen, "readings")
    }

    func testAReadingHasTheTimeThatWasTypedAndAnImpossibleOneIsSaid() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("reading-new")
        try await over.tap("choice-weight")
        try await over.type("72.50", "new-reading/value")
        try await over.tap("It was at another time")
        for (at, text) in ["31", "2", "2026", "7", "30"].enumerated() { try await over.type(text, "new-reading/when-\(at)") }
        try await over.tap("Keep it")
        over.sees("There is no such date")
        let none = try await over.ask { try await $0.readings().count }
        XCTAssertEqual(none, 0)
        try await over.type("3", "new-reading/when-0")
        try await over.tap("Keep it")
        let reading = try await over.ask { try await $0.readings()[0] }
        XCTAssertTrue(reading.line.hasPrefix("72.50 (no unit written)"), reading.line)
        XCTAssertTrue(reading.at.only?.text.contains("3 February 2026") == true, reading.at.only?.text ?? "")
        try await over.go("readings")
        try await over.tap("More: \(reading.name), \(reading.line)")
        try await over.tap("Remove: \(reading.line)")
        let gone = try await over.ask { try await $0.readings().count }
        XCTAssertEqual(gone, 0)
        try await over.tap("Undo")
        let back = try await over.ask { try await $0.readings().count }
        XCTAssertEqual(back, 1)
    }

    func testATypedMomentIsOneThatThereIs() async throws {
        let london = try XCTUnwrap(TimeZone(identifier: "Europe/London"))
        XCTAssertEqual(TypedMoment.of(morning), "26/11/2026/9/30")
        XCTAssertEqual(TypedMoment.kept("26/11/2026/9/30", zone: london), morning)
        XCTAssertEqual(TypedMoment.kept("26/7/2026/9/30", zone: london)?.offsetMinutes, 60)
        // The hour that the clocks leave out in March.
        XCTAssertEqual(TypedMoment.kept("29/3/2026/1/30", zone: london)?.offsetMinutes, 60)
        for wrong in ["29/2/2026/9/30", "0/1/2026/9/30", "1/13/2026/9/30", "1/1/2026/24/0", "1/1/2026/9/60", "1/1/2026/9", "a/b/c/d/e", "1/1/99999/1/1", ""] {
            XCTAssertNil(TypedMoment.kept(wrong, zone: london), wrong)
        }
    }

    func testAWishIsWrittenAndACopyIsKeptAsItStands() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("ahead")
        over.sees("It is not a medical order.")
        over.seemsKind("ahead")
        try over.picture("ahead-empty")
        try await over.tap("Write what I would like")
        try await over.type("At home", "new-wish/words")
        try await over.tap("choice-place")
        try await over.tap("Keep it")
        let wish = try await over.ask { try await $0.ahead().preferences[0] }
        XCTAssertEqual(wish.words.only?.text, "At home")
        XCTAssertTrue(wish.dated.hasPrefix("Said "), wish.dated)
        try await over.tap("Keep a copy")
        try await over.type("ReSPECT form", "new-copy/what")
        try await over.type("As on the form", "new-copy/words")
        try await over.type("2026", "new-copy/dated-2")
        try await over.type("13", "new-copy/dated-1")
        try await over.tap("Keep it")
        over.sees("There is no such date")
        try await over.type("6", "new-copy/dated-1")
        try await over.tap("Keep it")
        let copy = try await over.ask { try await $0.ahead().copies[0] }
        over.sees("copy: check the original")
        XCTAssertTrue(copy.dated.contains("June 2026"), copy.dated)
        XCTAssertThrowsError(try over.shown.find("Change: The words on the paper"), "a copy's words have a way to change them")
        try await over.tap("Write: Where is the original?")
        try await over.type("Blue folder", "copy/\(copy.id)/original/")
        try await over.tap("Keep it")
        let original = try await over.ask { try await $0.ahead().copies[0].original }
        XCTAssertTrue(original.hasSuffix("Blue folder"), original)
        try await over.tap("There is a newer one")
        try await over.type("ReSPECT form", "newer-copy/\(copy.id)/what")
        try await over.type("As it stands in June", "newer-copy/\(copy.id)/words")
        try await over.tap("Keep it")
        over.sees("1 older copy is kept")
        over.sees("As on the form")
        try over.picture("ahead")
    }

    func testSupportIsAskedForAndNobodyHasBeenTold() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.go("support")
        over.sees("Noted here. Nobody has been told.")
        over.seemsKind("support")
        try over.picture("support-empty")
        try await over.tap("I asked for this: Learning about my condition")
        try await over.type("The nurse", "new-request/patient_education/of")
        try await over.tap("Note that I asked")
        let asked = try await over.ask { try await $0.support().askedFor[0] }
        XCTAssertEqual(asked.what, "Learning about my condition")
        XCTAssertEqual(asked.asked, "Asked of The nurse, today")
        try await over.tap("Somebody promised it: Learning about my condition")
        try await over.type("The nurse", "new-promise/\(asked.id)/who")
        try await over.tap("Keep it")
        let promises = try await over.ask { try await $0.promises().count }
        XCTAssertEqual(promises, 1)
        try await over.tap("Say how it stands: Learning about my condition")
        try await over.tap("choice-not_available")
        try await over.tap("Keep it")
        let state = try await over.ask { try await $0.support().askedFor[0].state.only?.text }
        XCTAssertEqual(state, "asked for, not available")
        try await over.tap("Note a budget")
        try await over.type("£40 a month", "new-budget/amount")
        try await over.tap("Keep it")
        let budgets = try await over.ask { try await $0.support().budgets.map(\.amount.only?.text) }
        XCTAssertEqual(budgets, ["£40 a month"])
        over.seemsKind("support")
        try over.picture("support")
    }

    func testWhatIsHalfTypedInAnyRoomOutlivesGoingToEveryOther() async throws {
        let over = try OverCore()
        defer { over.close() }
        var plan = "", decision = ""
        try await over.seed {
            plan = try await $0.somePlan()
            decision = try await $0.someDecision()
        }
        try await over.open()
        let rooms: [(screen: String, about: [String], open: String?, box: String)] = [
            ("about-me", [], "Write: My wellness", "about//wellness/"),
            ("decisions", [], "Write down a choice", "new-decision/what"),
            ("decision", [decision], "Add something to choose", "new-option/\(decision)/words"),
            ("reading-new", [], nil, "new-reading/note"), ("ahead", [], "Write what I would like", "new-wish/words"),
            ("support", [], "Ask in my own words", "own-request/words"), ("unwell-new", [], nil, "new-unwell/name"),
            ("unwell-write", [plan], "Add what helps", "new-coping/words"), ("unwell-use", [plan], nil, "use/\(plan)/outcome"),
            ("card-lines", [], "Put a key medicine on the card", "new-line/medicine/words"),
        ]
        func go(_ room: (screen: String, about: [String], open: String?, box: String)) async throws {
            try over.here.way.to(Screens.all[room.screen]?.place ?? .plan)
            try over.here.way.ways[over.here.way.place] = [Where(room.screen, room.about)]
            try await over.settle()
        }
        for room in rooms {
            try await go(room)
            if let open = room.open { try await over.tap(open) }
            try await over.type("gair 🌿 in \(room.screen)", room.box)
        }
        for room in rooms {
            try await go(room)
            XCTAssertEqual(try over.shown.find(room.box).text, "gair 🌿 in \(room.screen)")
            over.seemsKind(room.screen)
        }
        let kept = try await over.ask { try await ($0.support().askedFor.count, $0.readings().count) }
        XCTAssertTrue(kept == (0, 0), "something was kept")
    }

    func testEveryRoomIsKindInWelshWithMuchInItAndLarge() async throws {
        let over = try OverCore(language: "cy")
        defer { over.close() }
        try await over.seed { try await $0.someRooms() }
        try await over.open()
        over.shown.environment.dynamicTypeSize = .accessibility5
        let (plan, decision) = try await over.ask { try await ($0.unwellPlans()[0].id, $0.decisions()[0].id) }
        let rooms: [(String, [String])] = [
            ("unwell", []), ("unwell-use", [plan]), ("unwell-new", []), ("unwell-write", [plan]), ("card", []), ("card-lines", []),
            ("card-try", []), ("about-me", []), ("decisions", []), ("decision", [decision]), ("readings", []), ("reading-new", []),
            ("over-time", ["readings", "peak_flow"]), ("ahead", []), ("support", []), ("history", ["about", "", "important"]),
            ("settle", ["about", "", "important"]), ("goals", []),
        ]
        for (room, about) in rooms {
            let way = try over.here.way
            way.place = Screens.all[room]?.place ?? .plan
            way.ways[way.place] = room == way.place.first ? [] : [Where(room, about)]
            try await over.settle()
            over.seemsKind("\(room), Welsh")
            XCTAssertFalse(over.shown.has("This part is not on this phone yet."), room)
            try over.picture("\(room)-cy")
        }
    }
}
