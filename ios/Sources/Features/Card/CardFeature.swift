// The emergency card: its lines, and trying it.

import Bridge
import SwiftUI

enum CardFeature: Feature {
    static let screens: [Screen] = []
}
