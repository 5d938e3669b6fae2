// Looking ahead.

package hearth.app.screens

import androidx.compose.runtime.Composable
import hearth.app.Drawn
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.pen
import hearth.app.today
import hearth.bridge.Ahead
import hearth.bridge.Answer
import hearth.bridge.FieldAnswer
import hearth.bridge.NewCopy
import hearth.ui.screens.AheadActions
import hearth.ui.screens.AheadChoices
import hearth.ui.screens.AheadScreen
import hearth.ui.screens.NEW_COPY
import hearth.ui.screens.NEW_FORM
import hearth.ui.screens.NEW_WISH
import hearth.ui.screens.said

val AHEAD_SCREENS = listOf(Screen("ahead", PlaceName.Plan) { Room(it) })

private class AheadDrawing(val ahead: Ahead, val choices: AheadChoices)

@Composable
private fun Room(here: Here) {
    val pen = here.pen()
    here.Drawn({
        val ahead = ahead()
        val originals = ahead.copies.associate { it.id to entry("copy", it.id).said("original") }
        AheadDrawing(ahead, AheadChoices(choicesOf("preference", "sort"), choicesOf("form", "form"), originals))
    }) { drawn ->
        AheadScreen(
            drawn.ahead, drawn.choices, pen,
            AheadActions(
                onWish = {
                    pen.kept(NEW_WISH, { "words" }) {
                        val said = FieldAnswer("dated", Answer.Date(here.today()))
                        add("preference", listOfNotNull(pen.words(NEW_WISH, "words"), pen.choice(NEW_WISH, "sort"), said))
                    }
                },
                onForm = { pen.kept(NEW_FORM, { if ("date" in it.reason) "dated" else "" }) { add("form", pen.formTyped(NEW_FORM)) } },
                onCopy = { replaces ->
                    val form = replaces?.let { "add.copy.$it/" } ?: NEW_COPY
                    pen.kept(form, { if ("date" in it.reason) "dated" else "words" }) {
                        keepCopy(
                            NewCopy(
                                pen.typed(form + "what"), pen.typed(form + "words"), pen.dayTyped(form, "dated"),
                                pen.textTyped(form, "source"), pen.textTyped(form, "original"), replaces,
                            ),
                        )
                    }
                },
            ),
        )
    }
}

/** That a paper exists, as it was typed. */
fun hearth.app.Writing.formTyped(form: String): List<FieldAnswer> =
    listOfNotNull(choice(form, "form"), words(form, "name"), day(form, "dated"), words(form, "place"))
