// About.

import Foundation
import HearthCore

/// About me, ready to draw.
public struct About: Sendable, Equatable, Hashable {
    /// The headings, in PRSB's order.
    public var rooms: [Room]
    /// The date it was written, and who helped.
    public var on: Field
    /// Who helped write it.
    public var helpedBy: Field

    public init(rooms: [Room], on: Field, helpedBy: Field) {
        self.rooms = rooms
        self.on = on
        self.helpedBy = helpedBy
    }
}

extension HearthCore.AboutView: Crossing {
    func own() -> About {
        About(rooms: rooms.own(), on: on.own(), helpedBy: helpedBy.own())
    }
}

/// One heading of About me.
public struct Room: Sendable, Equatable, Hashable {
    /// The field, for writing.
    public var field: String
    /// Its heading: "What is most important to me".
    public var heading: String
    /// What the person wrote.
    public var said: Field

    public init(field: String, heading: String, said: Field) {
        self.field = field
        self.heading = heading
        self.said = said
    }
}

extension HearthCore.Room: Crossing {
    func own() -> Room {
        Room(field: field, heading: heading, said: said.own())
    }
}

/// About: the calls.
public protocol AboutCalls: Sendable {
    /// About me.
    func about() async throws -> About
}

extension CorePlan: AboutCalls {
    func about() async throws -> About {
        try await ask { try $0.about().own() }
    }
}
