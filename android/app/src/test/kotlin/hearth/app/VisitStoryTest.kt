package hearth.app

import android.content.ClipboardManager
import android.content.Context
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotSelected
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Answered
import hearth.bridge.MoodAnswer
import hearth.bridge.MoodQuestion
import hearth.bridge.Plan
import hearth.ui.dayToType
import hearth.ui.typedDay
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Visits, promises and reviews, over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class VisitStoryTest {
    @get:Rule val rule = createComposeRule()
    private val over = OverCore()

    @After fun end() = over.close()

    private fun draw(screen: String = "today", vararg about: String) =
        rule.setContent { Root(over.session, listOf(Where("today"), Where(screen, about.toList())).distinct()) }

    private fun button(text: String) = rule.onAllNodes(hasText(text) and hasClickAction()).onFirst().seen()
    private fun tap(text: String) = button(text).performClick()
    private fun type(box: String, text: String) = rule.onNodeWithTag(box).seen().performTextInput(text)
    private fun day(box: String, day: String, month: String, year: String) =
        listOf(day, month, year).forEachIndexed { at, part -> type("$box-$at", part) }
    private fun under(box: String, text: String) = rule.onAllNodes(hasText(text) and hasAnyAncestor(hasTestTag(box)) and hasClickAction()).onFirst().seen()

    private fun SemanticsNodeInteraction.seen() = apply {
        try {
            performScrollTo()
        } catch (_: AssertionError) {
            // It does not lie in anything that scrolls.
        }
    }

    private fun seed(fill: suspend Plan.() -> String): String {
        var made = ""
        over.seed { made = fill() }
        return made
    }

    @Test
    fun a_visit_is_prepared_from_nothing_to_one_agenda() {
        over.seed { }
        draw()
        rule.onNodeWithText("Visits").performClick()
        rule.seemsKind("visits, empty")
        tap("Get ready for a visit")
        type("what", "My yearly talk")
        type("with", "The nurse")
        day("on", "3", "12", "2026")
        tap("Begin")
        rule.onNodeWithText("My yearly talk").assertIsDisplayed()
        tap("Choose sheets")
        tap("COPD")
        tap("Any visit")
        tap("Done")
        tap("My questions")
        type("thought", "Could it be the new tablets?")
        tap("Keep it")
        tap("Being short of breath")
        tap("3 · I walk slower than others on the flat, or have to stop")
        type("answer.cat", "12")
        val visit = over.ask { visits() }.single().id
        tapKeepOf("answer.cat")
        tap("‹ Back")
        tap("What to talk about")
        rule.onNodeWithText("Could it be the new tablets?").assertIsDisplayed()
        tap("Being short of breath")
        val drawn = over.ask { visit(visit) }
        assertEquals(listOf("copd", "general"), drawn.sheets.map { it.sheet }.sorted())
        assertEquals(1, drawn.questions.count { it.key == "smoking" })
        assertEquals(listOf(Answered.Mrc(3)), drawn.questions.first { it.key == "mrc" }.kept)
        assertEquals(listOf(Answered.Cat(12)), drawn.questions.first { it.key == "cat" }.kept)
        assertTrue(drawn.agenda.first { it.line == "Being short of breath" }.discussed)
        assertEquals("2 questions of mood, once", 2, drawn.mood?.questions?.size)
    }

    /** The button that keeps what is typed in this box: the next one after it on the page. */
    private fun tapKeepOf(box: String) {
        val top = rule.onNodeWithTag(box).fetchSemanticsNode().positionInRoot.y
        val keeps = rule.onAllNodes(hasText("Keep it") and hasClickAction()).fetchSemanticsNodes()
        val next = keeps.indices.filter { keeps[it].positionInRoot.y > top }.minBy { keeps[it].positionInRoot.y }
        rule.onAllNodes(hasText("Keep it") and hasClickAction())[next].seen().performClick()
    }

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
    fun a_result_is_read_with_what_it_is_and_the_last_beside_the_newest() {
        val visit = seed { someVisit() }
        draw("visit-results", visit)
        rule.seemsKind("visit-results")
        val drawn = over.ask { visit(visit) }.results.first { it.key == "fev1" }
        rule.onNodeWithText(drawn.explain).assertExists()
        for (value in listOf("58 %", "61 %")) rule.onNodeWithText(value).assertExists()
        val (last, recent) = listOf("58 %", "61 %").map { rule.onNodeWithText(it).fetchSemanticsNode().boundsInRoot }
        assertEquals("side by side", last.top, recent.top, 1f)
        assertEquals("of one weight", last.height, recent.height, 1f)
        rule.onNodeWithText("I thought it would be worse after the cold").assertExists()
        under("result-oxygen", "Add a result I was given").performClick()
        type("add.oxygen.value", "about ninety")
        day("add.oxygen.on", "12", "11", "2026")
        under("result-oxygen", "Keep it").performClick()
        rule.onNodeWithText("That is not a number.", substring = true).assertExists()
        assertEquals(null, over.ask { visit(visit) }.results.first { it.key == "oxygen" }.recent)
        under("result-oxygen", "My thoughts on this").performClick()
        type("think.oxygen.words", "What does it say?")
        under("result-oxygen", "Keep it").performClick()
        assertEquals("What does it say?", over.ask { visit(visit) }.thoughts.last { it.about == "oxygen" }.words.versions.single().text)
    }

    @Test
    fun after_a_yes_about_mood_the_safety_words_stand_at_once_and_as_long_as_the_yes() {
        val visit = seed { beginVisit("My talk", "The nurse").also { useSheet(it, "copd", true) } }
        draw("visit-questions", visit)
        rule.onNodeWithTag("mood-safety").assertDoesNotExist()
        val mood = over.ask { visit(visit) }.mood!!
        pick(mood.questions.first().ask, "rather not say")
        rule.onNodeWithTag("mood-safety").assertDoesNotExist()
        assertEquals(listOf(MoodAnswer.RatherNotSay), over.ask { visit(visit) }.mood!!.questions.first().kept)
        pick(mood.questions.first().ask, "yes")
        rule.onNodeWithTag("mood-safety").assertIsDisplayed()
        val safety = over.ask { visit(visit) }.mood!!.safety!!
        safety.lines().filter { it.isNotBlank() }.forEach { rule.onNode(hasText(it) and hasAnyAncestor(hasTestTag("mood-safety"))).assertExists() }
        assertTrue(safety, safety.contains("Nobody has been told yet"))
        rule.onNodeWithText("999").seen().performClick()
        rule.onNodeWithText("111").seen().performClick()
        assertEquals(listOf("999", "111"), over.dialled)
        rule.seemsKind("visit-questions, after a yes")
        tap("‹ Back")
        assertTrue(over.ask { visitToShow(visit) }.mood == null)
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

    /** Chooses an answer of the question with these words. */
    private fun pick(ask: String, answer: String) {
        val top = rule.onNodeWithText(ask).fetchSemanticsNode().positionInRoot.y
        val all = rule.onAllNodes(hasText(answer) and hasClickAction()).fetchSemanticsNodes()
        val next = all.indices.filter { all[it].positionInRoot.y > top }.minBy { all[it].positionInRoot.y }
        rule.onAllNodes(hasText(answer) and hasClickAction())[next].seen().performClick().assertIsSelected()
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
        tap("Keep it and give the phone back")
        rule.onNodeWithText("There is no such date.", substring = true).assertExists()
        over.ask { promises() }.let { assertTrue(it.isEmpty()) }
        rule.onNodeWithTag("by-0").seen().performTextReplacement("1")
        tap("Keep it and give the phone back")
        rule.onNodeWithText("A breathing test\n", substring = true).assertExists()
        assertTrue(over.ask { visit(visit) }.promises.isEmpty())
        tap("Yes, keep it")
        val promise = over.ask { visit(visit) }.promises.single()
        assertEquals("A breathing test", promise.what.versions.single().text)
        val who = promise.what.versions.single().who.single()
        assertTrue(who, who.contains("Ann Example") && who.contains("nurse") && who.contains("Accepted by you"))
        tap("Remove it")
        assertTrue(over.ask { visit(visit) }.promises.isEmpty())
    }

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

    @Test
    fun every_screen_is_kind_with_something_on_it_and_with_nothing() {
        lateinit var screens: List<Where>
        lateinit var empty: String
        over.seed {
            screens = visitScreens(someGoal())
            empty = beginVisit("", "")
        }
        val shown = Shown(over.session)
        rule.setContent { shown.Draw() }
        for (where in screens + screens.filter { it.about.isNotEmpty() }.map { Where(it.screen, listOf(empty)) }) {
            shown.where = where
            rule.waitForIdle()
            rule.onNodeWithTag("screen-${where.screen}").assertExists()
            rule.onNodeWithText("That is not here").assertDoesNotExist()
            rule.seemsKind("${where.screen} ${where.about}")
        }
        shown.where = Where("visit", listOf("nonsense"))
        rule.onNodeWithText("That is not here").assertIsDisplayed()
    }

    @Test
    fun two_versions_of_what_a_visit_is_for_stand_equal_and_are_settled() {
        var visit = ""
        runBlocking {
            val begun = over.real.doors().begin("Jo")
            visit = begun.plan.beginVisit("My talk", "The nurse")
            over.twoVersionsOf(begun.plan, "visit", visit, "what_for", "My knees", "My lungs", begun.recoveryWords)
            begun.plan.close()
        }
        draw("visit", visit)
        rule.seemsKind("visit, two versions")
        val (one, two) = listOf("My knees", "My lungs").map { rule.onNodeWithText(it).fetchSemanticsNode().size }
        assertEquals(one.height, two.height)
        tap("Look at both")
        tap("Choose this one")
        assertEquals(1, over.ask { visit(visit) }.whatFor.versions.size)
    }

    @Test
    fun an_answer_off_its_scale_is_said_beside_its_box_and_nothing_is_lost() {
        val visit = seed { beginVisit("My talk", "The nurse").also { useSheet(it, "copd", true) } }
        draw("visit-questions", visit)
        type("answer.cat", "41")
        tapKeepOf("answer.cat")
        rule.onNodeWithText("A CAT total goes from 0 to 40.", substring = true).assertExists()
        rule.onNode(hasText("41") and hasTestTag("answer.cat")).assertExists()
        type("answer.chest-infections-12m", "two")
        tapKeepOf("answer.chest-infections-12m")
        rule.onNodeWithText("That is not a number.", substring = true).assertExists()
        assertTrue(over.ask { visit(visit) }.questions.all { it.kept.isEmpty() })
    }

    @Test
    fun rather_not_say_is_an_answer_of_its_own_and_is_taken_back() {
        val visit = seed { beginVisit("My talk", "The nurse").also { useSheet(it, "copd", true) } }
        draw("visit-questions", visit)
        val ask = over.ask { visit(visit) }.questions.first { it.key == "smoking" }.ask
        pick(ask, "rather not say")
        assertEquals(listOf(Answered.RatherNotSay), over.ask { visit(visit) }.questions.first { it.key == "smoking" }.kept)
        tap("Clear")
        assertEquals("not answered", over.ask { visit(visit) }.questions.first { it.key == "smoking" }.line)
        rule.onAllNodesWithText("rather not say").onLast().assertIsNotSelected()
    }

    @Test
    fun half_typed_words_outlive_a_turned_phone_back_and_a_killed_process() {
        val visit = seed { someGoal(); someVisit() }
        val tester = StateRestorationTester(rule)
        tester.setContent { Root(over.session, listOf(Where("today"), Where("visits"), Where("visit", listOf(visit)))) }
        val boxes = listOf(
            Triple("My questions", "thought", {}),
            Triple("Show my page", "words", { tap("Hand the phone over") }),
            Triple("What we agree", "promise.what", { tap("Write a promise down") }),
            Triple("My results", "think.fev1.words", { under("result-fev1", "My thoughts on this").performClick(); Unit }),
        )
        for ((way, box, open) in boxes) {
            tap(way)
            open()
            type(box, "gair 🌿 half")
            tester.emulateSavedInstanceStateRestore()
            rule.onNode(hasText("gair 🌿 half") and hasTestTag(box)).assertExists()
            tap("‹ Back")
            tap(way)
            rule.onNode(hasText("gair 🌿 half") and hasTestTag(box)).assertExists()
            tap("‹ Back")
        }
        tap("Change what, who or when")
        rule.onNode(hasText("My yearly talk about breathing") and hasTestTag("what_for")).assertExists()
        rule.onNodeWithTag("with").seen().performTextReplacement("The nurse and Sam")
        tester.emulateSavedInstanceStateRestore()
        rule.onNode(hasText("The nurse and Sam") and hasTestTag("with")).assertExists()
        tap("Keep it")
        val kept = over.ask { visit(visit) }
        assertEquals("The nurse and Sam", kept.with.versions.single().text)
        assertEquals("what was not changed was not written", 1, over.ask { history("visit", visit, "what_for") }.size)
    }

    @Test
    fun a_day_is_kept_as_far_as_it_was_typed() {
        assertEquals(null, typedDay(""))
        assertEquals(null, typedDay("//"))
        assertEquals("2026", typedDay("//2026"))
        assertEquals("2026-10", typedDay("/10/2026"))
        assertEquals("2026-10-03", typedDay("3/10/2026"))
        assertEquals("2026-10-03", typedDay("٣/١٠/٢٠٢٦"))
        assertEquals("03/10/2026", dayToType("2026-10-03"))
        assertEquals("//2026", dayToType("2026"))
    }
}
