// Every choice; one choice: what it is between, what matters about each, what was decided and why.

import Bridge
import SwiftUI

/// Those that wait first.
struct DecisionsScreen: View {
    @State var model: DecisionsModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        let form = DecisionsModel.form
        DrawnFrom(model) { decisions in
            Page(texts(DecisionsText.title)) {
                if decisions.isEmpty { Words(texts(DecisionsText.invite)) }
                ForEach(decisions) { decision in
                    Sheet {
                        Versions(decision.what)
                        Plain(decision.state)
                        if decision.onlyMe { Small(here.said["who-only-me"]) }
                        Notes(decision.notes)
                        if let unsettled = decision.unsettled { Note(unsettled) }
                        OtherButton(texts(RoomsText.open)) { model.open(decision) }
                            .accessibilityLabel("\(texts(RoomsText.open)): \(decision.what.versions.map(\.text).joined(separator: " / "))")
                    }
                }
                AddForm(
                    texts(DecisionsText.new), form: form, isReady: Pen(here).text(form, "what") != nil, isMain: true,
                    onKeep: { _ in model.new() }
                ) {
                    FormBox(texts(DecisionsText.what), box: form + "what", lines: 2)
                }
            }
        }
    }
}

struct DecisionScreen: View {
    @State var model: DecisionModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { drawn in
            let decision = drawn.decision
            Page(decision.what.only?.text ?? here.said["versions-two"], under: decision.state) {
                Unsettled(decision.unsettled, "decision", decision.id)
                Notes(decision.notes)
                Written(texts(DecisionsText.what), decision.what, at: spot("what"), isTold: true)
                Heading(texts(DecisionsText.between))
                if decision.options.isEmpty { Plain(texts(DecisionsText.noOptions)) }
                ForEach(decision.options) { OptionSheet(model: model, option: $0, sides: drawn.sides) }
                AddForm(
                    texts(DecisionsText.addOption), form: model.optionForm, isReady: Pen(here).text(model.optionForm, "words") != nil,
                    onKeep: { _ in model.addOption() }
                ) {
                    FormBox(texts(DecisionsText.optionWords), box: model.optionForm + "words", lines: 2)
                    FormChoices(texts(DecisionsText.optionSort), drawn.sorts, box: model.optionForm + "sort")
                }
                DecidedSheet(model: model, decision: decision)
                OnlyMe(decision.onlyMe) { Pen(here).onlyMe("decision", decision.id, $0) }
                QuietButton(texts(RoomsText.earlier)) { model.history() }
                RemoveButton("decision", decision.id)
            }
        }
    }

    private func spot(_ field: String) -> Spot { Spot("decision", model.id, field) }
}

private struct DecidedSheet: View {
    let model: DecisionModel, decision: Decision

    var body: some View {
        let texts = model.here.texts
        let form = model.wordsForm
        Sheet {
            Heading(texts(DecisionsText.decided))
            if decision.chosen.versions.isEmpty {
                Plain(decision.state)
            } else {
                Written(texts(DecisionsText.chosen), decision.chosen, at: spot("chosen"))
            }
            AddForm(
                texts(DecisionsText.inWords), form: form, isReady: Pen(model.here).text(form, "words") != nil,
                onKeep: { _ in model.decideInWords() }
            ) {
                FormBox(texts(DecisionsText.chosen), box: form + "words", lines: 2)
            }
            OtherButton(texts(DecisionsText.notNow)) { model.notNow() }
            Written(texts(DecisionsText.why), decision.why, at: spot("why"))
            Written(texts(DecisionsText.with), decision.with, at: spot("with"), lines: 1)
        }
    }

    private func spot(_ field: String) -> Spot { Spot("decision", decision.id, field) }
}

private struct OptionSheet: View {
    let model: DecisionModel, option: DecisionOption, sides: [Choice]

    var body: some View {
        let texts = model.here.texts
        let form = model.matterForm(option)
        let told = option.words.versions.map(\.text).joined(separator: " / ")
        Sheet {
            Unsettled(option.unsettled, "option", option.id)
            Written(texts(DecisionsText.optionWords), option.words, at: Spot("option", option.id, "words"))
            SmallVersions(option.sort)
            if option.chosen { Plain(texts(DecisionsText.thisOne)).ink(\.ember) }
            if !option.matters.isEmpty { Small(texts(DecisionsText.matters)) }
            ForEach(option.matters) { Matter(matter: $0) }
            AddForm(
                texts(DecisionsText.addMatter), form: form, isReady: Pen(model.here).text(form, "words") != nil,
                said: "\(texts(DecisionsText.addMatter)): \(told)", onKeep: { _ in model.weigh(option) }
            ) {
                FormBox(texts(DecisionsText.matterWords), box: form + "words", lines: 2)
                FormChoices(texts(DecisionsText.matterSide), sides, box: form + "side")
            }
            if !option.chosen {
                OtherButton(texts(DecisionsText.choose)) { model.choose(option) }
                    .accessibilityLabel("\(texts(DecisionsText.choose)): \(told)")
            }
            RemoveButton("option", option.id, about: told)
        }
    }
}

private struct Matter: View {
    let matter: Consideration
    @Environment(Here.self) private var here

    var body: some View {
        let side = matter.side.versions.map(\.text).joined(separator: " / ")
        Unsettled(matter.unsettled, "consideration", matter.id)
        Written(
            side.isEmpty ? here.texts(DecisionsText.matterOne) : side, matter.words, at: Spot("consideration", matter.id, "words")
        )
    }
}
