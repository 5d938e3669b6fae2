// One of several, on or off, a day: what is chosen rather than written.

package hearth.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.foundation.layout.requiredWidth
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Switch
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import hearth.bridge.Choice

/** One of several; none is chosen until one is touched, and it can be taken back. */
@Composable
fun Choices(ask: String, choices: List<Choice>, chosen: String?, onChoose: (String?) -> Unit) =
    Column(Modifier.selectableGroup()) {
        Body(ask)
        choices.forEach { choice ->
            val on = choice.word == chosen
            Row(
                Modifier.fillMaxWidth().heightIn(min = TOUCH).testTag("choice-${choice.word}")
                    .selectable(on, role = Role.RadioButton) { onChoose(choice.word) },
                horizontalArrangement = Arrangement.spacedBy(12.dp),
                verticalAlignment = Alignment.CenterVertically,
            ) {
                RadioButton(on, null, Modifier.requiredSize(24.dp))
                Body(choice.said, Modifier.weight(1f))
            }
        }
        if (chosen.isNullOrEmpty()) {
            Small(LocalSaid.current["scale-not-answered"])
        } else {
            QuietButton(LocalSaid.current["scale-clear"]) { onChoose(null) }
        }
    }

/** On or off, told by a word as well. */
@Composable
fun OnOff(text: String, on: Boolean, under: String? = null, onChange: (Boolean) -> Unit) {
    val state = stringResource(if (on) R.string.rooms_on else R.string.rooms_off)
    Row(
        Modifier.fillMaxWidth().heightIn(min = TOUCH)
            .toggleable(on, role = Role.Switch, onValueChange = onChange)
            .semantics(mergeDescendants = true) { stateDescription = state },
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Body(text)
            if (under != null) Small(under)
        }
        Column(horizontalAlignment = Alignment.CenterHorizontally) {
            Switch(on, null, Modifier.requiredWidth(52.dp))
            Small(state)
        }
    }
}

/** "Only me", where it stands, and what it means. */
@Composable
fun OnlyMe(on: Boolean, onChange: (Boolean) -> Unit) =
    OnOff(LocalSaid.current["who-only-me"], on, stringResource(R.string.rooms_only_me), onChange)

/** Removed on one phone, changed on another: the person says. */
@Composable
fun Unsettled(line: String?, onKeep: () -> Unit, onRemove: () -> Unit) {
    if (line == null) return
    Note(line)
    OtherButton(LocalSaid.current["versions-keep"], onClick = onKeep)
    OtherButton(LocalSaid.current["versions-remove"], onClick = onRemove)
}

/** The parts of a day or a moment as typed: day, month, year, hour, minutes. */
private fun partsOf(typed: String, count: Int) = typed.split('/').let { parts -> List(count) { parts.getOrElse(it) { "" } } }

/** A day in three boxes; day and month may stay empty. With [time], the hour and the minutes too. */
@Composable
fun DayBoxes(ask: String, typed: String, onTyped: (String) -> Unit, trouble: String?, tag: String, time: Boolean = false) =
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Body(ask)
        val names = listOf(R.string.rooms_day, R.string.rooms_month, R.string.rooms_year, R.string.rooms_hour, R.string.rooms_minutes)
        val parts = partsOf(typed, if (time) 5 else 3)
        val oneByOne = LocalDensity.current.fontScale >= 1.5f
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

/** A day as it was typed, as the plan keeps it: `1951`, `1951-03`, `1951-03-04`. The plan says if there is no such day. */
fun dayOf(typed: String): String {
    val (day, month, year) = partsOf(typed, 3).map(::digits)
    return listOf(year, month.twoDigits(), day.twoDigits()).dropLastWhile { it.isEmpty() }.joinToString("-")
}

/** The numbers of a moment as it was typed: year, month, day, hour, minutes; none where one is not a number. */
fun momentOf(typed: String): List<Int>? {
    val (day, month, year, hour, minutes) = partsOf(typed, 5).map { digits(it).toIntOrNull() ?: return null }
    return listOf(year, month, day, hour, minutes)
}

/** The digits of any script as 0 to 9; anything else stays, to be refused. */
private fun digits(text: String) = text.trim().map { Character.digit(it, 10).let { n -> if (n < 0) it else '0' + n } }.joinToString("")

private fun String.twoDigits() = if (length == 1) "0$this" else this
