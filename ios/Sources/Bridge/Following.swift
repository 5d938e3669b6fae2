// Following the plans of others, and suggesting.

import Foundation
import HearthCore

/// Somebody whose plan is followed, or is to be.
public struct Followed: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What they are called.
    public var name: String
    /// How old the copy is: "As of Tuesday, 3 days ago"; "" where there is none.
    public var age: String
    /// What else to say: when it was last checked or could not be, until when, how it ended.
    public var lines: [String]
    /// It ends soon; "" where it does not.
    public var warning: String
    /// There is a copy to read.
    public var kept: Bool
    /// Whoever holds this phone may suggest.
    public var maySuggest: Bool
    /// How many suggestions wait for signal.
    public var waiting: Int
    /// The digits to compare, where a pairing is on the way.
    public var digits: String?

    public init(
        id: String, name: String, age: String, lines: [String], warning: String, kept: Bool, maySuggest: Bool,
        waiting: Int, digits: String?
    ) {
        self.id = id
        self.name = name
        self.age = age
        self.lines = lines
        self.warning = warning
        self.kept = kept
        self.maySuggest = maySuggest
        self.waiting = waiting
        self.digits = digits
    }
}

extension HearthCore.FollowedView: Crossing {
    func own() -> Followed {
        Followed(
            id: id, name: name, age: age, lines: lines, warning: warning, kept: kept, maySuggest: maySuggest,
            waiting: waiting.own(), digits: digits)
    }
}

/// Everybody who is followed.
public struct FollowedPeople: Sendable, Equatable, Hashable {
    /// Pairings on the way.
    public var meetings: [Followed]
    /// Those whose copies are here first.
    public var followed: [Followed]

    public init(meetings: [Followed], followed: [Followed]) {
        self.meetings = meetings
        self.followed = followed
    }
}

extension HearthCore.FollowingView: Crossing {
    func own() -> FollowedPeople {
        FollowedPeople(meetings: meetings.own(), followed: followed.own())
    }
}

/// Somebody whom a copy says to call.
public struct FollowedCall: Sendable, Equatable, Hashable {
    /// "Sam"; "" where the copy says none.
    public var name: String
    /// "my son"; "" where the copy says none.
    public var relation: String
    /// As it was written: spaces and all. It holds nothing but what is dialled.
    public var number: String

    public init(name: String, relation: String, number: String) {
        self.name = name
        self.relation = relation
        self.number = number
    }
}

extension HearthCore.FollowedCall: Crossing {
    func own() -> FollowedCall {
        FollowedCall(name: name, relation: relation, number: number)
    }
}

/// What a link or an invitation says of itself.
public struct FollowGiven: Sendable, Equatable, Hashable {
    /// It is an invitation to be somebody's carer; else a link, which is read and no more.
    public var invitation: Bool
    /// What whoever made it is called, or calls it; "" for nothing.
    public var name: String
    /// The host asks for a passcode.
    public var passcode: Bool

    public init(invitation: Bool, name: String, passcode: Bool) {
        self.invitation = invitation
        self.name = name
        self.passcode = passcode
    }
}

extension HearthCore.FollowGiven: Crossing {
    func own() -> FollowGiven {
        FollowGiven(invitation: invitation, name: name, passcode: passcode)
    }
}

/// A copy, to be read. All of it is somebody else's words: text, never markup.
public struct FollowedCard: Sendable, Equatable, Hashable {
    /// Whose, and how old.
    public var view: Followed
    /// What stands in front: who made it, what is not in it.
    public var front: [String]
    /// Whom it says to call, the first to be called first.
    public var calls: [FollowedCall]
    /// What it says: what to do when the person is unwell first, then in its own order.
    public var sections: [SharedSection]

    public init(view: Followed, front: [String], calls: [FollowedCall], sections: [SharedSection]) {
        self.view = view
        self.front = front
        self.calls = calls
        self.sections = sections
    }
}

extension HearthCore.FollowedCard: Crossing {
    func own() -> FollowedCard {
        FollowedCard(view: view.own(), front: front, calls: calls.own(), sections: sections.own())
    }
}

/// Words of a copy that others can be offered for.
public struct FollowedEntry: Sendable, Equatable, Hashable {
    /// Names it in the copy.
    public var entry: String
    /// The kind of entry, by its name in the table.
    public var kind: String
    /// The field, by its name in the table: `goal.words`.
    public var field: String
    /// What stands there.
    public var words: String

    public init(entry: String, kind: String, field: String, words: String) {
        self.entry = entry
        self.kind = kind
        self.field = field
        self.words = words
    }
}

extension HearthCore.FollowedEntry: Crossing {
    func own() -> FollowedEntry {
        FollowedEntry(entry: entry, kind: kind, field: field, words: words)
    }
}

/// Words for one field.
public struct SuggestedField: Sendable, Equatable, Hashable {
    /// The field's name in the table.
    public var field: String
    /// The words.
    public var words: String

    public init(field: String, words: String) {
        self.field = field
        self.words = words
    }
}

/// What is to be suggested: other words for a field of an entry, or a new entry.
public struct Suggested: Sendable, Equatable, Hashable {
    /// The entry, as the copy names it; none for a new one.
    public var entry: String?
    /// The kind of entry, by name.
    public var kind: String
    /// For a new entry that is part of another: that one, as the copy names it.
    public var within: String?
    /// The words.
    public var fields: [SuggestedField]

    public init(entry: String?, kind: String, within: String?, fields: [SuggestedField]) {
        self.entry = entry
        self.kind = kind
        self.within = within
        self.fields = fields
    }
}

extension SuggestedField {
    func core() -> HearthCore.SuggestedField {
        HearthCore.SuggestedField(field: field, words: words)
    }
}

extension Suggested {
    func core() -> HearthCore.Suggested {
        HearthCore.Suggested(entry: entry, kind: kind, within: within, fields: fields.map { $0.core() })
    }
}

/// Following the plans of others, and suggesting: the calls.
public protocol FollowingCalls: Sendable {
    /// Who is followed. Asks nobody.
    func following() async throws -> FollowedPeople

    /// A copy, to be read without signal.
    func followed(id: String) async throws -> FollowedCard

    /// Reads what was scanned or pasted, before anything is begun with it. Asks nobody.
    func followGiven(text: String) async throws -> FollowGiven

    /// Follows a link. `name`: what to call them, "" for what the link calls itself. Asks the network.
    func followLink(link: String, passcode: String?, name: String) async throws -> FollowedPeople

    /// Answers a person's invitation to be their carer. `name`: what they are to call whoever holds
    /// this phone. Asks the network.
    func followAccept(text: String, name: String) async throws -> FollowedPeople

    /// The digits of a pairing on the way are the same as the person's. Asks the network.
    func followSame(id: String) async throws -> FollowedPeople

    /// Looks whether a person answered. Asks the network.
    func followLook() async throws -> FollowedPeople

    /// Looks at each copy that was not looked at for an hour; with `now`, at each one. Sends what
    /// waits. Asks the network.
    func refreshFollowing(now: Bool) async throws -> FollowedPeople

    /// Takes a copy away, because whoever holds this phone wants it so.
    func followForget(id: String) async throws -> FollowedPeople

    /// What words can be offered for in a copy.
    func followedEntries(id: String) async throws -> [FollowedEntry]

    /// Suggests; without signal it waits. Asks the network.
    func suggest(id: String, suggested: Suggested) async throws -> Followed
}

extension CorePlan: FollowingCalls {
    func following() async throws -> FollowedPeople {
        try await ask { try $0.following().own() }
    }

    func followed(id: String) async throws -> FollowedCard {
        try await ask { try $0.followed(id: id).own() }
    }

    func followGiven(text: String) async throws -> FollowGiven {
        try await ask { try $0.followGiven(text: text).own() }
    }

    func followLink(link: String, passcode: String?, name: String) async throws -> FollowedPeople {
        try await far { try $0.followLink(link: link, passcode: passcode, name: name).own() }
    }

    func followAccept(text: String, name: String) async throws -> FollowedPeople {
        try await far { try $0.followAccept(text: text, name: name).own() }
    }

    func followSame(id: String) async throws -> FollowedPeople {
        try await far { try $0.followSame(id: id).own() }
    }

    func followLook() async throws -> FollowedPeople {
        try await far { try $0.followLook().own() }
    }

    func refreshFollowing(now: Bool) async throws -> FollowedPeople {
        try await far { try $0.refreshFollowing(now: now).own() }
    }

    func followForget(id: String) async throws -> FollowedPeople {
        try await far { try $0.followForget(id: id).own() }
    }

    func followedEntries(id: String) async throws -> [FollowedEntry] {
        try await ask { try $0.followedEntries(id: id).own() }
    }

    func suggest(id: String, suggested: Suggested) async throws -> Followed {
        try await far { try $0.suggest(id: id, suggested: suggested.core()).own() }
    }
}
