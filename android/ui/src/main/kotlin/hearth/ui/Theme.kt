// The theme: Material's roles filled from the tokens, the system's own font and text size.

package hearth.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Shapes
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em
import androidx.compose.ui.unit.sp

private fun style(size: Int, weight: FontWeight = FontWeight.Normal) =
    TextStyle(fontSize = size.sp, fontWeight = weight, lineHeight = 1.4.em)

private val Type = Typography(
    headlineMedium = style(28, FontWeight.SemiBold),
    titleMedium = style(19, FontWeight.SemiBold),
    bodyLarge = style(20),
    bodyMedium = style(17),
    bodySmall = style(14),
    labelLarge = style(17, FontWeight.SemiBold),
    labelMedium = style(13, FontWeight.SemiBold),
)

/** Hearth's theme, light or dark as the phone is. */
@Composable
fun HearthTheme(dark: Boolean = isSystemInDarkTheme(), content: @Composable () -> Unit) {
    val t = if (dark) Dark else Light
    val scheme = (if (dark) darkColorScheme() else lightColorScheme()).copy(
        primary = t.ember, onPrimary = t.onEmber,
        primaryContainer = t.emberSoft, onPrimaryContainer = t.onEmberSoft,
        secondaryContainer = t.emberSoft, onSecondaryContainer = t.onEmberSoft,
        background = t.paper, onBackground = t.ink,
        surface = t.paper, onSurface = t.ink,
        surfaceVariant = t.sunk, onSurfaceVariant = t.soft,
        surfaceContainer = t.card, surfaceContainerHigh = t.card, surfaceContainerHighest = t.sunk,
        surfaceContainerLow = t.card,
        outline = t.line, outlineVariant = t.line,
        error = t.onRed, onError = t.red, errorContainer = t.red, onErrorContainer = t.onRed,
    )
    val shapes = Shapes(small = RoundedCornerShape(12.dp), medium = RoundedCornerShape(16.dp), large = RoundedCornerShape(20.dp))
    CompositionLocalProvider(LocalTokens provides t) {
        MaterialTheme(colorScheme = scheme, typography = Type, shapes = shapes, content = content)
    }
}
