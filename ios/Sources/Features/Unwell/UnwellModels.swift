// What the screens for when I am unwell ask of the plan and write in it.

import Bridge
import Observation

@MainActor @Observable final class UnwellModel: Drawing {
    let here: Here
    var drawn: Result<[Unwell], Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [Unwell] { try await plan.unwellPlans() }

    func use(_ plan: Unwell) { here.way.go("unwell-use", plan.id) }
    func write(_ plan: Unwell) { here.way.go("unwell-write", plan.id) }
    func new() { here.way.go("unwell-new") }
    func card() { here.way.go("card") }
}

/// A plan in use. What is ticked is in the drafts, so that going to the card and back loses none of it.
@MainActor @Observable final class UseModel: Drawing {
    let here: Here
    let id: String
    var drawn: Result<Unwell, Fault>?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    var form: String { "use/\(id)/" }

    func read(_ plan: any Plan) async throws -> Unwell { try await plan.unwell(id: id) }

    func isTicked(_ box: String, _ part: Part) -> Bool { here.drafts.ticked(form + box).contains(part.id) }
    func tick(_ box: String, _ part: Part) { here.drafts.tick(form + box, part.id, !isTicked(box, part)) }

    /// Notes that it was used; what the core says of that stands at the bottom at once.
    func note() {
        let pen = Pen(here)
        let (signs, steps) = (here.drafts.ticked(form + "signs").sorted(), here.drafts.ticked(form + "steps").sorted())
        here.act(once: form, fault: { [form] in pen.say(form + "outcome", $0.sentence) }) { [here, id, form] plan in
            let said = try await plan.noteUse(plan: id, signs: signs, steps: steps, outcome: pen.text(form, "outcome"))
            here.drafts.clear(form)
            here.happened = Happened(said)
        }
    }

    func readAloud(_ plan: Unwell) {
        guard let voice = here.outside.voice else { return }
        if !voice.say(plan.spoken, language: here.texts.language) { here.happened = Happened(here.texts(UnwellText.noVoice)) }
    }
}

extension Unwell {
    /// Line by line, to be read aloud: whom to call, then zone by zone. What must be said of a line before it is followed
    /// is said before it.
    var spoken: [String] {
        func said(_ field: Field) -> [String] { field.notes + field.versions.map(\.text) }
        func said(_ parts: [Part]) -> [String] { parts.flatMap { $0.notes + said($0.words) + said($0.place) } }
        let first = agreements.map(\.line) + [unsettled, orderNote].compactMap { $0 } + suggested
        let contacts = call.flatMap { $0.notes + ["\($0.called). \($0.numbers.joined(separator: ", "))"] }
        let zoned = zones.flatMap { [$0.heading] + said($0.signs) + said($0.steps) }
        return said(name) + first + contacts + zoned + said(coping) + said(kept) + [safety]
    }
}

extension Contact {
    /// "Sam, my son".
    var called: String { [name, relation].filter { !$0.isEmpty }.joined(separator: ", ") }
}

@MainActor @Observable final class NewUnwellModel {
    static let form = "new-unwell/"
    let here: Here
    init(_ here: Here) { self.here = here }

    var isReady: Bool { Pen(here).text(Self.form, "name") != nil }

    func keep() {
        let pen = Pen(here)
        pen.kept(Self.form, beside: "name") { [here] plan in
            let id = try await plan.add(kind: "unwell", fields: [pen.words(Self.form, "name")].compactMap { $0 })
            here.way.back()
            here.way.go("unwell-write", id)
        }
    }
}

/// What a plan is written from.
struct WrittenUnwell: Sendable {
    let plan: Unwell, entry: Entry, people: [Person]
}

@MainActor @Observable final class UnwellWriteModel: Drawing {
    let here: Here
    let id: String
    var drawn: Result<WrittenUnwell, Fault>?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> WrittenUnwell {
        let drawn = try await plan.unwell(id: id)
        return WrittenUnwell(plan: drawn, entry: try await plan.entry(kind: "unwell", id: id), people: try await plan.people())
    }

    /// Adds a part of this plan: a sign or a step of a zone, what helps, what is kept at home.
    func add(_ kind: String, _ form: String, words field: String = "words", _ more: [FieldAnswer?] = []) {
        let pen = Pen(here)
        let part = FieldAnswer(field: "plan", answer: .entry(id))
        let fields = ([part, pen.words(form, "words", field: field)] + more).compactMap { $0 }
        pen.kept(form, beside: "words") { _ = try await $0.add(kind: kind, fields: fields) }
    }

    /// One step before the one above it in its zone; every step keeps its place otherwise.
    func earlier(_ step: Part, _ drawn: WrittenUnwell) {
        var order: [String] = []
        for zone in drawn.plan.zones {
            var steps = zone.steps.map(\.id)
            if let at = steps.firstIndex(of: step.id), at > 0 { steps.swapAt(at, at - 1) }
            // A step that stands in two zones, since two phones disagree, has one place in the order.
            order += steps.filter { !order.contains($0) }
        }
        here.act { [self, order] in try await put("steps", order, over: drawn, $0) }
    }

    func call(_ person: Person, _ on: Bool, _ drawn: WrittenUnwell) {
        let now = drawn.plan.call.map(\.id).filter { $0 != person.id } + (on ? [person.id] : [])
        here.act { [self] in try await put("call", now, over: drawn, $0) }
    }

    /// Over what was drawn and no more: an order that came from another phone since stays beside it.
    private func put(_ field: String, _ ids: [String], over drawn: WrittenUnwell, _ plan: any Plan) async throws {
        let seen = drawn.entry.stands(field).seen
        _ = try await plan.writeOver(kind: "unwell", id: id, field: field, answer: .entries(ids), seen: seen)
    }

    static let caller = "new-caller/"
    func newCaller(_ drawn: WrittenUnwell) {
        let pen = Pen(here)
        let fields = ["name", "relation", "number"].compactMap { pen.words(Self.caller, $0) }
        pen.kept(Self.caller, beside: "name") { [self] in
            let person = try await $0.add(kind: "person", fields: fields)
            try await put("call", drawn.plan.call.map(\.id) + [person], over: drawn, $0)
        }
    }

    static let agreement = "new-agreement/"
    func agreed() {
        let pen = Pen(here)
        let (with, role) = (pen.text(Self.agreement, "with") ?? "", pen.text(Self.agreement, "role") ?? "")
        let today = here.outside.now().dayKept
        pen.kept(Self.agreement, beside: "with") { [id] in
            _ = try await $0.agree(of: "unwell", id: id, with: with, role: role, on: today)
        }
    }

    func use() { here.way.go("unwell-use", id) }
}
