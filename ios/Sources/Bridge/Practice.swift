// Practice.

import Foundation
import HearthCore

/// How it stands with the practice.
public enum LinkStanding: Sendable, Equatable, Hashable, CaseIterable {
    /// There is no link.
    case notLinked
    /// A link was begun; the browser has not come back.
    case begun
    /// Linked.
    case linked
    /// There was a link, and it must be made again.
    case linkAgain
}

extension HearthCore.LinkStanding: Crossing {
    func own() -> LinkStanding {
        switch self {
        case .notLinked: .notLinked
        case .begun: .begun
        case .linked: .linked
        case .linkAgain: .linkAgain
        }
    }
}

/// One entry that is not in step.
public struct NotInStep: Sendable, Equatable, Hashable {
    /// What kind; none where it is the practice's own.
    public var kind: String?
    /// Which one.
    public var id: String?
    /// Its sentence: what happened, that nothing was lost, what to do.
    public var sentence: String
    /// Whether sending it again can be offered.
    public var sendAgain: Bool

    public init(kind: String? = nil, id: String? = nil, sentence: String, sendAgain: Bool) {
        self.kind = kind
        self.id = id
        self.sentence = sentence
        self.sendAgain = sendAgain
    }
}

extension HearthCore.NotInStep: Crossing {
    func own() -> NotInStep {
        NotInStep(kind: kind, id: id, sentence: sentence, sendAgain: sendAgain)
    }
}

/// The link with the practice.
public struct Practice: Sendable, Equatable, Hashable {
    /// How it stands.
    public var standing: LinkStanding
    /// What the person calls the practice; "" without a link.
    public var name: String
    /// Its address; "" without a link.
    public var base: String
    /// What to say of it: linked since, in step when, what must be done.
    public var lines: [String]
    /// What the link does not allow, each with its sentence.
    public var notAllowed: [String]
    /// Entries that could not be sent, or that the practice no longer has.
    public var troubles: [NotInStep]

    public init(
        standing: LinkStanding,
        name: String,
        base: String,
        lines: [String],
        notAllowed: [String],
        troubles: [NotInStep]
    ) {
        self.standing = standing
        self.name = name
        self.base = base
        self.lines = lines
        self.notAllowed = notAllowed
        self.troubles = troubles
    }
}

extension HearthCore.PracticeView: Crossing {
    func own() -> Practice {
        Practice(
            standing: standing.own(),
            name: name,
            base: base,
            lines: lines,
            notAllowed: notAllowed,
            troubles: troubles.own()
        )
    }
}

/// What came of a sync.
public struct Synced: Sendable, Equatable, Hashable {
    /// Changes that the practice suggests.
    public var suggested: Int
    /// Results, medicines, promises and the like that came.
    public var received: Int
    /// Entries that the practice took.
    public var sent: Int
    /// Entries taken back from there.
    public var withdrawn: Int
    /// There is more; another sync goes on.
    public var more: Bool
    /// What to tell the person, the trouble among it.
    public var sentences: [String]
    /// The key of the sentence that says what went wrong, if anything did.
    public var trouble: String?
    /// How many questions were asked.
    public var requests: Int
    /// How many bytes came back; from 4 GiB on it says 4 GiB.
    public var bytes: Int

    public init(
        suggested: Int,
        received: Int,
        sent: Int,
        withdrawn: Int,
        more: Bool,
        sentences: [String],
        trouble: String? = nil,
        requests: Int,
        bytes: Int
    ) {
        self.suggested = suggested
        self.received = received
        self.sent = sent
        self.withdrawn = withdrawn
        self.more = more
        self.sentences = sentences
        self.trouble = trouble
        self.requests = requests
        self.bytes = bytes
    }
}

extension HearthCore.SyncView: Crossing {
    func own() -> Synced {
        Synced(
            suggested: suggested.own(),
            received: received.own(),
            sent: sent.own(),
            withdrawn: withdrawn.own(),
            more: more,
            sentences: sentences,
            trouble: trouble,
            requests: requests.own(),
            bytes: bytes.own()
        )
    }
}

/// What came of ending a link.
public struct Unlinked: Sendable, Equatable, Hashable {
    /// The practice knows.
    public var told: Bool
    /// What to tell the person.
    public var sentence: String

    public init(told: Bool, sentence: String) {
        self.told = told
        self.sentence = sentence
    }
}

extension HearthCore.Unlinked: Crossing {
    func own() -> Unlinked {
        Unlinked(told: told, sentence: sentence)
    }
}

/// Practice: the calls.
public protocol PracticeCalls: Sendable {
    /// Begins to link with the practice at an address: the address to open in the
    /// person's own browser. `client` and `redirect`: this app's name there and
    /// where the browser comes back to. Asks the network: it may take 30 s.
    func linkBegin(base: String, client: String, redirect: String) async throws -> String

    /// Ends what was begun, with the address that the browser came back to. What
    /// is not the answer to it changes nothing. `name`: what the person calls the
    /// practice.
    func linkFinish(returned: String, name: String) async throws -> Practice

    /// How it stands with the practice.
    func practice() async throws -> Practice

    /// At the next sync sends an entry again that the practice no longer has, or
    /// did not take.
    func sendAgain(kindName: String, id: String) async throws

    /// Brings the plan and the practice in step. What was done is kept, also where
    /// it could not be ended; what went wrong is in the view. `work`: see `Work`.
    func sync(work: Work?) async throws -> Synced

    /// Ends the link. Every word stays here, and what was sent stays there.
    func unlink() async throws -> Unlinked
}

extension PracticeCalls {
    public func sync() async throws -> Synced {
        try await sync(work: nil)
    }
}

extension CorePlan: PracticeCalls {
    func linkBegin(base: String, client: String, redirect: String) async throws -> String {
        try await far { try $0.linkBegin(base: base, client: client, redirect: redirect) }
    }

    func linkFinish(returned: String, name: String) async throws -> Practice {
        try await far { try $0.linkFinish(returned: returned, name: name).own() }
    }

    func practice() async throws -> Practice {
        try await ask { try $0.practice().own() }
    }

    func sendAgain(kindName: String, id: String) async throws {
        try await ask { try $0.sendAgain(kindName: kindName, id: id) }
    }

    func sync(work: Work?) async throws -> Synced {
        try await far { try $0.sync(work: work?.core()).own() }
    }

    func unlink() async throws -> Unlinked {
        try await far { try $0.unlink().own() }
    }
}
