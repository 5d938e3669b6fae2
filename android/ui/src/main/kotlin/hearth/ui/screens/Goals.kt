// Goals: the list, one goal, a new one in four steps, how it went.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.Action
import hearth.bridge.Goal
import hearth.ui.Body
import hearth.ui.FieldWords
import hearth.ui.Heading
import hearth.ui.Invitation
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Scale
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Spot
import hearth.ui.SuggestionCard
import hearth.ui.VoiceBeside
import hearth.ui.WhoAndWhen
import hearth.ui.Words
import hearth.ui.WordsBox
import hearth.ui.scaleWords

/** Every goal, in the person's words. */
@Composable
fun GoalsScreen(goals: List<Goal>, onGoal: (String) -> Unit, onNew: () -> Unit, onRoom: (String) -> Unit = {}) =
    Page(stringResource(R.string.goals_title)) {
        if (goals.isEmpty()) {
            Invitation(stringResource(R.string.today_invite), stringResource(R.string.today_write), onNew)
        } else {
            goals.forEach { goal ->
                Sheet {
                    goal.words.versions.forEach { Words(it.text, strong = true); WhoAndWhen(it.who) }
                    Small(goal.importanceLine)
                    goal.unsettled?.let { Note(it) }
                    OtherButton(stringResource(R.string.goal_open)) { onGoal(goal.id) }
                }
            }
            MainButton(stringResource(R.string.goals_new), onClick = onNew)
        }
        Heading(stringResource(R.string.goals_rooms))
        OtherButton(stringResource(R.string.about_title)) { onRoom("about-me") }
        OtherButton(stringResource(R.string.decisions_title)) { onRoom("decisions") }
        OtherButton(stringResource(R.string.readings_title)) { onRoom("readings") }
        OtherButton(stringResource(R.string.ahead_title)) { onRoom("ahead") }
        OtherButton(stringResource(R.string.support_title)) { onRoom("support") }
        OtherButton(stringResource(R.string.share_paper)) { onRoom("paper") }
    }

/** What a goal may do. */
class GoalActions(
    val onCheckIn: (action: String) -> Unit = {},
    val onHistory: (kind: String, id: String, field: String) -> Unit = { _, _, _ -> },
    val onSettle: (kind: String, id: String, field: String) -> Unit = { _, _, _ -> },
    val onSuggestions: () -> Unit = {},
    val onOverTime: (what: String, id: String) -> Unit = { _, _ -> },
)

/** One goal: the words first, then what exactly, then how it went. */
@Composable
fun GoalScreen(goal: Goal, on: GoalActions) {
    val said = LocalSaid.current
    val none = said["scale-not-answered"]
    Page(goal.words.versions.singleOrNull()?.text ?: said["versions-two"]) {
        goal.unsettled?.let { Note(it) }
        // One version stands in the title already.
        if (goal.words.versions.size > 1) {
            FieldWords(null, goal.words, none, stringResource(R.string.settle), { on.onSettle("goal", goal.id, "words") }, { on.onSuggestions() })
        } else {
            goal.words.versions.forEach { WhoAndWhen(it.who) }
            goal.words.notes.forEach { Note(it) }
            goal.words.offers.forEach { SuggestionCard(it.line, it.text, null, on.onSuggestions, stringResource(R.string.rooms_look)) }
        }
        VoiceBeside(stringResource(R.string.voice_goal), Spot("goal", goal.id, "words"))
        Body(goal.importanceLine)
        goal.agreements.forEach { agreement ->
            Sheet(color = LocalTokens.current.sunk) {
                Body(agreement.line)
                agreement.agreedWords.forEach { Words(it) }
            }
        }
        goal.actions.forEach { ActionSheet(it, on) }
        QuietButton(stringResource(R.string.goal_importance_over_time)) { on.onOverTime("importance", goal.id) }
        QuietButton(stringResource(R.string.goal_history)) { on.onHistory("goal", goal.id, "words") }
    }
}

@Composable
private fun ActionSheet(action: Action, on: GoalActions) = Sheet {
    val none = LocalSaid.current["scale-not-answered"]
    val settle = stringResource(R.string.settle)
    fun to(field: String) = { on.onSettle("action", action.id, field) }
    Heading(stringResource(R.string.goal_actions))
    FieldWords(null, action.what, none, settle, to("what"), { on.onSuggestions() })
    if (action.barrier.versions.isNotEmpty()) FieldWords(stringResource(R.string.goal_barrier), action.barrier, none, settle, to("barrier"), { on.onSuggestions() })
    if (action.strategy.versions.isNotEmpty()) FieldWords(stringResource(R.string.goal_strategy), action.strategy, none, settle, to("strategy"), { on.onSuggestions() })
    Body(action.confidenceLine)
    action.ask?.let { ask -> FieldWords(ask, action.wouldHelp, none, settle, to("would_help")) }
    if (action.checkIns.isNotEmpty()) {
        Heading(stringResource(R.string.goal_went))
        action.checkIns.asReversed().forEach { one ->
            one.went.versions.forEach { Words(it.text) }
            Small(listOfNotNull(one.at, one.confidence?.let { LocalSaid.current["scale-confidence-chosen-$it"] }).joinToString(" · "))
        }
    }
    MainButton(stringResource(R.string.goal_check_in)) { on.onCheckIn(action.id) }
    QuietButton(stringResource(R.string.goal_over_time)) { on.onOverTime("confidence", action.id) }
}

/** What is half typed of a new goal. */
class NewGoal(
    val step: Int,
    val words: String,
    val importance: Int?,
    val what: String,
    val barrier: String,
    val strategy: String,
    val confidence: Int?,
)

/** What the four steps may do. */
class NewGoalActions(
    val onWords: (String) -> Unit = {},
    val onImportance: (Int?) -> Unit = {},
    val onWhat: (String) -> Unit = {},
    val onBarrier: (String) -> Unit = {},
    val onStrategy: (String) -> Unit = {},
    val onConfidence: (Int?) -> Unit = {},
    val onNext: () -> Unit = {},
    val onKeep: () -> Unit = {},
)

/** A new goal: one question at a time; every step but the first may stay empty. */
@Composable
fun NewGoalScreen(goal: NewGoal, trouble: String?, on: NewGoalActions) {
    val title = listOf(R.string.new_1, R.string.new_2, R.string.new_3, R.string.new_4)[goal.step - 1]
    Page(stringResource(title), stringResource(R.string.new_step, goal.step)) {
        when (goal.step) {
            1 -> {
                WordsBox(stringResource(R.string.new_1_under), goal.words, on.onWords, Modifier.testTag("goal"), trouble)
                Scale(scaleWords("importance"), goal.importance, on.onImportance)
            }
            2 -> WordsBox(stringResource(R.string.new_2_under), goal.what, on.onWhat, Modifier.testTag("what"), trouble)
            3 -> {
                WordsBox(stringResource(R.string.goal_barrier), goal.barrier, on.onBarrier, Modifier.testTag("barrier"), trouble)
                WordsBox(stringResource(R.string.goal_strategy), goal.strategy, on.onStrategy, Modifier.testTag("strategy"))
            }
            else -> Scale(scaleWords("confidence"), goal.confidence, on.onConfidence)
        }
        if (goal.step < 4) {
            MainButton(stringResource(R.string.next), enabled = goal.step > 1 || goal.words.isNotBlank(), onClick = on.onNext)
        } else {
            MainButton(stringResource(R.string.keep), onClick = on.onKeep)
        }
    }
}

/** How it went: two questions, and both may stay empty. */
@Composable
fun CheckInScreen(
    what: String,
    went: String,
    onWent: (String) -> Unit,
    confidence: Int?,
    onConfidence: (Int?) -> Unit,
    trouble: String?,
    onKeep: () -> Unit,
) = Page(stringResource(R.string.check_title)) {
    Words(what)
    WordsBox(stringResource(R.string.check_went), went, onWent, Modifier.testTag("went"), trouble)
    Scale(scaleWords("confidence"), confidence, onConfidence)
    MainButton(stringResource(R.string.keep), onClick = onKeep)
}
