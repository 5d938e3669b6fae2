// When I'm unwell: the list, one plan to read, and the plan in use.

package hearth.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.foundation.relocation.BringIntoViewRequester
import androidx.compose.foundation.relocation.bringIntoViewRequester
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.Checkbox
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import hearth.bridge.Part
import hearth.bridge.Unwell
import hearth.bridge.Use
import hearth.bridge.Zone
import hearth.ui.BigButton
import hearth.ui.Body
import hearth.ui.CallButton
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
import hearth.ui.SafetyLine
import hearth.ui.Said
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TOUCH
import hearth.ui.ThreeButtons
import hearth.ui.Tokens
import hearth.ui.Words
import hearth.ui.WordsBox
import kotlinx.coroutines.launch

/** Every plan, the card, and the safety line. */
@Composable
fun UnwellListScreen(plans: List<Unwell>, safety: String, onUse: (String) -> Unit, onCard: () -> Unit, onNew: () -> Unit, onWrite: (String) -> Unit = {}) =
    Page(LocalSaid.current["unwell-title"]) {
        if (plans.isEmpty()) Invitation(LocalSaid.current["unwell-empty"], stringResource(R.string.unwell_write), onNew)
        plans.forEach { plan ->
            Sheet {
                plan.name.versions.forEach { Heading(it.text) }
                plan.agreements.forEach { Small(it.line) }
                plan.unsettled?.let { Note(it) }
                MainButton(stringResource(R.string.unwell_use)) { onUse(plan.id) }
                OtherButton(stringResource(R.string.unwell_change)) { onWrite(plan.id) }
            }
        }
        OtherButton(stringResource(R.string.unwell_card), onClick = onCard)
        if (plans.isNotEmpty()) QuietButton(stringResource(R.string.unwell_write), onClick = onNew)
        SafetyLine(safety)
    }

/** What a plan in use may do. */
class UseActions(
    val onSign: (String, Boolean) -> Unit = { _, _ -> },
    val onStep: (String, Boolean) -> Unit = { _, _ -> },
    val onOutcome: (String) -> Unit = {},
    val onNote: () -> Unit = {},
    val onCall: (String) -> Unit = {},
    val onRead: (() -> Unit)? = null,
)

/** A plan in use: whom to call, then zone by zone. Reading it needs no touch. */
@Composable
fun UseNowScreen(plan: Unwell, signs: Set<String>, steps: Set<String>, outcome: String, trouble: String?, on: UseActions) {
    val said = LocalSaid.current
    Page(plan.name.versions.firstOrNull()?.text ?: said["unwell-title"]) {
        plan.name.versions.drop(1).forEach { Words(it.text) }
        plan.agreements.forEach { if (it.changed) Note(it.line) else Small(it.line) }
        plan.unsettled?.let { Note(it) }
        plan.orderNote?.let { Note(it) }
        plan.suggested.forEach { Note(it) }
        val (toSigns, toSteps, toCall) = remember { List(3) { BringIntoViewRequester() } }
        val scope = rememberCoroutineScope()
        fun go(to: BringIntoViewRequester): () -> Unit = { scope.launch { to.bringIntoView() } }
        val t = LocalTokens.current
        ThreeButtons(
            listOf(
                BigButton("◉", said["unwell-signs"], t.ember, t.onEmber, go(toSigns)),
                BigButton("☰", said["unwell-steps"], t.ember, t.onEmber, go(toSteps)),
                BigButton("☎", said["unwell-call"], t.call, t.onCall, go(toCall)),
            ),
        )
        on.onRead?.let { OtherButton(stringResource(R.string.read_aloud), onClick = it) }
        if (plan.call.isNotEmpty()) {
            Heading(said["unwell-who-to-call"], Modifier.bringIntoViewRequester(toCall))
            plan.call.forEach { contact ->
                val name = listOf(contact.name, contact.relation).filter { it.isNotEmpty() }.joinToString(", ")
                contact.numbers.forEach { CallButton(name, it, onCall = on.onCall) }
                contact.notes.forEach { Note(it) }
            }
        } else {
            Small(said["unwell-no-calls"], Modifier.bringIntoViewRequester(toCall))
        }
        val firstSigns = plan.zones.firstOrNull { it.signs.isNotEmpty() }
        val firstSteps = plan.zones.firstOrNull { it.steps.isNotEmpty() }
        plan.zones.forEach { zone ->
            ZoneSheet(zone, signs, steps, on, toSigns.takeIf { zone === firstSigns }, toSteps.takeIf { zone === firstSteps })
        }
        if (firstSigns == null) Small(said["unwell-no-signs"], Modifier.bringIntoViewRequester(toSigns))
        if (firstSteps == null) Small(said["unwell-no-steps"], Modifier.bringIntoViewRequester(toSteps))
        Parts(said["unwell-coping"], plan.coping)
        Parts(said["unwell-at-home"], plan.kept)
        SafetyLine(plan.safety)
        Sheet {
            Heading(said["unwell-used-ask"])
            WordsBox(stringResource(R.string.unwell_outcome), outcome, on.onOutcome, Modifier.testTag("outcome"), trouble)
            MainButton(stringResource(R.string.unwell_note), onClick = on.onNote)
        }
        if (plan.used.isNotEmpty()) {
            Heading(said["unwell-used-before"])
            plan.used.forEach { Before(it) }
        }
    }
}

/** One time that it was used: what was noticed, what was done, how it ended. */
@Composable
private fun Before(use: Use) = Sheet {
    Small(use.at)
    (use.signs + use.steps).forEach { Words(it) }
    if (use.outcome.versions.isNotEmpty()) FieldWords(null, use.outcome, "")
}

/**
 * The plan in use, line by line, to be read aloud in the order it is drawn: what must be said of it, whom to call, then
 * zone by zone. Whoever listens hears every warning that whoever looks sees.
 */
fun Unwell.spoken(said: Said): List<String> {
    fun List<Part>.lines(heading: String?) = if (isEmpty()) emptyList() else listOfNotNull(heading) +
        flatMap { part -> (part.words.versions + part.place.versions).map { it.text } + part.notes }
    val first = name.versions.map { it.text } + agreements.map { it.line } + listOfNotNull(unsettled, orderNote) + suggested
    val contacts = call.flatMap { one ->
        listOf(listOf(one.name, one.relation).filter(String::isNotEmpty).joinToString(", ") + ". " + one.numbers.joinToString(", ")) + one.notes
    }
    val calls = if (call.isEmpty()) listOf(said["unwell-no-calls"]) else listOf(said["unwell-who-to-call"]) + contacts
    val zoned = zones.flatMap { listOf(it.heading) + it.signs.lines(said["unwell-my-signs"]) + it.steps.lines(said["unwell-what-to-do"]) }
    return first + calls + zoned + coping.lines(said["unwell-coping"]) + kept.lines(said["unwell-at-home"]) + safety
}

/** A zone's colours: under, and over it. */
fun zoneColours(zone: String, t: Tokens): kotlin.Pair<Color, Color> = when (zone) {
    "green" -> t.green to t.onGreen
    "amber" -> t.amber to t.onAmber
    "red" -> t.red to t.onRed
    else -> t.card to t.ink
}

/** The shape that goes with the colour and the word. */
fun shapeOf(shape: String?): String = when (shape) {
    "circle" -> "●"
    "triangle" -> "▲"
    "hexagon" -> "⬢"
    else -> ""
}

@Composable
private fun ZoneSheet(
    zone: Zone,
    signs: Set<String>,
    steps: Set<String>,
    on: UseActions,
    toSigns: BringIntoViewRequester?,
    toSteps: BringIntoViewRequester?,
) {
    val (under, over) = zoneColours(zone.zone, LocalTokens.current)
    fun Modifier.reachedBy(way: BringIntoViewRequester?) = if (way == null) this else bringIntoViewRequester(way)
    Sheet(color = under, ink = over) {
        // The word says it all: the shape is for the eye.
        val heard = Modifier.semantics { contentDescription = zone.heading }
        Heading(listOf(shapeOf(zone.shape), zone.heading).filter { it.isNotEmpty() }.joinToString(" "), heard, color = over)
        if (zone.signs.isNotEmpty()) Body(LocalSaid.current["unwell-my-signs"], Modifier.reachedBy(toSigns), color = over)
        zone.signs.forEach { Ticked(it, null, it.id in signs, on.onSign) }
        if (zone.steps.isNotEmpty()) Body(LocalSaid.current["unwell-what-to-do"], Modifier.reachedBy(toSteps), color = over)
        zone.steps.forEachIndexed { at, step -> Ticked(step, at + 1, step.id in steps, on.onStep) }
    }
}

@Composable
private fun Ticked(part: Part, number: Int?, ticked: Boolean, onTick: (String, Boolean) -> Unit) {
    val text = part.words.versions.joinToString("\n") { it.text }
    Row(
        Modifier.fillMaxWidth().heightIn(min = TOUCH)
            .toggleable(ticked, role = Role.Checkbox) { onTick(part.id, it) },
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Words(if (number == null) text else "$number. $text", Modifier.weight(1f))
        Checkbox(ticked, null, Modifier.requiredSize(24.dp))
    }
    part.notes.forEach { Note(it) }
}

@Composable
private fun Parts(heading: String, parts: List<Part>) {
    if (parts.isEmpty()) return
    Sheet {
        Heading(heading)
        parts.forEach { part ->
            part.words.versions.forEach { Words(it.text) }
            part.place.versions.forEach { Body(it.text) }
            part.notes.forEach { Note(it) }
        }
    }
}

/** One plan's beginning: what it is for. */
@Composable
fun NewUnwellScreen(name: String, onName: (String) -> Unit, trouble: String?, safety: String, onKeep: () -> Unit) =
    Page(stringResource(R.string.unwell_write)) {
        WordsBox(stringResource(R.string.unwell_name), name, onName, Modifier.testTag("name"), trouble)
        MainButton(stringResource(R.string.keep), enabled = name.isNotBlank(), onClick = onKeep)
        SafetyLine(safety)
    }
