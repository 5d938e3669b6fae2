// Parts of settings: a box for secrets, long work, a page kept out of pictures.

package hearth.ui

import android.app.Activity
import android.content.Context
import android.content.ContextWrapper
import android.view.WindowManager
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalView
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import kotlin.math.roundToInt

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

internal tailrec fun Context.activity(): Activity? = when (this) {
    is Activity -> this
    is ContextWrapper -> baseContext.activity()
    else -> null
}
