// The phone's key store as the core sees it.

import Bridge
import CardPath
import Foundation

/// Wraps the plan's key and the card's by the Keychain.
public struct PhoneKeys: KeyStore {
    private let keys: KeychainKeys

    public init(_ keys: KeychainKeys) { self.keys = keys }

    public func wrap(item: KeyItem, secret: Data) throws -> Data { try told { try keys.wrap(item.wrapped, secret) } }
    public func unwrap(item: KeyItem, wrapped: Data) throws -> Data { try told { try keys.unwrap(item.wrapped, wrapped) } }
    public func counter() throws -> Int? { try told { try keys.counter() } }
    public func advance(to: Int) throws { try told { try keys.advance(to: to) } }

    private func told<T>(_ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch let gone as KeyTrouble {
            switch gone {
            case .locked: throw KeyFault.locked
            case .lost: throw KeyFault.lost
            case .changed: throw KeyFault.changed
            case .failed(let code): throw KeyFault.failed(code)
            }
        }
    }
}

extension KeyItem {
    fileprivate var wrapped: WrappedItem {
        switch self {
        case .plan: .plan
        case .card: .card
        }
    }
}
