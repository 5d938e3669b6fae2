// Parts of pairing: a code to scan, the six digits, what was scanned or pasted, and asking a host.

package hearth.ui

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
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp

/** How it stands with something that asks the network. */
class Asking(
    /** It is being asked. */
    val on: Boolean = false,
    /** What went wrong with the last, until it is asked again. */
    val trouble: String? = null,
    /** What came of the last. */
    val said: List<String> = emptyList(),
)

/** What asks a host: that it asks, and that it may be left; else [content], by which it is asked. */
@Composable
fun Asked(now: Asking, under: String = stringResource(R.string.pair_may_leave), content: @Composable () -> Unit) {
    now.trouble?.let { TroubleLine(it) }
    if (!now.on) return content()
    Sheet(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, color = LocalTokens.current.sunk) {
        Body(stringResource(R.string.pair_asking))
        Small(under)
    }
}

/** What came of asking, where there is something to tell. */
@Composable
fun CameOf(said: List<String>) {
    if (said.isEmpty()) return
    Sheet(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, color = LocalTokens.current.sunk) { said.forEach { Body(it) } }
}

/** The six digits, to be read out: one by one to a screen reader, at once when they come; from the left in every language. */
@Composable
fun SixDigits(digits: String) {
    val said = stringResource(R.string.pair_digits_said, digits.filter { !it.isWhitespace() }.toList().joinToString(" "))
    val t = LocalTokens.current
    Sheet(color = t.emberSoft, ink = t.onEmberSoft) {
        Text(
            digits,
            Modifier.fillMaxWidth().testTag("digits").clearAndSetSemantics {
                contentDescription = said
                liveRegion = LiveRegionMode.Polite
            },
            style = MaterialTheme.typography.headlineMedium.copy(
                fontSize = 44.sp, fontFamily = FontFamily.Monospace, fontWeight = FontWeight.Bold, textDirection = TextDirection.Ltr,
            ),
            textAlign = TextAlign.Center,
        )
    }
}

/** The same on both phones, or somebody is in between. */
@Composable
fun SameOrNot(onSame: () -> Unit, onDiffer: () -> Unit) {
    MainButton(stringResource(R.string.pair_same), Modifier.testTag("same"), onClick = onSame)
    OtherButton(stringResource(R.string.pair_differ), onClick = onDiffer)
}

/**
 * A box for what another phone shows; where something here reads codes, a button for that first. What is
 * in it may be a key: no keyboard learns from it.
 */
@Composable
fun ScanOrPaste(ask: String, text: String, trouble: String?, scan: String, canScan: Boolean, onText: (String) -> Unit, onScan: () -> Unit) {
    if (canScan) {
        MainButton(scan, onClick = onScan)
        Small(stringResource(R.string.pair_scan_under))
    }
    KeyBox(ask, text, onText, Modifier.testTag("pasted"), trouble, lines = 3)
}

/** A box for a link, an invitation or a passcode: nothing learns from it, corrects it or begins it with a capital. */
@Composable
fun KeyBox(ask: String, text: String, onText: (String) -> Unit, modifier: Modifier = Modifier, trouble: String? = null, lines: Int = 1) =
    OutlinedTextField(
        text, onText, modifier.fillMaxWidth(),
        label = { Text(ask, style = MaterialTheme.typography.bodyMedium) },
        textStyle = MaterialTheme.typography.bodyLarge.copy(textDirection = TextDirection.Ltr),
        minLines = lines, maxLines = 5, isError = trouble != null,
        supportingText = trouble?.let { { Body(it, color = LocalTokens.current.onRed) } },
        keyboardOptions = KeyboardOptions(capitalization = KeyboardCapitalization.None, autoCorrectEnabled = false, keyboardType = KeyboardType.Password),
        shape = RoundedCornerShape(16.dp),
    )

/** A button whose name says more to a screen reader than its word does: two alike stand on one page. */
@Composable
fun NamedButton(text: String, said: String, onClick: () -> Unit) =
    OtherButton(text, Modifier.semantics { contentDescription = said }, onClick = onClick)
