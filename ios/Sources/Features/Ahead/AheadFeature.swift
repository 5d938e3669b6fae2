// Looking ahead.

import Bridge
import SwiftUI

enum AheadFeature: Feature {
    static let screens: [Screen] = []
}
