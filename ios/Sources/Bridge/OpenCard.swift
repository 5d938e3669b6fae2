// OpenCard.

import Foundation
import HearthCore

/// Somebody to call.
public struct CardContact: Sendable, Equatable, Hashable {
    /// "Sam".
    public var name: String
    /// "my son".
    public var relation: String?
    /// As the person wrote it: spaces and all.
    public var number: String?
    /// Small print that belongs to it.
    public var note: String?

    public init(name: String, relation: String? = nil, number: String? = nil, note: String? = nil) {
        self.name = name
        self.relation = relation
        self.number = number
        self.note = note
    }
}

extension HearthCore.CardContact: Crossing {
    func own() -> CardContact {
        CardContact(name: name, relation: relation, number: number, note: note)
    }
}

/// Headings over the parts of a plan, in the card's language.
public struct CardHeadings: Sendable, Equatable, Hashable {
    /// Over contacts: "Call".
    public var contacts: String
    /// Over signs.
    public var signs: String
    /// Over steps.
    public var steps: String
    /// Over what helps me cope.
    public var coping: String
    /// Over what is kept at home.
    public var medicinesKept: String

    public init(contacts: String, signs: String, steps: String, coping: String, medicinesKept: String) {
        self.contacts = contacts
        self.signs = signs
        self.steps = steps
        self.coping = coping
        self.medicinesKept = medicinesKept
    }
}

extension HearthCore.CardHeadings: Crossing {
    func own() -> CardHeadings {
        CardHeadings(contacts: contacts, signs: signs, steps: steps, coping: coping, medicinesKept: medicinesKept)
    }
}

/// One thing said.
public struct CardLine: Sendable, Equatable, Hashable {
    /// The words themselves.
    public var text: String
    /// Small print that belongs to it: "two versions: check first".
    public var note: String?
    /// "your practice suggested a change, 3 November".
    public var pending: String?

    public init(text: String, note: String? = nil, pending: String? = nil) {
        self.text = text
        self.note = note
        self.pending = pending
    }
}

extension HearthCore.CardLine: Crossing {
    func own() -> CardLine {
        CardLine(text: text, note: note, pending: pending)
    }
}

/// What the person does when one concern gets worse.
public struct CardPlan: Sendable, Equatable, Hashable, Identifiable {
    /// Names the plan; not drawn.
    public var id: String
    /// "When my breathing gets worse".
    public var name: String
    /// Who agreed to it, or that it has changed since.
    public var agreed: String?
    /// A change suggested to the plan as a whole.
    public var pending: String?
    /// In the order they are drawn.
    public var zones: [CardZone]
    /// Whom to call, first one first.
    public var contacts: [CardContact]
    /// What helps me cope.
    public var coping: [CardLine]
    /// Medicines and equipment kept for this, and where.
    public var medicinesKept: [CardLine]

    public init(
        id: String,
        name: String,
        agreed: String? = nil,
        pending: String? = nil,
        zones: [CardZone],
        contacts: [CardContact],
        coping: [CardLine],
        medicinesKept: [CardLine]
    ) {
        self.id = id
        self.name = name
        self.agreed = agreed
        self.pending = pending
        self.zones = zones
        self.contacts = contacts
        self.coping = coping
        self.medicinesKept = medicinesKept
    }
}

extension HearthCore.CardPlan: Crossing {
    func own() -> CardPlan {
        CardPlan(
            id: id,
            name: name,
            agreed: agreed,
            pending: pending,
            zones: zones.own(),
            contacts: contacts.own(),
            coping: coping.own(),
            medicinesKept: medicinesKept.own()
        )
    }
}

/// A heading and what the person put under it.
public struct CardSection: Sendable, Equatable, Hashable {
    /// `allergies`, `conditions`, ...: how urgent it is, never how it reads.
    public var kind: String
    /// "Allergies".
    public var heading: String
    /// One for each thing.
    public var lines: [CardLine]

    public init(kind: String, heading: String, lines: [CardLine]) {
        self.kind = kind
        self.heading = heading
        self.lines = lines
    }
}

extension HearthCore.CardSection: Crossing {
    func own() -> CardSection {
        CardSection(kind: kind, heading: heading, lines: lines.own())
    }
}

/// The card as text.
public struct CardText: Sendable, Equatable, Hashable {
    /// The text.
    public var text: String
    /// How many of the card's lines are left out; the text says so in words.
    public var cut: Int

    public init(text: String, cut: Int) {
        self.text = text
        self.cut = cut
    }
}

extension HearthCore.CardText: Crossing {
    func own() -> CardText {
        CardText(text: text, cut: cut.own())
    }
}

/// One zone of a plan.
public struct CardZone: Sendable, Equatable, Hashable {
    /// `green`, `amber`, `red` or `any`.
    public var zone: String
    /// "Amber: getting worse": never told by colour alone.
    public var heading: String
    /// `circle`, `triangle` or `hexagon`; none for any.
    public var shape: String?
    /// My own signs.
    public var signs: [CardLine]
    /// My own steps, in order.
    public var steps: [CardLine]

    public init(zone: String, heading: String, shape: String? = nil, signs: [CardLine], steps: [CardLine]) {
        self.zone = zone
        self.heading = heading
        self.shape = shape
        self.signs = signs
        self.steps = steps
    }
}

extension HearthCore.CardZone: Crossing {
    func own() -> CardZone {
        CardZone(zone: zone, heading: heading, shape: shape, signs: signs.own(), steps: steps.own())
    }
}

/// The squares of a code to scan, without the empty border of 4 that it needs.
public struct Code: Sendable, Equatable, Hashable {
    /// Squares a side.
    public var size: Int
    /// `size` rows of `size` from the top left, a byte each: 1 is dark.
    public var squares: Data

    public init(size: Int, squares: Data) {
        self.size = size
        self.squares = squares
    }
}

extension HearthCore.Code: Crossing {
    func own() -> Code {
        Code(size: size.own(), squares: squares)
    }
}

/// One person's card and the plans they keep at hand, ready to draw.
public struct OpenCard: Sendable, Equatable, Hashable {
    /// The language of its lines, as a BCP 47 tag.
    public var language: String
    /// The largest line: whose card this is.
    public var name: String
    /// "call me Jo".
    public var callMe: String?
    /// "born 4 March 1951".
    public var born: String?
    /// The day it was made, in a line.
    public var made: String
    /// How old it is at the moment that was asked: "made today", or that this
    /// phone's clock may be wrong. Always drawn.
    public var age: String
    /// An edit was under way and it is not known whether it was kept: drawn with
    /// the card.
    public var mayBeBehind: String?
    /// In the order they are drawn.
    public var sections: [CardSection]
    /// Whom to call.
    public var contacts: [CardContact]
    /// The plans at hand.
    public var plans: [CardPlan]
    /// Headings over the parts of a plan.
    public var headings: CardHeadings
    /// "Life at risk? 999 ...": always drawn, never hidden.
    public var safety: [String]
    /// "Not an instruction: find the original.": always drawn.
    public var notAnInstruction: String

    public init(
        language: String,
        name: String,
        callMe: String? = nil,
        born: String? = nil,
        made: String,
        age: String,
        mayBeBehind: String? = nil,
        sections: [CardSection],
        contacts: [CardContact],
        plans: [CardPlan],
        headings: CardHeadings,
        safety: [String],
        notAnInstruction: String
    ) {
        self.language = language
        self.name = name
        self.callMe = callMe
        self.born = born
        self.made = made
        self.age = age
        self.mayBeBehind = mayBeBehind
        self.sections = sections
        self.contacts = contacts
        self.plans = plans
        self.headings = headings
        self.safety = safety
        self.notAnInstruction = notAnInstruction
    }
}

extension HearthCore.OpenCard: Crossing {
    func own() -> OpenCard {
        OpenCard(
            language: language,
            name: name,
            callMe: callMe,
            born: born,
            made: made,
            age: age,
            mayBeBehind: mayBeBehind,
            sections: sections.own(),
            contacts: contacts.own(),
            plans: plans.own(),
            headings: headings.own(),
            safety: safety,
            notAnInstruction: notAnInstruction
        )
    }
}
