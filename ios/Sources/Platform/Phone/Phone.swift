// Everything outside the plan, as an iPhone has it. Written, never run.

#if canImport(UIKit) && os(iOS)
import Bridge
import CardPath
import UIKit

@MainActor public enum Phone {
    /// What this phone's clock says.
    public nonisolated static let now: @Sendable () -> Moment = {
        let here = CardMoment.of(Date())
        return Moment(ms: here.ms, offsetMinutes: here.offsetMinutes)
    }

    public static func keeping(_ files: HearthFiles, language: String) -> Keeping {
        let keys = PhoneKeys(KeychainKeys(PhoneKeychain(), isUnlocked: wasUnlocked(beside: files)))
        return Keeping(
            storeFolder: files.store.path, cardFolder: files.card.path, keyStore: keys, language: language,
            deviceName: UIDevice.current.model, clock: now
        )
    }

    public static func outside(_ files: HearthFiles, choices: any Choices, reminders: PhoneReminders) -> Outside {
        var outside = Outside(now: now, opener: PhoneOpener(), choices: choices)
        outside.webSignIn = PhoneSignIn()
        outside.sharer = PhoneSharer(files: files)
        outside.copier = PhoneCopier()
        outside.printer = PhonePrinter()
        outside.papers = PhonePapers(files: files)
        outside.photos = PhonePhotos()
        outside.voice = PhoneVoice()
        outside.recorder = PhoneRecorder(files: files)
        outside.scanner = PhoneScanner.isThere ? PhoneScanner() : nil
        outside.asker = PhoneAsker()
        outside.reminders = reminders
        outside.background = PhoneBackground()
        outside.backupFile = files.backup.path
        return outside
    }

    /// A file that the phone opens after its first unlock only tells whether that was: Apple has no question for it that may be
    /// asked beside the main thread.
    private static func wasUnlocked(beside files: HearthFiles) -> @Sendable () -> Bool {
        let mark = files.backups.deletingLastPathComponent().appendingPathComponent("unlocked")
        if !FileManager.default.fileExists(atPath: mark.path) {
            try? Data([1]).write(to: mark, options: .completeFileProtectionUntilFirstUserAuthentication)
        }
        return { !FileManager.default.fileExists(atPath: mark.path) || (try? Data(contentsOf: mark)) != nil }
    }
}
#endif
