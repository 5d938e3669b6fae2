// The list of visits, one visit with the ways from it, and which sheets are used.

import Bridge
import SwiftUI

/// Every visit, and what goes with them: promises, reviews.
struct VisitsScreen: View {
    @State var model: VisitsModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { visits in
            Page(texts(VisitsText.title)) {
                if visits.isEmpty && !model.isBeginning {
                    Invitation(texts(VisitsText.invite), texts(VisitsText.begin)) { model.open() }
                } else {
                    AddForm(
                        texts(VisitsText.begin), form: form, isReady: true, keep: texts(VisitsText.beginNow), isMain: true,
                        onKeep: { _ in model.begin() }
                    ) {
                        Small(texts(VisitsText.newUnder))
                        FormBox(texts(VisitsText.whatFor), box: form + "what", lines: 2)
                        FormBox(texts(VisitsText.with), box: form + "with")
                        DayBoxes(texts(VisitsText.on), box: form + "on")
                    }
                }
                ForEach(visits) { visit in
                    Sheet {
                        if !visit.whatFor.isAnswered { Words(texts(VisitsText.untitled), isStrong: true) }
                        ForEach(Array(visit.whatFor.versions.filter(\.answered).enumerated()), id: \.offset) { _, version in
                            Words(version.text, isStrong: true)
                            WhoAndWhen(version.who)
                        }
                        if let line = Field.line(visit.with, visit.on) { Plain(line) }
                        Small(visit.stage)
                        OtherButton(texts(VisitsText.open)) { model.go(visit) }
                            .accessibilityLabel([texts(VisitsText.open), visit.whatFor.inWords].filter { !$0.isEmpty }.joined(separator: ": "))
                    }
                }
                VisitWay(texts(VisitsText.promises), [texts(VisitsText.promisesUnder)]) { model.promises() }
                VisitWay(texts(VisitsText.reviews), [texts(VisitsText.reviewsUnder)]) { model.reviews() }
            }
        }
    }

    private var form: String { VisitsModel.form }
}

/// One visit: what it is for, where the person is in it, and the way to each part.
struct VisitScreen: View {
    @State var model: VisitModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { visit in
            Page(title(visit), under: Field.line(visit.with, visit.on)) {
                Unsettled(visit.unsettled, "visit", model.id)
                if let safety = visit.mood?.safety { SafetyWords(safety) }
                if visit.whatFor.versions.count > 1 {
                    FieldWords(texts(VisitsText.whatFor), visit.whatFor, at: model.spot("what_for"))
                } else {
                    // It stands in the title already.
                    ForEach(Array(visit.whatFor.versions.enumerated()), id: \.offset) { WhoAndWhen($0.element.who) }
                    Notes(visit.whatFor.notes)
                    Offers(visit.whatFor.offers)
                }
                Asked(texts(VisitsText.with), visit.with, at: model.spot("with"))
                Asked(texts(VisitsText.on), visit.on, at: model.spot("on"))
                if visit.sheets.isEmpty {
                    Invitation(texts(VisitsText.sheetsInvite), texts(VisitsText.sheetsChoose)) { model.go("visit-sheet") }
                }
                Ways(model: model, visit: visit)
                Sheet(paper: \.sunk) {
                    if visit.coming.isAnswered || !visit.coming.offers.isEmpty {
                        FieldWords(texts(VisitsText.coming), visit.coming, at: model.spot("coming"))
                    } else {
                        Plain(texts(VisitsText.bring))
                    }
                    if model.isChanging {
                        Written(texts(VisitsText.whatFor), visit.whatFor, at: model.spot("what_for"))
                        Written(texts(VisitsText.with), visit.with, at: model.spot("with"), lines: 1)
                        Written(texts(VisitsText.on), visit.on, at: model.spot("on", isDay: true))
                        Written(texts(VisitsText.coming), visit.coming, at: model.spot("coming"), lines: 1)
                        QuietButton(texts(CoreText.close)) { model.isChanging = false }
                    } else {
                        OtherButton(texts(VisitsText.change)) { model.isChanging = true }
                    }
                }
                Sheet {
                    Heading(texts(VisitsText.stage))
                    VisitPick(
                        texts(VisitsText.stage), name: "stage", visit.stages.map { Choice(word: $0.stage, said: $0.heading) },
                        chosen: visit.stages.first { $0.here }?.stage
                    ) { model.stage($0) }
                }
            }
        }
    }

    private func title(_ visit: Visit) -> String {
        visit.whatFor.only.flatMap { $0.answered ? $0.text : nil } ?? model.here.texts(VisitsText.untitled)
    }
}

/// A field that stands in the line under the title: drawn only where there is something to say.
private struct Asked: View {
    let ask: String, field: Field, spot: Spot
    init(_ ask: String, _ field: Field, at spot: Spot) {
        self.ask = ask
        self.field = field
        self.spot = spot
    }
    var body: some View {
        if field.versions.count > 1 || !field.offers.isEmpty { FieldWords(ask, field, at: spot) }
    }
}

/// The ways from a visit, in the order of its stages.
private struct Ways: View {
    let model: VisitModel, visit: Visit

    var body: some View {
        let texts = model.here.texts
        Heading(heading("gather"))
        if !visit.sheets.isEmpty { VisitWay(texts(VisitsText.sheets), visit.sheets.map(\.title)) { model.go("visit-sheet") } }
        VisitWay(texts(VisitsText.questions), [texts(VisitsText.questionsUnder)]) { model.go("visit-questions") }
        VisitWay(texts(VisitsText.results), [texts(VisitsText.resultsUnder)]) { model.go("visit-results") }
        VisitWay(texts(VisitsText.agenda), headings) { model.go("visit-agenda") }
        Heading(texts(VisitsText.at))
        VisitWay(texts(VisitsText.room), [texts(VisitsText.roomUnder)]) { model.go("visit-room") }
        VisitWay(texts(ShareText.visitShow), [texts(ShareText.visitShowUnder)]) { model.go("visit-show") }
        VisitWay(texts(ShareText.paper), [model.here.said["print-visit-title"]]) { model.here.way.go("paper", "visit", model.id) }
        VisitWay(texts(VisitsText.agree), [texts(VisitsText.agreeUnder)]) { model.go("visit-agree") }
        Heading(heading("after"))
        VisitWay(texts(VisitsText.after), [texts(VisitsText.afterUnder)]) { model.go("visit-after") }
    }

    private func heading(_ stage: String) -> String { visit.stages.first { $0.stage == stage }?.heading ?? "" }

    /// The first headings of the agenda, each once.
    private var headings: [String] {
        var seen = Set<String>()
        return Array(visit.agenda.map(\.heading).filter { seen.insert($0).inserted }.prefix(3))
    }
}

/// Which sheets are used: each may be ticked, none is needed.
struct VisitSheetScreen: View {
    @State var model: VisitSheetModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            Page(texts(VisitsText.sheets), under: texts(VisitsText.sheetsUnder)) {
                Sheet {
                    ForEach(drawn.sheets, id: \.sheet) { sheet in
                        let on = drawn.used.contains(sheet.sheet)
                        VisitTick(text: sheet.title, on: on, under: [sheet.given].compactMap { $0 }) { model.use(sheet, $0) }
                        Notes(sheet.faults)
                    }
                }
                MainButton(texts(VisitsText.done)) { model.done() }
                DisclosureGroup(isExpanded: $model.isShowingSources) {
                    let used = drawn.sheets.filter { drawn.used.contains($0.sheet) }
                    ForEach(used.isEmpty ? drawn.sheets : used, id: \.sheet) { sheet in
                        VStack(alignment: .leading, spacing: 4) {
                            Heading(sheet.title)
                            ForEach(Array(sheet.sources.enumerated()), id: \.offset) { Small($0.element) }
                        }
                        .frame(maxWidth: .infinity, alignment: .leading)
                    }
                } label: {
                    Text(texts(VisitsText.sources)).font(.headline).frame(minHeight: 48)
                }
                .ink(\.ember)
            }
        }
    }
}
