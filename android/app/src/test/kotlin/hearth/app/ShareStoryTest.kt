package hearth.app

import android.view.WindowManager
import androidx.compose.ui.test.assertContentDescriptionEquals
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.ShareSection
import hearth.bridge.ShareStanding
import hearth.bridge.Answer
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Share and end: over the core itself, a real host, and a reader of its own. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class ShareStoryTest : ShareStage("share") {
    private fun enrolled() {
        needsHosts()
        over.seed {
            someGoal()
            somePlan()
            host.enrol(this)
        }
    }

    private fun standing(id: String) = over.ask { share(id) }.standing

    @Test
    fun a_part_is_previewed_shared_read_by_another_seen_and_ended() {
        enrolled()
        draw()
        tap("People")
        tap("Who can see my plan")
        says("Nobody sees anything until you show it to them.")
        rule.seemsKind("sharing, with a host and nothing shared")
        tap("Show a part of my plan")
        type("label", "For Sam")
        tap("If I am found unwell")
        tap("About me")
        rule.seemsKind("share-new")
        never("Make the link")
        tap("See what they will see")
        untilSaid("This is what they will see")
        // Just what is seen, in the core's own words.
        val until = over.real.now.ms + 24 * 3_600_000
        val told = over.ask { sharePreview(shareOffered().copy(sections = listOf(ShareSection.Goals), until = until)) }
        (told.front + told.sections.flatMap { it.lines } + told.cannotBeUndone + told.ends).forEach(::says)
        says("Manage my pain so I don’t wake up at night")
        never("Sit forward, slow breaths, fan on.")
        rule.seemsKind("share-new, looked at")
        assertTrue("a preview shares nothing", over.ask { shares() }.shares.isEmpty())
        tap("Make the link")
        untilSaid("Who looked")
        val share = over.ask { shares() }.shares.single()
        val (link, passcode) = share.link!! to share.passcode!!
        assertEquals("For Sam", share.label)
        says("Whoever has the link can open this now.")
        says("Nobody yet, as far as this phone knows.")
        rule.seemsKind("share")
        rule.onNodeWithTag("passcode").assertContentDescriptionEquals("Passcode: " + passcode.toList().joinToString(" "))
        rule.onNodeWithTag("code").assertExists()
        assertTrue("a key is in no picture", rule.activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0)
        tap("Send the link")
        assertTrue("nothing is copied before it is asked", phone.copied.isEmpty())
        tap("Copy the link")
        assertEquals("the passcode goes another way", listOf(link) to listOf(link), phone.texts to phone.copied)
        saved().let { assertFalse("a key outlives the process", link.takeLast(20) in it || passcode in it) }
        // Whoever has both reads just what was previewed, and is seen.
        assertNull("a link alone opens nothing", host.open(link, null, "Sam"))
        val read = host.open(link, passcode, "Sam at work")!!
        assertTrue(read, "Manage my pain so I don’t wake up at night" in read)
        assertFalse("what was not chosen is not there", "Sit forward" in read)
        tap("Ask who has looked")
        untilSaid("Sam at work")
        says("This is what they said of themselves. Nobody has checked it.")
        untilOver("share.${share.id}")
        tap("End it")
        says("What somebody has opened already, they may keep.")
        tap("Not now")
        assertNotNull(host.open(link, passcode, "Sam"))
        tap("End it")
        tap("Yes, end it")
        untilSaid("Ended. The link opens nothing any more.")
        assertNull(host.open(link, passcode, "Sam"))
        listOf("Send the link", "End it", "Pause it").forEach(::never)
        rule.onNodeWithTag("code").assertDoesNotExist()
        rule.onNodeWithTag("passcode").assertDoesNotExist()
        rule.seemsKind("share, ended")
        tap("‹ Back")
        says("Over")
        rule.seemsKind("sharing, all over")
    }

    @Test
    fun a_plan_that_changed_since_is_looked_at_again_and_back_keeps_every_choice() {
        enrolled()
        draw("share-new")
        type("label", "For my sister")
        tap("For a week")
        tap("See what they will see")
        untilSaid("This is what they will see")
        tap("‹ Back")
        says("For my sister")
        tap("See what they will see")
        untilSaid("This is what they will see")
        val goal = over.ask { goals() }.single().id
        over.ask { write("goal", goal, "words", Answer.Words("Walk to the canal")) }
        rule.waitForIdle()
        never("Walk to the canal")
        tap("Make the link")
        untilSaid("Your plan has changed since you looked. Nothing was shared.")
        assertTrue(over.ask { shares() }.shares.isEmpty())
        never("Make the link")
        tap("Look again")
        untilSaid("Walk to the canal")
        tap("Make the link")
        untilSaid("Who looked")
        val share = over.ask { shares() }.shares.single()
        assertEquals(over.real.now.ms + 7L * 24 * 3_600_000, share.until)
        assertTrue("Walk to the canal" in host.open(share.link!!, share.passcode, "Sam")!!)
    }

    @Test
    fun nothing_chosen_and_a_day_that_is_none_are_said_where_they_were_chosen() {
        enrolled()
        draw("share-new")
        tap("Until the end of a day that I choose")
        tap("See what they will see")
        untilSaid("Write day, month and year.")
        listOf("30", "2", "2027").forEachIndexed { at, part -> type("day-$at", part) }
        tap("See what they will see")
        untilSaid("There is no such date")
        type("day-1", "3")
        listOf("If I am found unwell", "About me", "My goals and plan").forEach(::tap)
        tap("See what they will see")
        untilSaid("Nothing was chosen. Nothing was shared.")
        tap("My goals and plan")
        tap("See what they will see")
        untilSaid("This is what they will see")
        says("30 March 2027")
    }

    @Test
    fun a_host_that_is_away_is_said_and_hears_of_the_end_later() {
        enrolled()
        val share = runShare()
        draw("share", share.id)
        untilSaid("Whoever has the link can open this now.")
        host.does("sleep")
        tap("End it")
        tap("Yes, end it")
        untilSaid("Not yet ended at the host.")
        untilOver("share.${share.id}")
        rule.onNodeWithTag("code").assertDoesNotExist()
        tap("‹ Back")
        host.does("wake")
        assertNotNull("it was not told yet", host.open(share.link!!, share.passcode, "Sam"))
        // Another screen: what can still be opened stands first, and not as if it were over.
        over.session.goings["shares"].begin({ over.plan.deliverShares() }) {}
        untilOver("shares")
        assertEquals(ShareStanding.Ended, standing(share.id))
        assertNull(host.open(share.link, share.passcode, "Sam"))
    }

    /** Opened and shared without a screen. */
    private fun runShare() = kotlinx.coroutines.runBlocking {
        val plan = over.real.doors().open().plan
        try {
            plan.someShare()
        } finally {
            plan.close()
        }
    }

    @Test
    fun a_share_is_paused_opened_again_and_ends_sooner() {
        enrolled()
        val share = runShare()
        draw("share", share.id)
        untilSaid("Whoever has the link can open this now.")
        tap("Pause it")
        untilSaid("Paused. Nobody can open this until you go on with it.")
        untilOver("share.${share.id}")
        assertNull(host.open(share.link!!, share.passcode, "Sam"))
        rule.onNodeWithTag("code").assertDoesNotExist()
        rule.seemsKind("share, paused")
        tap("Open it again")
        untilSaid("Whoever has the link can open this now.")
        untilOver("share.${share.id}")
        tap("Change when it ends")
        tap("For an hour")
        rule.onNodeWithTag("keep-when").performScrollTo().performClick()
        rule.waitUntil(PATIENCE) { over.ask { share(share.id) }.until == over.real.now.ms + 3_600_000 }
        untilOver("share.${share.id}")
        assertNotNull(host.open(share.link, share.passcode, "Sam"))
        later(3_600_000)
        assertNull(host.open(share.link, share.passcode, "Sam"))
    }

    @Test
    fun all_sharing_stops_at_once_after_it_was_asked_and_says_what_it_cannot_take_back() {
        enrolled()
        val shares = listOf(runShare(), runShare())
        draw("sharing")
        untilSaid("For Sam")
        rule.seemsKind("sharing, with two links")
        tap("Stop all sharing")
        says("What somebody has opened already, they may keep.")
        tap("Not now")
        shares.forEach { assertNotNull(host.open(it.link!!, it.passcode, "Sam")) }
        tap("Stop all sharing")
        tap("Yes, stop all of it")
        untilSaid("Every link was ended.")
        shares.forEach { assertNull(host.open(it.link!!, it.passcode, "Sam")) }
        never("Stop all sharing")
    }

    @Test
    fun a_host_is_taken_into_use_its_token_outlives_nothing_and_what_is_wrong_stays_said() {
        needsHosts()
        over.seed { someGoal() }
        draw("share-new")
        untilSaid("No share host is set up on this phone yet")
        tap("Set up a share host")
        says("Not a word of your plan, and not the key.")
        rule.onNode(hasText("Use this host") and hasClickAction()).assertIsNotEnabled()
        rule.seemsKind("share-host")
        val (address, token) = host.token()
        type("share-host-address", "http://share.example")
        type("share-host-token", token)
        assertFalse("a token outlives the process", token in saved())
        tap("Use this host")
        untilSaid("That is not a safe address of a share host. Nothing was sent.")
        assertEquals("", over.ask { shares() }.host)
        type("share-host-address", address)
        tap("Use this host")
        untilSaid("This host is in use now.")
        assertEquals(address, over.ask { shares() }.host.trimEnd('/'))
        tap("‹ Back")
        never("No share host is set up")
    }
}
