package hearth.app

import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Answer
import hearth.bridge.Writer
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Plans for when somebody is unwell are written and used; the card’s lines are chosen; over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class UnwellStoryTest : RoomsStage() {
    @Test
    fun an_unwell_plan_is_written_and_then_used() {
        over.seed { }
        at("unwell-new")
        type("name", "When my breathing gets worse")
        tap("Keep it")
        rule.onNodeWithTag("screen-unwell-write").assertExists()
        val id = over.ask { unwellPlans() }.single().id
        stands("▲ Amber: getting worse")
        for ((form, text) in listOf("add.sign.amber/" to "An extra pillow", "add.step.amber/" to "Sit forward", "add.step.amber/" to "Ring the practice")) {
            val button = if ("sign" in form) "Add a sign" else "Add a step"
            // Amber is the second of the zones.
            rule.onAllNodesWithText(button)[1].near().performClick()
            type(form + "words", text)
            tap("Keep it")
        }
        touch("Move it up: Ring the practice")
        assertEquals(listOf("Ring the practice", "Sit forward"), over.ask { unwell(id) }.zones.single().steps.map { it.words.versions.single().text })
        tap("Add someone to call")
        type("add.caller/name", "Sam")
        type("add.caller/number", "07700 900 123")
        tap("Keep it")
        tap("Add a medicine or a thing")
        type("add.kept/words", "Rescue pack")
        type("add.kept/place", "Blue tin")
        tap("Keep it")
        rule.seemsKind("unwell-write")
        tap("See the plan")
        stands("An extra pillow")
        stands("1. Ring the practice")
        stands("07700 900 123")
        stands("Blue tin")
        assertEquals("", over.ask { unwell(id) }.kept.single().notes.joinToString())
        type("outcome", "Easier now")
        tap("Note that I used it")
        stands("The times you used it")
        stands("Easier now")
    }

    @Test
    fun a_step_that_is_removed_can_be_brought_back_and_nobody_is_called_who_was_switched_off() {
        lateinit var id: String
        over.seed { id = somePlan() }
        at("unwell-write", id)
        touch("Remove: Unlock the front door.")
        assertTrue(over.ask { unwell(id) }.zones.last().steps.size == 1)
        tap("Undo")
        assertTrue(over.ask { unwell(id) }.zones.last().steps.size == 2)
        switch("Sam").near().assertIsOn().performClick()
        assertTrue(over.ask { unwell(id) }.call.isEmpty())
        switch("Sam").near().assertIsOff()
    }

    @Test
    fun whoever_listens_hears_every_note_and_warning_that_whoever_looks_sees_and_under_its_heading() {
        lateinit var id: String
        over.seed {
            id = somePlan()
            val step = unwell(id).zones.last().steps.first().id
            write("step", step, "words", Answer.Words("Ring 999 at once"), Writer.Guest("Nurse Jo", "nurse"))
            add("sign", listOf(part("plan", id), choice("zone", "red"), words("words", "Blue lips")), Writer.Guest("Nurse Jo", "nurse"))
            agree("unwell", id, "Dr Lee", "GP", "2026-11-20")
        }
        at("unwell-use", id)
        val plan = over.ask { unwell(id) }
        tap("Read it aloud")
        val notes = plan.agreements.map { it.line } + plan.suggested + plan.zones.flatMap { it.signs + it.steps }.flatMap { it.notes }
        assertTrue("$notes", plan.agreements.isNotEmpty() && plan.suggested.isNotEmpty())
        notes.forEach { assertTrue("not heard: $it in ${phone.spoken}", it in phone.spoken) }
        val (warned, first) = listOf(plan.suggested.first(), plan.zones.first().heading).map(phone.spoken::indexOf)
        assertTrue("$warned after $first", warned < first)
        assertTrue(over.ask { sentence("unwell-what-to-do") } in phone.spoken)
        assertEquals(plan.safety, phone.spoken.last())
    }

    @Test
    fun accepting_a_change_to_an_unwell_plan_asks_a_second_time() {
        lateinit var id: String
        over.seed {
            id = somePlan()
            val step = unwell(id).zones.last().steps.first().id
            write("step", step, "words", Answer.Words("Ring 999 at once"), Writer.Guest("Nurse Jo", "nurse"))
        }
        at("unwell-write", id)
        stands("Ring 999 at once")
        tap("Look at it")
        tap("Use this")
        assertEquals("Ring 999. Say “COPD, very short of breath”.", over.ask { unwell(id) }.zones.last().steps.first().words.versions.single().text)
        tap("Yes, use the new words")
        assertEquals("Ring 999 at once", over.ask { unwell(id) }.zones.last().steps.first().words.versions.single().text)
    }

    @Test
    fun a_line_of_the_card_is_on_until_it_is_off_and_off_is_off() {
        over.seed { add("condition", listOf(words("words", "COPD"))) }
        at("card-lines")
        switch("COPD").near().assertIsOff()
        fun card() = runBlocking { over.session.card() }
        fun lines() = card().sections.flatMap { it.lines }.map { it.text }
        assertFalse("on by itself", lines().any { "COPD" in it })
        switch("COPD").performClick()
        assertTrue(lines().any { "COPD" in it })
        tap("Put an allergy on the card")
        type("add.line.allergy/words", "Penicillin")
        tap("Keep it")
        assertTrue(lines().any { "Penicillin" in it })
        switch("Penicillin").near().assertIsOn()
        switch("COPD").near().performClick()
        assertFalse("off is not off", lines().any { "COPD" in it })
        touch("Write: My whole name")
        type("me//name", "Jo Example")
        tap("Keep it")
        assertFalse("Jo Example" in card().name)
        switch("Show my whole name").near().performClick()
        assertEquals("Jo Example", card().name)
        rule.seemsKind("card-lines")
        tap("See the card")
        stands("Penicillin")
        nowhere("COPD")
    }

    @Test
    fun trying_the_card_says_plainly_where_a_phone_asks_to_be_unlocked() {
        over.seed { add("allergy", listOf(words("what", "Penicillin"), yes("on_card"))) }
        at("card-try")
        stands("Some phones ask to be unlocked first, and no app can change that.")
        tap("The phone asked to be unlocked")
        stands("Then carry the card on paper")
        tap("Show the lines to copy")
        stands("Penicillin")
        rule.seemsKind("card-try")
    }

    @Test
    fun the_way_to_the_medical_id_is_in_words_where_the_phone_has_no_page_for_it() {
        over.seed { }
        at("card-try")
        tap("Open this phone’s medical ID")
        assertEquals(listOf("medical ID"), phone.pages)
        nowhere("This phone does not let Hearth open that page.")
        phone.hasMedicalId = false
        tap("Open this phone’s medical ID")
        stands("look for “Safety and emergency”")
        rule.seemsKind("card-try, without a page")
        tap("Open this phone’s settings")
        assertEquals(listOf("medical ID", "settings"), phone.pages)
    }

    @Test
    fun only_me_stands_where_it_is_and_says_so_beside_the_card() {
        lateinit var id: String
        over.seed { id = add("condition", listOf(words("words", "COPD"), yes("on_card"))) }
        at("card-lines")
        over.ask { onlyMe("condition", id, true) }
        stands("It is marked “Only me”, so it is not on the card.")
        to("about-me")
        switch("Only me").near().assertIsOff().performClick()
        assertTrue(over.ask { entry("about", "") }.onlyMe)
    }
}
