// The code of a visit.

import Foundation
import HearthCore

/// What is shown at a visit.
public struct VisitCode: Sendable, Equatable, Hashable {
    /// The link behind the code; none where the code holds the card's words.
    public var share: Share?
    /// The squares of the code.
    public var code: Code
    /// The passcode to read out, where there is one.
    public var passcode: String?
    /// That it needs no signal here, or that the host does not have it yet.
    public var lines: [String]

    public init(share: Share?, code: Code, passcode: String?, lines: [String]) {
        self.share = share
        self.code = code
        self.passcode = passcode
        self.lines = lines
    }
}

extension HearthCore.VisitCode: Crossing {
    func own() -> VisitCode {
        VisitCode(share: share.own(), code: code.own(), passcode: passcode, lines: lines)
    }
}

/// The code of a visit: the calls.
public protocol VisitCodeCalls: Sendable {
    /// Makes the code of a visit, ahead and with signal, of just what was previewed; where there is no
    /// host, of the card's words. Asks the network: it may take 30 s.
    func visitCodeMake(choice: ShareChoice, sum: String) async throws -> VisitCode

    /// The same for one visit, which finds it again by `visitCodeMade`. Asks the network: it may take 30 s.
    func visitCodeMakeFor(visit: String, choice: ShareChoice, sum: String) async throws -> VisitCode

    /// The code that was made for a visit on this phone and is not over; none where there is none. Asks nobody: it needs no
    /// signal.
    func visitCodeMade(visit: String) async throws -> VisitCode?

    /// The code of a visit that was made before. Asks nobody: it needs no signal.
    func visitCode(id: String) async throws -> VisitCode

    /// The card's words as a code, for a visit without host or signal.
    func visitCodeOfCard() async throws -> VisitCode
}

extension CorePlan: VisitCodeCalls {
    func visitCodeMake(choice: ShareChoice, sum: String) async throws -> VisitCode {
        try await far { try $0.visitCodeMake(choice: choice.core(), sum: sum).own() }
    }

    func visitCodeMakeFor(visit: String, choice: ShareChoice, sum: String) async throws -> VisitCode {
        try await far { try $0.visitCodeMakeFor(visit: visit, choice: choice.core(), sum: sum).own() }
    }

    func visitCodeMade(visit: String) async throws -> VisitCode? {
        try await ask { try $0.visitCodeMade(visit: visit).own() }
    }

    func visitCode(id: String) async throws -> VisitCode {
        try await ask { try $0.visitCode(id: id).own() }
    }

    func visitCodeOfCard() async throws -> VisitCode {
        try await ask { try $0.visitCodeOfCard().own() }
    }
}
