// Looking ahead.

package hearth.bridge

/** Looking ahead, ready to draw. */
data class Ahead(
    /** "What I would like, in my words. It is not a medical order.": always drawn over the wishes. */
    val myWish: String,
    /** Wishes: place, want, not want, other. */
    val preferences: List<Preference>,
    /** "Not an instruction: find the original.": always drawn over the papers. */
    val notAnInstruction: String,
    /** Papers that exist. */
    val forms: List<Form>,
    /** Copies of clinical decisions, the newest of each document. */
    val copies: List<Copy>,
)

/** The copy of a clinical decision. */
data class Copy(
    /** Names it. */
    val id: String,
    /** "copy: check the original": always drawn beside the words. */
    val mark: String,
    /** What it is a copy of. */
    val what: Field,
    /** The words on the document. */
    val words: Field,
    /** "Dated 3 October", or that no date is written. */
    val dated: String,
    /** "Written by NAME", or that it is not written who it is from. */
    val source: String,
    /** Where the original is, or that it is not written. */
    val original: String,
    /** The older copies of the same document, newest first. */
    val older: List<Copy>,
    /** "1 older copy is kept", where one is. */
    val olderLine: String?,
    /** What must be said of it. */
    val notes: List<String>,
    /** Only me. */
    val onlyMe: Boolean,
)

/** That a form exists: never what it decides. */
data class Form(
    /** Names it. */
    val id: String,
    /** Which form. */
    val form: Field,
    /** Its name, where it is another. */
    val name: Field,
    /** Its date. */
    val dated: Field,
    /** Where the original is. */
    val place: Field,
    /** What must be said of it. */
    val notes: List<String>,
)

/** What stands on a document that is copied. */
data class NewCopy(
    /** What it is. */
    val what: String,
    /** Its words. */
    val words: String,
    /** Its date: `2026`, `2026-10` or `2026-10-03`. */
    val dated: String? = null,
    /** Who wrote it. */
    val source: String? = null,
    /** Where the original is. */
    val original: String? = null,
    /** The older copy that it takes the place of. */
    val replaces: String? = null,
)

/** A wish. */
data class Preference(
    /** Names it. */
    val id: String,
    /** What it is about. */
    val sort: Field,
    /** In the person's words. */
    val words: Field,
    /** "Said 3 October", or "no date written". */
    val dated: String,
    /** What must be said of it: suggestions that wait, two versions. */
    val notes: List<String>,
    /** Only me. */
    val onlyMe: Boolean,
)

/** Looking ahead: the calls. */
interface AheadCalls {
    /** Looking ahead. */
    suspend fun ahead(): Ahead

    /** Keeps a copy of a clinical decision. What it says is written once. */
    suspend fun keepCopy(copy: NewCopy, by: Writer = Writer.Person): String
}

internal class CoreAhead(private val ask: Ask) : AheadCalls {
    override suspend fun ahead() = ask.of { it.ahead().own() }

    override suspend fun keepCopy(copy: NewCopy, by: Writer) = ask.of { it.keepCopy(copy.core(), by.core()) }
}

internal fun hearth.core.AheadView.own(): Ahead = Ahead(
    myWish = myWish,
    preferences = preferences.map { it.own() },
    notAnInstruction = notAnInstruction,
    forms = forms.map { it.own() },
    copies = copies.map { it.own() },
)

internal fun hearth.core.CopyView.own(): Copy = Copy(
    id = id,
    mark = mark,
    what = what.own(),
    words = words.own(),
    dated = dated,
    source = source,
    original = original,
    older = older.map { it.own() },
    olderLine = olderLine,
    notes = notes,
    onlyMe = onlyMe,
)

internal fun hearth.core.FormView.own(): Form = Form(
    id = id,
    form = form.own(),
    name = name.own(),
    dated = dated.own(),
    place = place.own(),
    notes = notes,
)

internal fun NewCopy.core(): hearth.core.NewCopy = hearth.core.NewCopy(
    what = what,
    words = words,
    dated = dated,
    source = source,
    original = original,
    replaces = replaces,
)

internal fun hearth.core.PreferenceView.own(): Preference = Preference(
    id = id,
    sort = sort.own(),
    words = words.own(),
    dated = dated,
    notes = notes,
    onlyMe = onlyMe,
)
