// About me.

import Bridge
import SwiftUI

enum AboutFeature: Feature {
    static let screens: [Screen] = []
}
