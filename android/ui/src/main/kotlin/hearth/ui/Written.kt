// A field that is read and changed in the same place, and the small forms that add something.

package hearth.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import hearth.bridge.Choice
import hearth.bridge.Field

/**
 * What stands in one field, and its box once it is touched. Two versions are settled, not typed
 * over. [inTitle]: the words stand in the page's title already, and are not said twice. Not
 * [asked]: a heading above has said what is asked. [more] stands beside the button that changes it.
 */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun Written(
    ask: String,
    spot: Spot,
    field: Field,
    pen: Pen,
    lines: Int = 2,
    heading: Boolean = false,
    keyboard: KeyboardType = KeyboardType.Text,
    inTitle: Boolean = false,
    asked: Boolean = true,
    more: @Composable () -> Unit = {},
) = Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
    val said = LocalSaid.current
    val box = spot.box
    // What fits on a line is a name or a number: nobody is asked to say that.
    val spoken = lines > 1 && !spot.date && keyboard == KeyboardType.Text
    if (pen.isOpen(box)) {
        Typing(ask, box, pen, lines, spot.date, keyboard)
        MainButton(stringResource(R.string.keep)) { pen.keep(spot) }
        QuietButton(stringResource(R.string.rooms_leave)) { pen.leave(box) }
        if (spoken) VoiceBeside(ask, spot)
        return@Column
    }
    if (heading) Heading(ask)
    if (inTitle && field.versions.size == 1) {
        WhoAndWhen(field.versions.single().who)
        field.notes.forEach { Note(it) }
        field.offers.forEach { SuggestionCard(it.line, it.text, null, pen::suggestions, stringResource(R.string.rooms_look)) }
    } else {
        FieldWords(
            ask.takeUnless { heading || !asked }, field, said["scale-not-answered"],
            stringResource(R.string.settle), { pen.settle(spot) }, { pen.suggestions() },
        )
    }
    FlowRow {
        if (field.versions.size < 2) Changing(ask, spot, field, pen, inTitle)
        if (spoken) VoiceBegin(ask, spot)
        more()
    }
    if (spoken) VoiceHeard(ask, spot)
}

@Composable
private fun Changing(ask: String, spot: Spot, field: Field, pen: Pen, inTitle: Boolean) {
    val button = stringResource(if (field.versions.isEmpty()) R.string.rooms_write else R.string.rooms_change)
    val whole = stringResource(R.string.rooms_of, button, ask)
    QuietButton(if (inTitle) whole else button, Modifier.semantics { contentDescription = whole }) { pen.change(spot, field) }
}

@Composable
private fun Typing(ask: String, box: String, pen: Pen, lines: Int, date: Boolean, keyboard: KeyboardType) {
    val name = box + "text"
    when {
        date -> DayBoxes(ask, pen.typed(name), { pen.type(name, it) }, pen.trouble(name), box.trimEnd('/'))
        keyboard != KeyboardType.Text -> NumberBox(ask, pen.typed(name), { pen.type(name, it) }, keyboard, pen.trouble(name), Modifier.testTag(box.trimEnd('/')))
        else -> WordsBox(ask, pen.typed(name), { pen.type(name, it) }, Modifier.testTag(box.trimEnd('/')), pen.trouble(name), lines)
    }
}

/** A form that is a button until it is touched. [form] ends in `/`; the boxes in it begin with it. */
@Composable
fun AddForm(
    button: String,
    form: String,
    pen: Pen,
    ready: Boolean,
    onKeep: () -> Unit,
    keep: String = stringResource(R.string.keep),
    main: Boolean = false,
    content: @Composable ColumnScope.() -> Unit,
) {
    if (!pen.isOpen(form)) {
        if (main) MainButton(button) { pen.open(form) } else OtherButton(button) { pen.open(form) }
        return
    }
    Column(verticalArrangement = Arrangement.spacedBy(10.dp)) {
        content()
        pen.trouble(form)?.let { TroubleLine(it) }
        MainButton(keep, enabled = ready, onClick = onKeep)
        QuietButton(stringResource(R.string.rooms_leave)) { pen.leave(form) }
    }
}

/** A box of a form. */
@Composable
fun FormBox(ask: String, box: String, pen: Pen, lines: Int = 1) =
    WordsBox(ask, pen.typed(box), { pen.type(box, it) }, Modifier.testTag(box), pen.trouble(box), lines)

/** A number to call in a form. */
@Composable
fun FormNumber(ask: String, box: String, pen: Pen) =
    NumberBox(ask, pen.typed(box), { pen.type(box, it) }, KeyboardType.Phone, pen.trouble(box), Modifier.testTag(box))

/** A day in a form. */
@Composable
fun FormDay(ask: String, box: String, pen: Pen) =
    DayBoxes(ask, pen.typed(box), { pen.type(box, it) }, pen.trouble(box), box)

/** One of several in a form. */
@Composable
fun FormChoice(ask: String, choices: List<Choice>, box: String, pen: Pen) =
    PickOne(choices, pen.typed(box), ask, { pen.type(box, "") }) { pen.type(box, it) }

/** A box for a number as it stands on a meter or a telephone: from left to right in every language. */
@Composable
fun NumberBox(ask: String, text: String, onText: (String) -> Unit, keyboard: KeyboardType, trouble: String?, modifier: Modifier = Modifier) =
    OutlinedTextField(
        text, onText, modifier.fillMaxWidth(),
        label = { Text(ask, style = MaterialTheme.typography.bodyMedium) },
        textStyle = MaterialTheme.typography.bodyLarge.copy(textDirection = TextDirection.Ltr),
        singleLine = true, isError = trouble != null,
        keyboardOptions = KeyboardOptions(keyboardType = keyboard),
        supportingText = trouble?.let { { Body(it, color = LocalTokens.current.onRed) } },
        shape = RoundedCornerShape(16.dp),
    )
