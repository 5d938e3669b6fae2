// Everything drawn over the core itself: a session, a plan with something in it, and what is asked of every screen.

package hearth.app

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.isHeading
import androidx.compose.ui.test.junit4.ComposeContentTestRule
import hearth.bridge.Answer
import hearth.bridge.FieldAnswer
import hearth.bridge.Plan
import hearth.bridge.Writer
import hearth.testing.RealPlan
import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertTrue

/** As large as a phone that many people have. */
const val PHONE = "w411dp-h891dp-xhdpi"

/** A session over a plan of its own. [outside]: what stands for the phone around it. */
class OverCore(
    language: String = "en-GB",
    outside: (RealPlan, (String) -> Unit) -> Outside = { real, dial -> Outside({ real.now }, dial) },
) : AutoCloseable {
    val real = RealPlan(language)
    val dialled = mutableListOf<String>()
    val session = Session(real.doors(), outside(real) { dialled += it }, CoroutineScope(Dispatchers.Unconfined))

    init {
        session.outside.shown = ::seen
    }

    /** A plan is begun and filled before the app is opened. */
    fun seed(fill: suspend Plan.() -> Unit) = runBlocking {
        val plan = real.doors().begin("Jo").plan
        plan.fill()
        plan.close()
    }

    val plan: Plan get() = (session.stage as Stage.Ready).host.plan
    fun <T> ask(work: suspend Plan.() -> T): T = runBlocking { plan.work() }

    override fun close() {
        (session.stage as? Stage.Ready)?.host?.plan?.close()
        real.close()
    }
}

/** Notes for docs/screens.md which test drew which screen; `hearth.state` is what the plan was then. */
private fun seen(screen: String, byTaps: Boolean) {
    val to = System.getProperty("hearth.seen") ?: return
    val of = listOf("hearth.test", "hearth.state").map { System.getProperty(it).orEmpty() }
    File(to).appendText((listOf(screen, if (byTaps) "driven" else "drawn") + of).joinToString("\t") + "\n")
}

fun words(field: String, text: String) = FieldAnswer(field, Answer.Words(text))
fun step(field: String, step: Long) = FieldAnswer(field, Answer.Whole(step))
fun choice(field: String, word: String) = FieldAnswer(field, Answer.Choice(word))
fun part(field: String, of: String) = FieldAnswer(field, Answer.Entry(of))
fun yes(field: String) = FieldAnswer(field, Answer.YesNo(true))

/** A goal with an action. */
suspend fun Plan.someGoal(): String {
    val goal = add("goal", listOf(words("words", "Manage my pain so I don’t wake up at night"), step("importance", 9)))
    add(
        "action",
        listOf(
            part("goal", goal), words("what", "Walk with the Tuesday group to the canal and back"),
            words("barrier", "Rain, or tired legs"), words("strategy", "Ask Sam to come, or join for tea after"),
            step("confidence", 6),
        ),
    )
    return goal
}

/** A plan for breathing, kept at hand on the card. */
suspend fun Plan.somePlan(): String {
    val sam = add("person", listOf(words("name", "Sam"), words("relation", "my son"), words("number", "07700 900 123")))
    val plan = add("unwell", listOf(words("name", "When my breathing gets worse"), yes("at_hand"), FieldAnswer("call", Answer.Entries(listOf(sam)))))
    suspend fun sign(zone: String, text: String) = add("sign", listOf(part("plan", plan), choice("zone", zone), words("words", text)))
    suspend fun step(zone: String, text: String) = add("step", listOf(part("plan", plan), choice("zone", zone), words("words", text)))
    sign("green", "I can walk to the shop and talk on the way.")
    sign("amber", "I need an extra pillow.")
    step("amber", "Sit forward, slow breaths, fan on.")
    step("amber", "Ring the practice today.")
    step("red", "Ring 999. Say “COPD, very short of breath”.")
    step("red", "Unlock the front door.")
    return plan
}

/** Somebody handed the phone writes: it waits. */
suspend fun Plan.someSuggestion(goal: String) =
    write("goal", goal, "words", Answer.Words("Sleep through the night, most nights"), Writer.Guest("Sam", "my son"))

/** The same words changed on another phone: two versions. */
suspend fun OverCore.twoVersions(plan: Plan, goal: String, recovery: List<String>) {
    val backup = File(real.store.parentFile, "backup")
    plan.backUp(backup.path)
    RealPlan().use { other ->
        val there = other.doors("my tablet").restore(backup.path, recovery.joinToString(" ")).plan
        there.write("goal", goal, "words", Answer.Words("Sleep until six"))
        plan.write("goal", goal, "words", Answer.Words("Sleep until seven"))
        plan.takeBundle(there.bundleFor(null))
        there.close()
    }
}

/** What every screen must be to somebody who does not see it, or whose hand shakes. */
fun ComposeContentTestRule.seemsKind(screen: String) {
    val least = 48 * density.density - 1
    onAllNodes(hasClickAction()).fetchSemanticsNodes().forEach { node ->
        // By layout, since what has scrolled half out of sight is as large as before.
        val high = maxOf(node.touchBoundsInRoot.height, node.size.height.toFloat())
        val wide = maxOf(node.touchBoundsInRoot.width, node.size.width.toFloat())
        assertTrue("$screen: too small to hit: ${named(node)}", high >= least && wide >= least)
        assertTrue("$screen: nothing to say of it: ${node.config}", named(node).isNotBlank())
        val typed = node.config.contains(SemanticsActions.SetText)
        assertTrue("$screen: no role: ${named(node)}", typed || node.config.contains(SemanticsProperties.Role))
    }
    assertTrue("$screen: no heading", onAllNodes(isHeading()).fetchSemanticsNodes().isNotEmpty())
}

private fun named(node: SemanticsNode): String =
    (node.config.getOrElse(SemanticsProperties.Text) { emptyList() }.map { it.text } +
        node.config.getOrElse(SemanticsProperties.ContentDescription) { emptyList() }).joinToString(" ")
