// Where the card lies: the one folder that the app and its widget share.

import Foundation

/// The app group. Nothing but the card's folder and two choices (no word of the plan) is in it: a process that is
/// put to sleep while it holds a lock on a file there is ended, so the plan's store never lies here.
public enum CardGroup {
    /// As the entitlements of the app and of the widget have it; a test compares them.
    public static let name = "group.example.hearth.card"
    /// The address that the widget and the intent open: the card, and nothing of the plan.
    public static let address = "hearth-card://open"

    /// The card's folder below the group's.
    public static func folder(in container: URL) -> URL {
        container.appendingPathComponent("card", isDirectory: true)
    }

    #if canImport(Darwin)
    /// None: this build lacks the entitlement.
    public static var container: URL? {
        FileManager.default.containerURL(forSecurityApplicationGroupIdentifier: name)
    }
    #endif

    /// Whether an address is the card's own, and no other.
    public static func isCard(_ url: URL) -> Bool { url.absoluteString == address }
}

/// The choices that the widget needs, by their names among the group's defaults.
public enum SharedChoice: String, Sendable, CaseIterable {
    /// The widget shows the card's name and first lines. Off until the person switches it on.
    case widgetLines
    /// In which language the widget speaks where the card does not open.
    case language
}
