// Today.

package hearth.app.screens

import hearth.app.Drawn
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.ui.screens.TodayActions
import hearth.ui.screens.TodayScreen

val TODAY_SCREENS = listOf(
    Screen("today", PlaceName.Today) { here ->
        here.Drawn({ home() }, here.host.home) { home ->
            TodayScreen(
                home, here.host.told,
                TodayActions(
                    onNewGoal = { here.navigator.go("goal-new") },
                    onGoal = { here.navigator.go("goal", it) },
                    onSuggestions = { here.navigator.go("suggestions") },
                    onUnsettled = { here.navigator.go("goals") },
                    onTold = { here.host.told = emptyList() },
                ),
            )
        }
    },
)
