// Own readings.

package hearth.app.screens

import androidx.compose.runtime.Composable
import hearth.app.Drawn
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.pen
import hearth.bridge.Answer
import hearth.bridge.Choice
import hearth.bridge.Entry
import hearth.bridge.Moment
import hearth.bridge.NewReading
import hearth.bridge.Plan
import hearth.bridge.Reading
import hearth.ui.momentOf
import hearth.ui.screens.Measured
import hearth.ui.screens.NEW_READING
import hearth.ui.screens.NewReadingScreen
import hearth.ui.screens.ReadingsScreen
import hearth.ui.screens.field
import java.time.DateTimeException
import java.time.Instant
import java.time.LocalDateTime
import java.time.ZoneId
import java.time.ZoneOffset

private class ReadingsDrawing(val readings: List<Reading>, val measured: List<Measured>)

val READING_SCREENS = listOf(
    Screen("readings", PlaceName.Plan) { here ->
        val pen = here.pen()
        here.Drawn({ ReadingsDrawing(readings(), measured()) }) { drawn ->
            ReadingsScreen(
                drawn.readings, drawn.measured, pen, { here.navigator.go("reading-new") },
                { here.navigator.go("over-time", *it.toTypedArray()) },
            )
        }
    },
    Screen("reading-new", PlaceName.Plan) { New(it) },
)

/** Every sort of thing that was measured, with the way to its picture. */
private suspend fun Plan.measured(): List<Measured> {
    val names = readings().associate { it.id to it.name }
    return entries("reading").mapNotNull { entry ->
        picture(entry)?.let { Measured(names[entry.id] ?: return@let null, it) }
    }.distinctBy { it.about }
}

private fun picture(entry: Entry): List<String>? {
    val what = (entry.field("what")?.kept?.singleOrNull() as? Answer.Choice)?.word
    val own = (entry.field("other")?.kept?.singleOrNull() as? Answer.Words)?.text
    return when {
        what != null && what != "other" -> listOf("readings", what)
        own != null -> listOf("other", own)
        else -> null
    }
}

private class ReadingForm(val choices: List<Choice>, val units: Map<String, List<String>>)

@Composable
private fun New(here: Here) {
    val pen = here.pen()
    fun typed(box: String) = pen.textTyped(NEW_READING, box)
    val draw: suspend Plan.() -> ReadingForm = {
        val choices = choicesOf("reading", "what")
        ReadingForm(choices, choices.associate { it.word to unitsOffered(it.word) })
    }
    here.Drawn(draw) { form ->
        NewReadingScreen(
            form.choices, form.units[pen.typed(NEW_READING + "what")].orEmpty(), pen,
            onTime = { pen.type(NEW_READING + "when", typedOf(here.host.session.outside.now())) },
        ) {
            val at = typed("when")?.let { typed ->
                momentAt(typed) ?: return@NewReadingScreen pen.say(NEW_READING + "when", here.host.said["error-date-impossible"])
            }
            val reading = NewReading(
                typed("what").orEmpty(), typed("other"), typed("value")?.trim(), typed("second")?.trim(), typed("unit"), at, typed("note"),
            )
            pen.kept(NEW_READING, { besideOf(it.reason, reading) }, { here.navigator.back() }) { addReading(reading) }
        }
    }
}

/** Which box a fault belongs to, by its key. */
private fun besideOf(reason: String, reading: NewReading): String = when {
    "date" in reason -> "when"
    "number" in reason && reading.value?.toBigDecimalOrNull() != null -> "second"
    "number" in reason -> "value"
    else -> "note"
}

/** A moment as it is typed: day, month, year, hour, minutes. */
private fun typedOf(moment: Moment): String {
    val at = LocalDateTime.ofInstant(Instant.ofEpochMilli(moment.ms), ZoneOffset.ofTotalSeconds(moment.offsetMinutes * 60))
    return listOf(at.dayOfMonth, at.monthValue, at.year, at.hour, "%02d".format(java.util.Locale.ROOT, at.minute)).joinToString("/")
}

/** The moment that was typed, by this phone's clock and place; none where there is no such moment. */
private fun momentAt(typed: String): Moment? {
    val (year, month, day, hour, minutes) = momentOf(typed) ?: return null
    val at = try {
        LocalDateTime.of(year, month, day, hour, minutes).atZone(ZoneId.systemDefault())
    } catch (_: DateTimeException) {
        return null
    }
    return Moment(at.toInstant().toEpochMilli(), at.offset.totalSeconds / 60)
}
