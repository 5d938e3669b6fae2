// A field that is read and changed in the same place, and the small forms that add something.

import Bridge
import SwiftUI

/// What stands in one field, and its box once it is touched. Two versions are settled, not typed over.
struct Written: View {
    let ask: String
    let spot: Spot
    let field: Field
    var isHeading = false
    /// Its words stand above already: they are not said twice.
    var isTold = false
    /// What it asks stands above already.
    var isAsked = false
    var lines = 2
    @Environment(Here.self) private var here

    init(
        _ ask: String, _ field: Field, at spot: Spot, isHeading: Bool = false, isTold: Bool = false, isAsked: Bool = false, lines: Int = 2
    ) {
        self.ask = ask
        self.field = field
        self.spot = spot
        self.isHeading = isHeading
        self.isTold = isTold
        self.isAsked = isAsked
        self.lines = lines
    }

    /// What fits on a line is a name or a number: nobody is asked to say that.
    private var isSpoken: Bool { lines > 1 && !spot.isDay }

    /// What a screen reader says that its button is about.
    private var about: String { isAsked ? field.only?.text ?? ask : ask }

    var body: some View {
        let pen = Pen(here)
        VStack(alignment: .leading, spacing: 6) {
            if isHeading { Heading(ask) }
            if pen.isOpen(spot.box) {
                if spot.isDay {
                    DayBoxes(ask, box: spot.box + "text")
                } else {
                    WordsBox(
                        ask, text: pen.typed(spot.box + "text"), name: spot.box, trouble: pen.trouble(spot.box + "text"), lines: lines
                    )
                }
                MainButton(here.texts(CoreText.keep)) { pen.keep(spot) }
                QuietButton(here.texts(CoreText.leave)) { pen.leave(spot.box) }
            } else {
                if isTold, let only = field.only {
                    WhoAndWhen(only.who)
                    Notes(field.notes)
                    Offers(field.offers)
                } else {
                    FieldWords(isHeading || isAsked ? nil : ask, field, at: spot)
                }
                if field.versions.count < 2 {
                    let button = here.texts(field.versions.isEmpty ? CoreText.write : CoreText.change)
                    QuietButton(button, said: "\(button): \(about)") { pen.change(spot, field) }
                }
            }
            if isSpoken { VoiceBeside(about, at: spot) }
        }
    }
}

/// A form that is a button until it is touched. `form` ends in `/`; the boxes in it begin with it.
struct AddForm<C: View>: View {
    let button: String
    let form: String
    var keep: String?
    var isMain = false
    let isReady: Bool
    /// What a screen reader says, where the button's text alone is not enough.
    var said: String?
    let onKeep: @MainActor (Pen) -> Void
    @ViewBuilder let content: () -> C
    @Environment(Here.self) private var here

    init(
        _ button: String,
        form: String,
        isReady: Bool,
        keep: String? = nil,
        isMain: Bool = false,
        said: String? = nil,
        onKeep: @escaping @MainActor (Pen) -> Void,
        @ViewBuilder content: @escaping () -> C
    ) {
        self.button = button
        self.form = form
        self.isReady = isReady
        self.keep = keep
        self.isMain = isMain
        self.said = said
        self.onKeep = onKeep
        self.content = content
    }

    var body: some View {
        let pen = Pen(here)
        if pen.isOpen(form) {
            VStack(alignment: .leading, spacing: 10) {
                content()
                if let trouble = pen.trouble(form) { TroubleLine(trouble) }
                MainButton(keep ?? here.texts(CoreText.keep)) { onKeep(pen) }.disabled(!isReady)
                QuietButton(here.texts(CoreText.leave)) { pen.leave(form) }
            }
        } else if isMain {
            MainButton(button) { pen.open(form) }.accessibilityLabel(said ?? button)
        } else {
            OtherButton(button) { pen.open(form) }.accessibilityLabel(said ?? button)
        }
    }
}

/// A box of a form.
struct FormBox: View {
    let ask: String, box: String
    var lines = 1
    @Environment(Here.self) private var here
    init(_ ask: String, box: String, lines: Int = 1) {
        self.ask = ask
        self.box = box
        self.lines = lines
    }
    var body: some View {
        WordsBox(ask, text: Pen(here).typed(box), name: box, trouble: Pen(here).trouble(box), lines: lines)
    }
}

/// A day in three boxes; day and month may stay empty.
struct DayBoxes: View {
    let ask: String, box: String
    @Environment(Here.self) private var here
    @Environment(\.dynamicTypeSize) private var size
    init(_ ask: String, box: String) {
        self.ask = ask
        self.box = box
    }

    var body: some View {
        let pen = Pen(here)
        let names = [CoreText.day, .month, .year]
        VStack(alignment: .leading, spacing: 8) {
            Plain(ask)
            if size.isAccessibilitySize {
                ForEach(0..<3) { one(names[$0], $0) }
            } else {
                HStack(spacing: 8) { ForEach(0..<3) { one(names[$0], $0) } }
            }
            if let trouble = pen.trouble(box) { TroubleLine(trouble) }
        }
    }

    private func one(_ name: CoreText, _ at: Int) -> some View {
        let pen = Pen(here)
        let part = Binding(
            get: { Day.parts(here.drafts[box], 3)[at] },
            set: { pen.typed(box).wrappedValue = Day.changed(here.drafts[box], 3, at, $0) }
        )
        return WordsBox(here.texts(name), text: part, name: "\(box)-\(at)", lines: 1)
    }
}

/// One of several; none is chosen until one is touched, and it can be taken back.
struct Choices: View {
    let ask: String
    let choices: [Choice]
    let chosen: String?
    let act: @MainActor (String?) -> Void
    @Environment(Here.self) private var here

    init(_ ask: String, _ choices: [Choice], chosen: String?, _ act: @escaping @MainActor (String?) -> Void) {
        self.ask = ask
        self.choices = choices
        self.chosen = chosen
        self.act = act
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Plain(ask)
            ForEach(choices, id: \.word) { choice in
                let on = choice.word == chosen
                Button { act(choice.word) } label: {
                    HStack(spacing: 12) {
                        Image(systemName: on ? "largecircle.fill.circle" : "circle").accessibilityHidden(true)
                        Plain(choice.said)
                    }
                    .frame(maxWidth: .infinity, minHeight: Tokens.touch, alignment: .leading)
                }
                .accessibilityAddTraits(on ? .isSelected : [])
                .accessibilityIdentifier("choice-\(choice.word)")
            }
            if chosen == nil {
                Small(here.said["scale-not-answered"])
            } else {
                QuietButton(here.said["scale-clear"]) { act(nil) }
            }
        }
    }
}

/// On or off, told by a word as well.
struct OnOff: View {
    let text: String
    var under: String?
    let on: Bool
    let act: @MainActor (Bool) -> Void
    @Environment(Here.self) private var here

    init(_ text: String, _ on: Bool, under: String? = nil, _ act: @escaping @MainActor (Bool) -> Void) {
        self.text = text
        self.on = on
        self.under = under
        self.act = act
    }

    var body: some View {
        Toggle(isOn: Binding(get: { on }, set: { act($0) })) {
            VStack(alignment: .leading) {
                Plain(text)
                if let under { Small(under) }
                Small(here.texts(on ? CoreText.on : CoreText.off)).accessibilityHidden(true)
            }
        }
        .frame(minHeight: Tokens.touch)
        .accessibilityLabel(text)
        .accessibilityHint(under ?? "")
    }
}

/// "Only me", where it stands, and what it means.
struct OnlyMe: View {
    let on: Bool
    let act: @MainActor (Bool) -> Void
    @Environment(Here.self) private var here
    init(_ on: Bool, _ act: @escaping @MainActor (Bool) -> Void) {
        self.on = on
        self.act = act
    }
    var body: some View { OnOff(here.said["who-only-me"], on, under: here.texts(CoreText.onlyMe), act) }
}

/// Removed on one phone, changed on another: the person says.
struct Unsettled: View {
    let line: String?, kind: String, id: String
    @Environment(Here.self) private var here
    init(_ line: String?, _ kind: String, _ id: String) {
        self.line = line
        self.kind = kind
        self.id = id
    }
    var body: some View {
        if let line {
            Note(line)
            OtherButton(here.said["versions-keep"]) { Pen(here).keepHere(kind, id) }
            OtherButton(here.said["versions-remove"]) { Pen(here).remove(kind, id) }
        }
    }
}
