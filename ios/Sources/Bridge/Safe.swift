// Keeping the plan safe.

import Foundation
import HearthCore

/// What a backup holds.
public struct BackedUp: Sendable, Equatable, Hashable {
    /// How many things that were ever written.
    public var ops: Int
    /// Photos and voice notes.
    public var files: Int
    /// What is damaged here or not on this phone, so that it is not in it.
    public var leftOut: Int

    public init(ops: Int, files: Int, leftOut: Int) {
        self.ops = ops
        self.files = files
        self.leftOut = leftOut
    }
}

extension HearthCore.BackedUp: Crossing {
    func own() -> BackedUp {
        BackedUp(ops: ops.own(), files: files.own(), leftOut: leftOut.own())
    }
}

/// A backup that was looked at to its end: all of it is there.
public struct Backup: Sendable, Equatable, Hashable {
    /// How many things that were ever written are in it.
    public var ops: Int
    /// Photos and voice notes.
    public var files: Int
    /// That it is whole, when it was made, and what is not in it.
    public var sentences: [String]

    public init(ops: Int, files: Int, sentences: [String]) {
        self.ops = ops
        self.files = files
        self.sentences = sentences
    }
}

extension HearthCore.BackupView: Crossing {
    func own() -> Backup {
        Backup(ops: ops.own(), files: files.own(), sentences: sentences)
    }
}

/// A plan as JSON.
public struct Export: Sendable, Equatable, Hashable {
    /// The document.
    public var json: String
    /// What was left out of it.
    public var leftOut: LeftOut

    public init(json: String, leftOut: LeftOut) {
        self.json = json
        self.leftOut = leftOut
    }
}

extension HearthCore.Export: Crossing {
    func own() -> Export {
        Export(json: json, leftOut: leftOut.own())
    }
}

/// What was left out of an export, in entries.
public struct LeftOut: Sendable, Equatable, Hashable {
    /// Marked "only me".
    public var onlyMe: Int
    /// Removed.
    public var removed: Int
    /// Of which something leaves the phone only by a choice of its own.
    public var delicate: Int

    public init(onlyMe: Int, removed: Int, delicate: Int) {
        self.onlyMe = onlyMe
        self.removed = removed
        self.delicate = delicate
    }
}

extension HearthCore.LeftOut: Crossing {
    func own() -> LeftOut {
        LeftOut(onlyMe: onlyMe.own(), removed: removed.own(), delicate: delicate.own())
    }
}

/// Keeping the plan safe: the calls.
public protocol SafeCalls: Sendable {
    /// Writes the whole plan into one sealed file at `to`, in place of any that
    /// was there. It opens with the recovery words as they are today. `work`: see
    /// `Work`; stopped, the plan and the backup before are as they were.
    func backUp(to: String, work: Work?) async throws -> BackedUp

    /// When a backup was made, from its beginning alone: "Last backup: 3 November".
    func backupMade(from: String) async throws -> String

    /// Looks at a backup to its end, with the recovery words as they are today, and
    /// makes nothing of it. `work`: see `Work`.
    func checkBackup(from: String, work: Work?) async throws -> Backup

    /// The plan as it stands, for the person to take anywhere. How they felt is in
    /// it only `withDelicate`, which they choose each time.
    func export(withDelicate: Bool) async throws -> Export

    /// New recovery words, in place of ones that somebody else may have seen.
    func newRecoveryWords() async throws -> [String]

    /// How the plan was found, in sentences; none where all is well.
    func notices() async throws -> [String]

    /// A phone that had the plan is lost: a new key and new recovery words.
    func phoneLost() async throws -> [String]

    /// Shows the twelve recovery words again.
    func recoveryWords() async throws -> [String]

    /// Packs history, takes away files that nothing names, sees to the card's
    /// photo. To be called when there is time.
    func tidy() async throws
}

extension SafeCalls {
    public func backUp(to: String) async throws -> BackedUp {
        try await backUp(to: to, work: nil)
    }

    public func checkBackup(from: String) async throws -> Backup {
        try await checkBackup(from: from, work: nil)
    }
}

extension CorePlan: SafeCalls {
    func backUp(to: String, work: Work?) async throws -> BackedUp {
        try await far { try $0.backUp(to: to, work: work?.core()).own() }
    }

    func backupMade(from: String) async throws -> String {
        try await ask { try $0.backupMade(from: from) }
    }

    func checkBackup(from: String, work: Work?) async throws -> Backup {
        try await far { try $0.checkBackup(from: from, work: work?.core()).own() }
    }

    func export(withDelicate: Bool) async throws -> Export {
        try await ask { try $0.export(withDelicate: withDelicate).own() }
    }

    func newRecoveryWords() async throws -> [String] {
        try await ask { try $0.newRecoveryWords() }
    }

    func notices() async throws -> [String] {
        try await ask { try $0.notices() }
    }

    func phoneLost() async throws -> [String] {
        try await ask { try $0.phoneLost() }
    }

    func recoveryWords() async throws -> [String] {
        try await ask { try $0.recoveryWords() }
    }

    func tidy() async throws {
        try await ask { try $0.tidy() }
    }
}
