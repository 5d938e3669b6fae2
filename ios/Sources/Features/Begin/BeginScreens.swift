// The first run, the recovery words, and a plan that does not open. Here no plan is open: they draw from the session.

import Bridge
import SwiftUI

/// First run: a name, and nothing else.
struct FirstRunScreen: View {
    @Bindable var session: Session
    var onRestore: (@MainActor () -> Void)?

    var body: some View {
        let texts = session.texts
        Page(texts(BeginText.firstTitle), under: texts(BeginText.firstUnder)) {
            WordsBox(texts(BeginText.firstAsk), text: $session.typed, name: "name", trouble: session.trouble, lines: 1)
                .onSubmit(begin)
            MainButton(texts(BeginText.firstBegin), begin)
            if let onRestore { OtherButton(texts(BeginText.restore), onRestore) }
            if let safety = session.safety { SafetyLine(safety.lifeAtRisk) }
        }
    }

    private func begin() {
        Task { await session.begin() }
    }
}

/// The twelve words, once after the first run.
struct RecoveryWordsScreen: View {
    let words: [String]
    let session: Session

    var body: some View {
        let texts = session.texts
        Page(texts(BeginText.wordsTitle), under: texts(BeginText.wordsUnder)) {
            Sheet {
                ForEach(Array(words.enumerated()), id: \.offset) { Words("\($0.offset + 1). \($0.element)") }
            }
            // Not in the app switcher, and not in what is shown to somebody else's screen.
            .privacySensitive()
            MainButton(texts(BeginText.wordsWritten)) { session.wordsSeen() }
            QuietButton(texts(BeginText.wordsLater)) { session.wordsSeen() }
        }
    }
}

/// The plan did not open: why, what to do, and the card meanwhile. Never an empty plan.
struct TroubleScreen: View {
    let fault: Fault
    @Bindable var session: Session
    var onCard: (@MainActor () -> Void)?

    var body: some View {
        let texts = session.texts
        Page(texts(BeginText.troubleTitle)) {
            TroubleLine(fault.sentence)
            switch fault.remedy {
            case .needsWords, .wrongWords:
                WordsBox(texts(BeginText.troubleWords), text: $session.typed, name: "words").privacySensitive()
                MainButton(texts(BeginText.troubleOpen)) { Task { await session.openWithWords() } }
            case .maySetAside:
                OtherButton(texts(BeginText.troubleAside)) { Task { await session.setAside() } }
            default:
                MainButton(texts(CoreText.tryAgain)) { Task { await session.openAgain() } }
            }
            if let onCard { OtherButton(texts(BeginText.troubleCard), onCard) }
            if let safety = session.safety { SafetyLine(safety.lifeAtRisk) }
        }
    }
}
