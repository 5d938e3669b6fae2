// Settings: the list, the screen lock, the language, what is only the person's, their phones.

import Bridge
import SwiftUI

enum SettingsFeature: Feature {
    static let screens = [
        Screen("settings", .people) { here, _ in SettingsScreen(model: LanguageModel(here), byItself: ByItselfModel(here)) },
        Screen("settings-lock", .people) { here, _ in LockScreen(model: LockModel(here)) },
        Screen("settings-language", .people) { here, _ in LanguageScreen(model: LanguageModel(here)) },
        Screen("settings-only-me", .people) { here, _ in OnlyMeScreen(model: OnlyMeModel(here)) },
        Screen("settings-phones", .people) { here, _ in PhonesScreen(model: PhonesModel(here)) },
    ]
    static let texts: [any AppText.Type] = [SettingsText.self]
}

enum SettingsText: String, AppText {
    static let table = "Settings"
    case title, words, wordsUnder, backup, backupUnder, restore, restoreUnder
    case lock, lockOn, lockOff, language, onlyMe, onlyMeUnder, phones, phonesUnder
    case byItself, reminders, remindersUnder, remindersNot, ofPhone, wifi, wifiUnder, widget, widgetUnder
    case notNow, stop, working, part
    case lockTitle, lockUnder, lockCard, lockSwitch, lockNone, lockNotChanged
    case languageTitle, languageUnder, languageNotReviewed
    case onlyTitle, onlyUnder, onlyNow, onlyNone, onlyRest, onlyRestUnder, onlyPut, onlyTake, onlyPutDone, onlyTakeDone
    case onlyWordless, onlyEmpty, onlyMany
    case phonesTitle, phonesAll, phonesThis, phonesSince, phonesRemove, phonesRemoveAsk, phonesRemoveSure, phonesRemoved
    case phonesLost, phonesLostAsk, phonesLostSure, phonesOnlyThis, phonesFresh
}
