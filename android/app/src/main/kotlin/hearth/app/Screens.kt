// Every screen of the app, by its name in docs/screens.tsv.

package hearth.app

import androidx.compose.runtime.Composable
import hearth.app.screens.CARERS_SCREENS
import hearth.app.screens.EARLIER_SCREENS
import hearth.app.screens.FOLLOWING_SCREENS
import hearth.app.screens.GOAL_SCREENS
import hearth.app.screens.OTHER_PHONE_SCREENS
import hearth.app.screens.PRACTICE_SCREENS
import hearth.app.screens.ROOM_SCREENS
import hearth.app.screens.SAFE_SCREENS
import hearth.app.screens.SETTINGS_SCREENS
import hearth.app.screens.SHARE_SCREENS
import hearth.app.screens.TODAY_SCREENS
import hearth.app.screens.UNWELL_SCREENS
import hearth.app.screens.VISIT_SCREENS

/** One screen: its name, the place it belongs to, and how it is drawn. */
class Screen(val name: String, val place: PlaceName, val draw: @Composable (Here) -> Unit)

/** A room adds its own list here. */
val SCREENS: Map<String, Screen> =
    (
        TODAY_SCREENS + GOAL_SCREENS + UNWELL_SCREENS + EARLIER_SCREENS + ROOM_SCREENS + SETTINGS_SCREENS + SAFE_SCREENS +
            PRACTICE_SCREENS + VISIT_SCREENS + SHARE_SCREENS + CARERS_SCREENS + FOLLOWING_SCREENS + OTHER_PHONE_SCREENS
        ).associateBy { it.name }

/** On the list in docs/screens.tsv and not made yet: who makes one takes its name out. */
val NOT_YET = emptySet<String>()
