// Mail: a round when the plan is opened and when the app comes back to the front, and what it brought.

import Bridge
import Observation
import Platform

/// What the mail brought, until it is read. Nothing of it is kept anywhere else: the words themselves are in the plan.
@MainActor @Observable public final class MailRound {
    /// Sentences of the core.
    public private(set) var said: [String] = []
    @ObservationIgnored private var isOn = false

    init() {}

    /// Asks the hosts, quietly: nothing waits for it. One at a time.
    func begin(_ here: Here) {
        if isOn { return }
        isOn = true
        here.act { [self] plan in
            defer { isOn = false }
            tell(await Post.round(plan), passing: here.said[MailRound.noSignal])
            // Copies and pairings are not of the plan: it does not tell of them.
            here.changed()
        }
    }

    /// `passing`: what was so at the last round and may be over.
    public func tell(_ sentences: [String], passing: String = "") {
        said.removeAll { $0 == passing }
        said += sentences.filter { !said.contains($0) }
    }

    func read() { said = [] }

    /// That there is no signal now.
    nonisolated static let noSignal = "error-share-no-connection"
}
