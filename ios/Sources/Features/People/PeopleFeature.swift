// People and carers.

import Bridge
import SwiftUI

enum PeopleFeature: Feature {
    static let screens: [Screen] = []
}
