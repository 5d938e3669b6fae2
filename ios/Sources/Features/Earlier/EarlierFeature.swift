// Earlier versions, two versions, a picture over time, suggestions: what several rooms lead to.

import Bridge
import SwiftUI

enum EarlierFeature: Feature {
    static let screens: [Screen] = []
}
