// Any entry, for a form.

package hearth.bridge

/** One of a field's choices. */
data class Choice(
    /** Its word in the table, for writing. */
    val word: String,
    /** In words. */
    val said: String,
)

/** One field of an entry. */
data class EntryField(
    /** Its name in the table: `goal.words`. */
    val name: String,
    /** What it holds. */
    val holds: Holds,
    /** What may be chosen, where it holds a choice. */
    val choices: List<Choice>,
    /** What stands, in words. */
    val said: Field,
    /**
     * The same as it is kept, one for each version of `said`: what a form is filled with, and what
     * is written again to settle on one of two versions.
     */
    val kept: List<Answer>,
)

/** An entry, ready for a form. */
data class Entry(
    /** Its kind's name in the table. */
    val kind: String,
    /** Names it. */
    val id: String,
    /** Its own fields that a person writes, in the table's order. */
    val fields: List<EntryField>,
    /** Only me. */
    val onlyMe: Boolean,
    /** Switched on for the emergency card. */
    val onCard: Boolean,
    /** What must be said of it: suggestions that wait. */
    val notes: List<String>,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
)

/** What a field holds, and so which Answer is written in it. */
enum class Holds {
    /** `Words`, or `Interpreted`. */
    Words,
    /** `Whole`, 1 to 10. */
    Scale,
    /** `Whole`, 0 to 40: a CAT total. */
    CatTotal,
    /** `Whole`, 0 or more. */
    Count,
    /** `YesNo`. */
    YesNo,
    /** `Number`. */
    Number,
    /** `Date`. */
    Date,
    /** `At`. */
    At,
    /** `Choice`. */
    Choice,
    /** `Entry`. */
    Entry,
    /** `Entries`. */
    Entries,
    /** Hearth's own bookkeeping: not for a shell. */
    Own,
}

/** Any entry, for a form: the calls. */
interface EntryCalls {
    /**
     * An entry that is not written yet, for the form that begins one: every field empty, with what
     * may be chosen. Its `id` names nothing.
     */
    suspend fun blank(kind: String): Entry

    /** Every entry of a kind that is here; with `of`, those that are part of it. */
    suspend fun entries(kind: String, of: String? = null): List<Entry>

    /**
     * One entry, for a form. One of a kind that a plan has just once is drawn empty where nothing
     * was ever written in it; `id` may then be "".
     */
    suspend fun entry(kind: String, id: String): Entry
}

internal class CoreEntry(private val ask: Ask) : EntryCalls {
    override suspend fun blank(kind: String) = ask.of { it.blank(kind).own() }

    override suspend fun entries(kind: String, of: String?) = ask.of { it.entries(kind, of).map { one -> one.own() } }

    override suspend fun entry(kind: String, id: String) = ask.of { it.entry(kind, id).own() }
}

internal fun hearth.core.ChoiceView.own(): Choice = Choice(
    word = word,
    said = said,
)

internal fun hearth.core.EntryField.own(): EntryField = EntryField(
    name = name,
    holds = holds.own(),
    choices = choices.map { it.own() },
    said = said.own(),
    kept = kept.map { it.own() },
)

internal fun hearth.core.EntryView.own(): Entry = Entry(
    kind = kind,
    id = id,
    fields = fields.map { it.own() },
    onlyMe = onlyMe,
    onCard = onCard,
    notes = notes,
    unsettled = unsettled,
)

internal fun hearth.core.Holds.own() = when (this) {
    hearth.core.Holds.WORDS -> Holds.Words
    hearth.core.Holds.SCALE -> Holds.Scale
    hearth.core.Holds.CAT_TOTAL -> Holds.CatTotal
    hearth.core.Holds.COUNT -> Holds.Count
    hearth.core.Holds.YES_NO -> Holds.YesNo
    hearth.core.Holds.NUMBER -> Holds.Number
    hearth.core.Holds.DATE -> Holds.Date
    hearth.core.Holds.AT -> Holds.At
    hearth.core.Holds.CHOICE -> Holds.Choice
    hearth.core.Holds.ENTRY -> Holds.Entry
    hearth.core.Holds.ENTRIES -> Holds.Entries
    hearth.core.Holds.OWN -> Holds.Own
}
