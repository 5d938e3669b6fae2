// What keeping the plan safe asks of the plan, the session and the phone.

import Bridge
import Foundation
import Observation
import Platform

/// The words are only ever in what is drawn: left or put away, the screen hides them again.
@MainActor @Observable final class SecretModel {
    let here: Here
    /// None while they are hidden.
    private(set) var words: [String]?
    /// They were made just now.
    private(set) var isFresh = false
    var isAsking = false
    private(set) var trouble: String?
    init(_ here: Here) { self.here = here }

    var hasLock: Bool { here.session.lock.can }

    func show() {
        behindTheLock { try await $0.recoveryWords() }
    }

    func make() {
        isAsking = false
        behindTheLock(isFresh: true) { try await $0.newRecoveryWords() }
    }

    func hide() {
        words = nil
        isFresh = false
    }

    func backup() { here.way.go("settings-backup") }

    private func behindTheLock(isFresh: Bool = false, _ read: @escaping @MainActor (any Plan) async throws -> [String]) {
        trouble = nil
        here.act(fault: { [self] in trouble = $0.sentence }) { [self] plan in
            guard await here.session.lock.knows(here.texts(SafeText.show)) else {
                trouble = here.texts(SafeText.notPassed)
                return
            }
            words = try await read(plan)
            self.isFresh = isFresh
        }
    }
}

@MainActor @Observable final class BackupModel: Drawing {
    /// What the file itself says: not what this app remembers of it.
    struct Drawn: Sendable {
        /// When the last one here was made, in words; none where there is none.
        var last: String?
        var trouble: String?
    }

    private static let sealed = "application/octet-stream"
    let here: Here
    var drawn: Result<Drawn, Fault>?
    /// One was made just now.
    private(set) var isMade = false
    init(_ here: Here) { self.here = here }

    var making: Going { here.session.goings["backup"] }
    var checking: Going { here.session.goings["check"] }
    var papers: (any Papers)? { here.outside.papers }

    func read(_ plan: any Plan) async throws -> Drawn {
        let file = here.outside.backupFile
        guard FileManager.default.fileExists(atPath: file) else { return Drawn() }
        do {
            return Drawn(last: try await plan.backupMade(from: file))
        } catch let gone as Fault {
            return Drawn(trouble: gone.sentence)
        }
    }

    func make() {
        isMade = false
        checking.read()
        let (plan, file) = (here.plan, here.outside.backupFile)
        making.begin({ try await plan.backUp(to: file, work: $0) }) { [self] _ in
            isMade = true
            here.changed()
        }
    }

    func stop() {
        making.stop()
        checking.stop()
    }

    func put() {
        checking.read()
        let name = here.texts(SafeText.backupFileName) + ".hearth"
        here.session.act { [self] in
            let isThere = await papers?.keep(path: here.outside.backupFile, name: name, type: Self.sealed) ?? false
            making.said = [here.texts(isThere ? SafeText.backupPutDone : .backupPutNowhere)]
        }
    }

    func check() {
        making.read()
        let plan = here.plan
        here.session.act { [self] in
            guard let chosen = await papers?.choose() else { return }
            checking.begin({ try await plan.checkBackup(from: chosen.path, work: $0) }) { [self] in checking.said = $0.sentences }
        }
    }
}
