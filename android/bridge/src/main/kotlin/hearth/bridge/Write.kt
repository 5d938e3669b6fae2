// Writing any field by its name; removing, erasing, history.

package hearth.bridge

/** A photo or a voice note that stands beside a field. */
data class Beside(
    /** Names it, for `attachment` and for removing. */
    val id: String,
    /** The name in the table of the field that it stands beside. */
    val field: String,
    /** It is to be heard; else it is to be seen. */
    val sound: Boolean,
    /** Who put it there and when; several where several put just the same. */
    val who: List<String>,
)

/** Writing any field by its name; removing, erasing, history: the calls. */
interface WriteCalls {
    /** Adds an entry with some fields, all in one. Returns its name. */
    suspend fun add(kind: String, fields: List<FieldAnswer>, by: Writer = Writer.Person): String

    /** Keeps a photo or a voice note beside a field. Returns its name. */
    suspend fun attach(kind: String, id: String, field: String, bytes: ByteArray, by: Writer = Writer.Person): String

    /** The bytes of a photo or a voice note, verified. */
    suspend fun attachment(id: String): ByteArray

    /** The photos and voice notes beside the fields of an entry. */
    suspend fun beside(kind: String, id: String): List<Beside>

    /**
     * Erases, on request, every version ever written of one field, here and on every own phone
     * this one meets. Copies outside are out of reach: say so before.
     */
    suspend fun erase(kind: String, id: String, field: String)

    /** Every version ever written of one field, oldest first. */
    suspend fun history(kind: String, id: String, field: String): List<HistoryLine>

    /** Keeps an entry that was removed, here or on another phone. */
    suspend fun keep(kind: String, id: String, by: Writer = Writer.Person)

    /** "Only me": never sent, shared, printed or shown to a carer. */
    suspend fun onlyMe(kind: String, id: String, on: Boolean)

    /** Removes an entry and all in it. Nothing is deleted: it is in History, and `keep` undoes it. */
    suspend fun remove(kind: String, id: String, by: Writer = Writer.Person)

    /**
     * Writes one field, in place of every version that stands in it. `kind` and `field` are names
     * of the table; `id` may be "" for a kind that a plan has just once. Returns the name of what
     * was written.
     */
    suspend fun write(kind: String, id: String, field: String, answer: Answer, by: Writer = Writer.Person): String

    /**
     * Writes one field in place of the versions that were `seen`: a field's own `seen`. One that
     * came from another phone meanwhile stays, and both are shown. Naming several settles them.
     */
    suspend fun writeOver(kind: String, id: String, field: String, answer: Answer, seen: List<String>, by: Writer = Writer.Person): String
}

internal class CoreWrite(private val ask: Ask) : WriteCalls {
    override suspend fun add(kind: String, fields: List<FieldAnswer>, by: Writer) = ask.of { it.add(kind, fields.map { it.core() }, by.core()) }

    override suspend fun attach(kind: String, id: String, field: String, bytes: ByteArray, by: Writer) = ask.of { it.attach(kind, id, field, direct(bytes), by.core()) }

    override suspend fun attachment(id: String) = ask.of { it.attachment(id) }

    override suspend fun beside(kind: String, id: String) = ask.of { it.beside(kind, id).map { one -> one.own() } }

    override suspend fun erase(kind: String, id: String, field: String) = ask.of { it.erase(kind, id, field) }

    override suspend fun history(kind: String, id: String, field: String) = ask.of { it.history(kind, id, field).map { one -> one.own() } }

    override suspend fun keep(kind: String, id: String, by: Writer) = ask.of { it.keep(kind, id, by.core()) }

    override suspend fun onlyMe(kind: String, id: String, on: Boolean) = ask.of { it.onlyMe(kind, id, on) }

    override suspend fun remove(kind: String, id: String, by: Writer) = ask.of { it.remove(kind, id, by.core()) }

    override suspend fun write(kind: String, id: String, field: String, answer: Answer, by: Writer) = ask.of { it.write(kind, id, field, answer.core(), by.core()) }

    override suspend fun writeOver(kind: String, id: String, field: String, answer: Answer, seen: List<String>, by: Writer) = ask.of { it.writeOver(kind, id, field, answer.core(), seen, by.core()) }
}

internal fun hearth.core.BesideView.own(): Beside = Beside(
    id = id,
    field = field,
    sound = sound,
    who = who,
)
