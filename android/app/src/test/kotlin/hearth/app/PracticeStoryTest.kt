package hearth.app

import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.LinkStanding
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** The practice: over the core itself, and a practice that answers over loopback. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class PracticeStoryTest {
    @get:Rule val rule = createComposeRule()
    private val phone = FakePhone()
    private val over = OverCore(outside = phone::outside)
    private val surgery = Surgery("story")

    @After fun end() {
        // Nothing that a test held back goes on when its plan is gone.
        if (surgery.isThere) surgery.does("be-well")
        over.close()
    }

    private fun draw(screen: String) = rule.setContent { Root(over.session, listOf(Where("today"), Where(screen))) }
    private fun tap(text: String) = rule.onAllNodesWithText(text).onFirst().performScrollTo().performClick()
    private fun says(text: String) = rule.onAllNodesWithText(text, substring = true).onFirst().assertExists()
    private fun never(text: String) = assertEquals(0, rule.onAllNodesWithText(text, substring = true).fetchSemanticsNodes().size)
    private fun until(what: () -> Boolean) = rule.waitUntil(PATIENCE) { what() }
    private fun untilSaid(text: String) = until { rule.onAllNodesWithText(text, substring = true).fetchSemanticsNodes().isNotEmpty() }
    private fun type(tag: String, text: String) = rule.onNodeWithTag(tag).performScrollTo().performTextReplacement(text)

    /** A plan with a goal that is linked before the app is opened. */
    private fun linked() {
        assumeTrue("no street of practices: cargo xtask android test brings one", surgery.isThere)
        over.seed {
            someGoal()
            surgery.link(this)
        }
    }

    @Test
    fun a_link_is_made_in_the_browser_and_words_go_there_and_come_back_as_suggestions() {
        assumeTrue("no street of practices: cargo xtask android test brings one", surgery.isThere)
        over.seed { someGoal() }
        draw("practice")
        says("Nothing is missing: everything else works.")
        says("Anything marked “only me”")
        rule.seemsKind("practice")
        type("practice-name", "The Canal Surgery")
        type("practice-address", surgery.base)
        tap("Go to their sign-in page")
        until { phone.opened.isNotEmpty() }
        untilSaid("A link was begun")
        assertEquals("The Canal Surgery", over.session.drafts[LINKING])
        over.session.returned(surgery.signIn(phone.opened.single()))
        untilSaid("Linked with The Canal Surgery")
        until { over.session.drafts[LINKING].isEmpty() }
        says("Nothing has gone to your practice yet.")
        rule.seemsKind("practice, linked")
        tap("Get in step now")
        untilSaid("went to The Canal Surgery")
        untilSaid("Last in step: today")
        assertEquals("Manage my pain so I don’t wake up at night", surgery.does("nothing"))
        surgery.does("write-goal", "Sleep through, most nights")
        over.real.now = over.real.now.copy(ms = over.real.now.ms + 3_600_000)
        tap("Get in step now")
        untilSaid("suggests 1 change. Your own words stay until you say.")
        val goal = over.ask { goals() }.single().words
        assertEquals("Manage my pain so I don’t wake up at night", goal.versions.single().text)
        assertEquals("Sleep through, most nights", goal.offers.single().text)
    }

    @Test
    fun what_the_practice_does_not_take_is_said_with_its_words_and_sent_again() {
        linked()
        surgery.does("refuse", "Goal")
        draw("practice")
        tap("Get in step now")
        untilSaid("did not take 1 of your entries")
        tap("See what is not in step")
        untilSaid("Your practice did not take this. Your words are still here.")
        says("Manage my pain so I don’t wake up at night")
        rule.seemsKind("practice-not-sent")
        surgery.does("accept")
        tap("Send it again")
        untilSaid("It goes the next time you get in step.")
        rule.onNodeWithText("‹ Back").performClick()
        tap("Get in step now")
        until { surgery.does("nothing").startsWith("Manage my pain") }
        until { over.ask { practice() }.troubles.isEmpty() }
    }

    @Test
    fun getting_in_step_is_stopped_and_what_was_done_is_kept() {
        linked()
        surgery.does("hold")
        draw("practice")
        tap("Get in step now")
        untilSaid("Getting in step with your practice")
        tap("Stop")
        // Another screen is not kept waiting behind a practice that does not answer.
        rule.onNodeWithText("My plan").performClick()
        untilSaid("Manage my pain")
        surgery.does("be-well")
        until { over.session.goings["step"].part == null }
        assertTrue(over.session.goings["step"].said.toString(), over.session.goings["step"].said.any { "It was stopped before the end" in it })
    }

    @Test
    fun a_link_that_the_practice_ended_is_said_and_made_again_with_what_is_known_of_it() {
        linked()
        surgery.does("end-links")
        draw("practice")
        tap("Get in step now")
        untilSaid("The link with your practice has ended")
        tap("Make the link again")
        until { phone.opened.isNotEmpty() }
        over.session.returned(surgery.signIn(phone.opened.single()))
        until { over.ask { practice() }.standing == LinkStanding.Linked }
    }

    @Test
    fun a_busy_practice_and_an_old_day_are_said_and_nothing_is_lost() {
        linked()
        over.real.now.let { now ->
            draw("practice")
            tap("Get in step now")
            untilSaid("Last in step: today")
            over.real.now = now.copy(ms = now.ms + 21L * 24 * 3600 * 1000)
        }
        surgery.does("be-busy")
        tap("Get in step now")
        untilSaid("Nothing was lost: your words are here.")
        untilSaid("Last in step: 26 November")
    }

    @Test
    fun the_end_of_a_link_keeps_every_word() {
        linked()
        draw("practice")
        tap("End the link")
        says("Every word stays here. What was sent before stays at your practice.")
        tap("Yes, end the link")
        untilSaid("The link with The Canal Surgery has ended. All your words are still here.")
        assertEquals(1, over.ask { goals() }.size)
        assertEquals(LinkStanding.NotLinked, over.ask { practice() }.standing)
    }

    @Test
    fun what_goes_wrong_before_a_link_is_said_beside_its_box() {
        over.seed { }
        draw("practice")
        tap("Go to their sign-in page")
        says("Write what you call your practice first.")
        type("practice-name", "The Canal Surgery")
        type("practice-address", "http://practice.example/fhir")
        tap("Go to their sign-in page")
        untilSaid("That is not a safe address for a practice. Nothing was sent.")
        type("practice-address", "http://127.0.0.1:9/fhir")
        tap("Go to their sign-in page")
        untilSaid("Your practice can’t be reached just now. Nothing was lost")
        assertTrue(phone.opened.isEmpty())
    }

    @Test
    fun an_answer_that_nobody_asked_for_and_one_that_says_no_make_no_link_and_say_so() {
        assumeTrue("no street of practices: cargo xtask android test brings one", surgery.isThere)
        over.seed { }
        draw("practice")
        over.session.returned("$LINK_REDIRECT?code=stolen&state=another")
        untilSaid("That answer did not come from what this phone asked. Nothing was changed.")
        type("practice-name", "The Canal Surgery")
        type("practice-address", surgery.base)
        tap("Go to their sign-in page")
        until { phone.opened.isNotEmpty() }
        val answer = surgery.signIn(phone.opened.single())
        over.session.returned(answer.replace(Regex("state=[^&]*"), "state=another"))
        untilSaid("That answer did not come from what this phone asked.")
        over.session.returned(answer.replace(Regex("code=[^&]*"), "error=access_denied"))
        untilSaid("The link was not allowed. Nothing was changed.")
        assertEquals(LinkStanding.NotLinked, over.ask { practice() }.standing)
    }

    @Test
    fun without_a_browser_it_says_so() {
        assumeTrue("no street of practices: cargo xtask android test brings one", surgery.isThere)
        phone.browses = false
        over.seed { }
        draw("practice")
        type("practice-name", "The Canal Surgery")
        type("practice-address", surgery.base)
        tap("Go to their sign-in page")
        untilSaid("This phone has no browser to open it with. Nothing was changed.")
    }

    @Test
    fun a_half_typed_address_outlives_a_turned_phone() {
        over.seed { }
        val tester = StateRestorationTester(rule)
        tester.setContent { Root(over.session, listOf(Where("today"), Where("practice"))) }
        rule.onNodeWithTag("practice-address").performScrollTo().performTextInput("https://canal")
        tester.emulateSavedInstanceStateRestore()
        says("https://canal")
    }

    @Test
    fun an_address_comes_from_a_code_where_something_reads_one_and_going_back_changes_nothing() {
        over.seed { }
        phone.scans = true
        draw("practice")
        type("practice-address", "https://half")
        tap("Read the practice’s code")
        rule.onNodeWithTag("practice-address").assertTextContains("https://half")
        phone.code = "https://canal.example/fhir"
        tap("Read the practice’s code")
        rule.onNodeWithTag("practice-address").assertTextContains("https://canal.example/fhir")
        rule.seemsKind("practice, with a code")
        // Whatever else the code holds is refused as if it were typed.
        phone.code = "javascript:alert(1)"
        tap("Read the practice’s code")
        type("practice-name", "The Canal Surgery")
        tap("Go to their sign-in page")
        assertTrue(phone.opened.isEmpty())
        rule.onNodeWithTag("practice-address").assertTextContains("javascript:alert(1)")
    }

    @Test
    fun where_nothing_reads_a_code_none_is_offered() {
        over.seed { }
        draw("practice")
        never("Read the practice’s code")
    }
}
