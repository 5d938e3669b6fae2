package hearth.app

import android.view.WindowManager
import androidx.compose.ui.test.onAllNodesWithContentDescription
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Suggested
import hearth.bridge.SuggestedField
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Carers and following: two plans over the core itself, and a real host between them. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class CarersStoryTest : TwoPhones("carers") {
    private fun secure() = rule.activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0

    private fun joWithAHost() = jo.begun("Jo") {
        someGoal()
        somePlan()
        host.enrol(this)
    }

    @Test
    fun a_carer_follows_offline() {
        needsHosts()
        joWithAHost()
        sam.begun("Sam")

        // Jo shows a code.
        on(jo, "carers")
        untilSaid("Somebody who cares for you can keep a copy of your plan on their own phone")
        tap("Pair with a carer")
        rule.seemsKind("carer-new")
        tap("Make a code")
        untilThere("code")
        says("Show this code, or send it.")
        assertTrue("a code that is a key is in a picture of the screen", secure())
        rule.seemsKind("carer-new, a code")
        val invitation = jo.ask { pairings() }.invitations.single()

        // Sam takes it up.
        on(sam, "following")
        untilSaid("Nobody’s plan is here yet.")
        rule.seemsKind("following, nobody")
        tap("Follow somebody")
        rule.seemsKind("follow-new")
        sam.hardware.code = invitation.text
        tap("Scan a code")
        untilSaid("Jo asks you to be their carer.")
        rule.seemsKind("follow-new, an invitation")
        tap("Answer them")
        until { sam.ask { following() }.meetings.isNotEmpty() }
        val meeting = sam.ask { following() }.meetings.single().id

        // Both see the same six digits.
        on(jo, "carer-new", invitation.id)
        untilThere("digits")
        val digits = checkNotNull(jo.ask { pairings() }.invitations.single().digits)
        says("Read these digits out to each other. Say yes only if Sam has the same ones.")
        rule.seemsKind("carer-new, digits")
        on(sam, "follow-new", meeting)
        untilThere("digits")
        assertEquals(digits, sam.ask { following() }.meetings.single().digits)
        rule.seemsKind("follow-new, digits")
        tap("They are the same")
        untilSaid("Waiting for Jo to say yes.")

        // Jo reads just what Sam will see, and what can't be undone.
        on(jo, "carer-new", invitation.id)
        untilThere("digits")
        tap("They are the same")
        untilSaid("What can’t be undone")
        says("Sit forward, slow breaths, fan on.")
        rule.seemsKind("carer-new, what they will see")
        tap("Let Sam see this")
        until { jo.ask { pairings() }.pairings.any { it.open } }
        on(jo, "carers")
        untilSaid("Paired: today")
        rule.seemsKind("carers, one")

        // Sam has the copy: its age first, the steps, the number.
        on(sam, "follow-new", meeting)
        untilSaid("As of today")
        says("Sit forward, slow breaths, fan on.")
        rule.onNodeWithTag("screen-followed").assertExists()
        rule.seemsKind("followed")
        tap("07700 900 123")
        assertEquals(listOf("07700 900 123"), sam.over.dialled)

        // Three days on, with no signal.
        val copy = sam.ask { following() }.followed.single().id
        host.does("sleep")
        later(3 * A_DAY)
        on(sam, "followed", copy)
        untilSaid("3 days ago")
        tap("Look for a newer copy")
        untilSaid("Could not check since")
        says("Sit forward, slow breaths, fan on.")
        tap("Suggest other words")
        val goal = "Manage my pain so I don’t wake up at night"
        rule.onAllNodesWithContentDescription("Suggest other words for: $goal").onFirst().performScrollTo().performClick()
        val box = sam.ask { followedEntries(copy) }.first { it.words == goal }.let { "suggest/$copy/${it.entry}/${it.field}/words" }
        type(box, "Sleep through, with Sam near")
        rule.seemsKind("followed, other words")
        tap("Send it to Jo")
        untilSaid("It waits for signal, and goes by itself.")
        assertEquals(1, sam.ask { following() }.followed.single().waiting)

        // With signal it goes by itself, and stands beside Jo's words.
        host.does("wake")
        on(sam, "today")
        runBlocking { sam.over.session.caughtUp() }
        assertEquals(0, sam.ask { following() }.followed.single().waiting)
        on(jo, "today")
        runBlocking { jo.over.session.caughtUp() }
        untilSaid("Sam suggests a change. Your own words stay until you say.")
        rule.seemsKind("today, mail")
        val words = jo.ask { goals() }.single().words
        assertEquals(goal, words.versions.single().text)
        assertEquals("Sleep through, with Sam near", words.offers.single().text)
        tap("I have read it")
        never("Sam suggests a change. Your own words")
    }

    @Test
    fun digits_that_differ_pair_nobody_and_say_what_to_do() {
        needsHosts()
        joWithAHost()
        sam.begun("Sam")
        on(jo, "today")
        on(sam, "today")
        val invitation = jo.ask { carerInvite() }
        sam.ask { followAccept(invitation.text, "Sam") }
        on(jo, "carer-new", invitation.id)
        untilThere("digits")
        tap("They differ")
        untilSaid("Somebody else may be in between. Nobody was paired, and nothing was shared.")
        assertTrue(jo.ask { pairings() }.let { it.invitations.isEmpty() && it.pairings.isEmpty() })
        assertTrue(jo.ask { shares() }.shares.isEmpty())
    }

    @Test
    fun a_carer_is_let_go_and_the_copy_goes_with_its_end() {
        needsHosts()
        joWithAHost()
        sam.begun("Sam")
        on(sam, "today")
        on(jo, "today")
        paired()
        on(jo, "carers")
        untilSaid("Sam last looked:")
        tap("Let Sam go")
        says("Sam can’t look or suggest any more. What they saw they may remember.")
        tap("Yes, let them go")
        untilSaid("Ended: today")
        later(A_DAY)
        on(sam, "following")
        untilSaid("the person ended this. It is no longer kept here.")
        tap("Open")
        untilSaid("There is no copy here to read.")
        rule.seemsKind("followed, ended")
        tap("Take this copy away")
        tap("Yes, take it away")
        untilSaid("The copy is gone from this phone.")
        assertTrue(sam.ask { following() }.followed.isEmpty())
    }

    @Test
    fun a_plain_link_is_followed_with_its_passcode_and_what_was_pasted_is_in_no_saved_state() {
        needsHosts()
        joWithAHost()
        sam.begun("Sam")
        on(jo, "today")
        val share = jo.ask { shareOffered().let { choice -> shareMake(choice, sharePreview(choice).sum) } }
        val (link, passcode) = checkNotNull(share.link) to checkNotNull(share.passcode)
        on(sam, "follow-new")
        untilThere("pasted")
        type("pasted", "hello")
        tap("Go on")
        untilSaid("There is no health link in that.")
        type("pasted", link)
        tap("Go on")
        untilSaid("This is a link to read somebody’s plan.")
        type("follow-name", "Jo")
        tap("Keep their plan here")
        untilSaid("The passcode is missing or not right.")
        type("follow-passcode", passcode)
        val saved = saved()
        assertTrue("nothing at all is kept: $saved", "follow-new" in saved)
        assertFalse("a link is in saved state", link.takeLast(40) in saved)
        assertFalse("a passcode is in saved state", passcode in saved)
        tap("Keep their plan here")
        untilSaid("As of today")
        never("Suggest other words")
        assertEquals("", sam.over.session.unsaved["follow/text"])
    }

    @Test
    fun without_a_host_carers_say_what_is_needed_and_a_phone_too() {
        jo.begun("Jo")
        on(jo, "carers")
        untilSaid("To pair two phones you need a share host.")
        rule.seemsKind("carers, no host")
        on(jo, "phone-new")
        untilSaid("To pair two phones you need a share host.")
        assertNull(jo.ask { otherPhone() })
    }

    @Test
    fun what_is_suggested_while_copies_are_looked_at_is_not_lost() {
        needsHosts()
        joWithAHost()
        sam.begun("Sam")
        on(jo, "today")
        on(sam, "today")
        val copy = paired()
        val entry = sam.ask { followedEntries(copy.id) }.first { it.field == "goal.words" }
        runBlocking {
            val looks = List(6) { async(Dispatchers.IO) { sam.over.plan.refreshFollowing(true) } }
            val sent = List(6) { at ->
                async(Dispatchers.IO) {
                    later(11_000)
                    sam.over.plan.suggest(copy.id, Suggested(entry.entry, entry.kind, fields = listOf(SuggestedField(entry.field, "Sleep $at"))))
                }
            }
            (looks + sent).awaitAll()
        }
        sam.ask { refreshFollowing(true) }
        assertEquals(6, jo.ask { deliverMail() }.suggestions)
    }
}
