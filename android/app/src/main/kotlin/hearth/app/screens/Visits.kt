// Visits: what their screens ask of the plan and write in it.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Happened
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.Answer
import hearth.bridge.AnswerKind
import hearth.bridge.Answered
import hearth.bridge.MoodAnswer
import hearth.bridge.Plan
import hearth.bridge.Question
import hearth.bridge.SheetResult
import hearth.ui.Boxes
import hearth.ui.R
import hearth.ui.dayToType
import hearth.ui.screens.QuestionsActions
import hearth.ui.screens.ResultsActions
import hearth.ui.screens.SafetyNumbers
import hearth.ui.screens.VisitActions
import hearth.ui.screens.VisitAgendaScreen
import hearth.ui.screens.VisitQuestionsScreen
import hearth.ui.screens.VisitResultsScreen
import hearth.ui.screens.VisitScreen
import hearth.ui.screens.VisitSheetScreen
import hearth.ui.screens.VisitsActions
import hearth.ui.screens.VisitsScreen
import hearth.ui.dayOf

val VISIT_SCREENS = listOf(
    Screen("visits", PlaceName.Visits) { AllVisits(it) },
    Screen("visit", PlaceName.Visits) { One(it) },
    Screen("visit-sheet", PlaceName.Visits) { here ->
        val id = here.visit
        here.Drawn({ visit(id) to sheets() }) { (visit, sheets) ->
            val gone = visit.sheets.filter { used -> sheets.none { it.sheet == used.sheet } }
            VisitSheetScreen(
                sheets + gone, visit.sheets.map { it.sheet }.toSet(), here.boxes("sheets.$id."),
                { sheet, on -> here.host.act { useSheet(id, sheet, on) } }, { here.navigator.back() },
            )
        }
    },
    Screen("visit-questions", PlaceName.Visits) { Questions(it) },
    Screen("visit-results", PlaceName.Visits) { Results(it) },
    Screen("visit-agenda", PlaceName.Visits) { here ->
        val id = here.visit
        here.Drawn({ visit(id) }) { visit ->
            VisitAgendaScreen(
                visit, { what, yes -> here.host.act { discussed(id, what, yes) } }, { here.navigator.go("visit-questions", id) },
            )
        }
    },
) + IN_THE_ROOM_SCREENS + PROMISE_SCREENS

/** Which visit a screen is about; one that is not there is said so. */
internal val Here.visit: String get() = about.firstOrNull().orEmpty()

@Composable
private fun AllVisits(here: Here) {
    val page = "visits."
    val boxes = here.boxes(page)
    here.Drawn({ visits() }) { visits ->
        VisitsScreen(
            visits, boxes,
            VisitsActions(
                onVisit = { here.navigator.go("visit", it) },
                onBegin = {
                    here.host.act(here.amiss(page, "what", "on"), once = page + "what") {
                        val visit = beginVisit(boxes["what"], boxes["with"], dayOf(boxes["on"]))
                        here.drafts.clear(page)
                        here.navigator.go("visit", visit)
                    }
                },
                onPromises = { here.navigator.go("promises") },
                onReviews = { here.navigator.go("reviews") },
            ),
        )
    }
}

/** What of a visit may be changed on its page; a day is typed as one. */
private val CHANGED = listOf("what_for" to false, "with" to false, "on" to true, "coming" to false)

@Composable
private fun One(here: Here) {
    val id = here.visit
    val page = "visit.$id."
    val boxes = here.boxes(page)
    val saved = stringResource(R.string.saved)
    here.Drawn({ visit(id) }) { visit ->
        VisitScreen(
            visit, boxes,
            VisitActions(
                onGo = { if (it == "paper") here.navigator.go(it, "visit", id) else here.navigator.go(it, id) },
                onStage = { stage -> here.host.act { goToStage(id, stage) } },
                onChange = { here.host.act { open(id, boxes) } },
                onKeepChanges = {
                    here.host.act(here.amiss(page, "what_for", "on"), once = page + "what_for") {
                        keepChanges(id, boxes)
                        here.drafts.clear(page)
                        here.host.happened = Happened(saved)
                    }
                },
                onSettle = { here.navigator.go("settle", "visit", id, it) },
                onSuggestions = { here.navigator.go("suggestions") },
                onSettleLife = { keep -> here.host.act { if (keep) keep("visit", id) else remove("visit", id) } },
            ),
        )
    }
}

/** Fills the boxes with what stands, where just one version does, and remembers what was seen. */
private suspend fun Plan.open(id: String, boxes: Boxes) {
    val fields = entry("visit", id).fields
    for ((name, _) in CHANGED) {
        val field = fields.first { it.name == "visit.$name" }
        boxes[name] = when (val stands = field.kept.singleOrNull()) {
            is Answer.Words -> stands.text
            is Answer.Date -> dayToType(stands.date)
            else -> ""
        }
        boxes["was.$name"] = boxes[name]
        boxes["seen.$name"] = field.said.seen.joinToString(" ")
    }
    boxes.open("change")
}

/**
 * Writes what was typed anew, over exactly what stood when the boxes were opened: what came from another
 * phone meanwhile stays beside it. A box that was left as it was writes nothing.
 */
private suspend fun Plan.keepChanges(id: String, boxes: Boxes) {
    for ((name, isDay) in CHANGED) {
        if (boxes[name] == boxes["was.$name"]) continue
        val typed = if (isDay) dayOf(boxes[name])?.let(Answer::Date) else boxes[name].takeIf { it.isNotBlank() }?.let(Answer::Words)
        writeOver("visit", id, name, typed ?: Answer.Nothing, boxes["seen.$name"].split(' ').filter { it.isNotEmpty() })
    }
}

@Composable
private fun Questions(here: Here) {
    val id = here.visit
    val page = "questions.$id."
    val boxes = here.boxes(page)
    val said = here.host.said
    // What was answered yes here: its safety words stand before it is kept, and where it can't be.
    var yes by rememberSaveable(id) { mutableStateOf(emptyList<String>()) }
    here.Drawn({ visit(id) }) { visit ->
        val safety = here.host.session.safety
        VisitQuestionsScreen(
            visit.copy(mood = visit.mood?.let { it.copy(safety = it.safety ?: said["region-mood-yes"].takeIf { yes.isNotEmpty() }) }),
            boxes, SafetyNumbers(safety?.emergencyNumber.orEmpty(), safety?.urgentNumber.orEmpty()),
            QuestionsActions(
                onAnswer = { key, answered ->
                    here.host.act(here.amiss(page, "answer.$key")) {
                        answer(id, key, answered)
                        here.kept(page, "answer.$key")
                    }
                },
                onTyped = { question ->
                    val box = "answer.${question.key}"
                    val answered = typedAnswer(question, boxes[box], boxes["$box.unit"])
                    if (answered == null) {
                        here.drafts["$page!$box"] = said["error-not-a-number"]
                    } else {
                        here.host.act(here.amiss(page, box), once = page + box) {
                            answer(id, question.key, answered)
                            here.kept(page, box)
                        }
                    }
                },
                onMood = { question, answer ->
                    yes = if (answer == MoodAnswer.Yes) yes + question.name else yes - question.name
                    here.host.act { answerMood(id, question, answer) }
                },
                onCircle = { key, on -> here.host.act { circle(id, key, on) } },
                onThought = {
                    here.host.act(here.amiss(page, "thought"), once = page + "thought") {
                        addThought(id, boxes["sort"].ifEmpty { "question" }, boxes["thought"], "")
                        here.kept(page, "thought")
                        here.kept(page, "sort")
                    }
                },
                onRemoveThought = { thought ->
                    here.host.act {
                        remove("thought", thought)
                        here.host.happened = Happened(said["done-removed"], said["done-undo"]) {
                            here.host.act {
                                keep("thought", thought)
                                here.host.happened = Happened(said["done-undone"])
                            }
                        }
                    }
                },
                onOnlyMe = { thought, on -> here.host.act { onlyMe("thought", thought, on) } },
                onSettleThought = { here.navigator.go("settle", "thought", it, "words") },
                onSuggestions = { here.navigator.go("suggestions") },
                onSheets = { here.navigator.go("visit-sheet", id) },
                onCall = here.host.session.outside.dial,
            ),
        )
    }
}

/** What is typed, as what is asked for; none where a whole number is asked for and it is none. */
private fun typedAnswer(question: Question, text: String, unit: String): Answered? {
    val whole = text.trim().map { Character.digit(it, 10).let { n -> if (n < 0) it else '0' + n } }.joinToString("").toLongOrNull()
    return when (question.kind) {
        AnswerKind.Count -> whole?.let(Answered::Count)
        AnswerKind.Cat -> whole?.let(Answered::Cat)
        AnswerKind.Number -> Answered.Number(text.trim(), unit.ifEmpty { question.units.singleOrNull().orEmpty() })
        else -> Answered.Words(text)
    }
}

@Composable
private fun Results(here: Here) {
    val id = here.visit
    val page = "results.$id."
    val boxes = here.boxes(page)
    val saved = stringResource(R.string.saved)
    fun kept(part: String) {
        here.kept(page, part)
        here.host.happened = Happened(saved)
    }
    here.Drawn({ visit(id) }) { visit ->
        VisitResultsScreen(
            visit, boxes,
            ResultsActions(
                onAdd = { result: SheetResult ->
                    val part = "add.${result.key}"
                    here.host.act(here.amiss(page, "$part.value", "$part.on"), once = page + "$part.value") {
                        val unit = boxes["$part.unit"].ifEmpty { result.units.singleOrNull().orEmpty() }
                        addSheetResult(id, result.key, boxes["$part.value"].trim(), unit, dayOf(boxes["$part.on"]).orEmpty())
                        kept(part)
                    }
                },
                onThought = { result: SheetResult ->
                    val part = "think.${result.key}"
                    here.host.act(here.amiss(page, "$part.words"), once = page + "$part.words") {
                        addThought(id, "thought", boxes["$part.words"], result.key)
                        kept(part)
                    }
                },
                onSheets = { here.navigator.go("visit-sheet", id) },
            ),
        )
    }
}
