// Today, and how the plan was found.

import Foundation
import HearthCore

/// One goal on the first screen.
public struct GoalLine: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// In the person's words; every version that stands.
    public var words: [String]
    /// 1..=10, or none where it was not answered or two answers stand.
    public var importance: Int?

    public init(id: String, words: [String], importance: Int? = nil) {
        self.id = id
        self.words = words
        self.importance = importance
    }
}

extension HearthCore.GoalLine: Crossing {
    func own() -> GoalLine {
        GoalLine(id: id, words: words, importance: importance.own())
    }
}

/// The first screen.
public struct Home: Sendable, Equatable, Hashable {
    /// What to call the person.
    public var callMe: String
    /// The goals, pinned first.
    public var goals: [GoalLine]
    /// Promises that are late.
    public var late: [Promise]
    /// What is to be looked at again today, or was to be.
    public var due: [Due]
    /// A prompt at 16, where a parent writes for the person.
    public var handOver: String?
    /// How many suggestions wait.
    public var suggestions: Int
    /// How many fields have two versions that wait to be settled.
    public var unsettled: Int
    /// What must be told of how the store was found.
    public var notices: [String]

    public init(
        callMe: String,
        goals: [GoalLine],
        late: [Promise],
        due: [Due],
        handOver: String? = nil,
        suggestions: Int,
        unsettled: Int,
        notices: [String]
    ) {
        self.callMe = callMe
        self.goals = goals
        self.late = late
        self.due = due
        self.handOver = handOver
        self.suggestions = suggestions
        self.unsettled = unsettled
        self.notices = notices
    }
}

extension HearthCore.HomeView: Crossing {
    func own() -> Home {
        Home(
            callMe: callMe,
            goals: goals.own(),
            late: late.own(),
            due: due.own(),
            handOver: handOver,
            suggestions: suggestions.own(),
            unsettled: unsettled.own(),
            notices: notices
        )
    }
}

/// An entry that changed.
public struct Place: Sendable, Equatable, Hashable, Identifiable {
    /// Its kind's name in the table; "" for one that only a newer Hearth knows.
    public var kind: String
    /// Names it.
    public var id: String

    public init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }
}

extension HearthCore.Place: Crossing {
    func own() -> Place {
        Place(kind: kind, id: id)
    }
}

/// Today, and how the plan was found: the calls.
public protocol HomeCalls: Sendable {
    /// The first screen.
    func home() async throws -> Home
}

extension CorePlan: HomeCalls {
    func home() async throws -> Home {
        try await ask { try $0.home().own() }
    }
}
