// Ahead.

import Foundation
import HearthCore

/// Looking ahead, ready to draw.
public struct Ahead: Sendable, Equatable, Hashable {
    /// "What I would like, in my words. It is not a medical order.": always drawn
    /// over the wishes.
    public var myWish: String
    /// Wishes: place, want, not want, other.
    public var preferences: [Preference]
    /// "Not an instruction: find the original.": always drawn over the papers.
    public var notAnInstruction: String
    /// Papers that exist.
    public var forms: [OfficialForm]
    /// Copies of clinical decisions, the newest of each document.
    public var copies: [KeptCopy]

    public init(
        myWish: String,
        preferences: [Preference],
        notAnInstruction: String,
        forms: [OfficialForm],
        copies: [KeptCopy]
    ) {
        self.myWish = myWish
        self.preferences = preferences
        self.notAnInstruction = notAnInstruction
        self.forms = forms
        self.copies = copies
    }
}

extension HearthCore.AheadView: Crossing {
    func own() -> Ahead {
        Ahead(
            myWish: myWish,
            preferences: preferences.own(),
            notAnInstruction: notAnInstruction,
            forms: forms.own(),
            copies: copies.own()
        )
    }
}

/// The copy of a clinical decision.
public struct KeptCopy: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// "copy: check the original": always drawn beside the words.
    public var mark: String
    /// What it is a copy of.
    public var what: Field
    /// The words on the document.
    public var words: Field
    /// "Dated 3 October", or that no date is written.
    public var dated: String
    /// "Written by NAME", or that it is not written who it is from.
    public var source: String
    /// Where the original is, or that it is not written.
    public var original: String
    /// The older copies of the same document, newest first.
    public var older: [KeptCopy]
    /// "1 older copy is kept", where one is.
    public var olderLine: String?
    /// What must be said of it.
    public var notes: [String]
    /// Only me.
    public var onlyMe: Bool

    public init(
        id: String,
        mark: String,
        what: Field,
        words: Field,
        dated: String,
        source: String,
        original: String,
        older: [KeptCopy],
        olderLine: String? = nil,
        notes: [String],
        onlyMe: Bool
    ) {
        self.id = id
        self.mark = mark
        self.what = what
        self.words = words
        self.dated = dated
        self.source = source
        self.original = original
        self.older = older
        self.olderLine = olderLine
        self.notes = notes
        self.onlyMe = onlyMe
    }
}

extension HearthCore.CopyView: Crossing {
    func own() -> KeptCopy {
        KeptCopy(
            id: id,
            mark: mark,
            what: what.own(),
            words: words.own(),
            dated: dated,
            source: source,
            original: original,
            older: older.own(),
            olderLine: olderLine,
            notes: notes,
            onlyMe: onlyMe
        )
    }
}

/// That a form exists: never what it decides.
public struct OfficialForm: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// Which form.
    public var form: Field
    /// Its name, where it is another.
    public var name: Field
    /// Its date.
    public var dated: Field
    /// Where the original is.
    public var place: Field
    /// What must be said of it.
    public var notes: [String]

    public init(id: String, form: Field, name: Field, dated: Field, place: Field, notes: [String]) {
        self.id = id
        self.form = form
        self.name = name
        self.dated = dated
        self.place = place
        self.notes = notes
    }
}

extension HearthCore.FormView: Crossing {
    func own() -> OfficialForm {
        OfficialForm(id: id, form: form.own(), name: name.own(), dated: dated.own(), place: place.own(), notes: notes)
    }
}

/// What stands on a document that is copied.
public struct NewCopy: Sendable, Equatable, Hashable {
    /// What it is.
    public var what: String
    /// Its words.
    public var words: String
    /// Its date: `2026`, `2026-10` or `2026-10-03`.
    public var dated: String?
    /// Who wrote it.
    public var source: String?
    /// Where the original is.
    public var original: String?
    /// The older copy that it takes the place of.
    public var replaces: String?

    public init(
        what: String,
        words: String,
        dated: String? = nil,
        source: String? = nil,
        original: String? = nil,
        replaces: String? = nil
    ) {
        self.what = what
        self.words = words
        self.dated = dated
        self.source = source
        self.original = original
        self.replaces = replaces
    }
}

extension NewCopy {
    func core() -> HearthCore.NewCopy {
        HearthCore.NewCopy(
            what: what,
            words: words,
            dated: dated,
            source: source,
            original: original,
            replaces: replaces
        )
    }
}

/// A wish.
public struct Preference: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What it is about.
    public var sort: Field
    /// In the person's words.
    public var words: Field
    /// "Said 3 October", or "no date written".
    public var dated: String
    /// What must be said of it: suggestions that wait, two versions.
    public var notes: [String]
    /// Only me.
    public var onlyMe: Bool

    public init(id: String, sort: Field, words: Field, dated: String, notes: [String], onlyMe: Bool) {
        self.id = id
        self.sort = sort
        self.words = words
        self.dated = dated
        self.notes = notes
        self.onlyMe = onlyMe
    }
}

extension HearthCore.PreferenceView: Crossing {
    func own() -> Preference {
        Preference(id: id, sort: sort.own(), words: words.own(), dated: dated, notes: notes, onlyMe: onlyMe)
    }
}

/// Ahead: the calls.
public protocol AheadCalls: Sendable {
    /// Looking ahead.
    func ahead() async throws -> Ahead

    /// Keeps a copy of a clinical decision. What it says is written once.
    func keepCopy(copy: NewCopy, by: Writer) async throws -> String
}

extension AheadCalls {
    public func keepCopy(copy: NewCopy) async throws -> String {
        try await keepCopy(copy: copy, by: .person)
    }
}

extension CorePlan: AheadCalls {
    func ahead() async throws -> Ahead {
        try await ask { try $0.ahead().own() }
    }

    func keepCopy(copy: NewCopy, by: Writer) async throws -> String {
        try await ask { try $0.keepCopy(copy: copy.core(), by: by.core()) }
    }
}
