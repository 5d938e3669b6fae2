// Moments.

package hearth.bridge

/** A moment: epoch milliseconds, and what the wall clock says. */
data class Moment(
    /** Milliseconds since 1970-01-01 00:00 UTC. */
    val ms: Long,
    /** Minutes that the wall clock is ahead of UTC. */
    val offsetMinutes: Int,
)

internal fun hearth.core.Moment.own(): Moment = Moment(
    ms = ms,
    offsetMinutes = offsetMinutes.toInt(),
)

internal fun Moment.core(): hearth.core.Moment = hearth.core.Moment(
    ms = ms,
    offsetMinutes = offsetMinutes.toShort(),
)
