package hearth.ui

import androidx.compose.ui.graphics.Color
import kotlin.math.max
import kotlin.math.min
import kotlin.math.pow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** Every pair of colours that may meet, by the WCAG formula. */
class ContrastTest {
    private fun part(value: Float): Double =
        if (value <= 0.04045f) value / 12.92 else ((value + 0.055) / 1.055).pow(2.4)

    private fun light(colour: Color) = 0.2126 * part(colour.red) + 0.7152 * part(colour.green) + 0.0722 * part(colour.blue)

    private fun contrast(one: Color, other: Color): Double {
        val (a, b) = light(one) to light(other)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test
    fun the_formula_is_the_formula() {
        assertEquals(21.0, contrast(Color.Black, Color.White), 0.001)
        assertEquals(4.54, contrast(Color(0xFF767676), Color.White), 0.01)
    }

    @Test
    fun every_pair_has_the_contrast_it_must_have() {
        for (tokens in listOf(Light, Dark)) {
            for (pair in tokens.pairs()) {
                val found = contrast(pair.over, pair.under)
                assertTrue("${pair.over} over ${pair.under}: $found < ${pair.least}", found >= pair.least)
            }
        }
    }
}
