// When I am unwell: use it now, write a plan.

import Bridge
import SwiftUI

enum UnwellFeature: Feature {
    static let screens = [
        Screen("unwell", .unwell) { here, _ in UnwellScreen(model: UnwellModel(here)) },
        Screen("unwell-use", .unwell) { here, about in UseScreen(model: UseModel(here, about[0])) },
        Screen("unwell-new", .unwell) { here, _ in NewUnwellScreen(model: NewUnwellModel(here)) },
        Screen("unwell-write", .unwell) { here, about in UnwellWriteScreen(model: UnwellWriteModel(here, about[0])) },
    ]
    static let said = [
        "unwell-title", "unwell-signs", "unwell-steps", "unwell-call", "unwell-my-signs", "unwell-what-to-do",
        "unwell-who-to-call", "unwell-coping", "unwell-at-home", "unwell-used-ask", "unwell-used-before", "unwell-empty",
        "unwell-no-signs", "unwell-no-steps", "unwell-no-calls", "zone-green", "zone-amber", "zone-red", "zone-any",
    ]
    static let texts: [any AppText.Type] = [UnwellText.self]
}

enum UnwellText: String, AppText {
    static let table = "Unwell"
    case use, change, card, write, name, outcome, note, readAloud, noVoice
    case onlyYours, trigger, addSign, sign, addStep, step, stepNumber, earlier
    case addCaller, noNumber, callerName, callerRelation, callerNumber
    case coping, addCoping, kept, keptPlace, addKept
    case review, reviewBy, agreed, agreedWith, agreedRole, atHand, atHandUnder, see
}
