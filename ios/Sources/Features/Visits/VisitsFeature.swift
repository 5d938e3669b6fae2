// Visits: get ready, show the page, write what was agreed; what was promised; what is to be looked at again.

import Bridge
import SwiftUI

enum VisitsFeature: Feature {
    static let screens = [
        Screen("visits", .visits) { here, _ in VisitsScreen(model: VisitsModel(here)) },
        Screen("visit", .visits) { here, about in VisitScreen(model: VisitModel(here, about[0])) },
        Screen("visit-sheet", .visits) { here, about in VisitSheetScreen(model: VisitSheetModel(here, about[0])) },
        Screen("visit-questions", .visits) { here, about in VisitQuestionsScreen(model: VisitQuestionsModel(here, about[0])) },
        Screen("visit-results", .visits) { here, about in VisitResultsScreen(model: VisitResultsModel(here, about[0])) },
        Screen("visit-agenda", .visits) { here, about in VisitAgendaScreen(model: VisitModel(here, about[0])) },
        Screen("visit-room", .visits) { here, about in VisitRoomScreen(model: VisitRoomModel(here, about[0])) },
        Screen("visit-agree", .visits) { here, about in VisitAgreeScreen(model: VisitAgreeModel(here, about[0])) },
        Screen("visit-after", .visits) { here, about in VisitAfterScreen(model: VisitAfterModel(here, about[0])) },
        Screen("promises", .visits) { here, _ in PromisesScreen(model: PromisesModel(here)) },
        Screen("reviews", .visits) { here, _ in ReviewsScreen(model: ReviewsModel(here)) },
    ]
    static let said = [
        "choice-reply-answer-yes", "choice-reply-answer-no", "choice-reply-answer-rather-not-say",
        "choice-thought-sort-question", "choice-thought-sort-thought", "choice-thought-sort-idea",
        "visit-agenda-mood", "visit-agenda-thoughts", "region-mood-yes", "error-not-a-number",
        "visit-guest-waits", "visit-guest-accept", "visit-guest-decline", "visit-guest-accepted", "visit-guest-declined",
        "suggestion-ask-again", "suggestion-ask-again-yes", "suggestion-ask-again-no",
        "promise-title", "promise-open", "promise-done", "promise-not-available", "promise-not-needed",
        "choice-review-sort-plan", "choice-review-sort-medicines", "choice-review-sort-after-hospital",
        "choice-review-sort-moving-to-adult", "choice-review-sort-other",
    ]
    static let texts: [any AppText.Type] = [VisitsText.self]
}

enum VisitsText: String, AppText {
    static let table = "Visits"
    // The list, and one visit.
    case title, invite, begin, newUnder, whatFor, with, on, beginNow, untitled, open
    case coming, bring, change, stage, at
    // Which sheets.
    case sheets, sheetsUnder, sheetsInvite, sheetsChoose, done, sources
    // Questions and results.
    case questions, questionsUnder, questionsWrite, ownWords, circle, number, unit, emergency, urgent
    case results, resultsUnder, resultsNote, resultsInvite, last, recent, thoughtsOn, addResult, asWritten, measuredOn
    // At the visit.
    case agenda, agendaUnder, agendaInvite, talked, toTalk
    case room, roomUnder, roomNote, handOver
    case guestTitle, guestUnder, guestName, guestRole, guestSort, guestPromise, guestIdea, guestWords, guestKeep, guestBack
    // What is agreed, and after.
    case agree, agreeUnder, agreeGoals, goalInvite, goalWrite, goalNew, actionNew, actionWhat
    case promiseAsk, promiseNew, promiseWhat, promiseWho, promiseBy, promiseMine, promiseKeep
    case lookAgain, lookAgainWrite, lookAgainOn, lookAgainOften, lookAgainWho
    case agreeWith, agreeName, agreeRole, agreeOn, together, agreeKeep
    case after, afterUnder, afterInvite, summary, summaryUnder, summaryMood, summaryCopy, copied
    // Promises and reviews.
    case promises, promisesUnder, promisesInvite, promisesTheirs, promisesMine, promiseCame, promiseChange
    case reviews, reviewsUnder, reviewsInvite, reviewsAlso, reviewNew, reviewSort, reviewName, reviewWho, reviewOften, reviewLast
    case reviewDone, reviewDoneOn, reviewDoneNext
}
