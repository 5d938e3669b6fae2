// The core's sentences that the rooms say.

package hearth.ui

/** See [Said.KEYS]. */
val ROOMS_KEYS = listOf(
    "who-only-me", "versions-keep", "versions-remove", "versions-check-first", "done-removed",
    "reading-name-pressure-top", "reading-name-pressure-bottom", "error-date-impossible",
    "zone-green", "zone-amber", "zone-red", "zone-any", "card-communication", "card-very-unwell",
)
