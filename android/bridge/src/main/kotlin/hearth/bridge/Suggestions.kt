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

/** What waits for the person to say: the calls. */
interface SuggestionsCalls {
    /**
     * Takes the words offered into the plan. `AskAgain` where people act on them when the person
     * is unwell: ask a second time, then with `sure`.
     */
    suspend fun accept(suggestion: String, sure: Boolean)

    /** Leaves the words as they are. */
    suspend fun decline(suggestion: String)

    /** Everything that waits, field by field. There is no accept-all. */
    suspend fun suggestions(): List<Suggestion>

    /** Takes an acceptance back: the words that stood before stand again. */
    suspend fun undoAccept(suggestion: String)
}

internal class CoreSuggestions(private val ask: Ask) : SuggestionsCalls {
    override suspend fun accept(suggestion: String, sure: Boolean) = ask.of { it.accept(suggestion, sure) }

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
