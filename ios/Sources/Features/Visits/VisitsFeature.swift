// Visits: prepare, in the room, what was promised.

import Bridge
import SwiftUI

enum VisitsFeature: Feature {
    static let screens: [Screen] = []
}
