package hearth.app

import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithText
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Doors
import hearth.bridge.Open
import hearth.bridge.Plan
import hearth.bridge.Say
import hearth.testing.RealPlan
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Notes every call of an interface by its name. */
@Suppress("UNCHECKED_CAST")
private fun <T : Any> noting(what: Class<T>, real: T, calls: MutableList<String>): T =
    Proxy.newProxyInstance(what.classLoader, arrayOf(what)) { _, method, arguments ->
        if (method.name != "getChanges") calls += method.name
        try {
            method.invoke(real, *(arguments ?: emptyArray()))
        } catch (gone: InvocationTargetException) {
            throw gone.targetException
        }
    } as T

/** What is asked of the core before anything can be drawn. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class FirstFrameTest {
    @get:Rule val rule = createComposeRule()

    @Test
    fun before_the_first_frame_the_app_makes_one_call() = RealPlan().use { real ->
        runBlocking { real.doors().begin("Jo").plan.apply { someGoal() }.close() }
        val calls = mutableListOf<String>()
        val core = real.doors()
        val doors = object : Doors by noting(Doors::class.java, core, calls) {
            override suspend fun open(say: List<Say>): Open {
                calls += "open"
                val open = core.open(say)
                return Open(noting(Plan::class.java, open.plan, calls), open.home, open.recoveryWords, open.sentences)
            }
        }
        val session = Session(doors, Outside({ real.now }, {}), CoroutineScope(Dispatchers.Unconfined))
        session.start()
        assertEquals(listOf("open"), calls)
        rule.setContent { Root(session) }
        rule.onNodeWithText("Hello, Jo").assertIsDisplayed()
        assertFalse("Today was asked for twice: $calls", "home" in calls)
        assertEquals(emptyList<String>(), calls - setOf("open", "safetyNote"))
        (session.stage as Stage.Ready).host.plan.close()
    }
}
