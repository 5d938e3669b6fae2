// The doors: the first run, opening, the card.

import Foundation
import HearthCore

/// Where a plan lies, what opens it, and in which language it speaks.
public struct Keeping: Sendable {
    public var storeFolder: String
    public var cardFolder: String
    public var keyStore: any KeyStore
    public var language: String
    public var deviceName: String
    public var clock: (@Sendable () -> Moment)?

    public init(
        storeFolder: String,
        cardFolder: String,
        keyStore: any KeyStore,
        language: String,
        deviceName: String,
        clock: (@Sendable () -> Moment)? = nil
    ) {
        self.storeFolder = storeFolder
        self.cardFolder = cardFolder
        self.keyStore = keyStore
        self.language = language
        self.deviceName = deviceName
        self.clock = clock
    }
}

/// A plan just opened, with its first screen; after the first run with its recovery words. The
/// sentences are those that were asked for, in that order; none where the plan is still to be asked.
public struct Open: Sendable {
    public let plan: any Plan
    public let home: Home
    public let recoveryWords: [String]
    public let sentences: [String]

    public init(plan: any Plan, home: Home, recoveryWords: [String] = [], sentences: [String] = []) {
        self.plan = plan
        self.home = home
        self.recoveryWords = recoveryWords
        self.sentences = sentences
    }
}

/// Opens plans and cards.
public protocol Doors: Sendable {
    /// The first run: nothing is asked but what to call the person.
    func begin(callMe: String) async throws -> Open

    /// Opens the plan, with the sentences that its screens say: the one call before the first frame.
    func open(say: [Say]) async throws -> Open

    /// Opens a plan whose key this phone has lost.
    func openWithWords(_ words: String) async throws -> Open

    /// Brings a plan back from a backup, where there is none. Ends with `work` stopped.
    func restore(backup: String, words: String, work: Work?) async throws -> Open

    /// Begins to join: this phone has no plan, and gets the one of the person's other phone.
    func join() async throws -> any Joining

    /// Looks at a backup to its end before it is brought back. It makes nothing.
    func lookAtBackup(backup: String, words: String, work: Work?) async throws -> Backup

    /// Whether these are twelve words that belong together. Whether they open it only opening tells.
    func checkWords(_ words: String) async throws

    /// The languages to choose from, in the order they are offered.
    func languages() async throws -> [Language]

    /// The language that is spoken now.
    func language() async throws -> Language

    /// From now on the doors speak another language; a plan that is open is told by itself.
    func speak(_ tag: String)

    /// Sets a plan that can't be read aside, on the person's tap.
    func setAside() async throws

    /// The emergency card: its own folder and its own key, and nothing else.
    func card(now: Moment) async throws -> OpenCard

    /// The card as plain text, to copy on paper.
    func cardText(mostBytes: Int) async throws -> CardText

    /// What is always drawn: no plan is needed for it.
    func safetyNote() async throws -> SafetyNote

    /// One of Hearth's sentences, where no plan is open.
    func sentence(key: String, with: [String: Filling]) async throws -> String

    /// Some text as a code to be read by another phone.
    func textAsCode(_ text: String) async throws -> Code

    /// The units that are offered for a sort of reading; the person may write another.
    func unitsOffered(_ what: String) async throws -> [String]

    /// Every kind and field there is: what a test looks a name up in.
    func table() async throws -> [KindName]
}

/// The doors of the core.
public final class CoreDoors: Doors, @unchecked Sendable {
    private let keeping: Keeping
    private let keys: ShellKeyStore
    private let queue = DispatchQueue(label: "hearth.doors", attributes: .concurrent)
    private let lock = NSLock()
    private var spoken: String

    public init(_ keeping: Keeping) {
        self.keeping = keeping
        keys = ShellKeyStore(keeping.keyStore)
        spoken = keeping.language
    }

    public func begin(callMe: String) async throws -> Open {
        try await ask {
            let begun = try HearthCore.beginPlan(folders: $0.folders, platform: $0.platform, callMe: callMe)
            return Open(plan: CorePlan(begun.plan), home: begun.home.own(), recoveryWords: begun.recoveryWords)
        }
    }

    public func open(say: [Say]) async throws -> Open {
        try await ask {
            try HearthCore.openPlan(folders: $0.folders, platform: $0.platform, say: say.map { $0.core() }).own()
        }
    }

    public func openWithWords(_ words: String) async throws -> Open {
        try await ask {
            try HearthCore.openPlanWithWords(folders: $0.folders, platform: $0.platform, words: words).own()
        }
    }

    public func restore(backup: String, words: String, work: Work?) async throws -> Open {
        try await ask {
            try HearthCore.restorePlan(
                backup: backup, words: words, folders: $0.folders, platform: $0.platform, work: work?.core()
            ).own()
        }
    }

    public func join() async throws -> any Joining {
        try await ask { CoreJoining(try HearthCore.JoiningPhone(platform: $0.platform), $0.folders) }
    }

    public func lookAtBackup(backup: String, words: String, work: Work?) async throws -> Backup {
        try await ask {
            try HearthCore.lookAtBackup(backup: backup, words: words, platform: $0.platform, work: work?.core()).own()
        }
    }

    public func checkWords(_ words: String) async throws {
        try await ask { try HearthCore.checkRecoveryWords(words: words, language: $0.language) }
    }

    public func languages() async throws -> [Language] {
        try await ask { _ in try HearthCore.languages().own() }
    }

    public func language() async throws -> Language {
        try await ask { try HearthCore.language(tag: $0.language).own() }
    }

    public func speak(_ tag: String) {
        lock.withLock { spoken = tag }
    }

    public func setAside() async throws {
        _ = try await ask { try HearthCore.setPlanAside(folders: $0.folders, platform: $0.platform) }
    }

    public func card(now: Moment) async throws -> OpenCard {
        try await ask { here in
            try here.withCardKey {
                try HearthCore.openCard(folder: here.folders.card, key: $0, now: now.core(), language: here.language).own()
            }
        }
    }

    public func cardText(mostBytes: Int) async throws -> CardText {
        try await ask { here in
            try here.withCardKey {
                let most = UInt32(clamping: mostBytes)
                return try HearthCore.cardAsText(folder: here.folders.card, key: $0, maxBytes: most, language: here.language).own()
            }
        }
    }

    public func safetyNote() async throws -> SafetyNote {
        try await ask { try HearthCore.safetyNote(language: $0.language).own() }
    }

    public func sentence(key: String, with: [String: Filling]) async throws -> String {
        try await ask { try HearthCore.sentence(language: $0.language, key: key, with: with.mapValues { $0.core() }) }
    }

    public func textAsCode(_ text: String) async throws -> Code {
        try await ask { try HearthCore.textAsCode(text: text, language: $0.language).own() }
    }

    public func unitsOffered(_ what: String) async throws -> [String] {
        try await ask { _ in try HearthCore.unitsOffered(what: what) }
    }

    public func table() async throws -> [KindName] {
        try await ask { _ in try HearthCore.table().own() }
    }

    /// What a door is opened with.
    private struct Here: @unchecked Sendable {
        let folders: HearthCore.Folders
        let platform: HearthCore.Platform
        let language: String

        func withCardKey<T>(_ work: (Data) throws -> T) throws -> T {
            var key = try HearthCore.cardKey(folder: folders.card, keyStore: platform.keyStore, language: language)
            defer { key.resetBytes(in: 0..<key.count) }
            return try work(key)
        }
    }

    private func ask<T: Sendable>(_ work: @escaping @Sendable (Here) throws -> T) async throws -> T {
        let language = lock.withLock { spoken }
        let here = Here(
            folders: HearthCore.Folders(store: keeping.storeFolder, card: keeping.cardFolder),
            platform: HearthCore.Platform(
                keyStore: keys, clock: keeping.clock.map(ShellClock.init), language: language, deviceName: keeping.deviceName
            ),
            language: language
        )
        return try await inTurn(queue) { try work(here) }
    }
}

extension HearthCore.Opened {
    func own() -> Open {
        Open(plan: CorePlan(plan), home: home.own(), sentences: sentences)
    }
}
