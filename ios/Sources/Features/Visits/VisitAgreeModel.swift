// What is agreed in a visit: goals, what I will do, who promised what, when to look again.

import Bridge
import Observation

@MainActor @Observable final class VisitAgreeModel: Drawing {
    struct Drawn: Sendable {
        let visit: Visit
        let goals: [Goal]
    }

    let here: Here
    let id: String
    var drawn: Result<Drawn, Fault>?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> Drawn {
        Drawn(visit: try await plan.visit(id: id), goals: try await plan.goals())
    }

    func newGoal() { here.way.go("goal-new") }

    /// The boxes of the page's parts: each is kept, and forgotten, by itself.
    func form(_ part: String) -> String { "agree/\(id)/\(part)/" }

    func isTicked(_ goal: Goal) -> Bool { !here.drafts[form("with") + "goal/" + goal.id].isEmpty }
    func tick(_ goal: Goal, _ on: Bool) { here.drafts[form("with") + "goal/" + goal.id] = on ? "1" : "" }

    func addAction(_ goal: Goal) {
        let (pen, form) = (Pen(here), form("action/" + goal.id))
        pen.kept(form, beside: "what") {
            let what = [pen.words(form, "what")].compactMap { $0 }
            _ = try await $0.add(kind: "action", fields: [FieldAnswer(field: "goal", answer: .entry(goal.id))] + what)
        }
    }

    func addPromise() {
        let (pen, form) = (Pen(here), form("promise"))
        pen.keptWithDay(form, beside: "what", day: "by") { [here, id] plan in
            let isMine = PromiseBoxes.isMine(pen, form)
            let promise = try await plan.notePromise(
                visit: id, what: here.drafts[form + "what"], who: isMine ? "" : pen.plainText(form, "who"), byWhen: pen.typedDay(form, "by")
            )
            if isMine { _ = try await plan.write(kind: "promise", id: promise, field: "mine", answer: .yesNo(true)) }
        }
    }

    func setReview() {
        let (pen, form) = (Pen(here), form("review"))
        pen.keptWithDay(form, beside: "who", day: "on") { [id] in
            try await $0.setReview(
                visit: id, on: pen.typedDay(form, "on") ?? "", interval: pen.plainText(form, "interval"), who: pen.plainText(form, "who")
            )
        }
    }

    var together: String? {
        get { Pen(here).text(form("with"), "together") }
        set { here.drafts[form("with") + "together"] = newValue ?? "" }
    }

    /// Notes that it was agreed: with whom it says in the box, or as the visit says; today where no day was typed.
    func agree(_ drawn: Drawn) {
        let (pen, form) = (Pen(here), form("with"))
        let typed = pen.plainText(form, "name")
        let with = drawn.visit.with.only.flatMap { $0.answered ? $0.text : nil } ?? ""
        let agreed = VisitAgreement(
            with: typed.isEmpty ? with : typed, role: pen.plainText(form, "role"),
            on: pen.typedDay(form, "on") ?? here.outside.now().dayKept,
            goals: drawn.goals.filter { isTicked($0) }.map(\.id), together: together.map { $0 == "yes" }
        )
        pen.keptWithDay(form, beside: "name", day: "on") { [here, id] plan in
            try await plan.agreeVisit(visit: id, agreed: agreed)
            try await plan.goToStage(visit: id, stage: "after")
            here.way.back()
            here.way.go("visit-after", id)
        }
    }
}

/// After the visit: what was agreed, and the same to paste.
@MainActor @Observable final class VisitAfterModel: Drawing {
    struct Drawn: Sendable {
        let visit: Visit
        let plain: Summary
        let withMood: Summary
    }

    let here: Here
    let id: String
    var drawn: Result<Drawn, Fault>?
    /// How I have felt is put in: chosen anew each time.
    var withMood = false
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> Drawn {
        Drawn(
            visit: try await plan.visit(id: id), plain: try await plan.visitSummary(visit: id, withMood: false),
            withMood: try await plan.visitSummary(visit: id, withMood: true)
        )
    }

    func summary(_ drawn: Drawn) -> Summary { withMood ? drawn.withMood : drawn.plain }
    func copy(_ text: String) {
        here.outside.copier?.copy(text)
        here.happened = Happened(here.texts(VisitsText.copied))
    }
    func promises() { here.way.go("promises") }
    func agree() { here.way.go("visit-agree", id) }
}
