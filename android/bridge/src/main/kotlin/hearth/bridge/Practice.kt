// In step with the practice: the link, a sync, what is not in step.

package hearth.bridge

/** How it stands with the practice. */
enum class LinkStanding {
    /** There is no link. */
    NotLinked,
    /** A link was begun; the browser has not come back. */
    Begun,
    /** Linked. */
    Linked,
    /** There was a link, and it must be made again. */
    LinkAgain,
}

/** One entry that is not in step. */
data class NotInStep(
    /** What kind; none where it is the practice's own. */
    val kind: String?,
    /** Which one. */
    val id: String?,
    /** Its sentence: what happened, that nothing was lost, what to do. */
    val sentence: String,
    /** Whether sending it again can be offered. */
    val sendAgain: Boolean,
)

/** The link with the practice. */
data class Practice(
    /** How it stands. */
    val standing: LinkStanding,
    /** What the person calls the practice; "" without a link. */
    val name: String,
    /** Its address; "" without a link. */
    val base: String,
    /** What to say of it: linked since, in step when, what must be done. */
    val lines: List<String>,
    /** What the link does not allow, each with its sentence. */
    val notAllowed: List<String>,
    /** Entries that could not be sent, or that the practice no longer has. */
    val troubles: List<NotInStep>,
)

/** What came of a sync. */
data class Synced(
    /** Changes that the practice suggests. */
    val suggested: Int,
    /** Results, medicines, promises and the like that came. */
    val received: Int,
    /** Entries that the practice took. */
    val sent: Int,
    /** Entries taken back from there. */
    val withdrawn: Int,
    /** There is more; another sync goes on. */
    val more: Boolean,
    /** What to tell the person, the trouble among it. */
    val sentences: List<String>,
    /** The key of the sentence that says what went wrong, if anything did. */
    val trouble: String?,
    /** How many questions were asked. */
    val requests: Long,
    /** How many bytes came back. */
    val bytes: Long,
)

/** What came of ending a link. */
data class Unlinked(
    /** The practice knows. */
    val told: Boolean,
    /** What to tell the person. */
    val sentence: String,
)

/** In step with the practice: the calls. Those that ask the network may take 30 s. */
interface PracticeCalls {
    /** How it stands with the practice. */
    suspend fun practice(): Practice

    /**
     * Begins to link with the practice at an address: the address to open in the person's own
     * browser. [client] and [redirect]: this app's name there and where the browser comes back to.
     */
    suspend fun linkBegin(base: String, client: String, redirect: String): String

    /**
     * Ends what was begun, with the address that the browser came back to. What is not the answer
     * to it changes nothing. [name]: what the person calls the practice.
     */
    suspend fun linkFinish(returned: String, name: String): Practice

    /** Brings the plan and the practice in step. What went wrong is in what comes back. */
    suspend fun sync(work: Work? = null): Synced

    /** At the next sync sends an entry again. */
    suspend fun sendAgain(kind: String, id: String)

    /** Ends the link. Every word stays here, and what was sent stays there. */
    suspend fun unlink(): Unlinked
}

/** [out] is where calls run that ask the network: the others never wait behind one. */
internal class CorePractice(private val ask: Ask, private val out: Ask) : PracticeCalls {
    override suspend fun practice() = ask.of { it.practice().own() }

    override suspend fun linkBegin(base: String, client: String, redirect: String) =
        out.of { it.linkBegin(base, client, redirect) }

    override suspend fun linkFinish(returned: String, name: String) = out.of { it.linkFinish(returned, name).own() }

    override suspend fun sync(work: Work?) = out.of { it.sync(work?.core()).own() }

    override suspend fun sendAgain(kind: String, id: String) = ask.of { it.sendAgain(kind, id) }

    override suspend fun unlink() = out.of { it.unlink().own() }
}

internal fun hearth.core.LinkStanding.own() = when (this) {
    hearth.core.LinkStanding.NOT_LINKED -> LinkStanding.NotLinked
    hearth.core.LinkStanding.BEGUN -> LinkStanding.Begun
    hearth.core.LinkStanding.LINKED -> LinkStanding.Linked
    hearth.core.LinkStanding.LINK_AGAIN -> LinkStanding.LinkAgain
}

internal fun hearth.core.NotInStep.own(): NotInStep = NotInStep(
    kind = kind,
    id = id,
    sentence = sentence,
    sendAgain = sendAgain,
)

internal fun hearth.core.PracticeView.own(): Practice = Practice(
    standing = standing.own(),
    name = name,
    base = base,
    lines = lines,
    notAllowed = notAllowed,
    troubles = troubles.map { it.own() },
)

internal fun hearth.core.SyncView.own(): Synced = Synced(
    suggested = suggested.toInt(),
    received = received.toInt(),
    sent = sent.toInt(),
    withdrawn = withdrawn.toInt(),
    more = more,
    sentences = sentences,
    trouble = trouble,
    requests = requests.toLong(),
    bytes = bytes.toLong(),
)

internal fun hearth.core.Unlinked.own(): Unlinked = Unlinked(told = told, sentence = sentence)
