// "Show my emergency card", for Siri, Spotlight and the action button. Written, never run.

import AppIntents
import CardPath
import Platform
import SwiftUI
import UIKit

/// The card over the app, in a window of its own: over a sheet, a printer's page or a phone handed over, where a view could
/// show nothing more.
@MainActor final class CardDoor: NSObject {
    static let shared = CardDoor()
    private var window: UIWindow?
    /// Asked for before there was anything to show it in.
    private var isWanted = false

    func watch() {
        NotificationCenter.default.addObserver(forName: UIScene.didActivateNotification, object: nil, queue: .main) { [weak self] _ in
            MainActor.assumeIsolated { if self?.isWanted == true { self?.open() } }
        }
    }

    func open() {
        // It is read again by itself whenever the phone shows it.
        if window != nil { return }
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        guard let scene = scenes.first(where: { $0.activationState == .foregroundActive }) ?? scenes.first else { return isWanted = true }
        isWanted = false
        let window = UIWindow(windowScene: scene)
        window.windowLevel = .alert
        window.rootViewController = UIHostingController(rootView: AppCard { [weak self] in self?.close() })
        window.makeKeyAndVisible()
        self.window = window
    }

    private func close() {
        window?.isHidden = true
        window = nil
    }
}

struct ShowCard: AppIntent {
    static let title: LocalizedStringResource = "Show my emergency card"
    static let description = IntentDescription("Opens your emergency card with one touch")
    /// The phone may ask to be unlocked first: no app of Apple's phones draws over the lock screen.
    static let openAppWhenRun = true

    @MainActor func perform() async throws -> some IntentResult {
        CardDoor.shared.open()
        return .result()
    }
}

struct HearthShortcuts: AppShortcutsProvider {
    static var appShortcuts: [AppShortcut] {
        AppShortcut(
            intent: ShowCard(), phrases: ["Show my emergency card in \(.applicationName)"], shortTitle: "Emergency card",
            systemImageName: "cross.case"
        )
    }
}

/// The card, read with its own key.
struct AppCard: View {
    let close: @MainActor () -> Void
    @Environment(\.openURL) private var openURL
    @State private var voice = PhoneVoice()

    var body: some View {
        CardPage(
            words: SharedCard.words, read: { SharedCard.read() }, photo: { SharedCard.photo() }, call: { openURL($0) },
            say: { voice.say($0, language: $1) }, close: close
        )
    }
}
