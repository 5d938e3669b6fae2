package hearth.app

import android.view.View
import android.view.WindowManager
import androidx.compose.ui.test.onNodeWithTag
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Plan
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** An appointment: the code made ahead, shown where there is no signal; the card's words where there is no host. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class VisitShowStoryTest : ShareStage("visit") {
    private var visit = ""

    private fun seeded(fill: suspend Plan.() -> Unit = {}) = over.seed {
        someGoal()
        somePlan()
        visit = beginVisit("My yearly talk", "The nurse", "2026-11-27")
        fill()
    }

    private fun bright() = rule.activity.window.attributes.screenBrightness
    private fun awake() = awake(rule.activity.window.decorView)
    private fun awake(view: View): Boolean =
        view.keepScreenOn || view is android.view.ViewGroup && (0 until view.childCount).any { awake(view.getChildAt(it)) }

    @Test
    fun a_code_is_made_ahead_and_shown_in_a_room_without_signal_until_half_an_hour_after() {
        needsHosts()
        seeded { host.enrol(this) }
        draw("visit", visit)
        tap("Show at my visit")
        untilSaid("Make the code now, while you have signal.")
        rule.onNodeWithTag("code").assertDoesNotExist()
        rule.seemsKind("visit-show, not made")
        tap("By midday")
        tap("See what they will see")
        untilSaid("This is what they will see")
        says("Friday 27 November 2026, 12:30")
        says("Manage my pain so I don’t wake up at night")
        tap("Make the code")
        untilSaid("Show this code at the visit. It needs no signal on your phone.")
        rule.seemsKind("visit-show, made")
        val share = over.ask { shares() }.shares.single()
        // In the room: no signal, and another day.
        host.does("sleep")
        tap("‹ Back")
        rule.waitUntil(PATIENCE) { !awake() }
        assertEquals("as it was", WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_NONE, bright())
        tap("Show at my visit")
        untilThere("passcode")
        rule.onNodeWithTag("code").assertExists()
        rule.waitForIdle()
        assertTrue("the screen stays awake", awake())
        assertEquals("and bright", WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_FULL, bright())
        saved().let { assertFalse("a key outlives the process", share.link!!.takeLast(20) in it || share.passcode!! in it) }
        // Whoever scans it has signal.
        host.does("wake")
        later(26L * 3_600_000)
        assertNotNull(host.open(share.link!!, share.passcode, "The nurse"))
        later(3_600_000)
        assertNull("half an hour after it", host.open(share.link, share.passcode, "The nurse"))
        tap("‹ Back")
        tap("Show at my visit")
        untilSaid("Make the code now, while you have signal.")
    }

    @Test
    fun a_code_that_the_host_does_not_have_yet_says_so_and_the_cards_words_are_one_touch_away() {
        needsHosts()
        seeded { host.enrol(this) }
        host.does("sleep")
        draw("visit-show", visit)
        untilSaid("Make the code now, while you have signal.")
        tap("See what they will see")
        untilSaid("This is what they will see")
        tap("Make the code")
        untilSaid("Open Hearth once with signal before you go.")
        tap("Show my card’s words instead")
        untilSaid("This code needs no host and no signal.")
        rule.onNodeWithTag("code").assertExists()
        never("There is no host")
        tap("Back to the link")
        untilSaid("Open Hearth once with signal before you go.")
    }

    @Test
    fun a_paused_code_is_not_held_out() {
        needsHosts()
        var id = ""
        seeded {
            host.enrol(this)
            val choice = shareOffered(over.real.now.ms + 3_600_000).copy(label = "My visit")
            id = visitCodeMakeFor(visit, choice, sharePreview(choice).sum).share!!.id
            sharePause(id)
        }
        draw("visit-show", visit)
        untilSaid("Paused. Nobody can open this until you go on with it.")
        rule.onNodeWithTag("code").assertDoesNotExist()
        never("Show this code at the visit")
        tap("Who looked, and ending it")
        untilSaid("Open it again")
    }

    @Test
    fun without_a_host_it_is_the_cards_words() {
        seeded()
        draw("visit", visit)
        tap("Show at my visit")
        untilSaid("There is no host, so this code holds the words of your card.")
        rule.onNodeWithTag("code").assertExists()
        rule.onNodeWithTag("passcode").assertDoesNotExist()
        rule.seemsKind("visit-show, the card's words")
        assertTrue(over.ask { shares() }.shares.isEmpty())
    }
}
