// Carers whose phones are paired, the plans of others that are followed, and the person's other phone.

import Bridge
import SwiftUI

enum CarersFeature: Feature {
    static let screens = [
        Screen("carers", .people) { here, _ in CarersScreen(model: CarersModel(here)) },
        Screen("carer-new", .people) { here, about in CarerNewScreen(model: CarerNewModel(here, about.first)) },
        Screen("following", .people) { here, _ in FollowingScreen(model: FollowingModel(here)) },
        Screen("follow-new", .people) { here, about in FollowNewScreen(model: FollowNewModel(here, about.first)) },
        Screen("followed", .people) { here, about in FollowedScreen(model: FollowedModel(here, about[0])) },
        Screen("phone-new", .people) { here, _ in PhoneNewScreen(model: PhoneNewModel(here)) },
    ]
    static let texts: [any AppText.Type] = [CarersText.self]
}

enum CarersText: String, AppText {
    static let table = "Carers"
    case title, under, invite, pair, onTheWay, paired, waiting, open, openOne, look, mayLeave, asking, sees
    case letGo, letGoAsk, letGoSure, noHost, setHost
    case what, together, makeCode, codeSaid, send, sendKey, copy, copied, giveUp, gaveUp, over
    case same, differ, differed, digitsSaid
    case previewTitle, choose, whoIs, somebodyNew, undone, lookAgain, make, made, nothingIn
    case following, followingInvite, follow, newer, newerOne, keptMeanwhile
    case followUnder, scan, box, goOn, another, isInvitation, somebodyInvites, yourName, answer
    case isLink, isLinkNamed, theirName, passcode, keepHere, isHere, lookMeeting
    case callEmergency, notKept, suggest, suggestUnder, suggestOne, yourWords, sendWords, suggested, waits, noEntries
    case takeAway, takeAwayAsk, takeAwaySure, takenAway
    case followedAbout, followedMore, mailTitle, mailRead
    case phoneNew, phoneNewUnder, phoneHow, phoneKey, phoneBox, phoneScan, phoneLook, phoneStopped, phoneNotKnown
    case phoneSend, phoneSendKey, phoneAnother
    case join, joinUnder, joinFirst, joinSecond, joinScan, joinThird, joinFetch, joinFetching, joinNotYet, joinDiffered
    case joinSend, joinBox
}
