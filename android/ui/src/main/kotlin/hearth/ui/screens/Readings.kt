// Own readings: as they were typed, with unit and time. Nothing says what a number should be.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import hearth.bridge.Choice
import hearth.bridge.Reading
import hearth.ui.DayBoxes
import hearth.ui.FieldWords
import hearth.ui.FormBox
import hearth.ui.FormChoice
import hearth.ui.Heading
import hearth.ui.Invitation
import hearth.ui.LocalSaid
import hearth.ui.MainButton
import hearth.ui.NumberBox
import hearth.ui.OnlyMe
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.Pen
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Spot
import hearth.ui.Unsettled
import hearth.ui.WhoAndWhen
import hearth.ui.Words
import hearth.ui.Written

/** A thing that was measured more than once, and where its picture is. */
class Measured(val name: String, val about: List<String>)

/** Every reading, newest first. */
@Composable
fun ReadingsScreen(readings: List<Reading>, measured: List<Measured>, pen: Pen, onNew: () -> Unit, onOverTime: (List<String>) -> Unit) =
    Page(stringResource(R.string.readings_title)) {
        if (readings.isEmpty()) {
            Invitation(stringResource(R.string.readings_invite), stringResource(R.string.readings_new), onNew)
        } else {
            MainButton(stringResource(R.string.readings_new), onClick = onNew)
        }
        measured.forEach { one -> OtherButton(stringResource(R.string.readings_over_time, one.name)) { onOverTime(one.about) } }
        readings.forEach { ReadingSheet(it, pen) }
    }

@Composable
private fun ReadingSheet(reading: Reading, pen: Pen) = Sheet {
    val none = LocalSaid.current["scale-not-answered"]
    val settle = stringResource(R.string.settle)
    Heading(reading.name)
    Words(reading.line)
    reading.at.versions.forEach { Small(it.text) }
    WhoAndWhen(reading.value.versions.singleOrNull()?.who.orEmpty())
    Unsettled(reading.unsettled, { pen.keepHere("reading", reading.id) }, { pen.remove("reading", reading.id) })
    val fields = listOf(
        "value" to reading.value, "second" to reading.second, "unit" to reading.unit, "what" to reading.what, "at" to reading.at,
    )
    for ((name, field) in fields) {
        if (field.versions.size > 1 || field.offers.isNotEmpty()) {
            val spot = Spot("reading", reading.id, name)
            FieldWords(null, field, none, settle, { pen.settle(spot) }, { pen.suggestions() })
        }
    }
    reading.note.versions.forEach { Words(it.text) }
    if (reading.onlyMe) Small(LocalSaid.current["who-only-me"])
    val more = "more.${reading.id}/"
    if (!pen.isOpen(more)) {
        val whole = stringResource(R.string.rooms_of, stringResource(R.string.readings_more), reading.line)
        QuietButton(stringResource(R.string.readings_more), Modifier.semantics { contentDescription = whole }) { pen.open(more) }
    } else {
        Written(stringResource(R.string.reading_note), Spot("reading", reading.id, "note"), reading.note, pen)
        OnlyMe(reading.onlyMe) { pen.onlyMe("reading", reading.id, it) }
        QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("reading", reading.id) }
        QuietButton(stringResource(R.string.readings_less)) { pen.leave(more) }
    }
}

/** The form of a reading. */
const val NEW_READING = "add.reading/"

/** A new reading: what, the number, the unit as on the meter, and when. */
@Composable
fun NewReadingScreen(choices: List<Choice>, units: List<String>, pen: Pen, onTime: () -> Unit, onKeep: () -> Unit) =
    Page(stringResource(R.string.readings_new)) {
        val said = LocalSaid.current
        fun typed(box: String) = pen.typed(NEW_READING + box)
        FormChoice(stringResource(R.string.reading_what), choices, NEW_READING + "what", pen)
        if (typed("what") == "other") FormBox(stringResource(R.string.reading_other), NEW_READING + "other", pen)
        val pressure = typed("what") == "blood_pressure"
        Number(if (pressure) said["reading-name-pressure-top"] else stringResource(R.string.reading_value), "value", pen)
        if (pressure) Number(said["reading-name-pressure-bottom"], "second", pen)
        FormBox(stringResource(R.string.reading_unit), NEW_READING + "unit", pen)
        units.forEach { unit -> if (typed("unit") != unit) OtherButton(unit) { pen.type(NEW_READING + "unit", unit) } }
        if (typed("when").isEmpty()) {
            Small(stringResource(R.string.reading_now))
            QuietButton(stringResource(R.string.reading_other_time), onClick = onTime)
        } else {
            val box = NEW_READING + "when"
            DayBoxes(stringResource(R.string.reading_when), typed("when"), { pen.type(box, it) }, pen.trouble(box), box, time = true)
        }
        FormBox(stringResource(R.string.reading_note), NEW_READING + "note", pen, lines = 2)
        MainButton(stringResource(R.string.keep), onClick = onKeep)
    }

@Composable
private fun Number(ask: String, name: String, pen: Pen) {
    val box = NEW_READING + name
    NumberBox(ask, pen.typed(box), { pen.type(box, it) }, KeyboardType.Decimal, pen.trouble(box), Modifier.testTag(box))
}
