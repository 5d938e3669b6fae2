// A phone around settings and the practice that notes what it was asked, and a practice to link with.

package hearth.app

import android.graphics.Bitmap
import androidx.compose.ui.graphics.asAndroidBitmap
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.junit4.ComposeContentTestRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performClick
import hearth.bridge.Plan
import hearth.testing.RealPlan
import java.io.File
import java.net.HttpURLConnection
import java.net.URI
import kotlinx.coroutines.runBlocking

/** A microphone that hears what it is told to. */
class FakeMicrophone : Recorder {
    override var can = false
    var allowed = true

    /** What is said into it; none: nothing is. */
    var hears: ByteArray? = "RIFF\u0024\u0000\u0000\u0000WAVEfmt ".toByteArray() + ByteArray(28)
    var recording = false
    val played = mutableListOf<ByteArray>()
    private var ended = {}

    /** The phone ends it: ten minutes are over. */
    var over = {}

    /** Whether it plays what it is given. */
    var plays = true

    override fun begin(over: () -> Unit, begun: (Boolean) -> Unit) {
        recording = allowed
        this.over = over
        begun(allowed)
    }

    override fun end(): ByteArray? {
        recording = false
        return hears
    }

    override fun play(sound: ByteArray, ended: () -> Unit): Boolean {
        if (!plays) return false
        played += sound
        this.ended = ended
        return true
    }

    override fun stop() = ended.also { ended = {} }()
}

/** A phone: its files, its lock, its browser, its microphone, an app that reads codes, a page of its medical ID. */
class FakePhone : Papers, Asker, Browser {
    /** What is chosen where a file is asked for. */
    var chosen: File? = null

    /** What was kept elsewhere: its name and where it lies. */
    val kept = mutableListOf<Pair<String, File>>()

    /** Where a file may be kept; none: the person goes back. */
    var place: File? = null

    override var can = true
    var knows = true
    var asked = 0

    val microphone = FakeMicrophone()

    /** Whether it lets this app remind. */
    var mayRemind = false

    /** What was read aloud; [speaks] false: there is no voice for it. */
    val spoken = mutableListOf<String>()
    var speaks = true

    /** The photo that is chosen; none: the person goes back. */
    var photo: ByteArray? = null

    /** What the camera finds; none: the person goes back. */
    var code: String? = null
    var scans = false

    /** Whether it has a page of its medical ID for apps; the pages that were opened. */
    var hasMedicalId = true
    val pages = mutableListOf<String>()

    /** Addresses that were opened; [browses] false: there is no browser. */
    val opened = mutableListOf<String>()
    var browses = true

    override fun choose(chosen: (Chosen?) -> Unit) = chosen(this.chosen?.let { Chosen(it.name, it.path) })

    override fun keep(name: String, type: String, path: String, kept: (Boolean) -> Unit) {
        val to = place ?: return kept(false)
        File(path).copyTo(to, overwrite = true)
        this.kept += name to to
        kept(true)
    }

    override fun ask(words: String, answered: (Boolean) -> Unit) {
        asked++
        answered(knows)
    }

    override fun open(address: String): Boolean = browses.also { if (it) opened += address }

    fun outside(real: RealPlan, dial: (String) -> Unit): Outside {
        val choices = NotedChoices()
        return Outside(
            { real.now }, dial, browser = this, papers = this, choices = choices, lock = Lock(this, choices),
            backupFile = File(real.store.parentFile, "own.backup").path, recorder = microphone,
            photos = { it(photo) },
            voice = object : Voice {
                override fun say(lines: List<String>, language: String) = speaks.also { if (it) spoken += lines }
                override fun hush() = Unit
            },
            reminders = Reminders { it(mayRemind) },
            medicalId = { hasMedicalId.also { if (it) pages += "medical ID" } }, settings = { pages += "settings" },
            scanner = object : Scanner {
                override val can get() = scans
                override fun scan(found: (String?) -> Unit) = found(code)
            },
        )
    }
}

/** A practice of the project's own harness, on this machine's loopback: see tests/src/practice/street.rs. */
class Surgery(name: String) {
    private val house = System.getProperty("hearth.street")?.let { "$it/$name-${System.nanoTime()}" }

    /** Whether the run brought a street of practices: Gradle's does not. */
    val isThere get() = house != null
    val base get() = "$house/fhir"

    /** The person signs in at an address and says yes: where the browser comes back to. */
    fun signIn(address: String): String {
        val ask = URI(address).toURL().openConnection() as HttpURLConnection
        ask.instanceFollowRedirects = false
        return checkNotNull(ask.getHeaderField("location")) { "the practice did not send the browser back: ${ask.responseCode}" }
    }

    /** Something that those who work there do. Gives what its goals say then, a line each. */
    fun does(what: String, with: String = ""): String {
        val ask = URI("$house/does/$what").toURL().openConnection() as HttpURLConnection
        ask.requestMethod = "POST"
        ask.doOutput = true
        ask.outputStream.use { it.write(with.toByteArray()) }
        return ask.inputStream.use { String(it.readBytes()) }
    }

    /** Links without a screen. */
    suspend fun link(plan: Plan) {
        plan.linkFinish(signIn(plan.linkBegin(base, LINK_CLIENT, LINK_REDIRECT)), "The Canal Surgery")
    }
}

/** The pictures of settings, the practice and following, in the states that a person meets. */
fun settingsPictures(over: OverCore, phone: FakePhone, shown: Shown, rule: ComposeContentTestRule, only: String, folder: File) {
    fun wanted(name: String) = only.split(',').any { it in name }
    fun picture(screen: String, name: String = screen, before: () -> Unit = {}, then: () -> Unit = {}) {
        if (!wanted(name)) return
        before()
        // Drawn anew even where the one before was the same screen.
        shown.where = Where("today")
        rule.waitForIdle()
        shown.where = Where(screen)
        rule.waitForIdle()
        then()
        rule.waitForIdle()
        val picture = rule.onRoot().captureToImage().asAndroidBitmap()
        File(folder, "$name.png").outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }
    picture("settings")
    picture("settings-words")
    picture("settings-backup")
    picture("settings-restore")
    picture("settings-restore", "settings-restore-looked", then = {
        val backup = File(over.real.store.parentFile, "backup")
        phone.chosen = backup
        rule.onNodeWithTag("choose").performClick()
        // Made up: a plan's own words are in no picture.
        over.session.typedWords = "sun moon river stone apple chair window bread lamp garden kettle boat"
        val words = over.ask { recoveryWords() }.joinToString(" ")
        over.session.goings["look"].said = runBlocking { over.session.doors.lookAtBackup(backup.path, words) }.sentences
    })
    picture("settings-lock")
    picture("settings-language")
    picture("settings-only-me", before = {
        val goal = over.ask { goals() }.last()
        over.ask { onlyMe("goal", goal.id, true) }
    })
    picture("settings-phones")
    picture("practice")
    picture("following")
    val surgery = Surgery("pictures")
    val linked = listOf("practice-linked", "practice-not-sent", "practice-trouble")
    if (!surgery.isThere || linked.none(::wanted)) return
    over.ask { surgery.link(this) }
    surgery.does("refuse", "Goal")
    over.ask { sync() }
    over.real.now = over.real.now.copy(ms = over.real.now.ms + 3L * 7 * 24 * 3600 * 1000)
    picture("practice", "practice-linked")
    picture("practice-not-sent")
    surgery.does("be-busy")
    over.session.goings["step"].said = over.ask { sync() }.sentences
    picture("practice", "practice-trouble")
}
