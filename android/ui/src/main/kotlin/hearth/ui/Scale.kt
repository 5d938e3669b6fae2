// The scale of ten: two rows of five, and "not answered" as a real state.

package hearth.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.ProgressBarRangeInfo
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.progressBarRangeInfo
import androidx.compose.ui.semantics.setProgress
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import kotlin.math.roundToInt

/** What stands around a scale, in the core's words. */
class ScaleWords(val ask: String, val low: String, val high: String, val chosen: (Int) -> String, val notAnswered: String, val clear: String)

/** Ten buttons. To a screen reader it is one thing that is turned up and down. */
@Composable
fun Scale(words: ScaleWords, value: Int?, onValue: (Int?) -> Unit, modifier: Modifier = Modifier) {
    val state = value?.let(words.chosen) ?: words.notAnswered
    val inOneColumn = LocalDensity.current.fontScale >= 1.8f
    Column(modifier, verticalArrangement = Arrangement.spacedBy(10.dp)) {
        Heading(words.ask)
        Column(
            Modifier.fillMaxWidth().clearAndSetSemantics {
                contentDescription = words.ask + " " + words.low + ", " + words.high
                stateDescription = state
                progressBarRangeInfo = ProgressBarRangeInfo((value ?: 0).toFloat(), 0f..10f, 9)
                setProgress { to ->
                    val step = to.roundToInt()
                    onValue(if (step in 1..10) step else null)
                    true
                }
            },
            verticalArrangement = Arrangement.spacedBy(8.dp),
        ) {
            val rows = if (inOneColumn) (1..10).map { listOf(it) } else listOf((1..5).toList(), (6..10).toList())
            for (row in rows) {
                Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(8.dp)) {
                    for (step in row) Step(step, step == value, Modifier.weight(1f)) { onValue(step) }
                }
            }
        }
        Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
            Small(words.low, Modifier.weight(1f))
            Small(words.high)
        }
        Row(Modifier.fillMaxWidth(), verticalAlignment = Alignment.CenterVertically) {
            Body(state, Modifier.weight(1f))
            if (value != null) QuietButton(words.clear) { onValue(null) }
        }
    }
}

@Composable
private fun Step(step: Int, chosen: Boolean, modifier: Modifier, onClick: () -> Unit) {
    val t = LocalTokens.current
    Surface(
        onClick, modifier.heightIn(min = TOUCH), shape = RoundedCornerShape(16.dp),
        color = if (chosen) t.ember else t.card, contentColor = if (chosen) t.onEmber else t.ink,
        border = BorderStroke(1.5.dp, if (chosen) t.ember else t.line),
    ) {
        Box(contentAlignment = Alignment.Center) { Text("$step", style = MaterialTheme.typography.titleMedium) }
    }
}
