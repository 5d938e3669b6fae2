// Half-typed words while no process holds them: one file, sealed by the phone's key store.

import CardPath
import Foundation

/// What lay there. `isLost`: something did, and nobody can read it any more.
public struct FoundDrafts: Sendable, Equatable {
    public var typed: [String: String]
    public var isLost: Bool

    public init(_ typed: [String: String], isLost: Bool = false) {
        self.typed = typed
        self.isLost = isLost
    }
}

/// Where half-typed words lie. Its calls may take as long as the disk does.
@MainActor public protocol KeptDrafts {
    /// None: it can't be read just now.
    func read() -> FoundDrafts?
    /// In place of what lay there. False: it could not be written, and what lay there still does.
    func write(_ all: [String: String]) -> Bool
    /// What lies there can't be read: it is put aside, so that something else can lie there.
    func setAside()
}

/// The Keychain's key seals the file itself. The key is these words' own, so that whatever happens to it nothing of the plan is
/// touched.
@MainActor public final class SealedDrafts: KeptDrafts {
    private static let form: UInt8 = 1
    private let file: URL
    private let keys: KeychainKeys

    public init(_ file: URL, keys: KeychainKeys) {
        self.file = file
        self.keys = keys
    }

    public func read() -> FoundDrafts? {
        guard FileManager.default.fileExists(atPath: file.path) else { return FoundDrafts([:]) }
        // Locked, or the disk fails: what is there may be read later.
        guard let bytes = try? Data(contentsOf: file) else { return nil }
        guard bytes.first == Self.form else { return nobodyReadsIt() }
        do {
            let plain = try keys.unwrap(.typed, Data(bytes.dropFirst()))
            guard let typed = try? JSONDecoder().decode([String: String].self, from: plain) else { return nobodyReadsIt() }
            return FoundDrafts(typed)
        } catch KeyTrouble.lost, KeyTrouble.changed {
            return nobodyReadsIt()
        } catch {
            return nil
        }
    }

    private func nobodyReadsIt() -> FoundDrafts {
        setAside()
        return FoundDrafts([:], isLost: true)
    }

    public func write(_ all: [String: String]) -> Bool {
        do {
            if all.isEmpty {
                if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
                return true
            }
            let sealed = Data([Self.form]) + (try keys.wrap(.typed, JSONEncoder().encode(all)))
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            #if canImport(Darwin)
            try sealed.write(to: file, options: [.atomic, .completeFileProtectionUntilFirstUserAuthentication])
            #else
            try sealed.write(to: file, options: .atomic)
            #endif
            return true
        } catch {
            return false
        }
    }

    /// One at most: what was put aside before that goes.
    public func setAside() {
        let aside = file.appendingPathExtension("aside")
        try? FileManager.default.removeItem(at: aside)
        try? FileManager.default.moveItem(at: file, to: aside)
    }
}
