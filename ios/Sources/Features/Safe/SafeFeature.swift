// Keeping the plan safe: the recovery words again, a backup, bringing a plan back.

import Bridge
import SwiftUI

enum SafeFeature: Feature {
    static let screens = [
        Screen("settings-words", .people) { here, _ in SecretScreen(model: SecretModel(here)) },
        Screen("settings-backup", .people) { here, _ in BackupScreen(model: BackupModel(here)) },
        Screen("settings-restore", .people) { here, _ in RestoreScreen(session: here.session, isPlanHere: true) },
    ]
    static let texts: [any AppText.Type] = [SafeText.self]
}

enum SafeText: String, AppText {
    static let table = "Safe"
    case title, under, paper, show, hide, noLock, notPassed, new, newAsk, newSure, newMade, thenBackup
    case backupTitle, backupUnder, backupNone, backupMake, backupMade, backupPut, backupPutDone, backupPutNowhere
    case backupCheck, backupCheckUnder, backupFileName
    case restoreTitle, restoreUnder, restoreHere, restoreChoose, restoreChosen, restoreOther, restoreWords, restoreWordsUnder
    case restoreLook, restoreNow, noFiles
}
