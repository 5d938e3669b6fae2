// Decisions.

import Foundation
import HearthCore

/// An answer to a choice.
public enum Decided: Sendable, Equatable, Hashable {
    /// One of its options.
    case option(String)
    /// Something in words.
    case words(String)
    /// Not now.
    case notNow
}

extension Decided {
    func core() -> HearthCore.Decided {
        switch self {
        case let .option(id):
            .option(id: id)
        case let .words(text):
            .words(text: text)
        case .notNow: .notNow
        }
    }
}

/// What matters about an option.
public struct Consideration: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// For it, against it, or neither.
    public var side: Field
    /// In the person's words.
    public var words: Field
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?

    public init(id: String, side: Field, words: Field, unsettled: String? = nil) {
        self.id = id
        self.side = side
        self.words = words
        self.unsettled = unsettled
    }
}

extension HearthCore.ConsiderationView: Crossing {
    func own() -> Consideration {
        Consideration(id: id, side: side.own(), words: words.own(), unsettled: unsettled)
    }
}

/// A choice to make, ready to draw.
public struct Decision: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// The choice, in the person's words.
    public var what: Field
    /// "Not decided yet", "Decided 3 October", "Not now"; both where two answers
    /// stand.
    public var state: String
    /// One answer stands: decided, or not now.
    public var settled: Bool
    /// What was decided, in words; the option's own where it is one of them.
    public var chosen: Field
    /// Why.
    public var why: Field
    /// Who was with me.
    public var with: Field
    /// What the choice is between.
    public var options: [DecisionOption]
    /// Two answers stand, or two options are chosen: check first.
    public var notes: [String]
    /// Only me.
    public var onlyMe: Bool
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?

    public init(
        id: String,
        what: Field,
        state: String,
        settled: Bool,
        chosen: Field,
        why: Field,
        with: Field,
        options: [DecisionOption],
        notes: [String],
        onlyMe: Bool,
        unsettled: String? = nil
    ) {
        self.id = id
        self.what = what
        self.state = state
        self.settled = settled
        self.chosen = chosen
        self.why = why
        self.with = with
        self.options = options
        self.notes = notes
        self.onlyMe = onlyMe
        self.unsettled = unsettled
    }
}

extension HearthCore.DecisionView: Crossing {
    func own() -> Decision {
        Decision(
            id: id,
            what: what.own(),
            state: state,
            settled: settled,
            chosen: chosen.own(),
            why: why.own(),
            with: with.own(),
            options: options.own(),
            notes: notes,
            onlyMe: onlyMe,
            unsettled: unsettled
        )
    }
}

/// One of the things a choice is between.
public struct DecisionOption: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What it is.
    public var words: Field
    /// Treatment, care or support.
    public var sort: Field
    /// It was decided on.
    public var chosen: Bool
    /// What matters to the person about it, in the order it was written.
    public var matters: [Consideration]
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?

    public init(
        id: String,
        words: Field,
        sort: Field,
        chosen: Bool,
        matters: [Consideration],
        unsettled: String? = nil
    ) {
        self.id = id
        self.words = words
        self.sort = sort
        self.chosen = chosen
        self.matters = matters
        self.unsettled = unsettled
    }
}

extension HearthCore.OptionView: Crossing {
    func own() -> DecisionOption {
        DecisionOption(
            id: id,
            words: words.own(),
            sort: sort.own(),
            chosen: chosen,
            matters: matters.own(),
            unsettled: unsettled
        )
    }
}

/// Decisions: the calls.
public protocol DecisionsCalls: Sendable {
    /// Adds something that a choice is between. `sort`: `treatment`, `care` or
    /// `support`, where it was said.
    func addOption(decision: String, words: String, sort: String?, by: Writer) async throws -> String

    /// Notes what was decided today, or that it is not now.
    func decide(decision: String, decided: Decided, why: String?, with: String?, by: Writer) async throws

    /// One decision.
    func decision(id: String) async throws -> Decision

    /// Every decision: those that wait first.
    func decisions() async throws -> [Decision]

    /// Notes what matters about an option. `side`: `for`, `against` or `neither`,
    /// where it was said.
    func weigh(option: String, side: String?, words: String, by: Writer) async throws -> String
}

extension DecisionsCalls {
    public func addOption(decision: String, words: String, sort: String? = nil) async throws -> String {
        try await addOption(decision: decision, words: words, sort: sort, by: .person)
    }

    public func decide(decision: String, decided: Decided, why: String? = nil, with: String? = nil) async throws {
        try await decide(decision: decision, decided: decided, why: why, with: with, by: .person)
    }

    public func weigh(option: String, side: String? = nil, words: String) async throws -> String {
        try await weigh(option: option, side: side, words: words, by: .person)
    }
}

extension CorePlan: DecisionsCalls {
    func addOption(decision: String, words: String, sort: String?, by: Writer) async throws -> String {
        try await ask { try $0.addOption(decision: decision, words: words, sort: sort, by: by.core()) }
    }

    func decide(decision: String, decided: Decided, why: String?, with: String?, by: Writer) async throws {
        try await ask { try $0.decide(decision: decision, decided: decided.core(), why: why, with: with, by: by.core()) }
    }

    func decision(id: String) async throws -> Decision {
        try await ask { try $0.decision(id: id).own() }
    }

    func decisions() async throws -> [Decision] {
        try await ask { try $0.decisions().own() }
    }

    func weigh(option: String, side: String?, words: String, by: Writer) async throws -> String {
        try await ask { try $0.weigh(option: option, side: side, words: words, by: by.core()) }
    }
}
