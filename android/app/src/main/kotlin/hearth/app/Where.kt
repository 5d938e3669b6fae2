// Where the person is, and what they have half typed: both outlive the process.

package hearth.app

import androidx.compose.runtime.mutableStateListOf
import androidx.compose.runtime.mutableStateMapOf
import androidx.compose.runtime.saveable.listSaver

/** The five places. Unwell is always the third. */
enum class PlaceName { Today, Plan, Unwell, Visits, People }

/** A screen, by its name in docs/screens.tsv, and what it is about. */
data class Where(val screen: String, val about: List<String> = emptyList())

/** The way here. Back goes one screen back and loses no half-typed word. */
class Navigator(start: List<Where> = listOf(Where("today"))) {
    private val way = mutableStateListOf<Where>().apply { addAll(start) }

    val here: Where get() = way.last()
    val canGoBack: Boolean get() = way.size > 1

    /** Somebody tapped their way here. */
    var byTaps = false
        private set

    fun go(screen: String, vararg about: String) {
        byTaps = true
        way += Where(screen, about.toList())
    }

    fun back() {
        if (canGoBack) way.removeAt(way.lastIndex)
    }

    /** A place's first screen, with Today behind it. */
    fun to(screen: String) {
        byTaps = true
        way.clear()
        way += Where("today")
        if (screen != "today") way += Where(screen)
    }

    companion object {
        private const val PARTS = "\u001f"
        val Saver = listSaver<Navigator, String>(
            save = { one -> one.way.map { (listOf(it.screen) + it.about).joinToString(PARTS) } },
            restore = { kept -> Navigator(kept.map { it.split(PARTS) }.map { Where(it.first(), it.drop(1)) }) },
        )
    }
}

/** The box that names the visit at which somebody else holds the phone; empty: nobody does. */
const val HANDED = "handed"

/** Half-typed words, by the box they stand in. Kept words are cleared. */
class Drafts(kept: Map<String, String> = emptyMap()) {
    private val typed = mutableStateMapOf<String, String>().apply { putAll(kept) }

    operator fun get(box: String): String = typed[box].orEmpty()
    operator fun set(box: String, text: String) {
        if (text.isEmpty()) typed.remove(box) else typed[box] = text
    }

    /** A number typed in a box; none where it was not answered. */
    fun number(box: String): Int? = typed[box]?.toIntOrNull()
    fun number(box: String, value: Int?) = set(box, value?.toString().orEmpty())

    /** What is ticked in a box of several. */
    fun ticked(box: String): Set<String> = get(box).split(' ').filter { it.isNotEmpty() }.toSet()
    fun tick(box: String, id: String, on: Boolean) =
        set(box, (if (on) ticked(box) + id else ticked(box) - id).joinToString(" "))

    /** Forgets every box whose name begins so: it was kept. */
    fun clear(prefix: String) = typed.keys.filter { it.startsWith(prefix) }.forEach { typed.remove(it) }

    companion object {
        val Saver = listSaver<Drafts, String>(
            save = { one -> one.typed.flatMap { listOf(it.key, it.value) } },
            restore = { kept -> Drafts(kept.chunked(2).associate { it[0] to it[1] }) },
        )
    }
}
