// Sentences, languages, dates.

import Foundation
import HearthCore

/// Something put into a sentence.
public enum Filling: Sendable, Equatable, Hashable {
    /// Text of a person, a name, a date in words.
    case text(String)
    /// A whole number: chooses between "1 day" and "2 days".
    case count(Int)
}

extension Filling {
    func core() -> HearthCore.Filling {
        switch self {
        case let .text(text):
            .text(text: text)
        case let .count(number):
            .count(number: Int64(clamping: number))
        }
    }
}

/// A language that a person may choose.
public struct Language: Sendable, Equatable, Hashable {
    /// Its BCP 47 tag: `cy`.
    public var tag: String
    /// Its name in itself: "Cymraeg".
    public var ownName: String
    /// Its lines run from right to left.
    public var rightToLeft: Bool
    /// A clinician has read its safety text; where not, English stands beside it.
    public var reviewed: Bool

    public init(tag: String, ownName: String, rightToLeft: Bool, reviewed: Bool) {
        self.tag = tag
        self.ownName = ownName
        self.rightToLeft = rightToLeft
        self.reviewed = reviewed
    }
}

extension HearthCore.LanguageView: Crossing {
    func own() -> Language {
        Language(tag: tag, ownName: ownName, rightToLeft: rightToLeft, reviewed: reviewed)
    }
}

/// What is always drawn, with a plan or without.
public struct SafetyNote: Sendable, Equatable, Hashable {
    /// "Life at risk? 999 ...": a line, or two where English stands beside it.
    public var lifeAtRisk: String
    /// The number to dial when life is at risk.
    public var emergencyNumber: String
    /// The number to dial when it is urgent.
    public var urgentNumber: String
    /// That no clinician has read the safety text of this language.
    public var notReviewed: String?

    public init(lifeAtRisk: String, emergencyNumber: String, urgentNumber: String, notReviewed: String? = nil) {
        self.lifeAtRisk = lifeAtRisk
        self.emergencyNumber = emergencyNumber
        self.urgentNumber = urgentNumber
        self.notReviewed = notReviewed
    }
}

extension HearthCore.SafetyNote: Crossing {
    func own() -> SafetyNote {
        SafetyNote(
            lifeAtRisk: lifeAtRisk,
            emergencyNumber: emergencyNumber,
            urgentNumber: urgentNumber,
            notReviewed: notReviewed
        )
    }
}

/// A sentence that is asked for: its key, and the number in it where there is one.
public struct Say: Sendable, Equatable, Hashable {
    /// Its key.
    public var key: String
    /// What stands for `n` in it.
    public var n: Int?

    public init(key: String, n: Int? = nil) {
        self.key = key
        self.n = n
    }
}

extension Say {
    func core() -> HearthCore.Say {
        HearthCore.Say(key: key, n: n.map { Int64(clamping: $0) })
    }
}

/// Sentences, languages, dates: the calls.
public protocol WordsCalls: Sendable {
    /// A calendar date in words: "Thursday 26 November 2026", "March 1951".
    func dateInWords(date: String) async throws -> String

    /// One of Hearth's sentences by its key; safety text with the English beside
    /// it where its language needs that.
    func sentence(key: String, with: [String: Filling]) async throws -> String

    /// Many of Hearth's sentences at once, in the order they are asked for.
    func sentences(say: [Say]) async throws -> [String]

    /// From now on Hearth speaks another language, and the card is in it. Draw
    /// every screen anew.
    func speak(language: String) async throws -> Language
}

extension CorePlan: WordsCalls {
    func dateInWords(date: String) async throws -> String {
        try await ask { try $0.dateInWords(date: date) }
    }

    func sentence(key: String, with: [String: Filling]) async throws -> String {
        try await ask { try $0.sentence(key: key, with: with.mapValues { $0.core() }) }
    }

    func sentences(say: [Say]) async throws -> [String] {
        try await ask { try $0.sentences(say: say.map { $0.core() }) }
    }

    func speak(language: String) async throws -> Language {
        try await ask { try $0.speak(language: language).own() }
    }
}
