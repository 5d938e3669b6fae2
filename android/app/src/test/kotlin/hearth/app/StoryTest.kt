package hearth.app

import android.content.Context
import android.content.res.Configuration
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTextInput
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.KeyFault
import hearth.bridge.KeyItem
import hearth.ui.R
import java.util.Locale
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What a person does with the app, over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class StoryTest {
    @get:Rule val rule = createComposeRule()
    private val over = OverCore()

    @After fun end() = over.close()

    private fun draw() = rule.setContent { Root(over.session) }
    private fun tap(text: String) = rule.onAllNodesWithText(text).onFirst().performScrollToIfCan().performClick()
    private fun scale(step: Int) = rule.onNode(SemanticsMatcher.keyIsDefined(SemanticsActions.SetProgress))
        .performSemanticsAction(SemanticsActions.SetProgress) { it(step.toFloat()) }

    private fun androidx.compose.ui.test.SemanticsNodeInteraction.performScrollToIfCan() = apply {
        try {
            performScrollTo()
        } catch (_: AssertionError) {
            // It does not lie in anything that scrolls.
        }
    }

    @Test
    fun a_first_run_asks_a_name_and_the_first_goal_is_recorded() {
        draw()
        rule.onNodeWithTag("name").performTextInput("Jo")
        tap("Begin")
        rule.onNodeWithText("Your 12 recovery words").assertIsDisplayed()
        rule.seemsKind("recovery-words")
        tap("I have written them down")
        rule.onNodeWithText("Hello, Jo").assertIsDisplayed()
        tap("Write it down")
        rule.onNodeWithTag("goal").performTextInput("Walk to the canal")
        scale(8)
        tap("Next")
        rule.onNodeWithTag("what").performTextInput("On Tuesdays, with Sam")
        tap("Next")
        tap("Next")
        scale(6)
        tap("Keep it")
        rule.onNodeWithText("Walk to the canal").assertIsDisplayed()
        val goal = over.ask { goals() }.single()
        assertEquals("Walk to the canal", goal.words.versions.single().text)
        assertEquals("8", goal.importance.versions.single().text)
        assertEquals("6", goal.actions.single().confidence.versions.single().text)
        assertTrue("a step left empty is not answered", goal.actions.single().barrier.versions.isEmpty())
    }

    @Test
    fun a_name_that_is_none_is_said_beside_its_box() {
        draw()
        tap("Begin")
        rule.onNodeWithText("Hearth needs a name", substring = true).assertIsDisplayed()
    }

    @Test
    fun how_it_went_is_noted_and_both_answers_may_stay_empty() {
        over.seed { someGoal() }
        draw()
        tap("Open this goal")
        tap("Note how it went")
        rule.onNodeWithTag("went").performTextInput("Better than I thought")
        tap("Keep it")
        val noted = over.ask { goals() }.single().actions.single().checkIns.single()
        assertEquals("Better than I thought", noted.went.versions.single().text)
        assertEquals(null, noted.confidence)
    }

    @Test
    fun two_versions_are_settled_by_choosing_one() {
        runBlocking {
            val begun = over.real.doors().begin("Jo")
            over.twoVersions(begun.plan, begun.plan.someGoal(), begun.recoveryWords)
            begun.plan.close()
        }
        draw()
        tap("Open this goal")
        tap("Look at both")
        rule.seemsKind("settle")
        val versions = over.ask { goals() }.single().words.versions.map { it.text }
        assertEquals(setOf("Sleep until six", "Sleep until seven"), versions.toSet())
        tap("Choose this one")
        assertEquals(versions.first(), over.ask { goals() }.single().words.versions.single().text)
    }

    @Test
    fun a_suggestion_is_accepted_and_taken_back() {
        over.seed { someSuggestion(someGoal()) }
        draw()
        tap("Look at it")
        rule.onNodeWithText("Sleep through the night, most nights").assertExists()
        tap("Use this")
        assertEquals("Sleep through the night, most nights", over.ask { goals() }.single().words.versions.single().text)
        tap("Undo")
        assertEquals("Manage my pain so I don’t wake up at night", over.ask { goals() }.single().words.versions.single().text)
    }

    @Test
    fun one_suggestion_is_called_one_and_several_are_called_several_in_both_languages() {
        val app = ApplicationProvider.getApplicationContext<Context>()
        fun said(language: String, n: Int) = app.createConfigurationContext(Configuration().apply { setLocale(Locale.forLanguageTag(language)) })
            .resources.run { listOf(R.plurals.look, R.plurals.today_suggestions).map { getQuantityString(it, n) } }
        assertEquals(listOf("Look at it", "A suggestion waits for you"), said("en-GB", 1))
        for (n in listOf(2, 3, 11)) assertEquals(listOf("Look at them", "Suggestions wait for you"), said("en-GB", n))
        assertEquals(listOf("Edrych arno", "Mae awgrym yn aros amdanoch"), said("cy", 1))
        for (n in listOf(2, 3, 6, 11)) assertEquals(listOf("Edrych arnyn nhw", "Mae awgrymiadau yn aros amdanoch"), said("cy", n))
    }

    @Test
    fun the_unwell_plan_is_used_dialled_from_and_noted() {
        over.seed { somePlan() }
        draw()
        rule.onNodeWithText("Unwell").performClick()
        tap("Use it now")
        tap("07700 900 123")
        assertEquals(listOf("07700 900 123"), over.dialled)
        tap("1. Sit forward, slow breaths, fan on.")
        tap("Note that I used it")
        rule.onNodeWithText("Saved here. Nobody has been alerted.").assertIsDisplayed()
        val use = over.ask { unwellPlans() }.single().used.single()
        assertEquals(listOf("Sit forward, slow breaths, fan on."), use.steps)
    }

    @Test
    fun the_card_opens_where_the_plan_does_not_and_reads_its_own_key_only() {
        over.seed { somePlan() }
        over.real.keys.fails = KeyFault.Why.Lost
        draw()
        rule.onNodeWithText("Your plan did not open").assertIsDisplayed()
        rule.seemsKind("trouble")
        over.real.keys.fails = null
        over.real.keys.unwrapped.clear()
        over.real.store.deleteRecursively()
        tap("Open the emergency card")
        rule.onNodeWithText("When my breathing gets worse").assertExists()
        assertEquals(listOf(KeyItem.Card), over.real.keys.unwrapped.distinct())
        assertFalse("opening the card made a store", over.real.store.exists())
    }

    @Test
    fun where_the_key_store_fails_there_is_trying_again_and_there_are_the_words() {
        val words = runBlocking { over.real.doors().begin("Jo").run { plan.close(); recoveryWords } }
        over.real.keys.fails = KeyFault.Why.Failed
        draw()
        rule.onNodeWithText("Your plan did not open").assertIsDisplayed()
        rule.seemsKind("trouble, key store")
        tap("Try again")
        rule.onNodeWithText("Your plan did not open").assertIsDisplayed()
        over.real.keys.fails = null
        over.real.keys.forget()
        rule.onNodeWithTag("words").performTextInput(words.joinToString(" "))
        tap("Open my plan")
        rule.onNodeWithText("Hello, Jo").assertIsDisplayed()
    }

    @Test
    fun ten_thousand_half_typed_words_outlive_a_turned_phone_and_back() {
        over.seed { }
        val tester = StateRestorationTester(rule)
        tester.setContent { Root(over.session) }
        tap("Write it down")
        val text = "gair 🌿 ".repeat(10_000).trim()
        rule.onNodeWithTag("goal").performTextInput(text)
        tester.emulateSavedInstanceStateRestore()
        rule.onNode(hasText(text)).assertExists()
        tap("‹ Back")
        tap("Write it down")
        rule.onNode(hasText(text)).assertExists()
    }

    @Test
    fun every_screen_is_kind_to_somebody_who_does_not_see_it_or_whose_hand_shakes() {
        lateinit var goal: String
        lateinit var plan: String
        lateinit var action: String
        val rooms = mutableMapOf<String, List<String>>()
        over.seed {
            goal = someGoal()
            plan = somePlan()
            someSuggestion(goal)
            action = goals().single().actions.single().id
            rooms += someRooms(plan, action)
            rooms += visitScreens(goal).associate { it.screen to it.about }
        }
        val shown = Shown(over.session)
        rule.setContent { shown.Draw() }
        val about = mapOf(
            "goal" to listOf(goal), "check-in" to listOf(goal, action), "unwell-use" to listOf(plan),
            "history" to listOf("goal", goal, "words"), "settle" to listOf("goal", goal, "words"),
        ) + rooms
        for (screen in SCREENS.keys) {
            shown.where = Where(screen, about[screen].orEmpty())
            rule.waitForIdle()
            rule.seemsKind(screen)
        }
    }

    @Test
    fun a_scale_is_one_thing_to_a_screen_reader_and_not_answered_is_a_state() {
        over.seed { }
        draw()
        tap("Write it down")
        fun state() = rule.onNode(SemanticsMatcher.keyIsDefined(SemanticsActions.SetProgress)).fetchSemanticsNode()
            .config[SemanticsProperties.StateDescription]
        assertEquals("not answered", state())
        scale(7)
        assertEquals("Important 7 of 10", state())
        tap("Clear")
        assertEquals("not answered", state())
    }
}
