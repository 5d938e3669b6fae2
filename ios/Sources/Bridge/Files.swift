// Files in the forms that others read.

import Foundation
import HearthCore

/// One of PRSB's lists.
public enum PrsbList: Sendable, Equatable, Hashable, CaseIterable {
    /// Personalised care and support plan 2.0.
    case carePlan
    /// About Me 2.01.
    case aboutMe
    /// Palliative and end of life care 1.1.
    case endOfLife
}

extension HearthCore.PrsbList: Crossing {
    func own() -> PrsbList {
        switch self {
        case .carePlan: .carePlan
        case .aboutMe: .aboutMe
        case .endOfLife: .endOfLife
        }
    }
}

extension PrsbList {
    func core() -> HearthCore.PrsbList {
        switch self {
        case .carePlan: .carePlan
        case .aboutMe: .aboutMe
        case .endOfLife: .endOfLife
        }
    }
}

/// What a practice's file brought.
public struct PaperTaken: Sendable, Equatable, Hashable {
    /// Changes of the person's words that it suggests.
    public var suggested: Int
    /// Results, medicines, promises and the like that came with it.
    public var received: Int
    /// Things in it that can't be read.
    public var leftOut: Int
    /// What to tell the person.
    public var sentences: [String]

    public init(suggested: Int, received: Int, leftOut: Int, sentences: [String]) {
        self.suggested = suggested
        self.received = received
        self.leftOut = leftOut
        self.sentences = sentences
    }
}

extension HearthCore.PaperTaken: Crossing {
    func own() -> PaperTaken {
        PaperTaken(suggested: suggested.own(), received: received.own(), leftOut: leftOut.own(), sentences: sentences)
    }
}

/// A plan in PRSB's form.
public struct PrsbExport: Sendable, Equatable, Hashable {
    /// The JSON.
    public var json: String
    /// What was left out of it, and how much.
    public var leftOut: PrsbLeftOut
    /// What was left out, in sentences: to be told before it goes.
    public var lines: [String]
    /// Where it does not conform to the list. Nothing is cut for that.
    public var notes: [PrsbNote]

    public init(json: String, leftOut: PrsbLeftOut, lines: [String], notes: [PrsbNote]) {
        self.json = json
        self.leftOut = leftOut
        self.lines = lines
        self.notes = notes
    }
}

extension HearthCore.PrsbExport: Crossing {
    func own() -> PrsbExport {
        PrsbExport(json: json, leftOut: leftOut.own(), lines: lines, notes: notes.own())
    }
}

/// What a file in PRSB's form brought.
public struct PrsbImport: Sendable, Equatable, Hashable {
    /// Its list.
    public var list: PrsbList
    /// Entries that are new.
    public var new: Int
    /// Entries that were here just so.
    public var already: Int
    /// Fields that wait as a suggestion beside the person's own words.
    public var suggested: Int
    /// Parts that can't be shown, kept as they came.
    public var kept: Int
    /// Elements that a person's plan leaves out.
    public var leftOut: Int
    /// What was done, in sentences.
    public var lines: [String]
    /// What must be said of places in the file.
    public var notes: [PrsbNote]

    public init(
        list: PrsbList,
        new: Int,
        already: Int,
        suggested: Int,
        kept: Int,
        leftOut: Int,
        lines: [String],
        notes: [PrsbNote]
    ) {
        self.list = list
        self.new = new
        self.already = already
        self.suggested = suggested
        self.kept = kept
        self.leftOut = leftOut
        self.lines = lines
        self.notes = notes
    }
}

extension HearthCore.PrsbImport: Crossing {
    func own() -> PrsbImport {
        PrsbImport(
            list: list.own(),
            new: new.own(),
            already: already.own(),
            suggested: suggested.own(),
            kept: kept.own(),
            leftOut: leftOut.own(),
            lines: lines,
            notes: notes.own()
        )
    }
}

/// What was left out, in entries.
public struct PrsbLeftOut: Sendable, Equatable, Hashable {
    /// Marked "only me", with what is in them.
    public var onlyMe: Int
    /// Removed, with what was in them.
    public var removed: Int
    /// Answers that leave the phone only by a choice of their own.
    public var delicate: Int
    /// Suggestions that wait for the person to say.
    public var waiting: Int

    public init(onlyMe: Int, removed: Int, delicate: Int, waiting: Int) {
        self.onlyMe = onlyMe
        self.removed = removed
        self.delicate = delicate
        self.waiting = waiting
    }
}

extension HearthCore.PrsbLeftOut: Crossing {
    func own() -> PrsbLeftOut {
        PrsbLeftOut(onlyMe: onlyMe.own(), removed: removed.own(), delicate: delicate.own(), waiting: waiting.own())
    }
}

/// What must be said of one place of a list.
public struct PrsbNote: Sendable, Equatable, Hashable {
    /// The place: its path in PRSB's own words.
    public var place: String
    /// The sentence, which names the place.
    public var line: String

    public init(place: String, line: String) {
        self.place = place
        self.line = line
    }
}

extension HearthCore.PrsbNote: Crossing {
    func own() -> PrsbNote {
        PrsbNote(place: place, line: line)
    }
}

/// Files in the forms that others read: the calls.
public protocol FilesCalls: Sendable {
    /// The plan as a FHIR R4 document, in bytes of JSON. It is a copy: what was
    /// given away can't be taken back.
    func fhirDocument() async throws -> Data

    /// The plan as one PRSB list has it.
    func prsbExport(list: PrsbList) async throws -> PrsbExport

    /// Takes in a file in PRSB's form; `source`: what the person says of where it
    /// is from. What the person wrote stands; the file's words wait beside it.
    func prsbImport(bytes: Data, source: String) async throws -> PrsbImport

    /// Takes in a practice's file, a FHIR R4 Bundle, with no link and no signal.
    /// `source`: what the person calls whoever gave it. The same file again changes
    /// nothing; one that is not shown to be about this person is not taken in.
    func takeFile(bytes: Data, source: String) async throws -> PaperTaken
}

extension CorePlan: FilesCalls {
    func fhirDocument() async throws -> Data {
        try await ask { try $0.fhirDocument() }
    }

    func prsbExport(list: PrsbList) async throws -> PrsbExport {
        try await ask { try $0.prsbExport(list: list.core()).own() }
    }

    func prsbImport(bytes: Data, source: String) async throws -> PrsbImport {
        try await far { try $0.prsbImport(bytes: bytes, source: source).own() }
    }

    func takeFile(bytes: Data, source: String) async throws -> PaperTaken {
        try await far { try $0.takeFile(bytes: bytes, source: source).own() }
    }
}
