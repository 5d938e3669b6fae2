// What is said at a visit.

import Foundation
import HearthCore

/// What is answered to a question.
public enum Answered: Sendable, Equatable, Hashable {
    /// Yes.
    case yes
    /// No.
    case no
    /// An answer of its own, to a question of any sort.
    case ratherNotSay
    /// 1 to 10.
    case scale(Int)
    /// How many.
    case count(Int)
    /// The grade of the MRC breathlessness scale, 1 to 5.
    case mrc(Int)
    /// The total of the COPD Assessment Test, 0 to 40.
    case cat(Int)
    /// A number in one of the question's units.
    case number(number: String, unit: String)
    /// Words.
    case words(String)
    /// Taken back: not answered again.
    case nothing
}

extension HearthCore.Answered: Crossing {
    func own() -> Answered {
        switch self {
        case .yes: .yes
        case .no: .no
        case .ratherNotSay: .ratherNotSay
        case let .scale(step):
            .scale(step.own())
        case let .count(count):
            .count(count.own())
        case let .mrc(grade):
            .mrc(grade.own())
        case let .cat(total):
            .cat(total.own())
        case let .number(number, unit):
            .number(number: number, unit: unit)
        case let .words(text):
            .words(text)
        case .nothing: .nothing
        }
    }
}

extension Answered {
    func core() -> HearthCore.Answered {
        switch self {
        case .yes: .yes
        case .no: .no
        case .ratherNotSay: .ratherNotSay
        case let .scale(step):
            .scale(step: Int64(clamping: step))
        case let .count(count):
            .count(count: Int64(clamping: count))
        case let .mrc(grade):
            .mrc(grade: Int64(clamping: grade))
        case let .cat(total):
            .cat(total: Int64(clamping: total))
        case let .number(number, unit):
            .number(number: number, unit: unit)
        case let .words(text):
            .words(text: text)
        case .nothing: .nothing
        }
    }
}

/// What is answered to a question about mood.
public enum MoodAnswer: Sendable, Equatable, Hashable, CaseIterable {
    /// Yes.
    case yes
    /// No.
    case no
    /// An answer of its own.
    case ratherNotSay
    /// Taken back: not answered again.
    case nothing
}

extension HearthCore.MoodAnswer: Crossing {
    func own() -> MoodAnswer {
        switch self {
        case .yes: .yes
        case .no: .no
        case .ratherNotSay: .ratherNotSay
        case .nothing: .nothing
        }
    }
}

extension MoodAnswer {
    func core() -> HearthCore.MoodAnswer {
        switch self {
        case .yes: .yes
        case .no: .no
        case .ratherNotSay: .ratherNotSay
        case .nothing: .nothing
        }
    }
}

/// What was agreed in a visit.
public struct VisitAgreement: Sendable, Equatable, Hashable {
    /// With whom.
    public var with: String
    /// Their role.
    public var role: String
    /// On.
    public var on: String
    /// The goals, with all in them, that were agreed.
    public var goals: [String]
    /// Whether they were written together; none where nobody said.
    public var together: Bool?

    public init(with: String, role: String, on: String, goals: [String], together: Bool? = nil) {
        self.with = with
        self.role = role
        self.on = on
        self.goals = goals
        self.together = together
    }
}

extension VisitAgreement {
    func core() -> HearthCore.VisitAgreement {
        HearthCore.VisitAgreement(with: with, role: role, on: on, goals: goals, together: together)
    }
}

/// What is said at a visit: the calls.
public protocol TalkCalls: Sendable {
    /// Adds a result that a visit's sheet shows, by its key there.
    func addSheetResult(
        visit: String,
        result: String,
        value: String,
        unit: String,
        on: String,
        by: Writer
    ) async throws -> String

    /// Notes a `question`, a `thought` or an `idea`; `about` is the key of what it
    /// came from, or "".
    func addThought(visit: String, sort: String, words: String, about: String, by: Writer) async throws -> String

    /// Records that a visit, and each goal named with all in it, was agreed.
    func agreeVisit(visit: String, agreed: VisitAgreement, by: Writer) async throws

    /// Answers a question of a visit's sheets, by the question's key.
    func answer(visit: String, question: String, answered: Answered, by: Writer) async throws

    /// Answers one of the two questions about mood. What comes back is shown at
    /// once, whole.
    func answerMood(visit: String, question: MoodQuestion, answer: MoodAnswer, by: Writer) async throws -> String?

    /// Begins a visit. `on`: `2026-10-14`, where it is known.
    func beginVisit(whatFor: String, with: String, on: String?, by: Writer) async throws -> String

    /// Circles a prompt, or takes the circle away.
    func circle(visit: String, prompt: String, on: Bool, by: Writer) async throws

    /// Marks something on the agenda as talked about, or as still to be.
    func discussed(visit: String, what: String, yes: Bool) async throws

    /// Goes to `gather`, `between`, `agree` or `after`, forwards or back.
    func goToStage(visit: String, stage: String) async throws

    /// Notes goals that are agreed or looked at in a visit.
    func goalsInVisit(visit: String, goals: [String]) async throws

    /// Keeps a clinician's own sheet, with who gave it.
    func loadSheet(json: Data, givenBy: String, by: Writer) async throws -> LoadedSheet

    /// Notes what somebody promised in a visit: what, who, by when if they said.
    func notePromise(visit: String, what: String, who: String, byWhen: String?, by: Writer) async throws -> String

    /// Sets when the plan is to be looked at again, or how often, and who is
    /// responsible. What is "" stays as it is.
    func setReview(visit: String, on: String, interval: String, who: String, by: Writer) async throws

    /// Uses a sheet in a visit, or no longer.
    func useSheet(visit: String, sheet: String, on: Bool) async throws
}

extension TalkCalls {
    public func addSheetResult(
        visit: String,
        result: String,
        value: String,
        unit: String,
        on: String
    ) async throws -> String {
        try await addSheetResult(visit: visit, result: result, value: value, unit: unit, on: on, by: .person)
    }

    public func addThought(visit: String, sort: String, words: String, about: String) async throws -> String {
        try await addThought(visit: visit, sort: sort, words: words, about: about, by: .person)
    }

    public func agreeVisit(visit: String, agreed: VisitAgreement) async throws {
        try await agreeVisit(visit: visit, agreed: agreed, by: .person)
    }

    public func answer(visit: String, question: String, answered: Answered) async throws {
        try await answer(visit: visit, question: question, answered: answered, by: .person)
    }

    public func answerMood(visit: String, question: MoodQuestion, answer: MoodAnswer) async throws -> String? {
        try await answerMood(visit: visit, question: question, answer: answer, by: .person)
    }

    public func beginVisit(whatFor: String, with: String, on: String? = nil) async throws -> String {
        try await beginVisit(whatFor: whatFor, with: with, on: on, by: .person)
    }

    public func circle(visit: String, prompt: String, on: Bool) async throws {
        try await circle(visit: visit, prompt: prompt, on: on, by: .person)
    }

    public func loadSheet(json: Data, givenBy: String) async throws -> LoadedSheet {
        try await loadSheet(json: json, givenBy: givenBy, by: .person)
    }

    public func notePromise(visit: String, what: String, who: String, byWhen: String? = nil) async throws -> String {
        try await notePromise(visit: visit, what: what, who: who, byWhen: byWhen, by: .person)
    }

    public func setReview(visit: String, on: String, interval: String, who: String) async throws {
        try await setReview(visit: visit, on: on, interval: interval, who: who, by: .person)
    }
}

extension CorePlan: TalkCalls {
    func addSheetResult(
        visit: String,
        result: String,
        value: String,
        unit: String,
        on: String,
        by: Writer
    ) async throws -> String {
        try await ask { try $0.addSheetResult(visit: visit, result: result, value: value, unit: unit, on: on, by: by.core()) }
    }

    func addThought(visit: String, sort: String, words: String, about: String, by: Writer) async throws -> String {
        try await ask { try $0.addThought(visit: visit, sort: sort, words: words, about: about, by: by.core()) }
    }

    func agreeVisit(visit: String, agreed: VisitAgreement, by: Writer) async throws {
        try await ask { try $0.agreeVisit(visit: visit, agreed: agreed.core(), by: by.core()) }
    }

    func answer(visit: String, question: String, answered: Answered, by: Writer) async throws {
        try await ask { try $0.answer(visit: visit, question: question, answered: answered.core(), by: by.core()) }
    }

    func answerMood(visit: String, question: MoodQuestion, answer: MoodAnswer, by: Writer) async throws -> String? {
        try await ask { try $0.answerMood(visit: visit, question: question.core(), answer: answer.core(), by: by.core()) }
    }

    func beginVisit(whatFor: String, with: String, on: String?, by: Writer) async throws -> String {
        try await ask { try $0.beginVisit(whatFor: whatFor, with: with, on: on, by: by.core()) }
    }

    func circle(visit: String, prompt: String, on: Bool, by: Writer) async throws {
        try await ask { try $0.circle(visit: visit, prompt: prompt, on: on, by: by.core()) }
    }

    func discussed(visit: String, what: String, yes: Bool) async throws {
        try await ask { try $0.discussed(visit: visit, what: what, yes: yes) }
    }

    func goToStage(visit: String, stage: String) async throws {
        try await ask { try $0.goToStage(visit: visit, stage: stage) }
    }

    func goalsInVisit(visit: String, goals: [String]) async throws {
        try await ask { try $0.goalsInVisit(visit: visit, goals: goals) }
    }

    func loadSheet(json: Data, givenBy: String, by: Writer) async throws -> LoadedSheet {
        try await ask { try $0.loadSheet(json: json, givenBy: givenBy, by: by.core()).own() }
    }

    func notePromise(visit: String, what: String, who: String, byWhen: String?, by: Writer) async throws -> String {
        try await ask { try $0.notePromise(visit: visit, what: what, who: who, byWhen: byWhen, by: by.core()) }
    }

    func setReview(visit: String, on: String, interval: String, who: String, by: Writer) async throws {
        try await ask { try $0.setReview(visit: visit, on: on, interval: interval, who: who, by: by.core()) }
    }

    func useSheet(visit: String, sheet: String, on: Bool) async throws {
        try await ask { try $0.useSheet(visit: visit, sheet: sheet, on: on) }
    }
}
