package hearth.app

import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.After
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Every screen where there is nothing yet, and every screen about something that is gone. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class StatesTest {
    @get:Rule val rule = createComposeRule()
    private val over = OverCore()

    @After fun end() = over.close()

    private fun every(state: String, about: List<String>, of: (String) -> Boolean) {
        System.setProperty("hearth.state", state)
        over.seed { }
        val shown = Shown(over.session)
        rule.setContent { shown.Draw() }
        for (screen in SCREENS.keys.filter(of)) {
            shown.where = Where(screen, about)
            rule.waitForIdle()
            rule.seemsKind("$screen, $state")
        }
    }

    /** Screens that are about one thing are reached from it only. */
    private val aboutOne = setOf(
        "goal", "check-in", "history", "settle", "unwell-use", "unwell-write", "decision", "over-time", "person", "visit",
        "visit-sheet", "visit-questions", "visit-results", "visit-agenda", "visit-room", "visit-agree", "visit-after",
        "share", "visit-show", "followed",
    )

    @Test
    fun every_screen_invites_where_there_is_nothing_yet() = every("empty", emptyList()) { it !in aboutOne }

    @Test
    fun every_screen_says_so_where_what_it_is_about_is_gone() {
        val gone = "00000000000000000000000000000000"
        every("gone", listOf(gone, gone, "words")) { it in aboutOne - "over-time" }
    }
}
