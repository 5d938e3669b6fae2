// Support.

package hearth.app.screens

import androidx.compose.runtime.Composable
import hearth.app.Drawn
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.pen
import hearth.bridge.Asked
import hearth.bridge.Choice
import hearth.bridge.Support
import hearth.ui.screens.NEW_BUDGET
import hearth.ui.screens.NEW_SUPPORT
import hearth.ui.screens.SupportActions
import hearth.ui.screens.SupportScreen

val SUPPORT_SCREENS = listOf(Screen("support", PlaceName.Plan) { Room(it) })

private class SupportDrawing(val support: Support, val states: List<Choice>)

@Composable
private fun Room(here: Here) {
    val pen = here.pen()
    here.Drawn({ SupportDrawing(support(), choicesOf("request", "state")) }) { drawn ->
        SupportScreen(
            drawn.support, drawn.states, pen,
            SupportActions(
                onAsk = { form, item, entry ->
                    pen.kept(form, { "of" }) { askFor(Asked(item, entry, pen.textTyped(form, "words"), pen.textTyped(form, "of"))) }
                },
                onPromised = { request ->
                    val form = "add.promise.$request/"
                    pen.kept(form, { if ("date" in it.reason) "by" else "who" }) {
                        promised(request, pen.typed(form + "who"), pen.dayTyped(form, "by"))
                    }
                },
                onNearMe = {
                    pen.kept(NEW_SUPPORT, { "name" }) { add("support", listOf("name", "about", "contact").mapNotNull { pen.words(NEW_SUPPORT, it) }) }
                },
                onBudget = {
                    pen.kept(NEW_BUDGET, { if ("date" in it.reason) "review" else "amount" }) {
                        add("budget", listOfNotNull(pen.words(NEW_BUDGET, "amount"), pen.words(NEW_BUDGET, "for_what"), pen.day(NEW_BUDGET, "review")))
                    }
                },
            ),
        )
    }
}
