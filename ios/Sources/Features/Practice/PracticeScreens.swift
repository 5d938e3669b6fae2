// The practice: the link, how it stands, what could not be sent.

import Bridge
import SwiftUI

/// The practice: not linked, begun, linked, or to be linked again.
struct PracticeScreen: View {
    @State var model: PracticeModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { practice in
            let said = model.ending.said + model.linking.said + model.stepping.said
            Page(texts(PracticeText.title)) {
                if let trouble = model.ending.trouble ?? model.stepping.trouble { TroubleLine(trouble) }
                if !practice.name.isEmpty { Words(practice.name, isStrong: true) }
                if !practice.lines.isEmpty {
                    Sheet { ForEach(Array(practice.lines.enumerated()), id: \.offset) { Plain($0.element) } }
                }
                if !said.isEmpty {
                    Sheet {
                        Small(texts(PracticeText.result))
                        ForEach(Array(said.enumerated()), id: \.offset) { Plain($0.element) }
                    }
                }
                if practice.standing == .linked {
                    Linked(model: model, practice: practice)
                } else {
                    NotLinked(model: model, isAgain: practice.standing == .linkAgain)
                }
                // Whoever gave away the phone, or lost faith in the practice, ends it here in either state.
                if !practice.name.isEmpty { End(model: model) }
            }
        }
    }
}

private struct Linked: View {
    let model: PracticeModel, practice: Practice

    var body: some View {
        let texts = model.here.texts
        if let part = model.stepping.part {
            Working(texts(PracticeText.stepping), part, texts) { model.stepping.stop() }
        } else {
            MainButton(texts(PracticeText.step)) { model.step() }
        }
        if !practice.troubles.isEmpty { OtherButton(texts(PracticeText.troubles)) { model.troubles() } }
        if !practice.notAllowed.isEmpty {
            Heading(texts(PracticeText.notAllowed))
            Notes(practice.notAllowed)
        }
        WhatGoes(texts: texts)
    }
}

private struct NotLinked: View {
    let model: PracticeModel, isAgain: Bool

    var body: some View {
        let texts = model.here.texts
        let drafts = model.here.drafts
        let form = PracticeModel.form
        WhatGoes(texts: texts)
        WordsBox(
            texts(PracticeText.name), text: Binding(get: { drafts[form + "name"] }, set: { model.name($0) }),
            name: form + "name", trouble: model.nameTrouble, lines: 1
        )
        WordsBox(
            texts(PracticeText.address), text: Binding(get: { drafts[form + "address"] }, set: { model.address($0) }),
            name: form + "address", trouble: model.linking.trouble, lines: 1
        )
        .autocorrectionDisabled()
        #if !os(macOS)
        .textInputAutocapitalization(.never)
        .keyboardType(.URL)
        #endif
        if model.linking.isOn {
            Plain(texts(PracticeText.asking))
        } else {
            MainButton(texts(isAgain ? PracticeText.again : .link)) { model.link() }
        }
        Small(texts(PracticeText.linkUnder))
    }
}

/// Said before a link is made, and while there is one.
private struct WhatGoes: View {
    let texts: Texts

    var body: some View {
        Heading(texts(PracticeText.goes))
        Plain(texts(PracticeText.goesWords))
        Heading(texts(PracticeText.never))
        Plain(texts(PracticeText.neverWords))
        Plain(texts(PracticeText.comes))
    }
}

private struct End: View {
    let model: PracticeModel

    var body: some View {
        let texts = model.here.texts
        if model.isEnding {
            Sure(
                ask: texts(PracticeText.endAsk), yes: texts(PracticeText.endSure), no: texts(SettingsText.notNow),
                act: { model.end() }, leave: { model.isEnding = false }
            )
        } else {
            OtherButton(texts(PracticeText.end)) { model.isEnding = true }.disabled(model.stepping.isOn || model.ending.isOn)
        }
    }
}

/// What is not in step: what it is, why, and sending it again.
struct NotSentScreen: View {
    @State var model: NotSentModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { these in
            Page(texts(PracticeText.notSentTitle), under: these.isEmpty ? nil : texts(PracticeText.notSentUnder)) {
                if these.isEmpty { Plain(texts(PracticeText.notSentNone)) }
                ForEach(Array(these.enumerated()), id: \.offset) { _, one in
                    Sheet {
                        Small(one.line?.heading ?? texts(PracticeText.notSentTheirs))
                        ForEach(Array((one.line?.words ?? []).enumerated()), id: \.offset) { Words($0.element) }
                        Plain(one.trouble.sentence)
                        if one.trouble.sendAgain { OtherButton(texts(PracticeText.notSentAgain)) { model.again(one.trouble) } }
                    }
                }
            }
        }
    }
}
