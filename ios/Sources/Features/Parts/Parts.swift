// The parts that every screen is made of. None keeps anything; none asks the plan.

import Bridge
import SwiftUI

/// A page: a title that is a heading, what lies under it, all of it scrolled together.
struct Page<C: View>: View {
    let title: String
    var under: String?
    @ViewBuilder let content: C

    init(_ title: String, under: String? = nil, @ViewBuilder content: () -> C) {
        self.title = title
        self.under = under
        self.content = content()
    }

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 14) {
                VStack(alignment: .leading, spacing: 4) {
                    Text(title).font(.system(.title, weight: .semibold)).accessibilityAddTraits(.isHeader)
                    if let under { Small(under) }
                }
                content
            }
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(.horizontal, Tokens.side)
            .padding(.vertical, 20)
        }
        .paper(\.paper, corner: 0)
        .ink(\.ink)
    }
}

/// A heading over a part of a page.
struct Heading: View {
    let text: String
    init(_ text: String) { self.text = text }
    var body: some View { Text(text).font(.system(.title3, weight: .semibold)).accessibilityAddTraits(.isHeader) }
}

/// The app's own words: the smallest.
struct Small: View {
    let text: String
    init(_ text: String) { self.text = text }
    var body: some View { Text(text).font(.footnote).ink(\.soft) }
}

/// Plain text.
struct Plain: View {
    let text: String
    init(_ text: String) { self.text = text }
    var body: some View { Text(text).font(.body) }
}

/// The person's own words: the largest thing. `isStrong` where they head a sheet.
struct Words: View {
    let text: String
    var isStrong = false
    init(_ text: String, isStrong: Bool = false) {
        self.text = text
        self.isStrong = isStrong
    }
    var body: some View { Text(text).font(.system(.title3, weight: isStrong ? .semibold : .regular)).textSelection(.enabled) }
}

/// A card on the paper.
struct Sheet<C: View>: View {
    var paper: KeyPath<Tokens, UInt32> = \.card
    var ink: KeyPath<Tokens, UInt32> = \.ink
    var line: KeyPath<Tokens, UInt32>?
    var isDashed = false
    @ViewBuilder let content: () -> C

    var body: some View {
        VStack(alignment: .leading, spacing: 8) { content() }
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(18)
            .paper(paper, line: line, isDashed: isDashed)
            .ink(ink)
    }
}

/// The one thing to do next.
struct MainButton: View {
    let text: String
    let act: @MainActor () -> Void
    init(_ text: String, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.act = act
    }
    var body: some View {
        Button(action: act) {
            Text(text).font(.headline).multilineTextAlignment(.center)
                .frame(maxWidth: .infinity, minHeight: Tokens.touch).padding(.horizontal, 20)
        }
        .paper(\.ember, corner: 18)
        .ink(\.onEmber)
    }
}

/// Another thing to do.
struct OtherButton: View {
    let text: String
    let act: @MainActor () -> Void
    init(_ text: String, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.act = act
    }
    var body: some View {
        Button(action: act) {
            Text(text).font(.headline).multilineTextAlignment(.center)
                .frame(maxWidth: .infinity, minHeight: Tokens.touch).padding(.horizontal, 20)
        }
        .paper(\.paper, corner: 18, line: \.line)
        .ink(\.ember)
    }
}

/// A quiet thing to do. `said`: what a screen reader says, where the text alone is not enough.
struct QuietButton: View {
    let text: String
    var said: String?
    let act: @MainActor () -> Void
    init(_ text: String, said: String? = nil, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.said = said
        self.act = act
    }
    var body: some View {
        Button(action: act) { Text(text).font(.headline).frame(minHeight: 48) }
            .ink(\.ember)
            .accessibilityLabel(said ?? text)
    }
}

/// Dials: the name first, then the number; nothing is asked before.
struct CallButton: View {
    let name: String, number: String
    // Not `Here`: the card dials where no plan is open.
    @Environment(Session.self) private var session

    var body: some View {
        Button {
            let digits = number.filter { $0.isNumber || $0 == "+" || $0 == "*" || $0 == "#" }
            guard let address = URL(string: "tel:\(digits)") else { return }
            session.act { [session] in _ = await session.outside.opener.open(address) }
        } label: {
            VStack {
                Text(name).font(.headline)
                // A number is read from left to right in every language: turned round, it dials in nobody's head.
                if number != name { Text("\u{2066}\(number)\u{2069}").font(.title3) }
            }
            .frame(maxWidth: .infinity, minHeight: 64)
        }
        .paper(\.call, corner: 18)
        .ink(\.onCall)
        .accessibilityLabel("\(name), \(number)")
    }
}

/// A box for words, with its question above it. What went wrong stands beside it.
struct WordsBox: View {
    let ask: String
    @Binding var text: String
    var name: String
    var trouble: String?
    var lines = 2

    init(_ ask: String, text: Binding<String>, name: String, trouble: String? = nil, lines: Int = 2) {
        self.ask = ask
        _text = text
        self.name = name
        self.trouble = trouble
        self.lines = lines
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Plain(ask).accessibilityHidden(true)
            Group {
                // One line: the return key is for going on. More: for a new line.
                if lines == 1 {
                    TextField("", text: $text)
                } else {
                    TextField("", text: $text, axis: .vertical).lineLimit(nil)
                }
            }
            .accessibilityLabel(ask)
            .accessibilityHint(trouble ?? "")
            .accessibilityIdentifier(name)
            .font(.title3)
            .padding(14)
            .frame(minHeight: lines == 1 ? Tokens.touch : 96, alignment: .topLeading)
            .paper(\.card, corner: 16, line: trouble == nil ? \.line : \.onRed)
            if let trouble { TroubleLine(trouble) }
        }
    }
}

/// Nothing is here yet: an invitation and one thing to do.
struct Invitation: View {
    let invite: String, button: String
    let act: @MainActor () -> Void
    init(_ invite: String, _ button: String, _ act: @escaping @MainActor () -> Void) {
        self.invite = invite
        self.button = button
        self.act = act
    }
    var body: some View {
        Sheet {
            Words(invite)
            MainButton(button, act)
        }
    }
}

/// "Life at risk? 999 ...": always drawn where it is drawn at all.
struct SafetyLine: View {
    let text: String
    init(_ text: String) { self.text = text }
    var body: some View {
        Sheet(paper: \.red, ink: \.onRed) {
            ForEach(Array(text.split(separator: "\n").enumerated()), id: \.offset) { Plain(String($0.element)) }
        }
    }
}

/// What must be said of something: never hidden, never told by colour alone.
struct Note: View {
    let text: String
    init(_ text: String) { self.text = text }
    var body: some View {
        Plain(text).frame(maxWidth: .infinity, alignment: .leading).padding(12).paper(\.amber, corner: 12).ink(\.onAmber)
    }
}

/// What went wrong, where it happened; a screen reader says it at once.
struct TroubleLine: View {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
    var body: some View {
        Sheet(paper: \.red, ink: \.onRed) { Plain(sentence) }
            .onChange(of: sentence, initial: true) { AccessibilityNotification.Announcement(sentence).post() }
    }
}

/// What is half typed could not be put away or brought back: said until it is read.
struct DraftsLine: View {
    @Environment(Here.self) private var here
    let trouble: Drafts.Trouble

    var body: some View {
        let sentence = here.texts(trouble == .notPutAway ? CoreText.notPutAway : .notBroughtBack)
        VStack(alignment: .leading) {
            TroubleLine(sentence)
            QuietButton(here.texts(CoreText.close)) { here.drafts.trouble = nil }
        }
        .padding(.horizontal, Tokens.side)
        .paper(\.paper, corner: 0)
    }
}

/// What happened: one line at the bottom, with undo; it stays until it is read.
struct HappenedLine: View {
    @Environment(Here.self) private var here
    let happened: Happened

    var body: some View {
        VStack(alignment: .leading) {
            Plain(happened.sentence)
            HStack {
                if let undo = happened.undo { QuietButton(here.said["done-undo"]) { here.happened = nil; undo() } }
                Spacer()
                QuietButton(here.texts(CoreText.close)) { here.happened = nil }
            }
        }
        .padding(.horizontal, Tokens.side)
        .padding(.vertical, 6)
        .paper(\.sunk, corner: 0)
        .onChange(of: happened.sentence, initial: true) { AccessibilityNotification.Announcement(happened.sentence).post() }
    }
}
