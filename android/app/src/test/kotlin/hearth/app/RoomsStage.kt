// What the stories of the rooms are told with: a screen, a finger, what stands on it.

package hearth.app

import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isToggleable
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithContentDescription
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import hearth.bridge.Plan
import org.junit.After
import org.junit.Assert.assertTrue
import org.junit.Rule

/** A story in the rooms of a plan. */
abstract class RoomsStage {
    @get:Rule val rule = createComposeRule()
    protected val phone = FakePhone()
    protected val over = OverCore(outside = phone::outside)
    protected val shown = Shown(over.session)

    @After fun end() = over.close()

    protected fun at(screen: String, vararg about: String) {
        shown.where = Where(screen, about.toList())
        rule.setContent { shown.Draw() }
    }

    protected fun to(screen: String, vararg about: String) {
        shown.where = Where(screen, about.toList())
        rule.waitForIdle()
    }

    protected fun SemanticsNodeInteraction.near() = apply {
        try {
            performScrollTo()
        } catch (_: AssertionError) {
            // It does not lie in anything that scrolls.
        }
    }

    protected fun tap(text: String) = rule.onAllNodesWithText(text).onFirst().near().performClick()
    protected fun touch(said: String) = rule.onAllNodesWithContentDescription(said).onFirst().near().performClick()
    protected fun type(box: String, text: String) = rule.onNodeWithTag(box).near().performTextInput(text)
    protected fun switch(text: String) = rule.onNode(isToggleable() and hasText(text))
    protected fun stands(text: String) = rule.onAllNodesWithText(text, substring = true).onFirst().assertExists()
    protected fun nowhere(text: String) = assertTrue(text, rule.onAllNodesWithText(text, substring = true).fetchSemanticsNodes().isEmpty())
    protected suspend fun Plan.important() = about().rooms.first().said
}
