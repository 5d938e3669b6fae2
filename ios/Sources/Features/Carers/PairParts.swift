// Parts of pairing: a code that is a key, the six digits, what was scanned or pasted, and asking a host.

import Bridge
import SwiftUI

/// A code for the other phone that is a key.
struct KeyCode: View {
    let code: Code
    let texts: Texts

    init(_ code: Code, _ texts: Texts) {
        self.code = code
        self.texts = texts
    }

    var body: some View {
        Key(texts) { CodeView(code, said: texts(CarersText.codeSaid)) }
    }
}

/// The six digits, to be read out: one by one to a screen reader, and at once when they come.
struct SixDigits: View {
    let digits: String
    let texts: Texts

    init(_ digits: String, _ texts: Texts) {
        self.digits = digits
        self.texts = texts
    }

    var body: some View {
        let said = texts(CarersText.digitsSaid, digits.filter { !$0.isWhitespace }.map(String.init).joined(separator: " "))
        // Digits run from the left in every language.
        Text(verbatim: "\u{2066}\(digits)\u{2069}")
            .font(.system(.largeTitle, weight: .bold).monospacedDigit())
            .frame(maxWidth: .infinity)
            .padding(18)
            .paper(\.emberSoft)
            .ink(\.onEmberSoft)
            .accessibilityLabel(said)
            .onChange(of: said, initial: true) { AccessibilityNotification.Announcement(said).post() }
    }
}

/// The same on both phones, or somebody is in between.
struct SameOrNot: View {
    let texts: Texts
    let same: @MainActor () -> Void
    let differ: @MainActor () -> Void

    var body: some View {
        MainButton(texts(CarersText.same), same)
        OtherButton(texts(CarersText.differ), differ)
    }
}

/// A box for what another phone shows; where there is a camera, a button that scans it first. What is in it may be a key: no
/// keyboard learns from it.
struct ScanOrPaste: View {
    let ask: String, name: String, button: String
    /// This phone has a camera part.
    let hasScanner: Bool
    let scan: @MainActor () -> Void
    @Binding var text: String
    var trouble: String?

    var body: some View {
        if hasScanner { MainButton(button, scan) }
        WordsBox(ask, text: $text, name: name, trouble: trouble)
            .autocorrectionDisabled()
            #if !os(macOS)
            .textInputAutocapitalization(.never)
            .keyboardType(.URL)
            #endif
            .privacySensitive()
    }
}

/// What asks a host: that it asks, and that it may be left; else what it is asked by. What went wrong stays until it is asked again.
struct HostAsked<C: View>: View {
    let going: Going
    let texts: Texts
    var doing: CarersText
    var under: CarersText
    @ViewBuilder let content: () -> C

    init(
        _ going: Going, _ texts: Texts, doing: CarersText = .asking, under: CarersText = .mayLeave,
        @ViewBuilder content: @escaping () -> C
    ) {
        self.going = going
        self.texts = texts
        self.doing = doing
        self.under = under
        self.content = content
    }

    var body: some View {
        if let trouble = going.trouble { TroubleLine(trouble) }
        if going.isOn {
            Sheet(paper: \.sunk) {
                Plain(texts(doing))
                Small(texts(under))
            }
        } else {
            content()
        }
    }
}

/// Lines of the core, one below the other.
struct PlainLines: View {
    let lines: [String]
    init(_ lines: [String]) { self.lines = lines }
    var body: some View { ForEach(Array(lines.enumerated()), id: \.offset) { Plain($0.element) } }
}

/// A section as somebody else reads it: text, never markup, and the words large.
struct SharedSectionView: View {
    let section: SharedSection
    let texts: Texts

    var body: some View {
        Sheet {
            Heading(section.title)
            if section.lines.isEmpty { Plain(texts(CarersText.nothingIn)) }
            ForEach(Array(section.lines.enumerated()), id: \.offset) { Words($0.element) }
        }
    }
}

extension Here {
    /// The mail is asked for by the screens that wait for it. What it says is told on Today too, where it stays until it is read.
    func look(_ going: Going) {
        let plan = plan
        going.begin({ _ in try await plan.deliverMail() }) { [self] came in
            going.said = came.sentences
            if came.suggestions + came.changes > 0 { mail.tell(came.sentences) }
            changed()
        }
    }
}
