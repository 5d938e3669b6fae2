// In step with the practice.

import Bridge
import SwiftUI

enum PracticeFeature: Feature {
    static let screens = [
        Screen("practice", .people) { here, _ in PracticeScreen(model: PracticeModel(here)) },
        Screen("practice-not-sent", .people) { here, _ in NotSentScreen(model: NotSentModel(here)) },
    ]
    static let texts: [any AppText.Type] = [PracticeText.self]
}

enum PracticeText: String, AppText {
    static let table = "Practice"
    case title, goes, goesWords, never, neverWords, comes, address, name
    case link, linkUnder, again, noBrowser, noName, asking, step, stepping, result, notAllowed, troubles
    case end, endAsk, endSure
    case notSentTitle, notSentUnder, notSentNone, notSentAgain, notSentWill, notSentTheirs
}
