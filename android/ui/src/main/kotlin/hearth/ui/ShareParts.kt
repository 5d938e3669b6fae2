// Parts of sharing: a code to scan, its passcode, asking a host, what is asked a second time.

package hearth.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalView
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import android.view.Window
import android.view.WindowManager
import hearth.bridge.Code

/** What came of asking, and that it is asked: that may be left. */
@Composable
fun AskingHost(now: Asking) {
    now.trouble?.let { TroubleLine(it) }
    if (now.said.isEmpty() && !now.on) return
    Sheet(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, color = LocalTokens.current.sunk) {
        now.said.forEach { Body(it) }
        if (now.on) Body(stringResource(R.string.share_asking))
    }
}

/** The empty border that a camera needs around a code, in squares. */
private const val BORDER = 4

/** A code that is a key: dark on white also at night, and in no picture of the screen. */
@Composable
fun CodeToScan(code: Code, name: Int = R.string.share_code_said) {
    NotInPictures()
    val said = stringResource(name)
    Box(Modifier.fillMaxWidth(), contentAlignment = Alignment.Center) {
        Canvas(
            Modifier.widthIn(max = 400.dp).fillMaxWidth().aspectRatio(1f).background(Color.White, RoundedCornerShape(12.dp))
                .testTag("code").semantics { contentDescription = said; role = Role.Image },
        ) {
            val side = size.width / (code.size + 2 * BORDER)
            // A hair wider: between two dark squares no light may show.
            val square = Size(side + 0.5f, side + 0.5f)
            code.squares.forEachIndexed { at, dark ->
                if (dark.toInt() != 0) drawRect(Color.Black, Offset((at % code.size + BORDER) * side, (at / code.size + BORDER) * side), square)
            }
        }
    }
}

/** Large, to be read out; sign by sign to a screen reader; from the left in every language. */
@Composable
fun Passcode(ask: String, passcode: String) {
    NotInPictures()
    val said = stringResource(R.string.share_passcode_said, passcode.toList().joinToString(" "))
    val t = LocalTokens.current
    Sheet(color = t.emberSoft, ink = t.onEmberSoft) {
        Body(ask, Modifier.clearAndSetSemantics { })
        Text(
            passcode.chunked(3).joinToString(" "),
            Modifier.fillMaxWidth().testTag("passcode").clearAndSetSemantics { contentDescription = said },
            style = MaterialTheme.typography.headlineMedium.copy(
                fontSize = 40.sp, lineHeight = 48.sp, fontFamily = FontFamily.Monospace, fontWeight = FontWeight.Bold, textDirection = TextDirection.Ltr,
            ),
            textAlign = TextAlign.Center,
        )
    }
}

/** Asked a second time, where it happened. */
@Composable
fun Sure(ask: String, yes: String, onYes: () -> Unit, onNo: () -> Unit) {
    Note(ask)
    MainButton(yes, onClick = onYes)
    OtherButton(stringResource(R.string.not_now), onClick = onNo)
}

/** While this is drawn the screen stays awake and as bright as it can be; then as it was. */
@Composable
fun KeptBright() {
    val view = LocalView.current
    val window = view.context.activity()?.window
    DisposableEffect(view, window) {
        val (awake, bright) = view.keepScreenOn to window?.attributes?.screenBrightness
        view.keepScreenOn = true
        window?.bright(WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_FULL)
        onDispose {
            view.keepScreenOn = awake
            if (bright != null) window?.bright(bright)
        }
    }
}

private fun Window.bright(to: Float) {
    attributes = attributes.apply { screenBrightness = to }
}
