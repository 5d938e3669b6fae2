package hearth.app

import hearth.bridge.Answer
import hearth.bridge.Fault
import hearth.bridge.FieldAnswer
import hearth.bridge.KeyFault
import hearth.bridge.Remedy
import hearth.testing.RealPlan
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Assert.fail
import org.junit.Test

/** The bridge over the core itself. */
class BridgeTest {
    @Test
    fun a_plan_is_begun_written_closed_and_opened_again() = runBlocking {
        RealPlan().use { real ->
            val begun = real.doors().begin("Jo")
            assertEquals("Jo", begun.home.callMe)
            assertEquals(12, begun.recoveryWords.size)
            begun.plan.add("goal", listOf(FieldAnswer("words", Answer.Words("Walk to the canal"))))
            begun.plan.close()
            real.doors().open().plan.use { plan ->
                assertEquals("Walk to the canal", plan.goals().single().words.versions.single().text)
            }
        }
    }

    @Test
    fun what_goes_wrong_arrives_with_a_sentence() = runBlocking {
        RealPlan().use { real ->
            try {
                real.doors().begin("  ").plan.close()
                fail("a plan without a name")
            } catch (fault: Fault) {
                assertEquals(Remedy.Refused, fault.remedy)
                assertTrue(fault.sentence, fault.sentence.startsWith("Hearth needs a name"))
            }
        }
    }

    @Test
    fun a_key_store_that_lost_its_key_asks_for_the_words() = runBlocking {
        RealPlan().use { real ->
            real.doors().begin("Jo").plan.close()
            real.keys.fails = KeyFault.Why.Lost
            try {
                real.doors().open().plan.close()
                fail("it opened")
            } catch (fault: Fault) {
                assertEquals(Remedy.NeedsWords, fault.remedy)
            }
        }
    }

    @Test
    fun a_change_is_told() = runBlocking {
        RealPlan().use { real ->
            real.doors().begin("Jo").plan.use { plan ->
                val told = async(Dispatchers.Unconfined) { plan.changes.first() }
                plan.add("goal", listOf(FieldAnswer("words", Answer.Words("Sleep"))))
                assertTrue(withTimeout(10_000) { told.await() }.any { it.kind == "goal" })
            }
        }
    }
}
