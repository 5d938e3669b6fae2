// Unwell.

import Foundation
import HearthCore

/// Somebody to call.
public struct Contact: Sendable, Equatable, Hashable, Identifiable {
    /// Names them.
    public var id: String
    /// Their name.
    public var name: String
    /// Who they are.
    public var relation: String
    /// Their number, every version that stands.
    public var numbers: [String]
    /// What must be said of them.
    public var notes: [String]

    public init(id: String, name: String, relation: String, numbers: [String], notes: [String]) {
        self.id = id
        self.name = name
        self.relation = relation
        self.numbers = numbers
        self.notes = notes
    }
}

extension HearthCore.ContactView: Crossing {
    func own() -> Contact {
        Contact(id: id, name: name, relation: relation, numbers: numbers, notes: notes)
    }
}

/// A sign, a step, a way of coping, a thing kept.
public struct Part: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// In the person's words.
    public var words: Field
    /// Where it is kept, for a thing kept.
    public var place: Field
    /// Every zone it was put in; more than one where two phones disagree.
    public var zones: [String]
    /// What must be said of it before it is followed.
    public var notes: [String]

    public init(id: String, words: Field, place: Field, zones: [String], notes: [String]) {
        self.id = id
        self.words = words
        self.place = place
        self.zones = zones
        self.notes = notes
    }
}

extension HearthCore.PartView: Crossing {
    func own() -> Part {
        Part(id: id, words: words.own(), place: place.own(), zones: zones, notes: notes)
    }
}

/// A plan for when the person is unwell, ready to draw.
public struct Unwell: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// "When my breathing gets worse".
    public var name: Field
    /// The zones that have anything in them.
    public var zones: [Zone]
    /// Two orders of steps, signs or contacts wait to be settled.
    public var orderNote: String?
    /// Whom to call, in order.
    public var call: [Contact]
    /// What helps me cope.
    public var coping: [Part]
    /// Medicines and things kept, and where.
    public var kept: [Part]
    /// Who agreed to it, and whether it changed since.
    public var agreements: [Agreement]
    /// "Life at risk? 999 ...": always drawn.
    public var safety: String
    /// What others suggest adding to it (a sign, a step), as lines.
    public var suggested: [String]
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?
    /// When it was used, newest first.
    public var used: [Use]

    public init(
        id: String,
        name: Field,
        zones: [Zone],
        orderNote: String? = nil,
        call: [Contact],
        coping: [Part],
        kept: [Part],
        agreements: [Agreement],
        safety: String,
        suggested: [String],
        unsettled: String? = nil,
        used: [Use]
    ) {
        self.id = id
        self.name = name
        self.zones = zones
        self.orderNote = orderNote
        self.call = call
        self.coping = coping
        self.kept = kept
        self.agreements = agreements
        self.safety = safety
        self.suggested = suggested
        self.unsettled = unsettled
        self.used = used
    }
}

extension HearthCore.UnwellView: Crossing {
    func own() -> Unwell {
        Unwell(
            id: id,
            name: name.own(),
            zones: zones.own(),
            orderNote: orderNote,
            call: call.own(),
            coping: coping.own(),
            kept: kept.own(),
            agreements: agreements.own(),
            safety: safety,
            suggested: suggested,
            unsettled: unsettled,
            used: used.own()
        )
    }
}

/// One time a plan was used.
public struct Use: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// When, in words.
    public var at: String
    /// The signs there were, in words.
    public var signs: [String]
    /// The steps that were done, in words.
    public var steps: [String]
    /// How it ended.
    public var outcome: Field

    public init(id: String, at: String, signs: [String], steps: [String], outcome: Field) {
        self.id = id
        self.at = at
        self.signs = signs
        self.steps = steps
        self.outcome = outcome
    }
}

extension HearthCore.UseView: Crossing {
    func own() -> Use {
        Use(id: id, at: at, signs: signs, steps: steps, outcome: outcome.own())
    }
}

/// One zone of a plan: colour, word and shape together.
public struct Zone: Sendable, Equatable, Hashable {
    /// `green`, `amber`, `red` or `any`.
    public var zone: String
    /// "Amber: getting worse".
    public var heading: String
    /// `circle`, `triangle`, `hexagon`, or "" for any.
    public var shape: String
    /// My own signs.
    public var signs: [Part]
    /// My own steps, in order.
    public var steps: [Part]

    public init(zone: String, heading: String, shape: String, signs: [Part], steps: [Part]) {
        self.zone = zone
        self.heading = heading
        self.shape = shape
        self.signs = signs
        self.steps = steps
    }
}

extension HearthCore.ZoneView: Crossing {
    func own() -> Zone {
        Zone(zone: zone, heading: heading, shape: shape, signs: signs.own(), steps: steps.own())
    }
}

/// Unwell: the calls.
public protocol UnwellCalls: Sendable {
    /// Notes that a plan was used. Returns what to say at once: "Saved here. Nobody
    /// has been alerted."
    func noteUse(plan: String, signs: [String], steps: [String], outcome: String?, by: Writer) async throws -> String

    /// One plan.
    func unwell(id: String) async throws -> Unwell

    /// Every plan for when the person is unwell.
    func unwellPlans() async throws -> [Unwell]
}

extension UnwellCalls {
    public func noteUse(
        plan: String,
        signs: [String],
        steps: [String],
        outcome: String? = nil
    ) async throws -> String {
        try await noteUse(plan: plan, signs: signs, steps: steps, outcome: outcome, by: .person)
    }
}

extension CorePlan: UnwellCalls {
    func noteUse(
        plan: String,
        signs: [String],
        steps: [String],
        outcome: String?,
        by: Writer
    ) async throws -> String {
        try await ask { try $0.noteUse(plan: plan, signs: signs, steps: steps, outcome: outcome, by: by.core()) }
    }

    func unwell(id: String) async throws -> Unwell {
        try await ask { try $0.unwell(id: id).own() }
    }

    func unwellPlans() async throws -> [Unwell] {
        try await ask { try $0.unwellPlans().own() }
    }
}
