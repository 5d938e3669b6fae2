// Writing a plan for when I'm unwell: signs and steps by zone, whom to call, what is kept at home.
// Only ever the words of the person and their clinician: no box here is filled, and none has an example in it.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import hearth.bridge.Contact
import hearth.bridge.Field
import hearth.bridge.Part
import hearth.bridge.Person
import hearth.bridge.Unwell
import hearth.ui.AddForm
import hearth.ui.Body
import hearth.ui.FormBox
import hearth.ui.FormNumber
import hearth.ui.Heading
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OnOff
import hearth.ui.OnlyMe
import hearth.ui.Page
import hearth.ui.Pen
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.SafetyLine
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Spot
import hearth.ui.SuggestionCard
import hearth.ui.Unsettled
import hearth.ui.Written

/** What belongs to a plan and is not in its drawing: what sets it off, its review, where it opens. */
class UnwellRest(
    val trigger: Field, val review: Field, val reviewBy: Field,
    val atHand: Boolean, val onlyMe: Boolean, val people: List<Person>,
)

/** What writing a plan may do, beside what its pen writes. */
class UnwellWriteActions(
    val onSign: (zone: String) -> Unit = {},
    val onStep: (zone: String) -> Unit = {},
    val onEarlier: (step: String) -> Unit = {},
    val onCaller: (person: String, on: Boolean) -> Unit = { _, _ -> },
    val onNewCaller: () -> Unit = {},
    val onCoping: () -> Unit = {},
    val onKept: () -> Unit = {},
    val onAgreed: () -> Unit = {},
    val onUse: () -> Unit = {},
)

/** The zones in the order they are drawn; each has its word and its shape. */
val ZONES = listOf("green" to "circle", "amber" to "triangle", "red" to "hexagon", "any" to "")

@Composable
fun UnwellWriteScreen(plan: Unwell, rest: UnwellRest, pen: Pen, on: UnwellWriteActions) {
    val said = LocalSaid.current
    val id = plan.id
    Page(plan.name.versions.singleOrNull()?.text ?: said["unwell-title"]) {
        Unsettled(plan.unsettled, { pen.keepHere("unwell", id) }, { pen.remove("unwell", id) })
        Written(stringResource(R.string.unwell_name), Spot("unwell", id, "name"), plan.name, pen, lines = 1, inTitle = true)
        Small(stringResource(R.string.write_only_yours))
        plan.agreements.forEach { if (it.changed) Note(it.line) else Small(it.line) }
        plan.orderNote?.let { Note(it) }
        plan.suggested.forEach { SuggestionCard(it, "", said["suggestion-beside"], pen::suggestions, stringResource(R.string.rooms_look)) }
        Sheet { Written(stringResource(R.string.write_trigger), Spot("unwell", id, "trigger"), rest.trigger, pen) }
        for ((zone, shape) in ZONES) ZoneForm(plan, zone, shape, pen, on)
        Callers(plan.call, rest.people, pen, on)
        Sheet {
            Heading(said["unwell-coping"])
            plan.coping.forEach { PartForm(it, "coping", "words", said["unwell-coping"], pen) }
            Adding(stringResource(R.string.write_add_coping), stringResource(R.string.write_coping), COPING, pen, on.onCoping)
        }
        Sheet {
            Heading(said["unwell-at-home"])
            plan.kept.forEach { part ->
                PartForm(part, "kept", "what", stringResource(R.string.write_kept), pen)
                Written(stringResource(R.string.write_kept_place), Spot("kept", part.id, "place"), part.place, pen, lines = 1)
            }
            AddForm(stringResource(R.string.write_add_kept), KEPT, pen, pen.typed(KEPT + "words").isNotBlank(), on.onKept) {
                FormBox(stringResource(R.string.write_kept), KEPT + "words", pen, lines = 2)
                FormBox(stringResource(R.string.write_kept_place), KEPT + "place", pen)
            }
        }
        Sheet {
            Written(stringResource(R.string.write_review), Spot("unwell", id, "review", date = true), rest.review, pen)
            Written(stringResource(R.string.write_review_by), Spot("unwell", id, "review_by"), rest.reviewBy, pen, lines = 1)
            AddForm(stringResource(R.string.write_agreed), AGREED, pen, pen.typed(AGREED + "with").isNotBlank(), on.onAgreed) {
                FormBox(stringResource(R.string.write_agreed_with), AGREED + "with", pen)
                FormBox(stringResource(R.string.write_agreed_role), AGREED + "role", pen)
            }
        }
        OnOff(stringResource(R.string.write_at_hand), rest.atHand, stringResource(R.string.write_at_hand_under)) {
            pen.switch(Spot("unwell", id, "at_hand"), it)
        }
        OnlyMe(rest.onlyMe) { pen.onlyMe("unwell", id, it) }
        MainButton(stringResource(R.string.write_see), onClick = on.onUse)
        QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("unwell", id) }
        SafetyLine(plan.safety)
    }
}

/** The forms of this screen; one more for each zone's signs and steps. */
const val COPING = "add.coping/"
const val KEPT = "add.kept/"
const val AGREED = "add.agreed/"
const val CALLER = "add.caller/"

@Composable
private fun ZoneForm(plan: Unwell, zone: String, shape: String, pen: Pen, on: UnwellWriteActions) {
    val said = LocalSaid.current
    val (under, over) = zoneColours(zone, LocalTokens.current)
    val drawn = plan.zones.firstOrNull { it.zone == zone }
    Sheet(color = under, ink = over) {
        val word = drawn?.heading ?: said["zone-$zone"]
        Heading(listOf(shapeOf(shape), word).filter { it.isNotEmpty() }.joinToString(" "), color = over)
        // A sign that is in no zone yet stands in the last: it can be changed there, and none is begun there.
        if (zone != "any" || drawn?.signs?.isNotEmpty() == true) {
            Body(said["unwell-my-signs"], color = over)
            drawn?.signs?.forEach { PartForm(it, "sign", "words", said["unwell-my-signs"], pen) }
        }
        if (zone != "any") {
            Adding(stringResource(R.string.write_add_sign), stringResource(R.string.write_sign), "add.sign.$zone/", pen) { on.onSign(zone) }
        }
        Body(said["unwell-what-to-do"], color = over)
        drawn?.steps?.forEachIndexed { at, step ->
            PartForm(step, "step", "words", stringResource(R.string.write_step_number, at + 1), pen, true) {
                if (at > 0) PartButton(stringResource(R.string.write_earlier), step) { on.onEarlier(step.id) }
            }
        }
        Adding(stringResource(R.string.write_add_step), stringResource(R.string.write_step), "add.step.$zone/", pen) { on.onStep(zone) }
    }
}

@Composable
private fun Adding(button: String, ask: String, form: String, pen: Pen, onKeep: () -> Unit) =
    AddForm(button, form, pen, pen.typed(form + "words").isNotBlank(), onKeep) { FormBox(ask, form + "words", pen, lines = 2) }

@Composable
private fun PartForm(part: Part, kind: String, field: String, ask: String, pen: Pen, asked: Boolean = false, more: @Composable () -> Unit = {}) {
    // What the field itself says of two versions stands with its words already.
    part.notes.filter { it !in part.words.notes }.forEach { Note(it) }
    Written(ask, Spot(kind, part.id, field), part.words, pen, asked = asked) {
        PartButton(stringResource(R.string.rooms_remove), part) { pen.remove(kind, part.id) }
        more()
    }
}

/** A quiet button that says to a screen reader what it is about. */
@Composable
private fun PartButton(button: String, part: Part, onClick: () -> Unit) {
    val whole = stringResource(R.string.rooms_of, button, part.words.versions.joinToString { it.text })
    QuietButton(button, Modifier.semantics { contentDescription = whole }, onClick)
}

@Composable
private fun Callers(call: List<Contact>, people: List<Person>, pen: Pen, on: UnwellWriteActions) = Sheet {
    Heading(LocalSaid.current["unwell-who-to-call"])
    call.forEach { contact -> contact.notes.forEach { Note(it) } }
    people.forEach { person ->
        val name = person.name.versions.joinToString(" / ") { it.text }
        // A number is read from left to right in every language, whatever stands beside it.
        val numbers = person.number.versions.map { "\u2066${it.text}\u2069" }
        val under = (person.relation.versions.map { it.text } + numbers).joinToString(" · ")
        OnOff(name, call.any { it.id == person.id }, under.ifEmpty { stringResource(R.string.write_no_number) }) { on.onCaller(person.id, it) }
    }
    AddForm(stringResource(R.string.write_add_caller), CALLER, pen, pen.typed(CALLER + "name").isNotBlank(), on.onNewCaller) {
        FormBox(stringResource(R.string.person_name), CALLER + "name", pen)
        FormBox(stringResource(R.string.person_relation), CALLER + "relation", pen)
        FormNumber(stringResource(R.string.person_number), CALLER + "number", pen)
    }
}
