// Goals, actions, check-ins, agreements.

import Foundation
import HearthCore

/// An action, ready to draw.
public struct Action: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What exactly am I going to do.
    public var what: Field
    /// What might stop me.
    public var barrier: Field
    /// What I can do about it.
    public var strategy: Field
    /// How confident: "6", or not answered.
    public var confidence: Field
    /// "Confident 6 of 10", or "not answered".
    public var confidenceLine: String
    /// "What would make it a 7?", where every answer that stands is below 7.
    public var ask: String?
    /// What would make it a 7, once answered.
    public var wouldHelp: Field
    /// How it went, oldest first.
    public var checkIns: [CheckIn]

    public init(
        id: String,
        what: Field,
        barrier: Field,
        strategy: Field,
        confidence: Field,
        confidenceLine: String,
        ask: String? = nil,
        wouldHelp: Field,
        checkIns: [CheckIn]
    ) {
        self.id = id
        self.what = what
        self.barrier = barrier
        self.strategy = strategy
        self.confidence = confidence
        self.confidenceLine = confidenceLine
        self.ask = ask
        self.wouldHelp = wouldHelp
        self.checkIns = checkIns
    }
}

extension HearthCore.ActionView: Crossing {
    func own() -> Action {
        Action(
            id: id,
            what: what.own(),
            barrier: barrier.own(),
            strategy: strategy.own(),
            confidence: confidence.own(),
            confidenceLine: confidenceLine,
            ask: ask,
            wouldHelp: wouldHelp.own(),
            checkIns: checkIns.own()
        )
    }
}

/// An agreement and whether it still holds.
public struct Agreement: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// "Agreed with NAME, DATE, as recorded by the patient", or
    /// "Changed since agreed with NAME, DATE".
    public var line: String
    /// Some words have changed since.
    public var changed: Bool
    /// The versions that were agreed and no longer stand: one touch away.
    public var agreedWords: [String]

    public init(id: String, line: String, changed: Bool, agreedWords: [String]) {
        self.id = id
        self.line = line
        self.changed = changed
        self.agreedWords = agreedWords
    }
}

extension HearthCore.AgreementView: Crossing {
    func own() -> Agreement {
        Agreement(id: id, line: line, changed: changed, agreedWords: agreedWords)
    }
}

/// One check-in.
public struct CheckIn: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// How it went.
    public var went: Field
    /// How confident then: 1..=10, or none where it was not answered.
    public var confidence: Int?
    /// When, in words.
    public var at: String

    public init(id: String, went: Field, confidence: Int? = nil, at: String) {
        self.id = id
        self.went = went
        self.confidence = confidence
        self.at = at
    }
}

extension HearthCore.CheckInView: Crossing {
    func own() -> CheckIn {
        CheckIn(id: id, went: went.own(), confidence: confidence.own(), at: at)
    }
}

/// A goal, ready to draw.
public struct Goal: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// In the person's words.
    public var words: Field
    /// How important: "9", or not answered.
    public var importance: Field
    /// "Important 9 of 10", or "not answered".
    public var importanceLine: String
    /// How it stands.
    public var status: Field
    /// Kept at the top.
    public var pinned: Bool
    /// Only me.
    public var onlyMe: Bool
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?
    /// What exactly.
    public var actions: [Action]
    /// Who agreed to it.
    public var agreements: [Agreement]

    public init(
        id: String,
        words: Field,
        importance: Field,
        importanceLine: String,
        status: Field,
        pinned: Bool,
        onlyMe: Bool,
        unsettled: String? = nil,
        actions: [Action],
        agreements: [Agreement]
    ) {
        self.id = id
        self.words = words
        self.importance = importance
        self.importanceLine = importanceLine
        self.status = status
        self.pinned = pinned
        self.onlyMe = onlyMe
        self.unsettled = unsettled
        self.actions = actions
        self.agreements = agreements
    }
}

extension HearthCore.GoalView: Crossing {
    func own() -> Goal {
        Goal(
            id: id,
            words: words.own(),
            importance: importance.own(),
            importanceLine: importanceLine,
            status: status.own(),
            pinned: pinned,
            onlyMe: onlyMe,
            unsettled: unsettled,
            actions: actions.own(),
            agreements: agreements.own()
        )
    }
}

/// Goals, actions, check-ins, agreements: the calls.
public protocol GoalsCalls: Sendable {
    /// Records that an entry, with all in it, was agreed: exactly what stands now.
    /// Any change after shows. `on`: `2026-10-14`.
    func agree(of: String, id: String, with: String, role: String, on: String, by: Writer) async throws -> String

    /// Notes how an action went. Both answers may be left empty.
    func checkIn(action: String, went: String?, confidence: Int?, by: Writer) async throws -> String

    /// One goal.
    func goal(id: String) async throws -> Goal

    /// Every goal: pinned first, then by place.
    func goals() async throws -> [Goal]
}

extension GoalsCalls {
    public func agree(of: String, id: String, with: String, role: String, on: String) async throws -> String {
        try await agree(of: of, id: id, with: with, role: role, on: on, by: .person)
    }

    public func checkIn(action: String, went: String? = nil, confidence: Int? = nil) async throws -> String {
        try await checkIn(action: action, went: went, confidence: confidence, by: .person)
    }
}

extension CorePlan: GoalsCalls {
    func agree(of: String, id: String, with: String, role: String, on: String, by: Writer) async throws -> String {
        try await ask { try $0.agree(of: of, id: id, with: with, role: role, on: on, by: by.core()) }
    }

    func checkIn(action: String, went: String?, confidence: Int?, by: Writer) async throws -> String {
        try await ask { try $0.checkIn(action: action, went: went, confidence: confidence.map { Int64(clamping: $0) }, by: by.core()) }
    }

    func goal(id: String) async throws -> Goal {
        try await ask { try $0.goal(id: id).own() }
    }

    func goals() async throws -> [Goal] {
        try await ask { try $0.goals().own() }
    }
}
