// Showing the plan: links that end.

import Bridge
import SwiftUI

enum ShareFeature: Feature {
    static let screens: [Screen] = []
}
