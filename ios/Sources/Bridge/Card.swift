// Card.

import Foundation
import HearthCore

/// One entry that may stand on the card.
public struct CardChoice: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// In words.
    public var said: Field
    /// It stands on the card.
    public var on: Bool
    /// Only me: it does not stand on the card, even switched on.
    public var onlyMe: Bool
    /// What must be said of it: suggestions, two versions, removed here and
    /// changed there.
    public var notes: [String]

    public init(id: String, said: Field, on: Bool, onlyMe: Bool, notes: [String]) {
        self.id = id
        self.said = said
        self.on = on
        self.onlyMe = onlyMe
        self.notes = notes
    }
}

extension HearthCore.CardChoice: Crossing {
    func own() -> CardChoice {
        CardChoice(id: id, said: said.own(), on: on, onlyMe: onlyMe, notes: notes)
    }
}

/// The choices of the card, ready to draw.
public struct CardChoices: Sendable, Equatable, Hashable {
    /// The card itself: whether name, day of birth, photo and how to talk with me
    /// are shown, the words for when I am very unwell, when medicines were checked.
    public var card: Entry
    /// What may stand on it, in the order it is drawn there.
    public var groups: [CardGroup]
    /// "Life at risk? 999 ...": always on it.
    public var safety: String
    /// "Not an instruction: find the original.": always on it.
    public var notAnInstruction: String

    public init(card: Entry, groups: [CardGroup], safety: String, notAnInstruction: String) {
        self.card = card
        self.groups = groups
        self.safety = safety
        self.notAnInstruction = notAnInstruction
    }
}

extension HearthCore.CardChoicesView: Crossing {
    func own() -> CardChoices {
        CardChoices(card: card.own(), groups: groups.own(), safety: safety, notAnInstruction: notAnInstruction)
    }
}

/// Choices under one heading.
public struct CardGroup: Sendable, Equatable, Hashable {
    /// The heading on the card: "Allergies".
    public var heading: String
    /// What kind they are.
    public var kind: String
    /// The field that switches one on: `onCard`, or `unwell.at_hand` of a plan.
    public var `switch`: String
    /// One for each entry, on or off.
    public var choices: [CardChoice]

    public init(heading: String, kind: String, switch: String, choices: [CardChoice]) {
        self.heading = heading
        self.kind = kind
        self.switch = `switch`
        self.choices = choices
    }
}

extension HearthCore.CardGroup: Crossing {
    func own() -> CardGroup {
        CardGroup(heading: heading, kind: kind, switch: `switch`, choices: choices.own())
    }
}

/// Card: the calls.
public protocol CardCalls: Sendable {
    /// What stands on the card and what may. A line is switched by writing the
    /// field that its group names.
    func cardChoices() async throws -> CardChoices

    /// Makes the card file afresh where it is missing, does not open or is behind.
    func refreshCard() async throws

    /// Keeps the photo for the card: a JPEG of at most 64 KiB, the right way up.
    /// It is on the card while `card.show_photo` is on.
    func setCardPhoto(jpeg: Data) async throws
}

extension CorePlan: CardCalls {
    func cardChoices() async throws -> CardChoices {
        try await ask { try $0.cardChoices().own() }
    }

    func refreshCard() async throws {
        try await ask { try $0.refreshCard() }
    }

    func setCardPhoto(jpeg: Data) async throws {
        try await ask { try $0.setCardPhoto(jpeg: jpeg) }
    }
}
