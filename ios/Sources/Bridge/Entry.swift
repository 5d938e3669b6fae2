// Entry.

import Foundation
import HearthCore

/// What a field holds, and so which `Answer` is written in it.
public enum Holds: Sendable, Equatable, Hashable, CaseIterable {
    /// `Words`, or `Interpreted`.
    case words
    /// `Whole`, 1 to 10.
    case scale
    /// `Whole`, 0 to 40: a CAT total.
    case catTotal
    /// `Whole`, 0 or more.
    case count
    /// `YesNo`.
    case yesNo
    /// `Number`.
    case number
    /// `Date`.
    case date
    /// `At`.
    case at
    /// `Choice`.
    case choice
    /// `Entry`.
    case entry
    /// `Entries`.
    case entries
    /// Hearth's own bookkeeping: not for a shell.
    case own
}

extension HearthCore.Holds: Crossing {
    func own() -> Holds {
        switch self {
        case .words: .words
        case .scale: .scale
        case .catTotal: .catTotal
        case .count: .count
        case .yesNo: .yesNo
        case .number: .number
        case .date: .date
        case .at: .at
        case .choice: .choice
        case .entry: .entry
        case .entries: .entries
        case .own: .own
        }
    }
}

/// One of a field's choices.
public struct Choice: Sendable, Equatable, Hashable {
    /// Its word in the table, for writing.
    public var word: String
    /// In words.
    public var said: String

    public init(word: String, said: String) {
        self.word = word
        self.said = said
    }
}

extension HearthCore.ChoiceView: Crossing {
    func own() -> Choice {
        Choice(word: word, said: said)
    }
}

/// One field of an entry.
public struct EntryField: Sendable, Equatable, Hashable {
    /// Its name in the table: `goal.words`.
    public var name: String
    /// What it holds.
    public var holds: Holds
    /// What may be chosen, where it holds a choice.
    public var choices: [Choice]
    /// What stands, in words.
    public var said: Field
    /// The same as it is kept, one for each version of `said`: what a form is
    /// filled with, and what is written again to settle on one of two versions.
    public var kept: [Answer]

    public init(name: String, holds: Holds, choices: [Choice], said: Field, kept: [Answer]) {
        self.name = name
        self.holds = holds
        self.choices = choices
        self.said = said
        self.kept = kept
    }
}

extension HearthCore.EntryField: Crossing {
    func own() -> EntryField {
        EntryField(name: name, holds: holds.own(), choices: choices.own(), said: said.own(), kept: kept.own())
    }
}

/// An entry, ready for a form.
public struct Entry: Sendable, Equatable, Hashable, Identifiable {
    /// Its kind's name in the table.
    public var kind: String
    /// Names it.
    public var id: String
    /// Its own fields that a person writes, in the table's order.
    public var fields: [EntryField]
    /// Only me.
    public var onlyMe: Bool
    /// Switched on for the emergency card.
    public var onCard: Bool
    /// What must be said of it: suggestions that wait.
    public var notes: [String]
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?

    public init(
        kind: String,
        id: String,
        fields: [EntryField],
        onlyMe: Bool,
        onCard: Bool,
        notes: [String],
        unsettled: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.fields = fields
        self.onlyMe = onlyMe
        self.onCard = onCard
        self.notes = notes
        self.unsettled = unsettled
    }
}

extension HearthCore.EntryView: Crossing {
    func own() -> Entry {
        Entry(
            kind: kind,
            id: id,
            fields: fields.own(),
            onlyMe: onlyMe,
            onCard: onCard,
            notes: notes,
            unsettled: unsettled
        )
    }
}

/// A field, as the table has it.
public struct FieldName: Sendable, Equatable, Hashable {
    /// Its name.
    public var name: String
    /// What it holds.
    public var holds: Holds
    /// The words of its choices.
    public var choices: [String]

    public init(name: String, holds: Holds, choices: [String]) {
        self.name = name
        self.holds = holds
        self.choices = choices
    }
}

extension HearthCore.FieldName: Crossing {
    func own() -> FieldName {
        FieldName(name: name, holds: holds.own(), choices: choices)
    }
}

/// A kind of entry, as the table has it.
public struct KindName: Sendable, Equatable, Hashable {
    /// Its name.
    public var name: String
    /// Whether a plan has just one, and then its id.
    public var only: String?
    /// Its fields, those that every kind has among them.
    public var fields: [FieldName]

    public init(name: String, only: String? = nil, fields: [FieldName]) {
        self.name = name
        self.only = only
        self.fields = fields
    }
}

extension HearthCore.KindName: Crossing {
    func own() -> KindName {
        KindName(name: name, only: only, fields: fields.own())
    }
}

/// Entry: the calls.
public protocol EntryCalls: Sendable {
    /// An entry that is not written yet, for the form that begins one: every field
    /// empty, with what may be chosen. Its `id` names nothing.
    func blank(kind: String) async throws -> Entry

    /// Every entry of a kind that is here; with `of`, those that are part of it.
    func entries(kind: String, of: String?) async throws -> [Entry]

    /// One entry, for a form. One of a kind that a plan has just once is drawn
    /// empty where nothing was ever written in it; `id` may then be "".
    func entry(kind: String, id: String) async throws -> Entry
}

extension EntryCalls {
    public func entries(kind: String) async throws -> [Entry] {
        try await entries(kind: kind, of: nil)
    }
}

extension CorePlan: EntryCalls {
    func blank(kind: String) async throws -> Entry {
        try await ask { try $0.blank(kind: kind).own() }
    }

    func entries(kind: String, of: String?) async throws -> [Entry] {
        try await ask { try $0.entries(kind: kind, of: of).own() }
    }

    func entry(kind: String, id: String) async throws -> Entry {
        try await ask { try $0.entry(kind: kind, id: id).own() }
    }
}
