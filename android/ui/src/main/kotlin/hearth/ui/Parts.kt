// The small parts that every screen is made of.

package hearth.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp

/** A page: a title that is a heading, what lies under it, all of it scrolled together. */
@Composable
fun Page(title: String, under: String? = null, content: @Composable ColumnScope.() -> Unit) {
    Column(
        Modifier.fillMaxWidth().verticalScroll(rememberScrollState()).padding(horizontal = SIDE).padding(top = 20.dp, bottom = 28.dp),
        verticalArrangement = Arrangement.spacedBy(14.dp),
    ) {
        Column {
            Text(title, Modifier.semantics { heading() }, style = MaterialTheme.typography.headlineMedium)
            if (under != null) Small(under)
        }
        content()
    }
}

/** A heading over a part of a page. */
@Composable
fun Heading(text: String, modifier: Modifier = Modifier, color: Color = Color.Unspecified) =
    Text(text, modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium, color = color)

/** The app's own words: the smallest. */
@Composable
fun Small(text: String, modifier: Modifier = Modifier, color: Color = LocalTokens.current.soft) =
    Text(text, modifier, style = MaterialTheme.typography.bodySmall, color = color)

/** The side on which lines begin on this phone: words of another direction keep to it, be they one line or three. */
@Composable
private fun begin(): TextAlign = if (LocalLayoutDirection.current == LayoutDirection.Rtl) TextAlign.Right else TextAlign.Left

/** Plain text. */
@Composable
fun Body(text: String, modifier: Modifier = Modifier, color: Color = Color.Unspecified) = Text(
    text, modifier, color = color,
    style = MaterialTheme.typography.bodyMedium.copy(textDirection = TextDirection.Content, textAlign = begin()),
)

/**
 * The person's own words: the largest thing. Their direction is their own; a number alone runs from left to right.
 * [strong] where they head a sheet.
 */
@Composable
fun Words(text: String, modifier: Modifier = Modifier, color: Color = Color.Unspecified, strong: Boolean = false) {
    val direction = if (text.any { it.isLetter() }) TextDirection.Content else TextDirection.Ltr
    Text(
        text, modifier, color = color, fontWeight = if (strong) FontWeight.SemiBold else null,
        style = MaterialTheme.typography.bodyLarge.copy(textDirection = direction, textAlign = begin()),
    )
}

/** A card on the paper. */
@Composable
fun Sheet(
    modifier: Modifier = Modifier,
    color: Color = LocalTokens.current.card,
    ink: Color = LocalTokens.current.ink,
    border: BorderStroke? = null,
    content: @Composable ColumnScope.() -> Unit,
) = Surface(modifier.fillMaxWidth(), shape = RoundedCornerShape(20.dp), color = color, contentColor = ink, border = border) {
    Column(Modifier.padding(18.dp), verticalArrangement = Arrangement.spacedBy(8.dp), content = content)
}

/** A way into a screen: its name, and in short what is behind it or how it stands. */
@Composable
fun Entrance(title: String, under: List<String> = emptyList(), onClick: () -> Unit) = Surface(
    onClick, Modifier.fillMaxWidth().semantics { role = Role.Button }, shape = RoundedCornerShape(20.dp),
    color = LocalTokens.current.card, contentColor = LocalTokens.current.ink,
) {
    Row(Modifier.heightIn(min = 64.dp).padding(horizontal = 18.dp, vertical = 12.dp), verticalAlignment = Alignment.CenterVertically) {
        Column(Modifier.weight(1f)) {
            Text(title, style = MaterialTheme.typography.labelLarge)
            under.forEach { Small(it) }
        }
        // A sign, not a word: it turns with the line.
        Text("›", Modifier.padding(start = 12.dp).clearAndSetSemantics { }, style = MaterialTheme.typography.titleMedium, color = LocalTokens.current.soft)
    }
}

/** From here on what stands side by side stands one under the other. */
const val LARGE = 1.5f

private val ButtonRoom = PaddingValues(horizontal = 20.dp, vertical = 14.dp)

/** The one thing to do next. */
@Composable
fun MainButton(text: String, modifier: Modifier = Modifier, enabled: Boolean = true, onClick: () -> Unit) = Button(
    onClick, modifier.fillMaxWidth().heightIn(min = TOUCH), enabled, RoundedCornerShape(18.dp), contentPadding = ButtonRoom,
) { Text(text, style = MaterialTheme.typography.labelLarge, textAlign = TextAlign.Center) }

/** Another thing to do. */
@Composable
fun OtherButton(text: String, modifier: Modifier = Modifier, enabled: Boolean = true, onClick: () -> Unit) = OutlinedButton(
    onClick, modifier.fillMaxWidth().heightIn(min = TOUCH), enabled, RoundedCornerShape(18.dp),
    border = BorderStroke(1.5.dp, LocalTokens.current.line), contentPadding = ButtonRoom,
) { Text(text, style = MaterialTheme.typography.labelLarge, textAlign = TextAlign.Center) }

/** A quiet thing to do. */
@Composable
fun QuietButton(text: String, modifier: Modifier = Modifier, onClick: () -> Unit) =
    TextButton(onClick, modifier.heightIn(min = 48.dp)) { Text(text, style = MaterialTheme.typography.labelLarge) }

/** Dials: the name first, then the number; nothing is asked before. */
@Composable
fun CallButton(name: String, number: String, modifier: Modifier = Modifier, onCall: (String) -> Unit) = Button(
    { onCall(number) }, modifier.fillMaxWidth().heightIn(min = 64.dp), shape = RoundedCornerShape(18.dp),
    colors = ButtonDefaults.buttonColors(LocalTokens.current.call, LocalTokens.current.onCall), contentPadding = ButtonRoom,
) {
    Column {
        Text(name, Modifier.fillMaxWidth(), style = MaterialTheme.typography.labelLarge, textAlign = TextAlign.Center)
        // A number is read from left to right in every language: turned round, it dials in nobody's head.
        if (number != name) Text(number, Modifier.fillMaxWidth(), style = MaterialTheme.typography.titleMedium.copy(textDirection = TextDirection.Ltr), textAlign = TextAlign.Center)
    }
}

/** A box for words, with its question above it. What went wrong stands beside it. */
@Composable
fun WordsBox(
    ask: String,
    text: String,
    onText: (String) -> Unit,
    modifier: Modifier = Modifier,
    trouble: String? = null,
    lines: Int = 2,
) = OutlinedTextField(
    text, onText, modifier.fillMaxWidth(),
    label = { Text(ask, style = MaterialTheme.typography.bodyMedium) },
    textStyle = MaterialTheme.typography.bodyLarge.copy(textDirection = TextDirection.Content),
    minLines = lines, isError = trouble != null,
    supportingText = trouble?.let { { Body(it, color = LocalTokens.current.onRed) } },
    shape = RoundedCornerShape(16.dp),
)

/** Nothing is here yet: an invitation and one thing to do. */
@Composable
fun Invitation(invite: String, button: String, onClick: () -> Unit) = Sheet {
    Words(invite)
    MainButton(button, onClick = onClick)
}

/** "Life at risk? 999 ...": always drawn where it is drawn at all. */
@Composable
fun SafetyLine(text: String) = Sheet(color = LocalTokens.current.red, ink = LocalTokens.current.onRed) {
    text.lines().filter { it.isNotBlank() }.forEach { Body(it) }
}

/** What must be said of something: never hidden, never told by colour alone. */
@Composable
fun Note(text: String) = Box(
    Modifier.fillMaxWidth().background(LocalTokens.current.amber, RoundedCornerShape(12.dp)).padding(12.dp),
) { Body(text, color = LocalTokens.current.onAmber) }

/** What went wrong, where it happened; a screen reader says it at once. */
@Composable
fun TroubleLine(sentence: String) = Sheet(
    Modifier.semantics { liveRegion = LiveRegionMode.Polite },
    color = LocalTokens.current.red, ink = LocalTokens.current.onRed,
) { Body(sentence) }

/** What happened: one line at the bottom, with undo; it stays until it is read. */
@Composable
fun HappenedLine(sentence: String, undo: String?, onUndo: () -> Unit, close: String, onClose: () -> Unit) = Surface(
    Modifier.fillMaxWidth().semantics { liveRegion = LiveRegionMode.Polite },
    color = LocalTokens.current.sunk, contentColor = LocalTokens.current.ink,
) {
    Column(Modifier.padding(horizontal = SIDE, vertical = 6.dp)) {
        Body(sentence)
        Row {
            if (undo != null) QuietButton(undo, onClick = onUndo)
            QuietButton(close, onClick = onClose)
        }
    }
}
