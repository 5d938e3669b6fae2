// Support.

import Foundation
import HearthCore

/// Support: the calls.
public protocol SupportCalls: Sendable {
    /// Keeps a review.
    func addReview(review: NewReview, by: Writer) async throws -> String

    /// Notes that support was asked for today. It is only noted: nothing is sent.
    func askFor(asked: Asked, by: Writer) async throws -> String

    /// Notes that somebody promised what was asked for.
    func promised(request: String, whoSaid: String, byWhen: String?, by: Writer) async throws -> String

    /// Every promise: late ones first, then by the day they are due.
    func promises() async throws -> [Promise]

    /// Notes that a review was done, and its next date where one was agreed.
    func reviewDone(review: String, on: String, next: String?, by: Writer) async throws

    /// Every review: late ones first.
    func reviews() async throws -> [Review]

    /// Support: the menu, what there is near me, what I asked for, budgets.
    func support() async throws -> Support
}

extension SupportCalls {
    public func addReview(review: NewReview) async throws -> String {
        try await addReview(review: review, by: .person)
    }

    public func askFor(asked: Asked) async throws -> String {
        try await askFor(asked: asked, by: .person)
    }

    public func promised(request: String, whoSaid: String, byWhen: String? = nil) async throws -> String {
        try await promised(request: request, whoSaid: whoSaid, byWhen: byWhen, by: .person)
    }

    public func reviewDone(review: String, on: String, next: String? = nil) async throws {
        try await reviewDone(review: review, on: on, next: next, by: .person)
    }
}

extension CorePlan: SupportCalls {
    func addReview(review: NewReview, by: Writer) async throws -> String {
        try await ask { try $0.addReview(review: review.core(), by: by.core()) }
    }

    func askFor(asked: Asked, by: Writer) async throws -> String {
        try await ask { try $0.askFor(asked: asked.core(), by: by.core()) }
    }

    func promised(request: String, whoSaid: String, byWhen: String?, by: Writer) async throws -> String {
        try await ask { try $0.promised(request: request, whoSaid: whoSaid, byWhen: byWhen, by: by.core()) }
    }

    func promises() async throws -> [Promise] {
        try await ask { try $0.promises().own() }
    }

    func reviewDone(review: String, on: String, next: String?, by: Writer) async throws {
        try await ask { try $0.reviewDone(review: review, on: on, next: next, by: by.core()) }
    }

    func reviews() async throws -> [Review] {
        try await ask { try $0.reviews().own() }
    }

    func support() async throws -> Support {
        try await ask { try $0.support().own() }
    }
}
