// When I am unwell: use it now, write a plan.

import Bridge
import SwiftUI

enum UnwellFeature: Feature {
    static let screens: [Screen] = []
}
