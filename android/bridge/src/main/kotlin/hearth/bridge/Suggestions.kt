// What waits for the person to say.

package hearth.bridge

/** Something that waits for the person to say. */
data class Suggestion(
    /** Names it, to accept or decline. */
    val id: String,
    /** The kind of entry it is for. */
    val kind: String,
    /** Which one. */
    val entry: String,
    /** The field's name in the table. */
    val field: String,
    /** What is offered, in words. */
    val offered: String,
    /** What stands now, in words; "" where nothing does. */
    val stands: String,
    /** "NAME suggested a change, DATE". */
    val line: String,
    /** The words have changed since they were read by whoever suggested this. */
    val baseChanged: Boolean,
    /** Accepting asks a second time. */
    val asksAgain: Boolean,
)

/** An entry that somebody wrote when they were handed the phone, whole, and that waits. */
data class Guest(
    /** The kind of entry. */
    val kind: String,
    /** Which one. */
    val id: String,
    /** Their words, in reading order. */
    val lines: List<String>,
    /** "Written by NAME, ROLE, on my phone, today". */
    val who: String,
)

/** What waits for the person to say: the calls. */
interface SuggestionsCalls {
    /**
     * Takes the words offered into the plan. `AskAgain` where people act on them when the person
     * is unwell: ask a second time, then with `sure`.
     */
    suspend fun accept(suggestion: String, sure: Boolean)

    /**
     * Takes an entry that a guest wrote into the plan, all in one. `AskAgain` where people act on
     * it when the person is unwell.
     */
    suspend fun acceptGuest(kind: String, id: String, sure: Boolean)

    /** Leaves an entry that a guest wrote out of the plan. It is in History. */
    suspend fun declineGuest(kind: String, id: String)

    /** Whole entries that somebody wrote when they were handed the phone. */
    suspend fun guests(): List<Guest>

    /** Leaves the words as they are. */
    suspend fun decline(suggestion: String)

    /** Everything that waits, field by field. There is no accept-all. */
    suspend fun suggestions(): List<Suggestion>

    /** Takes an acceptance back: the words that stood before stand again. */
    suspend fun undoAccept(suggestion: String)
}

internal class CoreSuggestions(private val ask: Ask) : SuggestionsCalls {
    override suspend fun accept(suggestion: String, sure: Boolean) = ask.of { it.accept(suggestion, sure) }

    override suspend fun acceptGuest(kind: String, id: String, sure: Boolean) = ask.of { it.acceptGuest(kind, id, sure) }

    override suspend fun declineGuest(kind: String, id: String) = ask.of { it.declineGuest(kind, id) }

    override suspend fun guests() = ask.of { it.guests().map { one -> one.own() } }

    override suspend fun decline(suggestion: String) = ask.of { it.decline(suggestion) }

    override suspend fun suggestions() = ask.of { it.suggestions().map { one -> one.own() } }

    override suspend fun undoAccept(suggestion: String) = ask.of { it.undoAccept(suggestion) }
}

internal fun hearth.core.SuggestionView.own(): Suggestion = Suggestion(
    id = id,
    kind = kind,
    entry = entry,
    field = field,
    offered = offered,
    stands = stands,
    line = line,
    baseChanged = baseChanged,
    asksAgain = asksAgain,
)

internal fun hearth.core.GuestView.own(): Guest = Guest(
    kind = kind,
    id = id,
    lines = lines,
    who = who,
)
