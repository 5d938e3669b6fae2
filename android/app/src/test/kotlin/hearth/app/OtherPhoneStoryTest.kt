package hearth.app

import android.view.WindowManager
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Answer
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** The person's other phone: a plan, a phone with none, and a real host between them. [sam] is the new phone here. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class OtherPhoneStoryTest : TwoPhones("phones") {
    private val new get() = sam
    private fun secure() = rule.activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0

    /** Both show digits: what the new phone's are. */
    private fun met(): String {
        jo.begun("Jo") {
            someGoal()
            somePlan()
            host.enrol(this)
        }
        on(new, "today")
        untilSaid("Your own plan, on your own phone")
        tap("Bring my plan from my other phone")
        untilThere("code")
        assertTrue(secure())
        rule.seemsKind("phone-join")
        val shows = checkNotNull(new.over.session.joining.shows)

        on(jo, "settings-phones")
        untilSaid("Only this phone has your plan.")
        tap("Add my other phone")
        untilSaid("Whoever holds that phone has your whole plan and its recovery words.")
        rule.seemsKind("phone-new")
        jo.hardware.code = shows
        tap("Scan the code on the new phone")
        untilSaid("Scan this code with your new phone.")
        assertTrue(secure())
        rule.seemsKind("phone-new, a code")

        on(new, "phone-join")
        untilThere("code")
        assertEquals("another code than before", shows, new.over.session.joining.shows)
        new.hardware.code = jo.ask { otherPhone() }?.text
        tap("Scan the code on the old phone")
        untilThere("digits")
        rule.seemsKind("phone-join, digits")
        on(jo, "phone-new")
        untilThere("digits")
        says("Say yes only if this phone shows the same digits. It will get your whole plan.")
        rule.seemsKind("phone-new, digits")
        return checkNotNull(new.over.session.joining.digits)
    }

    @Test
    fun a_second_phone_gets_the_whole_plan_and_a_change_goes_over() {
        needsHosts()
        val digits = met()
        assertEquals(digits, jo.ask { otherPhone() }?.digits)

        // Too early: the old phone has not said yes.
        on(new, "phone-join")
        tap("Bring my plan here")
        untilSaid("It is not on its way yet.")
        on(jo, "phone-new")
        tap("They are the same")
        untilSaid("Your plan is on its way to this phone. Go on there.")
        assertEquals("whoever holds the phone was asked for", 1, jo.hardware.asked)

        on(new, "phone-join")
        tap("Bring my plan here")
        untilSaid("Hello, Jo")
        says("Manage my pain so I don’t wake up at night")
        assertEquals(jo.ask { recoveryWords() }, new.ask { recoveryWords() })
        assertEquals(2, new.ask { phones() }.count { it.ended == null })

        // Each hears of what the other wrote.
        val goal = new.ask { goals() }.single().id
        new.ask { write("goal", goal, "words", Answer.Words("Sleep until six")) }
        runBlocking { new.over.session.caughtUp() }
        on(jo, "today")
        runBlocking { jo.over.session.caughtUp() }
        untilSaid("Sleep until six")
        assertEquals("Sleep until six", jo.ask { goals() }.single().words.versions.single().text)
    }

    @Test
    fun digits_that_differ_send_nothing_and_the_new_phone_draws_other_keys() {
        needsHosts()
        met()
        tap("They differ")
        untilSaid("Nothing went to the other phone.")
        assertNull(jo.ask { otherPhone() })
        val before = new.over.session.joining.shows
        on(new, "phone-join")
        tap("They differ")
        untilSaid("Nothing came to this phone. Begin again with this new code.")
        untilThere("code")
        assertNotEquals(before, new.over.session.joining.shows)
    }

    @Test
    fun somebody_whom_the_phone_does_not_know_sends_the_plan_nowhere() {
        needsHosts()
        met()
        jo.hardware.knows = false
        tap("They are the same")
        untilSaid("This phone did not learn who you are. Nothing was sent.")
        assertTrue(jo.ask { otherPhone() }?.digits != null)
    }

    @Test
    fun what_is_no_code_of_a_phone_is_said_and_nothing_of_it_is_in_saved_state() {
        jo.begun("Jo")
        on(new, "phone-join")
        untilThere("code")
        type("pasted", "hearth-here:1/abcdef")
        tap("Go on")
        untilSaid("Nothing was begun.")
        assertTrue("phone-join" in saved())
        assertFalse("abcdef" in saved())
        tap("‹ Back")
        untilSaid("What shall Hearth call you?")
    }
}
