// The emergency card where no plan is open or it is locked: it touches neither the plan nor its key.

import Bridge
import Observation
import SwiftUI

@MainActor @Observable final class CardAsideModel {
    let session: Session
    private(set) var card: OpenCard?
    private(set) var trouble: String?
    init(_ session: Session) { self.session = session }

    func read() async {
        do {
            card = try await session.doors.card(now: session.outside.now())
            trouble = nil
        } catch let gone as Fault {
            trouble = gone.sentence
        } catch {}
    }
}

/// All of it from top to bottom, with nothing to open. Where it can't be read: why, and the number to dial all the same.
struct CardAside: View {
    @State var model: CardAsideModel

    var body: some View {
        let texts = model.session.texts
        Page(model.card?.name ?? texts(BeginText.cardTitle), under: under) {
            if let trouble = model.trouble { TroubleLine(trouble) }
            if let safety = model.session.safety { CallButton(name: texts(BeginText.cardCall), number: safety.emergencyNumber) }
            if let card = model.card {
                CardWords(card: card)
            } else if let safety = model.session.safety {
                SafetyLine(safety.lifeAtRisk)
            }
        }
        .task { await model.read() }
    }

    private var under: String? {
        let lines = [model.card?.born, model.card?.callMe].compactMap { $0 }
        return lines.isEmpty ? nil : lines.joined(separator: " · ")
    }
}

private struct CardWords: View {
    let card: OpenCard

    var body: some View {
        if let behind = card.mayBeBehind { Note(behind) }
        Contacts(contacts: card.contacts)
        ForEach(Array(card.sections.enumerated()), id: \.offset) { _, section in
            let isUrgent = section.kind == "allergies"
            Lines(heading: section.heading, lines: section.lines, paper: isUrgent ? \.red : \.card, ink: isUrgent ? \.onRed : \.ink)
        }
        ForEach(card.plans) { AtHand(plan: $0, headings: card.headings) }
        Note(card.notAnInstruction)
        ForEach(Array(card.safety.enumerated()), id: \.offset) { SafetyLine($0.element) }
        Small(card.made)
        Small(card.age)
    }
}

private struct Contacts: View {
    let contacts: [CardContact]

    var body: some View {
        ForEach(Array(contacts.enumerated()), id: \.offset) { _, contact in
            let name = [contact.name, contact.relation].compactMap { $0 }.joined(separator: ", ")
            if let number = contact.number { CallButton(name: name, number: number) } else { Words(name) }
            if let note = contact.note { Note(note) }
        }
    }
}

private struct Lines: View {
    let heading: String, lines: [CardLine]
    var paper: KeyPath<Tokens, UInt32> = \.card
    var ink: KeyPath<Tokens, UInt32> = \.ink

    var body: some View {
        if !lines.isEmpty {
            Sheet(paper: paper, ink: ink) {
                Heading(heading)
                ForEach(Array(lines.enumerated()), id: \.offset) { OneLine(line: $0.element, number: nil) }
            }
        }
    }
}

private struct OneLine: View {
    let line: CardLine, number: Int?

    var body: some View {
        Words(number.map { "\($0). \(line.text)" } ?? line.text)
        if let note = line.note { Plain(note) }
        if let pending = line.pending { Plain(pending) }
    }
}

/// A plan at hand: zones told by colour, word and shape together.
private struct AtHand: View {
    let plan: CardPlan, headings: CardHeadings

    var body: some View {
        Heading(plan.name)
        if let agreed = plan.agreed { Small(agreed) }
        if let pending = plan.pending { Note(pending) }
        Contacts(contacts: plan.contacts)
        ForEach(Array(plan.zones.enumerated()), id: \.offset) { _, zone in
            let (paper, ink) = colours(zone.zone)
            Sheet(paper: paper, ink: ink) {
                Heading([shape(zone.shape), zone.heading].compactMap { $0 }.joined(separator: " "))
                if !zone.signs.isEmpty { Plain(headings.signs) }
                ForEach(Array(zone.signs.enumerated()), id: \.offset) { OneLine(line: $0.element, number: nil) }
                if !zone.steps.isEmpty { Plain(headings.steps) }
                ForEach(Array(zone.steps.enumerated()), id: \.offset) { OneLine(line: $0.element, number: $0.offset + 1) }
            }
        }
        Lines(heading: headings.coping, lines: plan.coping)
        Lines(heading: headings.medicinesKept, lines: plan.medicinesKept)
    }

    private func shape(_ name: String?) -> String? {
        switch name {
        case "circle": "●"
        case "triangle": "▲"
        case "hexagon": "⬢"
        default: nil
        }
    }

    private func colours(_ zone: String) -> (KeyPath<Tokens, UInt32>, KeyPath<Tokens, UInt32>) {
        switch zone {
        case "green": (\.green, \.onGreen)
        case "amber": (\.amber, \.onAmber)
        case "red": (\.red, \.onRed)
        default: (\.card, \.ink)
        }
    }
}
