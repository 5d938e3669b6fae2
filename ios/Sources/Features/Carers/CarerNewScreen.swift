// Pairing with a carer: a code, six digits, what they will see.

import Bridge
import SwiftUI

struct CarerNewScreen: View {
    @State var model: CarerNewModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            if let invitation = drawn.invitation, let choice = model.choice {
                WhatTheySee(model: model, drawn: drawn, invitation: invitation, choice: choice)
            } else {
                Page(texts(CarersText.pair)) {
                    if let trouble = model.trouble { TroubleLine(trouble) }
                    if let invitation = drawn.invitation {
                        OnTheWay(model: model, invitation: invitation, code: drawn.code)
                    } else {
                        if model.id != nil { Note(texts(CarersText.over)) }
                        Plain(texts(CarersText.what))
                        Plain(texts(CarersText.together))
                        if drawn.hasHost {
                            HostAsked(model.inviting, texts) { MainButton(texts(CarersText.makeCode)) { model.begin() } }
                        } else {
                            NeedsHost(here: model.here)
                        }
                    }
                }
            }
        }
        .task { model.come() }
    }
}

/// Nobody has answered yet, or the digits are to be compared.
private struct OnTheWay: View {
    let model: CarerNewModel
    let invitation: CarerInvitation
    let code: Code?

    var body: some View {
        let texts = model.here.texts
        if !invitation.name.isEmpty { Words(invitation.name, isStrong: true) }
        PlainLines(invitation.lines)
        if let digits = invitation.digits {
            SixDigits(digits, texts)
            HostAsked(model.refusing, texts) {
                SameOrNot(texts: texts, same: { model.same() }, differ: { model.refuse(.differed) })
            }
        } else {
            if let code {
                KeyCode(code, texts)
                Small(texts(CarersText.sendKey))
                if model.here.outside.sharer != nil { OtherButton(texts(CarersText.send)) { model.send(invitation.text) } }
                if model.here.outside.copier != nil { QuietButton(texts(CarersText.copy)) { model.copy(invitation.text) } }
            }
            HostAsked(model.looking, texts) {
                if !model.looking.said.isEmpty { Sheet(paper: \.sunk) { PlainLines(model.looking.said) } }
                MainButton(texts(CarersText.look)) { model.look() }
            }
            HostAsked(model.refusing, texts) { QuietButton(texts(CarersText.giveUp)) { model.refuse(.gaveUp) } }
        }
    }
}

/// Just what the carer will see, and what can't be undone, before it is made.
private struct WhatTheySee: View {
    let model: CarerNewModel
    let drawn: CarerNewModel.Drawn
    let invitation: CarerInvitation
    let choice: ShareChoice

    var body: some View {
        let texts = model.here.texts
        let name = invitation.name
        Page(texts(CarersText.previewTitle, name)) {
            if let trouble = model.trouble { TroubleLine(trouble) }
            Sheet {
                Heading(texts(CarersText.choose))
                ForEach(drawn.sections, id: \.section) { one in
                    OnOff(one.title, choice.sections.contains(one.section)) { model.turn(one.section, $0) }
                }
            }
            if let preview = model.preview {
                ForEach(Array(preview.front.enumerated()), id: \.offset) { Plain($0.element) }
                ForEach(Array(preview.sections.enumerated()), id: \.offset) { SharedSectionView(section: $0.element, texts: texts) }
                Heading(texts(CarersText.undone))
                Notes(preview.cannotBeUndone)
                if !drawn.people.isEmpty { Who(model: model, people: drawn.people, name: name) }
                HostAsked(model.making, texts) {
                    if model.making.trouble == nil {
                        MainButton(texts(CarersText.make, name)) { model.make(name) }
                    } else {
                        MainButton(texts(CarersText.lookAgain)) { model.lookAgain() }
                    }
                }
            }
            HostAsked(model.refusing, texts) { QuietButton(texts(CarersText.giveUp)) { model.refuse(.gaveUp) } }
        }
    }
}

/// Who the carer is among the people of the plan.
private struct Who: View {
    let model: CarerNewModel
    let people: [Person]
    let name: String

    var body: some View {
        let texts = model.here.texts
        Heading(texts(CarersText.whoIs, name))
        OneOf(title: texts(CarersText.somebodyNew), under: name, isChosen: model.person == nil) { model.person = nil }
        ForEach(people) { one in
            OneOf(
                title: one.name.versions.map(\.text).joined(separator: " / "),
                under: one.relation.versions.map(\.text).joined(separator: " / "), isChosen: model.person == one.id
            ) { model.person = one.id }
        }
    }
}
