// Visits.

package hearth.bridge

/** One thing to talk about. */
data class AgendaItem(
    /** Its stable name, for `Plan.discussed`. */
    val what: String,
    /** The heading it stands under: "Promised, and late". */
    val heading: String,
    /** In words. */
    val line: String,
    /** Who wrote it and when, where it is somebody's words. */
    val who: List<String>,
    /** It was talked about. */
    val discussed: Boolean,
)

/** One stage. */
data class Stage(
    /** `gather`, `between`, `agree` or `after`. */
    val stage: String,
    /** "Getting ready". */
    val heading: String,
    /** The person is here now. */
    val here: Boolean,
)

/** A summary to paste. */
data class Summary(
    /** The text: lines, no invisible marks. */
    val text: String,
    /** Its length in characters. */
    val characters: Int,
    /** How many lines did not fit. */
    val linesLeftOut: Int,
    /** How many sentences did not fit, of texts whose beginning did. */
    val sentencesLeftOut: Int,
)

/** A question, a thought or an idea. */
data class Thought(
    /** Names it. */
    val id: String,
    /** What it is. */
    val sort: Field,
    /** In my words. */
    val words: Field,
    /** The stable name of what it came from, or "". */
    val about: String,
    /** Only me. */
    val onlyMe: Boolean,
)

/** A visit in the list. */
data class VisitLine(
    /** Names it. */
    val id: String,
    /** What it is for. */
    val whatFor: Field,
    /** With whom. */
    val with: Field,
    /** When. */
    val on: Field,
    /** The heading of its stage. */
    val stage: String,
)

/** A visit, ready to draw. */
data class Visit(
    /** Names it. */
    val id: String,
    /** What it is for. */
    val whatFor: Field,
    /** With whom. */
    val with: Field,
    /** When it is. */
    val on: Field,
    /** When tests are done for it. */
    val testsOn: Field,
    /** Who comes with me. */
    val coming: Field,
    /** The four stages. */
    val stages: List<Stage>,
    /** The sheets used in it. */
    val sheets: List<SheetLine>,
    /** Everything to talk about, in one list. */
    val agenda: List<AgendaItem>,
    /** The results that the sheets show, last beside recent. */
    val results: List<SheetResult>,
    /**
     * The questions about mood; none where no sheet asks them, and none where the page is shown to
     * somebody.
     */
    val mood: Mood?,
    /** What the sheets ask, each once. */
    val questions: List<Question>,
    /** What may be circled. */
    val prompts: List<Prompt>,
    /** My questions, thoughts and ideas. */
    val thoughts: List<Thought>,
    /** Beside every box: Hearth does not read what is written. */
    val notRead: String,
    /** Goals that were agreed or looked at in it. */
    val goals: List<Goal>,
    /** Promises that were made in it. */
    val promises: List<Promise>,
    /** Who agreed to it, and whether it changed since. */
    val agreements: List<Agreement>,
    /** What was agreed was written together. */
    val together: Field,
    /** When to look at the plan again. */
    val review: Field,
    /** Or how often. */
    val interval: Field,
    /** Who is responsible for that. */
    val reviewBy: Field,
    /** "To be looked at again by 14 January 2027. Who will see to it: the nurse." */
    val reviewLine: String,
    /** How many entries are left out because they are only the person's: 0 in their own view. */
    val leftOut: Int,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
)

/** Visits: the calls. */
interface VisitsCalls {
    /** Every sheet that can be used: Hearth's, then those that were given. */
    suspend fun sheets(): List<SheetLine>

    /** One visit, as the person sees it. */
    suspend fun visit(id: String): Visit

    /** The plan in short, as plain text to paste; or what was agreed in one visit. */
    suspend fun visitSummary(visit: String? = null, withMood: Boolean): Summary

    /** The same page to be shown in the room: without what is only the person's, and without mood. */
    suspend fun visitToShow(id: String): Visit

    /** Every visit: the newest first, those without a date before them. */
    suspend fun visits(): List<VisitLine>
}

internal class CoreVisits(private val ask: Ask) : VisitsCalls {
    override suspend fun sheets() = ask.of { it.sheets().map { one -> one.own() } }

    override suspend fun visit(id: String) = ask.of { it.visit(id).own() }

    override suspend fun visitSummary(visit: String?, withMood: Boolean) = ask.of { it.visitSummary(visit, withMood).own() }

    override suspend fun visitToShow(id: String) = ask.of { it.visitToShow(id).own() }

    override suspend fun visits() = ask.of { it.visits().map { one -> one.own() } }
}

internal fun hearth.core.AgendaItem.own(): AgendaItem = AgendaItem(
    what = what,
    heading = heading,
    line = line,
    who = who,
    discussed = discussed,
)

internal fun hearth.core.StageView.own(): Stage = Stage(
    stage = stage,
    heading = heading,
    here = here,
)

internal fun hearth.core.SummaryView.own(): Summary = Summary(
    text = text,
    characters = characters.toInt(),
    linesLeftOut = linesLeftOut.toInt(),
    sentencesLeftOut = sentencesLeftOut.toInt(),
)

internal fun hearth.core.ThoughtView.own(): Thought = Thought(
    id = id,
    sort = sort.own(),
    words = words.own(),
    about = about,
    onlyMe = onlyMe,
)

internal fun hearth.core.VisitLine.own(): VisitLine = VisitLine(
    id = id,
    whatFor = whatFor.own(),
    with = with.own(),
    on = on.own(),
    stage = stage,
)

internal fun hearth.core.VisitView.own(): Visit = Visit(
    id = id,
    whatFor = whatFor.own(),
    with = with.own(),
    on = on.own(),
    testsOn = testsOn.own(),
    coming = coming.own(),
    stages = stages.map { it.own() },
    sheets = sheets.map { it.own() },
    agenda = agenda.map { it.own() },
    results = results.map { it.own() },
    mood = mood?.own(),
    questions = questions.map { it.own() },
    prompts = prompts.map { it.own() },
    thoughts = thoughts.map { it.own() },
    notRead = notRead,
    goals = goals.map { it.own() },
    promises = promises.map { it.own() },
    agreements = agreements.map { it.own() },
    together = together.own(),
    review = review.own(),
    interval = interval.own(),
    reviewBy = reviewBy.own(),
    reviewLine = reviewLine,
    leftOut = leftOut.toInt(),
    unsettled = unsettled,
)
