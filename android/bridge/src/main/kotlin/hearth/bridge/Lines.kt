// Any entry as one line.

package hearth.bridge

/** An entry as one line. */
data class EntryLine(
    /** Its kind's name in the table. */
    val kind: String,
    /** Names it. */
    val id: String,
    /** What sort of thing it is: "Goal". */
    val heading: String,
    /** The first words in it, in every version that stands; none where it has none. */
    val words: List<String>,
    /** It is marked "only me" itself. */
    val onlyMe: Boolean,
)

/** Any entry as one line: the calls. */
interface LinesCalls {
    /** Everything in the plan that can be marked "only me" by itself. */
    suspend fun lines(): List<EntryLine>

    /** One entry. */
    suspend fun line(kind: String, id: String): EntryLine
}

internal class CoreLines(private val ask: Ask) : LinesCalls {
    override suspend fun lines() = ask.of { it.lines().map { one -> one.own() } }

    override suspend fun line(kind: String, id: String) = ask.of { it.line(kind, id).own() }
}

internal fun hearth.core.EntryLine.own(): EntryLine = EntryLine(
    kind = kind,
    id = id,
    heading = heading,
    words = words,
    onlyMe = onlyMe,
)
