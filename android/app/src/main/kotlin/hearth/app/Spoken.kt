// The app's own words in the language that the person chose, where it is not the phone's.

package hearth.app

import android.content.res.Configuration
import android.view.ContextThemeWrapper
import android.view.View
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.platform.LocalResources
import androidx.compose.ui.unit.LayoutDirection
import java.util.Locale

/** Draws [content] with the words of [tag]; as the phone has it where there is none. */
@Composable
fun Spoken(tag: String?, content: @Composable () -> Unit) {
    val context = LocalContext.current
    val phone = LocalConfiguration.current
    // Drawn in one place either way, so that nothing half typed is forgotten with a change of language.
    val configuration = remember(phone, tag) {
        Configuration(phone).apply { if (tag != null) setLocale(Locale.forLanguageTag(tag)) }
    }
    val spoken = remember(context, configuration) {
        if (tag == null) context else ContextThemeWrapper(context, 0).apply { applyOverrideConfiguration(configuration) }
    }
    val toLeft = configuration.layoutDirection == View.LAYOUT_DIRECTION_RTL
    CompositionLocalProvider(
        LocalContext provides spoken,
        LocalConfiguration provides configuration,
        LocalResources provides spoken.resources,
        LocalLayoutDirection provides if (toLeft) LayoutDirection.Rtl else LayoutDirection.Ltr,
        content = content,
    )
}
