// Zones, and parts that several rooms draw alike.

import Bridge
import SwiftUI

/// A zone's colour under what stands in it, and over it.
func zoneColours(_ zone: String) -> (paper: KeyPath<Tokens, UInt32>, ink: KeyPath<Tokens, UInt32>) {
    switch zone {
    case "green": (\.green, \.onGreen)
    case "amber": (\.amber, \.onAmber)
    case "red": (\.red, \.onRed)
    default: (\.card, \.ink)
    }
}

/// A zone's sheet: colour, shape and word together.
struct ZoneSheet<C: View>: View {
    let zone: String, heading: String
    var shape: String?
    @ViewBuilder let content: () -> C

    private var symbol: String? {
        switch shape {
        case "circle": "circle.fill"
        case "triangle": "triangle.fill"
        case "hexagon": "hexagon.fill"
        default: nil
        }
    }

    var body: some View {
        let colours = zoneColours(zone)
        Sheet(paper: colours.paper, ink: colours.ink) {
            HStack(spacing: 10) {
                // The word beside it says the same.
                if let symbol { Image(systemName: symbol).accessibilityHidden(true) }
                Heading(heading)
            }
            content()
        }
    }
}

/// The words of every version that stands, none before another but by the page's order.
struct Versions: View {
    let field: Field
    init(_ field: Field) { self.field = field }
    var body: some View { ForEach(Array(field.versions.enumerated()), id: \.offset) { Words($0.element.text) } }
}

/// The same, the app's own words: what was chosen from a list.
struct SmallVersions: View {
    let field: Field
    init(_ field: Field) { self.field = field }
    var body: some View { ForEach(Array(field.versions.enumerated()), id: \.offset) { Small($0.element.text) } }
}

/// One of several, in a form: what is chosen is in the drafts until the form is kept.
struct FormChoices: View {
    let ask: String, choices: [Choice], box: String
    @Environment(Here.self) private var here
    init(_ ask: String, _ choices: [Choice], box: String) {
        self.ask = ask
        self.choices = choices
        self.box = box
    }
    var body: some View {
        let chosen = here.drafts[box]
        Choices(ask, choices, chosen: chosen.isEmpty ? nil : chosen) { Pen(here).typed(box).wrappedValue = $0 ?? "" }
    }
}

/// Who agreed, and whether it changed since.
struct Agreed: View {
    let agreements: [Agreement]
    init(_ agreements: [Agreement]) { self.agreements = agreements }
    var body: some View {
        ForEach(agreements) { one in
            if one.changed { Note(one.line) } else { Small(one.line) }
        }
    }
}

/// Removes an entry; it can be undone. `about`: what a screen reader says that it is about.
struct RemoveButton: View {
    let kind: String, id: String
    var about: String?
    @Environment(Here.self) private var here
    init(_ kind: String, _ id: String, about: String? = nil) {
        self.kind = kind
        self.id = id
        self.about = about
    }
    var body: some View {
        let text = here.texts(RoomsText.remove)
        QuietButton(text, said: about.map { "\(text): \($0)" }) { Pen(here).remove(kind, id) }
    }
}
