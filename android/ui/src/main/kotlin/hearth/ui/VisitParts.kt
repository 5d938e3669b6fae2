// The boxes of a page by their names, the forms made of them, and parts of the Visits place.

package hearth.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import hearth.bridge.Choice
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
fun TypedNumber(boxes: Boxes, box: String, ask: String) =
    NumberBox(ask, boxes[box], { boxes[box] = it }, KeyboardType.Decimal, boxes.trouble(box), Modifier.testTag(box))

/** A day in three boxes; the day and the month may stay empty. */
@Composable
fun TypedDay(boxes: Boxes, box: String, ask: String) = DayBoxes(ask, boxes[box], { boxes[box] = it }, boxes.trouble(box), box)

/** One of several, in a box of its own. With [question] it may be left, and taken back. */
@Composable
fun TypedChoice(boxes: Boxes, box: String, choices: List<Choice>, question: Boolean = false) =
    PickOne(choices, boxes[box], onClear = { boxes[box] = "" }.takeIf { question }) { boxes[box] = it }

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
        QuietButton(stringResource(R.string.not_now)) { boxes.shut(part) }
    }
}

/** A field of which nothing is drawn where nothing stands in it and nobody suggests anything. */
@Composable
fun IfWritten(ask: String?, field: Field, onSettle: () -> Unit, onOffer: () -> Unit) {
    if (field.versions.isEmpty() && field.offers.isEmpty()) return
    val said = LocalSaid.current
    FieldWords(ask, field, said["scale-not-answered"], stringResource(R.string.settle), onSettle) { onOffer() }
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
