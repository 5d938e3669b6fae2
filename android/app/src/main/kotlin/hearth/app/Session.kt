// The plan as this app holds it: not open yet, begun, open, or not to be opened.

package hearth.app

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import hearth.bridge.Doors
import hearth.bridge.Fault
import hearth.bridge.Home
import hearth.bridge.Open
import hearth.bridge.OpenCard
import hearth.bridge.Plan
import hearth.bridge.Remedy
import hearth.bridge.SafetyNote
import hearth.ui.Said
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch

/** So long nobody has typed before it is put away, in milliseconds. */
private const val A_PAUSE = 700L

/** Where the plan stands. */
sealed interface Stage {
    data object Opening : Stage
    data object FirstRun : Stage
    class Words(val words: List<String>, val host: Host) : Stage
    class Broken(val fault: Fault) : Stage
    class Ready(val host: Host) : Stage
}

/** What happened, said once at the bottom; an error stays until it is read. */
class Happened(val sentence: String, val undo: String? = null, val onUndo: (() -> Unit)? = null)

/** One for the process: it outlives a turned phone. */
class Session(val doors: Doors, val outside: Outside, private val scope: CoroutineScope) {
    var stage: Stage by mutableStateOf(Stage.Opening)
        private set

    /** What is always drawn. */
    var safety: SafetyNote? by mutableStateOf(null)
        private set

    /** What went wrong on the first run, beside its box. */
    var trouble: String? by mutableStateOf(null)
        private set

    /** Recovery words while they are typed: here, and never in what outlives the process. */
    var typedWords: String by mutableStateOf("")

    /** A share host's token while it is typed: as the words. */
    var typedToken: String by mutableStateOf("")

    /** A language other than the phone's, for what the app itself says. */
    var language: String? by mutableStateOf(outside.choices.language)
        private set

    /** Keys while they are typed. */
    val unsaved = Unsaved()

    /** This phone while it waits for the plan of the other one. */
    val joining = JoiningHere(doors)

    /** Half-typed words, on whichever screen. */
    val drafts = Drafts(outside.drafts)

    /** Long work that screens began. */
    val goings = Goings(scope)
    private var started = false
    private var puttingAway: Job? = null

    /** It is known where the plan stands. */
    private val settled = CompletableDeferred<Unit>()

    /** What the browser brought before the plan was open. */
    private var returned: String? = null

    init {
        if (outside.drafts != null) {
            drafts.changed = {
                puttingAway?.cancel()
                puttingAway = scope.launch(Dispatchers.IO) {
                    delay(A_PAUSE)
                    drafts.putAway()
                }
            }
        }
    }

    fun start() {
        if (started) return
        started = true
        open { doors.open(Said.ASKED) }
    }

    /** Something is drawn now: what the first frame did not need. */
    suspend fun drawn() {
        if (safety == null) safety = doors.safetyNote()
    }

    fun begin(callMe: String) = scope.launch {
        try {
            trouble = null
            val open = doors.begin(callMe)
            stage = Stage.Words(open.recoveryWords, host(open))
        } catch (fault: Fault) {
            trouble = fault.sentence
        }
    }

    fun wordsSeen() {
        (stage as? Stage.Words)?.let { stage = Stage.Ready(it.host) }
    }

    fun openAgain() = open { doors.open(Said.ASKED) }
    fun openWithWords(words: String) = open { doors.openWithWords(words).also { typedWords = "" } }

    /** Brings a plan back from a backup, where there is none; [over]: it is here. */
    fun restore(backup: String, words: String, over: () -> Unit) = goings["restore"].begin({ doors.restore(backup, words, it) }) { open ->
        typedWords = ""
        over()
        stage = Stage.Ready(host(open))
    }

    /** The plan has come from the other phone. */
    suspend fun joined(open: Open) {
        stage = Stage.Ready(host(open))
    }

    /** Everything speaks another language from now on: the core, the card and the app. */
    fun speak(tag: String) = scope.launch {
        val host = (stage as? Stage.Ready)?.host
        try {
            host?.plan?.speak(tag)
            doors.speak(tag)
            safety = doors.safetyNote()
            host?.let { it.said = said(it.plan) }
            outside.speak(tag)
            language = tag
            host?.let { it.version++ }
        } catch (fault: Fault) {
            host?.happened = Happened(fault.sentence)
        }
    }

    fun setAside() = scope.launch {
        try {
            doors.setAside()
            stage = Stage.FirstRun
        } catch (fault: Fault) {
            stage = Stage.Broken(fault)
        }
    }

    /** The plan once it is open; none where it does not open, or there is none. */
    suspend fun opened(): Plan? {
        scope.launch { start() }
        settled.await()
        return (stage as? Stage.Ready)?.host?.plan
    }

    /**
     * The browser has come back with [address]. What is not the answer to the question that this
     * phone asked changes nothing, and that is said.
     */
    fun returned(address: String) {
        returned = address
        start()
        (stage as? Stage.Ready)?.host?.let(::finishLinking)
    }

    private fun finishLinking(host: Host) {
        val address = returned ?: return
        returned = null
        host.act {
            val practice = linkFinish(address, drafts[LINKING])
            drafts.clear("practice.")
            practice.lines.firstOrNull()?.let { host.happened = Happened(it) }
        }
    }

    /** Something outside did not go as it should: said where the plan is, until it is read. */
    fun say(sentence: String) {
        (stage as? Stage.Ready)?.host?.happened = Happened(sentence)
    }

    /** The app is left: what is being said is kept. */
    fun leave() {
        (stage as? Stage.Ready)?.host?.speaking?.left()
        // At once: what is left may be ended at once.
        drafts.putAway()
    }

    /** The card: it touches neither the plan nor its key. */
    suspend fun card(): OpenCard = doors.card(outside.now())

    private fun open(by: suspend () -> Open) {
        scope.launch {
            // Beside the opening: no box is drawn before what stood in it is there.
            val typed = if (outside.drafts == null) null else scope.launch(Dispatchers.IO) { drafts.bringBack() }
            val next = try {
                Stage.Ready(host(by()))
            } catch (fault: Fault) {
                if (fault.remedy == Remedy.NoPlan) Stage.FirstRun else Stage.Broken(fault)
            }
            typed?.join()
            stage = next
            (next as? Stage.Ready)?.host?.let(::finishLinking)
            settled.complete(Unit)
        }
    }

    private suspend fun host(open: Open): Host {
        val said = if (open.sentences.isEmpty()) said(open.plan) else Said.of(open.sentences)
        return Host(open.plan, open.home, said, this, scope).also { host ->
            scope.launch { open.plan.changes.collect { host.version++ } }
        }
    }

    private suspend fun said(plan: Plan) = Said.of(plan.sentences(Said.ASKED))
}

/** What a screen is given: the plan, [home] as it was when the plan opened, its sentences, and a way to say what happened. */
class Host(val plan: Plan, val home: Home, said: Said, val session: Session, private val scope: CoroutineScope) {
    /** The core's sentences, in the language that is spoken now. */
    var said: Said by mutableStateOf(said)
        internal set

    /** What the mail brought, until it is read. */
    var told: List<String> by mutableStateOf(emptyList())

    /** Grows with every change, so that what is drawn is drawn anew. */
    var version by mutableIntStateOf(0)
        internal set

    /** What is said and heard of it. */
    val speaking = Speaking(this)

    /** What happened last, until it is read. */
    var happened: Happened? by mutableStateOf(null)

    private val underWay = mutableSetOf<String>()

    /**
     * Carries out an intention. What goes wrong is said, beside its box where [onFault] does so. [once]: where the same is
     * under way already, nothing more is done.
     */
    fun act(onFault: (Fault) -> Unit = { happened = Happened(it.sentence) }, once: String? = null, work: suspend Plan.() -> Unit) {
        if (once != null && !underWay.add(once)) return
        scope.launch {
            try {
                plan.work()
            } catch (fault: Fault) {
                onFault(fault)
            } finally {
                once?.let(underWay::remove)
            }
        }
    }
}
