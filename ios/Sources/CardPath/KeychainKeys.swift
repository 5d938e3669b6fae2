// The phone's key store: a key of its own for each item, which wraps. What is asked is here; the asking in Keychain.swift.

import Foundation

/// What a key store wraps, and under which name its key lies.
public enum WrappedItem: String, Sendable, CaseIterable {
    case plan, card, typed

    var name: String { "hearth-\(rawValue)" }

    /// The card's key is where the widget finds it, under the app group's name; the others are the app's alone.
    var group: String? { self == .card ? CardGroup.name : nil }
}

/// Why a key store did not help; as the core has it.
public enum KeyTrouble: Error, Sendable, Equatable {
    case locked, lost, changed, failed(Int)
}

/// Apple's number for what went wrong.
public struct KeychainStatus: Error, Sendable, Equatable {
    public let code: Int
    public init(_ code: Int) { self.code = code }

    /// errSecInteractionNotAllowed: not before the phone was unlocked once.
    static let notYet = -25_308
    /// errSecParam, errSecDecode, and CryptoTokenKit's "corrupted data": what was wrapped by another key.
    static let another: Set<Int> = [-50, -26_275, -3]
    /// errSecItemNotFound.
    public static let notFound = -25_300
}

/// A key that never leaves the key store.
public protocol KeychainKey: Sendable {
    func seal(_ secret: Data) throws -> Data
    func open(_ wrapped: Data) throws -> Data
}

/// The Keychain: what fails throws `KeychainStatus`.
public protocol Keychain: Sendable {
    func make(_ ask: KeychainAsk) throws -> any KeychainKey
    /// None: it is not there.
    func find(_ ask: KeychainAsk) throws -> (any KeychainKey)?
    func value(_ ask: KeychainAsk) throws -> Data?
    func add(_ ask: KeychainAsk) throws
    func update(_ ask: KeychainAsk, to: KeychainAsk) throws
}

/// Wraps with keys of the Secure Enclave where there is one. They need nobody present, work after the first unlock, are on
/// this phone only, and go with no backup.
public final class KeychainKeys: @unchecked Sendable {
    private let keychain: any Keychain
    private let isUnlocked: @Sendable () -> Bool
    private let lock = NSLock()

    /// `isUnlocked`: the phone was unlocked since its start, as far as the platform tells.
    public init(_ keychain: any Keychain, isUnlocked: @escaping @Sendable () -> Bool = { true }) {
        self.keychain = keychain
        self.isUnlocked = isUnlocked
    }

    public func wrap(_ item: WrappedItem, _ secret: Data) throws -> Data {
        try told { try lock.withLock { try keychain.find(.key(item)) ?? made(item) }.seal(secret) }
    }

    public func unwrap(_ item: WrappedItem, _ wrapped: Data) throws -> Data {
        guard let key = try told({ try keychain.find(.key(item)) }) else { throw isUnlocked() ? KeyTrouble.lost : .locked }
        return try told(opening: true) { try key.open(wrapped) }
    }

    /// A number that outlives the app's own files, and grows only.
    public func counter() throws -> Int {
        guard let kept = try told({ try keychain.value(.counter()) }) else { return 0 }
        guard let number = Int(String(decoding: kept, as: UTF8.self)), number >= 0 else { throw KeyTrouble.failed(-2) }
        return number
    }

    public func advance(to number: Int) throws {
        try lock.withLock {
            if try number <= counter() { return }
            try told {
                if try keychain.value(.counter()) == nil {
                    try keychain.add(.counter(number))
                } else {
                    try keychain.update(.counter(), to: .value(number))
                }
            }
        }
    }

    /// A phone without a Secure Enclave, or a simulator, keeps the key in the Keychain itself.
    private func made(_ item: WrappedItem) throws -> any KeychainKey {
        do {
            return try keychain.make(.newKey(item, inEnclave: true))
        } catch let gone as KeychainStatus where gone.code != KeychainStatus.notYet {
            return try keychain.make(.newKey(item, inEnclave: false))
        }
    }

    private func told<T>(opening: Bool = false, _ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch let gone as KeychainStatus {
            if gone.code == KeychainStatus.notYet { throw KeyTrouble.locked }
            if opening && KeychainStatus.another.contains(gone.code) { throw KeyTrouble.changed }
            // Before the first unlock a failure passes: nobody is to be asked for their words then.
            throw isUnlocked() ? KeyTrouble.failed(gone.code) : .locked
        }
    }
}
