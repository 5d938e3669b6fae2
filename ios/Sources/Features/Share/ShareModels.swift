// What is shared: all of it, one of them, the host.

import Bridge
import Foundation
import Observation

@MainActor @Observable final class SharingModel: Drawing {
    let here: Here
    var drawn: Result<Shares, Fault>?
    /// Stopping is asked a second time.
    var isStopping = false
    init(_ here: Here) { self.here = here }

    /// What asks the hosts goes on when this screen is left.
    var asking: Going { here.session.goings["shares"] }

    func read(_ plan: any Plan) async throws -> Shares { try await plan.shares() }

    func go(_ screen: String) { here.way.go(screen) }
    func open(_ share: Share) { here.way.go("share", share.id) }

    func ask() {
        let plan = here.plan
        asking.begin({ _ in try await plan.deliverShares() }) { [here] _ in here.changed() }
    }

    func stopAll() {
        isStopping = false
        let plan = here.plan
        asking.begin({ _ in try await plan.stopAllSharing() }) { [self] _ in
            asking.said = [here.texts(ShareText.stopDone)]
            here.changed()
        }
    }
}

@MainActor @Observable final class ShareModel: Drawing {
    struct Drawn: Sendable {
        let share: Share
        /// None where there is nothing to open.
        let code: Code?
    }

    let here: Here
    let id: String
    var drawn: Result<Drawn, Fault>?
    var isEnding = false
    var isExtending = false
    private(set) var isCopied = false
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    var asking: Going { here.session.goings["share/\(id)"] }
    var choosing: Choosing { Choosing(here, "share/\(id)/") }

    func read(_ plan: any Plan) async throws -> Drawn {
        let share = try await plan.share(id: id)
        guard share.standing.isToGive, let link = share.link else { return Drawn(share: share, code: nil) }
        return Drawn(share: share, code: try await here.session.doors.textAsCode(link))
    }

    func ask() { begin { plan, _ in _ = try await plan.deliverShares() } }
    func pause() { begin { _ = try await $0.sharePause(id: $1) } }
    func resume() { begin { _ = try await $0.shareResume(id: $1) } }

    func end() {
        isEnding = false
        begin { _ = try await $0.shareEnd(id: $1) }
    }

    func extend() {
        let choosing = choosing
        here.act(fault: { choosing.say($0) }) { [self] plan in
            let ends = try await choosing.ends(plan)
            isExtending = false
            here.drafts.clear(choosing.form)
            begin { _ = try await $0.shareExtend(id: $1, until: ends) }
        }
    }

    private func begin(_ work: @escaping @Sendable (any Plan, String) async throws -> Void) {
        let (plan, id) = (here.plan, id)
        asking.begin({ _ in try await work(plan, id) }) { [here] _ in here.changed() }
    }

    /// By the phone's own sheet: the link alone, never the passcode with it.
    func send(_ share: Share) {
        guard let sharer = here.outside.sharer, let link = share.link else { return }
        here.session.act { await sharer.text(link, title: share.label) }
    }

    func copy(_ share: Share) {
        guard let copier = here.outside.copier, let link = share.link else { return }
        copier.copy(link)
        isCopied = true
    }
}

extension ShareStanding {
    /// Its link may be given to somebody.
    var isToGive: Bool { self == .open || self == .waiting }
    var isPaused: Bool { self == .paused || self == .notYetPaused }
    /// There is nothing left to end.
    var isOver: Bool { [.ended, .notYetEnded, .expired].contains(self) }
}

@MainActor @Observable final class ShareHostModel: Drawing {
    static let form = "share-host/"
    let here: Here
    var drawn: Result<Shares, Fault>?
    /// It opens a host's door: here while it is typed, and never in the drafts.
    var token = "" { didSet { asking.read() } }
    init(_ here: Here) { self.here = here }

    var asking: Going { here.session.goings["share-host"] }
    var address: String {
        get { here.drafts[Self.form + "address"] }
        set {
            here.drafts[Self.form + "address"] = newValue
            asking.read()
        }
    }

    func read(_ plan: any Plan) async throws -> Shares { try await plan.shares() }

    func use() {
        let (plan, address, token) = (here.plan, address.trimmed, token.trimmed)
        asking.begin({ _ in try await plan.shareEnrol(address: address, token: token) }) { [self] _ in
            self.token = ""
            here.drafts.clear(Self.form)
            asking.said = [here.texts(ShareText.hostUsed)]
            here.changed()
        }
    }
}
