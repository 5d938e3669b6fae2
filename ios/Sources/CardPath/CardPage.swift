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
    let close: @MainActor () -> Void
    @State private var found: Result<ReadCard, WhyNoCard>?
    @State private var face: Data?

    public init(
        words: CardWords, read: @escaping @Sendable () -> Result<ReadCard, WhyNoCard>, photo: @escaping @Sendable () -> Data? = { nil },
        call: @escaping @MainActor (URL) -> Void, close: @escaping @MainActor () -> Void
    ) {
        self.words = words
        self.read = read
        self.photo = photo
        self.call = call
        self.close = close
    }

    public var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 14) {
                CallLine(name: nil, number: CardWord.emergencyNumber, words: words, call: call)
                switch found {
                case .success(let card):
                    if let face { Face(jpeg: face, name: card.name) }
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
        .task {
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

/// All that the card holds, in its own order. Safety and "not an instruction" always.
struct CardLines: View {
    let card: ReadCard
    let words: CardWords
    let call: @MainActor (URL) -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 14) {
            Text(card.name).font(.system(.largeTitle, weight: .semibold)).accessibilityAddTraits(.isHeader)
            ForEach(Array([card.callMe, card.born, card.mayBeBehind].compactMap { $0 }.enumerated()), id: \.offset) { Text($0.element).font(.title3) }
            ForEach(Array(card.sections.enumerated()), id: \.offset) { Under(heading: $0.element.heading, lines: $0.element.lines) }
            Calls(heading: card.headings.contacts, contacts: card.contacts, words: words, call: call)
            ForEach(card.plans, id: \.id) { plan in
                Text(plan.name).font(.system(.title, weight: .semibold)).accessibilityAddTraits(.isHeader)
                ForEach(Array([plan.agreed, plan.pending].compactMap { $0 }.enumerated()), id: \.offset) { Text($0.element).font(.footnote) }
                ForEach(Array(plan.zones.enumerated()), id: \.offset) { at in
                    Text(at.element.heading).font(.system(.title2, weight: .semibold)).accessibilityAddTraits(.isHeader)
                    Under(heading: card.headings.signs, lines: at.element.signs)
                    Under(heading: card.headings.steps, lines: at.element.steps)
                }
                Under(heading: card.headings.coping, lines: plan.coping)
                Under(heading: card.headings.medicinesKept, lines: plan.medicinesKept)
                Calls(heading: card.headings.contacts, contacts: plan.contacts, words: words, call: call)
            }
            ForEach(Array(card.safety.enumerated()), id: \.offset) { Text($0.element).font(.headline) }
            Text(card.notAnInstruction).font(.headline)
            Text(card.made).font(.footnote)
            Text(card.age).font(.footnote)
        }
    }
}

/// Lines under their heading; nothing where there is none.
private struct Under: View {
    let heading: String
    let lines: [ReadCard.Line]

    var body: some View {
        if !lines.isEmpty {
            VStack(alignment: .leading, spacing: 6) {
                Text(heading).font(.headline).accessibilityAddTraits(.isHeader)
                ForEach(Array(lines.enumerated()), id: \.offset) { at in
                    Text(at.element.text).font(.title3)
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
