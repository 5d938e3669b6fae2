// The card file, opened with the phone's own crypto: no core, no plan, no network, no key but the card's own.

import Foundation

#if canImport(CryptoKit)
import CryptoKit
#endif

/// Why there is no card to draw, by the core's key of its sentence. Nothing is written or deleted, whatever the files hold.
public enum WhyNoCard: String, Error, Sendable, CaseIterable {
    case missing, unreadable, tooLarge = "too-large", newer, notThis = "not-this", malformed
}

/// AES-256-GCM. What does not open throws, whatever it throws.
public protocol Unsealing: Sendable {
    func open(_ ciphertext: Data, tag: Data, nonce: Data, bound: Data, key: Data) throws -> Data
}

#if canImport(CryptoKit)
/// The phone's own.
public struct PhoneUnsealing: Unsealing {
    public init() {}

    public func open(_ ciphertext: Data, tag: Data, nonce: Data, bound: Data, key: Data) throws -> Data {
        let box = try AES.GCM.SealedBox(nonce: AES.GCM.Nonce(data: nonce), ciphertext: ciphertext, tag: tag)
        return try AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: bound)
    }
}
#endif

/// A card folder. `unwrap` is the one key-store item that this path reads. The file's form is in
/// core/card/README.md; tests/vectors/card holds a file to try against.
public struct CardFile: Sendable {
    static let mostCard = 256 * 1024
    static let mostPhoto = 64 * 1024
    static let mostKey = 8 * 1024
    private static let head = Data([1]) + Data("card".utf8)
    private static let nonce = 12
    private static let tag = 16
    private static let overhead = head.count + nonce + tag

    private let folder: URL
    private let unsealing: any Unsealing
    private let unwrap: @Sendable (Data) throws -> Data

    public init(folder: URL, unsealing: any Unsealing, unwrap: @escaping @Sendable (Data) throws -> Data) {
        self.folder = folder
        self.unsealing = unsealing
        self.unwrap = unwrap
    }

    /// The card as it is at a moment. Throws `WhyNoCard`.
    public func open(now: CardMoment) throws -> ReadCard {
        // Asked before the card is read: an edit that ends in between warns once too often, never once too little.
        let behind = isThere("card.next")
        return try opened { key in
            let text: Data
            do {
                text = try sealed("card", most: Self.mostCard, bound: "hearth card 1", key: key)
            } catch let gone as WhyNoCard where behind {
                do {
                    text = try sealed("card.next", most: Self.mostCard, bound: "hearth card 1", key: key)
                } catch let ofNext as WhyNoCard {
                    throw gone == .missing ? ofNext : gone
                }
            }
            return try ReadCard.of(text, now: now, behind: behind)
        }
    }

    /// The photo, a JPEG; none where it does not open. The card is drawn without it.
    public func photo() -> Data? {
        try? opened { key in try sealed("card.photo", most: Self.mostPhoto, bound: "hearth card photo 1", key: key) }
    }

    private func opened<T>(_ work: (Data) throws -> T) throws -> T {
        let wrapped = try bytes("card.key", most: Self.mostKey)
        var key: Data
        do {
            key = try unwrap(wrapped)
        } catch KeyTrouble.lost {
            throw WhyNoCard.notThis
        } catch KeyTrouble.changed {
            throw WhyNoCard.notThis
        } catch {
            throw WhyNoCard.unreadable
        }
        defer { key.resetBytes(in: key.startIndex..<key.endIndex) }
        if key.count != 32 { throw WhyNoCard.notThis }
        return try work(key)
    }

    private func sealed(_ name: String, most: Int, bound: String, key: Data) throws -> Data {
        let file = try bytes(name, most: most + Self.overhead)
        if let version = file.first, version > 1 { throw WhyNoCard.newer }
        if file.count < Self.overhead || file.prefix(Self.head.count) != Self.head { throw WhyNoCard.notThis }
        let body = file.dropFirst(Self.head.count)
        do {
            return try unsealing.open(
                Data(body.dropFirst(Self.nonce).dropLast(Self.tag)), tag: Data(body.suffix(Self.tag)),
                nonce: Data(body.prefix(Self.nonce)), bound: Self.head + Data(bound.utf8), key: key
            )
        } catch {
            throw WhyNoCard.notThis
        }
    }

    /// A name that stands there, a link that leads nowhere too. Doubt counts as yes.
    private func isThere(_ name: String) -> Bool {
        do {
            _ = try found(name)
            return true
        } catch {
            return error as? WhyNoCard != .missing
        }
    }

    /// A regular file and no link: the core writes none here, so something else put one there.
    private func bytes(_ name: String, most: Int) throws -> Data {
        let found = try found(name)
        guard found[.type] as? FileAttributeType == .typeRegular else { throw WhyNoCard.unreadable }
        guard let size = (found[.size] as? NSNumber)?.intValue else { throw WhyNoCard.unreadable }
        if size > most { throw WhyNoCard.tooLarge }
        do {
            return try Data(contentsOf: folder.appendingPathComponent(name))
        } catch {
            throw WhyNoCard.unreadable
        }
    }

    /// What stands under a name; links are not followed.
    private func found(_ name: String) throws -> [FileAttributeKey: Any] {
        do {
            return try FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(name).path)
        } catch let gone as CocoaError where gone.code == .fileNoSuchFile || gone.code == .fileReadNoSuchFile {
            throw WhyNoCard.missing
        } catch {
            throw WhyNoCard.unreadable
        }
    }
}
