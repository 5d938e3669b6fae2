// What the person chose for this phone. It holds no word of the plan.

import CardPath
import Foundation

/// Where choices are kept: the app's own defaults, or the group's.
public protocol ChoiceBox: AnyObject {
    func bool(forKey key: String) -> Bool
    func string(forKey key: String) -> String?
    func set(_ value: Bool, forKey key: String)
    func set(_ value: Any?, forKey key: String)
}

extension UserDefaults: ChoiceBox {}

/// Kept in the app's own box, and in the group's what the widget must know.
@MainActor public final class KeptChoices: Choices {
    private let own: any ChoiceBox
    private let shared: any ChoiceBox
    /// What the widget shows changed.
    private let onShared: () -> Void

    public init(own: any ChoiceBox, shared: any ChoiceBox, onShared: @escaping () -> Void = {}) {
        self.own = own
        self.shared = shared
        self.onShared = onShared
    }

    public var lock: Bool {
        get { own.bool(forKey: "lock") }
        set { own.set(newValue, forKey: "lock") }
    }

    public var reminders: Bool {
        get { own.bool(forKey: "reminders") }
        set { own.set(newValue, forKey: "reminders") }
    }

    public var wifiOnly: Bool {
        get { own.bool(forKey: "wifiOnly") }
        set { own.set(newValue, forKey: "wifiOnly") }
    }

    public var widgetLines: Bool {
        get { shared.bool(forKey: SharedChoice.widgetLines.rawValue) }
        set {
            shared.set(newValue, forKey: SharedChoice.widgetLines.rawValue)
            onShared()
        }
    }

    public var language: String? {
        get { shared.string(forKey: SharedChoice.language.rawValue) }
        set {
            shared.set(newValue as Any?, forKey: SharedChoice.language.rawValue)
            onShared()
        }
    }

    public var linking: String {
        get { own.string(forKey: "linking") ?? "" }
        set { own.set(newValue as Any?, forKey: "linking") }
    }
}
