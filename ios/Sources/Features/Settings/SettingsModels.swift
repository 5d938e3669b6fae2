// What the screens of settings ask of the plan, the session and the phone.

import Bridge
import Foundation
import Observation
import Platform

/// The languages, and the one that is spoken now.
@MainActor @Observable final class LanguageModel: Drawing {
    struct Drawn: Sendable {
        let now: Language
        let all: [Language]
    }

    let here: Here
    var drawn: Result<Drawn, Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> Drawn {
        let doors = here.session.doors
        return Drawn(now: try await doors.language(), all: try await doors.languages())
    }

    func speak(_ language: Language) {
        here.act { [here] _ in try await here.session.speak(language.tag) }
    }
}

@MainActor @Observable final class LockModel {
    let here: Here
    private(set) var isOn: Bool
    private(set) var trouble: String?
    init(_ here: Here) {
        self.here = here
        isOn = here.outside.choices.lock
    }

    var can: Bool { here.session.lock.can }

    func turn(_ on: Bool) {
        here.session.act { [self] in
            let known = await here.session.lock.turn(on, here.texts(SettingsText.lockTitle))
            trouble = known ? nil : here.texts(SettingsText.lockNotChanged)
            isOn = here.outside.choices.lock
        }
    }
}

/// What this phone does by itself: nothing that the person has not switched on, and no reminder that the phone forbids.
@MainActor @Observable final class ByItselfModel {
    let here: Here
    private(set) var reminders: Bool
    private(set) var wifiOnly: Bool
    private(set) var widgetLines: Bool
    /// It was asked whether it may remind, and may not.
    private(set) var isNotAllowed = false

    init(_ here: Here) {
        self.here = here
        let choices = here.outside.choices
        (reminders, wifiOnly, widgetLines) = (choices.reminders, choices.wifiOnly, choices.widgetLines)
    }

    func remind(_ on: Bool) {
        here.session.act { [self] in
            let may = on ? await here.outside.reminders?.allow() ?? false : false
            here.outside.choices.reminders = may
            reminders = may
            isNotAllowed = on && !may
        }
    }

    func useWifiOnly(_ on: Bool) {
        here.outside.choices.wifiOnly = on
        wifiOnly = on
    }

    func showLines(_ on: Bool) {
        here.outside.choices.widgetLines = on
        widgetLines = on
    }

    func openPhone() {
        guard let address = URL(string: Openable.settings) else { return }
        here.session.act { [here] in _ = await here.outside.opener.open(address) }
    }
}

/// What is "only me", and everything that could be.
@MainActor @Observable final class OnlyMeModel: Drawing {
    let here: Here
    var drawn: Result<[EntryLine], Fault>?
    /// The heading whose entries are shown.
    var open: String?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [EntryLine] { try await plan.lines() }

    func mark(_ line: EntryLine, _ on: Bool) {
        here.act { [here] plan in
            try await plan.onlyMe(kind: line.kind, id: line.id, on: on)
            here.happened = Happened(here.texts(on ? SettingsText.onlyPutDone : .onlyTakeDone)) {
                here.act {
                    try await $0.onlyMe(kind: line.kind, id: line.id, on: !on)
                    here.happened = Happened(here.said["done-undone"])
                }
            }
        }
    }
}

@MainActor @Observable final class PhonesModel: Drawing {
    /// What is asked a second time.
    enum Asking: Equatable { case remove(String), lost }

    let here: Here
    var drawn: Result<[Phone], Fault>?
    var asking: Asking?
    private(set) var trouble: String?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [Phone] { try await plan.phones() }

    func remove(_ phone: Phone) {
        asking = nil
        here.act(fault: { [self] in trouble = $0.sentence }) { [self] plan in
            try await plan.removePhone(id: phone.id)
            trouble = nil
            here.happened = Happened(here.texts(SettingsText.phonesRemoved))
            here.changed()
        }
    }

    /// A new key and new words. They are shown where they are always shown: behind the phone's lock.
    func lost() {
        asking = nil
        here.act(fault: { [self] in trouble = $0.sentence }) { [self] plan in
            _ = try await plan.phoneLost()
            trouble = nil
            here.happened = Happened(here.texts(SettingsText.phonesFresh))
            here.changed()
            here.way.go("settings-words")
        }
    }
}
