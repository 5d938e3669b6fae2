// Backup, recovery words, phones.

import Bridge
import SwiftUI

enum SafeFeature: Feature {
    static let screens: [Screen] = []
}
