// What the Keychain is asked, by the names of Apple's constants: a test reads it where there is no Keychain.

import Foundation

/// One question: attributes by name.
public struct KeychainAsk: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    public enum Value: Sendable, Equatable {
        case constant(Name)
        case text(String)
        case data(Data)
        case number(Int)
        case yes, no
        case inner(KeychainAsk)
        /// A rule of access: when, and whether the key may be used for what the Enclave does.
        case access(Name, forPrivateKeyUse: Bool)
    }

    /// Apple's constants that are used, by their own names.
    public enum Name: String, Sendable, CaseIterable {
        case kSecClass, kSecClassKey, kSecClassGenericPassword
        case kSecAttrKeyType, kSecAttrKeyTypeECSECPrimeRandom, kSecAttrKeySizeInBits
        case kSecAttrKeyClass, kSecAttrKeyClassPrivate
        case kSecAttrTokenID, kSecAttrTokenIDSecureEnclave
        case kSecPrivateKeyAttrs, kSecAttrIsPermanent, kSecAttrApplicationTag, kSecAttrAccessGroup
        case kSecAttrAccessControl, kSecAttrAccessible, kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
        case kSecAttrSynchronizable, kSecAttrService, kSecAttrAccount, kSecValueData
        case kSecReturnRef, kSecReturnData, kSecMatchLimit, kSecMatchLimitOne
    }

    public private(set) var attributes: [Name: Value]

    public init(dictionaryLiteral pairs: (Name, Value)...) { attributes = Dictionary(uniqueKeysWithValues: pairs) }

    public subscript(name: Name) -> Value? { attributes[name] }

    func with(_ name: Name, _ value: Value?) -> KeychainAsk {
        var other = self
        if let value { other.attributes[name] = value }
        return other
    }

    /// The one rule for all that Hearth keeps: after the first unlock, on this phone only.
    static let rule = Name.kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly

    /// An item's key, if it is there.
    static func key(_ item: WrappedItem) -> KeychainAsk {
        let ask: KeychainAsk = [
            .kSecClass: .constant(.kSecClassKey), .kSecAttrKeyClass: .constant(.kSecAttrKeyClassPrivate),
            .kSecAttrKeyType: .constant(.kSecAttrKeyTypeECSECPrimeRandom), .kSecAttrApplicationTag: .data(Data(item.name.utf8)),
            .kSecReturnRef: .yes, .kSecMatchLimit: .constant(.kSecMatchLimitOne),
        ]
        return ask.with(.kSecAttrAccessGroup, item.group.map { .text($0) })
    }

    /// A new key for an item.
    static func newKey(_ item: WrappedItem, inEnclave: Bool) -> KeychainAsk {
        let kept: KeychainAsk = [
            .kSecAttrIsPermanent: .yes, .kSecAttrApplicationTag: .data(Data(item.name.utf8)),
            .kSecAttrAccessControl: .access(rule, forPrivateKeyUse: inEnclave),
        ]
        let ask: KeychainAsk = [
            .kSecAttrKeyType: .constant(.kSecAttrKeyTypeECSECPrimeRandom), .kSecAttrKeySizeInBits: .number(256),
            .kSecPrivateKeyAttrs: .inner(kept.with(.kSecAttrAccessGroup, item.group.map { .text($0) })),
        ]
        return ask.with(.kSecAttrTokenID, inEnclave ? .constant(.kSecAttrTokenIDSecureEnclave) : nil)
    }

    /// The counter, to be read, or changed.
    static func counter() -> KeychainAsk {
        [
            .kSecClass: .constant(.kSecClassGenericPassword), .kSecAttrService: .text("hearth"), .kSecAttrAccount: .text("counter"),
            .kSecAttrSynchronizable: .no,
        ]
    }

    /// The counter, to be added.
    static func counter(_ number: Int) -> KeychainAsk {
        counter().with(.kSecAttrAccessible, .constant(rule)).with(.kSecValueData, .data(Data("\(number)".utf8)))
    }

    /// What it is changed to.
    static func value(_ number: Int) -> KeychainAsk { [.kSecValueData: .data(Data("\(number)".utf8))] }

    /// To read the bytes that an item holds.
    public var reading: KeychainAsk { with(.kSecReturnData, .yes).with(.kSecMatchLimit, .constant(.kSecMatchLimitOne)) }
}
