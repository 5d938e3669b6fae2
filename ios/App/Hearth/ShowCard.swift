// "Show my emergency card", for Siri, Spotlight and the action button. Written, never run.

import AppIntents
import CardPath
import Observation
import SwiftUI

/// Whether the card lies over the app.
@MainActor @Observable final class CardDoor {
    static let shared = CardDoor()
    var isOpen = false
}

struct ShowCard: AppIntent {
    static let title: LocalizedStringResource = "Show my emergency card"
    static let description = IntentDescription("Opens your emergency card with one touch")
    /// The phone may ask to be unlocked first: no app of Apple's phones draws over the lock screen.
    static let openAppWhenRun = true

    @MainActor func perform() async throws -> some IntentResult {
        CardDoor.shared.isOpen = true
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

    var body: some View {
        CardPage(
            words: SharedCard.words, read: { SharedCard.read() }, photo: { SharedCard.photo() }, call: { openURL($0) }, close: close
        )
    }
}
