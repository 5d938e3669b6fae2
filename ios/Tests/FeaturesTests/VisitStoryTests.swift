import Bridge
import BridgeTesting
@testable import Features
import SwiftUI
import XCTest

/// Visits, over the core itself: get ready, read a result, show the page, agree.
@MainActor final class VisitStoryTests: XCTestCase {
    func testAVisitIsPreparedFromNothingToOneAgenda() async throws {
        let over = try OverCore()
        defer { over.close() }
        try await over.seed()
        try await over.open()
        try await over.tap("Visits")
        over.seemsKind("visits, empty")
        try over.picture("visits-empty")
        try await over.tap("Get ready for a visit")
        try await over.type("My yearly talk", "visit-new/what")
        try await over.type("The nurse", "visit-new/with")
        try await over.day("visit-new/on", "3", "12", "2026")
        try await over.tap("Begin")
        over.sees("My yearly talk")
        over.sees("The nurse · ")
        try await over.tap("Choose sheets")
        try await over.tap("COPD")
        try await over.tap("Any visit")
        try await over.tap("Done")
        let visit = try await over.ask { try await $0.visits()[0].id }
        try await over.tap("My questions")
        XCTAssertFalse(try over.shown.isEnabled("Keep it"), "an empty box is nothing to keep")
        try await over.type("Could it be the new tablets?", "thought/\(visit)/words")
        try await over.tap("Keep it")
        try await over.tap("Being short of breath")
        try await over.tap("mrc-3")
        XCTAssertTrue(try over.isChosen("mrc-3"))
        try await over.type("12", "answer/\(visit)/cat/text")
        try await over.tap("keep-cat")
        try await over.back()
        try await over.tap("What to talk about")
        over.sees("Could it be the new tablets?")
        over.sees("still to talk about")
        try await over.tap("Being short of breath")
        let drawn = try await over.ask { try await $0.visit(id: visit) }
        XCTAssertEqual(drawn.sheets.map(\.sheet).sorted(), ["copd", "general"])
        XCTAssertEqual(drawn.questions.filter { $0.key == "smoking" }.count, 1)
        XCTAssertEqual(drawn.questions.first { $0.key == "mrc" }?.kept, [.mrc(3)])
        XCTAssertEqual(drawn.questions.first { $0.key == "cat" }?.kept, [.cat(12)])
        XCTAssertEqual(drawn.agenda.first { $0.line == "Being short of breath" }?.discussed, true)
        XCTAssertEqual(drawn.mood?.questions.count, 2, "two questions of mood, once")
        XCTAssertEqual(try over.shown.find("Being short of breath") { $0.turn != nil }.value, "talked about")
    }

    func testAnActionIsAgreedWithAPromiseAndWhatWasAgreedCanBePasted() async throws {
        let copier = NotedCopier()
        let over = try OverCore(outside: { $0.copier = copier })
        defer { over.close() }
        let visit = try await over.opened {
            try await $0.someGoal()
            return try await $0.beginVisit(whatFor: "My yearly talk", with: "The nurse", on: "2026-11-26")
        }
        let goal = try await over.ask { try await $0.goals()[0].id }
        try await over.go("visit-agree", visit)
        try await over.tap("Manage my pain so I don’t wake up at night")
        try await over.tap("Write what I will do: Manage my pain so I don’t wake up at night")
        try await over.type("Stretch before bed", "agree/\(visit)/action/\(goal)/what")
        try await over.tap("Keep it")
        try await over.tap("Write a promise down")
        XCTAssertFalse(try over.shown.isEnabled("Keep this promise"))
        try await over.type("A place at rehabilitation", "agree/\(visit)/promise/what")
        try await over.type("The nurse", "agree/\(visit)/promise/who")
        try await over.day("agree/\(visit)/promise/by", "", "1", "2027")
        try await over.tap("Keep this promise")
        try await over.tap("Write when")
        try await over.type("every 3 months", "agree/\(visit)/review/interval")
        try await over.type("the nurse", "agree/\(visit)/review/who")
        try await over.tap("Keep it")
        try await over.type("Ann Example", "agree/\(visit)/with/name")
        try await over.type("nurse", "agree/\(visit)/with/role")
        try await over.tap("together-yes")
        try await over.tap("Note that we agreed")
        over.sees("After the visit")
        over.seemsKind("visit-after")
        let drawn = try await over.ask { try await $0.visit(id: visit) }
        XCTAssertEqual(drawn.promises.map(\.what.only?.text), ["A place at rehabilitation"])
        XCTAssertEqual(drawn.promises.first?.whoBy.contains("January 2027"), true)
        XCTAssertEqual(drawn.goals.first?.actions.contains { $0.what.only?.text == "Stretch before bed" }, true)
        let agreement = try XCTUnwrap(drawn.agreements.first)
        XCTAssertTrue(agreement.line.hasPrefix("Agreed with Ann Example, "), agreement.line)
        XCTAssertEqual(drawn.goals.first?.agreements.first?.changed, false, "what was agreed stands as it was agreed")
        XCTAssertEqual(drawn.together.only?.answered, true)
        over.sees(drawn.reviewLine)
        try await over.tap("Copy it")
        let text = try XCTUnwrap(copier.copied.first)
        XCTAssertTrue(text.contains("Stretch before bed") && text.contains("A place at rehabilitation"), text)
    }

    func testADayThatIsNoneIsSaidBesideItAndNothingOfTheAgreementIsLost() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.beginVisit(whatFor: "", with: "The nurse") }
        try await over.go("visit-agree", visit)
        try await over.tap("Write a promise down")
        try await over.type("A half-typed promise", "agree/\(visit)/promise/what")
        try await over.day("agree/\(visit)/with/on", "31", "2", "2026")
        try await over.tap("Note that we agreed")
        over.sees("There is no such date. Nothing was lost. Check the day, the month and the year.")
        XCTAssertEqual(try over.shown.find("agree/\(visit)/with/on-0").text, "31")
        try await over.type("1", "agree/\(visit)/with/on-0")
        over.doesNotSee("There is no such date. Nothing was lost. Check the day, the month and the year.")
        try await over.tap("Note that we agreed")
        let line = try await over.ask { try await $0.visit(id: visit).agreements.first?.line }
        XCTAssertEqual(line?.hasPrefix("Agreed with The nurse, "), true, "with whom the visit says, where no name was typed")
        try await over.go("visit-agree", visit)
        XCTAssertEqual(try over.shown.find("agree/\(visit)/promise/what").text, "A half-typed promise", "another part of the page")
    }

    func testAResultIsReadWithWhatItIsAndTheLastBesideTheNewest() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.someVisit() }
        try await over.go("visit-results", visit)
        over.seemsKind("visit-results")
        let results = try await over.ask { try await $0.visit(id: visit).results }
        over.sees(try XCTUnwrap(results.first { $0.key == "fev1" }?.explain))
        let beside = over.shown.look().all.first { $0.kind == .row && $0.texts.contains { $0.contains("58 %") } }
        XCTAssertEqual(beside?.texts.contains { $0.contains("61 %") }, true, "side by side, the last first: \(beside?.texts ?? [])")
        over.shown.environment.dynamicTypeSize = .accessibility5
        XCTAssertNil(over.shown.look().all.first { $0.kind == .row && $0.texts.contains { $0.contains("58 %") } }, "one below the other where text is large")
        over.shown.environment.dynamicTypeSize = .large
        over.sees("I thought it would be worse after the cold")
        let oxygen = try XCTUnwrap(results.first { $0.key == "oxygen" })
        try await over.tap("Add a result I was given: \(oxygen.name)")
        XCTAssertFalse(try over.shown.isEnabled("Keep it"))
        try await over.type("about ninety", "result/\(visit)/oxygen/add/value")
        try await over.day("result/\(visit)/oxygen/add/on", "12", "11", "2026")
        try await over.tap("Keep it")
        over.sees("That is not a number.")
        XCTAssertEqual(try over.shown.find("result/\(visit)/oxygen/add/value").text, "about ninety")
        let none = try await over.ask { try await $0.visit(id: visit).results.first { $0.key == "oxygen" }?.recent }
        XCTAssertNil(none)
        try await over.type("94", "result/\(visit)/oxygen/add/value")
        try await over.tap("Keep it")
        over.sees("94 %")
        try await over.tap("My thoughts on this: \(oxygen.name)")
        try await over.type("What does it say?", "result/\(visit)/oxygen/think/words")
        try await over.tap("Keep it")
        let thoughts = try await over.ask { try await $0.visit(id: visit).thoughts.filter { $0.about == "oxygen" } }
        XCTAssertEqual(thoughts.map(\.words.only?.text), ["What does it say?"])
    }

    func testAnAnswerOffItsScaleIsSaidBesideItsBoxAndNothingIsLost() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.anEmptyTalk() }
        try await over.go("visit-questions", visit)
        try await over.type("41", "answer/\(visit)/cat/text")
        try await over.tap("keep-cat")
        over.sees("A CAT total goes from 0 to 40.")
        XCTAssertEqual(try over.shown.find("answer/\(visit)/cat/text").text, "41")
        try await over.type("two", "answer/\(visit)/chest-infections-12m/text")
        try await over.tap("keep-chest-infections-12m")
        over.sees("That is not a number.")
        let kept = try await over.ask { try await $0.visit(id: visit).questions.flatMap(\.kept) }
        XCTAssertEqual(kept, [])
        try await over.type("٢", "answer/\(visit)/chest-infections-12m/text")
        try await over.tap("keep-chest-infections-12m")
        let count = try await over.ask { try await $0.visit(id: visit).questions.first { $0.key == "chest-infections-12m" }?.kept }
        XCTAssertEqual(count, [.count(2)], "digits of any script")
    }

    func testRatherNotSayIsAnAnswerOfItsOwnAndIsTakenBack() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.anEmptyTalk() }
        try await over.go("visit-questions", visit)
        try await over.tap("smoking-rather-not-say")
        XCTAssertTrue(try over.isChosen("smoking-rather-not-say"))
        func smoking() async throws -> Question? { try await over.ask { try await $0.visit(id: visit).questions.first { $0.key == "smoking" } } }
        var kept = try await smoking()?.kept
        XCTAssertEqual(kept, [.ratherNotSay])
        try await over.tap("clear-smoking")
        kept = try await smoking()?.kept
        XCTAssertEqual(kept, [])
        XCTAssertFalse(try over.isChosen("smoking-rather-not-say"))
    }

    func testWhatAGuestWritesWaitsUntilItIsAcceptedAndStandsInTheirName() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened {
            try await $0.someGoal()
            return try await $0.beginVisit(whatFor: "My talk", with: "The nurse")
        }
        try await over.go("visit-room", visit)
        try await over.tap("Hand the phone over")
        over.seemsKind("visit-room, handed over")
        try over.picture("visit-room-handed-over")
        XCTAssertThrowsError(try over.shown.tap("Today"), "whoever holds the phone reaches nothing of the plan")
        XCTAssertThrowsError(try over.shown.tap("What we agree"))
        XCTAssertFalse(try over.shown.isEnabled("Keep it and give the phone back"))
        try await over.type("Ann Example", "room/\(visit)/name")
        try await over.type("nurse", "room/\(visit)/role")
        try await over.tap("guest-promise")
        try await over.type("A breathing test", "room/\(visit)/words")
        try await over.day("room/\(visit)/by", "31", "2", "2027")
        try await over.tap("Keep it and give the phone back")
        over.sees("There is no such date. Nothing was lost. Check the day, the month and the year.")
        try await over.type("1", "room/\(visit)/by-0")
        try await over.tap("Keep it and give the phone back")
        over.sees("It waits until you say. Nothing of it is in your plan yet.")
        over.seemsKind("visit-room, with what waits")
        try over.picture("visit-room-waiting")
        var promises = try await over.ask { try await $0.visit(id: visit).promises }
        XCTAssertEqual(promises, [])
        try await over.tap("Yes, keep it: A breathing test")
        promises = try await over.ask { try await $0.visit(id: visit).promises }
        XCTAssertEqual(promises.map(\.what.only?.text), ["A breathing test"])
        let who = try XCTUnwrap(promises.first?.what.only?.who.first)
        XCTAssertTrue(who.contains("Ann Example") && who.contains("nurse") && who.contains("Accepted by you"), who)
        over.sees(who)
        try await over.tap("Undo")
        promises = try await over.ask { try await $0.visit(id: visit).promises }
        XCTAssertEqual(promises, [])
    }

    func testGivenBackThePhoneAsksWhoIsThereWhereThePersonWantsALock() async throws {
        let phone = PhoneAround()
        let over = try OverCore(outside: { phone.outside(&$0) })
        defer { over.close() }
        let visit = try await over.opened { try await $0.beginVisit(whatFor: "My talk", with: "The nurse") }
        try await over.go("visit-room", visit)
        over.session.outside.choices.lock = true
        try await over.tap("Hand the phone over")
        over.sees("Write here")
        try await over.tap("Give the phone back")
        over.sees("Locked")
        over.doesNotSee("My talk")
        phone.knows = true
        try await over.tap("Open my plan")
        over.sees("My talk")
        try await over.tap("Hand the phone over")
        for (box, text) in [("name", "Ann Example"), ("role", "nurse"), ("words", "Try a fan")] { try await over.type(text, "room/\(visit)/\(box)") }
        try await over.tap("guest-idea")
        try await over.tap("Keep it and give the phone back")
        over.sees("Locked")
        try await over.tap("Open my plan")
        over.sees("Try a fan")
    }

    func testWhatAGuestWritesMayBeLeftOut() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.someVisit() }
        try await over.go("visit-room", visit)
        try await over.tap("No, leave it out: A breathing test at the hospital")
        over.sees("It is left out of your plan.")
        let guests = try await over.ask { try await $0.guests() }
        XCTAssertEqual(guests, [])
    }

    func testHalfTypedWordsOutliveEveryWayBack() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened {
            try await $0.someGoal()
            return try await $0.someVisit()
        }
        let fev1 = try await over.ask { try await $0.visit(id: visit).results.first { $0.key == "fev1" }?.name ?? "" }
        try await over.go("visit", visit)
        let boxes = [
            ("My questions", "", "thought/\(visit)/words"), ("What we agree", "Write a promise down", "agree/\(visit)/promise/what"),
            ("My results", "My thoughts on this: \(fev1)", "result/\(visit)/fev1/think/words"),
        ]
        for (way, open, box) in boxes {
            try await over.tap(way)
            if !open.isEmpty { try await over.tap(open) }
            try await over.type("gair 🌿 half", box)
            try await over.back()
            try await over.tap(way)
            XCTAssertEqual(try over.shown.find(box).text, "gair 🌿 half")
            try await over.back()
        }
        try await over.tap("Change what, who or when")
        try await over.tap("Change: Who will you see?")
        XCTAssertEqual(try over.shown.find("visit/\(visit)/with/").text, "The practice nurse")
        try await over.type("The nurse and Sam", "visit/\(visit)/with/")
        try await over.tap("Visits")
        try await over.tap("Today")
        try await over.tap("Visits")
        try await over.go("visit", visit)
        XCTAssertEqual(try over.shown.find("visit/\(visit)/with/").text, "The nurse and Sam")
        try await over.tap("Keep it")
        let kept = try await over.ask { try await $0.visit(id: visit).with.only?.text }
        XCTAssertEqual(kept, "The nurse and Sam")
        let history = try await over.ask { try await $0.history(kind: "visit", id: visit, field: "what_for") }
        XCTAssertEqual(history.count, 1, "what was not changed was not written")
    }

    func testAThoughtIsRemovedAndBroughtBack() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.opened { try await $0.someVisit() }
        try await over.go("visit-questions", visit)
        try await over.tap("Remove it: Is there a walking group I can manage?")
        over.doesNotSee("Is there a walking group I can manage?")
        try await over.tap("Undo")
        over.sees("Is there a walking group I can manage?")
    }

    func testTwoVersionsOfWhatAVisitIsForStandEqual() async throws {
        let over = try OverCore()
        defer { over.close() }
        let visit = try await over.real.seedTwoReasons()
        try await over.open()
        try await over.go("visit", visit)
        over.sees("My knees")
        over.sees("My lungs")
        over.seemsKind("visit, two versions")
        try over.picture("visit-two-versions")
        try await over.tap("Look at both")
        XCTAssertEqual(try over.here.way.here, Where("settle", ["visit", visit, "what_for"]))
    }

    func testEveryScreenIsKindWithSomethingOnItAndWithNothing() async throws {
        let over = try OverCore(outside: { $0.copier = NotedCopier() })
        defer { over.close() }
        let (screens, empty) = try await over.opened { plan in
            (try await plan.visitScreens(), try await plan.beginVisit(whatFor: "", with: ""))
        }
        for at in screens {
            try await over.show(at)
            over.seemsKind("\(at.screen)")
            over.doesNotSee("That is not here")
            try over.picture(at.screen)
        }
        for at in screens where !at.about.isEmpty {
            try await over.show(Where(at.screen, [empty]))
            over.seemsKind("\(at.screen), empty")
            over.doesNotSee("That is not here")
            try over.picture("\(at.screen)-empty")
        }
        try await over.show(Where("visit", ["nonsense"]))
        over.sees("That is not here")
        over.seemsKind("visit, not there")
    }

    func testEveryScreenIsKindInWelsh() async throws {
        let over = try OverCore()
        defer { over.close() }
        let screens = try await over.opened { try await $0.visitScreens() }
        try await over.session.speak("cy")
        try await over.settle()
        for at in screens {
            try await over.show(at)
            over.seemsKind("\(at.screen), Welsh")
            if ["visit", "visit-questions", "visit-agree"].contains(at.screen) { try over.picture("\(at.screen)-cy") }
        }
    }
}
