// The emergency card: everything it says, from top to bottom, with nothing to open.

package hearth.ui.screens

import androidx.compose.foundation.Image
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import hearth.bridge.CardContact
import hearth.bridge.CardLine
import hearth.bridge.CardPlan
import hearth.bridge.OpenCard
import hearth.ui.Body
import hearth.ui.CallButton
import hearth.ui.Heading
import hearth.ui.LocalTokens
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.R
import hearth.ui.SafetyLine
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TroubleLine
import hearth.ui.Words

/**
 * The card. [emergency] is the number to dial when life is at risk. [onLines], [onTry] and [onPaper] are there
 * for the person themselves, below all that a stranger needs.
 */
@Composable
fun CardScreen(
    card: OpenCard,
    emergency: String,
    onCall: (String) -> Unit,
    onLines: (() -> Unit)? = null,
    onTry: (() -> Unit)? = null,
    photo: ImageBitmap? = null,
    onRead: (() -> Unit)? = null,
    onPaper: (() -> Unit)? = null,
) =
    Page(card.name, listOfNotNull(card.born, card.callMe).joinToString(" · ").ifEmpty { null }) {
        CallButton(stringResource(R.string.card_call_emergency), emergency, onCall = onCall)
        photo?.let { Image(it, stringResource(R.string.card_photo, card.name), Modifier.size(120.dp).clip(RoundedCornerShape(20.dp)), contentScale = ContentScale.Crop) }
        onRead?.let { OtherButton(stringResource(R.string.read_aloud), onClick = it) }
        card.mayBeBehind?.let { Note(it) }
        card.contacts.forEach { Contact(it, onCall) }
        card.sections.forEach { section ->
            val urgent = section.kind == "allergies"
            val t = LocalTokens.current
            Sheet(color = if (urgent) t.red else t.card, ink = if (urgent) t.onRed else t.ink) {
                Heading(section.heading)
                section.lines.forEach { Line(it) }
            }
        }
        card.plans.forEach { AtHand(it, card, onCall) }
        Note(card.notAnInstruction)
        card.safety.forEach { SafetyLine(it) }
        Small(card.made)
        Small(card.age)
        if (onLines != null) OtherButton(stringResource(R.string.lines_title), onClick = onLines)
        if (onTry != null) OtherButton(stringResource(R.string.try_title), onClick = onTry)
        if (onPaper != null) OtherButton(stringResource(R.string.share_paper), onClick = onPaper)
    }

/** Everything on the card, line by line, to be read aloud in the order it is drawn. */
fun OpenCard.spoken(): List<String> {
    fun CardContact.said() = listOfNotNull(listOfNotNull(name, relation, number).joinToString(", "), note).joinToString(". ")
    fun CardLine.said() = listOfNotNull(text, note, pending).joinToString(". ")
    val planned = plans.flatMap { plan ->
        fun List<CardLine>.under(heading: String) = if (isEmpty()) emptyList() else listOf(heading) + map { it.said() }
        val zones = plan.zones.flatMap { listOf(it.heading) + it.signs.under(headings.signs) + it.steps.under(headings.steps) }
        listOfNotNull(plan.name, plan.agreed, plan.pending) + plan.contacts.map { it.said() } + zones +
            plan.coping.under(headings.coping) + plan.medicinesKept.under(headings.medicinesKept)
    }
    return listOfNotNull(name, born, callMe, mayBeBehind) + contacts.map { it.said() } +
        sections.flatMap { section -> listOf(section.heading) + section.lines.map { it.said() } } +
        planned + notAnInstruction + safety + age
}

/** The card is not there: why, once it is known, and the number to dial all the same. */
@Composable
fun CardTroubleScreen(title: String, sentence: String?, safety: String, emergency: String, onCall: (String) -> Unit) = Page(title) {
    sentence?.let { TroubleLine(it) }
    CallButton(stringResource(R.string.card_call_emergency), emergency, onCall = onCall)
    SafetyLine(safety)
}

@Composable
private fun Contact(contact: CardContact, onCall: (String) -> Unit) {
    val name = listOfNotNull(contact.name, contact.relation).joinToString(", ")
    contact.number?.let { CallButton(name, it, onCall = onCall) } ?: Words(name)
    contact.note?.let { Note(it) }
}

@Composable
private fun Line(line: CardLine, number: Int? = null) {
    Words(if (number == null) line.text else "$number. ${line.text}")
    line.note?.let { Small(it, color = LocalTokens.current.ink) }
    line.pending?.let { Small(it, color = LocalTokens.current.ink) }
}

@Composable
private fun AtHand(plan: CardPlan, card: OpenCard, onCall: (String) -> Unit) {
    Heading(plan.name)
    plan.agreed?.let { Small(it) }
    plan.pending?.let { Note(it) }
    plan.contacts.forEach { Contact(it, onCall) }
    plan.zones.forEach { zone ->
        val (under, over) = zoneColours(zone.zone, LocalTokens.current)
        Sheet(color = under, ink = over) {
            Heading(listOf(shapeOf(zone.shape), zone.heading).filter { it.isNotEmpty() }.joinToString(" "))
            if (zone.signs.isNotEmpty()) Body(card.headings.signs)
            zone.signs.forEach { Line(it) }
            if (zone.steps.isNotEmpty()) Body(card.headings.steps)
            zone.steps.forEachIndexed { at, step -> Line(step, at + 1) }
        }
    }
    Lines(card.headings.coping, plan.coping)
    Lines(card.headings.medicinesKept, plan.medicinesKept)
}

@Composable
private fun Lines(heading: String, lines: List<CardLine>) {
    if (lines.isEmpty()) return
    Sheet { Heading(heading); lines.forEach { Line(it) } }
}
