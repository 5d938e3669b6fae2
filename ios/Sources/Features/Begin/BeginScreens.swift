// The first run, the recovery words, and a plan that does not open. Here no plan is open: they draw from the session.

import Bridge
import SwiftUI

/// While the plan opens: the card is reached all the same, and its page has the number to dial.
struct OpeningScreen: View {
    let session: Session

    var body: some View {
        ZStack(alignment: .bottom) {
            EmptyPage()
            OtherButton(session.texts(BeginText.troubleCard)) { session.aside.append(.card) }.padding(Tokens.side)
        }
    }
}

/// First run: a name, and nothing else.
struct FirstRunScreen: View {
    @Bindable var session: Session

    var body: some View {
        let texts = session.texts
        Page(texts(BeginText.firstTitle), under: texts(BeginText.firstUnder)) {
            WordsBox(texts(BeginText.firstAsk), text: $session.typed, name: "name", trouble: session.trouble, lines: 1)
                .onSubmit(begin)
            MainButton(texts(BeginText.firstBegin), begin)
            OtherButton(texts(BeginText.restore)) { session.aside.append(.restore) }
            if let safety = session.safety { SafetyLine(safety.lifeAtRisk) }
        }
    }

    private func begin() {
        session.act { await session.begin() }
    }
}

/// The twelve words, once after the first run.
struct RecoveryWordsScreen: View {
    let words: [String]
    let session: Session

    var body: some View {
        let texts = session.texts
        Page(texts(BeginText.wordsTitle), under: texts(BeginText.wordsUnder)) {
            SecretWords(words: words, session: session)
            MainButton(texts(BeginText.wordsWritten)) { session.wordsSeen() }
            QuietButton(texts(BeginText.wordsLater)) { session.wordsSeen() }
        }
    }
}

/// Recovery words as they are written down. Not while the screen is recorded or stands on another screen too.
struct SecretWords: View {
    let words: [String]
    let session: Session
    #if os(macOS)
    private let isWatched = false
    #else
    @Environment(\.isSceneCaptured) private var isWatched
    #endif

    var body: some View {
        if isWatched {
            Note(session.texts(BeginText.wordsWatched))
        } else {
            Sheet {
                ForEach(Array(words.enumerated()), id: \.offset) {
                    Text("\($0.offset + 1). \($0.element)").font(.title3).accessibilityIdentifier("word")
                }
            }
            .privacySensitive()
            // They are of one language, whichever is spoken.
            .environment(\.layoutDirection, .leftToRight)
        }
    }
}

/// The plan did not open: why, what to do, and the card meanwhile. Never an empty plan.
struct TroubleScreen: View {
    let fault: Fault
    @Bindable var session: Session

    var body: some View {
        let texts = session.texts
        Page(texts(BeginText.troubleTitle)) {
            TroubleLine(fault.sentence)
            switch fault.remedy {
            case .needsWords, .wrongWords:
                SecretBox(texts(BeginText.troubleWords), text: $session.typedWords)
                MainButton(texts(BeginText.troubleOpen)) {
                    session.act { if session.typedWords.isBlank { await session.openAgain() } else { await session.openWithWords() } }
                }
            case .maySetAside:
                OtherButton(texts(BeginText.troubleAside)) { session.act { await session.setAside() } }
            default:
                MainButton(texts(CoreText.tryAgain)) { session.act { await session.openAgain() } }
            }
            OtherButton(texts(BeginText.troubleCard)) { session.aside.append(.card) }
            if let safety = session.safety { SafetyLine(safety.lifeAtRisk) }
        }
    }
}

/// Locked by the person's own choice: nothing of the plan is drawn; the card is one touch away.
struct LockedScreen: View {
    let session: Session

    var body: some View {
        let texts = session.texts
        Page(texts(BeginText.lockedTitle)) {
            MainButton(texts(BeginText.lockedOpen)) {
                session.act { await session.lock.open(texts(BeginText.lockedOpen)) }
            }
            OtherButton(texts(BeginText.troubleCard)) { session.aside.append(.card) }
            if let safety = session.safety { SafetyLine(safety.lifeAtRisk) }
        }
    }
}
