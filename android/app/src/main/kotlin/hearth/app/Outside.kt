// What the platform does for the screens: small parts, each of which a test replaces by one that notes what it was asked.

package hearth.app

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import hearth.app.card.CardFile
import hearth.bridge.Moment

/** Everything outside the plan. What a test does not bring is not there. */
class Outside(
    val now: () -> Moment,
    /** Opens the phone's dialler with the number in it; the person presses call. */
    val dial: (String) -> Unit,
    /** The emergency card, by its own reader: it waits for no call of the core. None: the core reads it. */
    val card: CardFile? = null,
    /** Opens the phone's own page for its medical ID; false where it names none to apps. */
    val medicalId: () -> Boolean = { false },
    /** Opens the phone's settings. */
    val settings: () -> Unit = {},
    val browser: Browser = Browser { false },
    val printer: Printer = Printer { _, _ -> false },
    val sharer: Sharer = NoSharer,
    val fonts: Fonts = Fonts { emptyList() },
    /** To the phone's clipboard, marked so that the phone shows nothing of it. */
    val clipboard: (String) -> Unit = {},
    val papers: Papers = NoPapers,
    val photos: Photos? = null,
    val voice: Voice = NoVoice,
    val recorder: Recorder = NoRecorder,
    val scanner: Scanner = NoScanner,
    val choices: Choices = NotedChoices(),
    val lock: Lock = Lock(NobodyAsks, choices),
    val reminders: Reminders = Reminders { done -> done(false) },
    /** Where half-typed words lie while no process holds them; none: they end with it. */
    val drafts: KeptDrafts? = null,
    /** The one sealed backup file that the phone's own backup takes along. */
    val backupFile: String = "",
    /** Draws everything in another language; none: the phone's own. */
    val speak: (String?) -> Unit = { choices.language = it },
    /** A screen is drawn, reached by taps or not: docs/screens.md is made of what tests note here. */
    var shown: (screen: String, byTaps: Boolean) -> Unit = { _, _ -> },
)

/** Opens an address in the person's own browser; false where there is none. */
fun interface Browser {
    fun open(address: String): Boolean
}

/** Prints on the phone's printers; false where it cannot print. */
fun interface Printer {
    /** Lines of text. */
    fun print(title: String, text: String): Boolean

    /** A PDF as it is. It is kept nowhere. */
    fun pdf(title: String, pdf: ByteArray): Boolean = false
}

/** The phone's own fonts, which may be put into a file. */
fun interface Fonts {
    /** Whole files, the preferred first. [every]: also those of scripts that few write in; they are large. */
    fun files(every: Boolean): List<ByteArray>
}

/** Gives something to another app, which the person chooses. */
interface Sharer {
    fun text(title: String, text: String)
    fun file(title: String, name: String, type: String, bytes: ByteArray)
}

/** A file that the person chose, copied to where the core may read it. */
class Chosen(val name: String, val path: String)

/** Files that the person chooses. */
interface Papers {
    /** None: the person chose nothing, or it could not be read. */
    fun choose(chosen: (Chosen?) -> Unit)

    /** Copies [path] to where the person says; false: it is not there. */
    fun keep(name: String, type: String, path: String, kept: (Boolean) -> Unit)

    /** The copy of a chosen file is done with. */
    fun forget(path: String) = Unit
}

/** A photo that the person chooses, made small and turned the right way up. */
fun interface Photos {
    /** A JPEG; none: the person went back; empty: it could not be read as a photo. */
    fun choose(chosen: (ByteArray?) -> Unit)
}

/** Reads aloud. */
interface Voice {
    /** False: this phone has no voice for this language. */
    fun say(lines: List<String>, language: String): Boolean
    fun hush()
}

/** Records and plays voice notes. */
interface Recorder {
    /** False: this phone has no microphone. */
    val can: Boolean

    /**
     * False: the microphone was not allowed, or is in use. [over]: it has ended by itself, at ten minutes or since the
     * phone took the microphone away; [end] gives what was said until then.
     */
    fun begin(over: () -> Unit = {}, begun: (Boolean) -> Unit)

    /** What was said; none where nothing was recorded. */
    fun end(): ByteArray?

    /** [ended] once it is over, by itself or by [stop]. False: this phone can't play it, or has no room to. */
    fun play(sound: ByteArray, ended: () -> Unit): Boolean
    fun stop()
}

/**
 * Looks for a code with the camera, by another app that sees what is in it. Where that is a key (a link, an
 * invitation) the screen says so first, and the words can be pasted instead.
 */
interface Scanner {
    /** False: nothing on this phone reads a code for us, and addresses are typed or pasted. */
    val can: Boolean

    /** None: the person went back. */
    fun scan(found: (String?) -> Unit)
}

/** Asks the phone whether it may remind; false: not allowed. */
fun interface Reminders {
    fun allow(done: (Boolean) -> Unit)
}

/** What the person chose for this phone. It holds no word of the plan. */
interface Choices {
    /** Ask for finger, face or the phone's code before the plan is drawn. */
    var lock: Boolean
    var reminders: Boolean
    var wifiOnly: Boolean

    /** The widget shows the card's name and first lines. Off until the person switches it on. */
    var widgetLines: Boolean

    /** A BCP 47 tag; none: as the phone speaks. */
    var language: String?
}

/** Choices that end with the process. */
class NotedChoices : Choices {
    override var lock = false
    override var reminders = false
    override var wifiOnly = false
    override var widgetLines = false
    override var language: String? = null
}

/** The phone asks who is there: finger, face, or its own code. */
interface Asker {
    /** False: this phone has no lock of its own, so there is nothing to ask for. */
    val can: Boolean
    fun ask(words: String, answered: (Boolean) -> Unit)
}

/**
 * A lock of the screen, and said to be one: it keeps somebody who holds the phone from reading, and
 * seals nothing. The card opens all the same.
 */
class Lock(private val asker: Asker, private val choices: Choices) {
    /** The plan is not drawn now. */
    var locked: Boolean by mutableStateOf(choices.lock)
        private set
    val can: Boolean get() = asker.can

    /** The person has left the app, or its screen went dark. */
    fun left() {
        if (choices.lock) locked = true
    }

    /** Where the phone's own lock was taken away meanwhile there is nobody left to ask, and the plan is drawn. */
    fun open(words: String) {
        if (asker.can) asker.ask(words) { if (it) locked = false } else locked = false
    }

    /** Asks who is there before something that nobody else may see. Where [can] is false there is nobody to ask. */
    fun ask(words: String, known: (Boolean) -> Unit) = asker.ask(words, known)

    /** Switched on and off only by somebody whom the phone knows: else it would lock its owner out. */
    fun switch(on: Boolean, words: String, done: (Boolean) -> Unit) {
        if (!asker.can) return done(false)
        asker.ask(words) { known ->
            if (known) choices.lock = on
            done(known)
        }
    }
}

/** No phone: nothing is asked. */
object NobodyAsks : Asker {
    override val can = false
    override fun ask(words: String, answered: (Boolean) -> Unit) = answered(false)
}

private object NoSharer : Sharer {
    override fun text(title: String, text: String) = Unit
    override fun file(title: String, name: String, type: String, bytes: ByteArray) = Unit
}

private object NoPapers : Papers {
    override fun choose(chosen: (Chosen?) -> Unit) = chosen(null)
    override fun keep(name: String, type: String, path: String, kept: (Boolean) -> Unit) = kept(false)
}

private object NoVoice : Voice {
    override fun say(lines: List<String>, language: String) = false
    override fun hush() = Unit
}

private object NoScanner : Scanner {
    override val can = false
    override fun scan(found: (String?) -> Unit) = found(null)
}

private object NoRecorder : Recorder {
    override val can = false
    override fun begin(over: () -> Unit, begun: (Boolean) -> Unit) = begun(false)
    override fun end(): ByteArray? = null
    override fun play(sound: ByteArray, ended: () -> Unit) = false
    override fun stop() = Unit
}
