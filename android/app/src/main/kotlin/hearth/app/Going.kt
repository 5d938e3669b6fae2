// Long work that a screen began. It goes on when the screen is left, and when the phone is turned.

package hearth.app

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import hearth.bridge.Fault
import hearth.bridge.UnderWay
import hearth.bridge.Work
import hearth.bridge.underWay
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch

/** One piece of work, as a screen draws it. */
class Going(private val scope: CoroutineScope) {
    /** How far it is; none where nothing goes on. */
    var part: Float? by mutableStateOf(null)
        private set

    /** What came of the last, in sentences. */
    var said: List<String> by mutableStateOf(emptyList())

    /** What went wrong with the last. */
    var trouble: String? by mutableStateOf(null)
    private var work: Work? = null

    /** Begins it, unless it goes on already. */
    fun <T> begin(ask: suspend (Work) -> T, onFault: (Fault) -> Unit = {}, over: suspend (T) -> Unit) {
        if (part != null) return
        part = 0f
        said = emptyList()
        trouble = null
        val work = Work().also { work = it }
        scope.launch {
            try {
                underWay(work, ask).collect { at ->
                    when (at) {
                        is UnderWay.At -> part = at.part
                        is UnderWay.Over -> over(at.came)
                    }
                }
            } catch (fault: Fault) {
                trouble = fault.sentence
                onFault(fault)
            } finally {
                this@Going.work = null
                part = null
            }
        }
    }

    /** Asks it to stop; what the core says of that comes as what came of it. */
    fun stop() {
        work?.stop()
    }

    /** What was said is read. */
    fun read() {
        said = emptyList()
        trouble = null
    }
}

/** Every piece of work, by its name. */
class Goings(private val scope: CoroutineScope) {
    private val known = mutableMapOf<String, Going>()
    operator fun get(name: String): Going = known.getOrPut(name) { Going(scope) }
}
