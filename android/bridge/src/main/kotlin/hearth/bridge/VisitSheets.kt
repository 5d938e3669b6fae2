// What the sheets of a visit ask, and what was answered: questions, prompts, results, mood.

package hearth.bridge

/** A sheet that was kept. */
data class LoadedSheet(
    /** Names it, for `Plan.use_sheet`. */
    val sheet: String,
    /** What could not be taken as it stands, by its place; the rest was kept. */
    val faults: List<String>,
)

/** One question about mood. */
data class MoodLine(
    /** Which. */
    val question: MoodQuestion,
    /** Its words. */
    val ask: String,
    /** What was answered, in every version. */
    val said: Field,
    /** The same answers as they are kept. */
    val kept: List<MoodAnswer>,
    /** The answers in words, or "not answered". */
    val line: String,
)

/** The two questions about mood, asked once. */
data class Mood(
    /** The questions. */
    val questions: List<MoodLine>,
    /** "These answers go to nobody unless you choose it." */
    val ownChoice: String,
    /**
     * After any yes, the safety words: to be drawn whole, at once, and for as long as the yes
     * stands.
     */
    val safety: String?,
)

/** A prompt, ready to draw. */
data class Prompt(
    /** Its stable name, for circling. */
    val key: String,
    /** Its words. */
    val words: String,
    /** It is circled. */
    val circled: Boolean,
    /** The titles of the sheets that offer it. */
    val sheets: List<String>,
)

/** A question, ready to draw. */
data class Question(
    /** Its stable name, for answering. */
    val key: String,
    /** Its words. */
    val ask: String,
    /** What may be answered; "rather not say" always may. */
    val kind: AnswerKind,
    /** Words for steps: both ends of a scale, every grade of MRC. */
    val steps: List<Step>,
    /** Units to choose from. */
    val units: List<String>,
    /** Where a published scale comes from, and what of it is not here. */
    val about: String,
    /** Every answer that stands, and what others suggest. */
    val said: Field,
    /** The same answers as they are kept, one for each version of `said`. */
    val kept: List<Answered>,
    /** The answers in words, or "not answered". */
    val line: String,
    /** The titles of the sheets that ask it; none where none does any more. */
    val sheets: List<String>,
    /** Only me. */
    val onlyMe: Boolean,
)

/** A sheet in a list. */
data class SheetLine(
    /** Names it, for `Plan.use_sheet`. */
    val sheet: String,
    /** Its title. */
    val title: String,
    /** Its version. */
    val version: String,
    /** Where its content comes from. */
    val sources: List<String>,
    /** "From Ann Example, 14 October", for a sheet that somebody gave. */
    val given: String?,
    /** What could not be taken as it stands, by its place. */
    val faults: List<String>,
)

/** One result of a sheet, ready to draw. */
data class SheetResult(
    /** Its stable name, for adding one and for thoughts about it. */
    val key: String,
    /** Its plain name. */
    val name: String,
    /** What it is, or "". Holds no number to aim at. */
    val explain: String,
    /** The newest dated one. */
    val recent: Result?,
    /** The one before it, of the same code. */
    val last: Result?,
    /** "not answered", where there is none with a date. */
    val empty: String?,
    /** What must be said of the two together, and of those without a date. */
    val notes: List<String>,
    /** Units it may be typed in. */
    val units: List<String>,
)

/** One step of a scale with words of its own. */
data class Step(
    /** Its number. */
    val step: Int,
    /** What it means. */
    val words: String,
)

/** What may be answered to a question. */
enum class AnswerKind {
    /** Yes or no. */
    YesNo,
    /** How many. */
    Count,
    /** 1 to 10. */
    Scale,
    /** MRC breathlessness, 1 to 5. */
    Mrc,
    /** CAT total, 0 to 40. */
    Cat,
    /** A number with a unit. */
    Number,
    /** Words. */
    Words,
}

/** The two questions about mood. */
enum class MoodQuestion {
    /** Down, depressed or hopeless. */
    Down,
    /** Little interest or pleasure in doing things. */
    Interest,
}

internal fun hearth.core.LoadedSheet.own(): LoadedSheet = LoadedSheet(
    sheet = sheet,
    faults = faults,
)

internal fun hearth.core.MoodLine.own(): MoodLine = MoodLine(
    question = question.own(),
    ask = ask,
    said = said.own(),
    kept = kept.map { it.own() },
    line = line,
)

internal fun hearth.core.MoodView.own(): Mood = Mood(
    questions = questions.map { it.own() },
    ownChoice = ownChoice,
    safety = safety,
)

internal fun hearth.core.PromptView.own(): Prompt = Prompt(
    key = key,
    words = words,
    circled = circled,
    sheets = sheets,
)

internal fun hearth.core.QuestionView.own(): Question = Question(
    key = key,
    ask = ask,
    kind = kind.own(),
    steps = steps.map { it.own() },
    units = units,
    about = about,
    said = said.own(),
    kept = kept.map { it.own() },
    line = line,
    sheets = sheets,
    onlyMe = onlyMe,
)

internal fun hearth.core.SheetLine.own(): SheetLine = SheetLine(
    sheet = sheet,
    title = title,
    version = version,
    sources = sources,
    given = given,
    faults = faults,
)

internal fun hearth.core.SheetResultView.own(): SheetResult = SheetResult(
    key = key,
    name = name,
    explain = explain,
    recent = recent?.own(),
    last = last?.own(),
    empty = empty,
    notes = notes,
    units = units,
)

internal fun hearth.core.StepView.own(): Step = Step(
    step = step.toInt(),
    words = words,
)

internal fun hearth.core.AnswerKind.own() = when (this) {
    hearth.core.AnswerKind.YES_NO -> AnswerKind.YesNo
    hearth.core.AnswerKind.COUNT -> AnswerKind.Count
    hearth.core.AnswerKind.SCALE -> AnswerKind.Scale
    hearth.core.AnswerKind.MRC -> AnswerKind.Mrc
    hearth.core.AnswerKind.CAT -> AnswerKind.Cat
    hearth.core.AnswerKind.NUMBER -> AnswerKind.Number
    hearth.core.AnswerKind.WORDS -> AnswerKind.Words
}

internal fun hearth.core.MoodQuestion.own() = when (this) {
    hearth.core.MoodQuestion.DOWN -> MoodQuestion.Down
    hearth.core.MoodQuestion.INTEREST -> MoodQuestion.Interest
}

internal fun MoodQuestion.core() = when (this) {
    MoodQuestion.Down -> hearth.core.MoodQuestion.DOWN
    MoodQuestion.Interest -> hearth.core.MoodQuestion.INTEREST
}
