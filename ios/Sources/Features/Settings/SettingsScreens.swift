// Settings: the list, the screen lock, the language, what is only the person's, their phones.

import Bridge
import SwiftUI

/// Everything that is set.
struct SettingsScreen: View {
    @State var model: LanguageModel
    @State var byItself: ByItselfModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { drawn in
            Page(texts(SettingsText.title)) {
                Entrance(texts(SettingsText.words), texts(SettingsText.wordsUnder)) { here.way.go("settings-words") }
                Entrance(texts(SettingsText.backup), texts(SettingsText.backupUnder)) { here.way.go("settings-backup") }
                Entrance(texts(SettingsText.restore), texts(SettingsText.restoreUnder)) { here.way.go("settings-restore") }
                Entrance(texts(SettingsText.onlyMe), texts(SettingsText.onlyMeUnder)) { here.way.go("settings-only-me") }
                Entrance(texts(SettingsText.lock), texts(here.outside.choices.lock ? SettingsText.lockOn : .lockOff)) {
                    here.way.go("settings-lock")
                }
                Entrance(texts(SettingsText.language), drawn.now.ownName) { here.way.go("settings-language") }
                Entrance(texts(SettingsText.phones), texts(SettingsText.phonesUnder)) { here.way.go("settings-phones") }
                ByItself(model: byItself)
            }
        }
    }
}

/// What this phone does by itself.
private struct ByItself: View {
    let model: ByItselfModel

    var body: some View {
        let texts = model.here.texts
        Heading(texts(SettingsText.byItself))
        Sheet {
            OnOff(texts(SettingsText.reminders), model.reminders, under: texts(SettingsText.remindersUnder)) { model.remind($0) }
            if model.isNotAllowed {
                TroubleLine(texts(SettingsText.remindersNot))
                OtherButton(texts(SettingsText.ofPhone)) { model.openPhone() }
            }
            OnOff(texts(SettingsText.wifi), model.wifiOnly, under: texts(SettingsText.wifiUnder)) { model.useWifiOnly($0) }
            OnOff(texts(SettingsText.widget), model.widgetLines, under: texts(SettingsText.widgetUnder)) { model.showLines($0) }
        }
    }
}

/// The screen lock.
struct LockScreen: View {
    @State var model: LockModel

    var body: some View {
        let texts = model.here.texts
        Page(texts(SettingsText.lockTitle), under: texts(SettingsText.lockUnder)) {
            if !model.can { Note(texts(SettingsText.lockNone)) }
            Sheet { OnOff(texts(SettingsText.lockSwitch), model.isOn) { model.turn($0) } }.disabled(!model.can)
            if let trouble = model.trouble { TroubleLine(trouble) }
            Plain(texts(SettingsText.lockCard))
        }
    }
}

/// Which language Hearth speaks: each by its own name.
struct LanguageScreen: View {
    @State var model: LanguageModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            Page(texts(SettingsText.languageTitle), under: texts(SettingsText.languageUnder)) {
                ForEach(drawn.all, id: \.tag) { one in
                    OneOf(
                        title: one.ownName, under: one.reviewed ? nil : texts(SettingsText.languageNotReviewed),
                        isChosen: one.tag == drawn.now.tag
                    ) { model.speak(one) }
                }
            }
        }
    }
}

/// What is "only me", and everything that could be.
struct OnlyMeScreen: View {
    @State var model: OnlyMeModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { lines in
            let marked = lines.filter(\.onlyMe)
            Page(texts(SettingsText.onlyTitle), under: texts(SettingsText.onlyUnder)) {
                Heading(texts(SettingsText.onlyNow))
                if marked.isEmpty { Plain(texts(SettingsText.onlyNone)) }
                ForEach(marked) { line in Marked(line: line, button: texts(SettingsText.onlyTake)) { model.mark(line, false) } }
                if marked.isEmpty || marked.count < lines.count {
                    Heading(texts(SettingsText.onlyRest))
                    Small(texts(lines.isEmpty ? SettingsText.onlyEmpty : .onlyRestUnder))
                }
                // A long plan is not drawn all at once: a heading opens what is under it.
                ForEach(grouped(lines.filter { !$0.onlyMe })) { group in
                    Entrance(texts(SettingsText.onlyMany, group.heading, group.lines.count), group.first) {
                        model.open = model.open == group.heading ? nil : group.heading
                    }
                    if model.open == group.heading {
                        ForEach(group.lines) { line in Marked(line: line, button: texts(SettingsText.onlyPut)) { model.mark(line, true) } }
                    }
                }
            }
        }
    }

    private struct Group: Identifiable {
        let heading: String
        var lines: [EntryLine]
        var id: String { heading }
        var first: String { String(lines.first?.words.first?.prefix { !$0.isNewline } ?? "") }
    }

    private func grouped(_ lines: [EntryLine]) -> [Group] {
        var groups: [Group] = []
        for line in lines {
            if let at = groups.firstIndex(where: { $0.heading == line.heading }) {
                groups[at].lines.append(line)
            } else {
                groups.append(Group(heading: line.heading, lines: [line]))
            }
        }
        return groups
    }
}

private struct Marked: View {
    let line: EntryLine, button: String
    let act: @MainActor () -> Void
    @Environment(Here.self) private var here

    var body: some View {
        Sheet {
            Small(line.heading)
            if line.words.isEmpty { Plain(here.texts(SettingsText.onlyWordless)) }
            ForEach(Array(line.words.enumerated()), id: \.offset) { Words($0.element) }
            if line.words.count > 1 { Small(here.said["versions-two"]) }
            OtherButton(button, act)
        }
    }
}

/// The person's own phones: this one first.
struct PhonesScreen: View {
    @State var model: PhonesModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { phones in
            Page(texts(SettingsText.phonesTitle), under: texts(SettingsText.phonesAll)) {
                if let trouble = model.trouble { TroubleLine(trouble) }
                ForEach(phones) { phone in
                    Sheet {
                        Words(phone.name)
                        if phone.thisPhone { Small(texts(SettingsText.phonesThis)) }
                        Small(phone.ended ?? texts(SettingsText.phonesSince, phone.since))
                        if !phone.thisPhone, phone.ended == nil { remove(phone) }
                    }
                }
                if phones.count == 1 { Plain(texts(SettingsText.phonesOnlyThis)) }
                OtherButton(texts(CarersText.phoneNew)) { model.here.way.go("phone-new") }
                if model.asking == .lost {
                    Sure(
                        ask: texts(SettingsText.phonesLostAsk), yes: texts(SettingsText.phonesLostSure),
                        no: texts(SettingsText.notNow), act: { model.lost() }, leave: { model.asking = nil }
                    )
                } else {
                    OtherButton(texts(SettingsText.phonesLost)) { model.asking = .lost }
                }
            }
        }
    }

    @ViewBuilder private func remove(_ phone: Phone) -> some View {
        let texts = model.here.texts
        if model.asking == .remove(phone.id) {
            Sure(
                ask: texts(SettingsText.phonesRemoveAsk), yes: texts(SettingsText.phonesRemoveSure),
                no: texts(SettingsText.notNow), act: { model.remove(phone) }, leave: { model.asking = nil }
            )
        } else {
            OtherButton(texts(SettingsText.phonesRemove)) { model.asking = .remove(phone.id) }
        }
    }
}
