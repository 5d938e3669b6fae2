// The core's sentences that the Visits place says.

package hearth.ui

/** See [Said.KEYS]. */
val VISIT_KEYS = listOf(
    "choice-reply-answer-yes", "choice-reply-answer-no", "choice-reply-answer-rather-not-say",
    "choice-thought-sort-question", "choice-thought-sort-thought", "choice-thought-sort-idea",
    "visit-agenda-mood", "visit-agenda-thoughts", "visit-guest-waits", "visit-guest-accept", "visit-guest-decline",
    "visit-guest-accepted", "visit-guest-declined",
    "promise-title", "promise-open", "promise-done", "promise-not-available", "promise-not-needed",
    "choice-review-sort-plan", "choice-review-sort-medicines", "choice-review-sort-after-hospital",
    "choice-review-sort-moving-to-adult", "choice-review-sort-other",
    "who-only-me", "done-removed", "versions-keep", "versions-remove", "error-not-a-number", "region-mood-yes", "error-date-impossible",
)
