// Voice notes: said, kept beside a field of the plan, heard again. What is said outlives a turned phone.

package hearth.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateMapOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import hearth.bridge.Beside
import hearth.bridge.Fault
import hearth.ui.Spot
import hearth.ui.VoiceNotes
import hearth.ui.VoiceWords

/** The voice notes of one plan that is open. */
class Speaking(private val host: Host) : VoiceNotes {
    private class Recording(val spot: Spot, val words: VoiceWords, val on: Where?)

    private val recorder get() = host.session.outside.recorder
    private var recording: Recording? by mutableStateOf(null)
    private var wrong: Pair<String, String>? by mutableStateOf(null)
    private val known = mutableStateMapOf<String, List<Beside>>()
    private val read = mutableMapOf<String, Int>()

    /** The screen that is drawn. */
    private var here: Where? = null

    override val can get() = recorder.can
    override var heard: String? by mutableStateOf(null)
        private set

    @Composable
    override fun beside(spot: Spot): List<Beside> {
        val of = "${spot.kind}/${spot.id}"
        LaunchedEffect(of, host.version) {
            // Once for all the fields of an entry.
            if (read.put(of, host.version) == host.version) return@LaunchedEffect
            known[of] = try {
                host.plan.beside(spot.kind, spot.id)
            } catch (_: Fault) {
                // What it stands beside is gone, and its own screen says so.
                emptyList()
            }
        }
        return known[of].orEmpty().filter { it.field.substringAfter('.') == spot.field }
    }

    override fun isRecording(spot: Spot) = recording?.spot?.box == spot.box
    override fun trouble(spot: Spot) = wrong?.takeIf { it.first == spot.box }?.second

    override fun begin(spot: Spot, words: VoiceWords) {
        // One after the other: what was said before is kept.
        keep()
        hush()
        recorder.begin({ over(spot) }) { begun ->
            wrong = if (begun) null else spot.box to words.notAllowed
            recording = if (begun) Recording(spot, words, here) else null
        }
    }

    /** It has ended by itself: what was said is kept, and that is said. */
    private fun over(spot: Spot) {
        if (recording?.spot === spot) keep { it.over }
    }

    override fun keep() = keep { it.saved }

    private fun keep(said: (VoiceWords) -> String) {
        val (spot, words) = recording?.let { it.spot to it.words } ?: return
        recording = null
        val sound = recorder.end()
        if (sound == null) {
            wrong = spot.box to words.nothing
            return
        }
        host.act({ wrong = spot.box to it.sentence }) {
            attach(spot.kind, spot.id, spot.field, sound)
            host.happened = Happened(said(words))
        }
    }

    override fun leave() {
        if (recording == null) return
        recording = null
        recorder.end()
    }

    override fun hear(spot: Spot, note: String, words: VoiceWords) {
        // Nothing is heard into what is being said.
        keep()
        host.act({ wrong = spot.box to it.sentence }) {
            val sound = attachment(note)
            wrong = null
            heard = note
            if (!recorder.play(sound) { if (heard == note) heard = null }) {
                heard = null
                wrong = spot.box to words.notHeard
            }
        }
    }

    override fun hush() {
        recorder.stop()
        heard = null
    }

    override fun remove(note: String) {
        if (heard == note) hush()
        host.act {
            remove("attachment", note)
            host.happened = Happened(host.said["done-removed"], host.said["done-undo"]) {
                host.act {
                    keep("attachment", note)
                    host.happened = Happened(host.said["done-undone"])
                }
            }
        }
    }

    /** A screen is drawn: leaving one ends what was said on it, and keeps it. A turned phone leaves none. */
    fun drawn(screen: Where) {
        here = screen
        if (recording?.let { it.on != screen } == true) keep()
        if (recording == null && heard != null) hush()
    }

    /** The app is left. */
    fun left() {
        keep()
        hush()
    }
}
