// A field as the person reads it: every version equal, who wrote it, what others suggest.

import Bridge
import SwiftUI

/// "Your words, 14 October, this phone": under every sentence.
struct WhoAndWhen: View {
    let who: [String]
    init(_ who: [String]) { self.who = who }
    var body: some View { ForEach(Array(who.enumerated()), id: \.offset) { Small($0.element) } }
}

/// A field: its question, what stands in it, who wrote it. Two versions are drawn alike, neither first by more than
/// the page's order, with a way to settle them. `spot`: where that leads.
struct FieldWords: View {
    let ask: String?
    let field: Field
    let spot: Spot
    @Environment(Here.self) private var here

    init(_ ask: String?, _ field: Field, at spot: Spot) {
        self.ask = ask
        self.field = field
        self.spot = spot
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            if let ask { Small(ask) }
            if field.versions.isEmpty { Plain(here.said["scale-not-answered"]).ink(\.soft) }
            if let only = field.only {
                VersionWords(only)
            } else if field.versions.count > 1 {
                SideBySide(field)
                OtherButton(here.texts(CoreText.lookAtBoth)) { here.way.go("settle", spot.kind, spot.id, spot.field) }
            }
            Notes(field.notes)
            Offers(field.offers)
        }
    }
}

/// One version: its words, the words as first spoken where somebody interpreted, who and when.
struct VersionWords: View {
    let version: Version
    init(_ version: Version) { self.version = version }
    var body: some View {
        Words(version.text)
        if let original = version.original {
            Words(original.text)
            Small(original.who)
        }
        WhoAndWhen(version.who)
    }
}

/// Every version in a frame of the same size and weight. `choose`: the button in each, and what it does.
struct SideBySide: View {
    let field: Field
    var choose: String?
    var act: (@MainActor (Int) -> Void)?

    init(_ field: Field, choose: String? = nil, act: (@MainActor (Int) -> Void)? = nil) {
        self.field = field
        self.choose = choose
        self.act = act
    }

    var body: some View {
        ForEach(Array(field.versions.enumerated()), id: \.offset) { at, version in
            Sheet(line: \.line) {
                VersionWords(version)
                if let choose, let act {
                    OtherButton(choose) { act(at) }.accessibilityLabel("\(choose): \(version.text)")
                }
            }
        }
    }
}

/// What must be said, each in its note.
struct Notes: View {
    let notes: [String]
    init(_ notes: [String]) { self.notes = notes }
    var body: some View { ForEach(Array(notes.enumerated()), id: \.offset) { Note($0.element) } }
}

/// What others suggest, beside the person's words.
struct Offers: View {
    let offers: [Offer]
    @Environment(Here.self) private var here
    init(_ offers: [Offer]) { self.offers = offers }
    var body: some View {
        ForEach(offers) { offer in
            SuggestionCard(line: offer.line, offered: offer.text, open: here.texts(CoreText.look)) { here.way.go("suggestions") }
        }
    }
}

/// Somebody else's words: in a dashed frame beside the person's, never above.
struct SuggestionCard: View {
    let line: String
    var offered = ""
    var beside: String?
    var open: String?
    var act: (@MainActor () -> Void)?

    var body: some View {
        Sheet(paper: \.paper, line: \.line, isDashed: true) {
            Heading(line)
            if !offered.isEmpty { Words(offered) }
            if let beside { Small(beside) }
            if let open, let act { OtherButton(open, act) }
        }
    }
}

extension Field {
    /// The one version that stands, where there is just one.
    var only: Version? { versions.count == 1 ? versions[0] : nil }
}
