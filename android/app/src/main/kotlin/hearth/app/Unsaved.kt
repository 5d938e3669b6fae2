// What is typed and is a key: a link, an invitation, a passcode. In this process only, and in no saved state.

package hearth.app

import androidx.compose.runtime.mutableStateMapOf

/** Boxes by their names, as [Drafts], but gone with the process. */
class Unsaved {
    private val typed = mutableStateMapOf<String, String>()

    operator fun get(box: String): String = typed[box].orEmpty()
    operator fun set(box: String, text: String) {
        if (text.isEmpty()) typed.remove(box) else typed[box] = text
    }

    /** Forgets every box whose name begins so. */
    fun clear(prefix: String) = typed.keys.filter { it.startsWith(prefix) }.forEach { typed.remove(it) }
}
