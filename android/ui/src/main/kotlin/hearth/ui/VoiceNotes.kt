// Voice notes beside what is written: said instead of typed, or as well. They never stand in place of words.

package hearth.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import hearth.bridge.Beside

/** What is said where something goes on with a voice note and no screen is there to ask. */
class VoiceWords(val saved: String, val notAllowed: String, val nothing: String, val over: String = saved, val notHeard: String = nothing)

/** What a screen may do with voice notes. */
interface VoiceNotes {
    /** This phone has a microphone. */
    val can: Boolean

    /** The voice note that is heard now. */
    val heard: String?

    /** The voice notes beside a field. */
    @Composable
    fun beside(spot: Spot): List<Beside>
    fun isRecording(spot: Spot): Boolean

    /** What went wrong there. */
    fun trouble(spot: Spot): String?
    fun begin(spot: Spot, words: VoiceWords)

    /** Ends the recording and keeps it beside its field. */
    fun keep()

    /** Ends the recording and keeps nothing of it. */
    fun leave()
    fun hear(spot: Spot, note: String, words: VoiceWords)
    fun hush()
    fun remove(note: String)
}

/** None: nothing is said or heard here. */
val LocalVoiceNotes = staticCompositionLocalOf<VoiceNotes?> { null }

/** The voice notes beside a field, and a way to say one. [ask]: what the field asks, for who does not see it. */
@Composable
fun VoiceBeside(ask: String, spot: Spot) = Column {
    VoiceHeard(ask, spot)
    VoiceBegin(ask, spot)
}

@Composable
private fun words() = VoiceWords(
    stringResource(R.string.saved), stringResource(R.string.voice_not_allowed), stringResource(R.string.voice_nothing),
    stringResource(R.string.voice_over), stringResource(R.string.voice_not_heard),
)

/** A way to say it, where this phone has a microphone. */
@Composable
fun VoiceBegin(ask: String, spot: Spot) {
    val voice = LocalVoiceNotes.current ?: return
    if (!voice.can || voice.isRecording(spot)) return
    val words = words()
    Named(R.string.voice_begin, ask) { voice.begin(spot, words) }
}

/** What was said beside a field, what is being said now, and what went wrong with it. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun VoiceHeard(ask: String, spot: Spot) {
    val voice = LocalVoiceNotes.current ?: return
    val notes = voice.beside(spot).filter { it.sound }
    val trouble = voice.trouble(spot)
    val words = words()
    if (notes.isEmpty() && trouble == null && !voice.isRecording(spot)) return
    Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
        notes.forEach { note ->
            Small(stringResource(R.string.voice_note))
            WhoAndWhen(note.who)
            FlowRow {
                if (voice.heard == note.id) {
                    Named(R.string.voice_hush, ask) { voice.hush() }
                } else {
                    Named(R.string.voice_hear, ask) { voice.hear(spot, note.id, words) }
                }
                Named(R.string.voice_remove, ask) { voice.remove(note.id) }
            }
        }
        trouble?.let { TroubleLine(it) }
        if (voice.isRecording(spot)) {
            Sheet(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, color = LocalTokens.current.sunk) {
                Body(stringResource(R.string.voice_recording))
                MainButton(stringResource(R.string.voice_keep)) { voice.keep() }
                QuietButton(stringResource(R.string.voice_leave)) { voice.leave() }
            }
        }
    }
}

/** A button that says to whoever does not see it what it is about. */
@Composable
private fun Named(button: Int, ask: String, onClick: () -> Unit) {
    val text = stringResource(button)
    val whole = stringResource(R.string.rooms_of, text, ask)
    QuietButton(text, Modifier.semantics { contentDescription = whole }, onClick)
}
