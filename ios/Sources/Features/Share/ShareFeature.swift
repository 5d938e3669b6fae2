// Showing the plan: links that end, the code of a visit, paper.

import Bridge
import SwiftUI

enum ShareFeature: Feature {
    static let screens = [
        Screen("sharing", .people) { here, _ in SharingScreen(model: SharingModel(here)) },
        Screen("share-new", .people) { here, _ in ShareNewScreen(model: ShareNewModel(here)) },
        Screen("share", .people) { here, about in ShareScreen(model: ShareModel(here, about[0])) },
        Screen("share-host", .people) { here, _ in ShareHostScreen(model: ShareHostModel(here)) },
        Screen("visit-show", .visits) { here, about in VisitShowScreen(model: VisitShowModel(here, about[0])) },
        Screen("paper", .people) { here, about in PaperScreen(model: PaperModel(here, about)) },
    ]
    static let said = ["print-card-title", "print-visit-title", "print-words-title"]
    static let texts: [any AppText.Type] = [ShareText.self]
}

enum ShareText: String, AppText {
    static let table = "Share"
    // Everything that is shared.
    case title, under, invite, new, open, nameless, sees, stopAll, stopAsk, stopSure, stopDone, ask, asking
    case carers, carersUnder, host, hostNone, paper, paperEntrance
    // A new one.
    case newUnder, noHost, setUpHost, what, label, until, hour, day, week, weeks, date, untilDay, wholeDay
    case passcode, passcodeUnder, keptUp, keptUpUnder
    case preview, previewTitle, previewNothing, changed, cannotUndo, make
    // One of them.
    case scan, code, passcodeIs, send, sendUnder, copy, copied, watched
    case looked, lookedUnder, lookedNone, pause, resume, when, end, endAsk, endSure
    // The host.
    case hostUnder, hostNow, hostSees, hostSeesWords, hostNever, hostNeverWords
    case hostAddress, hostToken, hostUse, hostUsed, hostElse
    // A visit.
    case visitShow, visitShowUnder, visitAhead, visitEnds, visitDay, midday, five, night, visitHalf, visitMake, visitLabel
    case visitCard, visitCardUnder, visitLink, visitBright, visitMore, readOut
    // Paper.
    case paperUnder, paperWhich, paperPlan, large, largeUnder, letters, draw, pages, print, noPrinter, noWay, keepIt, wordsAlone
}
