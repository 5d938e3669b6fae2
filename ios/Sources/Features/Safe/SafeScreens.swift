// Keeping the plan safe: the recovery words again, a backup, bringing a plan back.

import Bridge
import SwiftUI

/// The recovery words again.
struct SecretScreen: View {
    @State var model: SecretModel
    @Environment(\.scenePhase) private var phase

    var body: some View {
        let texts = model.here.texts
        Page(texts(SafeText.title), under: texts(SafeText.under)) {
            if let trouble = model.trouble { TroubleLine(trouble) }
            Plain(texts(SafeText.paper))
            if let words = model.words {
                if model.isFresh { Note(texts(SafeText.newMade)) }
                SecretWords(words: words, session: model.here.session)
                MainButton(texts(SafeText.hide)) { model.hide() }
                if model.isFresh { OtherButton(texts(SafeText.thenBackup)) { model.backup() } }
            } else {
                if !model.hasLock { Note(texts(SafeText.noLock)) }
                MainButton(texts(SafeText.show)) { model.show() }
            }
            if model.isAsking {
                Sure(
                    ask: texts(SafeText.newAsk), yes: texts(SafeText.newSure), no: texts(SettingsText.notNow),
                    act: { model.make() }, leave: { model.isAsking = false }
                )
            } else if !model.isFresh {
                OtherButton(texts(SafeText.new)) { model.isAsking = true }
            }
        }
        .onChange(of: phase) { if phase == .background { model.hide() } }
        .onDisappear { model.hide() }
    }
}

/// Making a backup, keeping a copy elsewhere, checking one.
struct BackupScreen: View {
    @State var model: BackupModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            Page(texts(SafeText.backupTitle), under: texts(SafeText.backupUnder)) {
                if let last = drawn.last { Words(last) } else { Note(texts(SafeText.backupNone)) }
                if let trouble = model.making.trouble ?? model.checking.trouble ?? drawn.trouble { TroubleLine(trouble) }
                if model.isMade { Plain(texts(SafeText.backupMade)) }
                ForEach(Array((model.making.said + model.checking.said).enumerated()), id: \.offset) { Plain($0.element) }
                make(isThere: drawn.last != nil)
                if model.papers != nil {
                    Heading(texts(SafeText.backupCheck))
                    Small(texts(SafeText.backupCheckUnder))
                    OtherButton(texts(SafeText.restoreChoose)) { model.check() }
                        .disabled(model.making.isOn || model.checking.isOn)
                }
            }
        }
    }

    @ViewBuilder private func make(isThere: Bool) -> some View {
        let texts = model.here.texts
        if let part = model.making.part ?? model.checking.part {
            Working(texts(model.making.isOn ? SafeText.backupMake : .backupCheck), part, texts) { model.stop() }
        } else if model.isMade, model.papers != nil {
            MainButton(texts(SafeText.backupPut)) { model.put() }
            OtherButton(texts(SafeText.backupMake)) { model.make() }
        } else {
            MainButton(texts(SafeText.backupMake)) { model.make() }
            if isThere, model.papers != nil { OtherButton(texts(SafeText.backupPut)) { model.put() } }
        }
    }
}

/// First a file and its words are looked at; what is in it comes back only after that was said, and only where no plan is.
struct RestoreScreen: View {
    @Bindable var session: Session
    let isPlanHere: Bool

    var body: some View {
        let texts = session.texts
        Page(texts(SafeText.restoreTitle), under: texts(SafeText.restoreUnder)) {
            if isPlanHere { Note(texts(SafeText.restoreHere)) }
            if session.outside.papers == nil {
                Note(texts(SafeText.noFiles))
            } else if let chosen = session.chosen {
                Sheet {
                    Small(texts(SafeText.restoreChosen))
                    Words(chosen.name)
                    OtherButton(texts(SafeText.restoreOther), choose).disabled(isOn)
                }
                SecretBox(texts(SafeText.restoreWords), text: words, trouble: looking.trouble ?? restoring.trouble).disabled(isOn)
                Small(texts(SafeText.restoreWordsUnder))
                ForEach(Array(looking.said.enumerated()), id: \.offset) { Words($0.element) }
                next(chosen.path)
            } else {
                MainButton(texts(SafeText.restoreChoose), choose)
            }
        }
    }

    private var looking: Going { session.goings["look"] }
    private var restoring: Going { session.goings["restore"] }
    private var isOn: Bool { looking.isOn || restoring.isOn }

    /// What was found was found with other words.
    private var words: Binding<String> {
        Binding(get: { session.typedWords }, set: {
            session.typedWords = $0
            looking.read()
            restoring.read()
        })
    }

    @ViewBuilder private func next(_ path: String) -> some View {
        let texts = session.texts
        let wasLooked = !looking.said.isEmpty
        if let part = looking.part ?? restoring.part {
            Working(texts(wasLooked ? SafeText.restoreNow : .restoreLook), part, texts) {
                looking.stop()
                restoring.stop()
            }
        } else if !wasLooked {
            MainButton(texts(SafeText.restoreLook)) { look(path) }.disabled(session.typedWords.isBlank)
        } else if !isPlanHere {
            MainButton(texts(SafeText.restoreNow)) { session.restore() }
        }
    }

    private func look(_ path: String) {
        let (doors, words, looking) = (session.doors, session.typedWords, looking)
        looking.begin({ try await doors.lookAtBackup(backup: path, words: words, work: $0) }) { looking.said = $0.sentences }
    }

    private func choose() {
        session.act {
            guard let chosen = await session.outside.papers?.choose() else { return }
            session.chosen = chosen
            looking.read()
            restoring.read()
        }
    }
}
