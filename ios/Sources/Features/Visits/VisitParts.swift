// Parts of the Visits place: a way further, a tick, one of several, and what is said beside a day.

import Bridge
import SwiftUI

/// The way to another screen, with what is there in short.
struct VisitWay: View {
    let title: String, under: [String]
    let act: @MainActor () -> Void
    init(_ title: String, _ under: [String], _ act: @escaping @MainActor () -> Void) {
        self.title = title
        self.under = under
        self.act = act
    }

    var body: some View {
        Button(action: act) {
            HStack(spacing: 12) {
                VStack(alignment: .leading, spacing: 2) {
                    Text(title).font(.headline).multilineTextAlignment(.leading)
                    ForEach(Array(under.enumerated()), id: \.offset) { Small($0.element) }
                }
                Spacer()
                Image(systemName: "chevron.forward").accessibilityHidden(true)
            }
            .frame(maxWidth: .infinity, minHeight: Tokens.touch, alignment: .leading)
            .padding(.horizontal, 18)
            .padding(.vertical, 8)
        }
        .accessibilityLabel(title)
        .accessibilityHint(under.joined(separator: ", "))
        .paper(\.card, corner: 18)
        .ink(\.ink)
    }
}

/// Ticked or not. `state`: the words for it, where on and off are not the right ones. `isWords`: the text is the person's.
struct VisitTick: View {
    let text: String, on: Bool
    var state: String?
    var isWords = false
    var under: [String] = []
    let act: @MainActor (Bool) -> Void
    @Environment(Here.self) private var here

    var body: some View {
        Toggle(isOn: Binding(get: { on }, set: { act($0) })) {
            VStack(alignment: .leading, spacing: 2) {
                if isWords { Words(text) } else { Plain(text) }
                ForEach(Array(under.enumerated()), id: \.offset) { Small($0.element) }
                if let state { Small(state) }
            }
            .multilineTextAlignment(.leading)
        }
        .frame(maxWidth: .infinity, minHeight: Tokens.touch, alignment: .leading)
        .accessibilityLabel(text)
        .accessibilityValue(state ?? here.texts(on ? CoreText.on : CoreText.off))
        .accessibilityHint(under.joined(separator: ", "))
    }
}

/// One of several under a question that stands above; none is chosen until one is touched. `name`: of its buttons.
struct VisitPick: View {
    let ask: String, name: String
    let choices: [Choice], chosen: String?
    let act: @MainActor (String) -> Void

    init(_ ask: String, name: String, _ choices: [Choice], chosen: String?, _ act: @escaping @MainActor (String) -> Void) {
        self.ask = ask
        self.name = name
        self.choices = choices
        self.chosen = chosen
        self.act = act
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            ForEach(choices, id: \.word) { choice in
                let on = choice.word == chosen
                Button { act(choice.word) } label: {
                    HStack(spacing: 12) {
                        Image(systemName: on ? "largecircle.fill.circle" : "circle").accessibilityHidden(true)
                        Plain(choice.said).multilineTextAlignment(.leading)
                    }
                    .frame(maxWidth: .infinity, minHeight: Tokens.touch, alignment: .leading)
                }
                .accessibilityAddTraits(on ? .isSelected : [])
                .accessibilityIdentifier("\(name)-\(choice.word)")
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(ask)
    }
}

/// A form of one thing among many: its button says to a screen reader which of them it is of.
struct VisitForm<C: View>: View {
    let button: String, of: String, form: String, isReady: Bool
    let onKeep: @MainActor (Pen) -> Void
    @ViewBuilder let content: () -> C
    @Environment(Here.self) private var here

    init(
        _ button: String, of: String, form: String, isReady: Bool,
        onKeep: @escaping @MainActor (Pen) -> Void,
        @ViewBuilder content: @escaping () -> C
    ) {
        self.button = button
        self.of = of
        self.form = form
        self.isReady = isReady
        self.onKeep = onKeep
        self.content = content
    }

    var body: some View {
        let pen = Pen(here)
        if pen.isOpen(form) {
            AddForm(button, form: form, isReady: isReady, onKeep: onKeep, content: content)
        } else {
            OtherButton(button) { pen.open(form) }.accessibilityLabel("\(button): \(of)")
        }
    }
}

/// A field of which nothing is drawn where nothing stands in it and nobody suggests anything.
struct VisitField: View {
    let ask: String?, field: Field, spot: Spot
    init(_ ask: String?, _ field: Field, at spot: Spot) {
        self.ask = ask
        self.field = field
        self.spot = spot
    }
    var body: some View {
        if !field.versions.isEmpty || !field.offers.isEmpty { FieldWords(ask, field, at: spot) }
    }
}

/// The safety words after a yes about mood: whole, with whom to ring, read aloud as they come.
struct SafetyWords: View {
    let safety: String
    @Environment(Here.self) private var here
    init(_ safety: String) { self.safety = safety }

    var body: some View {
        VStack(alignment: .leading, spacing: 10) {
            SafetyLine(safety)
            if let note = here.session.safety {
                CallButton(name: here.texts(VisitsText.emergency), number: note.emergencyNumber)
                CallButton(name: here.texts(VisitsText.urgent), number: note.urgentNumber)
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier("mood-safety")
        .onChange(of: safety, initial: true) { AccessibilityNotification.Announcement(safety).post() }
    }
}

/// Yes, no, rather not say, in the core's words.
@MainActor enum Replies {
    static func yesNo(_ said: Said) -> [Choice] {
        ["yes", "no"].map { Choice(word: $0, said: said["choice-reply-answer-\($0)"]) }
    }
    static func rather(_ said: Said) -> Choice { Choice(word: "rather-not-say", said: said["choice-reply-answer-rather-not-say"]) }
}

extension Pen {
    /// Keeps what is typed in a form, as `kept`. What is wrong with a day is said beside the day.
    func keptWithDay(
        _ form: String,
        beside: String = "",
        day: String,
        _ work: @escaping @MainActor (any Plan) async throws -> Void
    ) {
        here.act(once: form, fault: { say(form + ($0.reason.hasPrefix("error-date") ? day : beside), $0.sentence) }) { plan in
            try await work(plan)
            here.drafts.clear(form)
            here.happened = Happened(here.texts(CoreText.saved))
        }
    }

    /// A day as it was typed; none where nothing was.
    func typedDay(_ form: String, _ box: String) -> String? { text(form, box).map(Day.kept) }

    /// Words as they were typed, without what stands around them; "" where there are none.
    func plainText(_ form: String, _ box: String) -> String {
        (text(form, box) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension Field {
    var isAnswered: Bool { versions.contains { $0.answered } }

    /// Every answer that stands, in one line.
    var inWords: String { versions.filter(\.answered).map(\.text).joined(separator: " / ") }

    /// "The practice nurse · Thursday 26 November"; none where none is known.
    static func line(_ fields: Field...) -> String? {
        let words = fields.map(\.inWords).filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }
}
