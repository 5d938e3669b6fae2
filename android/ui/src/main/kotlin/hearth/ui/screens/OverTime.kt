// A picture over time, with the same in words above it.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.bridge.OverTimePicture
import hearth.ui.Body
import hearth.ui.Chart
import hearth.ui.Heading
import hearth.ui.Note
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Words

/** How many numbers are listed before "Show them all". */
private const val SHOWN = 12

/** The sentence first, then the drawing, then every number with its day and who wrote it. */
@Composable
fun OverTimeScreen(picture: OverTimePicture, all: Boolean, onAll: () -> Unit) = Page(picture.title) {
    Words(picture.sentence)
    picture.notes.forEach { Note(it) }
    val several = picture.lines.size > 1
    picture.lines.forEach { line ->
        Sheet {
            if (several) {
                Heading(line.what)
                Body(line.sentence)
            }
            Chart(line, picture.unanswered, line.sentence)
            if (picture.unanswered.isNotEmpty()) Small(stringResource(R.string.over_time_ring))
            line.gaps.forEach { Small(it.text) }
        }
    }
    if (picture.lines.isNotEmpty() || picture.unanswered.isNotEmpty()) Heading(stringResource(R.string.over_time_each))
    picture.lines.forEach { line ->
        val newest = line.points.asReversed()
        Sheet {
            if (several) Heading(line.what)
            (if (all) newest else newest.take(SHOWN)).forEach { point ->
                Words(point.text)
                Small((listOf(point.day) + point.who).joinToString(" · "))
            }
        }
    }
    if (picture.unanswered.isNotEmpty()) {
        Sheet {
            val newest = picture.unanswered.asReversed()
            (if (all) newest else newest.take(SHOWN)).forEach { Body(it.text); Small(it.day) }
        }
    }
    val most = (picture.lines.map { it.points.size } + picture.unanswered.size).max()
    if (!all && most > SHOWN) QuietButton(stringResource(R.string.over_time_all), onClick = onAll)
}
