// Answers.

import Foundation
import HearthCore

/// What is written in a field. The table says which field holds what; anything
/// else is refused with a sentence.
public enum Answer: Sendable, Equatable, Hashable {
    /// Not answered: an answer taken back.
    case nothing
    /// Words as typed, any script, at most 64 KiB.
    case words(String)
    /// Words through an interpreter.
    case interpreted(text: String, original: String, language: String, interpreter: String, on: String)
    /// A whole number: a step of a scale, a count.
    case whole(Int)
    /// Yes or no.
    case yesNo(Bool)
    /// A measured number, as it was written: `72.50` stays `72.50`.
    case number(String)
    /// A calendar date: `1951`, `1951-03` or `1951-03-04`.
    case date(String)
    /// A moment.
    case at(ms: Int, offsetMinutes: Int)
    /// One of the field's choices.
    case choice(String)
    /// Another entry.
    case entry(String)
    /// Entries in an order that matters.
    case entries([String])
}

extension HearthCore.Answer: Crossing {
    func own() -> Answer {
        switch self {
        case .nothing: .nothing
        case let .words(text):
            .words(text)
        case let .interpreted(text, original, language, interpreter, on):
            .interpreted(text: text, original: original, language: language, interpreter: interpreter, on: on)
        case let .whole(number):
            .whole(number.own())
        case let .yesNo(yes):
            .yesNo(yes)
        case let .number(text):
            .number(text)
        case let .date(date):
            .date(date)
        case let .at(ms, offsetMinutes):
            .at(ms: ms.own(), offsetMinutes: offsetMinutes.own())
        case let .choice(word):
            .choice(word)
        case let .entry(id):
            .entry(id)
        case let .entries(ids):
            .entries(ids)
        }
    }
}

extension Answer {
    func core() -> HearthCore.Answer {
        switch self {
        case .nothing: .nothing
        case let .words(text):
            .words(text: text)
        case let .interpreted(text, original, language, interpreter, on):
            .interpreted(text: text, original: original, language: language, interpreter: interpreter, on: on)
        case let .whole(number):
            .whole(number: Int64(clamping: number))
        case let .yesNo(yes):
            .yesNo(yes: yes)
        case let .number(text):
            .number(text: text)
        case let .date(date):
            .date(date: date)
        case let .at(ms, offsetMinutes):
            .at(ms: Int64(clamping: ms), offsetMinutes: Int16(clamping: offsetMinutes))
        case let .choice(word):
            .choice(word: word)
        case let .entry(id):
            .entry(id: id)
        case let .entries(ids):
            .entries(ids: ids)
        }
    }
}

/// Who writes on this phone.
public enum Writer: Sendable, Equatable, Hashable {
    /// The person.
    case person
    /// Somebody with authority to write for them.
    case behalf(String)
    /// A carer: their words are a suggestion.
    case carer(String)
    /// Somebody handed the phone: their words wait until the person takes them in.
    case guest(name: String, role: String)
}

extension Writer {
    func core() -> HearthCore.Writer {
        switch self {
        case .person: .person
        case let .behalf(person):
            .behalf(person: person)
        case let .carer(person):
            .carer(person: person)
        case let .guest(name, role):
            .guest(name: name, role: role)
        }
    }
}

/// An answer and the field it is for.
public struct FieldAnswer: Sendable, Equatable, Hashable {
    /// The field's name in the table: `words`, or with its kind, `goal.words`.
    public var field: String
    /// What is written in it.
    public var answer: Answer

    public init(field: String, answer: Answer) {
        self.field = field
        self.answer = answer
    }
}

extension FieldAnswer {
    func core() -> HearthCore.FieldAnswer {
        HearthCore.FieldAnswer(field: field, answer: answer.core())
    }
}
