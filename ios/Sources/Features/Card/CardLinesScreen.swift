// Choosing the lines of the emergency card.

import Bridge
import SwiftUI

/// What the lines are chosen from.
struct WrittenCard: Sendable {
    let choices: CardChoices
    /// Whose card it is; what is written of how to talk with them.
    let me: Entry, communicate: Field
    let forms: [Choice]
}

@MainActor @Observable final class CardLinesModel: Drawing {
    let here: Here
    var drawn: Result<WrittenCard, Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> WrittenCard {
        WrittenCard(
            choices: try await plan.cardChoices(), me: try await plan.entry(kind: "me", id: ""),
            communicate: try await plan.entry(kind: "about", id: "").stands("communicate"),
            forms: try await plan.choicesOf("form", "form")
        )
    }

    func form(_ kind: String) -> String { "new-line/\(kind)/" }

    /// Whoever adds a line here wants it on the card; the switch beside it says so at once.
    func add(_ kind: String) {
        let pen = Pen(here)
        let form = form(kind)
        let fields: [FieldAnswer?] = kind == "form"
            ? [pen.choice(form, "form"), pen.words(form, "name"), pen.day(form, "dated"), pen.words(form, "place")]
            : [pen.words(form, "words", field: Self.wordsOf(kind)), pen.words(form, "reaction")]
        let onCard = FieldAnswer(field: "on_card", answer: .yesNo(true))
        pen.kept(form, besideOf: { $0.reason.contains("date") ? "dated" : kind == "form" ? "" : "words" }) {
            _ = try await $0.add(kind: kind, fields: fields.compactMap { $0 } + [onCard])
        }
    }

    /// Whoever chooses a photo here wants it on the card, as with a line.
    func photo() {
        let spot = Spot("card", "", "show_photo")
        here.session.act { [here] in
            guard let jpeg = await here.outside.photos?.choose() else { return }
            Pen(here).kept(spot.box) {
                try await $0.setCardPhoto(jpeg: jpeg)
                _ = try await $0.write(kind: spot.kind, id: spot.id, field: spot.field, answer: .yesNo(true))
            }
        }
    }

    /// The field that a line's words stand in.
    static func wordsOf(_ kind: String) -> String {
        switch kind {
        case "allergy": "what"
        case "person", "unwell": "name"
        case "form": "form"
        default: "words"
        }
    }
}

struct CardLinesScreen: View {
    @State var model: CardLinesModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { drawn in
            let card = drawn.choices.card
            Page(texts(EmergencyText.lines), under: texts(EmergencyText.linesUnder)) {
                Note(drawn.choices.notAnInstruction)
                Sheet {
                    Written(texts(EmergencyText.name), drawn.me.stands("name"), at: Spot("me", "", "name"), lines: 1)
                    CardSwitch(texts(EmergencyText.showName), card, "show_name")
                    Written(texts(EmergencyText.born), drawn.me.stands("born"), at: Spot("me", "", "born", isDay: true))
                    CardSwitch(texts(EmergencyText.showBorn), card, "show_born")
                }
                Sheet {
                    Heading(texts(EmergencyText.photo))
                    Small(texts(EmergencyText.photoUnder))
                    if here.outside.photos != nil { OtherButton(texts(EmergencyText.photoChoose)) { model.photo() } }
                    CardSwitch(texts(EmergencyText.showPhoto), card, "show_photo")
                }
                ForEach(drawn.choices.groups, id: \.kind) { LineGroup(model: model, group: $0, forms: drawn.forms) }
                Sheet {
                    Written(texts(EmergencyText.checked), card.stands("medicines_checked"), at: Spot("card", "", "medicines_checked", isDay: true))
                }
                Sheet {
                    Heading(here.said["card-communication"])
                    if drawn.communicate.versions.isEmpty { Plain(texts(EmergencyText.communicateNone)) }
                    ForEach(Array(drawn.communicate.versions.enumerated()), id: \.offset) { VersionWords($0.element) }
                    OtherButton(texts(EmergencyText.communicate)) { here.way.go("about-me") }
                    CardSwitch(texts(EmergencyText.show), card, "show_communicate")
                }
                Sheet {
                    Written(
                        here.said["card-very-unwell"], card.stands("very_unwell"), at: Spot("card", "", "very_unwell"), isHeading: true, lines: 3
                    )
                    Small(texts(EmergencyText.veryUnwellUnder))
                }
                MainButton(texts(EmergencyText.see)) { here.way.go("card") }
                OtherButton(texts(EmergencyText.tryTitle)) { here.way.go("card-try") }
                SafetyLine(drawn.choices.safety)
            }
        }
    }
}

/// A switch of the card itself.
private struct CardSwitch: View {
    let text: String, card: Entry, field: String
    @Environment(Here.self) private var here
    init(_ text: String, _ card: Entry, _ field: String) {
        self.text = text
        self.card = card
        self.field = field
    }
    var body: some View {
        let spot = Spot("card", "", field)
        OnOff(text, card.isYes(field)) { Pen(here).turn(spot, $0) }
        if let trouble = Pen(here).trouble(spot.box) { TroubleLine(trouble) }
    }
}

private struct LineGroup: View {
    let model: CardLinesModel, group: CardGroup, forms: [Choice]

    var body: some View {
        let here = model.here
        let texts = here.texts
        Sheet {
            Heading(group.heading)
            ForEach(group.choices) { ChoiceLine(choice: $0, group: group) }
            switch group.kind {
            case "person": OtherButton(texts(EmergencyText.addPerson)) { here.way.to(.people) }
            case "unwell": OtherButton(texts(EmergencyText.addPlan)) { here.way.go("unwell-new") }
            case "form": PaperForm(model: model, forms: forms)
            case "allergy": LineForm(model: model, kind: group.kind, button: .addAllergy, ask: .allergy)
            case "condition": LineForm(model: model, kind: group.kind, button: .addCondition, ask: .condition)
            default: LineForm(model: model, kind: group.kind, button: .addMedicine, ask: .medicine)
            }
        }
    }
}

/// One line, on or off. "Only me" keeps it off the card whatever its switch says.
private struct ChoiceLine: View {
    let choice: CardChoice, group: CardGroup
    @Environment(Here.self) private var here

    var body: some View {
        let spot = Spot(group.kind, choice.id, group.switch)
        let text = choice.said.versions.map(\.text).joined(separator: " / ")
        OnOff(
            text.isEmpty ? here.said["scale-not-answered"] : text, choice.on, under: choice.onlyMe ? here.texts(EmergencyText.onlyMe) : nil
        ) { Pen(here).turn(spot, $0) }
        if choice.said.versions.count > 1 || !choice.said.offers.isEmpty {
            FieldWords(nil, choice.said, at: Spot(group.kind, choice.id, CardLinesModel.wordsOf(group.kind)))
        }
        Notes(choice.notes)
        if let trouble = Pen(here).trouble(spot.box) { TroubleLine(trouble) }
    }
}

private struct LineForm: View {
    let model: CardLinesModel, kind: String, button: EmergencyText, ask: EmergencyText

    var body: some View {
        let texts = model.here.texts
        let form = model.form(kind)
        AddForm(texts(button), form: form, isReady: Pen(model.here).text(form, "words") != nil, onKeep: { _ in model.add(kind) }) {
            FormBox(texts(ask), box: form + "words", lines: 2)
            if kind == "allergy" { FormBox(texts(EmergencyText.reaction), box: form + "reaction") }
        }
    }
}

/// That a paper exists and where it is; never what it decides.
private struct PaperForm: View {
    let model: CardLinesModel, forms: [Choice]

    var body: some View {
        let texts = model.here.texts
        let form = model.form("form")
        let chosen = Pen(model.here).text(form, "form")
        AddForm(texts(EmergencyText.addForm), form: form, isReady: chosen != nil, onKeep: { _ in model.add("form") }) {
            FormChoices(texts(EmergencyText.form), forms, box: form + "form")
            if chosen == "other" { FormBox(texts(EmergencyText.formName), box: form + "name") }
            DayBoxes(texts(EmergencyText.formDated), box: form + "dated")
            FormBox(texts(EmergencyText.formPlace), box: form + "place")
            Small(texts(EmergencyText.formUnder))
        }
    }
}
