// A field as the person reads it: every version equal, who wrote it, what others suggest.

package hearth.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import hearth.bridge.Field
import hearth.bridge.Offer

/** "Your words, 14 October, this phone": under every sentence. */
@Composable
fun WhoAndWhen(who: List<String>) = who.forEach { Small(it) }

/**
 * A field: its question, what stands in it, who wrote it. Two versions are drawn alike and side by
 * side, neither first by more than the page's order, with a way to settle them.
 */
@Composable
fun FieldWords(
    ask: String?,
    field: Field,
    notAnswered: String,
    settle: String? = null,
    onSettle: (() -> Unit)? = null,
    onOffer: ((Offer) -> Unit)? = null,
) = Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
    if (ask != null) Small(ask)
    if (field.versions.isEmpty()) Body(notAnswered, color = LocalTokens.current.soft)
    if (field.versions.size == 1) {
        val only = field.versions.single()
        Words(only.text)
        only.original?.let { Words(it.text); Small(it.who) }
        WhoAndWhen(only.who)
    } else if (field.versions.size > 1) {
        SideBySide(field)
        if (settle != null && onSettle != null) OtherButton(settle, onClick = onSettle)
    }
    field.notes.forEach { Note(it) }
    field.offers.forEach { offer -> SuggestionCard(offer.line, offer.text, null, onOffer?.let { { it(offer) } }, stringResource(R.string.rooms_look)) }
}

/** Every version in a frame of the same size and weight. */
@Composable
fun SideBySide(field: Field, choose: String? = null, onChoose: ((Int) -> Unit)? = null) =
    Column(verticalArrangement = Arrangement.spacedBy(10.dp)) {
        field.versions.forEachIndexed { at, version ->
            Sheet(border = BorderStroke(1.5.dp, LocalTokens.current.line)) {
                Words(version.text)
                version.original?.let { Words(it.text); Small(it.who) }
                WhoAndWhen(version.who)
                if (choose != null && onChoose != null) OtherButton(choose) { onChoose(at) }
            }
        }
    }

/** Somebody else's words: in a dashed frame beside the person's, never above. */
@Composable
fun SuggestionCard(line: String, offered: String, beside: String?, onOpen: (() -> Unit)?, open: String? = null) {
    val dash = LocalTokens.current.line
    Column(
        Modifier.fillMaxWidth().drawBehind {
            val stroke = Stroke(2.dp.toPx(), pathEffect = PathEffect.dashPathEffect(floatArrayOf(6.dp.toPx(), 5.dp.toPx())))
            drawRoundRect(dash, cornerRadius = CornerRadius(20.dp.toPx()), style = stroke)
        }.padding(18.dp),
        verticalArrangement = Arrangement.spacedBy(6.dp),
    ) {
        Heading(line)
        if (offered.isNotEmpty()) Words(offered)
        if (beside != null) Small(beside)
        if (onOpen != null && open != null) OtherButton(open, onClick = onOpen)
    }
}
