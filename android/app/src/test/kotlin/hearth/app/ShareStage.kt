// What the stories of sharing are told with: a real share host, a phone around them that notes what it was given, pictures.

package hearth.app

import android.content.Context
import android.graphics.Bitmap
import androidx.activity.ComponentActivity
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.SaveableStateRegistry
import androidx.compose.ui.graphics.asAndroidBitmap
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.ComposeContentTestRule
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.test.core.app.ApplicationProvider
import hearth.bridge.Plan
import hearth.bridge.Share
import hearth.testing.RealPlan
import hearth.ui.R
import java.io.File
import java.net.HttpURLConnection
import java.net.URI
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assume.assumeTrue
import org.junit.Rule

/** A share host of this test alone: see host/examples/hosts. */
class ShareHost(name: String) {
    private val house = System.getProperty("hearth.hosts")?.let { "$it/$name-${System.nanoTime()}" }

    /** Whether the run brought share hosts: Gradle's does not. */
    val isThere get() = house != null

    private fun asked(what: String, with: String): Pair<Int, String> {
        val ask = URI("$house/does/$what").toURL().openConnection() as HttpURLConnection
        ask.requestMethod = "POST"
        ask.doOutput = true
        ask.outputStream.use { it.write(with.toByteArray()) }
        val status = ask.responseCode
        return status to (if (status < 400) ask.inputStream else ask.errorStream).use { String(it.readBytes()) }
    }

    fun does(what: String, with: String = ""): String = asked(what, with).also { (status, said) -> assertEquals(said, 200, status) }.second

    /** Its address and a new token. */
    fun token(): Pair<String, String> = does("enrol").lines().let { it[0].trimEnd('/') to it[1] }

    suspend fun enrol(plan: Plan) = token().let { (address, token) -> plan.shareEnrol(address, token) }

    /** What whoever has the link reads; none: it opens nothing. */
    fun open(link: String, passcode: String?, who: String): String? =
        asked("open", "$link\n${passcode.orEmpty()}\n$who\n").let { (status, said) -> said.takeIf { status == 200 } }
}

/** The phone of a test, and what it gave away. */
class GivingPhone : Printer, Sharer {
    val around = FakePhone()
    var prints = true
    val texts = mutableListOf<String>()
    val files = mutableListOf<Pair<String, ByteArray>>()
    val printed = mutableListOf<Pair<String, ByteArray>>()
    val copied = mutableListOf<String>()

    override fun print(title: String, text: String) = false
    override fun pdf(title: String, pdf: ByteArray): Boolean = prints.also { if (it) printed += title to pdf }
    override fun text(title: String, text: String) {
        texts += text
    }
    override fun file(title: String, name: String, type: String, bytes: ByteArray) {
        files += name to bytes
    }

    fun outside(real: RealPlan, dial: (String) -> Unit): Outside = around.outside(real, dial).let { one ->
        Outside(
            one.now, one.dial, medicalId = one.medicalId, settings = one.settings, browser = one.browser, printer = this, sharer = this,
            fonts = { testFonts() }, clipboard = { copied += it }, choices = one.choices, lock = one.lock,
        )
    }
}

/** Fonts of this machine with open licences, where it has any. */
fun testFonts(): List<ByteArray> = listOf("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
    .map { File("/usr/share/fonts/truetype/dejavu", it) }.filter { it.exists() }.map { it.readBytes() }

/** A story of sharing. */
abstract class ShareStage(name: String) {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()
    protected val phone = GivingPhone()
    protected val over = OverCore(outside = phone::outside)
    protected val host = ShareHost(name)
    private val kept = SaveableStateRegistry(emptyMap()) { true }

    @After fun end() = over.close()

    protected fun needsHosts() = assumeTrue("no share hosts: cargo xtask android test brings them", host.isThere)

    /** Everything that would outlive the process. */
    protected fun saved() = kept.performSave().values.flatten().joinToString()

    protected fun draw(screen: String = "today", vararg about: String) = rule.setContent {
        CompositionLocalProvider(LocalSaveableStateRegistry provides kept) {
            Root(over.session, listOf(Where("today"), Where(screen, about.toList())).distinct())
        }
    }

    protected fun tap(text: String) {
        val node = rule.onAllNodes((hasText(text) or hasContentDescription(text)) and hasClickAction()).onFirst()
        try {
            node.performScrollTo()
        } catch (_: AssertionError) {
            // It does not lie in anything that scrolls.
        }
        node.performClick()
    }

    protected fun type(box: String, text: String) = rule.onNodeWithTag(box).performScrollTo().performTextReplacement(text)
    protected fun says(text: String) = rule.onAllNodesWithText(text, substring = true).onFirst().assertExists()
    protected fun never(text: String) = assertEquals(text, 0, rule.onAllNodesWithText(text, substring = true).fetchSemanticsNodes().size)
    protected fun untilSaid(text: String) = rule.waitUntil(PATIENCE) { rule.onAllNodesWithText(text, substring = true).fetchSemanticsNodes().isNotEmpty() }
    protected fun untilThere(tag: String) = rule.waitUntil(PATIENCE) { rule.onAllNodesWithTag(tag).fetchSemanticsNodes().isNotEmpty() }

    /** Until nothing is asked any more. */
    protected fun untilOver(going: String) = rule.waitUntil(PATIENCE) { over.session.goings[going].part == null }

    protected fun later(ms: Long) {
        over.real.now = over.real.now.let { it.copy(ms = it.ms + ms) }
        if (host.isThere) host.does("now", over.real.now.ms.toString())
    }
}

/** A link of what is offered first, without screens. */
suspend fun Plan.someShare(label: String = "For Sam", passcode: Boolean = true): Share {
    val choice = shareOffered().copy(label = label, passcode = passcode)
    return shareMake(choice, sharePreview(choice).sum)
}

/** The pictures of sharing, a visit's code and paper, in the states that a person meets. */
fun sharePictures(over: OverCore, shown: Shown, rule: ComposeContentTestRule, only: String, folder: File) {
    val names = listOf("sharing", "share-new", "share", "share-host", "visit-show", "paper")
    if (only.split(',').none { one -> names.any { one in it || it in one } }) return
    fun picture(name: String, where: Where, then: () -> Unit = {}) {
        if (only.split(',').none { it in name }) return
        shown.where = Where("today")
        rule.waitForIdle()
        shown.where = where
        rule.waitForIdle()
        then()
        rule.waitForIdle()
        val picture = rule.onRoot().captureToImage().asAndroidBitmap()
        File(folder, "$name.png").outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }
    fun until(tag: String) = rule.waitUntil(PATIENCE) { rule.onAllNodesWithTag(tag).fetchSemanticsNodes().isNotEmpty() }
    fun bottom(tag: String): () -> Unit = {
        until(tag)
        rule.onNodeWithTag(tag).performScrollTo()
    }
    val visit = over.ask { visits() }.first().id
    picture("sharing-empty", Where("sharing"))
    picture("share-new-no-host", Where("share-new"))
    picture("visit-show-card", Where("visit-show", listOf(visit)))
    picture("share-host", Where("share-host"))
    picture("paper", Where("paper", listOf("visit", visit)))
    val host = ShareHost("pictures")
    if (!host.isThere) return
    over.ask { host.enrol(this) }
    picture("share-new", Where("share-new"))
    val look = ApplicationProvider.getApplicationContext<Context>().getString(R.string.share_preview)
    fun looked() {
        rule.onAllNodesWithText(look).onFirst().performScrollTo().performClick()
        until("make")
    }
    picture("share-new-look", Where("share-new")) { looked() }
    picture("share-new-look-end", Where("share-new")) { looked().also { bottom("make")() } }
    picture("visit-show", Where("visit-show", listOf(visit)))
    val share = over.ask { someShare() }
    host.open(share.link!!, share.passcode, "Dr Example")
    val other = over.ask { deliverShares(); someShare("For my sister") }
    over.ask { sharePause(other.id) }
    picture("sharing", Where("sharing"))
    picture("share", Where("share", listOf(share.id))) { until("code") }
    picture("share-passcode", Where("share", listOf(share.id)), bottom("passcode"))
    picture("share-paused", Where("share", listOf(other.id)))
    over.ask { shareOffered(over.real.now.ms + 3_600_000).let { visitCodeMakeFor(visit, it.copy(label = "My visit"), sharePreview(it).sum) } }
    picture("visit-show-made", Where("visit-show", listOf(visit))) { until("code") }
}
