package hearth.app

import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.test.espresso.Espresso
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Somebody else holds the phone: a plan that is locked, and the page for a guest. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class HoldingStoryTest : VisitStage() {
    private val places = listOf("Today", "My plan", "Unwell", "Visits", "People")

    private fun nothingOfThePlan(except: String = "") {
        for (text in places + listOf("‹ Back", "Manage my pain so I don’t wake up at night", "My talk") - except) {
            rule.onNodeWithText(text).assertDoesNotExist()
        }
    }

    private fun lock() {
        over.session.outside.choices.lock = true
        over.session.outside.lock.left()
    }

    @Test
    fun a_locked_plan_shows_nothing_of_itself_and_the_card_opens_all_the_same() {
        over.seed { someGoal() }
        lock()
        draw("goals")
        rule.onNodeWithText("Locked").assertIsDisplayed()
        rule.onNodeWithText("Life at risk? 999", substring = true).assertExists()
        nothingOfThePlan()
        rule.seemsKind("locked")
        phone.knows = false
        tap("Open my plan")
        assertEquals(1, phone.asked)
        nothingOfThePlan()
        tap("Open the emergency card")
        rule.onNodeWithText("Locked").assertDoesNotExist()
        nothingOfThePlan(except = "‹ Back")
        Espresso.pressBack()
        rule.onNodeWithText("Locked").assertIsDisplayed()
        phone.knows = true
        tap("Open my plan")
        rule.onNodeWithText("Manage my pain so I don’t wake up at night").assertExists()
    }

    @Test
    fun while_a_guest_holds_the_phone_nothing_leads_to_the_plan_and_a_turned_phone_changes_nothing() {
        val visit = seed { someGoal(); beginVisit("My talk", "The nurse") }
        val tester = StateRestorationTester(rule)
        tester.setContent { Root(over.session, listOf(Where("today"), Where("visit-room", listOf(visit)))) }
        tap("Hand the phone over")
        nothingOfThePlan()
        Espresso.pressBack()
        rule.onNodeWithTag("words").assertExists()
        nothingOfThePlan()
        tester.emulateSavedInstanceStateRestore()
        nothingOfThePlan()
        tap("The phone is back with me")
        rule.onNodeWithTag("screen-visit-room").assertExists()
        assertEquals("nobody locked it, so nobody is asked", 0, phone.asked)
    }

    @Test
    fun where_the_plan_is_locked_the_phone_comes_back_only_to_whom_it_knows() {
        val visit = seed { someGoal(); beginVisit("My talk", "The nurse") }
        over.session.outside.choices.lock = true
        draw("visit-room", visit)
        tap("Hand the phone over")
        phone.knows = false
        tap("The phone is back with me")
        rule.onNodeWithText("The phone did not let you by", substring = true).assertExists()
        nothingOfThePlan()
        phone.knows = true
        tap("The phone is back with me")
        rule.onNodeWithTag("screen-visit-room").assertExists()
    }
}
