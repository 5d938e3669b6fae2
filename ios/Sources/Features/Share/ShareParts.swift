// Parts of sharing: what is chosen, just what would be seen, a key on the screen.

import Bridge
import SwiftUI

/// What they may see.
struct SectionTicks: View {
    let sections: [NamedSection], choosing: Choosing

    var body: some View {
        Sheet {
            Heading(choosing.here.texts(ShareText.what))
            ForEach(sections, id: \.section) { one in
                OnOff(one.title, choosing.isTicked(one.section)) { choosing.tick(one.section, $0) }
            }
        }
    }
}

/// Until when.
struct UntilChoices: View {
    let choosing: Choosing

    var body: some View {
        let texts = choosing.here.texts
        VStack(alignment: .leading, spacing: 8) {
            Heading(texts(ShareText.until))
            ForEach(Until.allCases, id: \.self) { one in
                OneOf(title: texts(one.text), isChosen: choosing.until == one) { choosing.until = one }
            }
            if choosing.until == .date { DayBoxes(texts(ShareText.untilDay), box: choosing.form + "day") }
        }
    }
}

/// A link alone opens nothing, where this is on.
struct PasscodeSwitch: View {
    let choosing: Choosing
    var body: some View {
        let texts = choosing.here.texts
        OnOff(texts(ShareText.passcode), choosing.isOn("passcode"), under: texts(ShareText.passcodeUnder)) {
            choosing.turn("passcode", $0)
        }
    }
}

/// All of it, as whoever opens the link reads it, and what can't be undone. Text of others stands in it as text.
struct PreviewWords: View {
    let preview: SharePreview, texts: Texts

    var body: some View {
        Heading(texts(ShareText.previewTitle))
        Sheet(line: \.line) {
            ForEach(Array(preview.front.enumerated()), id: \.offset) { Small($0.element) }
            if preview.sections.isEmpty { Plain(texts(ShareText.previewNothing)) }
            ForEach(Array(preview.sections.enumerated()), id: \.offset) { _, section in
                Heading(section.title)
                ForEach(Array(section.lines.enumerated()), id: \.offset) { Words($0.element) }
            }
        }
        Plain(preview.ends)
        Heading(texts(ShareText.cannotUndo))
        Notes(preview.cannotBeUndone)
    }
}

/// What asks a host: that it does, what came of it.
struct Asking: View {
    let going: Going, texts: Texts
    init(_ going: Going, _ texts: Texts) {
        self.going = going
        self.texts = texts
    }
    var body: some View {
        if going.isOn { Plain(texts(ShareText.asking)) }
        if let trouble = going.trouble { TroubleLine(trouble) }
        ForEach(Array(going.said.enumerated()), id: \.offset) { Plain($0.element) }
    }
}

/// A key: a link's code, a passcode. Not while the screen is recorded or stands on another screen too.
struct Key<C: View>: View {
    let texts: Texts
    @ViewBuilder let content: () -> C
    #if os(macOS)
    private let isWatched = false
    #else
    @Environment(\.isSceneCaptured) private var isWatched
    #endif

    init(_ texts: Texts, @ViewBuilder content: @escaping () -> C) {
        self.texts = texts
        self.content = content
    }

    var body: some View {
        if isWatched {
            Note(texts(ShareText.watched))
        } else {
            VStack(alignment: .leading, spacing: 14) { content() }
                .frame(maxWidth: .infinity, alignment: .leading)
                .privacySensitive()
        }
    }
}

/// A passcode, large, read out sign by sign.
struct Passcode: View {
    let ask: String, passcode: String

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Small(ask)
            Text(passcode).font(.system(.largeTitle, weight: .semibold))
                .environment(\.layoutDirection, .leftToRight)
                .accessibilityLabel(passcode.map(String.init).joined(separator: " "))
                .accessibilityIdentifier("passcode")
        }
    }
}
