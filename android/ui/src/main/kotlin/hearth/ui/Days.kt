// A day or a moment in boxes, from the day to the minutes, and as the plan reads it.

package hearth.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp

/** The parts of a day or a moment as typed: day, month, year, hour, minutes. */
private fun partsOf(typed: String, count: Int) = typed.split('/').let { parts -> List(count) { parts.getOrElse(it) { "" } } }

/** A day in three boxes; day and month may stay empty. With [time], the hour and the minutes too. */
@Composable
fun DayBoxes(ask: String, typed: String, onTyped: (String) -> Unit, trouble: String?, tag: String, time: Boolean = false) =
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Body(ask)
        val names = listOf(R.string.rooms_day, R.string.rooms_month, R.string.rooms_year, R.string.rooms_hour, R.string.rooms_minutes)
        val parts = partsOf(typed, if (time) 5 else 3)
        val oneByOne = LocalDensity.current.fontScale >= LARGE
        val rows = if (oneByOne) parts.indices.map { listOf(it) } else listOf(listOf(0, 1, 2)) + if (time) listOf(listOf(3, 4)) else emptyList()
        for (row in rows) {
            Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(8.dp)) {
                for (at in row) {
                    NumberBox(
                        stringResource(names[at]), parts[at],
                        { text -> onTyped(changed(parts, at, text)) },
                        KeyboardType.Number, null, Modifier.weight(1f).testTag("$tag-$at"),
                    )
                }
            }
        }
        if (trouble != null) TroubleLine(trouble)
    }

private fun changed(parts: List<String>, at: Int, text: String): String {
    val now = parts.toMutableList().also { it[at] = text.filter { one -> one != '/' } }
    return if (now.all { it.isEmpty() }) "" else now.joinToString("/")
}

/**
 * A day as it was typed, as the plan reads it: `1951`, `1951-03`, `1951-03-04`; none where nothing was typed.
 * The plan says if there is no such day.
 */
fun dayOf(typed: String): String? {
    val (day, month, year) = partsOf(typed, 3).map(::digits)
    if ((day + month + year).isEmpty()) return null
    return listOf(year, month.twoDigits(), day.twoDigits()).dropLastWhile { it.isEmpty() }.joinToString("-")
}

/** The same day, as it stands in the three boxes. */
fun dayToType(day: String): String = day.split('-').reversed().let { parts -> List(3 - parts.size) { "" } + parts }.joinToString("/")

/** The numbers of a moment as it was typed: year, month, day, hour, minutes; none where one is not a number. */
fun momentOf(typed: String): List<Int>? {
    val (day, month, year, hour, minutes) = partsOf(typed, 5).map { digits(it).toIntOrNull() ?: return null }
    return listOf(year, month, day, hour, minutes)
}

/** The digits of any script as 0 to 9; anything else stays, to be refused. */
private fun digits(text: String) = text.trim().map { Character.digit(it, 10).let { n -> if (n < 0) it else '0' + n } }.joinToString("")

private fun String.twoDigits() = if (length == 1) "0$this" else this
