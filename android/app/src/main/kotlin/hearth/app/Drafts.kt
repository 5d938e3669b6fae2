// What is half typed. The process holds it, and where the phone keeps it, it outlives the process.

package hearth.app

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateMapOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue

/** What lay there; [lost]: something did, and nobody can read it any more. */
class FoundDrafts(val typed: Map<String, String>, val lost: Boolean = false)

/** Where half-typed words lie while no process holds them. Its calls may take as long as the disk does. */
interface KeptDrafts {
    /** None: it can't be read just now. */
    fun read(): FoundDrafts?

    /** In place of what lay there; false: it could not be written, and what lay there still does. */
    fun write(all: Map<String, String>): Boolean

    /** What lies there can't be read: it is put aside, so that something else can lie there. */
    fun setAside()
}

/** What went wrong with them, until it is read. */
enum class DraftsTrouble { NotPutAway, NotBroughtBack }

/** What the person calls the practice that they are linking, while the browser is in front. */
const val LINKING = "practice.linking"

/** Half-typed words, by the box they stand in. Kept words are cleared. */
class Drafts(private val kept: KeptDrafts? = null) {
    private val typed = mutableStateMapOf<String, String>()

    /** Something is typed, or cleared. */
    internal var changed: () -> Unit = {}

    var trouble: DraftsTrouble? by mutableStateOf(null)

    private val turns = Any()
    private var known = kept == null
    private var lies = emptyMap<String, String>()

    operator fun get(box: String): String = typed[box].orEmpty()
    operator fun set(box: String, text: String) {
        if (text.isEmpty()) typed.remove(box) else typed[box] = text
        changed()
    }

    /** A number typed in a box; none where it was not answered. */
    fun number(box: String): Int? = typed[box]?.toIntOrNull()
    fun number(box: String, value: Int?) = set(box, value?.toString().orEmpty())

    /** What is ticked in a box of several. */
    fun ticked(box: String): Set<String> = get(box).split(' ').filter { it.isNotEmpty() }.toSet()
    fun tick(box: String, id: String, on: Boolean) =
        set(box, (if (on) ticked(box) + id else ticked(box) - id).joinToString(" "))

    /** Forgets every box whose name begins so: it was kept. */
    fun clear(prefix: String) {
        typed.keys.filter { it.startsWith(prefix) }.forEach { typed.remove(it) }
        changed()
    }

    /** Brings back what the process before left. What was typed since then stands. */
    fun bringBack() {
        synchronized(turns) {
            if (known || kept == null) return
            val found = kept.read() ?: return
            known = true
            lies = found.typed
            found.typed.forEach { (box, text) -> if (box !in typed) typed[box] = text }
            if (found.lost) trouble = DraftsTrouble.NotBroughtBack
        }
    }

    /** Puts everything away as it is now. What could not be brought back is never written over. */
    fun putAway() {
        synchronized(turns) {
            if (kept == null) return
            bringBack()
            val now = typed.toMap()
            if (now == lies) return
            if (!known) {
                kept.setAside()
                known = true
                trouble = DraftsTrouble.NotBroughtBack
            }
            if (kept.write(now)) {
                lies = now
                if (trouble == DraftsTrouble.NotPutAway) trouble = null
            } else {
                trouble = DraftsTrouble.NotPutAway
            }
        }
    }
}
