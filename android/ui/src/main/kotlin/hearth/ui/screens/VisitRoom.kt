// At the visit and after it: one agenda, the page to show, the phone handed over, what was agreed.

package hearth.ui.screens

import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.AgendaItem
import hearth.bridge.Agreement
import hearth.bridge.Choice
import hearth.bridge.Goal
import hearth.bridge.Guest
import hearth.bridge.Promise
import hearth.bridge.Summary
import hearth.bridge.Visit
import hearth.ui.Body
import hearth.ui.Boxes
import hearth.ui.Heading
import hearth.ui.Invitation
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OnOff
import hearth.ui.Opened
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.SuggestionCard
import hearth.ui.TickRow
import hearth.ui.TypedChoice
import hearth.ui.TypedDay
import hearth.ui.TypedWords
import hearth.ui.WhoAndWhen
import hearth.ui.Words

/** One list for everything; what comes up by itself stands in it too. */
@Composable
fun VisitAgendaScreen(visit: Visit, onDiscussed: (String, Boolean) -> Unit, onQuestions: () -> Unit) =
    Page(stringResource(R.string.visit_agenda), stringResource(R.string.visit_agenda_under)) {
        if (visit.agenda.isEmpty()) {
            Invitation(stringResource(R.string.visit_agenda_invite), stringResource(R.string.visit_questions_write), onQuestions)
        }
        Agenda(visit.agenda, onDiscussed)
        if (visit.agenda.isNotEmpty()) OtherButton(stringResource(R.string.visit_questions_write), onClick = onQuestions)
    }

@Composable
private fun Agenda(items: List<AgendaItem>, onDiscussed: (String, Boolean) -> Unit) {
    val (talked, toTalk) = stringResource(R.string.visit_talked) to stringResource(R.string.visit_to_talk)
    items.groupBy { it.heading }.forEach { (heading, under) ->
        Sheet {
            Heading(heading)
            under.forEach { item ->
                TickRow(item.line, item.discussed, if (item.discussed) talked else toTalk, large = true, under = item.who) { onDiscussed(item.what, it) }
            }
        }
    }
}

/** What the page in the room may do. */
class RoomActions(
    val onDiscussed: (String, Boolean) -> Unit = { _, _ -> },
    val onHandOver: () -> Unit = {},
    val onAccept: (Guest, sure: Boolean) -> Unit = { _, _ -> },
    val onDecline: (Guest) -> Unit = {},
    val onNotYet: () -> Unit = {},
    val onAgree: () -> Unit = {},
)

/** The page to show: nothing of mood, nothing that is only the person's. What a guest wrote waits at its top. */
@Composable
fun VisitRoomScreen(visit: Visit, leftOut: String?, guests: List<Guest>, asking: String?, on: RoomActions) {
    val title = visit.whatFor.versions.singleOrNull()?.takeIf { it.answered }?.text ?: stringResource(R.string.visit_room)
    Page(title, lineOf(visit.with, visit.on)) {
        guests.forEach { Waiting(it, asking, on) }
        Small(stringResource(R.string.visit_room_note))
        leftOut?.let { Small(it) }
        if (visit.coming.answered()) {
            Small(stringResource(R.string.visit_coming))
            visit.coming.versions.filter { it.answered }.forEach { Words(it.text) }
        }
        Agenda(visit.agenda, on.onDiscussed)
        visit.goals.forEach { GoalInShort(it) }
        PromisesInShort(visit.promises)
        MainButton(stringResource(R.string.visit_hand_over), Modifier.testTag("hand-over"), onClick = on.onHandOver)
        OtherButton(stringResource(R.string.visit_agree), onClick = on.onAgree)
    }
}

/** What somebody wrote on this phone: in a dashed frame, until the person says. */
@Composable
private fun Waiting(guest: Guest, asking: String?, on: RoomActions) {
    val said = LocalSaid.current
    SuggestionCard(guest.who, guest.lines.joinToString("\n"), said["visit-guest-waits"], null)
    if (asking == guest.id) {
        Note(said["suggestion-ask-again"])
        MainButton(said["suggestion-ask-again-yes"]) { on.onAccept(guest, true) }
        OtherButton(said["suggestion-ask-again-no"], onClick = on.onNotYet)
    } else {
        OtherButton(said["visit-guest-accept"]) { on.onAccept(guest, false) }
        OtherButton(said["visit-guest-decline"]) { on.onDecline(guest) }
    }
}

@Composable
private fun GoalInShort(goal: Goal) = Sheet {
    goal.words.versions.forEach { Words(it.text); WhoAndWhen(it.who) }
    goal.words.notes.forEach { Note(it) }
    Small(goal.importanceLine)
    goal.actions.forEach { action ->
        action.what.versions.forEach { Words(it.text); WhoAndWhen(it.who) }
        action.what.notes.forEach { Note(it) }
        Small(action.confidenceLine)
    }
    AgreementLines(goal.agreements)
}

@Composable
private fun PromisesInShort(promises: List<Promise>) {
    if (promises.isEmpty()) return
    Sheet {
        Heading(LocalSaid.current["promise-title"])
        promises.forEach { promise ->
            promise.what.versions.forEach { Words(it.text) }
            promise.what.notes.forEach { Note(it) }
            Body(promise.whoBy)
            Small(promise.state)
            promise.what.versions.forEach { WhoAndWhen(it.who) }
        }
    }
}

/** "Agreed with NAME, DATE", or that it changed since, with the words that were agreed. */
@Composable
private fun AgreementLines(agreements: List<Agreement>) = agreements.forEach { agreement ->
    if (agreement.changed) Note(agreement.line) else Body(agreement.line)
    agreement.agreedWords.forEach { Words(it) }
}

/** What the page of agreeing may do. */
class AgreeActions(
    val onGoal: (String, Boolean) -> Unit = { _, _ -> },
    val onNewGoal: () -> Unit = {},
    val onAction: (goal: String) -> Unit = {},
    val onPromise: () -> Unit = {},
    val onReview: () -> Unit = {},
    val onAgree: () -> Unit = {},
)

/** Goals and actions, who promised what by when, when to look again, and that it was agreed. Every box may stay empty. */
@Composable
fun VisitAgreeScreen(visit: Visit, goals: List<Goal>, ticked: Set<String>, boxes: Boxes, on: AgreeActions) =
    Page(stringResource(R.string.visit_agree), stringResource(R.string.visit_agree_under)) {
        Heading(stringResource(R.string.visit_agree_goals))
        if (goals.isEmpty()) Invitation(stringResource(R.string.today_invite), stringResource(R.string.today_write), on.onNewGoal)
        goals.forEach { goal -> AgreeGoal(goal, goal.id in ticked, boxes, on) }
        if (goals.isNotEmpty()) OtherButton(stringResource(R.string.goals_new), onClick = on.onNewGoal)
        PromisesInShort(visit.promises)
        Sheet {
            Heading(stringResource(R.string.visit_promise_ask))
            Opened(boxes, "promise", stringResource(R.string.visit_promise_new)) {
                PromiseBoxes(boxes, "promise.")
                MainButton(stringResource(R.string.visit_promise_keep), enabled = boxes["promise.what"].isNotBlank(), onClick = on.onPromise)
            }
        }
        Sheet {
            Heading(stringResource(R.string.visit_look_again))
            Body(visit.reviewLine)
            Opened(boxes, "review", stringResource(R.string.visit_look_again_write)) {
                TypedDay(boxes, "review.on", stringResource(R.string.visit_look_again_on))
                TypedWords(boxes, "review.interval", stringResource(R.string.visit_look_again_often), 1)
                TypedWords(boxes, "review.who", stringResource(R.string.visit_look_again_who), 1)
                MainButton(stringResource(R.string.keep), onClick = on.onReview)
            }
        }
        Sheet {
            Heading(stringResource(R.string.visit_agree_with))
            AgreementLines(visit.agreements)
            TypedWords(boxes, "agree.with", stringResource(R.string.visit_agree_name), 1)
            TypedWords(boxes, "agree.role", stringResource(R.string.visit_agree_role), 1)
            TypedDay(boxes, "agree.on", stringResource(R.string.visit_agree_on))
            Body(stringResource(R.string.visit_together))
            val said = LocalSaid.current
            TypedChoice(
                boxes, "agree.together", listOf(Choice("yes", said["choice-reply-answer-yes"]), Choice("no", said["choice-reply-answer-no"])), question = true,
            )
            boxes.trouble("agree")?.let { Note(it) }
            MainButton(stringResource(R.string.visit_agree_keep), onClick = on.onAgree)
        }
    }

/** A promise as it is written: what, who, by when, and whether it is the person's own. */
@Composable
internal fun PromiseBoxes(boxes: Boxes, at: String) {
    TypedWords(boxes, at + "what", stringResource(R.string.visit_promise_what))
    val mine = boxes[at + "mine"] == "yes"
    OnOff(stringResource(R.string.visit_promise_mine), mine) { boxes[at + "mine"] = if (it) "yes" else "" }
    if (!mine) TypedWords(boxes, at + "who", stringResource(R.string.visit_promise_who), 1)
    TypedDay(boxes, at + "by", stringResource(R.string.visit_promise_by))
}

@Composable
private fun AgreeGoal(goal: Goal, ticked: Boolean, boxes: Boxes, on: AgreeActions) = Sheet {
    TickRow(goal.words.versions.joinToString("\n") { it.text }, ticked, large = true, under = listOf(goal.importanceLine)) { on.onGoal(goal.id, it) }
    goal.words.notes.forEach { Note(it) }
    goal.actions.forEach { action ->
        action.what.versions.forEach { Words(it.text); WhoAndWhen(it.who) }
        action.what.notes.forEach { Note(it) }
    }
    AgreementLines(goal.agreements)
    val part = "action.${goal.id}"
    Opened(boxes, part, stringResource(R.string.visit_action_new)) {
        TypedWords(boxes, "$part.what", stringResource(R.string.new_2))
        MainButton(stringResource(R.string.keep), enabled = boxes["$part.what"].isNotBlank()) { on.onAction(goal.id) }
    }
}

/** What the page after a visit may do. */
class AfterActions(
    val onMood: (Boolean) -> Unit = {},
    val onCopy: () -> Unit = {},
    val onPromises: () -> Unit = {},
    val onAgree: () -> Unit = {},
)

/** What was agreed, who promised what, and the same in short to paste into a record. */
@Composable
fun VisitAfterScreen(visit: Visit, summary: Summary, withMood: Boolean, on: AfterActions) =
    Page(stringResource(R.string.visit_after), lineOf(visit.whatFor, visit.with, visit.on)) {
        if (visit.agreements.isEmpty() && visit.goals.isEmpty() && visit.promises.isEmpty()) {
            Invitation(stringResource(R.string.visit_after_invite), stringResource(R.string.visit_agree), on.onAgree)
        }
        if (visit.agreements.isNotEmpty()) Sheet { AgreementLines(visit.agreements) }
        visit.goals.forEach { GoalInShort(it) }
        PromisesInShort(visit.promises)
        Sheet {
            Heading(stringResource(R.string.visit_look_again))
            Body(visit.reviewLine)
        }
        OtherButton(stringResource(R.string.promises_title), onClick = on.onPromises)
        Sheet(color = LocalTokens.current.sunk) {
            Heading(stringResource(R.string.visit_summary))
            Small(stringResource(R.string.visit_summary_under))
            val answered = visit.mood?.questions.orEmpty().any { it.kept.isNotEmpty() }
            if (answered) OnOff(stringResource(R.string.visit_summary_mood), withMood, visit.mood?.ownChoice, onChange = on.onMood)
            SelectionContainer { Body(summary.text, Modifier.testTag("summary")) }
            MainButton(stringResource(R.string.visit_summary_copy), onClick = on.onCopy)
        }
    }
