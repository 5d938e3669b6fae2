// Every version ever written of one field, and settling two.

import Bridge
import SwiftUI

@MainActor @Observable final class HistoryModel: Drawing {
    let here: Here
    let spot: Spot
    var drawn: Result<[HistoryLine], Fault>?
    init(_ here: Here, _ spot: Spot) {
        self.here = here
        self.spot = spot
    }

    func read(_ plan: any Plan) async throws -> [HistoryLine] {
        try await plan.history(kind: spot.kind, id: spot.id, field: spot.field)
    }
}

/// Newest first.
struct HistoryScreen: View {
    @State var model: HistoryModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { lines in
            Page(texts(EarlierText.title)) {
                if lines.isEmpty { Plain(model.here.said["scale-not-answered"]) }
                ForEach(Array(lines.reversed().enumerated()), id: \.offset) { _, line in
                    Sheet {
                        Words(line.text)
                        Small(line.who)
                        if line.stands { Small(texts(EarlierText.stands)) }
                    }
                }
            }
        }
    }
}

@MainActor @Observable final class SettleModel: Drawing {
    let here: Here
    let spot: Spot
    var drawn: Result<EntryField, Fault>?
    init(_ here: Here, _ spot: Spot) {
        self.here = here
        self.spot = spot
    }

    var form: String { "settle/\(spot.box)" }

    func read(_ plan: any Plan) async throws -> EntryField {
        guard let field = try await plan.entry(kind: spot.kind, id: spot.id).field(spot.field) else {
            throw Fault(.notThere, sentence: here.texts(CoreText.notHere), reason: "no-field")
        }
        return field
    }

    func choose(_ at: Int, of field: EntryField) {
        if at < field.kept.count { write(field.kept[at], over: field) }
    }

    func keepTogether(_ field: EntryField) {
        if let text = Pen(here).text(form, "together") { write(.words(text), over: field) }
    }

    /// Both stay as they are.
    func keepBoth() { here.way.back() }

    /// Writes over exactly the versions that were seen: one that came meanwhile stays.
    private func write(_ answer: Answer, over field: EntryField) {
        let spot = spot
        Pen(here).kept(form, beside: "together", then: { [here] in here.way.back() }) {
            _ = try await $0.writeOver(kind: spot.kind, id: spot.id, field: spot.field, answer: answer, seen: field.said.seen)
        }
    }
}

/// Two versions, equal: keep both, choose one, or write it together.
struct SettleScreen: View {
    @State var model: SettleModel

    var body: some View {
        let here = model.here
        let said = here.said
        DrawnFrom(model) { field in
            Page(said["versions-two"], under: said["versions-both-kept"]) {
                SideBySide(field.said, choose: said["versions-choose"]) { model.choose($0, of: field) }
                Notes(field.said.notes)
                Offers(field.said.offers)
                if field.holds == .words {
                    Sheet {
                        FormBox(said["versions-write-together"], box: model.form + "together", lines: 2)
                        MainButton(here.texts(CoreText.keep)) { model.keepTogether(field) }
                            .disabled(Pen(here).text(model.form, "together") == nil)
                    }
                } else if let trouble = Pen(here).trouble(model.form + "together") {
                    TroubleLine(trouble)
                }
                OtherButton(said["versions-keep-both"]) { model.keepBoth() }
            }
        }
    }
}
