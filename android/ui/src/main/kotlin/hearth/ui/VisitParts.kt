// Parts of the Visits place: one of several, a tick, a day in three boxes, a way further, a measured number.

package hearth.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Checkbox
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import hearth.bridge.Field

/** The boxes of a page by their names: what is half typed in each, and what went wrong beside it. */
class Boxes(
    private val typed: (String) -> String = { "" },
    private val onTyped: (String, String) -> Unit = { _, _ -> },
    private val troubles: (String) -> String? = { null },
) {
    operator fun get(box: String): String = typed(box)
    operator fun set(box: String, text: String) = onTyped(box, text)

    fun trouble(box: String): String? = troubles(box)

    /** A part of the page that stays shut until it is asked for. */
    fun isOpen(part: String): Boolean = typed(part) == OPEN
    fun open(part: String) = onTyped(part, OPEN)
    fun shut(part: String) = onTyped(part, "")

    companion object {
        private const val OPEN = "open"
    }
}

/** A box for words with a short question of its own. */
@Composable
fun TypedWords(boxes: Boxes, box: String, ask: String, lines: Int = 2) =
    WordsBox(ask, boxes[box], { boxes[box] = it }, Modifier.testTag(box), boxes.trouble(box), lines)

/** A box for a number: written from left to right in every language. */
@Composable
fun TypedNumber(boxes: Boxes, box: String, ask: String, modifier: Modifier = Modifier) = OutlinedTextField(
    boxes[box], { boxes[box] = it }, modifier.fillMaxWidth().testTag(box),
    label = { Text(ask, style = MaterialTheme.typography.bodyMedium) },
    textStyle = MaterialTheme.typography.bodyLarge.copy(textDirection = TextDirection.Ltr),
    singleLine = true, isError = boxes.trouble(box) != null,
    keyboardOptions = KeyboardOptions(keyboardType = KeyboardType.Decimal),
    supportingText = boxes.trouble(box)?.let { { Body(it, color = LocalTokens.current.onRed) } },
    shape = RoundedCornerShape(16.dp),
)

/** A day in three boxes; the day and the month may stay empty. Kept as `day/month/year`. */
@Composable
fun TypedDay(boxes: Boxes, box: String, ask: String) = Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
    Body(ask)
    val names = listOf(R.string.visit_day, R.string.visit_month, R.string.visit_year)
    val parts = dayParts(boxes[box])
    val rows = if (LocalDensity.current.fontScale >= LARGE) listOf(listOf(0), listOf(1), listOf(2)) else listOf(listOf(0, 1, 2))
    for (row in rows) {
        Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(8.dp)) {
            for (at in row) {
                OutlinedTextField(
                    parts[at],
                    { text -> boxes[box] = dayWith(parts, at, text) },
                    Modifier.weight(if (at == 2) 1.3f else 1f).testTag("$box-$at"),
                    label = { Text(stringResource(names[at]), style = MaterialTheme.typography.bodySmall) },
                    textStyle = MaterialTheme.typography.bodyLarge.copy(textDirection = TextDirection.Ltr),
                    singleLine = true, isError = boxes.trouble(box) != null,
                    keyboardOptions = KeyboardOptions(keyboardType = KeyboardType.Number),
                    shape = RoundedCornerShape(16.dp),
                )
            }
        }
    }
    boxes.trouble(box)?.let { TroubleLine(it) }
}

private fun dayParts(typed: String) = typed.split('/').let { parts -> List(3) { parts.getOrElse(it) { "" } } }

private fun dayWith(parts: List<String>, at: Int, text: String): String {
    val now = parts.toMutableList().also { it[at] = text.filter { one -> one != '/' } }
    return if (now.all { it.isEmpty() }) "" else now.joinToString("/")
}

/**
 * A day as it was typed, in the form the plan reads: `2026`, `2026-10`, `2026-10-03`; none where nothing
 * was typed. Whether there is such a day the plan says.
 */
fun typedDay(typed: String): String? {
    val (day, month, year) = dayParts(typed).map { part ->
        part.trim().map { Character.digit(it, 10).let { n -> if (n < 0) it else '0' + n } }.joinToString("")
    }
    if ((day + month + year).isEmpty()) return null
    fun two(part: String) = if (part.length == 1) "0$part" else part
    return listOf(year, two(month), two(day)).dropLastWhile { it.isEmpty() }.joinToString("-")
}

/** The same day, as it stands in the three boxes. */
fun dayToType(day: String): String = day.split('-').reversed().let { parts -> List(3 - parts.size) { "" } + parts }.joinToString("/")

/** One of several to choose from. */
class Option(val key: String, val said: String)

/** One of several; none is chosen until one is touched, and it can be taken back. */
@Composable
fun PickOne(options: List<Option>, chosen: String?, onPick: (String) -> Unit, onClear: (() -> Unit)? = null) {
    Column(Modifier.selectableGroup()) {
        options.forEach { option ->
            val on = option.key == chosen
            Row(
                Modifier.fillMaxWidth().heightIn(min = TOUCH).selectable(on, role = Role.RadioButton) { onPick(option.key) }
                    .padding(vertical = 6.dp),
                horizontalArrangement = Arrangement.spacedBy(14.dp),
                verticalAlignment = Alignment.CenterVertically,
            ) {
                RadioButton(on, null, Modifier.requiredSize(24.dp))
                Body(option.said, Modifier.weight(1f))
            }
        }
    }
    if (chosen != null && onClear != null) QuietButton(LocalSaid.current["scale-clear"], onClick = onClear)
}

/** Something ticked or not: told by its box and, where a word is given, by that. */
@Composable
fun TickRow(text: String, ticked: Boolean, state: String? = null, large: Boolean = false, under: List<String> = emptyList(), onTick: (Boolean) -> Unit) =
    Row(
        Modifier.fillMaxWidth().heightIn(min = TOUCH)
            .toggleable(ticked, role = Role.Checkbox, onValueChange = onTick)
            .semantics(mergeDescendants = true) { if (state != null) stateDescription = state }
            .padding(vertical = 6.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            if (large) Words(text) else Body(text)
            under.forEach { Small(it) }
        }
        Checkbox(ticked, null, Modifier.requiredSize(24.dp))
    }

/** "Only me". */
@Composable
fun OnlyMeRow(on: Boolean, onChange: (Boolean) -> Unit) =
    TickRow(LocalSaid.current["who-only-me"], on, under = listOf(stringResource(R.string.visit_only_me)), onTick = onChange)

/** The way to another screen, with what is there in short. */
@Composable
fun Further(title: String, under: List<String> = emptyList(), onClick: () -> Unit) = Surface(
    onClick, Modifier.fillMaxWidth().heightIn(min = TOUCH).semantics { role = Role.Button },
    shape = RoundedCornerShape(18.dp), color = LocalTokens.current.card, contentColor = LocalTokens.current.ink,
) {
    Row(
        Modifier.padding(horizontal = 18.dp, vertical = 12.dp),
        horizontalArrangement = Arrangement.spacedBy(12.dp), verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Text(title, style = MaterialTheme.typography.labelLarge)
            under.forEach { Small(it) }
        }
        Text("›", style = MaterialTheme.typography.titleMedium, color = LocalTokens.current.soft)
    }
}

/** How much a button asks to be touched. */
enum class Weight { Main, Other, Quiet }

/** A form that is one button until it is touched. */
@Composable
fun Opened(boxes: Boxes, part: String, button: String, weight: Weight = Weight.Other, content: @Composable ColumnScope.() -> Unit) {
    if (!boxes.isOpen(part)) {
        when (weight) {
            Weight.Main -> MainButton(button) { boxes.open(part) }
            Weight.Other -> OtherButton(button) { boxes.open(part) }
            Weight.Quiet -> QuietButton(button) { boxes.open(part) }
        }
        return
    }
    Column(verticalArrangement = Arrangement.spacedBy(10.dp)) {
        content()
        QuietButton(stringResource(R.string.visit_not_now)) { boxes.shut(part) }
    }
}

/** A field of which nothing is drawn where nothing stands in it and nobody suggests anything. */
@Composable
fun IfWritten(ask: String?, field: Field, onSettle: () -> Unit, onOffer: () -> Unit) {
    if (field.versions.isEmpty() && field.offers.isEmpty()) return
    val said = LocalSaid.current
    FieldWords(ask, field, said["scale-not-answered"], stringResource(R.string.settle), onSettle) { onOffer() }
    if (field.offers.isNotEmpty()) OtherButton(stringResource(R.string.look), onClick = onOffer)
}

/** Words that begin with a number run from left to right in every language, so that the unit stays behind it. */
@Composable
fun Measured(text: String, modifier: Modifier = Modifier) {
    val first = text.firstOrNull() ?: return
    val numbered = first.isDigit() || first in "<>≤≥-+"
    val direction = if (numbered) TextDirection.Ltr else TextDirection.Content
    Text(text, modifier, style = MaterialTheme.typography.bodyLarge.copy(textDirection = direction))
}

/** A framed part beside another of the same weight. */
@Composable
fun Framed(modifier: Modifier = Modifier, content: @Composable ColumnScope.() -> Unit) = Surface(
    modifier, shape = RoundedCornerShape(16.dp), color = LocalTokens.current.card, contentColor = LocalTokens.current.ink,
    border = BorderStroke(1.5.dp, LocalTokens.current.line),
) { Column(Modifier.padding(12.dp), verticalArrangement = Arrangement.spacedBy(4.dp), content = content) }

/** From here on what stands side by side stands one under the other. */
const val LARGE = 1.5f
