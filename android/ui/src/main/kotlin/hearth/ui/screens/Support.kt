// Support: what I asked for, what there is near me, the menu, and a personal health budget.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.bridge.Budget
import hearth.bridge.Choice
import hearth.bridge.MenuItem
import hearth.bridge.Request
import hearth.bridge.Support
import hearth.bridge.SupportEntry
import hearth.ui.AddForm
import hearth.ui.Body
import hearth.ui.FieldWords
import hearth.ui.FormBox
import hearth.ui.FormChoice
import hearth.ui.FormDay
import hearth.ui.Heading
import hearth.ui.LocalSaid
import hearth.ui.Note
import hearth.ui.OnlyMe
import hearth.ui.Page
import hearth.ui.Pen
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Spot
import hearth.ui.Unsettled
import hearth.ui.Words
import hearth.ui.Written

/** The forms of this screen; one more for each thing of the menu. */
const val NEW_ASK = "add.request/"
const val NEW_SUPPORT = "add.support/"
const val NEW_BUDGET = "add.budget/"

/** What this screen keeps. [onAsk]: an item of the menu, or an entry near me, or neither. */
class SupportActions(
    val onAsk: (form: String, item: String?, entry: String?) -> Unit = { _, _, _ -> },
    val onPromised: (request: String) -> Unit = {},
    val onNearMe: () -> Unit = {},
    val onBudget: () -> Unit = {},
)

@Composable
fun SupportScreen(support: Support, states: List<Choice>, pen: Pen, on: SupportActions) =
    Page(stringResource(R.string.support_title)) {
        Words(stringResource(R.string.support_invite))
        Note(support.notSent)
        if (support.askedFor.isNotEmpty()) Heading(stringResource(R.string.support_asked))
        support.askedFor.forEach { RequestSheet(it, states, pen, on) }
        AddForm(
            stringResource(R.string.support_own), NEW_ASK, pen, pen.typed(NEW_ASK + "words").isNotBlank(),
            { on.onAsk(NEW_ASK, null, null) }, stringResource(R.string.support_note), main = true,
        ) {
            FormBox(stringResource(R.string.support_what), NEW_ASK + "words", pen, lines = 2)
            FormBox(stringResource(R.string.support_of), NEW_ASK + "of", pen)
        }
        Heading(stringResource(R.string.support_near))
        if (support.nearMe.isEmpty()) Body(stringResource(R.string.support_near_none))
        support.nearMe.forEach { NearMe(it, pen, on) }
        AddForm(stringResource(R.string.support_near_add), NEW_SUPPORT, pen, pen.typed(NEW_SUPPORT + "name").isNotBlank(), on.onNearMe) {
            FormBox(stringResource(R.string.support_near_name), NEW_SUPPORT + "name", pen)
            FormBox(stringResource(R.string.support_near_about), NEW_SUPPORT + "about", pen, lines = 2)
            FormBox(stringResource(R.string.support_near_contact), NEW_SUPPORT + "contact", pen)
        }
        support.menu.forEach { group ->
            Heading(group.heading)
            group.items.forEach { MenuSheet(it, pen, on) }
        }
        Heading(stringResource(R.string.support_budget))
        support.budgets.forEach { BudgetSheet(it, pen) }
        AddForm(stringResource(R.string.support_budget_add), NEW_BUDGET, pen, pen.typed(NEW_BUDGET + "amount").isNotBlank(), on.onBudget) {
            FormBox(stringResource(R.string.support_budget_amount), NEW_BUDGET + "amount", pen)
            FormBox(stringResource(R.string.support_budget_for), NEW_BUDGET + "for_what", pen, lines = 2)
            FormDay(stringResource(R.string.support_budget_review), NEW_BUDGET + "review", pen)
        }
    }

@Composable
private fun RequestSheet(request: Request, states: List<Choice>, pen: Pen, on: SupportActions) = Sheet {
    val spot = Spot("request", request.id, "state")
    Words(request.what)
    Small(request.asked)
    request.notes.forEach { Note(it) }
    FieldWords(
        stringResource(R.string.support_state), request.state, LocalSaid.current["scale-not-answered"],
        stringResource(R.string.settle), { pen.settle(spot) }, { pen.suggestions() },
    )
    request.promise?.let { promise -> Body(promise.whoBy); Small(promise.state) }
    val change = "state.${request.id}/"
    AddForm(stringResource(R.string.support_state_change), change, pen, pen.typed(change + "state").isNotEmpty(), {
        pen.choose(spot, pen.typed(change + "state"))
        pen.leave(change)
    }) {
        FormChoice(stringResource(R.string.support_state), states, change + "state", pen)
    }
    if (request.promise == null) {
        val form = "add.promise.${request.id}/"
        AddForm(stringResource(R.string.support_promised), form, pen, pen.typed(form + "who").isNotBlank(), { on.onPromised(request.id) }) {
            FormBox(stringResource(R.string.support_promised_who), form + "who", pen)
            FormDay(stringResource(R.string.support_promised_by), form + "by", pen)
        }
    }
    Written(stringResource(R.string.support_came), Spot("request", request.id, "note"), request.note, pen)
    OnlyMe(request.onlyMe) { pen.onlyMe("request", request.id, it) }
    QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("request", request.id) }
}

@Composable
private fun NearMe(entry: SupportEntry, pen: Pen, on: SupportActions) = Sheet {
    Unsettled(entry.unsettled, { pen.keepHere("support", entry.id) }, { pen.remove("support", entry.id) })
    Written(stringResource(R.string.support_near_name), Spot("support", entry.id, "name"), entry.name, pen, lines = 1)
    Written(stringResource(R.string.support_near_about), Spot("support", entry.id, "about"), entry.about, pen)
    Written(stringResource(R.string.support_near_contact), Spot("support", entry.id, "contact"), entry.contact, pen, lines = 1)
    Ask(null, entry.id, "add.request.near.${entry.id}/", pen, on)
    OnlyMe(entry.onlyMe) { pen.onlyMe("support", entry.id, it) }
    QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("support", entry.id) }
}

@Composable
private fun MenuSheet(item: MenuItem, pen: Pen, on: SupportActions) = Sheet {
    Heading(item.name)
    Body(item.about)
    Ask(item.id, null, "add.request.${item.id}/", pen, on)
}

@Composable
private fun Ask(item: String?, entry: String?, form: String, pen: Pen, on: SupportActions) =
    AddForm(stringResource(R.string.support_ask), form, pen, true, { on.onAsk(form, item, entry) }, stringResource(R.string.support_note)) {
        FormBox(stringResource(R.string.support_of), form + "of", pen)
    }

@Composable
private fun BudgetSheet(budget: Budget, pen: Pen) = Sheet {
    budget.notes.forEach { Note(it) }
    Written(stringResource(R.string.support_budget_amount), Spot("budget", budget.id, "amount"), budget.amount, pen, lines = 1)
    Written(stringResource(R.string.support_budget_for), Spot("budget", budget.id, "for_what"), budget.forWhat, pen)
    Written(stringResource(R.string.support_budget_review), Spot("budget", budget.id, "review", date = true), budget.review, pen)
    Written(stringResource(R.string.support_budget_by), Spot("budget", budget.id, "review_by"), budget.reviewBy, pen, lines = 1)
    OnlyMe(budget.onlyMe) { pen.onlyMe("budget", budget.id, it) }
    QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("budget", budget.id) }
}
