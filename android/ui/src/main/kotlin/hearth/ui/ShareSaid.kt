// The core's sentences that sharing and paper say.

package hearth.ui

/** See [Said.KEYS]. */
val SHARE_KEYS = listOf("print-card-title", "print-visit-title", "print-words-title", "error-share-no-host")
