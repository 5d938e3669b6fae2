// Decisions.

import Bridge
import SwiftUI

enum DecisionsFeature: Feature {
    static let screens: [Screen] = []
}
