// My results: each with what it is in plain words, the one before and the newest side by side, and my thoughts.

import Bridge
import Observation
import SwiftUI

@MainActor @Observable final class VisitResultsModel: Drawing {
    let here: Here
    let id: String
    var drawn: Result<Visit, Fault>?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> Visit { try await plan.visit(id: id) }

    func sheets() { here.way.go("visit-sheet", id) }
    func form(_ result: SheetResult, _ part: String) -> String { "result/\(id)/\(result.key)/\(part)/" }

    func mayAdd(_ result: SheetResult) -> Bool {
        let (pen, form) = (Pen(here), form(result, "add"))
        return pen.text(form, "value") != nil && (result.units.count < 2 || pen.text(form, "unit") != nil)
    }

    func add(_ result: SheetResult) {
        let (pen, form) = (Pen(here), form(result, "add"))
        let unit = pen.text(form, "unit") ?? (result.units.count == 1 ? result.units[0] : "")
        pen.keptWithDay(form, beside: "value", day: "on") { [id] in
            _ = try await $0.addSheetResult(
                visit: id, result: result.key, value: pen.plainText(form, "value"), unit: unit, on: pen.typedDay(form, "on") ?? ""
            )
        }
    }

    func think(_ result: SheetResult) {
        let (pen, form) = (Pen(here), form(result, "think"))
        pen.kept(form, beside: "words") { [here, id] in
            _ = try await $0.addThought(visit: id, sort: "thought", words: here.drafts[form + "words"], about: result.key)
        }
    }
}

struct VisitResultsScreen: View {
    @State var model: VisitResultsModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { visit in
            Page(texts(VisitsText.results), under: visit.results.isEmpty ? nil : texts(VisitsText.resultsNote)) {
                if visit.results.isEmpty {
                    Invitation(texts(VisitsText.resultsInvite), texts(VisitsText.sheetsChoose)) { model.sheets() }
                }
                ForEach(visit.results, id: \.key) { result in
                    ResultSheet(model: model, result: result, thoughts: visit.thoughts.filter { $0.about == result.key })
                }
            }
        }
    }
}

private struct ResultSheet: View {
    let model: VisitResultsModel, result: SheetResult, thoughts: [Thought]
    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        let here = model.here
        let texts = here.texts
        let (add, think) = (model.form(result, "add"), model.form(result, "think"))
        Sheet {
            Heading(result.name)
            if !result.explain.isEmpty { Plain(result.explain) }
            if let empty = result.empty { Small(empty) }
            if size.isAccessibilitySize {
                both
            } else if result.last != nil || result.recent != nil {
                HStack(alignment: .top, spacing: 10) { both }
            }
            Notes(result.notes)
            ForEach(thoughts) { thought in
                ForEach(Array(thought.words.versions.enumerated()), id: \.offset) { VersionWords($0.element) }
            }
            VisitForm(
                texts(VisitsText.thoughtsOn), of: result.name, form: think, isReady: Pen(here).text(think, "words") != nil,
                onKeep: { _ in model.think(result) }
            ) {
                FormBox(texts(VisitsText.ownWords), box: think + "words", lines: 2)
            }
            VisitForm(
                texts(VisitsText.addResult), of: result.name, form: add, isReady: model.mayAdd(result), onKeep: { _ in model.add(result) }
            ) {
                FormBox(ask, box: add + "value")
                if result.units.count > 1 {
                    VisitPick(
                        texts(VisitsText.unit), name: add + "unit", result.units.map { Choice(word: $0, said: $0) },
                        chosen: Pen(here).text(add, "unit")
                    ) { here.drafts[add + "unit"] = $0 }
                }
                DayBoxes(texts(VisitsText.measuredOn), box: add + "on")
            }
        }
    }

    private var ask: String {
        let texts = model.here.texts
        if result.units.isEmpty { return texts(VisitsText.asWritten) }
        return ([texts(VisitsText.number)] + (result.units.count == 1 ? result.units : [])).joined(separator: ", ")
    }

    @ViewBuilder private var both: some View {
        if let last = result.last { Value(title: model.here.texts(VisitsText.last), result: last) }
        if let recent = result.recent { Value(title: model.here.texts(VisitsText.recent), result: recent) }
    }
}

/// One value: the number as it was written, its day, who wrote it. No range, no colour; the other is of the same weight.
private struct Value: View {
    let title: String, result: TestResult

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Small(title)
            Amount(result: result)
            ForEach(result.parts) { part in
                Small(part.name.inWords)
                Amount(result: part)
            }
            ForEach(Array(result.on.versions.enumerated()), id: \.offset) { Small($0.element.text) }
            Notes(result.standing)
            if let words = result.labWords { Plain(words) }
            WhoAndWhen(who)
        }
        .frame(maxWidth: .infinity, alignment: .leading)
        .padding(12)
        .paper(\.card, corner: 16, line: \.line)
    }

    /// Who wrote it, each once.
    private var who: [String] {
        let versions = result.value.versions.isEmpty ? result.parts.flatMap(\.value.versions) : result.value.versions
        var seen = Set<String>()
        return versions.flatMap(\.who).filter { seen.insert($0).inserted }
    }
}

private struct Amount: View {
    let result: TestResult

    var body: some View {
        // The words for "no value" of a result that is all in its parts are not drawn beside them.
        if result.parts.isEmpty || !result.unit.versions.isEmpty {
            ForEach(Array(result.value.versions.enumerated()), id: \.offset) { _, version in
                Words(measured([result.sign + version.text, result.unit.inWords].filter { !$0.isEmpty }.joined(separator: " ")))
            }
            Notes(result.value.notes)
        }
    }

    /// What begins with a number runs from left to right in every language, so that its unit stays behind it.
    private func measured(_ text: String) -> String {
        guard let first = text.first, first.isNumber || "<>≤≥-+".contains(first) else { return text }
        return "\u{2066}\(text)\u{2069}"
    }
}
