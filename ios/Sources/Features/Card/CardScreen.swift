// The emergency card: everything it says, from top to bottom, with nothing to open. It needs no plan: it is drawn by its
// own door, also where the plan does not open.

import Bridge
import CardPath
import SwiftUI

@MainActor @Observable final class CardModel {
    let session: Session
    private(set) var card: OpenCard?
    private(set) var fault: Fault?
    private(set) var silent = false
    init(_ session: Session) { self.session = session }

    /// Reads the card by its own door. The plan is not asked.
    func draw() async {
        do {
            card = try await session.doors.card(now: session.outside.now())
            fault = nil
        } catch let gone as Fault {
            card = nil
            fault = gone
        } catch {}
    }

    func readAloud() {
        guard let voice = session.outside.voice, let card else { return }
        silent = !voice.say(card.spoken, language: card.language)
    }
}

struct CardScreen: View {
    @State var model: CardModel
    /// Grows with every change of the plan, where one is open.
    var version = 0
    /// For the person themselves, below all that a stranger needs; none where no plan is open.
    var onLines: (@MainActor () -> Void)?
    var onTry: (@MainActor () -> Void)?

    var body: some View {
        Group {
            if let card = model.card {
                TheCard(model: model, card: card, onLines: onLines, onTry: onTry)
            } else {
                // The number to dial stands there from the first frame; why there is no card, once it is known.
                Page(model.session.texts(EmergencyText.title)) {
                    if let fault = model.fault { TroubleLine(fault.sentence) }
                    Emergency(model: model)
                    if let safety = model.session.safety { SafetyLine(safety.lifeAtRisk) }
                }
            }
        }
        // It dials also where nothing is around it.
        .environment(model.session)
        .task(id: version) { await model.draw() }
    }
}

/// The number to dial when life is at risk.
private struct Emergency: View {
    let model: CardModel
    var body: some View {
        // Before the core has said it, too: a test holds the two against each other.
        let number = model.session.safety?.emergencyNumber ?? CardWord.emergencyNumber
        CallButton(name: model.session.texts(EmergencyText.emergency), number: number)
    }
}

private struct TheCard: View {
    let model: CardModel, card: OpenCard
    let onLines: (@MainActor () -> Void)?, onTry: (@MainActor () -> Void)?

    var body: some View {
        let texts = model.session.texts
        let under = [card.born, card.callMe].compactMap { $0 }.joined(separator: " · ")
        Page(card.name, under: under.isEmpty ? nil : under) {
            Emergency(model: model)
            if model.session.outside.voice != nil { OtherButton(texts(EmergencyText.readAloud)) { model.readAloud() } }
            if model.silent { TroubleLine(texts(EmergencyText.noVoice)) }
            if let behind = card.mayBeBehind { Note(behind) }
            Callers(contacts: card.contacts)
            ForEach(Array(card.sections.enumerated()), id: \.offset) { _, section in
                let isUrgent = section.kind == "allergies"
                Sheet(paper: isUrgent ? \.red : \.card, ink: isUrgent ? \.onRed : \.ink) {
                    Heading(section.heading)
                    Lines(section.lines)
                }
            }
            ForEach(card.plans) { AtHand(plan: $0, card: card) }
            Note(card.notAnInstruction)
            ForEach(Array(card.safety.enumerated()), id: \.offset) { SafetyLine($0.element) }
            Small(card.made)
            Small(card.age)
            if let onLines { OtherButton(texts(EmergencyText.lines), onLines) }
            if let onTry { OtherButton(texts(EmergencyText.tryTitle), onTry) }
        }
    }
}

private struct Callers: View {
    let contacts: [CardContact]
    var body: some View {
        ForEach(Array(contacts.enumerated()), id: \.offset) { _, contact in
            if let number = contact.number {
                CallButton(name: contact.called, number: number)
            } else {
                Words(contact.called)
            }
            if let note = contact.note { Note(note) }
        }
    }
}

private struct Lines: View {
    let lines: [CardLine], isNumbered: Bool
    init(_ lines: [CardLine], isNumbered: Bool = false) {
        self.lines = lines
        self.isNumbered = isNumbered
    }
    var body: some View {
        ForEach(Array(lines.enumerated()), id: \.offset) { at, line in
            Words(isNumbered ? "\(at + 1). \(line.text)" : line.text)
            if let note = line.note { Plain(note) }
            if let pending = line.pending { Plain(pending) }
        }
    }
}

/// A plan that is kept with the card.
private struct AtHand: View {
    let plan: CardPlan, card: OpenCard
    var body: some View {
        Heading(plan.name)
        if let agreed = plan.agreed { Small(agreed) }
        if let pending = plan.pending { Note(pending) }
        Callers(contacts: plan.contacts)
        ForEach(Array(plan.zones.enumerated()), id: \.offset) { _, zone in
            ZoneSheet(zone: zone.zone, heading: zone.heading, shape: zone.shape) {
                if !zone.signs.isEmpty { Plain(card.headings.signs) }
                Lines(zone.signs)
                if !zone.steps.isEmpty { Plain(card.headings.steps) }
                Lines(zone.steps, isNumbered: true)
            }
        }
        more(card.headings.coping, plan.coping)
        more(card.headings.medicinesKept, plan.medicinesKept)
    }

    @ViewBuilder private func more(_ heading: String, _ lines: [CardLine]) -> some View {
        if !lines.isEmpty {
            Sheet {
                Heading(heading)
                Lines(lines)
            }
        }
    }
}

extension CardContact {
    var called: String { [name, relation].compactMap { $0 }.joined(separator: ", ") }
}

extension OpenCard {
    /// Line by line, to be read aloud in the order it is drawn.
    var spoken: [String] {
        func said(_ one: CardContact) -> String { [one.name, one.relation, one.number].compactMap { $0 }.joined(separator: ", ") }
        func said(_ one: CardLine) -> String { [one.text, one.note, one.pending].compactMap { $0 }.joined(separator: ". ") }
        var all = [name, born, callMe, mayBeBehind].compactMap { $0 } + contacts.map(said)
        for section in sections { all += [section.heading] + section.lines.map(said) }
        for plan in plans {
            all += [plan.name, plan.agreed, plan.pending].compactMap { $0 } + plan.contacts.map(said)
            for zone in plan.zones { all += [zone.heading] + zone.signs.map(said) + zone.steps.map(said) }
            all += plan.coping.map(said) + plan.medicinesKept.map(said)
        }
        return all + [notAnInstruction] + safety + [age]
    }
}
