// The app itself. Written, never run: it needs a Mac to be built.

import Bridge
import CardPath
import Features
import Platform
import SwiftUI
import WidgetKit

@main struct HearthApp: App {
    @UIApplicationDelegateAdaptor(HearthDelegate.self) private var delegate
    @Environment(\.scenePhase) private var phase

    var body: some Scene {
        WindowGroup {
            Group {
                if let held = delegate.held {
                    Root(session: held.session)
                } else {
                    // Not even a folder can be made: the card and the number to dial are all there is.
                    AppCard(close: {})
                }
            }
            .onOpenURL { if CardGroup.isCard($0) { CardDoor.shared.open() } }
        }
        .onChange(of: phase) { _, now in
            if now == .background {
                delegate.held?.session.outside.background?.schedule()
                // The card may have changed.
                WidgetCenter.shared.reloadAllTimelines()
            }
        }
    }
}

/// What the process holds: one plan, and what the phone does.
@MainActor final class Held {
    let session: Session
    let reminders: PhoneReminders
    let choices: KeptChoices
    let away: Away

    init() throws {
        let files = try HearthFiles.ofThisApp()
        try files.lay(PhoneKeeper())
        let shared = UserDefaults(suiteName: CardGroup.name) ?? .standard
        let choices = KeptChoices(own: UserDefaults.standard, shared: shared) { WidgetCenter.shared.reloadAllTimelines() }
        let reminders = PhoneReminders { CardWords.ofThisApp(choices.language)(.reminder) }
        let language = choices.language ?? Locale.preferredLanguages.first ?? "en-GB"
        let session = Session(
            doors: CoreDoors(Phone.keeping(files, language: language)),
            outside: Phone.outside(files, choices: choices, reminders: reminders), language: language
        )
        self.choices = choices
        self.reminders = reminders
        self.session = session
        away = Away(backupFile: files.backup.path, isCostly: { await PhoneBackground.isCostly() }) {
            // In the background no screen opens the plan.
            await session.start()
            return await session.here?.plan
        }
    }

    func run(_ work: AwayWork) async {
        let isToRemind = await away.run(work, wifiOnly: choices.wifiOnly, reminders: choices.reminders)
        if isToRemind { await reminders.remindNow() }
        // What came may have changed the card.
        WidgetCenter.shared.reloadAllTimelines()
    }
}

final class HearthDelegate: NSObject, UIApplicationDelegate {
    private(set) lazy var held = try? Held()
    private let cover = Cover()

    func application(
        _ application: UIApplication, didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]? = nil
    ) -> Bool {
        PhoneBackground.register { [weak self] work in await self?.held?.run(work) }
        cover.watch()
        CardDoor.shared.watch()
        return true
    }
}

/// What the list of open apps shows of Hearth: its paper, and no word. A window of its own, since sheets lie over every view.
@MainActor final class Cover {
    private var windows: [ObjectIdentifier: UIWindow] = [:]

    func watch() {
        let centre = NotificationCenter.default
        centre.addObserver(forName: UIScene.willDeactivateNotification, object: nil, queue: .main) { [weak self] told in
            MainActor.assumeIsolated { self?.cover(told.object as? UIWindowScene) }
        }
        centre.addObserver(forName: UIScene.didActivateNotification, object: nil, queue: .main) { [weak self] told in
            MainActor.assumeIsolated { self?.uncover(told.object as? UIWindowScene) }
        }
    }

    private func cover(_ scene: UIWindowScene?) {
        guard let scene, windows[ObjectIdentifier(scene)] == nil else { return }
        let window = UIWindow(windowScene: scene)
        window.windowLevel = .alert + 1
        window.rootViewController = UIViewController()
        window.rootViewController?.view.backgroundColor = .systemBackground
        window.isHidden = false
        windows[ObjectIdentifier(scene)] = window
    }

    private func uncover(_ scene: UIWindowScene?) {
        guard let scene else { return }
        windows.removeValue(forKey: ObjectIdentifier(scene))?.isHidden = true
    }
}
