// Decisions: the list, and one choice with what it is between.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.bridge.Choice
import hearth.bridge.Consideration
import hearth.bridge.Decision
import hearth.bridge.Option
import hearth.ui.AddForm
import hearth.ui.Body
import hearth.ui.FormBox
import hearth.ui.FormChoice
import hearth.ui.Heading
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.Note
import hearth.ui.OnlyMe
import hearth.ui.OtherButton
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

/** The form that begins a choice. */
const val NEW_DECISION = "add.decision/"

/** Every choice: those that wait first. */
@Composable
fun DecisionsScreen(decisions: List<Decision>, pen: Pen, onOpen: (String) -> Unit, onNew: () -> Unit) =
    Page(stringResource(R.string.decisions_title)) {
        if (decisions.isEmpty()) Words(stringResource(R.string.decisions_invite))
        decisions.forEach { decision ->
            Sheet {
                decision.what.versions.forEach { Words(it.text) }
                Body(decision.state)
                if (decision.onlyMe) Small(LocalSaid.current["who-only-me"])
                decision.notes.forEach { Note(it) }
                decision.unsettled?.let { Note(it) }
                OtherButton(stringResource(R.string.rooms_open)) { onOpen(decision.id) }
            }
        }
        AddForm(
            stringResource(R.string.decisions_new), NEW_DECISION, pen, pen.typed(NEW_DECISION + "what").isNotBlank(), onNew,
            main = true,
        ) { FormBox(stringResource(R.string.decision_what), NEW_DECISION + "what", pen, lines = 2) }
    }

/** What a choice may do beside what its pen writes. */
class DecisionActions(
    val onAddOption: () -> Unit = {},
    val onWeigh: (option: String) -> Unit = {},
    val onChoose: (option: String) -> Unit = {},
    val onInWords: () -> Unit = {},
    val onNotNow: () -> Unit = {},
)

/** The words that may be chosen of an option's sort and of what speaks for it. */
class DecisionChoices(val sorts: List<Choice>, val sides: List<Choice>)

/** One choice: what it is between, what matters about each, what was decided and why. "Not now" is an answer. */
@Composable
fun DecisionScreen(decision: Decision, choices: DecisionChoices, pen: Pen, on: DecisionActions) {
    val id = decision.id
    Page(decision.what.versions.singleOrNull()?.text ?: LocalSaid.current["versions-two"], decision.state) {
        Unsettled(decision.unsettled, { pen.keepHere("decision", id) }, { pen.remove("decision", id) })
        decision.notes.forEach { Note(it) }
        Written(stringResource(R.string.decision_what), Spot("decision", id, "what"), decision.what, pen, inTitle = true)
        Heading(stringResource(R.string.decision_between))
        if (decision.options.isEmpty()) Body(stringResource(R.string.decision_no_options))
        decision.options.forEach { OptionSheet(it, choices, pen, on) }
        val form = "add.option.$id/"
        AddForm(stringResource(R.string.decision_add_option), form, pen, pen.typed(form + "words").isNotBlank(), on.onAddOption) {
            FormBox(stringResource(R.string.decision_option_words), form + "words", pen, lines = 2)
            FormChoice(stringResource(R.string.decision_option_sort), choices.sorts, form + "sort", pen)
        }
        Sheet {
            Heading(stringResource(R.string.decision_decided))
            if (decision.chosen.versions.isNotEmpty()) {
                Written(stringResource(R.string.decision_chosen), Spot("decision", id, "chosen"), decision.chosen, pen)
            } else {
                Body(decision.state)
            }
            val words = "decide.$id/"
            AddForm(stringResource(R.string.decision_in_words), words, pen, pen.typed(words + "words").isNotBlank(), on.onInWords) {
                FormBox(stringResource(R.string.decision_chosen), words + "words", pen, lines = 2)
            }
            OtherButton(stringResource(R.string.decision_not_now), onClick = on.onNotNow)
            Written(stringResource(R.string.decision_why), Spot("decision", id, "why"), decision.why, pen)
            Written(stringResource(R.string.decision_with), Spot("decision", id, "with"), decision.with, pen, lines = 1)
        }
        OnlyMe(decision.onlyMe) { pen.onlyMe("decision", id, it) }
        QuietButton(stringResource(R.string.rooms_earlier)) { pen.history(Spot("decision", id, "what")) }
        QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("decision", id) }
    }
}

@Composable
private fun OptionSheet(option: Option, choices: DecisionChoices, pen: Pen, on: DecisionActions) = Sheet {
    val form = "add.matter.${option.id}/"
    Unsettled(option.unsettled, { pen.keepHere("option", option.id) }, { pen.remove("option", option.id) })
    Written(stringResource(R.string.decision_option_words), Spot("option", option.id, "words"), option.words, pen)
    option.sort.versions.forEach { Small(it.text) }
    if (option.chosen) Body(stringResource(R.string.decision_this_one), color = LocalTokens.current.ember)
    if (option.matters.isNotEmpty()) Small(stringResource(R.string.decision_matters))
    option.matters.forEach { Matter(it, pen) }
    AddForm(stringResource(R.string.decision_add_matter), form, pen, pen.typed(form + "words").isNotBlank(), { on.onWeigh(option.id) }) {
        FormBox(stringResource(R.string.decision_matter_words), form + "words", pen, lines = 2)
        FormChoice(stringResource(R.string.decision_matter_side), choices.sides, form + "side", pen)
    }
    if (!option.chosen) OtherButton(stringResource(R.string.decision_choose)) { on.onChoose(option.id) }
    QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("option", option.id) }
}

@Composable
private fun Matter(matter: Consideration, pen: Pen) {
    Unsettled(matter.unsettled, { pen.keepHere("consideration", matter.id) }, { pen.remove("consideration", matter.id) })
    val side = matter.side.versions.joinToString(" / ") { it.text }.ifEmpty { stringResource(R.string.decision_matters_one) }
    Written(side, Spot("consideration", matter.id, "words"), matter.words, pen)
}
