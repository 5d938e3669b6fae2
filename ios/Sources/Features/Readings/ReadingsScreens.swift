// Every reading, and a new one.

import Bridge
import SwiftUI

/// Newest first.
struct ReadingsScreen: View {
    @State var model: ReadingsModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            Page(texts(ReadingsText.title)) {
                if drawn.readings.isEmpty {
                    Invitation(texts(ReadingsText.invite), texts(ReadingsText.new)) { model.new() }
                } else {
                    MainButton(texts(ReadingsText.new)) { model.new() }
                }
                ForEach(drawn.measured, id: \.self) { one in
                    OtherButton(texts(ReadingsText.overTime, one.name)) { model.overTime(one) }
                }
                ForEach(drawn.readings) { ReadingSheet(reading: $0) }
            }
        }
    }
}

private struct ReadingSheet: View {
    let reading: Reading
    @Environment(Here.self) private var here

    var body: some View {
        Sheet {
            Heading(reading.name)
            Words(reading.line)
            SmallVersions(reading.at)
            WhoAndWhen(reading.value.only?.who ?? [])
            Unsettled(reading.unsettled, "reading", reading.id)
            ForEach(open, id: \.name) { FieldWords(nil, $0.field, at: Spot("reading", reading.id, $0.name)) }
            Versions(reading.note)
            if reading.onlyMe { Small(here.said["who-only-me"]) }
            More(reading: reading)
        }
    }

    /// Fields with something to settle or to look at.
    private var open: [(name: String, field: Field)] {
        let all = [
            ("value", reading.value), ("second", reading.second), ("unit", reading.unit), ("what", reading.what), ("at", reading.at),
        ]
        return all.filter { $0.1.versions.count > 1 || !$0.1.offers.isEmpty }.map { (name: $0.0, field: $0.1) }
    }
}

/// What can be done with a reading, once it is asked for.
private struct More: View {
    let reading: Reading
    @Environment(Here.self) private var here

    var body: some View {
        let pen = Pen(here)
        let form = "more/\(reading.id)/"
        let texts = here.texts
        if pen.isOpen(form) {
            Written(texts(ReadingsText.note), reading.note, at: Spot("reading", reading.id, "note"))
            OnlyMe(reading.onlyMe) { pen.onlyMe("reading", reading.id, $0) }
            RemoveButton("reading", reading.id, about: reading.line)
            QuietButton(texts(ReadingsText.less)) { pen.leave(form) }
        } else {
            QuietButton(texts(ReadingsText.more), said: "\(texts(ReadingsText.more)): \(reading.name), \(reading.line)") { pen.open(form) }
        }
    }
}

/// What, the number, the unit as on the meter, and when.
struct NewReadingScreen: View {
    @State var model: NewReadingModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        let form = NewReadingModel.form
        DrawnFrom(model) { choices in
            let what = model.typed("what")
            let isPressure = what == "blood_pressure"
            Page(texts(ReadingsText.new)) {
                FormChoices(texts(ReadingsText.what), choices.what, box: form + "what")
                if what == "other" { FormBox(texts(ReadingsText.other), box: form + "other") }
                FormBox(isPressure ? here.said["reading-name-pressure-top"] : texts(ReadingsText.value), box: form + "value")
                if isPressure { FormBox(here.said["reading-name-pressure-bottom"], box: form + "second") }
                FormBox(texts(ReadingsText.unit), box: form + "unit")
                ForEach((choices.units[what ?? ""] ?? []).filter { $0 != model.typed("unit") }, id: \.self) { unit in
                    OtherButton(unit) { model.use(unit: unit) }
                }
                if model.typed("when") == nil {
                    Small(texts(ReadingsText.now))
                    QuietButton(texts(ReadingsText.otherTime)) { model.otherTime() }
                } else {
                    MomentBoxes(texts(ReadingsText.when), box: form + "when")
                }
                FormBox(texts(ReadingsText.note), box: form + "note", lines: 2)
                MainButton(texts(CoreText.keep)) { model.keep() }
            }
        }
    }
}

/// A moment in five boxes.
private struct MomentBoxes: View {
    let ask: String, box: String
    @Environment(Here.self) private var here
    @Environment(\.dynamicTypeSize) private var size
    init(_ ask: String, box: String) {
        self.ask = ask
        self.box = box
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Plain(ask)
            if size.isAccessibilitySize {
                ForEach(0..<5) { one($0) }
            } else {
                HStack(spacing: 8) { ForEach(0..<3) { one($0) } }
                HStack(spacing: 8) { ForEach(3..<5) { one($0) } }
            }
            if let trouble = Pen(here).trouble(box) { TroubleLine(trouble) }
        }
    }

    private func one(_ at: Int) -> some View {
        let texts = here.texts
        let names = [
            texts(CoreText.day), texts(CoreText.month), texts(CoreText.year), texts(ReadingsText.hour), texts(ReadingsText.minutes),
        ]
        let part = Binding(
            get: { Day.parts(here.drafts[box], 5)[at] },
            set: { Pen(here).typed(box).wrappedValue = Day.changed(here.drafts[box], 5, at, $0) }
        )
        return WordsBox(names[at], text: part, name: "\(box)-\(at)", lines: 1)
    }
}
