// Field.

import Foundation
import HearthCore

/// A field ready to draw.
public struct Field: Sendable, Equatable, Hashable {
    /// Every version, equal. Empty: never written; draw "not answered".
    public var versions: [Version]
    /// What others suggest and waits.
    public var offers: [Offer]
    /// What must be said of it: two versions, a newer Hearth.
    public var notes: [String]
    /// The heads that this view shows, for `Plan.write_over`.
    public var seen: [String]

    public init(versions: [Version], offers: [Offer], notes: [String], seen: [String]) {
        self.versions = versions
        self.offers = offers
        self.notes = notes
        self.seen = seen
    }
}

extension HearthCore.FieldView: Crossing {
    func own() -> Field {
        Field(versions: versions.own(), offers: offers.own(), notes: notes, seen: seen)
    }
}

/// One line of a field's history.
public struct HistoryLine: Sendable, Equatable, Hashable {
    /// The words, or what was done in words.
    public var text: String
    /// Who and when.
    public var who: String
    /// How many earlier versions it replaced.
    public var replaced: Int
    /// It still stands.
    public var stands: Bool

    public init(text: String, who: String, replaced: Int, stands: Bool) {
        self.text = text
        self.who = who
        self.replaced = replaced
        self.stands = stands
    }
}

extension HearthCore.HistoryLine: Crossing {
    func own() -> HistoryLine {
        HistoryLine(text: text, who: who, replaced: replaced.own(), stands: stands)
    }
}

/// A suggestion for a field.
public struct Offer: Sendable, Equatable, Hashable, Identifiable {
    /// Names it, to accept or decline.
    public var id: String
    /// The words offered.
    public var text: String
    /// "NAME suggested a change, DATE".
    public var line: String

    public init(id: String, text: String, line: String) {
        self.id = id
        self.text = text
        self.line = line
    }
}

extension HearthCore.OfferView: Crossing {
    func own() -> Offer {
        Offer(id: id, text: text, line: line)
    }
}

/// The words as first spoken, beside an interpreter's translation.
public struct Original: Sendable, Equatable, Hashable {
    /// The person's own words.
    public var text: String
    /// Their language.
    public var language: String
    /// "Your words, 14 October, through an interpreter, NAME".
    public var who: String

    public init(text: String, language: String, who: String) {
        self.text = text
        self.language = language
        self.who = who
    }
}

extension HearthCore.OriginalView: Crossing {
    func own() -> Original {
        Original(text: text, language: language, who: who)
    }
}

/// One version of a field.
public struct Version: Sendable, Equatable, Hashable {
    /// What it says, in words; "not answered" where it is an answer taken back.
    public var text: String
    /// Whether it is an answer.
    public var answered: Bool
    /// The original, where the words came through an interpreter.
    public var original: Original?
    /// Who wrote it and when; several where several wrote just the same.
    public var who: [String]

    public init(text: String, answered: Bool, original: Original? = nil, who: [String]) {
        self.text = text
        self.answered = answered
        self.original = original
        self.who = who
    }
}

extension HearthCore.VersionView: Crossing {
    func own() -> Version {
        Version(text: text, answered: answered, original: original.own(), who: who)
    }
}
