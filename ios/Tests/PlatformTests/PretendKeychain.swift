// A Keychain for tests: keeps what it is asked, and can be told to fail.

import CardPath
import Foundation

final class PretendKeychain: Keychain, @unchecked Sendable {
    private let lock = NSLock()
    private var keys: [String: PretendKey] = [:]
    private var values: [String: Data] = [:]
    private var asked: [KeychainAsk] = []
    /// Whether it has a chip of its own for keys.
    var hasEnclave = true
    /// Apple's number that everything fails with.
    var fails: Int?

    var asks: [KeychainAsk] { lock.withLock { asked } }
    func forget() { lock.withLock { asked = [] } }
    /// Another phone's: every key is gone, or another.
    func loseKeys() { lock.withLock { keys = [:] } }
    func changeKeys() { lock.withLock { keys = keys.mapValues { _ in PretendKey(of: self) } } }

    private func name(_ ask: KeychainAsk) -> String {
        guard case .data(let tag)? = ask[.kSecAttrApplicationTag] else { return "" }
        return "\(String(decoding: tag, as: UTF8.self)) \(ask[.kSecAttrAccessGroup] ?? .no)"
    }

    private func noted(_ ask: KeychainAsk) throws {
        if let fails { throw KeychainStatus(fails) }
        lock.withLock { asked.append(ask) }
    }

    func make(_ ask: KeychainAsk) throws -> any KeychainKey {
        try noted(ask)
        if ask[.kSecAttrTokenID] != nil && !hasEnclave { throw KeychainStatus(-4) }
        guard case .inner(let kept)? = ask[.kSecPrivateKeyAttrs] else { throw KeychainStatus(-50) }
        let key = PretendKey(of: self)
        lock.withLock { keys[name(kept)] = key }
        return key
    }

    func find(_ ask: KeychainAsk) throws -> (any KeychainKey)? {
        try noted(ask)
        return lock.withLock { keys[name(ask)] }
    }

    func value(_ ask: KeychainAsk) throws -> Data? {
        try noted(ask)
        return lock.withLock { values["\(ask[.kSecAttrAccount] ?? .no)"] }
    }

    func add(_ ask: KeychainAsk) throws { try keep(ask, ask) }
    func update(_ ask: KeychainAsk, to: KeychainAsk) throws { try keep(ask, to) }

    private func keep(_ ask: KeychainAsk, _ new: KeychainAsk) throws {
        try noted(ask)
        guard case .data(let data)? = new[.kSecValueData] else { throw KeychainStatus(-50) }
        lock.withLock { values["\(ask[.kSecAttrAccount] ?? .no)"] = data }
    }

    /// Nobody could take it for a seal: the secret lies beside the key's name.
    final class PretendKey: KeychainKey, @unchecked Sendable {
        private let name = Data(UUID().uuidString.utf8)
        private unowned let keychain: PretendKeychain
        init(of keychain: PretendKeychain) { self.keychain = keychain }

        func seal(_ secret: Data) throws -> Data {
            if let fails = keychain.fails { throw KeychainStatus(fails) }
            return name + secret
        }

        func open(_ wrapped: Data) throws -> Data {
            guard wrapped.prefix(name.count) == name else { throw KeychainStatus(-50) }
            return Data(wrapped.dropFirst(name.count))
        }
    }
}
