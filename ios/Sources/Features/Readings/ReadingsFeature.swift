// Readings and results.

import Bridge
import SwiftUI

enum ReadingsFeature: Feature {
    static let screens: [Screen] = []
}
