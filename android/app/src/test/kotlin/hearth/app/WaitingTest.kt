package hearth.app

import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.app.card.CardFile
import hearth.bridge.CoreDoors
import hearth.bridge.Keeping
import hearth.bridge.KeyItem
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
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
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
            rule.onNodeWithText("999").performClick()
            assertEquals(listOf("999"), dialled)
            rule.waitUntil(PATIENCE) { rule.onAllNodes(hasText("When my breathing gets worse")).fetchSemanticsNodes().isNotEmpty() }
            assertEquals("the plan was opened for it", Stage.Opening, session.stage)
        } finally {
            held.countDown()
        }
        rule.waitUntil(PATIENCE) { session.stage is Stage.Ready }
        (session.stage as Stage.Ready).host.plan.close()
        one.shutdown()
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
