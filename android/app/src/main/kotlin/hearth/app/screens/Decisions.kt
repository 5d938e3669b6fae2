// Decisions.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Happened
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.pen
import hearth.bridge.Choice
import hearth.bridge.Decided
import hearth.bridge.Decision
import hearth.bridge.Plan
import hearth.ui.R
import hearth.ui.screens.DecisionActions
import hearth.ui.screens.DecisionChoices
import hearth.ui.screens.DecisionScreen
import hearth.ui.screens.DecisionsScreen
import hearth.ui.screens.NEW_DECISION
import hearth.ui.screens.field

val DECISION_SCREENS = listOf(
    Screen("decisions", PlaceName.Plan) { here ->
        val pen = here.pen()
        here.Drawn({ decisions() }) { decisions ->
            DecisionsScreen(decisions, pen, { here.navigator.go("decision", it) }) {
                pen.kept(NEW_DECISION, { "what" }) {
                    val id = add("decision", listOfNotNull(pen.words(NEW_DECISION, "what")))
                    here.navigator.go("decision", id)
                }
            }
        }
    },
    Screen("decision", PlaceName.Plan) { One(it) },
)

/** What may be chosen for a field of an entry that is not written yet. */
suspend fun Plan.choicesOf(kind: String, field: String): List<Choice> = blank(kind).field(field)?.choices.orEmpty()

private class DecisionDrawing(val decision: Decision, val choices: DecisionChoices)

@Composable
private fun One(here: Here) {
    val id = here.about.first()
    val pen = here.pen()
    val saved = stringResource(R.string.saved)
    fun settleOn(decided: Decided) = here.host.act(once = "decide.$id/") {
        decide(id, decided)
        here.host.happened = Happened(saved)
    }
    here.Drawn({ DecisionDrawing(decision(id), DecisionChoices(choicesOf("option", "sort"), choicesOf("consideration", "side"))) }) { drawn ->
        DecisionScreen(
            drawn.decision, drawn.choices, pen,
            DecisionActions(
                onAddOption = {
                    val form = "add.option.$id/"
                    pen.kept(form, { "words" }) { addOption(id, pen.typed(form + "words"), pen.textTyped(form, "sort")) }
                },
                onWeigh = { option ->
                    val form = "add.matter.$option/"
                    pen.kept(form, { "words" }) { weigh(option, pen.textTyped(form, "side"), pen.typed(form + "words")) }
                },
                onChoose = { settleOn(Decided.Option(it)) },
                onInWords = {
                    val form = "decide.$id/"
                    pen.kept(form, { "words" }) { decide(id, Decided.Words(pen.typed(form + "words"))) }
                },
                onNotNow = { settleOn(Decided.NotNow) },
            ),
        )
    }
}
