package hearth.app

import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Promises and reviews, over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class PromiseStoryTest : VisitStage() {
    @Test
    fun a_late_promise_comes_up_by_itself_and_what_came_of_it_is_noted() {
        val visit = seed { somePromises(); beginVisit("Next", "") }
        draw("visit-agenda", visit)
        rule.onNodeWithText("Promised, and late").assertIsDisplayed()
        rule.onNodeWithText("A place at pulmonary rehabilitation", substring = true).assertExists()
        tap("‹ Back")
        rule.onNodeWithText("Visits").performClick()
        tap("Promises")
        rule.seemsKind("promises")
        val late = over.ask { promises() }.first()
        assertEquals(24L, late.lateDays)
        under("promise-${late.id}", "What came of it?").performClick()
        under("promise-${late.id}", "asked for, not available").performClick()
        over.ask { promises() }.first { it.id == late.id }.let {
            assertEquals("asked for, not available", it.state)
            assertEquals(null, it.lateDays)
        }
        tap("Undo")
        assertEquals(24L, over.ask { promises() }.first { it.id == late.id }.lateDays)
        rule.onNodeWithText("What I promised").assertExists()
    }

    @Test
    fun my_own_promise_is_written_down_as_mine() {
        over.seed { }
        draw("promises")
        tap("Write a promise down")
        type("new.what", "Bring my diary")
        tap("I promised it myself")
        day("new.by", "3", "12", "2026")
        tap("Keep this promise")
        val mine = over.ask { promises() }.single()
        assertTrue(mine.mine && mine.open)
        rule.onNodeWithText("What I promised").assertExists()
    }

    @Test
    fun an_overdue_review_is_said_kindly_and_is_done() {
        over.seed { someReviews() }
        draw("reviews")
        rule.seemsKind("reviews")
        rule.onNodeWithText("You could ask the pharmacist for a new date.", substring = true).assertIsDisplayed()
        tap("It was done")
        val late = over.ask { reviews() }.first()
        day("done.${late.id}.next", "12", "2", "2027")
        tap("Keep it")
        val done = over.ask { reviews() }.first { it.id == late.id }
        assertEquals(null, done.lateDays)
        assertTrue(done.line, done.line.contains("12 February 2027"))
    }

    @Test
    fun a_medicines_review_is_written_with_who_sees_to_it() {
        over.seed { }
        draw("reviews")
        tap("Write a review down")
        tap("My medicines")
        type("new.who", "the pharmacist")
        day("new.next", "", "2", "2027")
        tap("Keep it")
        val review = over.ask { reviews() }.single()
        assertEquals("My medicines" to "the pharmacist", review.name to review.who)
    }
}
