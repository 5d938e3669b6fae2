// Carers whose phones are paired, and the mailbox.

import Foundation
import HearthCore

/// A pairing on the way.
public struct CarerInvitation: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// To be shown as a code or sent; "" once they answered.
    public var text: String
    /// What the carer calls themselves, once they answered.
    public var name: String
    /// The digits to compare, "123 456", once they answered.
    public var digits: String?
    /// What to say of it.
    public var lines: [String]

    public init(id: String, text: String, name: String, digits: String?, lines: [String]) {
        self.id = id
        self.text = text
        self.name = name
        self.digits = digits
        self.lines = lines
    }
}

extension HearthCore.InvitationView: Crossing {
    func own() -> CarerInvitation {
        CarerInvitation(id: id, text: text, name: name, digits: digits, lines: lines)
    }
}

/// A carer who is paired, or was.
public struct Pairing: Sendable, Equatable, Hashable, Identifiable {
    /// Its entry.
    public var id: String
    /// The carer, in People.
    public var person: String?
    /// What they are called.
    public var name: String
    /// Their link's entry: `share` says what they see.
    public var share: String?
    /// They may look and suggest.
    public var open: Bool
    /// Since when, when they last looked, what else there is to say.
    public var lines: [String]

    public init(id: String, person: String?, name: String, share: String?, open: Bool, lines: [String]) {
        self.id = id
        self.person = person
        self.name = name
        self.share = share
        self.open = open
        self.lines = lines
    }
}

extension HearthCore.PairingView: Crossing {
    func own() -> Pairing {
        Pairing(id: id, person: person, name: name, share: share, open: open, lines: lines)
    }
}

/// Everybody who is paired or on the way to it.
public struct Pairings: Sendable, Equatable, Hashable {
    /// On the way.
    public var invitations: [CarerInvitation]
    /// Paired: those who may look first.
    public var pairings: [Pairing]

    public init(invitations: [CarerInvitation], pairings: [Pairing]) {
        self.invitations = invitations
        self.pairings = pairings
    }
}

extension HearthCore.PairingsView: Crossing {
    func own() -> Pairings {
        Pairings(invitations: invitations.own(), pairings: pairings.own())
    }
}

/// What a look into the mailbox brought.
public struct Mail: Sendable, Equatable, Hashable {
    /// How many suggestions of carers came.
    public var suggestions: Int
    /// How many changes of the person's other phones came.
    public var changes: Int
    /// What to tell.
    public var sentences: [String]

    public init(suggestions: Int, changes: Int, sentences: [String]) {
        self.suggestions = suggestions
        self.changes = changes
        self.sentences = sentences
    }
}

extension HearthCore.MailView: Crossing {
    func own() -> Mail {
        Mail(suggestions: suggestions.own(), changes: changes.own(), sentences: sentences)
    }
}

/// Carers whose phones are paired, and the mailbox: the calls.
public protocol CarersCalls: Sendable {
    /// Who is paired, and who is on the way. Asks nobody.
    func pairings() async throws -> Pairings

    /// Begins to pair with a carer: what to show or send them. Asks the network: it may take 30 s.
    func carerInvite() async throws -> CarerInvitation

    /// What is offered first for a carer's link.
    func carerOffered() async throws -> ShareChoice

    /// The digits are the same: takes the carer in, and shares just what was previewed (`sum` is the
    /// preview's). `person`: who they are in People; none makes a new entry. Asks the network.
    func carerSame(id: String, person: String?, choice: ShareChoice, sum: String) async throws -> Pairings

    /// Gives a pairing up, a carer's or another phone's: the digits differ, or nobody is to be paired.
    func pairingRefuse(id: String) async throws

    /// Lets a carer go: their link ends and they can't suggest any more. Asks the network.
    func carerEnd(id: String) async throws -> Pairings

    /// Looks into the mailbox and leaves what is to go: answers of carers, suggestions, the other
    /// phones' changes. Asks the network.
    func deliverMail() async throws -> Mail
}

extension CorePlan: CarersCalls {
    func pairings() async throws -> Pairings {
        try await ask { try $0.pairings().own() }
    }

    func carerInvite() async throws -> CarerInvitation {
        try await far { try $0.carerInvite().own() }
    }

    func carerOffered() async throws -> ShareChoice {
        try await ask { try $0.carerOffered().own() }
    }

    func carerSame(id: String, person: String?, choice: ShareChoice, sum: String) async throws -> Pairings {
        try await far { try $0.carerSame(id: id, person: person, choice: choice.core(), sum: sum).own() }
    }

    func pairingRefuse(id: String) async throws {
        try await far { try $0.pairingRefuse(id: id) }
    }

    func carerEnd(id: String) async throws -> Pairings {
        try await far { try $0.carerEnd(id: id).own() }
    }

    func deliverMail() async throws -> Mail {
        try await far { try $0.deliverMail().own() }
    }
}
