// The core itself on a store of its own that ends with the test.

import Bridge
import Foundation

/// 26 November 2026, 9:30 in the morning, in London.
public let morning = Moment(ms: 1_795_685_400_000, offsetMinutes: 0)

/// Files and folders that end with the process, also those of a test that never let go.
public enum Scratch {
    private static let all: URL = {
        atexit { try? FileManager.default.removeItem(at: Scratch.all) }
        let all = FileManager.default.temporaryDirectory.appendingPathComponent("hearth-tests-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: all, withIntermediateDirectories: true)
        return all
    }()

    /// Where nothing is yet.
    public static func place(_ name: String) -> URL { all.appendingPathComponent("\(name)-\(UUID().uuidString)") }
}

/// A folder with a plan in it, a key store of software, a clock that stands until it is set.
public final class RealPlan: @unchecked Sendable {
    public let folder: URL
    public let keys: SoftwareKeys
    private let lock = NSLock()
    private var moment = morning
    private let language: String

    public init(language: String = "en-GB") throws {
        self.language = language
        folder = Scratch.place("plan")
        for name in ["store", "card", "keys"] {
            try FileManager.default.createDirectory(at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        keys = SoftwareKeys(try softwareKeyStore(folder: folder.appendingPathComponent("keys").path))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// What the phone's clock says.
    public var now: Moment {
        get { lock.withLock { moment } }
        set { lock.withLock { moment = newValue } }
    }

    public var store: URL { folder.appendingPathComponent("store") }
    public var card: URL { folder.appendingPathComponent("card") }

    /// This phone's doors.
    public func doors(deviceName: String = "this phone", language: String? = nil) -> any Doors {
        CoreDoors(
            Keeping(
                storeFolder: store.path, cardFolder: card.path, keyStore: keys, language: language ?? self.language,
                deviceName: deviceName, clock: { [self] in now }
            )
        )
    }
}

/// A key store of software that can be told to fail.
public final class SoftwareKeys: KeyStore, @unchecked Sendable {
    private let keys: any KeyStore
    private let lock = NSLock()
    private var fault: KeyFault?
    private var spared: KeyItem?
    private var asked: [KeyItem] = []

    init(_ keys: any KeyStore) {
        self.keys = keys
    }

    /// What it fails with, if it is to fail.
    public var fails: KeyFault? {
        get { lock.withLock { fault } }
        set { lock.withLock { fault = newValue } }
    }

    /// An item that it does not fail with all the same: the card's key is another than the plan's.
    public var spares: KeyItem? {
        get { lock.withLock { spared } }
        set { lock.withLock { spared = newValue } }
    }

    /// Every item that was unwrapped, in order.
    public var unwrapped: [KeyItem] { lock.withLock { asked } }

    public func wrap(item: KeyItem, secret: Data) throws -> Data {
        try told(item) { try keys.wrap(item: item, secret: secret) }
    }

    public func unwrap(item: KeyItem, wrapped: Data) throws -> Data {
        lock.withLock { asked.append(item) }
        return try told(item) { try keys.unwrap(item: item, wrapped: wrapped) }
    }

    public func counter() throws -> Int? {
        try told { try keys.counter() }
    }

    public func advance(to: Int) throws {
        try told { try keys.advance(to: to) }
    }

    private func told<T>(_ item: KeyItem? = nil, _ work: () throws -> T) throws -> T {
        if let fault = fails, item == nil || item != spares { throw fault }
        return try work()
    }
}
