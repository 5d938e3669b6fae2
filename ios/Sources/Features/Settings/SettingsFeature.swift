// Settings, language, lock, reminders.

import Bridge
import SwiftUI

enum SettingsFeature: Feature {
    static let screens: [Screen] = []
}
