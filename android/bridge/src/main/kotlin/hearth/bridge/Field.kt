// A field as it is drawn.

package hearth.bridge

/** A field ready to draw. */
data class Field(
    /** Every version, equal. Empty: never written; draw "not answered". */
    val versions: List<Version>,
    /** What others suggest and waits. */
    val offers: List<Offer>,
    /** What must be said of it: two versions, a newer Hearth. */
    val notes: List<String>,
    /** The heads that this view shows, for `Plan.write_over`. */
    val seen: List<String>,
)

/** One line of a field's history. */
data class HistoryLine(
    /** The words, or what was done in words. */
    val text: String,
    /** Who and when. */
    val who: String,
    /** How many earlier versions it replaced. */
    val replaced: Int,
    /** It still stands. */
    val stands: Boolean,
)

/** A suggestion for a field. */
data class Offer(
    /** Names it, to accept or decline. */
    val id: String,
    /** The words offered. */
    val text: String,
    /** "NAME suggested a change, DATE". */
    val line: String,
)

/** The words as first spoken, beside an interpreter's translation. */
data class Original(
    /** The person's own words. */
    val text: String,
    /** Their language. */
    val language: String,
    /** "Your words, 14 October, through an interpreter, NAME". */
    val who: String,
)

/** One version of a field. */
data class Version(
    /** What it says, in words; "not answered" where it is an answer taken back. */
    val text: String,
    /** Whether it is an answer. */
    val answered: Boolean,
    /** The original, where the words came through an interpreter. */
    val original: Original?,
    /** Who wrote it and when; several where several wrote just the same. */
    val who: List<String>,
)

internal fun hearth.core.FieldView.own(): Field = Field(
    versions = versions.map { it.own() },
    offers = offers.map { it.own() },
    notes = notes,
    seen = seen,
)

internal fun hearth.core.HistoryLine.own(): HistoryLine = HistoryLine(
    text = text,
    who = who,
    replaced = replaced.toInt(),
    stands = stands,
)

internal fun hearth.core.OfferView.own(): Offer = Offer(
    id = id,
    text = text,
    line = line,
)

internal fun hearth.core.OriginalView.own(): Original = Original(
    text = text,
    language = language,
    who = who,
)

internal fun hearth.core.VersionView.own(): Version = Version(
    text = text,
    answered = answered,
    original = original?.own(),
    who = who,
)
