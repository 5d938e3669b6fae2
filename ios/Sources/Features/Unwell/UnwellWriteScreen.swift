// Writing a plan for when I am unwell: signs and steps by zone, whom to call, what is kept at home.
// Only ever the words of the person and their clinician: no box here is filled, and none has an example in it.

import Bridge
import SwiftUI

struct UnwellWriteScreen: View {
    @State var model: UnwellWriteModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { drawn in
            let plan = drawn.plan
            Page(plan.name.only?.text ?? here.said["unwell-title"]) {
                Unsettled(plan.unsettled, "unwell", plan.id)
                Written(texts(UnwellText.name), plan.name, at: spot("name"), isTold: true, lines: 1)
                Small(texts(UnwellText.onlyYours))
                Agreed(plan.agreements)
                if let order = plan.orderNote { Note(order) }
                ForEach(Array(plan.suggested.enumerated()), id: \.offset) { _, line in
                    SuggestionCard(line: line, beside: here.said["suggestion-beside"], open: texts(CoreText.look)) {
                        here.way.go("suggestions")
                    }
                }
                Sheet { Written(texts(UnwellText.trigger), drawn.entry.stands("trigger"), at: spot("trigger")) }
                ForEach(Zones.all, id: \.zone) { ZoneForm(model: model, written: drawn, zone: $0.zone, shape: $0.shape) }
                CallerForm(model: model, drawn: drawn)
                CopingForm(model: model, plan: plan)
                KeptForm(model: model, plan: plan)
                ReviewForm(model: model, entry: drawn.entry)
                OnOff(texts(UnwellText.atHand), drawn.entry.isYes("at_hand"), under: texts(UnwellText.atHandUnder)) {
                    Pen(here).turn(spot("at_hand"), $0)
                }
                if let trouble = Pen(here).trouble(spot("at_hand").box) { TroubleLine(trouble) }
                OnlyMe(drawn.entry.onlyMe) { Pen(here).onlyMe("unwell", plan.id, $0) }
                MainButton(texts(UnwellText.see)) { model.use() }
                RemoveButton("unwell", plan.id)
                SafetyLine(plan.safety)
            }
        }
    }

    private func spot(_ field: String) -> Spot { Spot("unwell", model.id, field) }
}

/// The zones in the order they are drawn; each has its word and its shape.
enum Zones {
    static let all = [("green", "circle"), ("amber", "triangle"), ("red", "hexagon"), ("any", "")].map { (zone: $0.0, shape: $0.1) }
}

private struct ZoneForm: View {
    let model: UnwellWriteModel, written: WrittenUnwell, zone: String, shape: String

    var body: some View {
        let here = model.here
        let texts = here.texts
        let drawn = written.plan.zones.first { $0.zone == zone }
        let heading = drawn?.heading ?? here.said["zone-\(zone)"]
        let signs = drawn?.signs ?? []
        ZoneSheet(zone: zone, heading: heading, shape: shape) {
            // A sign that is in no zone yet stands in the last: it can be changed there, and none is begun there.
            if zone != "any" || !signs.isEmpty {
                Plain(here.said["unwell-my-signs"])
                ForEach(signs) { PartForm(part: $0, kind: "sign", ask: texts(UnwellText.sign)) }
            }
            if zone != "any" { adding(.addSign, .sign, "sign") }
            Plain(here.said["unwell-what-to-do"])
            ForEach(Array((drawn?.steps ?? []).enumerated()), id: \.element.id) { at, step in
                Small(texts(UnwellText.stepNumber, at + 1))
                PartForm(part: step, kind: "step", ask: texts(UnwellText.step))
                if at > 0 {
                    QuietButton(texts(UnwellText.earlier), said: "\(texts(UnwellText.earlier)): \(step.told)") { model.earlier(step, written) }
                }
            }
            adding(.addStep, .step, "step")
        }
    }

    private func adding(_ button: UnwellText, _ ask: UnwellText, _ kind: String) -> some View {
        let form = "new-\(kind)/\(zone)/"
        let texts = model.here.texts
        return Adding(texts(button), texts(ask), form: form, zone: zoneWord) {
            model.add(kind, form, [FieldAnswer(field: "zone", answer: .choice(zone))])
        }
    }

    private var zoneWord: String { model.here.said["zone-\(zone)"] }
}

/// One more of something, in words.
private struct Adding: View {
    let button: String, ask: String, form: String
    var zone: String?
    let keep: @MainActor () -> Void
    @Environment(Here.self) private var here

    init(_ button: String, _ ask: String, form: String, zone: String? = nil, keep: @escaping @MainActor () -> Void) {
        self.button = button
        self.ask = ask
        self.form = form
        self.zone = zone
        self.keep = keep
    }

    var body: some View {
        AddForm(button, form: form, isReady: Pen(here).text(form, "words") != nil, said: zone.map { "\(button): \($0)" }) { _ in keep() } content: {
            FormBox(ask, box: form + "words", lines: 2)
        }
    }
}

private struct PartForm: View {
    let part: Part, kind: String
    var field = "words"
    let ask: String

    var body: some View {
        // What the field itself says of two versions stands with its words already.
        Notes(part.notes.filter { !part.words.notes.contains($0) })
        Written(ask, part.words, at: Spot(kind, part.id, field), isAsked: true)
        RemoveButton(kind, part.id, about: part.told)
    }
}

extension Part {
    /// Its words, in one line.
    var told: String { words.versions.map(\.text).joined(separator: " / ") }
}

private struct CallerForm: View {
    let model: UnwellWriteModel, drawn: WrittenUnwell

    var body: some View {
        let here = model.here
        let texts = here.texts
        let form = UnwellWriteModel.caller
        Sheet {
            Heading(here.said["unwell-who-to-call"])
            ForEach(drawn.plan.call) { Notes($0.notes) }
            ForEach(drawn.people) { person in
                OnOff(person.name.versions.map(\.text).joined(separator: " / "), drawn.plan.call.contains { $0.id == person.id }, under: under(person)) {
                    model.call(person, $0, drawn)
                }
            }
            AddForm(
                texts(UnwellText.addCaller), form: form, isReady: Pen(here).text(form, "name") != nil,
                onKeep: { _ in model.newCaller(drawn) }
            ) {
                FormBox(texts(UnwellText.callerName), box: form + "name")
                FormBox(texts(UnwellText.callerRelation), box: form + "relation")
                FormBox(texts(UnwellText.callerNumber), box: form + "number")
            }
        }
    }

    private func under(_ person: Person) -> String {
        // A number is read from left to right in every language, whatever stands beside it.
        let numbers = person.number.versions.map { "\u{2066}\($0.text)\u{2069}" }
        let all = person.relation.versions.map(\.text) + numbers
        return all.isEmpty ? model.here.texts(UnwellText.noNumber) : all.joined(separator: " · ")
    }
}

private struct CopingForm: View {
    let model: UnwellWriteModel, plan: Unwell
    private static let form = "new-coping/"

    var body: some View {
        let texts = model.here.texts
        Sheet {
            Heading(model.here.said["unwell-coping"])
            ForEach(plan.coping) { PartForm(part: $0, kind: "coping", ask: texts(UnwellText.coping)) }
            Adding(texts(UnwellText.addCoping), texts(UnwellText.coping), form: Self.form) { model.add("coping", Self.form) }
        }
    }
}

private struct KeptForm: View {
    let model: UnwellWriteModel, plan: Unwell
    private static let form = "new-kept/"

    var body: some View {
        let texts = model.here.texts
        let pen = Pen(model.here)
        Sheet {
            Heading(model.here.said["unwell-at-home"])
            ForEach(plan.kept) { part in
                PartForm(part: part, kind: "kept", field: "what", ask: texts(UnwellText.kept))
                Written(texts(UnwellText.keptPlace), part.place, at: Spot("kept", part.id, "place"), lines: 1)
            }
            AddForm(
                texts(UnwellText.addKept), form: Self.form, isReady: pen.text(Self.form, "words") != nil,
                onKeep: { model.add("kept", Self.form, words: "what", [$0.words(Self.form, "place")]) }
            ) {
                FormBox(texts(UnwellText.kept), box: Self.form + "words", lines: 2)
                FormBox(texts(UnwellText.keptPlace), box: Self.form + "place")
            }
        }
    }
}

private struct ReviewForm: View {
    let model: UnwellWriteModel, entry: Entry

    var body: some View {
        let texts = model.here.texts
        let form = UnwellWriteModel.agreement
        Sheet {
            Written(texts(UnwellText.review), entry.stands("review"), at: Spot("unwell", model.id, "review", isDay: true))
            Written(texts(UnwellText.reviewBy), entry.stands("review_by"), at: Spot("unwell", model.id, "review_by"), lines: 1)
            AddForm(
                texts(UnwellText.agreed), form: form, isReady: Pen(model.here).text(form, "with") != nil,
                onKeep: { _ in model.agreed() }
            ) {
                FormBox(texts(UnwellText.agreedWith), box: form + "with")
                FormBox(texts(UnwellText.agreedRole), box: form + "role")
            }
        }
    }
}
