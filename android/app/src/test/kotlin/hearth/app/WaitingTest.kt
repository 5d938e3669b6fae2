package hearth.app

import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.app.card.CardFile
import hearth.bridge.Answer
import hearth.bridge.CoreDoors
import hearth.bridge.Keeping
import hearth.bridge.KeyItem
import hearth.bridge.Plan
import hearth.testing.RealPlan
import java.io.File
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What waits for what: a plan that takes its time to open, a backup that is being written. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class WaitingTest {
    @get:Rule val rule = createComposeRule()

    @Test
    fun while_the_plan_is_being_opened_the_card_opens_with_its_photo_reader_and_nothing_waits() = RealPlan().use { real ->
        runBlocking { real.doors().begin("Jo").plan.apply { somePlan() }.close() }
        val (one, held) = Executors.newSingleThreadExecutor() to CountDownLatch(1)
        one.submit { held.await() }
        val keeping = Keeping(real.store.path, real.card.path, real.keys, "en-GB", "this phone", { real.now })
        val dialled = mutableListOf<String>()
        val file = CardFile(real.card) { real.keys.unwrap(KeyItem.Card, it) }
        val session = Session(CoreDoors(keeping, one.asCoroutineDispatcher()), Outside({ real.now }, { dialled += it }, card = file), CoroutineScope(Dispatchers.Unconfined))
        try {
            rule.setContent { Root(session) }
            rule.mainClock.advanceTimeBy(1_000)
            rule.onNodeWithText("Opening your plan").assertIsDisplayed()
            rule.onNodeWithText("Life at risk? 999", substring = true).assertExists()
            rule.seemsKind("opening")
            rule.onNodeWithText("Open the emergency card").performClick()
            rule.waitUntil(PATIENCE) { rule.onAllNodes(hasText("When my breathing gets worse")).fetchSemanticsNodes().isNotEmpty() }
            rule.onNodeWithText("999").performClick()
            assertEquals(listOf("999"), dialled)
            assertEquals("the plan was opened for it", Stage.Opening, session.stage)
        } finally {
            held.countDown()
        }
        rule.waitUntil(PATIENCE) { session.stage is Stage.Ready }
        (session.stage as Stage.Ready).host.plan.close()
        one.shutdown()
    }

    /** An open plan whose one thread can be held up. */
    private inner class Slow(at: String, fill: suspend Plan.() -> List<String>) : AutoCloseable {
        private val one = Executors.newSingleThreadExecutor()
        private val real = RealPlan(on = one.asCoroutineDispatcher())
        private val session = Session(real.doors(), Outside({ real.now }, {}), CoroutineScope(Dispatchers.Unconfined))
        val about = runBlocking { real.doors().begin("Jo").plan.run { fill().also { close() } } }
        val plan get() = (session.stage as Stage.Ready).host.plan

        init {
            rule.setContent { Root(session, listOf(Where("today"), Where(at, about))) }
            rule.waitUntil(PATIENCE) { session.stage is Stage.Ready }
        }

        /** Nothing is kept [meanwhile]; then everything is. */
        fun held(meanwhile: () -> Unit) {
            val until = CountDownLatch(1)
            one.submit { until.await() }
            try {
                meanwhile()
            } finally {
                until.countDown()
            }
            runBlocking { plan.goals() }
        }

        override fun close() {
            plan.close()
            one.submit { }.get()
            one.shutdown()
            real.close()
        }
    }

    private fun there(what: SemanticsMatcher): SemanticsNodeInteraction {
        rule.waitUntil(PATIENCE) { rule.onAllNodes(what).fetchSemanticsNodes().isNotEmpty() }
        return rule.onAllNodes(what).onFirst().apply {
            try {
                performScrollTo()
            } catch (_: AssertionError) {
                // It does not lie in anything that scrolls.
            }
        }
    }

    @Test
    fun two_quick_touches_keep_once() = Slow("unwell-new") { emptyList() }.use { slow ->
        there(hasTestTag("name")).performTextInput("When it gets worse")
        slow.held { repeat(2) { there(hasText("Keep it")).performClick() } }
        assertEquals(1, runBlocking { slow.plan.unwellPlans() }.size)
    }

    @Test
    fun the_safety_words_after_a_yes_wait_for_nothing_to_be_kept() = Slow("visit-questions") {
        listOf(beginVisit("My talk", "The nurse").also { useSheet(it, "copd", true) })
    }.use { slow ->
        val ask = runBlocking { slow.plan.visit(slow.about.single()) }.mood!!.questions.first().ask
        val top = there(hasText(ask)).fetchSemanticsNode().positionInRoot.y
        slow.held {
            val yes = rule.onAllNodes(hasText("yes") and hasClickAction())
            val at = yes.fetchSemanticsNodes().map { it.positionInRoot.y - top }
            yes[at.indices.filter { at[it] > 0 }.minBy { at[it] }].performScrollTo().performClick()
            rule.onNodeWithTag("mood-safety").assertExists()
        }
        val mood = runBlocking { slow.plan.visit(slow.about.single()) }.mood!!
        val words = mood.safety!!.lines().first { it.isNotBlank() }
        assertEquals(1, rule.onAllNodes(hasText(words) and hasAnyAncestor(hasTestTag("mood-safety"))).fetchSemanticsNodes().size)
    }

    @Test
    fun an_order_of_steps_that_came_unseen_stays_beside_the_one_that_is_made() = Slow("unwell-write") { listOf(somePlan()) }.use { slow ->
        val id = slow.about.single()
        there(hasContentDescription("Move it up: Ring the practice today."))
        val others = runBlocking { slow.plan.unwell(id) }.zones.flatMap { it.steps }.map { it.id }.reversed()
        slow.held {
            CoroutineScope(Dispatchers.Unconfined).launch { slow.plan.write("unwell", id, "steps", Answer.Entries(others)) }
            there(hasContentDescription("Move it up: Ring the practice today.")).performClick()
        }
        assertNotNull("the order that came is gone, and nobody saw it", runBlocking { slow.plan.unwell(id) }.orderNote)
    }

    /** Counts what takes its turn on it. */
    private class Turns : CoroutineDispatcher() {
        val taken = AtomicInteger()
        override fun dispatch(context: CoroutineContext, block: Runnable) {
            taken.incrementAndGet()
            block.run()
        }
    }

    @Test
    fun whole_files_are_written_and_read_beside_the_other_calls() {
        val turns = Turns()
        RealPlan(on = turns).use { real ->
            runBlocking {
                val plan = real.doors().begin("Jo").plan
                val before = turns.taken.get()
                val backup = File(real.store.parentFile, "whole").path
                plan.backUp(backup)
                plan.checkBackup(backup)
                plan.tidy()
                assertEquals("the card and every screen wait behind a whole file", before, turns.taken.get())
                plan.goals()
                assertEquals(before + 1, turns.taken.get())
                plan.close()
            }
        }
    }
}
