// Long work: how far it is, and how to stop it.

import Foundation
import HearthCore

/// A handle for long work: asked how far it is, told to stop.
public final class Work: Sendable {
    private let handle: HearthCore.Work

    public init() throws {
        handle = try guarded { try HearthCore.Work() }
    }

    /// How far it is, from 0 to 1; 0 before it is known.
    public func reached() -> Double {
        guard let now = try? handle.reached(), now.of > 0 else { return 0 }
        return Double(now.done) / Double(now.of)
    }

    /// Ends it, with nothing half made left.
    public func stop() {
        try? handle.stop()
    }

    func core() -> HearthCore.Work { handle }
}

/// Does long work and tells how far it is. A task that is cancelled stops the work: a call of the
/// core does not see that by itself. It ends as the core says it does.
public func underWay<T: Sendable>(
    every pause: Duration = .milliseconds(150),
    reached: @escaping @MainActor @Sendable (Double) -> Void,
    _ ask: @Sendable (Work) async throws -> T
) async throws -> T {
    let work = try Work()
    let looking = Task {
        while !Task.isCancelled {
            await reached(work.reached())
            try? await Task.sleep(for: pause)
        }
    }
    defer { looking.cancel() }
    return try await withTaskCancellationHandler {
        try await ask(work)
    } onCancel: {
        work.stop()
    }
}
