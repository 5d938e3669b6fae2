// The doors: the first run, opening, the card; and what the platform brings.

package hearth.bridge

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.withContext

/** What a key store wraps. */
enum class KeyItem { Plan, Card }

/** Why a key store did not help. */
class KeyFault(val why: Why) : Exception() {
    enum class Why { Locked, Lost, Changed, Failed }
}

/** The platform's key store; see the core's own words on each. */
interface KeyStore {
    fun wrap(item: KeyItem, secret: ByteArray): ByteArray
    fun unwrap(item: KeyItem, wrapped: ByteArray): ByteArray

    /** A number outside the plan's folder that only grows; none where there is none. */
    fun counter(): Long?
    fun advance(to: Long)
}

/** Where a plan lies, what opens it, and in which language it speaks. */
class Keeping(
    val storeFolder: String,
    val cardFolder: String,
    val keyStore: KeyStore,
    val language: String,
    val deviceName: String,
    val clock: (() -> Moment)? = null,
)

/**
 * A plan just opened, with its first screen; after the first run with its recovery words. The
 * [sentences] are those that were asked for, in that order; none where the plan is still to be asked.
 */
class Open(
    val plan: Plan,
    val home: Home,
    val recoveryWords: List<String> = emptyList(),
    val sentences: List<String> = emptyList(),
)

/** Opens plans and cards. */
interface Doors {
    /** The first run: nothing is asked but what to call the person. */
    suspend fun begin(callMe: String): Open

    /** Opens the plan, with the sentences that its screens say: the one call before the first frame. */
    suspend fun open(say: List<Say> = emptyList()): Open

    /** Opens a plan whose key this phone has lost. */
    suspend fun openWithWords(words: String): Open

    /** Brings a plan back from a backup, where there is none. Ends with [work] stopped. */
    suspend fun restore(backup: String, words: String, work: Work? = null): Open

    /** Looks at a backup to its end before it is brought back. It makes nothing. */
    suspend fun lookAtBackup(backup: String, words: String, work: Work? = null): Backup

    /** A new phone, which waits for the plan of the other one. It makes nothing before that is here. */
    suspend fun join(): Joining

    /** Any short text as a code to scan. */
    suspend fun textAsCode(text: String): Code

    /** Whether these are twelve words that belong together. Whether they open it only opening tells. */
    suspend fun checkWords(words: String)

    /** The languages to choose from, in the order they are offered. */
    suspend fun languages(): List<Language>

    /** The language that is spoken now. */
    suspend fun language(): Language

    /** From now on the doors speak another language; a plan that is open is told by itself. */
    fun speak(tag: String)

    /** Sets a plan that can't be read aside, on the person's tap. */
    suspend fun setAside()

    /** The emergency card: its own folder and its own key, and nothing else. */
    suspend fun card(now: Moment): OpenCard

    /** The card as plain text, to copy on paper: its own folder and its own key. */
    suspend fun cardText(mostBytes: Int = 4096): CardText

    /** What is always drawn: no plan is needed for it. */
    suspend fun safetyNote(): SafetyNote

    /** One of Hearth's sentences, where no plan is open. */
    suspend fun sentence(key: String, with: Map<String, Filling> = emptyMap()): String
}

/** The doors of the core. [on] is where its calls run; [beside] those that read whole files, and the card's. */
class CoreDoors(private val keeping: Keeping, private val on: CoroutineDispatcher, private val beside: CoroutineDispatcher = on) : Doors {
    private val keyStore = keeping.keyStore.core()

    @Volatile private var language = keeping.language

    override suspend fun begin(callMe: String) = ask {
        val begun = hearth.core.beginPlan(folders(), platform(), callMe)
        Open(CorePlan(begun.plan, on), begun.home.own(), begun.recoveryWords)
    }

    override suspend fun open(say: List<Say>) =
        ask { hearth.core.openPlan(folders(), platform(), say.map { it.core() }).own() }

    override suspend fun openWithWords(words: String) =
        ask { hearth.core.openPlanWithWords(folders(), platform(), words).own() }

    override suspend fun restore(backup: String, words: String, work: Work?) =
        ask(beside) { hearth.core.restorePlan(backup, words, folders(), platform(), work?.core()).own() }

    override suspend fun lookAtBackup(backup: String, words: String, work: Work?) =
        ask(beside) { hearth.core.lookAtBackup(backup, words, platform(), work?.core()).own() }

    override suspend fun join(): Joining = ask { CoreJoining(hearth.core.JoiningPhone(platform()), on, ::folders) { it.own() } }

    override suspend fun textAsCode(text: String) = ask { hearth.core.textAsCode(text, language).own() }

    override suspend fun checkWords(words: String) = ask { hearth.core.checkRecoveryWords(words, language) }

    override suspend fun languages() = ask { hearth.core.languages().map { it.own() } }

    override suspend fun language() = ask { hearth.core.language(language).own() }

    override fun speak(tag: String) {
        language = tag
    }

    override suspend fun setAside() {
        ask { hearth.core.setPlanAside(folders(), platform()) }
    }

    override suspend fun card(now: Moment) = ask(beside) {
        val key = hearth.core.cardKey(keeping.cardFolder, keyStore, language)
        try {
            hearth.core.openCard(keeping.cardFolder, key, now.core(), language).own()
        } finally {
            key.fill(0)
        }
    }

    override suspend fun cardText(mostBytes: Int) = ask(beside) {
        val key = hearth.core.cardKey(keeping.cardFolder, keyStore, language)
        try {
            hearth.core.cardAsText(keeping.cardFolder, key, mostBytes.toUInt(), language).own()
        } finally {
            key.fill(0)
        }
    }

    override suspend fun safetyNote() = ask { hearth.core.safetyNote(language).own() }

    override suspend fun sentence(key: String, with: Map<String, Filling>) =
        ask { hearth.core.sentence(language, key, with.mapValues { it.value.core() }) }

    private suspend fun <T> ask(on: CoroutineDispatcher = this.on, work: () -> T): T = withContext(on) { guarded(work) }

    private fun folders() = hearth.core.Folders(keeping.storeFolder, keeping.cardFolder)

    private fun platform() =
        hearth.core.Platform(keyStore, keeping.clock?.let(::ShellClock), language, keeping.deviceName)

    private fun hearth.core.Opened.own() = Open(CorePlan(plan, on), home.own(), sentences = sentences)
}

private class ShellClock(private val now: () -> Moment) : hearth.core.Clock {
    override fun now() = now.invoke().core()
}

private fun KeyStore.core(): hearth.core.KeyStore = ShellKeyStore(this)

private class ShellKeyStore(private val own: KeyStore) : hearth.core.KeyStore {
    override fun wrap(item: hearth.core.KeyItem, secret: ByteArray) = told { own.wrap(item.own(), secret) }
    override fun unwrap(item: hearth.core.KeyItem, wrapped: ByteArray) = told { own.unwrap(item.own(), wrapped) }
    override fun counter() = told { own.counter()?.toULong() }
    override fun advance(to: ULong) = told { own.advance(to.toLong()) }
}

private fun hearth.core.KeyItem.own() = when (this) {
    hearth.core.KeyItem.PLAN -> KeyItem.Plan
    hearth.core.KeyItem.CARD -> KeyItem.Card
}

private fun <T> told(work: () -> T): T = try {
    work()
} catch (gone: KeyFault) {
    throw when (gone.why) {
        KeyFault.Why.Locked -> hearth.core.ShellFault.Locked()
        KeyFault.Why.Lost -> hearth.core.ShellFault.Lost()
        KeyFault.Why.Changed -> hearth.core.ShellFault.Changed()
        KeyFault.Why.Failed -> hearth.core.ShellFault.Failed(0)
    }
}
