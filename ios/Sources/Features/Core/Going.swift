// Long work that a screen began. It goes on when the screen is left.

import Bridge
import Observation

/// One piece of work, as a screen draws it.
@MainActor @Observable public final class Going {
    /// How far it is, 0 before that is known; none where nothing goes on.
    public private(set) var part: Double?
    /// What came of the last, in sentences.
    public internal(set) var said: [String] = []
    /// What went wrong with the last.
    public internal(set) var trouble: String?
    @ObservationIgnored private var stopping: (@MainActor () -> Void)?

    init() {}

    public var isOn: Bool { part != nil }

    /// Begins it, unless it goes on already. `over` is not stopped with it: what the core has done is done.
    func begin<T: Sendable>(
        _ ask: @escaping @Sendable (Work) async throws -> T,
        over: @escaping @MainActor (T) async throws -> Void
    ) {
        if isOn { return }
        part = 0
        read()
        let doing = Task {
            // Told once more after the end: then there is nothing to draw it.
            try await underWay(reached: { [weak self] in if self?.isOn == true { self?.part = $0 } }, ask)
        }
        stopping = { doing.cancel() }
        Task {
            do {
                try await over(try await doing.value)
            } catch let gone as Fault {
                trouble = gone.sentence
            } catch {
                // It was stopped before it was begun.
            }
            stopping = nil
            part = nil
        }
    }

    /// Asks it to stop; what the core says of that comes as what came of it.
    func stop() { stopping?() }

    /// What was said is read.
    func read() {
        said = []
        trouble = nil
    }
}

/// Every piece of work, by its name.
@MainActor public final class Goings {
    private var known: [String: Going] = [:]

    public subscript(name: String) -> Going {
        if let going = known[name] { return going }
        let going = Going()
        known[name] = going
        return going
    }
}
