package hearth.app

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.onAllNodesWithContentDescription
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextReplacement
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Answer
import hearth.bridge.NewCopy
import hearth.bridge.NewReading
import hearth.bridge.Writer
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What a person does in the rooms of their plan, over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class RoomsStoryTest : RoomsStage() {
    @Test
    fun about_me_is_written_changed_and_emptied_again() {
        over.seed { }
        at("about-me")
        stands("What should someone know who meets you for the first time?")
        touch("Write: What is most important to me")
        type("about//important", "My dog")
        tap("Keep it")
        assertEquals("My dog", over.ask { important() }.versions.single().text)
        stands("Your words")
        touch("Change: What is most important to me")
        rule.onNodeWithTag("about//important").performTextReplacement(" ")
        tap("Keep it")
        assertTrue("emptied, and still an answer", over.ask { important() }.versions.none { it.answered })
        rule.seemsKind("about-me")
    }

    @Test
    fun words_that_came_while_others_were_half_typed_stay_beside_them() {
        over.seed { write("about", "", "important", Answer.Words("My dog")) }
        at("about-me")
        touch("Change: What is most important to me")
        over.ask { write("about", "", "important", Answer.Words("From elsewhere")) }
        rule.onNodeWithTag("about//important").performTextReplacement("My garden")
        tap("Keep it")
        assertEquals(setOf("From elsewhere", "My garden"), over.ask { important() }.versions.map { it.text }.toSet())
        tap("Look at both")
        rule.onNodeWithTag("screen-settle").assertExists()
        tap("Choose this one")
        assertEquals(1, over.ask { important() }.versions.size)
    }

    @Test
    fun a_suggestion_stands_in_its_frame_beside_the_persons_words() {
        over.seed {
            write("about", "", "important", Answer.Words("My dog"))
            write("about", "", "important", Answer.Words("My dog Tess"), Writer.Guest("Sam", "my son"))
        }
        at("about-me")
        stands("My dog Tess")
        assertEquals("My dog", over.ask { important() }.versions.single().text)
        tap("Look at it")
        rule.onNodeWithTag("screen-suggestions").assertExists()
    }

    @Test
    fun a_decision_is_written_weighed_and_decided() {
        over.seed { }
        at("decisions")
        stands("Is there a choice you are thinking about?")
        tap("Write down a choice")
        type("add.decision/what", "My knee")
        tap("Keep it")
        rule.onNodeWithTag("screen-decision").assertExists()
        val id = over.ask { decisions() }.single().id
        tap("Add something to choose")
        type("add.option.$id/words", "An operation")
        rule.onNodeWithTag("choice-treatment").near().performClick()
        tap("Keep it")
        val option = over.ask { decision(id) }.options.single()
        assertEquals("treatment", option.sort.versions.single().text)
        tap("Add what matters to me about it")
        type("add.matter.${option.id}/words", "Six weeks away from my dog")
        rule.onNodeWithTag("choice-against").near().performClick()
        tap("Keep it")
        stands("against it")
        tap("Not now")
        assertEquals("Not now, today", over.ask { decision(id) }.state)
        tap("I choose this")
        assertTrue(over.ask { decision(id) }.options.single().chosen)
        touch("Write: Why?")
        type("decision/$id/why", "To walk the dog")
        tap("Keep it")
        assertEquals("To walk the dog", over.ask { decision(id) }.why.versions.single().text)
        rule.seemsKind("decision")
    }

    @Test
    fun a_reading_that_is_no_number_is_refused_beside_its_box_and_nothing_typed_is_lost() {
        over.seed { }
        at("reading-new")
        rule.onNodeWithTag("choice-blood_pressure").near().performClick()
        type("add.reading/value", "128")
        for (hostile in listOf("about 70", "72,5", "1e", "٧٦", "-", "1".repeat(400))) {
            rule.onNodeWithTag("add.reading/second").near().performTextReplacement(hostile)
            tap("Keep it")
            val why = if (hostile.length > 18) "That number has too many digits" else "That is not a number"
            rule.onNode(hasText(why, substring = true)).near().assertIsDisplayed()
            assertEquals(hostile, over.ask { readings() }.size, 0)
            rule.onNode(hasSetTextAction() and hasText(hostile)).assertExists()
        }
        rule.onNodeWithTag("add.reading/second").near().performTextReplacement("76")
        nowhere("That is not a number")
        tap("mmHg")
        tap("Keep it")
        assertEquals("128 / 76 mmHg", over.ask { readings() }.single().line)
    }

    @Test
    fun a_reading_has_the_time_that_was_typed_and_an_impossible_one_is_said() {
        over.seed { }
        at("reading-new")
        rule.onNodeWithTag("choice-weight").near().performClick()
        type("add.reading/value", "72.50")
        tap("It was at another time")
        for ((at, text) in listOf("31", "2", "2026", "7", "30").withIndex()) {
            rule.onNodeWithTag("add.reading/when-$at").near().performTextReplacement(text)
        }
        tap("Keep it")
        rule.onNode(hasText("There is no such date", substring = true)).near().assertIsDisplayed()
        assertTrue(over.ask { readings() }.isEmpty())
        rule.onNodeWithTag("add.reading/when-0").near().performTextReplacement("3")
        tap("Keep it")
        val reading = over.ask { readings() }.single()
        assertTrue(reading.line, reading.line.startsWith("72.50 (no unit written)"))
        assertTrue(reading.at.versions.single().text, "3 February 2026" in reading.at.versions.single().text)
    }

    @Test
    fun a_picture_over_time_says_in_words_what_it_draws() {
        over.seed {
            addReading(NewReading("peak_flow", value = "310", unit = "L/min"))
            addReading(NewReading("peak_flow", unit = "L/min"))
            // As much as can be written: it is drawn, and nothing breaks.
            addReading(NewReading("weight", value = "999999999999999999", unit = "kg"))
            addReading(NewReading("weight", value = "-999999999999999999", unit = "kg"))
            addReading(NewReading("weight", value = "0.000000000000000001", unit = "kg"))
        }
        at("readings")
        tap("Peak flow, over time")
        rule.onNodeWithTag("screen-over-time").assertExists()
        val said = over.ask { overTime(hearth.bridge.OverTime.Readings("peak_flow")) }.sentence
        assertTrue(said, "not answered once" in said)
        rule.onNode(hasText(said)).assertIsDisplayed()
        rule.onNode(hasContentDescription("310", substring = true)).near().assertIsDisplayed()
        rule.seemsKind("over-time")
        to("over-time", "readings", "weight")
        rule.seemsKind("over-time")
    }

    @Test
    fun confidence_over_time_is_one_touch_from_its_goal() {
        lateinit var goal: String
        over.seed { goal = someGoal() }
        at("goal", goal)
        tap("How sure I felt, over time")
        rule.onNode(hasText("Confidence: 6", substring = true)).assertIsDisplayed()
    }

    @Test
    fun a_wish_is_written_and_a_copy_is_kept_as_it_stands() {
        over.seed { }
        at("ahead")
        stands("It is not a medical order.")
        tap("Write what I would like")
        type("add.preference/words", "At home")
        rule.onNodeWithTag("choice-place").near().performClick()
        tap("Keep it")
        val wish = over.ask { ahead() }.preferences.single()
        assertEquals("At home", wish.words.versions.single().text)
        assertTrue(wish.dated, wish.dated.startsWith("Said "))
        tap("Keep a copy")
        type("add.copy/what", "ReSPECT form")
        type("add.copy/words", "As on the form")
        type("add.copy/dated-2", "2026")
        type("add.copy/dated-1", "13")
        tap("Keep it")
        rule.onNode(hasText("There is no such date", substring = true)).near().assertIsDisplayed()
        rule.onNodeWithTag("add.copy/dated-1").performTextReplacement("6")
        tap("Keep it")
        val copy = over.ask { ahead() }.copies.single()
        stands("copy: check the original")
        assertTrue(copy.dated, "June 2026" in copy.dated)
        // Nothing of a copy has a way to change it, but where the original is.
        assertTrue(rule.onAllNodesWithContentDescription("Change: The words on the paper").fetchSemanticsNodes().isEmpty())
        assertTrue(rule.onAllNodesWithContentDescription("Change: What is it a copy of?").fetchSemanticsNodes().isEmpty())
        touch("Write: Where is the original?")
        type("copy/${copy.id}/original", "Blue folder")
        tap("Keep it")
        assertTrue(over.ask { ahead() }.copies.single().original.endsWith("Blue folder"))
        rule.seemsKind("ahead")
    }

    @Test
    fun support_is_asked_for_and_nobody_has_been_told() {
        over.seed { }
        at("support")
        stands("Noted here. Nobody has been told.")
        rule.onAllNodesWithText("I asked for this").onFirst().near().performClick()
        type("add.request.patient_education/of", "The nurse")
        tap("Note that I asked")
        val asked = over.ask { support() }.askedFor.single()
        assertEquals("Learning about my condition", asked.what)
        assertEquals("Asked of The nurse, today", asked.asked)
        tap("Somebody promised it")
        type("add.promise.${asked.id}/who", "The nurse")
        tap("Keep it")
        assertEquals(1, over.ask { promises() }.size)
        tap("Say how it stands")
        rule.onNodeWithTag("choice-not_available").near().performClick()
        tap("Keep it")
        assertEquals("asked for, not available", over.ask { support() }.askedFor.single().state.versions.single().text)
    }

    @Test
    fun somebody_is_added_may_write_may_no_longer_and_needs_something_too() {
        over.seed { }
        at("people")
        stands("Who helps you? Who should be called?")
        tap("Add someone")
        type("add.person/name", "Nia")
        type("add.person/number", "07700 900 456")
        tap("Keep it")
        val id = over.ask { people() }.single().id
        stands("They may not write for you.")
        tap("07700 900 456")
        assertEquals(listOf("07700 900 456"), over.dialled)
        switch("Emergency contact").near().performClick()
        assertTrue(over.ask { people() }.single().onCard)
        assertEquals("Nia", runBlocking { over.session.card() }.contacts.single().name)
        tap("They may write for me")
        rule.onNodeWithTag("choice-lpa_health").near().performClick()
        type("add.authority/seen_by", "The practice")
        tap("Keep it")
        val authority = over.ask { people() }.single().authority.single()
        assertEquals("The practice", authority.seenBy.versions.single().text)
        tap("End it today")
        assertTrue(over.ask { people() }.single().authority.single().ended)
        tap("Note what they need")
        type("add.carer_need/words", "A night off")
        tap("Keep it")
        assertEquals(id, over.ask { carers() }.single().person)
        rule.seemsKind("person")
    }

    @Test
    fun what_is_half_typed_in_any_room_outlives_a_turned_phone_and_back() {
        lateinit var plan: String
        lateinit var person: String
        lateinit var decision: String
        over.seed {
            plan = somePlan()
            person = people().single().id
            decision = add("decision", listOf(words("what", "My knee")))
        }
        val tester = StateRestorationTester(rule)
        val rooms = listOf(
            Where("about-me") to { touch("Write: My wellness"); "about//wellness" },
            Where("decision", listOf(decision)) to { tap("Add something to choose"); "add.option.$decision/words" },
            Where("reading-new") to { "add.reading/note" },
            Where("ahead") to { tap("Write what I would like"); "add.preference/words" },
            Where("support") to { tap("Ask in my own words"); "add.request/words" },
            Where("unwell-write", listOf(plan)) to { tap("Add what helps"); "add.coping/words" },
            Where("card-lines") to { tap("Put a key medicine on the card"); "add.line.medicine/words" },
            Where("person", listOf(person)) to { tap("Note what they need"); "add.carer_need/words" },
            Where("decisions") to { tap("Write down a choice"); "add.decision/what" },
            Where("people") to { tap("Add someone"); "add.person/name" },
        )
        // One app all the way, so that each room's words also outlive going to the next.
        val start = rooms.map { it.first }.asReversed()
        tester.setContent { Root(over.session, listOf(Where("today")) + start) }
        for ((where, open) in rooms) {
            rule.onNodeWithTag("screen-${where.screen}").assertExists()
            val box = open()
            val text = "gair 🌿 half typed in ${where.screen}"
            type(box, text)
            tester.emulateSavedInstanceStateRestore()
            rule.onNode(hasText(text)).assertExists()
            rule.seemsKind(where.screen)
            // The last is the first screen of its place: it has nothing to go back to on itself.
            if (where != rooms.last().first) tap("‹ Back")
        }
        assertTrue("something was kept", over.ask { support() }.askedFor.isEmpty() && over.ask { readings() }.isEmpty())
    }

    @Test
    fun every_room_with_much_in_it_and_every_room_with_nothing_is_kind() {
        over.seed { }
        at("people")
        val empty = ROOMS - setOf("over-time", "decision", "person", "unwell-write")
        for (room in empty) {
            to(room)
            rule.seemsKind("$room, empty")
        }
        val about = over.ask {
            val goal = someGoal()
            someRooms(somePlan(), goals().first { it.id == goal }.actions.single().id)
        }
        for ((room, of) in about) {
            to(room, *of.toTypedArray())
            rule.onNodeWithTag("screen-$room").assertExists()
            rule.seemsKind(room)
        }
    }

    @Test
    fun two_versions_in_a_room_are_drawn_alike() {
        runBlocking {
            val begun = over.real.doors().begin("Jo")
            over.twoOf(begun.plan, "about", "", "please", Answer.Words("Knock first"), Answer.Words("Ring first"), begun.recoveryWords)
            begun.plan.close()
        }
        at("about-me")
        stands("Knock first")
        stands("Ring first")
        assertTrue(rule.onAllNodesWithContentDescription("Change: Please do, and please don’t").fetchSemanticsNodes().isEmpty())
        val spoken = SemanticsMatcher.expectValue(SemanticsProperties.StateDescription, "off")
        rule.onNode(spoken and hasText("Only me")).assertExists()
        tap("Look at both")
        tap("Choose this one")
        assertEquals(1, over.ask { about() }.rooms.first { it.field.endsWith("please") }.said.versions.size)
    }

    @Test
    fun a_copy_that_replaces_another_keeps_the_older_one() {
        over.seed { keepCopy(NewCopy("ReSPECT form", "May", "2026-05-01")) }
        at("ahead")
        val old = over.ask { ahead() }.copies.single().id
        tap("There is a newer one")
        type("add.copy.$old/what", "ReSPECT form")
        type("add.copy.$old/words", "June")
        tap("Keep it")
        val now = over.ask { ahead() }.copies.single()
        assertEquals("June", now.words.versions.single().text)
        stands("1 older copy is kept")
        stands("May")
    }
}
