// Goals: what their screens ask of the plan and write in it.

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
import hearth.bridge.FieldAnswer
import hearth.bridge.Plan
import hearth.ui.R
import hearth.ui.screens.CheckInScreen
import hearth.ui.screens.GoalActions
import hearth.ui.screens.GoalScreen
import hearth.ui.screens.GoalsScreen
import hearth.ui.screens.NewGoal
import hearth.ui.screens.NewGoalActions
import hearth.ui.screens.NewGoalScreen

val GOAL_SCREENS = listOf(
    Screen("goals", PlaceName.Plan) { here ->
        here.Drawn({ goals() }) { goals ->
            GoalsScreen(goals, { here.navigator.go("goal", it) }, { here.navigator.go("goal-new") }, { here.navigator.go(it) })
        }
    },
    Screen("goal", PlaceName.Plan) { here ->
        val id = here.about.first()
        here.Drawn({ goal(id) }) { goal ->
            GoalScreen(
                goal,
                GoalActions(
                    onCheckIn = { here.navigator.go("check-in", id, it) },
                    onHistory = { kind, of, field -> here.navigator.go("history", kind, of, field) },
                    onSettle = { kind, of, field -> here.navigator.go("settle", kind, of, field) },
                    onSuggestions = { here.navigator.go("suggestions") },
                    onOverTime = { what, of -> here.navigator.go("over-time", what, of) },
                ),
            )
        }
    },
    Screen("goal-new", PlaceName.Plan) { New(it) },
    Screen("check-in", PlaceName.Plan) { CheckIn(it) },
)

@Composable
private fun New(here: Here) {
    val drafts = here.drafts
    val saved = stringResource(R.string.saved)
    var trouble by rememberSaveable { mutableStateOf<String?>(null) }
    val draft = NewGoal(
        drafts.number("new.step") ?: 1, drafts["new.words"], drafts.number("new.importance"), drafts["new.what"],
        drafts["new.barrier"], drafts["new.strategy"], drafts.number("new.confidence"),
    )
    NewGoalScreen(
        draft, trouble,
        NewGoalActions(
            onWords = { drafts["new.words"] = it },
            onImportance = { drafts.number("new.importance", it) },
            onWhat = { drafts["new.what"] = it },
            onBarrier = { drafts["new.barrier"] = it },
            onStrategy = { drafts["new.strategy"] = it },
            onConfidence = { drafts.number("new.confidence", it) },
            onNext = { drafts.number("new.step", draft.step + 1) },
            onKeep = {
                here.host.act({ fault ->
                    trouble = fault.sentence
                    drafts.number("new.step", 1)
                }, once = "new.") {
                    val goal = begun(draft)
                    drafts.clear("new.")
                    here.host.happened = Happened(saved)
                    here.navigator.back()
                    here.navigator.go("goal", goal)
                }
            },
        ),
    )
}

/** Writes what was answered; what was left empty is not written. */
private suspend fun Plan.begun(draft: NewGoal): String {
    fun words(field: String, text: String) = text.takeIf { it.isNotBlank() }?.let { FieldAnswer(field, Answer.Words(it)) }
    fun step(field: String, step: Int?) = step?.let { FieldAnswer(field, Answer.Whole(it.toLong())) }
    val goal = add("goal", listOfNotNull(words("words", draft.words), step("importance", draft.importance)))
    val answers = listOfNotNull(
        words("what", draft.what), words("barrier", draft.barrier), words("strategy", draft.strategy),
        step("confidence", draft.confidence),
    )
    if (answers.isNotEmpty()) add("action", listOf(FieldAnswer("goal", Answer.Entry(goal))) + answers)
    return goal
}

@Composable
private fun CheckIn(here: Here) {
    val (goal, action) = here.about
    val box = "check-in.$action."
    val drafts = here.drafts
    val saved = stringResource(R.string.saved)
    var trouble by rememberSaveable { mutableStateOf<String?>(null) }
    here.Drawn({ goal(goal) }) { drawn ->
        val what = drawn.actions.firstOrNull { it.id == action }?.what?.versions.orEmpty().joinToString("\n") { it.text }
        CheckInScreen(
            what, drafts[box + "went"], { drafts[box + "went"] = it },
            drafts.number(box + "confidence"), { drafts.number(box + "confidence", it) }, trouble,
        ) {
            here.host.act({ trouble = it.sentence }, once = box) {
                checkIn(action, drafts[box + "went"].ifBlank { null }, drafts.number(box + "confidence")?.toLong())
                drafts.clear(box)
                here.host.happened = Happened(saved)
                here.navigator.back()
            }
        }
    }
}
