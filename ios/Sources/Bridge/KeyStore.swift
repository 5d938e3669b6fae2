// What the platform brings: a key store and a clock.

import Foundation
import HearthCore

/// What a key store wraps.
public enum KeyItem: String, Sendable, CaseIterable {
    case plan, card
}

/// Why a key store did not help.
public enum KeyFault: Error, Sendable, Equatable {
    /// Not before the phone is unlocked once.
    case locked
    /// The key is gone for good.
    case lost
    /// The key is another than the one that wrapped.
    case changed
    /// Anything else, with the platform's own number; it may well pass.
    case failed(Int)
}

/// The platform's key store; see the core's own words on each. It needs no presence, and works
/// after the first unlock.
public protocol KeyStore: Sendable {
    /// Makes the platform's own key where there is none yet. What was wrapped before still unwraps.
    func wrap(item: KeyItem, secret: Data) throws -> Data

    /// Gives back what `wrap` was given. Never makes a new key.
    func unwrap(item: KeyItem, wrapped: Data) throws -> Data

    /// A number outside the plan's folder that only grows; none where there is none.
    func counter() throws -> Int?

    /// Raises the counter; a number at or below it changes nothing.
    func advance(to: Int) throws
}

/// A key store in a folder: for a desk and for tests. It protects nothing.
public func softwareKeyStore(folder: String) throws -> any KeyStore {
    Software(try guarded { try HearthCore.softwareKeyStore(folder: folder) })
}

/// The app's key store as the core sees it.
final class ShellKeyStore: HearthCore.KeyStore {
    private let keys: any KeyStore

    init(_ keys: any KeyStore) {
        self.keys = keys
    }

    func wrap(item: HearthCore.KeyItem, secret: Data) throws -> Data {
        try told { try keys.wrap(item: item.own(), secret: secret) }
    }

    func unwrap(item: HearthCore.KeyItem, wrapped: Data) throws -> Data {
        try told { try keys.unwrap(item: item.own(), wrapped: wrapped) }
    }

    func counter() throws -> UInt64? {
        try told { try keys.counter().map { UInt64(clamping: $0) } }
    }

    func advance(to: UInt64) throws {
        try told { try keys.advance(to: Int(clamping: to)) }
    }

    /// What nobody expected is `Failed`, without its text: it may hold anything.
    private func told<T>(_ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch KeyFault.locked {
            throw HearthCore.ShellFault.Locked
        } catch KeyFault.lost {
            throw HearthCore.ShellFault.Lost
        } catch KeyFault.changed {
            throw HearthCore.ShellFault.Changed
        } catch KeyFault.failed(let code) {
            throw HearthCore.ShellFault.Failed(code: Int32(clamping: code))
        } catch {
            throw HearthCore.ShellFault.Failed(code: -1)
        }
    }
}

/// The core's own key store in a folder as the app sees it.
private final class Software: KeyStore {
    private let keys: any HearthCore.KeyStore

    init(_ keys: any HearthCore.KeyStore) {
        self.keys = keys
    }

    func wrap(item: KeyItem, secret: Data) throws -> Data { try keys.wrap(item: item.core(), secret: secret) }
    func unwrap(item: KeyItem, wrapped: Data) throws -> Data { try keys.unwrap(item: item.core(), wrapped: wrapped) }
    func counter() throws -> Int? { try keys.counter().map { Int(clamping: $0) } }
    func advance(to: Int) throws { try keys.advance(to: UInt64(clamping: to)) }
}

final class ShellClock: HearthCore.Clock {
    private let tell: @Sendable () -> Moment

    init(_ tell: @escaping @Sendable () -> Moment) {
        self.tell = tell
    }

    func now() throws -> HearthCore.Moment { tell().core() }
}

extension HearthCore.KeyItem {
    func own() -> KeyItem {
        switch self {
        case .plan: .plan
        case .card: .card
        }
    }
}

extension KeyItem {
    func core() -> HearthCore.KeyItem {
        switch self {
        case .plan: .plan
        case .card: .card
        }
    }
}
