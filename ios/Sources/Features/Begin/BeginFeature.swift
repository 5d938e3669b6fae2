// The first run, the recovery words, and a plan that does not open or is locked.

import Bridge
import SwiftUI

enum BeginFeature: Feature {
    /// They are shown by `Root` where no plan is open, so none has a place of its own on the way.
    static let screens: [Screen] = []
    static let texts: [any AppText.Type] = [BeginText.self]
}

enum BeginText: String, AppText {
    static let table = "Begin"
    case firstTitle, firstUnder, firstAsk, firstBegin, restore
    case wordsTitle, wordsUnder, wordsWritten, wordsLater
    case troubleTitle, troubleWords, troubleOpen, troubleAside, troubleCard
    case lockedTitle, lockedOpen, wordsWatched
}
