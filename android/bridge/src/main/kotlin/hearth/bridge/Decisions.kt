// Decisions.

package hearth.bridge

/** What matters about an option. */
data class Consideration(
    /** Names it. */
    val id: String,
    /** For it, against it, or neither. */
    val side: Field,
    /** In the person's words. */
    val words: Field,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
)

/** A choice to make, ready to draw. */
data class Decision(
    /** Names it. */
    val id: String,
    /** The choice, in the person's words. */
    val what: Field,
    /** "Not decided yet", "Decided 3 October", "Not now"; both where two answers stand. */
    val state: String,
    /** One answer stands: decided, or not now. */
    val settled: Boolean,
    /** What was decided, in words; the option's own where it is one of them. */
    val chosen: Field,
    /** Why. */
    val why: Field,
    /** Who was with me. */
    val with: Field,
    /** What the choice is between. */
    val options: List<Option>,
    /** Two answers stand, or two options are chosen: check first. */
    val notes: List<String>,
    /** Only me. */
    val onlyMe: Boolean,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
)

/** One of the things a choice is between. */
data class Option(
    /** Names it. */
    val id: String,
    /** What it is. */
    val words: Field,
    /** Treatment, care or support. */
    val sort: Field,
    /** It was decided on. */
    val chosen: Boolean,
    /** What matters to the person about it, in the order it was written. */
    val matters: List<Consideration>,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
)

/** An answer to a choice. */
sealed interface Decided {
    /** One of its options. */
    data class Option(val id: String) : Decided
    /** Something in words. */
    data class Words(val text: String) : Decided
    /** Not now. */
    data object NotNow : Decided
}

/** Decisions: the calls. */
interface DecisionsCalls {
    /**
     * Adds something that a choice is between. `sort`: `treatment`, `care` or `support`, where it
     * was said.
     */
    suspend fun addOption(decision: String, words: String, sort: String? = null, by: Writer = Writer.Person): String

    /** Notes what was decided today, or that it is not now. */
    suspend fun decide(decision: String, decided: Decided, why: String? = null, with: String? = null, by: Writer = Writer.Person)

    /** One decision. */
    suspend fun decision(id: String): Decision

    /** Every decision: those that wait first. */
    suspend fun decisions(): List<Decision>

    /**
     * Notes what matters about an option. `side`: `for`, `against` or `neither`, where it was
     * said.
     */
    suspend fun weigh(option: String, side: String? = null, words: String, by: Writer = Writer.Person): String
}

internal class CoreDecisions(private val ask: Ask) : DecisionsCalls {
    override suspend fun addOption(decision: String, words: String, sort: String?, by: Writer) = ask.of { it.addOption(decision, words, sort, by.core()) }

    override suspend fun decide(decision: String, decided: Decided, why: String?, with: String?, by: Writer) = ask.of { it.decide(decision, decided.core(), why, with, by.core()) }

    override suspend fun decision(id: String) = ask.of { it.decision(id).own() }

    override suspend fun decisions() = ask.of { it.decisions().map { one -> one.own() } }

    override suspend fun weigh(option: String, side: String?, words: String, by: Writer) = ask.of { it.weigh(option, side, words, by.core()) }
}

internal fun hearth.core.ConsiderationView.own(): Consideration = Consideration(
    id = id,
    side = side.own(),
    words = words.own(),
    unsettled = unsettled,
)

internal fun hearth.core.DecisionView.own(): Decision = Decision(
    id = id,
    what = what.own(),
    state = state,
    settled = settled,
    chosen = chosen.own(),
    why = why.own(),
    with = with.own(),
    options = options.map { it.own() },
    notes = notes,
    onlyMe = onlyMe,
    unsettled = unsettled,
)

internal fun hearth.core.OptionView.own(): Option = Option(
    id = id,
    words = words.own(),
    sort = sort.own(),
    chosen = chosen,
    matters = matters.map { it.own() },
    unsettled = unsettled,
)

internal fun Decided.core(): hearth.core.Decided = when (this) {
    is Decided.Option -> hearth.core.Decided.Option(id)
    is Decided.Words -> hearth.core.Decided.Words(text)
    Decided.NotNow -> hearth.core.Decided.NotNow
}
