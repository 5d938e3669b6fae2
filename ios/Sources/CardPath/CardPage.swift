// The card where the widget or Siri opens it: over whatever the plan is doing, without it.

import Foundation
import SwiftUI
#if canImport(UIKit)
import UIKit
#endif

/// The number to dial and the safety line stand there from the first frame; the card when it is read.
public struct CardPage: View {
    let words: CardWords
    let read: @Sendable () -> Result<ReadCard, WhyNoCard>
    let photo: @Sendable () -> Data?
    let call: @MainActor (URL) -> Void
    let say: (@MainActor ([String], String) -> Bool)?
    let close: @MainActor () -> Void
    @Environment(\.scenePhase) private var phase
    /// Grows each time that the phone shows the page again.
    @State private var turn = 0
    @State private var isSilent = false
    @State private var found: Result<ReadCard, WhyNoCard>?
    @State private var face: Data?

    public init(
        words: CardWords, read: @escaping @Sendable () -> Result<ReadCard, WhyNoCard>, photo: @escaping @Sendable () -> Data? = { nil },
        call: @escaping @MainActor (URL) -> Void, say: (@MainActor ([String], String) -> Bool)? = nil,
        close: @escaping @MainActor () -> Void
    ) {
        self.words = words
        self.read = read
        self.photo = photo
        self.call = call
        self.say = say
        self.close = close
    }

    public var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 14) {
                CallLine(name: nil, number: CardWord.emergencyNumber, words: words, call: call)
                switch found {
                case .success(let card):
                    if let face { Face(jpeg: face, name: card.name) }
                    if let say {
                        Button(action: { isSilent = !say(card.spoken, card.language) }) {
                            Text(words(.readAloud)).font(.headline).frame(maxWidth: .infinity, minHeight: 56)
                        }
                    }
                    if isSilent { Text(words(.noVoice)).font(.body) }
                    CardLines(card: card, words: words, call: call)
                case .failure(let why):
                    Text(words(.cardName)).font(.system(.title, weight: .semibold)).accessibilityAddTraits(.isHeader)
                    Text(words(why.word)).font(.body)
                    Text(words(.lifeAtRisk)).font(.headline)
                case nil:
                    Text(words(.cardName)).font(.system(.title, weight: .semibold)).accessibilityAddTraits(.isHeader)
                    Text(words(.lifeAtRisk)).font(.headline)
                }
                Button(action: close) { Text(words(.close)).font(.headline).frame(maxWidth: .infinity, minHeight: 56) }
            }
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(20)
        }
        // A card that was left open is read again: it may have been changed since, and it is older.
        .onChange(of: phase) { if phase == .active { turn += 1 } }
        .task(id: turn) {
            let (read, photo) = (read, photo)
            found = await Task.detached { read() }.value
            // After the words: they wait for no picture.
            face = await Task.detached { photo() }.value
        }
    }
}

/// The photo, where the person shows one; nothing where it is none.
private struct Face: View {
    let jpeg: Data, name: String

    var body: some View {
        #if canImport(UIKit)
        if let image = UIImage(data: jpeg) {
            Image(uiImage: image).resizable().scaledToFill().frame(width: 120, height: 120)
                .clipShape(RoundedRectangle(cornerRadius: 20)).accessibilityLabel(name)
        }
        #else
        Image("photo").accessibilityLabel(name)
        #endif
    }
}

/// All that the card holds, in the order of the app's own: whom to call first. Safety and "not an instruction" always.
struct CardLines: View {
    let card: ReadCard
    let words: CardWords
    let call: @MainActor (URL) -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 14) {
            Text(card.name).font(.system(.largeTitle, weight: .semibold)).accessibilityAddTraits(.isHeader)
            ForEach(Array([card.callMe, card.born, card.mayBeBehind].compactMap { $0 }.enumerated()), id: \.offset) { Text($0.element).font(.title3) }
            Calls(heading: card.headings.contacts, contacts: card.contacts, words: words, call: call)
            ForEach(Array(card.sections.enumerated()), id: \.offset) { at in
                Boxed(zone: at.element.kind == "allergies" ? "red" : "") { Under(heading: at.element.heading, lines: at.element.lines) }
            }
            ForEach(card.plans, id: \.id) { plan in
                Text(plan.name).font(.system(.title, weight: .semibold)).accessibilityAddTraits(.isHeader)
                ForEach(Array([plan.agreed, plan.pending].compactMap { $0 }.enumerated()), id: \.offset) { Text($0.element).font(.footnote) }
                Calls(heading: card.headings.contacts, contacts: plan.contacts, words: words, call: call)
                ForEach(Array(plan.zones.enumerated()), id: \.offset) { at in
                    Boxed(zone: at.element.zone) {
                        HStack(spacing: 10) {
                            // The word beside it says the same.
                            if let symbol = at.element.symbol { Image(systemName: symbol).accessibilityHidden(true) }
                            Text(at.element.heading).font(.system(.title2, weight: .semibold)).accessibilityAddTraits(.isHeader)
                        }
                        Under(heading: card.headings.signs, lines: at.element.signs)
                        Under(heading: card.headings.steps, lines: at.element.steps, isNumbered: true)
                    }
                }
                Under(heading: card.headings.coping, lines: plan.coping)
                Under(heading: card.headings.medicinesKept, lines: plan.medicinesKept)
            }
            ForEach(Array(card.safety.enumerated()), id: \.offset) { Text($0.element).font(.headline) }
            Text(card.notAnInstruction).font(.headline)
            Text(card.made).font(.footnote)
            Text(card.age).font(.footnote)
        }
    }
}

extension ReadCard.Zone {
    /// Its shape, as the phone draws one.
    var symbol: String? {
        switch shape {
        case "circle": "circle.fill"
        case "triangle": "triangle.fill"
        case "hexagon": "hexagon.fill"
        default: nil
        }
    }
}

/// A box in a zone's colours; of any other name, in the card's.
private struct Boxed<C: View>: View {
    let zone: String
    @ViewBuilder let content: () -> C
    @Environment(\.colorScheme) private var scheme

    var body: some View {
        let tokens = Tokens.of(scheme)
        let (paper, ink) = switch zone {
        case "green": (tokens.green, tokens.onGreen)
        case "amber": (tokens.amber, tokens.onAmber)
        case "red": (tokens.red, tokens.onRed)
        default: (tokens.card, tokens.ink)
        }
        VStack(alignment: .leading, spacing: 10) { content() }
            .padding(16)
            .frame(maxWidth: .infinity, alignment: .leading)
            .foregroundStyle(Color(token: ink))
            .background(Color(token: paper), in: RoundedRectangle(cornerRadius: 20))
    }
}

/// Lines under their heading; nothing where there is none.
private struct Under: View {
    let heading: String
    let lines: [ReadCard.Line]
    var isNumbered = false

    var body: some View {
        if !lines.isEmpty {
            VStack(alignment: .leading, spacing: 6) {
                Text(heading).font(.headline).accessibilityAddTraits(.isHeader)
                ForEach(Array(lines.enumerated()), id: \.offset) { at in
                    Text(isNumbered ? "\(at.offset + 1). \(at.element.text)" : at.element.text).font(.title3)
                    ForEach(Array([at.element.note, at.element.pending].compactMap { $0 }.enumerated()), id: \.offset) {
                        Text($0.element).font(.footnote)
                    }
                }
            }
        }
    }
}

private struct Calls: View {
    let heading: String
    let contacts: [ReadCard.Contact]
    let words: CardWords
    let call: @MainActor (URL) -> Void

    var body: some View {
        if !contacts.isEmpty {
            Text(heading).font(.headline).accessibilityAddTraits(.isHeader)
            ForEach(Array(contacts.enumerated()), id: \.offset) { at in
                let name = [at.element.name, at.element.relation].compactMap { $0 }.joined(separator: ", ")
                CallLine(name: name, number: at.element.number, words: words, call: call)
                if let note = at.element.note { Text(note).font(.footnote) }
            }
        }
    }
}

/// Name first, then the number; it confirms nothing and dials. A number that can't be dialled stands there to be read.
private struct CallLine: View {
    let name: String?
    let number: String?
    let words: CardWords
    let call: @MainActor (URL) -> Void

    var body: some View {
        if let number, let address = ReadCard.dialled(number) {
            Button(action: { call(address) }) {
                VStack(alignment: .leading, spacing: 2) {
                    if let name { Text(name).font(.headline) }
                    Text(number).font(.title3)
                }
                .frame(maxWidth: .infinity, minHeight: 56, alignment: .leading)
            }
            .accessibilityLabel(words(.call, [name, number].compactMap { $0 }.joined(separator: ", ")))
        } else {
            Text([name, number].compactMap { $0 }.joined(separator: ", ")).font(.title3)
        }
    }
}

/// The card as a widget has room for it.
public struct CardLookView: View {
    let look: CardLook
    let words: CardWords
    let most: Int

    public init(look: CardLook, words: CardWords, most: Int) {
        self.look = look
        self.words = words
        self.most = most
    }

    public var body: some View {
        VStack(alignment: .leading, spacing: 2) {
            Text(look.name ?? words(.cardName)).font(.headline).accessibilityAddTraits(.isHeader)
            ForEach(Array(look.fitting(most).enumerated()), id: \.offset) { Text($0.element).font(.footnote) }
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}
