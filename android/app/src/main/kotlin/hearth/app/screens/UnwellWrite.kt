// Writing a plan for when I'm unwell.

package hearth.app.screens

import androidx.compose.runtime.Composable
import hearth.app.Drawn
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.pen
import hearth.app.today
import hearth.bridge.Answer
import hearth.bridge.FieldAnswer
import hearth.bridge.Plan
import hearth.bridge.Unwell
import hearth.ui.screens.AGREED
import hearth.ui.screens.CALLER
import hearth.ui.screens.COPING
import hearth.ui.screens.KEPT
import hearth.ui.screens.UnwellRest
import hearth.ui.screens.UnwellWriteActions
import hearth.ui.screens.UnwellWriteScreen
import hearth.ui.screens.isOn
import hearth.ui.screens.said

val UNWELL_WRITE_SCREENS = listOf(Screen("unwell-write", PlaceName.Unwell) { Write(it) })

/** [steps] and [call]: the orders that are drawn, to be written over and no other. */
private class WriteDrawing(val plan: Unwell, val rest: UnwellRest, val steps: List<String>, val call: List<String>)

private suspend fun Plan.drawing(id: String): WriteDrawing {
    val entry = entry("unwell", id)
    val rest = UnwellRest(
        entry.said("trigger"), entry.said("review"), entry.said("review_by"), entry.isOn("at_hand"), entry.onlyMe, people(),
    )
    // What was seen is read before what is drawn: what came in between is not taken for seen.
    fun seen(field: String) = entry.fields.first { it.name == "unwell.$field" }.said.seen
    return WriteDrawing(unwell(id), rest, seen("steps"), seen("call"))
}

@Composable
private fun Write(here: Here) {
    val id = here.about.first()
    val pen = here.pen()
    fun part(form: String, kind: String, field: String, vararg more: FieldAnswer?) = pen.kept(form, { "words" }) {
        add(kind, listOfNotNull(FieldAnswer("plan", Answer.Entry(id)), pen.words(form, "words", field), *more))
    }
    here.Drawn({ drawing(id) }) { drawn ->
        val plan = drawn.plan
        UnwellWriteScreen(
            plan, drawn.rest, pen,
            UnwellWriteActions(
                onSign = { part("add.sign.$it/", "sign", "words", FieldAnswer("zone", Answer.Choice(it))) },
                onStep = { part("add.step.$it/", "step", "words", FieldAnswer("zone", Answer.Choice(it))) },
                onEarlier = { step -> here.host.act { writeOver("unwell", id, "steps", Answer.Entries(earlier(plan, step)), drawn.steps) } },
                onCaller = { person, on ->
                    val now = plan.call.map { it.id }
                    here.host.act { writeOver("unwell", id, "call", Answer.Entries(if (on) now + person else now - person), drawn.call) }
                },
                onNewCaller = {
                    pen.kept(CALLER, { "name" }) {
                        val person = add("person", listOf("name", "relation", "number").mapNotNull { pen.words(CALLER, it) })
                        writeOver("unwell", id, "call", Answer.Entries(plan.call.map { it.id } + person), drawn.call)
                    }
                },
                onCoping = { part(COPING, "coping", "words") },
                onKept = { part(KEPT, "kept", "what", pen.words(KEPT, "place")) },
                onAgreed = {
                    pen.kept(AGREED, { "with" }) { agree("unwell", id, pen.typed(AGREED + "with"), pen.typed(AGREED + "role"), here.today()) }
                },
                onUse = { here.navigator.go("unwell-use", id) },
            ),
        )
    }
}

/** Every step in its order, with one of them before the one above it in its zone. */
private fun earlier(plan: Unwell, step: String): List<String> {
    val zones = plan.zones.map { zone -> zone.steps.map { it.id }.toMutableList() }
    for (zone in zones) {
        val at = zone.indexOf(step)
        if (at > 0) java.util.Collections.swap(zone, at, at - 1)
    }
    // A step that stands in two zones, since two phones disagree, has one place in the order.
    return zones.flatten().distinct()
}
