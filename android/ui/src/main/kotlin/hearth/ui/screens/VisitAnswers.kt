// Between the visits: my questions, what to circle, what the sheets ask, how I have felt, my results.

package hearth.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.relocation.BringIntoViewRequester
import androidx.compose.foundation.relocation.bringIntoViewRequester
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import hearth.bridge.AnswerKind
import hearth.bridge.Answered
import hearth.bridge.Choice
import hearth.bridge.Field
import hearth.bridge.Mood
import hearth.bridge.MoodAnswer
import hearth.bridge.MoodQuestion
import hearth.bridge.Prompt
import hearth.bridge.Question
import hearth.bridge.Result
import hearth.bridge.SheetResult
import hearth.bridge.Thought
import hearth.bridge.Visit
import hearth.ui.Body
import hearth.ui.Boxes
import hearth.ui.CallButton
import hearth.ui.FieldWords
import hearth.ui.Framed
import hearth.ui.Heading
import hearth.ui.Invitation
import hearth.ui.LARGE
import hearth.ui.LocalSaid
import hearth.ui.MainButton
import hearth.ui.Measured
import hearth.ui.Note
import hearth.ui.OnlyMe
import hearth.ui.Opened
import hearth.ui.Page
import hearth.ui.PickOne
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.SafetyLine
import hearth.ui.Scale
import hearth.ui.ScaleWords
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Spot
import hearth.ui.TickRow
import hearth.ui.TypedChoice
import hearth.ui.TypedDay
import hearth.ui.TypedNumber
import hearth.ui.TypedWords
import hearth.ui.VoiceBeside
import hearth.ui.Weight
import hearth.ui.WhoAndWhen
import hearth.ui.Words

/** What the page of questions may do. */
class QuestionsActions(
    val onAnswer: (key: String, Answered) -> Unit = { _, _ -> },
    /** Keeps what is typed in the question's box, in the unit that was chosen beside it. */
    val onTyped: (Question) -> Unit = {},
    val onMood: (MoodQuestion, MoodAnswer) -> Unit = { _, _ -> },
    val onCircle: (key: String, on: Boolean) -> Unit = { _, _ -> },
    val onThought: () -> Unit = {},
    val onRemoveThought: (String) -> Unit = {},
    val onOnlyMe: (thought: String, on: Boolean) -> Unit = { _, _ -> },
    val onSettleThought: (String) -> Unit = {},
    val onSuggestions: () -> Unit = {},
    val onSheets: () -> Unit = {},
    val onCall: (String) -> Unit = {},
)

/** Numbers to dial beside the safety words. */
class SafetyNumbers(val emergency: String, val urgent: String)

/** My questions first, then what may be circled, what the sheets ask, and last how I have felt. */
@Composable
fun VisitQuestionsScreen(visit: Visit, boxes: Boxes, numbers: SafetyNumbers, on: QuestionsActions) =
    Page(stringResource(R.string.visit_questions), visit.notRead) {
        Thoughts(visit.thoughts, boxes, on)
        if (visit.sheets.isEmpty() && visit.questions.isEmpty() && visit.prompts.isEmpty()) {
            Invitation(stringResource(R.string.visit_sheets_invite), stringResource(R.string.visit_sheets_choose), on.onSheets)
        }
        if (visit.prompts.isNotEmpty()) Prompts(visit.prompts, on.onCircle)
        visit.questions.forEach { QuestionSheet(it, boxes, on) }
        visit.mood?.let { MoodSheet(it, numbers, on) }
    }

@Composable
private fun Thoughts(thoughts: List<Thought>, boxes: Boxes, on: QuestionsActions) {
    val said = LocalSaid.current
    Sheet {
        Heading(said["visit-agenda-thoughts"])
        TypedWords(boxes, "thought", stringResource(R.string.visit_own_words))
        PickOne(
            listOf("question", "thought", "idea").map { Choice(it, said["choice-thought-sort-$it"]) },
            boxes["sort"].ifEmpty { "question" },
        ) { boxes["sort"] = it }
        MainButton(stringResource(R.string.keep), enabled = boxes["thought"].isNotBlank(), onClick = on.onThought)
    }
    thoughts.forEach { thought ->
        Sheet {
            Small(thought.sort.inWords())
            FieldWords(null, thought.words, said["scale-not-answered"], stringResource(R.string.settle), { on.onSettleThought(thought.id) }) { on.onSuggestions() }
            VoiceBeside(thought.sort.inWords(), Spot("thought", thought.id, "words"))
            OnlyMe(thought.onlyMe) { on.onOnlyMe(thought.id, it) }
            QuietButton(said["versions-remove"]) { on.onRemoveThought(thought.id) }
        }
    }
}

@Composable
private fun Prompts(prompts: List<Prompt>, onCircle: (String, Boolean) -> Unit) = Sheet {
    Heading(stringResource(R.string.visit_circle))
    prompts.forEach { prompt -> TickRow(prompt.words, prompt.circled) { onCircle(prompt.key, it) } }
}

/** One question of a sheet: what was answered, and the ways to answer. Nothing is chosen beforehand. */
@Composable
private fun QuestionSheet(question: Question, boxes: Boxes, on: QuestionsActions) = Sheet {
    val said = LocalSaid.current
    val only = question.kept.singleOrNull()
    val box = "answer.${question.key}"
    fun answer(answered: Answered) = on.onAnswer(question.key, answered)
    val scaled = question.kind == AnswerKind.Scale && question.sheets.isNotEmpty()
    // The scale says its question itself.
    if (!scaled) Heading(question.ask)
    if (question.about.isNotEmpty()) Small(question.about)
    val picked = question.kind == AnswerKind.YesNo || question.kind == AnswerKind.Mrc || only == Answered.RatherNotSay
    if (!scaled) AnswerSaid(question.said, question.line, picked && question.sheets.isNotEmpty(), on.onSuggestions)
    // What no sheet asks any more stays to be read, and can be taken back.
    if (question.sheets.isNotEmpty()) {
        when (question.kind) {
            AnswerKind.YesNo -> PickOne(
                listOf(Choice("yes", said["choice-reply-answer-yes"]), Choice("no", said["choice-reply-answer-no"])),
                when (only) { Answered.Yes -> "yes"; Answered.No -> "no"; else -> null },
            ) { answer(if (it == "yes") Answered.Yes else Answered.No) }
            AnswerKind.Mrc -> PickOne(
                question.steps.map { Choice("${it.step}", "${it.step} · ${it.words}") },
                (only as? Answered.Mrc)?.grade?.toString(),
            ) { answer(Answered.Mrc(it.toLong())) }
            AnswerKind.Scale -> Scale(
                ScaleWords(question.ask, question.steps.first().words, question.steps.last().words, { question.line }, said["scale-not-answered"], said["scale-clear"]),
                (only as? Answered.Scale)?.step?.toInt(), { answer(it?.let { step -> Answered.Scale(step.toLong()) } ?: Answered.Nothing) },
            )
            AnswerKind.Words -> {
                TypedWords(boxes, box, stringResource(R.string.visit_own_words))
                MainButton(stringResource(R.string.keep), enabled = boxes[box].isNotBlank()) { on.onTyped(question) }
            }
            AnswerKind.Count, AnswerKind.Cat, AnswerKind.Number -> {
                TypedNumber(boxes, box, listOfNotNull(stringResource(R.string.visit_number), question.units.singleOrNull()).joinToString(", "))
                if (question.units.size > 1) TypedChoice(boxes, "$box.unit", question.units.map { Choice(it, it) })
                MainButton(
                    stringResource(R.string.keep),
                    enabled = boxes[box].isNotBlank() && (question.units.size < 2 || boxes["$box.unit"].isNotEmpty()),
                ) { on.onTyped(question) }
            }
        }
        PickOne(
            listOf(Choice("rather", said["choice-reply-answer-rather-not-say"])),
            "rather".takeIf { only == Answered.RatherNotSay },
        ) { answer(Answered.RatherNotSay) }
    }
    if (scaled) AnswerSaid(question.said, null, only is Answered.Scale || only == Answered.RatherNotSay, on.onSuggestions)
    val choosing = question.kind != AnswerKind.Scale || only !is Answered.Scale
    if (question.kept.isNotEmpty() && choosing) QuietButton(said["scale-clear"]) { answer(Answered.Nothing) }
    if (question.kind !in listOf(AnswerKind.Words, AnswerKind.Number, AnswerKind.Count, AnswerKind.Cat)) {
        boxes.trouble(box)?.let { Note(it) }
    }
}

/** What was answered: where it stands chosen below already, only who and when. */
@Composable
private fun AnswerSaid(field: Field, none: String?, chosenBelow: Boolean, onSuggestions: () -> Unit) {
    val only = field.versions.singleOrNull()
    if (only != null && chosenBelow && field.offers.isEmpty()) {
        WhoAndWhen(only.who)
        field.notes.forEach { Note(it) }
        return
    }
    if (field.versions.isEmpty() && none == null) return
    FieldWords(null, field, none.orEmpty()) { onSuggestions() }
}

/** The two questions about mood. After any yes the safety words, whole, brought into sight and read aloud. */
@Composable
private fun MoodSheet(mood: Mood, numbers: SafetyNumbers, on: QuestionsActions) {
    val said = LocalSaid.current
    Sheet {
        Heading(said["visit-agenda-mood"])
        Small(mood.ownChoice)
        mood.questions.forEach { line ->
            val only = line.kept.singleOrNull()
            Body(line.ask)
            AnswerSaid(line.said, line.line, true, on.onSuggestions)
            PickOne(
                listOf(
                    Choice(MoodAnswer.Yes.name, said["choice-reply-answer-yes"]),
                    Choice(MoodAnswer.No.name, said["choice-reply-answer-no"]),
                    Choice(MoodAnswer.RatherNotSay.name, said["choice-reply-answer-rather-not-say"]),
                ),
                only?.name,
            ) { on.onMood(line.question, MoodAnswer.valueOf(it)) }
            if (line.kept.isNotEmpty()) QuietButton(said["scale-clear"]) { on.onMood(line.question, MoodAnswer.Nothing) }
        }
    }
    mood.safety?.let { safety ->
        val here = remember { BringIntoViewRequester() }
        LaunchedEffect(safety) { here.bringIntoView() }
        Column(
            Modifier.bringIntoViewRequester(here).testTag("mood-safety").semantics { liveRegion = LiveRegionMode.Assertive },
            verticalArrangement = Arrangement.spacedBy(10.dp),
        ) {
            SafetyLine(safety)
            if (numbers.emergency.isNotEmpty()) CallButton(stringResource(R.string.card_call_emergency), numbers.emergency, onCall = on.onCall)
            if (numbers.urgent.isNotEmpty()) CallButton(stringResource(R.string.visit_urgent), numbers.urgent, onCall = on.onCall)
        }
    }
}

/** What the page of results may do. */
class ResultsActions(
    val onAdd: (SheetResult) -> Unit = {},
    val onThought: (SheetResult) -> Unit = {},
    val onSheets: () -> Unit = {},
)

/** Each result with what it is in plain words, the one before and the newest side by side, and my thoughts. */
@Composable
fun VisitResultsScreen(visit: Visit, boxes: Boxes, on: ResultsActions) =
    Page(stringResource(R.string.visit_results), if (visit.results.isEmpty()) null else stringResource(R.string.visit_results_note)) {
        if (visit.results.isEmpty()) {
            Invitation(stringResource(R.string.visit_results_invite), stringResource(R.string.visit_sheets_choose), on.onSheets)
        }
        visit.results.forEach { ResultSheet(it, visit.thoughts.filter { one -> one.about == it.key }, boxes, on) }
    }

@Composable
private fun ResultSheet(result: SheetResult, thoughts: List<Thought>, boxes: Boxes, on: ResultsActions) = Sheet(Modifier.testTag("result-${result.key}")) {
    Heading(result.name)
    if (result.explain.isNotEmpty()) Body(result.explain)
    result.empty?.let { Small(it) }
    val both = listOfNotNull(
        result.last?.let { stringResource(R.string.visit_last) to it },
        result.recent?.let { stringResource(R.string.visit_recent) to it },
    )
    if (LocalDensity.current.fontScale >= LARGE) {
        both.forEach { (title, one) -> Value(title, one, Modifier.fillMaxWidth()) }
    } else if (both.isNotEmpty()) {
        Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(10.dp)) {
            both.forEach { (title, one) -> Value(title, one, Modifier.weight(1f)) }
        }
    }
    result.notes.forEach { Note(it) }
    thoughts.forEach { thought ->
        thought.words.versions.forEach { Words(it.text); WhoAndWhen(it.who) }
    }
    val (add, think) = "add.${result.key}" to "think.${result.key}"
    Opened(boxes, think, stringResource(R.string.visit_thoughts_on)) {
        TypedWords(boxes, "$think.words", stringResource(R.string.visit_own_words))
        MainButton(stringResource(R.string.keep), enabled = boxes["$think.words"].isNotBlank()) { on.onThought(result) }
    }
    Opened(boxes, add, stringResource(R.string.visit_add_result), Weight.Quiet) {
        if (result.units.isEmpty()) {
            TypedWords(boxes, "$add.value", stringResource(R.string.visit_as_written), 1)
        } else {
            TypedNumber(boxes, "$add.value", listOfNotNull(stringResource(R.string.visit_number), result.units.singleOrNull()).joinToString(", "))
        }
        if (result.units.size > 1) TypedChoice(boxes, "$add.unit", result.units.map { Choice(it, it) })
        TypedDay(boxes, "$add.on", stringResource(R.string.visit_measured_on))
        MainButton(
            stringResource(R.string.keep),
            enabled = boxes["$add.value"].isNotBlank() && (result.units.size < 2 || boxes["$add.unit"].isNotEmpty()),
        ) { on.onAdd(result) }
    }
}

/** One value: the number as it was written, its day, who wrote it. No range, no colour. */
@Composable
private fun Value(title: String, result: Result, modifier: Modifier) = Framed(modifier) {
    Small(title)
    Amount(result)
    result.parts.forEach { part ->
        Small(part.name.inWords())
        Amount(part)
    }
    result.on.versions.forEach { Small(it.text) }
    result.standing.forEach { Note(it) }
    result.labWords?.let { Body(it) }
    val who = result.value.versions.ifEmpty { result.parts.flatMap { it.value.versions } }
    WhoAndWhen(who.flatMap { it.who }.distinct())
}

@Composable
private fun Amount(result: Result) {
    // The words for "no value" of a result that is all in its parts are not drawn beside them.
    if (result.parts.isNotEmpty() && result.unit.versions.isEmpty()) return
    result.value.versions.forEach { Measured(listOf(result.sign + it.text, result.unit.inWords()).filter { part -> part.isNotEmpty() }.joinToString(" ")) }
    result.value.notes.forEach { Note(it) }
}
