// What is said at a visit.

package hearth.bridge

/** What was agreed in a visit. */
data class VisitAgreement(
    /** With whom. */
    val with: String,
    /** Their role. */
    val role: String,
    /** On. */
    val on: String,
    /** The goals, with all in them, that were agreed. */
    val goals: List<String>,
    /** Whether they were written together; none where nobody said. */
    val together: Boolean? = null,
)

/** What is answered to a question. */
sealed interface Answered {
    /** Yes. */
    data object Yes : Answered
    /** No. */
    data object No : Answered
    /** An answer of its own, to a question of any sort. */
    data object RatherNotSay : Answered
    /** 1 to 10. */
    data class Scale(val step: Long) : Answered
    /** How many. */
    data class Count(val count: Long) : Answered
    /** The grade of the MRC breathlessness scale, 1 to 5. */
    data class Mrc(val grade: Long) : Answered
    /** The total of the COPD Assessment Test, 0 to 40. */
    data class Cat(val total: Long) : Answered
    /** A number in one of the question's units. */
    data class Number(val number: String, val unit: String) : Answered
    /** Words. */
    data class Words(val text: String) : Answered
    /** Taken back: not answered again. */
    data object Nothing : Answered
}

/** What is answered to a question about mood. */
enum class MoodAnswer {
    /** Yes. */
    Yes,
    /** No. */
    No,
    /** An answer of its own. */
    RatherNotSay,
    /** Taken back: not answered again. */
    Nothing,
}

/** What is said at a visit: the calls. */
interface TalkCalls {
    /** Adds a result that a visit's sheet shows, by its key there. */
    suspend fun addSheetResult(visit: String, result: String, value: String, unit: String, on: String, by: Writer = Writer.Person): String

    /**
     * Notes a `question`, a `thought` or an `idea`; `about` is the key of what it came from, or
     * "".
     */
    suspend fun addThought(visit: String, sort: String, words: String, about: String, by: Writer = Writer.Person): String

    /** Records that a visit, and each goal named with all in it, was agreed. */
    suspend fun agreeVisit(visit: String, agreed: VisitAgreement, by: Writer = Writer.Person)

    /** Answers a question of a visit's sheets, by the question's key. */
    suspend fun answer(visit: String, question: String, answered: Answered, by: Writer = Writer.Person)

    /** Answers one of the two questions about mood. What comes back is shown at once, whole. */
    suspend fun answerMood(visit: String, question: MoodQuestion, answer: MoodAnswer, by: Writer = Writer.Person): String?

    /** Begins a visit. `on`: `2026-10-14`, where it is known. */
    suspend fun beginVisit(whatFor: String, with: String, on: String? = null, by: Writer = Writer.Person): String

    /** Circles a prompt, or takes the circle away. */
    suspend fun circle(visit: String, prompt: String, on: Boolean, by: Writer = Writer.Person)

    /** Marks something on the agenda as talked about, or as still to be. */
    suspend fun discussed(visit: String, what: String, yes: Boolean)

    /** Goes to `gather`, `between`, `agree` or `after`, forwards or back. */
    suspend fun goToStage(visit: String, stage: String)

    /** Notes goals that are agreed or looked at in a visit. */
    suspend fun goalsInVisit(visit: String, goals: List<String>)

    /** Keeps a clinician's own sheet, with who gave it. */
    suspend fun loadSheet(json: ByteArray, givenBy: String, by: Writer = Writer.Person): LoadedSheet

    /** Notes what somebody promised in a visit: what, who, by when if they said. */
    suspend fun notePromise(visit: String, what: String, who: String, byWhen: String? = null, by: Writer = Writer.Person): String

    /**
     * Sets when the plan is to be looked at again, or how often, and who is responsible. What is
     * "" stays as it is.
     */
    suspend fun setReview(visit: String, on: String, interval: String, who: String, by: Writer = Writer.Person)

    /** Uses a sheet in a visit, or no longer. */
    suspend fun useSheet(visit: String, sheet: String, on: Boolean)
}

internal class CoreTalk(private val ask: Ask) : TalkCalls {
    override suspend fun addSheetResult(visit: String, result: String, value: String, unit: String, on: String, by: Writer) = ask.of { it.addSheetResult(visit, result, value, unit, on, by.core()) }

    override suspend fun addThought(visit: String, sort: String, words: String, about: String, by: Writer) = ask.of { it.addThought(visit, sort, words, about, by.core()) }

    override suspend fun agreeVisit(visit: String, agreed: VisitAgreement, by: Writer) = ask.of { it.agreeVisit(visit, agreed.core(), by.core()) }

    override suspend fun answer(visit: String, question: String, answered: Answered, by: Writer) = ask.of { it.answer(visit, question, answered.core(), by.core()) }

    override suspend fun answerMood(visit: String, question: MoodQuestion, answer: MoodAnswer, by: Writer) = ask.of { it.answerMood(visit, question.core(), answer.core(), by.core()) }

    override suspend fun beginVisit(whatFor: String, with: String, on: String?, by: Writer) = ask.of { it.beginVisit(whatFor, with, on, by.core()) }

    override suspend fun circle(visit: String, prompt: String, on: Boolean, by: Writer) = ask.of { it.circle(visit, prompt, on, by.core()) }

    override suspend fun discussed(visit: String, what: String, yes: Boolean) = ask.of { it.discussed(visit, what, yes) }

    override suspend fun goToStage(visit: String, stage: String) = ask.of { it.goToStage(visit, stage) }

    override suspend fun goalsInVisit(visit: String, goals: List<String>) = ask.of { it.goalsInVisit(visit, goals) }

    override suspend fun loadSheet(json: ByteArray, givenBy: String, by: Writer) = ask.of { it.loadSheet(direct(json), givenBy, by.core()).own() }

    override suspend fun notePromise(visit: String, what: String, who: String, byWhen: String?, by: Writer) = ask.of { it.notePromise(visit, what, who, byWhen, by.core()) }

    override suspend fun setReview(visit: String, on: String, interval: String, who: String, by: Writer) = ask.of { it.setReview(visit, on, interval, who, by.core()) }

    override suspend fun useSheet(visit: String, sheet: String, on: Boolean) = ask.of { it.useSheet(visit, sheet, on) }
}

internal fun VisitAgreement.core(): hearth.core.VisitAgreement = hearth.core.VisitAgreement(
    with = with,
    role = role,
    on = on,
    goals = goals,
    together = together,
)

internal fun Answered.core(): hearth.core.Answered = when (this) {
    Answered.Yes -> hearth.core.Answered.Yes
    Answered.No -> hearth.core.Answered.No
    Answered.RatherNotSay -> hearth.core.Answered.RatherNotSay
    is Answered.Scale -> hearth.core.Answered.Scale(step)
    is Answered.Count -> hearth.core.Answered.Count(count)
    is Answered.Mrc -> hearth.core.Answered.Mrc(grade)
    is Answered.Cat -> hearth.core.Answered.Cat(total)
    is Answered.Number -> hearth.core.Answered.Number(number, unit)
    is Answered.Words -> hearth.core.Answered.Words(text)
    Answered.Nothing -> hearth.core.Answered.Nothing
}

internal fun MoodAnswer.core() = when (this) {
    MoodAnswer.Yes -> hearth.core.MoodAnswer.YES
    MoodAnswer.No -> hearth.core.MoodAnswer.NO
    MoodAnswer.RatherNotSay -> hearth.core.MoodAnswer.RATHER_NOT_SAY
    MoodAnswer.Nothing -> hearth.core.MoodAnswer.NOTHING
}

internal fun hearth.core.Answered.own(): Answered = when (this) {
    hearth.core.Answered.Yes -> Answered.Yes
    hearth.core.Answered.No -> Answered.No
    hearth.core.Answered.RatherNotSay -> Answered.RatherNotSay
    is hearth.core.Answered.Scale -> Answered.Scale(step)
    is hearth.core.Answered.Count -> Answered.Count(count)
    is hearth.core.Answered.Mrc -> Answered.Mrc(grade)
    is hearth.core.Answered.Cat -> Answered.Cat(total)
    is hearth.core.Answered.Number -> Answered.Number(number, unit)
    is hearth.core.Answered.Words -> Answered.Words(text)
    hearth.core.Answered.Nothing -> Answered.Nothing
}

internal fun hearth.core.MoodAnswer.own() = when (this) {
    hearth.core.MoodAnswer.YES -> MoodAnswer.Yes
    hearth.core.MoodAnswer.NO -> MoodAnswer.No
    hearth.core.MoodAnswer.RATHER_NOT_SAY -> MoodAnswer.RatherNotSay
    hearth.core.MoodAnswer.NOTHING -> MoodAnswer.Nothing
}
