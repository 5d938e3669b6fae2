// What the list of visits, one visit and its sheets ask of the plan and write in it.

import Bridge
import Observation

@MainActor @Observable final class VisitsModel: Drawing {
    static let form = "visit-new/"
    let here: Here
    var drawn: Result<[VisitLine], Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [VisitLine] { try await plan.visits() }

    var isBeginning: Bool { Pen(here).isOpen(Self.form) }
    func open() { Pen(here).open(Self.form) }
    func go(_ visit: VisitLine) { here.way.go("visit", visit.id) }
    func promises() { here.way.go("promises") }
    func reviews() { here.way.go("reviews") }

    /// Begins a visit with what is typed; all of it may stay empty.
    func begin() {
        let (form, pen) = (Self.form, Pen(here))
        pen.keptWithDay(form, beside: "what", day: "on") { [here] plan in
            let id = try await plan.beginVisit(
                whatFor: pen.text(form, "what") ?? "", with: pen.text(form, "with") ?? "", on: pen.typedDay(form, "on")
            )
            here.way.go("visit", id)
        }
    }
}

/// One visit: drawn by its own screen and its agenda.
@MainActor @Observable final class VisitModel: Drawing {
    let here: Here
    let id: String
    var drawn: Result<Visit, Fault>?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> Visit { try await plan.visit(id: id) }

    func go(_ screen: String) { here.way.go(screen, id) }
    func stage(_ stage: String) { here.act { [id] in try await $0.goToStage(visit: id, stage: stage) } }
    func discussed(_ what: String, _ yes: Bool) { here.act { [id] in try await $0.discussed(visit: id, what: what, yes: yes) } }

    /// The boxes to change what, who or when stand open.
    var isChanging: Bool {
        get { Pen(here).isOpen("visit-change/\(id)/") }
        set { newValue ? Pen(here).open("visit-change/\(id)/") : Pen(here).leave("visit-change/\(id)/") }
    }
    func spot(_ field: String, isDay: Bool = false) -> Spot { Spot("visit", id, field, isDay: isDay) }
}

/// Which sheets are used in a visit.
@MainActor @Observable final class VisitSheetModel: Drawing {
    struct Drawn: Sendable {
        let sheets: [SheetLine]
        let used: Set<String>
    }

    let here: Here
    let id: String
    var drawn: Result<Drawn, Fault>?
    /// Where the sheets come from is asked for.
    var isShowingSources = false
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> Drawn {
        let used = try await plan.visit(id: id).sheets
        let sheets = try await plan.sheets()
        // A sheet that was used and can't be read here is told, not left out.
        let gone = used.filter { one in !sheets.contains { $0.sheet == one.sheet } }
        return Drawn(sheets: sheets + gone, used: Set(used.map(\.sheet)))
    }

    func use(_ sheet: SheetLine, _ on: Bool) { here.act { [id] in try await $0.useSheet(visit: id, sheet: sheet.sheet, on: on) } }
    func done() { here.way.back() }
}
