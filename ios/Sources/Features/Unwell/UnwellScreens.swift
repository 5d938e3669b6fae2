// When I am unwell: the plans, one in use, one begun.

import Bridge
import SwiftUI

/// Every plan, the card, and the safety line.
struct UnwellScreen: View {
    @State var model: UnwellModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { plans in
            Page(here.said["unwell-title"]) {
                if plans.isEmpty { Invitation(here.said["unwell-empty"], texts(UnwellText.write)) { model.new() } }
                ForEach(plans) { plan in
                    let name = plan.name.versions.map(\.text).joined(separator: " / ")
                    Sheet(paper: \.red, ink: \.onRed) {
                        ForEach(Array(plan.name.versions.enumerated()), id: \.offset) { Heading($0.element.text) }
                        Agreed(plan.agreements)
                        if let unsettled = plan.unsettled { Note(unsettled) }
                        MainButton(texts(UnwellText.use)) { model.use(plan) }
                            .accessibilityLabel("\(texts(UnwellText.use)): \(name)")
                        OtherButton(texts(UnwellText.change)) { model.write(plan) }
                            .accessibilityLabel("\(texts(UnwellText.change)): \(name)")
                    }
                }
                OtherButton(texts(UnwellText.card)) { model.card() }
                if !plans.isEmpty { QuietButton(texts(UnwellText.write)) { model.new() } }
                if let safety = here.session.safety { SafetyLine(safety.lifeAtRisk) }
            }
        }
    }
}

/// A plan in use: three doors, whom to call, then zone by zone. Reading it needs no touch.
struct UseScreen: View {
    @State var model: UseModel

    var body: some View {
        let here = model.here
        let said = here.said
        let texts = here.texts
        DrawnFrom(model) { plan in
            ScrollViewReader { way in
                Page(plan.name.versions.first?.text ?? said["unwell-title"]) {
                    ForEach(Array(plan.name.versions.dropFirst().enumerated()), id: \.offset) { Words($0.element.text) }
                    Agreed(plan.agreements)
                    Notes([plan.unsettled, plan.orderNote].compactMap { $0 } + plan.suggested)
                    ThreeDoors { way.scrollTo($0, anchor: .top) }
                    if here.outside.voice != nil { OtherButton(texts(UnwellText.readAloud)) { model.readAloud(plan) } }
                    Callers(call: plan.call)
                    ForEach(plan.zones, id: \.zone) { UsedZone(model: model, plan: plan, zone: $0) }
                    if plan.first(\.signs) == nil { Small(said["unwell-no-signs"]).id(Door.signs) }
                    if plan.first(\.steps) == nil { Small(said["unwell-no-steps"]).id(Door.steps) }
                    Parts(heading: said["unwell-coping"], parts: plan.coping)
                    Parts(heading: said["unwell-at-home"], parts: plan.kept)
                    SafetyLine(plan.safety)
                    Sheet {
                        Heading(said["unwell-used-ask"])
                        FormBox(texts(UnwellText.outcome), box: model.form + "outcome", lines: 2)
                        MainButton(texts(UnwellText.note)) { model.note() }
                    }
                    if !plan.used.isEmpty {
                        Heading(said["unwell-used-before"])
                        ForEach(plan.used) { Before(use: $0) }
                    }
                }
            }
        }
    }
}

/// One time that it was used: what was noticed, what was done, how it ended.
private struct Before: View {
    let use: Use

    var body: some View {
        Sheet {
            Small(use.at)
            ForEach(Array((use.signs + use.steps).enumerated()), id: \.offset) { Words($0.element) }
            if !use.outcome.versions.isEmpty { FieldWords(nil, use.outcome, at: Spot("use", use.id, "outcome")) }
        }
    }
}

/// Where the three doors lead on the page.
enum Door: String, CaseIterable, Hashable {
    case signs, steps, call

    var key: String { "unwell-\(rawValue)" }
    var symbol: String {
        switch self {
        case .signs: "eye"
        case .steps: "list.number"
        case .call: "phone.fill"
        }
    }
}

extension Unwell {
    /// The first zone that has any of these.
    func first(_ parts: KeyPath<Zone, [Part]>) -> String? { zones.first { !$0[keyPath: parts].isEmpty }?.zone }
}

/// Signs, steps, call: large enough for a hand that shakes; below each other where the text is large.
private struct ThreeDoors: View {
    let go: @MainActor (Door) -> Void
    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        if size.isAccessibilitySize {
            VStack(spacing: 10) { doors }
        } else {
            HStack(spacing: 10) { doors }
        }
    }

    private var doors: some View { ForEach(Door.allCases, id: \.self) { door in Big(door: door) { go(door) } } }

    private struct Big: View {
        let door: Door
        let act: @MainActor () -> Void
        @Environment(Here.self) private var here

        var body: some View {
            Button(action: act) {
                VStack(spacing: 4) {
                    Image(systemName: door.symbol).accessibilityHidden(true)
                    Text(here.said[door.key]).font(.headline).multilineTextAlignment(.center)
                }
                .frame(maxWidth: .infinity, minHeight: 80)
            }
            .paper(door == .call ? \.call : \.ember, corner: 18)
            .ink(door == .call ? \.onCall : \.onEmber)
            .accessibilityIdentifier("door-\(door.rawValue)")
        }
    }
}

private struct Callers: View {
    let call: [Contact]
    @Environment(Here.self) private var here

    var body: some View {
        if call.isEmpty {
            Small(here.said["unwell-no-calls"]).id(Door.call)
        } else {
            Heading(here.said["unwell-who-to-call"]).id(Door.call)
            ForEach(call) { contact in
                if contact.numbers.isEmpty { Words(contact.called) }
                ForEach(Array(contact.numbers.enumerated()), id: \.offset) { CallButton(name: contact.called, number: $0.element) }
                Notes(contact.notes)
            }
        }
    }
}

private struct UsedZone: View {
    let model: UseModel, plan: Unwell, zone: Zone

    var body: some View {
        let said = model.here.said
        ZoneSheet(zone: zone.zone, heading: zone.heading, shape: zone.shape) {
            if !zone.signs.isEmpty { at(.signs, \.signs, Plain(said["unwell-my-signs"])) }
            ForEach(zone.signs) { Ticked(model: model, box: "signs", part: $0, number: nil) }
            if !zone.steps.isEmpty { at(.steps, \.steps, Plain(said["unwell-what-to-do"])) }
            ForEach(Array(zone.steps.enumerated()), id: \.element.id) { at, step in
                Ticked(model: model, box: "steps", part: step, number: at + 1)
            }
        }
    }

    /// A door leads to the first of its kind.
    @ViewBuilder private func at(_ door: Door, _ parts: KeyPath<Zone, [Part]>, _ view: Plain) -> some View {
        if plan.first(parts) == zone.zone { view.id(door) } else { view }
    }
}

/// A sign there is, a step that is done: one touch, anywhere on its line.
private struct Ticked: View {
    let model: UseModel, box: String, part: Part, number: Int?

    var body: some View {
        let on = model.isTicked(box, part)
        let text = part.words.versions.map(\.text).joined(separator: "\n")
        Button { model.tick(box, part) } label: {
            HStack(spacing: 14) {
                Words(number.map { "\($0). \(text)" } ?? text)
                Spacer()
                Image(systemName: on ? "checkmark.circle.fill" : "circle").font(.title3).accessibilityHidden(true)
            }
            .multilineTextAlignment(.leading)
            .frame(maxWidth: .infinity, minHeight: Tokens.touch, alignment: .leading)
        }
        .accessibilityAddTraits(on ? [.isToggle, .isSelected] : .isToggle)
        .accessibilityValue(model.here.texts(on ? CoreText.on : CoreText.off))
        .accessibilityIdentifier("tick-\(part.id)")
        Notes(part.notes)
    }
}

private struct Parts: View {
    let heading: String, parts: [Part]

    var body: some View {
        if !parts.isEmpty {
            Sheet {
                Heading(heading)
                ForEach(parts) { part in
                    Versions(part.words)
                    ForEach(Array(part.place.versions.enumerated()), id: \.offset) { Plain($0.element.text) }
                    Notes(part.notes)
                }
            }
        }
    }
}

/// A plan's beginning: what it is for.
struct NewUnwellScreen: View {
    @State var model: NewUnwellModel

    var body: some View {
        let here = model.here
        Page(here.texts(UnwellText.write)) {
            FormBox(here.texts(UnwellText.name), box: NewUnwellModel.form + "name")
            MainButton(here.texts(CoreText.keep)) { model.keep() }.disabled(!model.isReady)
            if let safety = here.session.safety { SafetyLine(safety.lifeAtRisk) }
        }
    }
}
