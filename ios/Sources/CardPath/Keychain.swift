// Apple's Keychain and Secure Enclave. Written, never run: there is no Keychain where this was compiled.

#if canImport(Security)
import Foundation
import Security

/// The phone's own.
public struct PhoneKeychain: Keychain {
    public init() {}

    public func make(_ ask: KeychainAsk) throws -> any KeychainKey {
        var gone: Unmanaged<CFError>?
        guard let key = SecKeyCreateRandomKey(try ask.asked(), &gone) else { throw status(gone) }
        return PhoneKey(key: key)
    }

    public func find(_ ask: KeychainAsk) throws -> (any KeychainKey)? {
        guard let found = try copied(ask) else { return nil }
        guard CFGetTypeID(found) == SecKeyGetTypeID() else { throw KeychainStatus(Int(errSecInternalComponent)) }
        return PhoneKey(key: found as! SecKey)
    }

    public func value(_ ask: KeychainAsk) throws -> Data? {
        guard let found = try copied(ask.reading) else { return nil }
        guard let data = found as? Data else { throw KeychainStatus(Int(errSecInternalComponent)) }
        return data
    }

    public func add(_ ask: KeychainAsk) throws {
        try done(SecItemAdd(try ask.asked(), nil))
    }

    public func update(_ ask: KeychainAsk, to: KeychainAsk) throws {
        try done(SecItemUpdate(try ask.asked(), try to.asked()))
    }

    private func copied(_ ask: KeychainAsk) throws -> CFTypeRef? {
        var found: CFTypeRef?
        let status = SecItemCopyMatching(try ask.asked(), &found)
        if status == errSecItemNotFound { return nil }
        try done(status)
        return found
    }

    private func done(_ status: OSStatus) throws {
        if status != errSecSuccess { throw KeychainStatus(Int(status)) }
    }
}

private func status(_ gone: Unmanaged<CFError>?) -> KeychainStatus {
    guard let error = gone?.takeRetainedValue() else { return KeychainStatus(-1) }
    return KeychainStatus(CFErrorGetCode(error))
}

/// Seals to the public half (ECIES with AES-GCM), opens with the private one, which stays where it is.
private struct PhoneKey: KeychainKey, @unchecked Sendable {
    private static let way = SecKeyAlgorithm.eciesEncryptionCofactorVariableIVX963SHA256AESGCM
    let key: SecKey

    func seal(_ secret: Data) throws -> Data {
        guard let open = SecKeyCopyPublicKey(key) else { throw KeychainStatus(Int(errSecInternalComponent)) }
        var gone: Unmanaged<CFError>?
        guard let sealed = SecKeyCreateEncryptedData(open, Self.way, secret as CFData, &gone) else { throw status(gone) }
        return sealed as Data
    }

    func open(_ wrapped: Data) throws -> Data {
        var gone: Unmanaged<CFError>?
        guard let secret = SecKeyCreateDecryptedData(key, Self.way, wrapped as CFData, &gone) else { throw status(gone) }
        return secret as Data
    }
}

extension KeychainAsk {
    /// As Apple takes it.
    fileprivate func asked() throws -> CFDictionary {
        var out: [CFString: Any] = [:]
        for (name, value) in attributes { out[name.constant] = try value.asked() }
        return out as CFDictionary
    }
}

extension KeychainAsk.Value {
    fileprivate func asked() throws -> Any {
        switch self {
        case .constant(let name): return name.constant
        case .text(let text): return text
        case .data(let data): return data
        case .number(let number): return number
        case .yes: return true
        case .no: return false
        case .inner(let ask): return try ask.asked()
        case .access(let when, let isForPrivateKeyUse):
            var gone: Unmanaged<CFError>?
            let flags: SecAccessControlCreateFlags = isForPrivateKeyUse ? .privateKeyUsage : []
            guard let rule = SecAccessControlCreateWithFlags(nil, when.constant, flags, &gone) else { throw status(gone) }
            return rule
        }
    }
}

extension KeychainAsk.Name {
    fileprivate var constant: CFString {
        switch self {
        case .kSecClass: Security.kSecClass
        case .kSecClassKey: Security.kSecClassKey
        case .kSecClassGenericPassword: Security.kSecClassGenericPassword
        case .kSecAttrKeyType: Security.kSecAttrKeyType
        case .kSecAttrKeyTypeECSECPrimeRandom: Security.kSecAttrKeyTypeECSECPrimeRandom
        case .kSecAttrKeySizeInBits: Security.kSecAttrKeySizeInBits
        case .kSecAttrKeyClass: Security.kSecAttrKeyClass
        case .kSecAttrKeyClassPrivate: Security.kSecAttrKeyClassPrivate
        case .kSecAttrTokenID: Security.kSecAttrTokenID
        case .kSecAttrTokenIDSecureEnclave: Security.kSecAttrTokenIDSecureEnclave
        case .kSecPrivateKeyAttrs: Security.kSecPrivateKeyAttrs
        case .kSecAttrIsPermanent: Security.kSecAttrIsPermanent
        case .kSecAttrApplicationTag: Security.kSecAttrApplicationTag
        case .kSecAttrAccessGroup: Security.kSecAttrAccessGroup
        case .kSecAttrAccessControl: Security.kSecAttrAccessControl
        case .kSecAttrAccessible: Security.kSecAttrAccessible
        case .kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly: Security.kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
        case .kSecAttrSynchronizable: Security.kSecAttrSynchronizable
        case .kSecAttrService: Security.kSecAttrService
        case .kSecAttrAccount: Security.kSecAttrAccount
        case .kSecValueData: Security.kSecValueData
        case .kSecReturnRef: Security.kSecReturnRef
        case .kSecReturnData: Security.kSecReturnData
        case .kSecMatchLimit: Security.kSecMatchLimit
        case .kSecMatchLimitOne: Security.kSecMatchLimitOne
        }
    }
}
#endif
