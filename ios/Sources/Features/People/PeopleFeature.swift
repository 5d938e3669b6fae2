// People: who there is, and one of them with what they may do and what they need.

import Bridge
import SwiftUI

enum PeopleFeature: Feature {
    static let screens = [
        Screen("people", .people) { here, _ in PeopleScreen(model: PeopleModel(here)) },
        Screen("person", .people) { here, about in PersonScreen(model: PersonModel(here, about[0])) },
    ]
    static let texts: [any AppText.Type] = [PeopleText.self]
}

enum PeopleText: String, AppText {
    static let table = "People"
    case title, invite, new, practice, following, settings, open, openOne, remove
    case name, relation, role, organisation, number, comments
    case emergency, emergencyUnder, keyWorker, keyWorkerUnder, carer, carerUnder, interpreter, onCard, mayWrite
    case authority, authorityNone, authorityAdd, authorityBy, authoritySeen, authorityEnded, authorityEnd
    case needs, needsUnder, needsAdd, needsWords, needsAsked
}
