// What lies where, what the phone's own backup takes along, and when the files can be read.

import CardPath
import Foundation

/// A folder of Hearth's, and the rules for it.
public struct KeptFolder: Sendable, Equatable {
    public enum Protection: Sendable, Equatable {
        /// Work in the background goes on while the phone is locked: sealed by Hearth itself, and by the phone before the first unlock.
        case afterFirstUnlock
        /// In clear while it is made or given away: only while the phone is unlocked.
        case whileUnlocked
    }

    public let folder: URL
    public let isInBackup: Bool
    public let protection: Protection
}

/// Does to a folder what its rules say.
public protocol Keeper {
    func make(_ folder: URL) throws
    func protect(_ folder: URL, _ protection: KeptFolder.Protection) throws
    func leaveOutOfBackup(_ folder: URL, _ isLeftOut: Bool) throws
}

/// The app's folders. The store is in the app's own container, the card alone in the group's.
public struct HearthFiles: Sendable {
    public let store: URL
    public let card: URL
    /// The sealed backup: it opens with the recovery words, and is all that the phone's backup takes.
    public let backups: URL
    /// What is given to another app, chosen by the person or recorded, until then.
    public let passing: URL
    /// Half-typed words.
    public let drafts: URL

    /// `support`: the app's own Application Support; `group`: the app group's container.
    public init(support: URL, group: URL, temporary: URL) {
        store = support.appendingPathComponent("store", isDirectory: true)
        backups = support.appendingPathComponent("backup", isDirectory: true)
        drafts = support.appendingPathComponent("typed", isDirectory: true)
        card = CardGroup.folder(in: group)
        passing = temporary.appendingPathComponent("passing", isDirectory: true)
    }

    public var backup: URL { backups.appendingPathComponent("plan.hearth") }

    public var all: [KeptFolder] {
        [
            KeptFolder(folder: store, isInBackup: false, protection: .afterFirstUnlock),
            KeptFolder(folder: card, isInBackup: false, protection: .afterFirstUnlock),
            KeptFolder(folder: drafts, isInBackup: false, protection: .afterFirstUnlock),
            KeptFolder(folder: backups, isInBackup: true, protection: .afterFirstUnlock),
            KeptFolder(folder: passing, isInBackup: false, protection: .whileUnlocked),
        ]
    }

    /// Makes every folder and gives it its rules, at every start: a restored phone forgets them. What was passing is gone.
    public func lay(_ keeper: any Keeper) throws {
        try? FileManager.default.removeItem(at: passing)
        for kept in all {
            try keeper.make(kept.folder)
            try keeper.protect(kept.folder, kept.protection)
            try keeper.leaveOutOfBackup(kept.folder, !kept.isInBackup)
        }
    }

    /// A file's name as another app may see it: no folder, nothing hidden, not longer than a disk takes.
    public static func safeName(_ name: String) -> String {
        let bad = CharacterSet(charactersIn: "/\\:").union(.controlCharacters).union(.newlines)
        let kept = name.components(separatedBy: bad).joined(separator: " ").trimmingCharacters(in: CharacterSet(charactersIn: ". "))
        let short = String(kept.suffix(80))
        return short.isEmpty ? "Hearth" : short
    }

    /// Puts a file where another app may take it from.
    public func passed(_ bytes: Data, name: String) throws -> URL {
        let folder = passing.appendingPathComponent(UUID().uuidString, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(Self.safeName(name))
        #if canImport(Darwin)
        try bytes.write(to: file, options: [.atomic, .completeFileProtection])
        #else
        try bytes.write(to: file, options: .atomic)
        #endif
        return file
    }
}

#if canImport(Darwin)
/// The phone's own.
public struct PhoneKeeper: Keeper {
    public init() {}

    public func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    public func protect(_ folder: URL, _ protection: KeptFolder.Protection) throws {
        #if os(iOS)
        let how: FileProtectionType = protection == .whileUnlocked ? .complete : .completeUntilFirstUserAuthentication
        try FileManager.default.setAttributes([.protectionKey: how], ofItemAtPath: folder.path)
        #endif
    }

    public func leaveOutOfBackup(_ folder: URL, _ isLeftOut: Bool) throws {
        var values = URLResourceValues()
        values.isExcludedFromBackup = isLeftOut
        var folder = folder
        try folder.setResourceValues(values)
    }
}

extension HearthFiles {
    /// This app's. Without the app group (a build that was not signed for it) the card lies beside the store and has no widget.
    public static func ofThisApp() throws -> HearthFiles {
        let manager = FileManager.default
        let support = try manager.url(for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
        return HearthFiles(support: support, group: CardGroup.container ?? support, temporary: manager.temporaryDirectory)
    }
}
#endif
