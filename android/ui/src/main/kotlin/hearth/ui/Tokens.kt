// The one list of colours and measures, and every pair of colours that may meet.

package hearth.ui

import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.unit.dp

/** Paper and ember, in light or in dark. */
@Immutable
class Tokens(
    val dark: Boolean,
    val paper: Color, val card: Color, val sunk: Color,
    val ink: Color, val soft: Color, val line: Color,
    val ember: Color, val onEmber: Color,
    val emberSoft: Color, val onEmberSoft: Color,
    val green: Color, val onGreen: Color,
    val amber: Color, val onAmber: Color,
    val red: Color, val onRed: Color,
    val call: Color, val onCall: Color,
) {
    /** Every pair that is drawn, with the least contrast it must have. */
    fun pairs(): List<Pair> = listOf(paper, card, sunk).flatMap { under ->
        listOf(Pair(ink, under, 7.0), Pair(soft, under, 4.5), Pair(line, under, 3.0))
    } + listOf(
        Pair(ember, paper, 4.5), Pair(ember, card, 4.5), Pair(onEmber, ember, 4.5),
        Pair(onEmberSoft, emberSoft, 7.0), Pair(onGreen, green, 7.0), Pair(onAmber, amber, 7.0),
        Pair(onRed, red, 7.0), Pair(onCall, call, 4.5), Pair(ink, red, 7.0), Pair(ink, amber, 7.0),
        Pair(ink, green, 7.0), Pair(soft, green, 4.5), Pair(soft, amber, 4.5), Pair(soft, red, 4.5),
        Pair(ember, green, 4.5), Pair(ember, amber, 4.5), Pair(ember, red, 4.5), Pair(ember, sunk, 4.5),
    )
}

/** A colour over another, and the least contrast between them. */
class Pair(val over: Color, val under: Color, val least: Double)

val Light = Tokens(
    dark = false,
    paper = Color(0xFFFAF6F0), card = Color(0xFFFFFFFF), sunk = Color(0xFFF1E9DF),
    ink = Color(0xFF2B211A), soft = Color(0xFF5E5047), line = Color(0xFF8A7A6D),
    ember = Color(0xFFA63D14), onEmber = Color(0xFFFFFFFF),
    emberSoft = Color(0xFFFBE4D8), onEmberSoft = Color(0xFF5C1F06),
    green = Color(0xFFE3F1E4), onGreen = Color(0xFF14532B),
    amber = Color(0xFFFFEFCC), onAmber = Color(0xFF5E3B00),
    red = Color(0xFFFBE0DE), onRed = Color(0xFF7A1212),
    call = Color(0xFFB01818), onCall = Color(0xFFFFFFFF),
)

val Dark = Tokens(
    dark = true,
    paper = Color(0xFF17130F), card = Color(0xFF221C17), sunk = Color(0xFF2C241E),
    ink = Color(0xFFF4EBE2), soft = Color(0xFFCDBFB3), line = Color(0xFF8F8175),
    ember = Color(0xFFFFB38F), onEmber = Color(0xFF451600),
    emberSoft = Color(0xFF4A2413), onEmberSoft = Color(0xFFFFDCCB),
    green = Color(0xFF14321F), onGreen = Color(0xFFB5E6C2),
    amber = Color(0xFF3B2A05), onAmber = Color(0xFFFFDD9A),
    red = Color(0xFF45100F), onRed = Color(0xFFFFC9C4),
    call = Color(0xFFFF8A80), onCall = Color(0xFF451600),
)

/** The colours here. */
val LocalTokens = staticCompositionLocalOf { Light }

/** At the sides of every screen. */
val SIDE = 20.dp

/** What a shaking hand must hit. */
val TOUCH = 56.dp
