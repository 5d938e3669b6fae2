// Where the person is: the way here outlives the process.

package hearth.app

import androidx.compose.runtime.mutableStateListOf
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
