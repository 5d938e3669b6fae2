// Promises, theirs and mine; and what is to be looked at again.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.Choice
import hearth.bridge.Due
import hearth.bridge.Promise
import hearth.bridge.Review
import hearth.ui.Body
import hearth.ui.Boxes
import hearth.ui.FieldWords
import hearth.ui.Heading
import hearth.ui.IfWritten
import hearth.ui.Invitation
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.Opened
import hearth.ui.Page
import hearth.ui.PickOne
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TypedChoice
import hearth.ui.TypedDay
import hearth.ui.TypedWords
import hearth.ui.Weight

/** What the promises may do. */
class PromisesActions(
    val onState: (id: String, state: String) -> Unit = { _, _ -> },
    val onAdd: () -> Unit = {},
    val onSettle: (id: String) -> Unit = {},
    val onSuggestions: () -> Unit = {},
)

/** Who promised what by when: others' first, then my own. Late is said plainly; nobody is blamed. */
@Composable
fun PromisesScreen(promises: List<Promise>, boxes: Boxes, on: PromisesActions) = Page(stringResource(R.string.promises_title)) {
    if (promises.isEmpty() && !boxes.isOpen("new")) {
        Invitation(stringResource(R.string.promises_invite), stringResource(R.string.visit_promise_new)) { boxes.open("new") }
    } else {
        Opened(boxes, "new", stringResource(R.string.visit_promise_new), Weight.Main) {
            PromiseBoxes(boxes, "new.")
            MainButton(stringResource(R.string.visit_promise_keep), enabled = boxes["new.what"].isNotBlank(), onClick = on.onAdd)
        }
    }
    val (mine, theirs) = promises.partition { it.mine }
    Group(stringResource(R.string.promises_theirs), theirs, boxes, on)
    Group(stringResource(R.string.promises_mine), mine, boxes, on)
}

@Composable
private fun Group(heading: String, promises: List<Promise>, boxes: Boxes, on: PromisesActions) {
    if (promises.isEmpty()) return
    Heading(heading)
    promises.forEach { PromiseSheet(it, boxes, on) }
}

@Composable
private fun PromiseSheet(promise: Promise, boxes: Boxes, on: PromisesActions) = Sheet(Modifier.testTag("promise-${promise.id}")) {
    val said = LocalSaid.current
    FieldWords(null, promise.what, said["scale-not-answered"], stringResource(R.string.settle), { on.onSettle(promise.id) }) { on.onSuggestions() }
    Body(promise.whoBy)
    if (promise.lateDays != null) Note(promise.state) else Small(promise.state)
    if (promise.onlyMe) Small(said["who-only-me"])
    val part = "state.${promise.id}"
    Opened(boxes, part, stringResource(if (promise.open) R.string.promise_came else R.string.promise_change)) {
        PickOne(
            listOf(
                Choice("done", said["promise-done"]), Choice("not_available", said["promise-not-available"]),
                Choice("no_longer_needed", said["promise-not-needed"]), Choice("promised", said["promise-open"]),
            ),
            null,
        ) { on.onState(promise.id, it) }
    }
}

/** What the reviews may do. */
class ReviewsActions(
    val onAdd: () -> Unit = {},
    val onDone: (id: String) -> Unit = {},
    val onSettle: (id: String, field: String) -> Unit = { _, _ -> },
    val onSuggestions: () -> Unit = {},
)

/** The sorts of review, by their words in the table. */
private val SORTS = listOf("plan", "medicines", "after_hospital", "moving_to_adult", "other")

/** What is to be looked at again, when, and who sees to it; [due] is what else in the plan has come to its day. */
@Composable
fun ReviewsScreen(reviews: List<Review>, due: List<Due>, boxes: Boxes, on: ReviewsActions) = Page(stringResource(R.string.reviews_title)) {
    val said = LocalSaid.current
    if (reviews.isEmpty() && !boxes.isOpen("new")) {
        Invitation(stringResource(R.string.reviews_invite), stringResource(R.string.review_new)) { boxes.open("new") }
    }
    if (reviews.isNotEmpty() || boxes.isOpen("new")) {
        Opened(boxes, "new", stringResource(R.string.review_new), Weight.Main) {
            TypedChoice(boxes, "new.sort", SORTS.map { Choice(it, said["choice-review-sort-" + it.replace('_', '-')]) })
            if (boxes["new.sort"] == "other") TypedWords(boxes, "new.name", stringResource(R.string.review_name), 1)
            TypedDay(boxes, "new.next", stringResource(R.string.visit_look_again_on))
            TypedWords(boxes, "new.interval", stringResource(R.string.visit_look_again_often), 1)
            TypedWords(boxes, "new.who", stringResource(R.string.visit_look_again_who), 1)
            MainButton(stringResource(R.string.keep), enabled = boxes["new.sort"].isNotEmpty(), onClick = on.onAdd)
        }
    }
    reviews.forEach { ReviewSheet(it, boxes, on) }
    if (due.isNotEmpty()) {
        Heading(stringResource(R.string.reviews_also))
        due.forEach { one -> Sheet(color = LocalTokens.current.sunk) { Heading(one.name); Body(one.line) } }
    }
}

@Composable
private fun ReviewSheet(review: Review, boxes: Boxes, on: ReviewsActions) = Sheet {
    Heading(review.name)
    if (review.lateDays != null) Note(review.line) else Body(review.line)
    if (review.who.isNotEmpty()) Body(stringResource(R.string.review_who, review.who))
    IfWritten(stringResource(R.string.review_often), review.interval, { on.onSettle(review.id, "interval") }, on.onSuggestions)
    if (review.next.versions.size > 1) IfWritten(stringResource(R.string.visit_look_again_on), review.next, { on.onSettle(review.id, "next") }, on.onSuggestions)
    IfWritten(stringResource(R.string.review_last), review.done, { on.onSettle(review.id, "done") }, on.onSuggestions)
    IfWritten(null, review.note, { on.onSettle(review.id, "note") }, on.onSuggestions)
    review.notes.forEach { Note(it) }
    if (review.onlyMe) Small(LocalSaid.current["who-only-me"])
    val part = "done.${review.id}"
    Opened(boxes, part, stringResource(R.string.review_done)) {
        TypedDay(boxes, "$part.on", stringResource(R.string.review_done_on))
        TypedDay(boxes, "$part.next", stringResource(R.string.review_done_next))
        MainButton(stringResource(R.string.keep)) { on.onDone(review.id) }
    }
}
