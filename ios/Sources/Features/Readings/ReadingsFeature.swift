// Own readings: as they were typed, with unit and time. Nothing says what a number should be.

import Bridge
import SwiftUI

enum ReadingsFeature: Feature {
    static let screens = [
        Screen("readings", .plan) { here, _ in ReadingsScreen(model: ReadingsModel(here)) },
        Screen("reading-new", .plan) { here, _ in NewReadingScreen(model: NewReadingModel(here)) },
    ]
    static let said = ["reading-name-pressure-top", "reading-name-pressure-bottom", "error-date-impossible"]
    static let texts: [any AppText.Type] = [ReadingsText.self]
}

enum ReadingsText: String, AppText {
    static let table = "Readings"
    case title, invite, new, overTime, more, less
    case what, other, value, unit, now, otherTime, when, note, hour, minutes
}
