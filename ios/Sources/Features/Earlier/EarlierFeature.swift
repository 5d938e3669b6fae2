// Earlier versions, two versions, a picture over time: what several rooms lead to.

import Bridge
import SwiftUI

enum EarlierFeature: Feature {
    static let screens = [
        Screen("history", .plan) { here, about in HistoryScreen(model: HistoryModel(here, Spot(about[0], about[1], about[2]))) },
        Screen("settle", .plan) { here, about in SettleScreen(model: SettleModel(here, Spot(about[0], about[1], about[2]))) },
        Screen("over-time", .plan) { here, about in OverTimeScreen(model: OverTimeModel(here, about[0], about[1])) },
    ]
    static let texts: [any AppText.Type] = [EarlierText.self, RoomsText.self]
}

enum EarlierText: String, AppText {
    static let table = "Earlier"
    case title, stands, each, ring, all
}

/// What many rooms say.
enum RoomsText: String, AppText {
    static let table = "Rooms"
    case remove, open, earlier
}
