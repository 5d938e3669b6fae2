// What can go wrong, grouped by what a screen does about it.

import HearthCore

/// What a screen does about it.
public enum Remedy: Sendable, Equatable, CaseIterable {
    case askAgain, locked, needsWords, wrongWords, maySetAside, noPlan, planIsHere, noRoom, tryAgain
    case newerHearth, refused, notAllowed, linkFirst, notThere, badFile, stopped, other
}

/// Why something was not done. `sentence` is for the person, in their language; `reason` is its
/// key, which may stand in a log: nobody's words are in it.
public struct Fault: Error, Sendable, Equatable {
    public let remedy: Remedy
    public let sentence: String
    public let reason: String

    public init(_ remedy: Remedy, sentence: String, reason: String) {
        self.remedy = remedy
        self.sentence = sentence
        self.reason = reason
    }
}

/// Does `work`; what goes wrong in the core arrives as a `Fault`.
func guarded<T>(_ work: () throws -> T) throws -> T {
    do {
        return try work()
    } catch let gone as HearthCore.HearthError {
        throw gone.own()
    }
}

extension HearthCore.HearthError {
    func own() -> Fault {
        switch self {
        case let .AskAgain(sentence, reason): Fault(.askAgain, sentence: sentence, reason: reason)
        case let .Locked(sentence, reason): Fault(.locked, sentence: sentence, reason: reason)
        case let .NeedsWords(sentence, reason): Fault(.needsWords, sentence: sentence, reason: reason)
        case let .WrongWords(sentence, reason): Fault(.wrongWords, sentence: sentence, reason: reason)
        case let .MaySetAside(sentence, reason): Fault(.maySetAside, sentence: sentence, reason: reason)
        case let .NoPlan(sentence, reason): Fault(.noPlan, sentence: sentence, reason: reason)
        case let .PlanIsHere(sentence, reason): Fault(.planIsHere, sentence: sentence, reason: reason)
        case let .NoRoom(sentence, reason): Fault(.noRoom, sentence: sentence, reason: reason)
        case let .TryAgain(sentence, reason): Fault(.tryAgain, sentence: sentence, reason: reason)
        case let .NewerHearth(sentence, reason): Fault(.newerHearth, sentence: sentence, reason: reason)
        case let .Refused(sentence, reason): Fault(.refused, sentence: sentence, reason: reason)
        case let .NotAllowed(sentence, reason): Fault(.notAllowed, sentence: sentence, reason: reason)
        case let .LinkFirst(sentence, reason): Fault(.linkFirst, sentence: sentence, reason: reason)
        case let .NotThere(sentence, reason): Fault(.notThere, sentence: sentence, reason: reason)
        case let .BadFile(sentence, reason): Fault(.badFile, sentence: sentence, reason: reason)
        case let .Stopped(sentence, reason): Fault(.stopped, sentence: sentence, reason: reason)
        case let .Other(sentence, reason): Fault(.other, sentence: sentence, reason: reason)
        }
    }
}
