// People: who there is, and one of them with what they may do and what they need.

import Bridge
import SwiftUI

/// Everybody, and the ways on from here.
struct PeopleScreen: View {
    @State var model: PeopleModel

    var body: some View {
        let texts = model.here.texts
        let form = PeopleModel.form
        DrawnFrom(model) { people in
            Page(texts(PeopleText.title)) {
                if people.isEmpty { Words(texts(PeopleText.invite)) }
                ForEach(people) { person in
                    let name = person.name.versions.map(\.text).joined(separator: " / ")
                    Sheet {
                        ForEach(Array(person.name.versions.enumerated()), id: \.offset) { Words($0.element.text, isStrong: true) }
                        let about = about(person)
                        if !about.isEmpty { Plain(about) }
                        if let unsettled = person.unsettled { Note(unsettled) }
                        OtherButton(texts(PeopleText.open)) { model.open(person) }
                            .accessibilityLabel(texts(PeopleText.openOne, name))
                    }
                }
                AddForm(texts(PeopleText.new), form: form, isReady: model.isReady, isMain: true, onKeep: { model.add($0) }) {
                    FormBox(texts(PeopleText.name), box: form + "name")
                    FormBox(texts(PeopleText.relation), box: form + "relation")
                    FormBox(texts(PeopleText.number), box: form + "number")
                }
                OtherButton(texts(ShareText.title)) { model.go("sharing") }
                OtherButton(texts(PeopleText.practice)) { model.go("practice") }
                OtherButton(texts(PeopleText.following)) { model.go("following") }
                OtherButton(texts(PeopleText.settings)) { model.go("settings") }
            }
        }
    }

    private func about(_ person: Person) -> String {
        let texts = model.here.texts
        let marks = [
            person.keyWorker ? texts(PeopleText.keyWorker) : nil,
            person.onCard ? texts(PeopleText.onCard) : nil,
            person.authority.contains { !$0.ended } ? texts(PeopleText.mayWrite) : nil,
        ]
        let words = (person.relation.versions + person.role.versions).map(\.text)
        return (words + marks.compactMap { $0 }).joined(separator: " · ")
    }
}

/// One of them.
struct PersonScreen: View {
    @State var model: PersonModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { drawn in
            let person = drawn.person
            let name = person.name.versions.map(\.text).joined(separator: " / ")
            Page(name.isEmpty ? texts(PeopleText.title) : name) {
                Unsettled(person.unsettled, "person", person.id)
                Notes(drawn.entry.notes)
                ForEach(Array(person.number.versions.enumerated()), id: \.offset) { _, number in
                    if number.answered { CallButton(name: name, number: number.text) }
                }
                Sheet {
                    Written(texts(PeopleText.name), person.name, at: spot("name"), isHeading: true, lines: 1)
                    Written(texts(PeopleText.relation), person.relation, at: spot("relation"), lines: 1)
                    Written(texts(PeopleText.role), person.role, at: spot("role"), lines: 1)
                    Written(texts(PeopleText.organisation), drawn.entry.said("organisation"), at: spot("organisation"), lines: 1)
                    Written(texts(PeopleText.number), person.number, at: spot("number"), lines: 1)
                    Written(texts(PeopleText.comments), drawn.entry.said("comments"), at: spot("comments"))
                }
                Switches(drawn: drawn)
                MayWrite(model: model, drawn: drawn)
                Needs(model: model, carer: drawn.carer)
                QuietButton(texts(PeopleText.remove), said: "\(texts(PeopleText.remove)): \(name)") {
                    Pen(here).remove("person", person.id)
                }
            }
        }
    }

    private func spot(_ field: String) -> Spot { Spot("person", model.id, field) }
}

private struct Switches: View {
    let drawn: PersonModel.Drawn
    @Environment(Here.self) private var here

    var body: some View {
        let person = drawn.person
        Sheet {
            one(.emergency, "on_card", person.onCard, under: .emergencyUnder)
            one(.keyWorker, "key_worker", person.keyWorker, under: .keyWorkerUnder)
            one(.carer, "carer", drawn.entry.isOn("carer"), under: .carerUnder)
            one(.interpreter, "interpreter", drawn.entry.isOn("interpreter"))
            OnlyMe(drawn.entry.onlyMe) { Pen(here).onlyMe("person", person.id, $0) }
        }
    }

    @ViewBuilder private func one(_ text: PeopleText, _ field: String, _ isOn: Bool, under: PeopleText? = nil) -> some View {
        let spot = Spot("person", drawn.person.id, field)
        OnOff(here.texts(text), isOn, under: under.map { here.texts($0) }) { Pen(here).turn(spot, $0) }
        if let trouble = Pen(here).trouble(spot.box) { TroubleLine(trouble) }
    }
}

/// By what they may write for the person.
private struct MayWrite: View {
    let model: PersonModel
    let drawn: PersonModel.Drawn

    var body: some View {
        let here = model.here
        let texts = here.texts
        let form = model.authorityForm
        let by = here.drafts[form + "by"]
        Sheet {
            Heading(texts(PeopleText.authority))
            if drawn.person.authority.isEmpty { Plain(texts(PeopleText.authorityNone)) }
            ForEach(drawn.person.authority) { authority in
                FieldWords(texts(PeopleText.authorityBy), authority.by, at: Spot("authority", authority.id, "by"))
                Written(texts(PeopleText.authoritySeen), authority.seenBy, at: Spot("authority", authority.id, "seen_by"), lines: 1)
                if authority.ended {
                    Note(texts(PeopleText.authorityEnded))
                } else {
                    OtherButton(texts(PeopleText.authorityEnd)) { model.end(authority) }
                }
            }
            AddForm(texts(PeopleText.authorityAdd), form: form, isReady: !by.isEmpty, onKeep: { model.addAuthority($0) }) {
                Choices(texts(PeopleText.authorityBy), drawn.by, chosen: by.isEmpty ? nil : by) { here.drafts[form + "by"] = $0 ?? "" }
                FormBox(texts(PeopleText.authoritySeen), box: form + "seen_by")
            }
        }
    }
}

/// What somebody who cares needs themselves.
private struct Needs: View {
    let model: PersonModel
    let carer: Carer?

    var body: some View {
        let here = model.here
        let texts = here.texts
        let form = model.needForm
        Sheet {
            Heading(carer?.heading ?? texts(PeopleText.needs))
            Small(texts(PeopleText.needsUnder))
            ForEach(carer?.needs ?? []) { need in
                Notes(need.notes)
                Written(texts(PeopleText.needsWords), need.words, at: Spot("carer_need", need.id, "words"))
                Written(texts(PeopleText.needsAsked), need.asked, at: Spot("carer_need", need.id, "asked"))
                OnlyMe(need.onlyMe) { Pen(here).onlyMe("carer_need", need.id, $0) }
                QuietButton(texts(PeopleText.remove), said: "\(texts(PeopleText.remove)): \(need.words.versions.map(\.text).joined(separator: " / "))") {
                    Pen(here).remove("carer_need", need.id)
                }
            }
            AddForm(texts(PeopleText.needsAdd), form: form, isReady: Pen(here).text(form, "words") != nil, onKeep: { model.addNeed($0) }) {
                FormBox(texts(PeopleText.needsWords), box: form + "words", lines: 2)
                FormBox(texts(PeopleText.needsAsked), box: form + "asked")
            }
        }
    }
}
