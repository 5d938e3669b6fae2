// Goals: the list, one goal, a new one in four steps, how it went.

import Bridge
import SwiftUI

enum GoalsFeature: Feature {
    static let screens = [
        Screen("goals", .plan) { here, _ in GoalsScreen(model: GoalsModel(here)) },
        Screen("goal", .plan) { here, about in GoalScreen(model: GoalModel(here, about[0])) },
        Screen("goal-new", .plan) { here, _ in NewGoalScreen(model: NewGoalModel(here)) },
        Screen("check-in", .plan) { here, about in CheckInScreen(model: CheckInModel(here, goal: about[0], action: about[1])) },
    ]
    static let texts: [any AppText.Type] = [GoalsText.self]
}

enum GoalsText: String, AppText {
    static let table = "Goals"
    case title, new, rooms, open, invite, writeItDown
    case actions, barrier, strategy, went, checkIn, history, overTime, importanceOverTime
    case new1, new1Under, new2, new2Under, new3, new4, step
    case checkTitle, checkWent
    case aboutMe, decisions, readings, ahead, support
}
