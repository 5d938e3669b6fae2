// Parts of settings: an entrance, a switch with its state in words, a box for secrets, a page kept out of pictures.

package hearth.ui

import android.app.Activity
import android.content.Context
import android.content.ContextWrapper
import android.view.WindowManager
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalView
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import kotlin.math.roundToInt

/** A way into a screen: its name, and in one line what is behind it or how it stands. */
@Composable
fun Entrance(title: String, under: String, modifier: Modifier = Modifier, onClick: () -> Unit) = Surface(
    onClick, modifier.fillMaxWidth().semantics { role = Role.Button }, shape = RoundedCornerShape(20.dp),
    color = LocalTokens.current.card, contentColor = LocalTokens.current.ink,
) {
    Row(Modifier.heightIn(min = 64.dp).padding(18.dp), verticalAlignment = Alignment.CenterVertically) {
        Column(Modifier.weight(1f)) {
            Text(title, style = MaterialTheme.typography.titleMedium)
            Small(under)
        }
        // A sign, not a word: it turns with the line.
        Text("›", Modifier.padding(start = 12.dp).clearAndSetSemantics { }, style = MaterialTheme.typography.titleMedium)
    }
}

/** On or off, as one thing to touch. */
@Composable
fun SwitchRow(title: String, on: Boolean, modifier: Modifier = Modifier, enabled: Boolean = true, onSwitch: (Boolean) -> Unit) =
    Surface(shape = RoundedCornerShape(20.dp), color = LocalTokens.current.card, contentColor = LocalTokens.current.ink) {
        Row(
            modifier.fillMaxWidth().heightIn(min = 64.dp).toggleable(on, enabled, Role.Switch, onValueChange = onSwitch).padding(18.dp),
            verticalAlignment = Alignment.CenterVertically, horizontalArrangement = Arrangement.spacedBy(12.dp),
        ) {
            Body(title, Modifier.weight(1f))
            Switch(on, null, enabled = enabled)
        }
    }

/** One of several, as one thing to touch. */
@Composable
fun ChoiceRow(title: String, under: String?, chosen: Boolean, modifier: Modifier = Modifier, onChoose: () -> Unit) =
    Surface(shape = RoundedCornerShape(20.dp), color = LocalTokens.current.card, contentColor = LocalTokens.current.ink) {
        Row(
            modifier.fillMaxWidth().heightIn(min = 64.dp).selectable(chosen, role = Role.RadioButton, onClick = onChoose).padding(18.dp),
            verticalAlignment = Alignment.CenterVertically, horizontalArrangement = Arrangement.spacedBy(12.dp),
        ) {
            RadioButton(chosen, null)
            Column(Modifier.weight(1f)) {
                Text(title, style = MaterialTheme.typography.titleMedium)
                if (under != null) Small(under)
            }
        }
    }

/** A box for recovery words: no keyboard learns from it, corrects it or begins it with a capital. */
@Composable
fun SecretBox(ask: String, text: String, onText: (String) -> Unit, modifier: Modifier = Modifier, trouble: String? = null) =
    OutlinedTextField(
        text, onText, modifier.fillMaxWidth(),
        label = { Text(ask, style = MaterialTheme.typography.bodyMedium) },
        textStyle = MaterialTheme.typography.bodyLarge.copy(textDirection = TextDirection.Ltr),
        minLines = 3, isError = trouble != null,
        supportingText = trouble?.let { { Body(it, color = LocalTokens.current.onRed) } },
        keyboardOptions = KeyboardOptions(capitalization = KeyboardCapitalization.None, autoCorrectEnabled = false, keyboardType = KeyboardType.Password),
        shape = RoundedCornerShape(16.dp),
    )

/** Long work: how far it is in words and as a bar, and a way to stop it. [part]: 0 to 1, 0 before it is known. */
@Composable
fun Working(what: String, part: Float, onStop: () -> Unit) = Sheet(color = LocalTokens.current.sunk) {
    Body(what)
    if (part > 0f) {
        LinearProgressIndicator(progress = { part }, Modifier.fillMaxWidth())
        Small(stringResource(R.string.settings_part, (part * 100).roundToInt()))
    }
    Small(stringResource(R.string.settings_working))
    OtherButton(stringResource(R.string.settings_stop), onClick = onStop)
}

/** While this is drawn nothing of the window is in a screenshot or the list of recent apps. */
@Composable
fun NotInPictures() {
    val window = LocalView.current.context.activity()?.window
    DisposableEffect(window) {
        val secure = WindowManager.LayoutParams.FLAG_SECURE
        // Where the window is kept out of pictures anyway it stays so.
        val was = window != null && window.attributes.flags and secure != 0
        window?.addFlags(secure)
        onDispose { if (!was) window?.clearFlags(secure) }
    }
}

private tailrec fun Context.activity(): Activity? = when (this) {
    is Activity -> this
    is ContextWrapper -> baseContext.activity()
    else -> null
}
