// Parts of settings: an entrance, one of several, a box for recovery words, long work.

import SwiftUI

/// A way into a screen: its name, and in one line what is behind it or how it stands.
struct Entrance: View {
    let title: String, under: String
    let act: @MainActor () -> Void
    init(_ title: String, _ under: String, _ act: @escaping @MainActor () -> Void) {
        self.title = title
        self.under = under
        self.act = act
    }

    var body: some View {
        Button(action: act) {
            HStack(spacing: 12) {
                VStack(alignment: .leading, spacing: 2) {
                    Text(title).font(.headline)
                    if !under.isEmpty { Small(under) }
                }
                Spacer()
                // It turns with the line; the words say it all.
                Image(systemName: "chevron.forward").accessibilityHidden(true)
            }
            .padding(.horizontal, 18)
            .padding(.vertical, 12)
            .frame(maxWidth: .infinity, minHeight: 64, alignment: .leading)
        }
        .paper(\.card)
        .ink(\.ink)
        .accessibilityLabel(title)
        .accessibilityHint(under)
    }
}

/// One of several that is always one of them.
struct OneOf: View {
    let title: String
    var under: String?
    let isChosen: Bool
    let act: @MainActor () -> Void

    var body: some View {
        Button(action: act) {
            HStack(spacing: 12) {
                Image(systemName: isChosen ? "largecircle.fill.circle" : "circle").accessibilityHidden(true)
                VStack(alignment: .leading, spacing: 2) {
                    Text(title).font(.headline)
                    if let under { Small(under) }
                }
            }
            .padding(.horizontal, 18)
            .padding(.vertical, 12)
            .frame(maxWidth: .infinity, minHeight: 64, alignment: .leading)
        }
        .paper(\.card)
        .ink(\.ink)
        .accessibilityLabel(title)
        .accessibilityHint(under ?? "")
        .accessibilityAddTraits(isChosen ? .isSelected : [])
    }
}

/// A box for recovery words: no keyboard learns from it, corrects it or begins it with a capital.
struct SecretBox: View {
    let ask: String
    @Binding var text: String
    var trouble: String?
    init(_ ask: String, text: Binding<String>, trouble: String? = nil) {
        self.ask = ask
        _text = text
        self.trouble = trouble
    }

    var body: some View {
        WordsBox(ask, text: $text, name: "words", trouble: trouble)
            .autocorrectionDisabled()
            #if !os(macOS)
            .textInputAutocapitalization(.never)
            .keyboardType(.asciiCapable)
            #endif
            .privacySensitive()
            .environment(\.layoutDirection, .leftToRight)
    }
}

/// Long work: how far it is in words and as a bar, and a way to stop it.
struct Working: View {
    let what: String
    let part: Double
    let texts: Texts
    let stop: @MainActor () -> Void
    init(_ what: String, _ part: Double, _ texts: Texts, _ stop: @escaping @MainActor () -> Void) {
        self.what = what
        self.part = part
        self.texts = texts
        self.stop = stop
    }

    var body: some View {
        Sheet(paper: \.sunk) {
            Plain(what)
            if part > 0 {
                let done = texts(SettingsText.part, Int((part * 100).rounded()))
                ProgressView(value: part).accessibilityLabel(what).accessibilityValue(done)
                Small(done)
            }
            Small(texts(SettingsText.working))
            OtherButton(texts(SettingsText.stop), stop)
        }
    }
}

/// Something that is asked a second time, where it was asked first.
struct Sure: View {
    let ask: String, yes: String, no: String
    let act: @MainActor () -> Void
    let leave: @MainActor () -> Void

    var body: some View {
        Note(ask)
        MainButton(yes, act)
        OtherButton(no, leave)
    }
}
