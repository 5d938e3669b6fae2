package hearth.app

import android.graphics.Insets
import android.view.ViewGroup
import android.view.WindowInsets
import androidx.activity.ComponentActivity
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Edge to edge: the app itself makes room for the keyboard. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class KeyboardTest {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()
    private val over = OverCore()

    @After fun end() = over.close()

    /** The keyboard comes up, or goes. */
    private fun keyboard(high: Int) {
        rule.runOnUiThread {
            val view = rule.activity.findViewById<ViewGroup>(android.R.id.content).getChildAt(0)
            val insets = WindowInsets.Builder().setInsets(WindowInsets.Type.ime(), Insets.of(0, 0, 0, high)).setVisible(WindowInsets.Type.ime(), high > 0)
            view.dispatchApplyWindowInsets(insets.build())
        }
        rule.waitForIdle()
    }

    private fun bottom(tag: String) = rule.onNodeWithTag(tag).fetchSemanticsNode().boundsInRoot.bottom

    @Test
    fun the_page_ends_where_the_keyboard_begins() {
        over.seed { }
        rule.setContent { Root(over.session, listOf(Where("today"), Where("goal-new"))) }
        val high = rule.activity.resources.displayMetrics.heightPixels
        val before = bottom("screen-goal-new")
        keyboard(1000)
        assertTrue("under the keyboard: ${bottom("screen-goal-new")} of $high", bottom("screen-goal-new") <= high - 1000)
        keyboard(0)
        assertEquals(before, bottom("screen-goal-new"))
    }

    @Test
    fun before_there_are_places_too() {
        rule.setContent { Root(over.session) }
        rule.waitForIdle()
        val high = rule.activity.resources.displayMetrics.heightPixels
        keyboard(1000)
        assertTrue(bottom("plain") <= high - 1000)
    }
}
