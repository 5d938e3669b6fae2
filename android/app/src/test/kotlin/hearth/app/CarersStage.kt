// Two phones with a plan each, and a real share host between them.

package hearth.app

import androidx.activity.ComponentActivity
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.SaveableStateRegistry
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import hearth.bridge.Followed
import hearth.bridge.Plan
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assume.assumeTrue
import org.junit.Rule

/** In milliseconds. */
const val A_DAY = 24L * 3_600_000

/** Somebody's phone: what it draws, what it was asked, what it hears. */
class SomePhone : AutoCloseable {
    val hardware = FakePhone().apply { scans = true }
    val over = OverCore(outside = hardware::outside)
    val shown = Shown(over.session)

    /** A plan is begun and filled before the app is opened. */
    fun begun(callMe: String, fill: suspend Plan.() -> Unit = {}) = runBlocking {
        val plan = over.real.doors().begin(callMe).plan
        plan.fill()
        plan.close()
    }

    fun <T> ask(work: suspend Plan.() -> T): T = over.ask(work)
    override fun close() = over.close()
}

/** A story of two phones, one of which is drawn at a time. */
abstract class TwoPhones(name: String) {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()
    protected val host = ShareHost(name)
    protected val jo = SomePhone()
    protected val sam = SomePhone()
    private var drawn: SomePhone? by mutableStateOf(null)
    private var begun = false
    private val kept = SaveableStateRegistry(emptyMap()) { true }

    /** Everything that would outlive the process. */
    protected fun saved() = kept.performSave().values.flatten().joinToString()

    @After fun end() {
        jo.close()
        sam.close()
    }

    protected fun needsHosts() = assumeTrue("no share hosts: cargo xtask android test brings them", host.isThere)

    /** Takes up a phone at a screen. */
    protected fun on(phone: SomePhone, screen: String, vararg about: String) {
        phone.shown.where = Where(screen, about.toList())
        // Put down and taken up: a screen that is come back to looks again.
        drawn = null
        if (!begun) {
            rule.setContent {
                CompositionLocalProvider(LocalSaveableStateRegistry provides kept) { drawn?.let { key(it) { it.shown.Draw() } } }
            }
        }
        begun = true
        rule.waitForIdle()
        drawn = phone
        rule.waitForIdle()
    }

    protected fun tap(text: String) {
        val node = rule.onAllNodesWithText(text).onFirst()
        try {
            node.performScrollTo()
        } catch (_: AssertionError) {
            // It does not lie in anything that scrolls.
        }
        node.performClick()
    }

    protected fun type(box: String, text: String) = rule.onNodeWithTag(box).performScrollTo().performTextReplacement(text)
    protected fun says(text: String) = rule.onAllNodes(saying(text)).onFirst().assertExists()
    protected fun never(text: String) = assertEquals(text, 0, rule.onAllNodes(saying(text)).fetchSemanticsNodes().size)
    protected fun until(what: () -> Boolean) = rule.waitUntil(PATIENCE) { what() }
    protected fun untilSaid(text: String) = until { rule.onAllNodes(saying(text)).fetchSemanticsNodes().isNotEmpty() }

    /** Without the signs that keep a name in its own direction. */
    private fun saying(text: String) = SemanticsMatcher("says $text") { node ->
        node.config.getOrElse(SemanticsProperties.Text) { emptyList() }.any { text in it.text.filterNot { sign -> sign in '\u2066'..'\u2069' } }
    }
    protected fun untilThere(tag: String) = until { rule.onAllNodesWithTag(tag).fetchSemanticsNodes().isNotEmpty() }

    /** So much later on both phones and at the host. */
    protected fun later(ms: Long) {
        val now = jo.over.real.now.let { it.copy(ms = it.ms + ms) }
        jo.over.real.now = now
        sam.over.real.now = now
        host.does("now", now.ms.toString())
    }

    /** Paired without a screen: what Sam follows. Both plans are open. */
    protected fun paired(): Followed {
        val invitation = jo.ask { carerInvite() }
        sam.ask { followAccept(invitation.text, "Sam") }
        jo.ask { deliverMail() }
        val meeting = sam.ask { followLook() }.meetings.single()
        sam.ask { followSame(meeting.id) }
        jo.ask { carerOffered().let { choice -> carerSame(invitation.id, null, choice, sharePreview(choice).sum) } }
        return sam.ask { followLook() }.followed.single()
    }
}
