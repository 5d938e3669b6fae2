// Lines.

import Foundation
import HearthCore

/// An entry as one line.
public struct EntryLine: Sendable, Equatable, Hashable, Identifiable {
    /// Its kind's name in the table.
    public var kind: String
    /// Names it.
    public var id: String
    /// What sort of thing it is: "Goal".
    public var heading: String
    /// The first words in it, in every version that stands; none where it has none.
    public var words: [String]
    /// It is marked "only me" itself.
    public var onlyMe: Bool

    public init(kind: String, id: String, heading: String, words: [String], onlyMe: Bool) {
        self.kind = kind
        self.id = id
        self.heading = heading
        self.words = words
        self.onlyMe = onlyMe
    }
}

extension HearthCore.EntryLine: Crossing {
    func own() -> EntryLine {
        EntryLine(kind: kind, id: id, heading: heading, words: words, onlyMe: onlyMe)
    }
}

/// Lines: the calls.
public protocol LinesCalls: Sendable {
    /// One entry as a line.
    func line(kindName: String, id: String) async throws -> EntryLine

    /// Everything in the plan that can be marked "only me" by itself, as lines.
    func lines() async throws -> [EntryLine]
}

extension CorePlan: LinesCalls {
    func line(kindName: String, id: String) async throws -> EntryLine {
        try await ask { try $0.line(kindName: kindName, id: id).own() }
    }

    func lines() async throws -> [EntryLine] {
        try await ask { try $0.lines().own() }
    }
}
