// Answers, and who writes.

package hearth.bridge

/** An answer and the field it is for. */
data class FieldAnswer(
    /** The field's name in the table: `words`, or with its kind, `goal.words`. */
    val field: String,
    /** What is written in it. */
    val answer: Answer,
)

/**
 * What is written in a field. The table says which field holds what; anything else is refused with
 * a sentence.
 */
sealed interface Answer {
    /** Not answered: an answer taken back. */
    data object Nothing : Answer
    /** Words as typed, any script, at most 64 KiB. */
    data class Words(val text: String) : Answer
    /** Words through an interpreter. */
    data class Interpreted(val text: String, val original: String, val language: String, val interpreter: String, val on: String) : Answer
    /** A whole number: a step of a scale, a count. */
    data class Whole(val number: Long) : Answer
    /** Yes or no. */
    data class YesNo(val yes: Boolean) : Answer
    /** A measured number, as it was written: `72.50` stays `72.50`. */
    data class Number(val text: String) : Answer
    /** A calendar date: `1951`, `1951-03` or `1951-03-04`. */
    data class Date(val date: String) : Answer
    /** A moment. */
    data class At(val ms: Long, val offsetMinutes: Int) : Answer
    /** One of the field's choices. */
    data class Choice(val word: String) : Answer
    /** Another entry. */
    data class Entry(val id: String) : Answer
    /** Entries in an order that matters. */
    data class Entries(val ids: List<String>) : Answer
}

/** Who writes on this phone. */
sealed interface Writer {
    /** The person. */
    data object Person : Writer
    /** Somebody with authority to write for them. */
    data class Behalf(val person: String) : Writer
    /** A carer: their words are a suggestion. */
    data class Carer(val person: String) : Writer
    /** Somebody handed the phone: their words wait until the person takes them in. */
    data class Guest(val name: String, val role: String) : Writer
}

internal fun FieldAnswer.core(): hearth.core.FieldAnswer = hearth.core.FieldAnswer(
    field = field,
    answer = answer.core(),
)

internal fun Answer.core(): hearth.core.Answer = when (this) {
    Answer.Nothing -> hearth.core.Answer.Nothing
    is Answer.Words -> hearth.core.Answer.Words(text)
    is Answer.Interpreted -> hearth.core.Answer.Interpreted(text, original, language, interpreter, on)
    is Answer.Whole -> hearth.core.Answer.Whole(number)
    is Answer.YesNo -> hearth.core.Answer.YesNo(yes)
    is Answer.Number -> hearth.core.Answer.Number(text)
    is Answer.Date -> hearth.core.Answer.Date(date)
    is Answer.At -> hearth.core.Answer.At(ms, offsetMinutes.toShort())
    is Answer.Choice -> hearth.core.Answer.Choice(word)
    is Answer.Entry -> hearth.core.Answer.Entry(id)
    is Answer.Entries -> hearth.core.Answer.Entries(ids)
}

internal fun hearth.core.Answer.own(): Answer = when (this) {
    hearth.core.Answer.Nothing -> Answer.Nothing
    is hearth.core.Answer.Words -> Answer.Words(text)
    is hearth.core.Answer.Interpreted -> Answer.Interpreted(text, original, language, interpreter, on)
    is hearth.core.Answer.Whole -> Answer.Whole(number)
    is hearth.core.Answer.YesNo -> Answer.YesNo(yes)
    is hearth.core.Answer.Number -> Answer.Number(text)
    is hearth.core.Answer.Date -> Answer.Date(date)
    is hearth.core.Answer.At -> Answer.At(ms, offsetMinutes.toInt())
    is hearth.core.Answer.Choice -> Answer.Choice(word)
    is hearth.core.Answer.Entry -> Answer.Entry(id)
    is hearth.core.Answer.Entries -> Answer.Entries(ids)
}

internal fun Writer.core(): hearth.core.Writer = when (this) {
    Writer.Person -> hearth.core.Writer.Person
    is Writer.Behalf -> hearth.core.Writer.Behalf(person)
    is Writer.Carer -> hearth.core.Writer.Carer(person)
    is Writer.Guest -> hearth.core.Writer.Guest(name, role)
}
