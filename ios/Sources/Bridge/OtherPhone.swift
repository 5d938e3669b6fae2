// The person's other phone: taken in from the old one, and joining on the new one.

import Foundation
import HearthCore

/// A phone that is being taken in.
public struct OtherPhone: Sendable, Equatable, Hashable, Identifiable {
    /// Names it; `pairingRefuse` gives it up.
    public var id: String
    /// What the new phone scans; "" once it has.
    public var text: String
    /// What the new phone is called, once it answered.
    public var name: String
    /// The digits to compare, "123 456", once it answered.
    public var digits: String?
    /// What to say of it.
    public var lines: [String]

    public init(id: String, text: String, name: String, digits: String?, lines: [String]) {
        self.id = id
        self.text = text
        self.name = name
        self.digits = digits
        self.lines = lines
    }
}

extension HearthCore.OtherPhoneView: Crossing {
    func own() -> OtherPhone {
        OtherPhone(id: id, text: text, name: name, digits: digits, lines: lines)
    }
}

/// The person's other phone, taken in from the old one: the calls.
public protocol OtherPhoneCalls: Sendable {
    /// Begins to take in a new phone whose code was scanned: what it is to scan in turn. Asks the
    /// network.
    func otherPhoneScanned(text: String) async throws -> OtherPhone

    /// The phone that is being taken in. Asks nobody; `deliverMail` does.
    func otherPhone() async throws -> OtherPhone?

    /// The digits are the same on both phones: the whole plan goes to the new one. Asks the network.
    func otherPhoneSame(id: String) async throws -> OtherPhone
}

extension CorePlan: OtherPhoneCalls {
    func otherPhoneScanned(text: String) async throws -> OtherPhone {
        try await far { try $0.otherPhoneScanned(text: text).own() }
    }

    func otherPhone() async throws -> OtherPhone? {
        try await ask { try $0.otherPhone().own() }
    }

    func otherPhoneSame(id: String) async throws -> OtherPhone {
        try await far { try $0.otherPhoneSame(id: id).own() }
    }
}

/// A new phone that waits for the plan. Nothing of it is kept until the plan is here.
public protocol Joining: Sendable {
    /// What the old phone scans: this phone's public key.
    func shows() async throws -> String

    /// What the old phone shows was scanned: the digits to compare, "123 456". Asks the network.
    func scanned(_ text: String) async throws -> String

    /// Asks whether the plan is there, after the digits were the same; none: not yet. Asks the network.
    func fetch() async throws -> Open?
}

/// Joining, over the core.
final class CoreJoining: Joining, @unchecked Sendable {
    private let joining: HearthCore.JoiningPhone
    private let folders: HearthCore.Folders
    private let queue = DispatchQueue(label: "hearth.joining")

    init(_ joining: HearthCore.JoiningPhone, _ folders: HearthCore.Folders) {
        self.joining = joining
        self.folders = folders
    }

    func shows() async throws -> String {
        try await inTurn(queue) { [self] in try joining.shows() }
    }

    func scanned(_ text: String) async throws -> String {
        try await inTurn(queue) { [self] in try joining.scanned(text: text) }
    }

    func fetch() async throws -> Open? {
        try await inTurn(queue) { [self] in try joining.fetch(folders: folders)?.own() }
    }
}
