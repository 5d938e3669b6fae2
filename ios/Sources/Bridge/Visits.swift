// Visits and their sheets.

import Foundation
import HearthCore

/// Visits and their sheets: the calls.
public protocol VisitsCalls: Sendable {
    /// Every sheet that can be used: Hearth's, then those that were given.
    func sheets() async throws -> [SheetLine]

    /// One visit, as the person sees it.
    func visit(id: String) async throws -> Visit

    /// The plan in short, as plain text to paste; or what was agreed in one visit.
    func visitSummary(visit: String?, withMood: Bool) async throws -> Summary

    /// The same page to be shown in the room: without what is only the person's,
    /// and without mood.
    func visitToShow(id: String) async throws -> Visit

    /// Every visit: the newest first, those without a date before them.
    func visits() async throws -> [VisitLine]
}

extension VisitsCalls {
    public func visitSummary(withMood: Bool) async throws -> Summary {
        try await visitSummary(visit: nil, withMood: withMood)
    }
}

extension CorePlan: VisitsCalls {
    func sheets() async throws -> [SheetLine] {
        try await ask { try $0.sheets().own() }
    }

    func visit(id: String) async throws -> Visit {
        try await ask { try $0.visit(id: id).own() }
    }

    func visitSummary(visit: String?, withMood: Bool) async throws -> Summary {
        try await ask { try $0.visitSummary(visit: visit, withMood: withMood).own() }
    }

    func visitToShow(id: String) async throws -> Visit {
        try await ask { try $0.visitToShow(id: id).own() }
    }

    func visits() async throws -> [VisitLine] {
        try await ask { try $0.visits().own() }
    }
}
