// Decisions: the list, and one choice with what it is between.

import Bridge
import SwiftUI

enum DecisionsFeature: Feature {
    static let screens = [
        Screen("decisions", .plan) { here, _ in DecisionsScreen(model: DecisionsModel(here)) },
        Screen("decision", .plan) { here, about in DecisionScreen(model: DecisionModel(here, about[0])) },
    ]
    static let texts: [any AppText.Type] = [DecisionsText.self]
}

enum DecisionsText: String, AppText {
    static let table = "Decisions"
    case title, invite, new, what, between, noOptions, addOption, optionWords, optionSort, matters, matterOne
    case addMatter, matterWords, matterSide, choose, thisOne, decided, chosen, inWords, notNow, why, with
}
