// The plan, open: every call there is, a room a protocol.

import Foundation
import HearthCore

/// A person's plan, open. Calls are carried out beside the thread that draws, one after the other,
/// and end in a `Fault` with a sentence.
public protocol Plan:
    AboutCalls, AheadCalls, CardCalls, CarersCalls, DecisionsCalls, EntryCalls, FilesCalls, FollowingCalls,
    GoalsCalls, HomeCalls, LinesCalls, OtherPhoneCalls, PaperCalls, PeopleCalls, PhonesCalls, PracticeCalls,
    ReadingsCalls, SafeCalls, ShareCalls, SuggestionsCalls, SupportCalls, TalkCalls, UnwellCalls, VisitCodeCalls,
    VisitsCalls, WordsCalls, WriteCalls, AnyObject
{
    /// What changed, each time after it is on the disk. Who stops listening is told no more.
    func changes() -> AsyncStream<[Place]>

    /// Lets go of the plan: its folder may be opened again once the last call is over.
    func close()
}

/// The plan, over the core.
final class CorePlan: Plan, @unchecked Sendable {
    private let lock = NSLock()
    private var core: HearthCore.Plan?
    private let near: DispatchQueue
    /// Where calls wait that ask the network or write whole files: the others never wait behind one.
    private let beside = DispatchQueue(label: "hearth.plan.far", attributes: .concurrent)

    init(_ core: HearthCore.Plan) {
        self.core = core
        near = DispatchQueue(label: "hearth.plan")
    }

    func ask<T: Sendable>(_ work: @escaping @Sendable (HearthCore.Plan) throws -> T) async throws -> T {
        try await on(near, work)
    }

    func far<T: Sendable>(_ work: @escaping @Sendable (HearthCore.Plan) throws -> T) async throws -> T {
        try await on(beside, work)
    }

    func changes() -> AsyncStream<[Place]> {
        AsyncStream { told in
            guard let core = open() else { return told.finish() }
            let watching = try? core.watch(observer: Telling { told.yield($0) })
            told.onTermination = { _ in try? watching?.stop() }
        }
    }

    func close() {
        lock.withLock { core = nil }
    }

    private func open() -> HearthCore.Plan? {
        lock.withLock { core }
    }

    /// A task that was cancelled before its turn came asks nothing.
    private func on<T: Sendable>(
        _ queue: DispatchQueue,
        _ work: @escaping @Sendable (HearthCore.Plan) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        return try await inTurn(queue) { [self] in
            guard let core = open() else { throw Fault(.tryAgain, sentence: "", reason: "closed") }
            return try work(core)
        }
    }
}

/// Carries out a blocking call on a queue.
func inTurn<T: Sendable>(_ queue: DispatchQueue, _ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { going in
        queue.async {
            going.resume(with: Swift.Result { try guarded(work) })
        }
    }
}

private final class Telling: HearthCore.Observer {
    private let tell: @Sendable ([Place]) -> Void

    init(_ tell: @escaping @Sendable ([Place]) -> Void) {
        self.tell = tell
    }

    func changed(places: [HearthCore.Place]) throws {
        tell(places.own())
    }
}
