// Sentences, languages, dates.

package hearth.bridge

/** A language that a person may choose. */
data class Language(
    /** Its BCP 47 tag: `cy`. */
    val tag: String,
    /** Its name in itself: "Cymraeg". */
    val ownName: String,
    /** Its lines run from right to left. */
    val rightToLeft: Boolean,
    /** A clinician has read its safety text; where not, English stands beside it. */
    val reviewed: Boolean,
)

/** What is always drawn, with a plan or without. */
data class SafetyNote(
    /** "Life at risk? 999 ...": a line, or two where English stands beside it. */
    val lifeAtRisk: String,
    /** The number to dial when life is at risk. */
    val emergencyNumber: String,
    /** The number to dial when it is urgent. */
    val urgentNumber: String,
    /** That no clinician has read the safety text of this language. */
    val notReviewed: String?,
)

/** Something put into a sentence. */
sealed interface Filling {
    /** Text of a person, a name, a date in words. */
    data class Text(val text: String) : Filling
    /** A whole number: chooses between "1 day" and "2 days". */
    data class Count(val number: Long) : Filling
}

/** A sentence that is asked for: its key, and the number in it where there is one. */
data class Say(
    /** Its key. */
    val key: String,
    /** What stands for `n` in it. */
    val n: Long? = null,
)

internal fun Say.core() = hearth.core.Say(key, n)

/** Sentences, languages, dates: the calls. */
interface WordsCalls {
    /** A calendar date in words: "Thursday 26 November 2026", "March 1951". */
    suspend fun dateInWords(date: String): String

    /**
     * One of Hearth's sentences by its key; safety text with the English beside it where its
     * language needs that.
     */
    suspend fun sentence(key: String, with: Map<String, Filling> = emptyMap()): String

    /** Many of Hearth's sentences at once, in the order they are asked for. */
    suspend fun sentences(say: List<Say>): List<String>

    /** From now on Hearth speaks another language, and the card is in it. Draw every screen anew. */
    suspend fun speak(language: String): Language
}

internal class CoreWords(private val ask: Ask) : WordsCalls {
    override suspend fun dateInWords(date: String) = ask.of { it.dateInWords(date) }

    override suspend fun sentence(key: String, with: Map<String, Filling>) = ask.of { it.sentence(key, with.mapValues { it.value.core() }) }

    override suspend fun sentences(say: List<Say>) = ask.of { core -> core.sentences(say.map { it.core() }) }

    override suspend fun speak(language: String) = ask.of { it.speak(language).own() }
}

internal fun hearth.core.LanguageView.own(): Language = Language(
    tag = tag,
    ownName = ownName,
    rightToLeft = rightToLeft,
    reviewed = reviewed,
)

internal fun hearth.core.SafetyNote.own(): SafetyNote = SafetyNote(
    lifeAtRisk = lifeAtRisk,
    emergencyNumber = emergencyNumber,
    urgentNumber = urgentNumber,
    notReviewed = notReviewed,
)

internal fun Filling.core(): hearth.core.Filling = when (this) {
    is Filling.Text -> hearth.core.Filling.Text(text)
    is Filling.Count -> hearth.core.Filling.Count(number)
}
