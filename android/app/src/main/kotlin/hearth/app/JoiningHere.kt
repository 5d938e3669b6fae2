// A phone that has no plan yet and waits for the other one's: its keys, in this process only.

package hearth.app

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import hearth.bridge.Code
import hearth.bridge.Doors
import hearth.bridge.Fault
import hearth.bridge.Joining
import hearth.bridge.Open

/** One for as long as no plan is here: whoever goes back and comes again finds the same code. */
class JoiningHere(private val doors: Doors) {
    private var joining: Joining? = null

    /** What the old phone scans, as words and as a code. */
    var shows: String? by mutableStateOf(null)
        private set
    var code: Code? by mutableStateOf(null)
        private set
    var digits: String? by mutableStateOf(null)
        private set

    /** Why there is no code; or that there is another one now. */
    var trouble: String? by mutableStateOf(null)
        private set

    /** Draws this phone's keys, once. */
    suspend fun begin() {
        if (joining != null) return
        try {
            val fresh = doors.join().also { joining = it }
            shows = fresh.shows()
            code = doors.textAsCode(fresh.shows())
        } catch (fault: Fault) {
            trouble = fault.sentence
        }
    }

    suspend fun scanned(text: String) {
        digits = joining?.scanned(text)
        trouble = null
    }

    suspend fun fetch(): Open? = joining?.fetch()?.also { over() }

    /** The digits differ: this phone draws other keys. */
    suspend fun anew(said: String) {
        over()
        begin()
        trouble = said
    }

    private fun over() {
        joining?.close()
        joining = null
        shows = null
        code = null
        digits = null
        trouble = null
    }
}
