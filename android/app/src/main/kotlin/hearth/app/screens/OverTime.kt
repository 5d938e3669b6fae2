// A picture over time.

package hearth.app.screens

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import hearth.app.Drawn
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.OverTime
import hearth.ui.screens.OverTimeScreen

/**
 * What it is of: `confidence` and an action, `importance` and a goal, `readings` and their sort,
 * `other` and the person's own name for them, `results` and one of them.
 */
private fun of(about: List<String>): OverTime {
    val (what, which) = about
    return when (what) {
        "confidence" -> OverTime.Confidence(which)
        "importance" -> OverTime.Importance(which)
        "other" -> OverTime.OtherReadings(which)
        "results" -> OverTime.Results(which)
        else -> OverTime.Readings(which)
    }
}

val OVER_TIME_SCREENS = listOf(
    Screen("over-time", PlaceName.Plan) { here ->
        var all by rememberSaveable { mutableStateOf(false) }
        here.Drawn({ overTime(of(here.about)) }) { picture -> OverTimeScreen(picture, all) { all = true } }
    },
)
