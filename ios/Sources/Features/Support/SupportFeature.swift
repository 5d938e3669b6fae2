// Support, and what was asked for.

import Bridge
import SwiftUI

enum SupportFeature: Feature {
    static let screens: [Screen] = []
}
