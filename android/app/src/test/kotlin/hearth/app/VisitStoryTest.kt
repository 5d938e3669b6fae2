package hearth.app

import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotSelected
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextReplacement
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Answer
import hearth.bridge.Answered
import hearth.bridge.MoodAnswer
import hearth.ui.dayOf
import hearth.ui.dayToType
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** A visit is prepared: sheets, questions, results, what stands of it; over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class VisitStoryTest : VisitStage() {
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
            // Whoever is handed the phone has no other way back.
            val back = if (box == "words") "The phone is back with me" else "‹ Back"
            tap(way)
            open()
            type(box, "gair 🌿 half")
            tester.emulateSavedInstanceStateRestore()
            rule.onNode(hasText("gair 🌿 half") and hasTestTag(box)).assertExists()
            tap(back)
            if (back == "‹ Back") tap(way) else open()
            rule.onNode(hasText("gair 🌿 half") and hasTestTag(box)).assertExists()
            if (back != "‹ Back") tap(back)
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
    fun what_came_while_a_visit_was_being_changed_stays_beside_it_and_what_was_left_is_not_written() {
        val visit = seed { beginVisit("My talk", "The nurse", "2026-11-26") }
        draw("visit", visit)
        tap("Change what, who or when")
        over.ask {
            write("visit", visit, "what_for", Answer.Words("From elsewhere"))
            write("visit", visit, "with", Answer.Words("The doctor"))
        }
        rule.onNodeWithTag("what_for").seen().performTextReplacement("My yearly talk")
        tap("Keep it")
        val now = over.ask { visit(visit) }
        assertEquals(setOf("From elsewhere", "My yearly talk"), now.whatFor.versions.map { it.text }.toSet())
        assertEquals("The doctor", now.with.versions.single().text)
    }

    @Test
    fun a_day_is_kept_as_far_as_it_was_typed() {
        assertEquals(null, dayOf(""))
        assertEquals(null, dayOf("//"))
        assertEquals("2026", dayOf("//2026"))
        assertEquals("2026-10", dayOf("/10/2026"))
        assertEquals("2026-10-03", dayOf("3/10/2026"))
        assertEquals("2026-10-03", dayOf("٣/١٠/٢٠٢٦"))
        assertEquals("03/10/2026", dayToType("2026-10-03"))
        assertEquals("//2026", dayToType("2026"))
    }
}
