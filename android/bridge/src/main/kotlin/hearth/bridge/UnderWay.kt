// Long work as a flow: how far it is, then what came of it.

package hearth.bridge

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.channelFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** Work under way. */
sealed interface UnderWay<out T> {
    /** How far it is, from 0 to 1; 0 before it is known. */
    data class At(val part: Float) : UnderWay<Nothing>

    /** It is over, and this came of it. */
    data class Over<T>(val came: T) : UnderWay<T>
}

/**
 * Does long work and tells how far it is. Ends in a [Fault] where the work does. Who stops
 * listening stops the work, and [Work.stop] on the handle that [ask] was given does too: then what
 * the core says of it is what comes.
 */
fun <T> underWay(work: Work, ask: suspend (Work) -> T): Flow<UnderWay<T>> = channelFlow {
    // A call of the core does not see that its coroutine was cancelled: it is told.
    val stopper = launch(start = CoroutineStart.UNDISPATCHED) {
        try {
            awaitCancellation()
        } finally {
            work.stop()
        }
    }
    val looking = launch {
        while (true) {
            send(UnderWay.At(work.reached()))
            delay(LOOK_MS)
        }
    }
    try {
        val came = ask(work)
        looking.cancelAndJoin()
        send(UnderWay.Over(came))
    } finally {
        withContext(NonCancellable) {
            looking.cancelAndJoin()
            stopper.cancelAndJoin()
        }
        work.close()
    }
}

private const val LOOK_MS = 150L
