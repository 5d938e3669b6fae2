// Phones.

import Foundation
import HearthCore

/// One of the person's own phones.
public struct Phone: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// Names it in `Plan.bundle_for`; none if a newer app listed it in a
    /// way that this one does not know.
    public var device: String?
    /// What the person calls it.
    public var name: String
    /// It is this one.
    public var thisPhone: Bool
    /// The day it joined, in words.
    public var since: String
    /// If it was removed: when, and that what it holds can't be called back.
    public var ended: String?

    public init(
        id: String,
        device: String? = nil,
        name: String,
        thisPhone: Bool,
        since: String,
        ended: String? = nil
    ) {
        self.id = id
        self.device = device
        self.name = name
        self.thisPhone = thisPhone
        self.since = since
        self.ended = ended
    }
}

extension HearthCore.PhoneView: Crossing {
    func own() -> Phone {
        Phone(id: id, device: device, name: name, thisPhone: thisPhone, since: since, ended: ended)
    }
}

/// What came of another phone's bundle.
public struct Taken: Sendable, Equatable, Hashable {
    /// How many things that were written were new here.
    public var new: Int
    /// How many were here already.
    public var known: Int
    /// What to tell the person.
    public var sentences: [String]

    public init(new: Int, known: Int, sentences: [String]) {
        self.new = new
        self.known = known
        self.sentences = sentences
    }
}

extension HearthCore.TakenView: Crossing {
    func own() -> Taken {
        Taken(new: new.own(), known: known.own(), sentences: sentences)
    }
}

/// Phones: the calls.
public protocol PhonesCalls: Sendable {
    /// A new name for this phone, after an older copy of its folder was put back.
    func becomeANewPhone() async throws

    /// A sealed file for another of the person's phones, named by its `device`;
    /// for none in particular, with everything.
    func bundleFor(device: String?) async throws -> Data

    /// The person's phones: this one first.
    func phones() async throws -> [Phone]

    /// Removes a lost phone, or one that was given away.
    func removePhone(id: String) async throws

    /// Takes in a file that another of the person's phones made: all of it, or
    /// nothing.
    func takeBundle(bytes: Data) async throws -> Taken
}

extension PhonesCalls {
    public func bundleFor() async throws -> Data {
        try await bundleFor(device: nil)
    }
}

extension CorePlan: PhonesCalls {
    func becomeANewPhone() async throws {
        try await ask { try $0.becomeANewPhone() }
    }

    func bundleFor(device: String?) async throws -> Data {
        try await ask { try $0.bundleFor(device: device) }
    }

    func phones() async throws -> [Phone] {
        try await ask { try $0.phones().own() }
    }

    func removePhone(id: String) async throws {
        try await ask { try $0.removePhone(id: id) }
    }

    func takeBundle(bytes: Data) async throws -> Taken {
        try await ask { try $0.takeBundle(bytes: bytes).own() }
    }
}
