// The core's own sentences, read once when a plan opens, for whatever is drawn.

package hearth.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import hearth.bridge.Say

/** Clinical and printed words, by the core's keys. */
@Immutable
class Said(private val sentences: Map<String, String>) {
    operator fun get(key: String): String = sentences[key] ?: "[$key]"

    companion object {
        /** Every key that a screen says: a screen that says another adds it here. */
        val KEYS = listOf(
            "scale-not-answered", "scale-clear", "scale-coaching",
            "scale-importance-ask", "scale-importance-low", "scale-importance-high",
            "scale-confidence-ask", "scale-confidence-low", "scale-confidence-high",
            "versions-two", "versions-both-kept", "versions-keep-both", "versions-choose", "versions-write-together",
            "versions-see-agreed", "suggestion-beside", "suggestion-accept", "suggestion-decline",
            "suggestion-ask-again", "suggestion-ask-again-yes", "suggestion-ask-again-no",
            "suggestion-accepted", "suggestion-declined", "done-undo", "done-undone",
            "unwell-title", "unwell-signs", "unwell-steps", "unwell-call", "unwell-my-signs", "unwell-what-to-do",
            "unwell-who-to-call", "unwell-coping", "unwell-at-home", "unwell-used-ask", "unwell-used-before", "unwell-empty",
            "unwell-no-signs", "unwell-no-steps", "unwell-no-calls", "card-title", "promise-late-title",
        ) + ROOMS_KEYS + VISIT_KEYS + SHARE_KEYS

        /** Scales, whose sentence for the chosen number takes it: `scale-KIND-chosen`, 1 to 10. */
        val SCALES = listOf("importance", "confidence")

        /** All of them, to be asked for at once. */
        val ASKED: List<Say> by lazy {
            val chosen = SCALES.flatMap { kind -> (1L..10L).map { Say("scale-$kind-chosen", it) } }
            KEYS.map { Say(it) } + chosen
        }

        /** The [sentences] that were asked for by [ASKED]. */
        fun of(sentences: List<String>): Said =
            Said(ASKED.zip(sentences).associate { (asked, said) -> listOfNotNull(asked.key, asked.n).joinToString("-") to said })
    }
}

/** The sentences here. */
val LocalSaid = staticCompositionLocalOf { Said(emptyMap()) }

/** What stands around the scale of this kind: `importance` or `confidence`. */
@Composable
fun scaleWords(kind: String): ScaleWords {
    val said = LocalSaid.current
    return ScaleWords(
        said["scale-$kind-ask"], said["scale-$kind-low"], said["scale-$kind-high"],
        { said["scale-$kind-chosen-$it"] }, said["scale-not-answered"], said["scale-clear"],
    )
}
