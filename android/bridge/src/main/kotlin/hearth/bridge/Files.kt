// Files in the forms that others read: FHIR out and in, and PRSB's lists out and in.

package hearth.bridge

/** One of PRSB's lists. */
enum class PrsbList {
    /** Personalised care and support plan 2.0. */
    CarePlan,
    /** About Me 2.01. */
    AboutMe,
    /** Palliative and end of life care 1.1. */
    EndOfLife,
}

/** What a practice's file brought. */
data class PaperTaken(
    /** Changes of the person's words that it suggests. */
    val suggested: Int,
    /** Results, medicines, promises and the like that came with it. */
    val received: Int,
    /** Things in it that can't be read. */
    val leftOut: Int,
    /** What to tell the person. */
    val sentences: List<String>,
)

/** A plan in PRSB's form. */
data class PrsbExport(
    /** The JSON. */
    val json: String,
    /** What was left out of it, and how much. */
    val leftOut: PrsbLeftOut,
    /** What was left out, in sentences: to be told before it goes. */
    val lines: List<String>,
    /** Where it does not conform to the list. Nothing is cut for that. */
    val notes: List<PrsbNote>,
)

/** What a file in PRSB's form brought. */
data class PrsbImport(
    /** Its list. */
    val list: PrsbList,
    /** Entries that are new. */
    val new: Int,
    /** Entries that were here just so. */
    val already: Int,
    /** Fields that wait as a suggestion beside the person's own words. */
    val suggested: Int,
    /** Parts that can't be shown, kept as they came. */
    val kept: Int,
    /** Elements that a person's plan leaves out. */
    val leftOut: Int,
    /** What was done, in sentences. */
    val lines: List<String>,
    /** What must be said of places in the file. */
    val notes: List<PrsbNote>,
)

/** What was left out, in entries. */
data class PrsbLeftOut(
    /** Marked "only me", with what is in them. */
    val onlyMe: Int,
    /** Removed, with what was in them. */
    val removed: Int,
    /** Answers that leave the phone only by a choice of their own. */
    val delicate: Int,
    /** Suggestions that wait for the person to say. */
    val waiting: Int,
)

/** What must be said of one place of a list. */
data class PrsbNote(
    /** The place: its path in PRSB's own words. */
    val place: String,
    /** The sentence, which names the place. */
    val line: String,
)

/** Files of others: the calls. */
interface FilesCalls {
    /** The plan as a FHIR R4 document, in bytes of JSON. What was given away can't be taken back. */
    suspend fun fhirDocument(): ByteArray

    /** The plan as one PRSB list has it. */
    suspend fun prsbExport(list: PrsbList): PrsbExport

    /**
     * Takes in a file in PRSB's form; [source]: what the person says of where it is from. What the
     * person wrote stands; the file's words wait beside it.
     */
    suspend fun prsbImport(bytes: ByteArray, source: String): PrsbImport

    /**
     * Takes in a practice's file, a FHIR R4 Bundle, with no link and no signal; [source]: what the
     * person calls whoever gave it. One that is not shown to be about this person is not taken in.
     */
    suspend fun takeFile(bytes: ByteArray, source: String): PaperTaken
}

internal class CoreFiles(private val ask: Ask) : FilesCalls {
    override suspend fun fhirDocument() = ask.of { it.fhirDocument() }

    override suspend fun prsbExport(list: PrsbList) = ask.of { it.prsbExport(list.core()).own() }

    override suspend fun prsbImport(bytes: ByteArray, source: String) =
        ask.of { it.prsbImport(direct(bytes), source).own() }

    override suspend fun takeFile(bytes: ByteArray, source: String) =
        ask.of { it.takeFile(direct(bytes), source).own() }
}

internal fun PrsbList.core() = when (this) {
    PrsbList.CarePlan -> hearth.core.PrsbList.CARE_PLAN
    PrsbList.AboutMe -> hearth.core.PrsbList.ABOUT_ME
    PrsbList.EndOfLife -> hearth.core.PrsbList.END_OF_LIFE
}

internal fun hearth.core.PrsbList.own() = when (this) {
    hearth.core.PrsbList.CARE_PLAN -> PrsbList.CarePlan
    hearth.core.PrsbList.ABOUT_ME -> PrsbList.AboutMe
    hearth.core.PrsbList.END_OF_LIFE -> PrsbList.EndOfLife
}

internal fun hearth.core.PaperTaken.own(): PaperTaken = PaperTaken(
    suggested = suggested.toInt(),
    received = received.toInt(),
    leftOut = leftOut.toInt(),
    sentences = sentences,
)

internal fun hearth.core.PrsbExport.own(): PrsbExport = PrsbExport(
    json = json,
    leftOut = leftOut.own(),
    lines = lines,
    notes = notes.map { it.own() },
)

internal fun hearth.core.PrsbImport.own(): PrsbImport = PrsbImport(
    list = list.own(),
    new = new.toInt(),
    already = already.toInt(),
    suggested = suggested.toInt(),
    kept = kept.toInt(),
    leftOut = leftOut.toInt(),
    lines = lines,
    notes = notes.map { it.own() },
)

internal fun hearth.core.PrsbLeftOut.own(): PrsbLeftOut = PrsbLeftOut(
    onlyMe = onlyMe.toInt(),
    removed = removed.toInt(),
    delicate = delicate.toInt(),
    waiting = waiting.toInt(),
)

internal fun hearth.core.PrsbNote.own(): PrsbNote = PrsbNote(place = place, line = line)
