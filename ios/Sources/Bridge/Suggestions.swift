// Suggestions.

import Foundation
import HearthCore

/// An entry that somebody wrote on the person's phone, and that waits.
public struct Guest: Sendable, Equatable, Hashable, Identifiable {
    /// The kind of entry.
    public var kind: String
    /// Which one.
    public var id: String
    /// Their words, in reading order.
    public var lines: [String]
    /// "Written by NAME, ROLE, on my phone, today".
    public var who: String

    public init(kind: String, id: String, lines: [String], who: String) {
        self.kind = kind
        self.id = id
        self.lines = lines
        self.who = who
    }
}

extension HearthCore.GuestView: Crossing {
    func own() -> Guest {
        Guest(kind: kind, id: id, lines: lines, who: who)
    }
}

/// Something that waits for the person to say.
public struct Suggestion: Sendable, Equatable, Hashable, Identifiable {
    /// Names it, to accept or decline.
    public var id: String
    /// The kind of entry it is for.
    public var kind: String
    /// Which one.
    public var entry: String
    /// The field's name in the table.
    public var field: String
    /// What is offered, in words.
    public var offered: String
    /// What stands now, in words; "" where nothing does.
    public var stands: String
    /// "NAME suggested a change, DATE".
    public var line: String
    /// The words have changed since they were read by whoever suggested this.
    public var baseChanged: Bool
    /// Accepting asks a second time.
    public var asksAgain: Bool

    public init(
        id: String,
        kind: String,
        entry: String,
        field: String,
        offered: String,
        stands: String,
        line: String,
        baseChanged: Bool,
        asksAgain: Bool
    ) {
        self.id = id
        self.kind = kind
        self.entry = entry
        self.field = field
        self.offered = offered
        self.stands = stands
        self.line = line
        self.baseChanged = baseChanged
        self.asksAgain = asksAgain
    }
}

extension HearthCore.SuggestionView: Crossing {
    func own() -> Suggestion {
        Suggestion(
            id: id,
            kind: kind,
            entry: entry,
            field: field,
            offered: offered,
            stands: stands,
            line: line,
            baseChanged: baseChanged,
            asksAgain: asksAgain
        )
    }
}

/// Suggestions: the calls.
public protocol SuggestionsCalls: Sendable {
    /// Takes the words offered into the plan. `AskAgain` where people act on them
    /// when the person is unwell: ask a second time, then with `sure`.
    func accept(suggestion: String, sure: Bool) async throws

    /// Takes an entry that a guest wrote into the plan, all in one. `AskAgain`
    /// where people act on it when the person is unwell.
    func acceptGuest(kind: String, id: String, sure: Bool) async throws

    /// Leaves the words as they are.
    func decline(suggestion: String) async throws

    /// Leaves an entry that a guest wrote out of the plan. It is in History.
    func declineGuest(kind: String, id: String) async throws

    /// Whole entries that somebody wrote when they were handed the phone: each is
    /// one thing to say yes or no to.
    func guests() async throws -> [Guest]

    /// Everything that waits, field by field. There is no accept-all.
    func suggestions() async throws -> [Suggestion]

    /// Takes an acceptance back: the words that stood before stand again.
    func undoAccept(suggestion: String) async throws
}

extension CorePlan: SuggestionsCalls {
    func accept(suggestion: String, sure: Bool) async throws {
        try await ask { try $0.accept(suggestion: suggestion, sure: sure) }
    }

    func acceptGuest(kind: String, id: String, sure: Bool) async throws {
        try await ask { try $0.acceptGuest(kind: kind, id: id, sure: sure) }
    }

    func decline(suggestion: String) async throws {
        try await ask { try $0.decline(suggestion: suggestion) }
    }

    func declineGuest(kind: String, id: String) async throws {
        try await ask { try $0.declineGuest(kind: kind, id: id) }
    }

    func guests() async throws -> [Guest] {
        try await ask { try $0.guests().own() }
    }

    func suggestions() async throws -> [Suggestion] {
        try await ask { try $0.suggestions().own() }
    }

    func undoAccept(suggestion: String) async throws {
        try await ask { try $0.undoAccept(suggestion: suggestion) }
    }
}
