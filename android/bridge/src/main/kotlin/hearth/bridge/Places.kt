// Entries that changed.

package hearth.bridge

/** An entry that changed. */
data class Place(
    /** Its kind's name in the table; "" for one that only a newer Hearth knows. */
    val kind: String,
    /** Names it. */
    val id: String,
)

internal fun hearth.core.Place.own(): Place = Place(
    kind = kind,
    id = id,
)
