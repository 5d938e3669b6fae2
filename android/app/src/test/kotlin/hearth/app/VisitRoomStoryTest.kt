package hearth.app

import android.content.ClipboardManager
import android.content.Context
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performTextReplacement
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.MoodAnswer
import hearth.bridge.MoodQuestion
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** At a visit and after it: what is shown, the phone handed over, what was agreed; over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class VisitRoomStoryTest : VisitStage() {
    @Test
    fun an_action_is_agreed_with_a_promise_and_what_was_agreed_can_be_pasted() {
        val visit = seed { someGoal(); beginVisit("My yearly talk", "The nurse", "2026-11-26") }
        draw("visit-agree", visit)
        tap("Manage my pain so I don’t wake up at night")
        tap("Write what I will do")
        val goal = over.ask { goals() }.single().id
        type("action.$goal.what", "Stretch before bed")
        tap("Keep it")
        tap("Write a promise down")
        type("promise.what", "A place at rehabilitation")
        type("promise.who", "The nurse")
        day("promise.by", "", "1", "2027")
        tap("Keep this promise")
        tap("Write when")
        type("review.interval", "every 3 months")
        type("review.who", "the nurse")
        tapKeepOf("review.who")
        type("agree.with", "Ann Example")
        type("agree.role", "nurse")
        tap("yes")
        tap("Note that we agreed")
        rule.onNodeWithText("After the visit").assertIsDisplayed()
        rule.seemsKind("visit-after")
        val drawn = over.ask { visit(visit) }
        assertEquals(listOf("A place at rehabilitation"), drawn.promises.map { it.what.versions.single().text })
        assertTrue(drawn.promises.single().whoBy, drawn.promises.single().whoBy.contains("January 2027"))
        assertTrue("Stretch before bed" in drawn.goals.single().actions.map { it.what.versions.single().text })
        assertTrue(drawn.agreements.single().line.startsWith("Agreed with Ann Example, "))
        assertFalse("what was agreed stands as it was agreed", drawn.goals.single().agreements.single().changed)
        tap("Copy it")
        val clip = ApplicationProvider.getApplicationContext<Context>().getSystemService(ClipboardManager::class.java).primaryClip
        val text = clip?.getItemAt(0)?.text.toString()
        assertTrue(text, text.contains("Stretch before bed") && text.contains("A place at rehabilitation"))
        assertTrue(clip!!.description.extras.getBoolean("android.content.extra.IS_SENSITIVE"))
    }

    @Test
    fun the_safety_words_stand_on_the_visit_and_mood_is_on_no_page_to_show_and_in_no_summary_by_itself() {
        val visit = seed {
            beginVisit("My talk", "The nurse").also {
                useSheet(it, "copd", true)
                answerMood(it, MoodQuestion.Interest, MoodAnswer.Yes)
            }
        }
        val shown = Shown(over.session)
        shown.where = Where("visit", listOf(visit))
        rule.setContent { shown.Draw() }
        rule.onNodeWithText("Nobody has been told yet", substring = true).assertIsDisplayed()
        shown.where = Where("visit-room", listOf(visit))
        rule.onNodeWithText("Nobody has been told yet", substring = true).assertDoesNotExist()
        rule.onNodeWithText("How I have felt").assertDoesNotExist()
        shown.where = Where("visit-after", listOf(visit))
        rule.onNodeWithText("Little interest or pleasure", substring = true).assertDoesNotExist()
        tap("Put in how I have felt")
        rule.onNodeWithText("Little interest or pleasure", substring = true).assertExists()
    }

    @Test
    fun what_a_guest_writes_waits_until_it_is_accepted_and_stands_in_their_name() {
        val visit = seed { someGoal(); beginVisit("My talk", "The nurse") }
        draw("visit-room", visit)
        rule.seemsKind("visit-room")
        tap("Hand the phone over")
        rule.seemsKind("visit-room, handed over")
        rule.onNodeWithText("Manage my pain", substring = true).assertDoesNotExist()
        type("name", "Ann Example")
        type("role", "nurse")
        tap("Something I will do")
        type("words", "A breathing test")
        day("by", "31", "2", "2027")
        tap("Keep it")
        rule.onNodeWithText("There is no such date.", substring = true).assertExists()
        over.ask { promises() }.let { assertTrue(it.isEmpty()) }
        rule.onNodeWithTag("by-0").seen().performTextReplacement("1")
        tap("Keep it")
        rule.onNodeWithText("Thank you. Please give the phone back.").assertIsDisplayed()
        rule.onNodeWithText("A breathing test", substring = true).assertDoesNotExist()
        rule.seemsKind("visit-room, written")
        tap("The phone is back with me")
        rule.onNodeWithText("A breathing test\n", substring = true).assertExists()
        assertTrue(over.ask { visit(visit) }.promises.isEmpty())
        tap("Yes, keep it")
        val promise = over.ask { visit(visit) }.promises.single()
        assertEquals("A breathing test", promise.what.versions.single().text)
        val who = promise.what.versions.single().who.single()
        assertTrue(who, who.contains("Ann Example") && who.contains("nurse") && who.contains("Accepted by you"))
        // Taken back it waits whole again, and is not thrown away.
        tap("Undo")
        assertTrue(over.ask { visit(visit) }.promises.isEmpty())
        assertEquals(1, over.ask { guests() }.size)
        rule.onNodeWithText("A breathing test\n", substring = true).assertExists()
        tap("Yes, keep it")
        assertEquals("A breathing test", over.ask { visit(visit) }.promises.single().what.versions.single().text)
    }
}
