// Showing the plan to somebody: links that end.

import Foundation
import HearthCore

/// Showing the plan to somebody: links that end: the calls.
public protocol ShareCalls: Sendable {
    /// Tells the hosts what they have not heard, and asks who looked. Asks the network.
    func deliverShares() async throws -> Shares

    /// One share. Asks nobody.
    func share(id: String) async throws -> Share

    /// Ends it for good. Asks the network: where the host is away it is told later.
    func shareEnd(id: String) async throws -> Share

    /// Takes a share host into use: its address, and the token that whoever runs it gave. Asks the
    /// network: it may take 30 s.
    func shareEnrol(address: String, token: String) async throws -> Shares

    /// It ends by itself at another time: milliseconds since 1970. Asks the network.
    func shareExtend(id: String, until: Int) async throws -> Share

    /// Shares just what was previewed: `sum` is the preview's. Without signal it is made and waits.
    /// Asks the network: it may take 30 s.
    func shareMake(choice: ShareChoice, sum: String) async throws -> Share

    /// What is offered first; where `visitEnds` is said (milliseconds since 1970), for that visit.
    func shareOffered(visitEnds: Int?) async throws -> ShareChoice

    /// Nobody can open it until it is resumed. Asks the network: it may take 30 s.
    func sharePause(id: String) async throws -> Share

    /// Just what would be shared. Asks nobody.
    func sharePreview(choice: ShareChoice) async throws -> SharePreview

    /// It can be opened again. Asks the network: it may take 30 s.
    func shareResume(id: String) async throws -> Share

    /// The sections that can be shared, in order.
    func shareSections() async throws -> [NamedSection]

    /// What is shared, as this phone knows it. Asks nobody.
    func shares() async throws -> Shares

    /// Ends everything that is shared. Asks the network.
    func stopAllSharing() async throws -> Shares
}

extension ShareCalls {
    public func shareOffered() async throws -> ShareChoice {
        try await shareOffered(visitEnds: nil)
    }
}

extension CorePlan: ShareCalls {
    func deliverShares() async throws -> Shares {
        try await far { try $0.deliverShares().own() }
    }

    func share(id: String) async throws -> Share {
        try await ask { try $0.share(id: id).own() }
    }

    func shareEnd(id: String) async throws -> Share {
        try await far { try $0.shareEnd(id: id).own() }
    }

    func shareEnrol(address: String, token: String) async throws -> Shares {
        try await far { try $0.shareEnrol(address: address, token: token).own() }
    }

    func shareExtend(id: String, until: Int) async throws -> Share {
        try await far { try $0.shareExtend(id: id, until: Int64(clamping: until)).own() }
    }

    func shareMake(choice: ShareChoice, sum: String) async throws -> Share {
        try await far { try $0.shareMake(choice: choice.core(), sum: sum).own() }
    }

    func shareOffered(visitEnds: Int?) async throws -> ShareChoice {
        try await ask { try $0.shareOffered(visitEnds: visitEnds.map { Int64(clamping: $0) }).own() }
    }

    func sharePause(id: String) async throws -> Share {
        try await far { try $0.sharePause(id: id).own() }
    }

    func sharePreview(choice: ShareChoice) async throws -> SharePreview {
        try await ask { try $0.sharePreview(choice: choice.core()).own() }
    }

    func shareResume(id: String) async throws -> Share {
        try await far { try $0.shareResume(id: id).own() }
    }

    func shareSections() async throws -> [NamedSection] {
        try await ask { try $0.shareSections().own() }
    }

    func shares() async throws -> Shares {
        try await ask { try $0.shares().own() }
    }

    func stopAllSharing() async throws -> Shares {
        try await far { try $0.stopAllSharing().own() }
    }
}
