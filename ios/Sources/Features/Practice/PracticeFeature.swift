// In step with the practice.

import Bridge
import SwiftUI

enum PracticeFeature: Feature {
    static let screens: [Screen] = []
}
