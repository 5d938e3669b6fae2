// Dots and a thin line over time, with gaps where nothing was answered.

package hearth.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import hearth.bridge.Dated
import hearth.bridge.Line

/**
 * One line. A thin line runs only where the core says that two points are joined; what was asked
 * and not answered is a small open ring at the foot. [said] is the same in words.
 */
@Composable
fun Chart(line: Line, unanswered: List<Dated>, said: String) {
    val t = LocalTokens.current
    val points = line.points.filter { it.value.isFinite() }
    val first = listOfNotNull(points.minOfOrNull { it.at }, unanswered.minOfOrNull { it.at }).minOrNull() ?: return
    val last = listOfNotNull(points.maxOfOrNull { it.at }, unanswered.maxOfOrNull { it.at }).maxOrNull() ?: return
    val low = points.minOfOrNull { it.value } ?: 0.0
    val high = points.maxOfOrNull { it.value } ?: 0.0
    Column(verticalArrangement = Arrangement.spacedBy(2.dp)) {
        points.maxByOrNull { it.value }?.let { Small(it.text) }
        Canvas(Modifier.fillMaxWidth().height(150.dp).semantics { contentDescription = said; role = Role.Image }) {
            val (edge, foot) = 12.dp.toPx() to 26.dp.toPx()
            val room = size.height - edge - foot
            fun across(at: Long): Float {
                val part = if (last == first) 0.5f else ((at - first).toDouble() / (last - first).toDouble()).toFloat()
                val x = edge + part * (size.width - 2 * edge)
                return if (layoutDirection == LayoutDirection.Rtl) size.width - x else x
            }
            fun up(value: Double): Float {
                // Divided first: two numbers at the ends of what can be written are further apart than any number.
                val part = if (high == low) 0.5 else (value / 2 - low / 2) / (high / 2 - low / 2)
                return edge + room * (1 - part.toFloat())
            }
            val base = size.height - foot / 2
            drawLine(t.line, Offset(0f, size.height - foot + edge / 2), Offset(size.width, size.height - foot + edge / 2), 1.dp.toPx(),
                pathEffect = PathEffect.dashPathEffect(floatArrayOf(3.dp.toPx(), 4.dp.toPx())))
            line.points.zipWithNext { before, after ->
                val drawn = before.value.isFinite() && after.value.isFinite()
                if (drawn && after.joinedToPrevious) drawLine(t.ember, Offset(across(before.at), up(before.value)), Offset(across(after.at), up(after.value)), 2.dp.toPx())
            }
            for (point in points) {
                val middle = Offset(across(point.at), up(point.value))
                drawCircle(t.ember, 6.dp.toPx(), middle)
                // One of two versions: open, so that neither looks settled.
                if (point.oneOfSeveral) drawCircle(t.card, 3.dp.toPx(), middle)
            }
            for (asked in unanswered) {
                drawCircle(t.soft, 4.dp.toPx(), Offset(across(asked.at), base), style = Stroke(1.5.dp.toPx()))
            }
        }
        if (low < high) points.minByOrNull { it.value }?.let { Small(it.text) }
        Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(12.dp)) {
            val days = (points.map { it.at to it.day } + unanswered.map { it.at to it.day }).sortedBy { it.first }
            Small(days.first().second, Modifier.weight(1f))
            if (first != last) androidx.compose.material3.Text(days.last().second, Modifier.weight(1f), color = t.soft,
                style = androidx.compose.material3.MaterialTheme.typography.bodySmall, textAlign = TextAlign.End)
        }
    }
}
