// Readings, results and how they went over time.

package hearth.bridge

/** A stretch of weeks in which nothing was written. */
data class Gap(
    /** From the point before, as the `at` of a point. */
    val from: Long,
    /** To the point after. */
    val to: Long,
    /** How many whole weeks, Monday to Sunday, had nothing. */
    val weeks: Long,
    /** "nothing written for 2 weeks". */
    val text: String,
)

/** One line: numbers of one thing in one unit. */
data class Line(
    /** What was measured: "Blood pressure, top number". */
    val what: String,
    /** The unit as written; "" where none was. */
    val unit: String,
    /** The points, oldest first. */
    val points: List<Point>,
    /** Where a week or more went by with nothing. */
    val gaps: List<Gap>,
    /** The least number of the line: one end of the drawing. */
    val lowest: Double,
    /** The greatest: the other end. */
    val highest: Double,
    /** This line in words. */
    val sentence: String,
)

/** A moment when it was asked and not answered. */
data class Dated(
    /** Where it stands along the picture, as the `at` of a point. */
    val at: Long,
    /** The day in words. */
    val day: String,
    /** "not answered". */
    val text: String,
)

/** What was measured, to be kept as it was typed. */
data class NewReading(
    /** One of the choices of `reading.what`; "" where it was not said. */
    val what: String,
    /** The person's own name for it, where it is another thing. */
    val other: String? = null,
    /** The number. */
    val value: String? = null,
    /** The second number: the bottom one of a blood pressure. */
    val second: String? = null,
    /** The unit, where the person wrote one. */
    val unit: String? = null,
    /** When; now where it is not said. */
    val at: Moment? = null,
    /** Worth knowing. */
    val note: String? = null,
)

/** A picture over time, ready to draw. */
data class OverTimePicture(
    /** "Confidence", "Peak flow". */
    val title: String,
    /** A line for each thing measured in each unit, oldest point first. */
    val lines: List<Line>,
    /** When it was asked and not answered. */
    val unanswered: List<Dated>,
    /**
     * The whole picture in words: "Confidence: 6 on 3 October, 8 on 24 October; not answered
     * once."
     */
    val sentence: String,
    /** What was left out, what must not be compared, where two versions stand. */
    val notes: List<String>,
)

/** One point. */
data class Point(
    /**
     * Where it stands along the picture: milliseconds since 1970 by the calendar of where it was
     * written. Only for drawing.
     */
    val at: Long,
    /** The day in words. */
    val day: String,
    /** The number, for drawing only. */
    val value: Double,
    /** The number as written, with its sign and unit. */
    val text: String,
    /** Who wrote it and when. */
    val who: List<String>,
    /** A line may be drawn to it from the point before. */
    val joinedToPrevious: Boolean,
    /** It is one of two or more versions that stand: mark them all, join none. */
    val oneOfSeveral: Boolean,
)

/** A reading, ready to draw. */
data class Reading(
    /** Names it. */
    val id: String,
    /** "Peak flow", or the person's own name for it. */
    val name: String,
    /**
     * "128 / 76 mmHg", as typed; what is said of it where there is no number or no unit. Where
     * several versions stand it says to check first, and they are in the fields below.
     */
    val line: String,
    /** What was measured. */
    val what: Field,
    /** The person's own name for it. */
    val other: Field,
    /** The number. */
    val value: Field,
    /** The second number. */
    val second: Field,
    /** The unit as written. */
    val unit: Field,
    /** When, in words. */
    val at: Field,
    /** Worth knowing. */
    val note: Field,
    /** Only me. */
    val onlyMe: Boolean,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
)

/** A result, ready to draw. */
data class Result(
    /** Names it. */
    val id: String,
    /** What was measured. */
    val name: Field,
    /** The number as written, or the words, or why there is none. */
    val value: Field,
    /**
     * "<", "≤", "≥", ">" before the number, or "". Where two versions stand it is in the text of
     * each.
     */
    val sign: String,
    /** Its unit as written. */
    val unit: Field,
    /** The day it was measured. */
    val on: Field,
    /** Where it came from. */
    val source: Field,
    /** Its source says not to use it. */
    val withdrawn: Boolean,
    /** What must stand beside it: an early result, changed, sent by mistake. */
    val standing: List<String>,
    /** The laboratory's own words, shown as the laboratory's. */
    val labWords: String?,
    /** Its parts (the upper and lower blood pressure). */
    val parts: List<Result>,
)

/** What to draw over time. */
sealed interface OverTime {
    /** How confident about an action: when it was planned, and each check-in. */
    data class Confidence(val action: String) : OverTime
    /** How important a goal is. */
    data class Importance(val goal: String) : OverTime
    /** Own readings of one sort, by its word in the table: `peak_flow`. */
    data class Readings(val what: String) : OverTime
    /** Own readings under the person's own name for them. */
    data class OtherReadings(val name: String) : OverTime
    /** Results of the same test as this one, and its parts. */
    data class Results(val id: String) : OverTime
}

/** Readings, results and how they went over time: the calls. */
interface ReadingsCalls {
    /** Keeps a reading as it was typed. */
    suspend fun addReading(reading: NewReading, by: Writer = Writer.Person): String

    /** Adds a result the person typed: their number, their unit, their day. */
    suspend fun addResult(name: String, value: String, unit: String, on: String, by: Writer = Writer.Person): String

    /** Reads one FHIR R4 Observation and keeps it as `source`'s. */
    suspend fun importObservation(json: ByteArray, source: String): String

    /** A picture over time, with the same in words. */
    suspend fun overTime(of: OverTime): OverTimePicture

    /** Every reading, newest first. */
    suspend fun readings(): List<Reading>

    /** Every result that stands alone, oldest first, with its parts. */
    suspend fun results(): List<Result>

    /** The units that are offered for a sort of reading; the person may write another. */
    suspend fun unitsOffered(what: String): List<String>
}

internal class CoreReadings(private val ask: Ask) : ReadingsCalls {
    override suspend fun addReading(reading: NewReading, by: Writer) = ask.of { it.addReading(reading.core(), by.core()) }

    override suspend fun addResult(name: String, value: String, unit: String, on: String, by: Writer) = ask.of { it.addResult(name, value, unit, on, by.core()) }

    override suspend fun importObservation(json: ByteArray, source: String) = ask.of { it.importObservation(direct(json), source) }

    override suspend fun overTime(of: OverTime) = ask.of { it.overTime(of.core()).own() }

    override suspend fun readings() = ask.of { it.readings().map { one -> one.own() } }

    override suspend fun results() = ask.of { it.results().map { one -> one.own() } }

    override suspend fun unitsOffered(what: String) = ask.of { hearth.core.unitsOffered(what) }
}

internal fun hearth.core.GapView.own(): Gap = Gap(
    from = from,
    to = to,
    weeks = weeks,
    text = text,
)

internal fun hearth.core.LineView.own(): Line = Line(
    what = what,
    unit = unit,
    points = points.map { it.own() },
    gaps = gaps.map { it.own() },
    lowest = lowest,
    highest = highest,
    sentence = sentence,
)

internal fun hearth.core.MomentView.own(): Dated = Dated(
    at = at,
    day = day,
    text = text,
)

internal fun NewReading.core(): hearth.core.NewReading = hearth.core.NewReading(
    what = what,
    other = other,
    value = value,
    second = second,
    unit = unit,
    at = at?.core(),
    note = note,
)

internal fun hearth.core.OverTimeView.own(): OverTimePicture = OverTimePicture(
    title = title,
    lines = lines.map { it.own() },
    unanswered = unanswered.map { it.own() },
    sentence = sentence,
    notes = notes,
)

internal fun hearth.core.PointView.own(): Point = Point(
    at = at,
    day = day,
    value = value,
    text = text,
    who = who,
    joinedToPrevious = joinedToPrevious,
    oneOfSeveral = oneOfSeveral,
)

internal fun hearth.core.ReadingView.own(): Reading = Reading(
    id = id,
    name = name,
    line = line,
    what = what.own(),
    other = other.own(),
    value = value.own(),
    second = second.own(),
    unit = unit.own(),
    at = at.own(),
    note = note.own(),
    onlyMe = onlyMe,
    unsettled = unsettled,
)

internal fun hearth.core.ResultView.own(): Result = Result(
    id = id,
    name = name.own(),
    value = value.own(),
    sign = sign,
    unit = unit.own(),
    on = on.own(),
    source = source.own(),
    withdrawn = withdrawn,
    standing = standing,
    labWords = labWords,
    parts = parts.map { it.own() },
)

internal fun OverTime.core(): hearth.core.OverTime = when (this) {
    is OverTime.Confidence -> hearth.core.OverTime.Confidence(action)
    is OverTime.Importance -> hearth.core.OverTime.Importance(goal)
    is OverTime.Readings -> hearth.core.OverTime.Readings(what)
    is OverTime.OtherReadings -> hearth.core.OverTime.OtherReadings(name)
    is OverTime.Results -> hearth.core.OverTime.Results(id)
}
