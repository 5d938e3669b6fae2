// The lock of the screen, by the person's own choice.

import Observation
import Platform

/// A lock of the screen, and said to be one: it keeps somebody who holds the phone from reading, and seals nothing. The
/// card opens all the same.
@MainActor @Observable public final class ScreenLock {
    /// The plan is not drawn now.
    public private(set) var isLocked: Bool
    @ObservationIgnored private let asker: (any Asker)?
    @ObservationIgnored private let choices: any Platform.Choices

    init(_ asker: (any Asker)?, _ choices: any Platform.Choices) {
        self.asker = asker
        self.choices = choices
        isLocked = choices.lock
    }

    /// The phone has a lock of its own, so there is somebody to ask.
    public var can: Bool { asker?.can ?? false }

    /// The person has left the app, or somebody else gave the phone back.
    public func left() {
        if choices.lock { isLocked = true }
    }

    public func open(_ words: String) async {
        if await knows(words) { isLocked = false }
    }

    /// Asks who is there before something that nobody else may see. Where the phone's own lock was taken away
    /// meanwhile there is nobody left to ask, and its owner is not locked out.
    public func knows(_ words: String) async -> Bool {
        guard let asker, asker.can else { return true }
        return await asker.ask(words)
    }

    /// Switched on and off only by somebody whom the phone knows: else it would lock its owner out. False: nothing was changed.
    public func turn(_ on: Bool, _ words: String) async -> Bool {
        guard let asker, asker.can, await asker.ask(words) else { return false }
        choices.lock = on
        return true
    }
}
