// The page for whoever holds the phone now. Nothing of the plan is on it.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.bridge.Choice
import hearth.ui.Boxes
import hearth.ui.MainButton
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.TroubleLine
import hearth.ui.TypedChoice
import hearth.ui.TypedDay
import hearth.ui.TypedWords
import hearth.ui.Words

/** What they may do. */
class GuestActions(
    val onKeep: () -> Unit = {},
    val onMore: () -> Unit = {},
    val onBack: () -> Unit = {},
)

/** Who they are, and what they write; once it is kept, that it waits. [trouble]: the phone does not know who gave it back. */
@Composable
fun HandedOverScreen(boxes: Boxes, trouble: String?, on: GuestActions) {
    if (boxes.isOpen("written")) {
        return Page(stringResource(R.string.visit_guest_thanks)) {
            Words(stringResource(R.string.visit_guest_waits))
            trouble?.let { TroubleLine(it) }
            MainButton(stringResource(R.string.visit_guest_is_back), onClick = on.onBack)
            OtherButton(stringResource(R.string.visit_guest_more), onClick = on.onMore)
        }
    }
    Page(stringResource(R.string.visit_guest_title), stringResource(R.string.visit_guest_under)) {
        TypedWords(boxes, "name", stringResource(R.string.visit_guest_name), 1)
        TypedWords(boxes, "role", stringResource(R.string.visit_guest_role), 1)
        TypedChoice(
            boxes, "sort", listOf(Choice("promise", stringResource(R.string.visit_guest_promise)), Choice("idea", stringResource(R.string.visit_guest_idea))),
        )
        TypedWords(boxes, "words", stringResource(R.string.visit_guest_words))
        if (boxes["sort"] == "promise") TypedDay(boxes, "by", stringResource(R.string.visit_promise_by))
        val whole = listOf("name", "role", "words", "sort").all { boxes[it].isNotBlank() }
        MainButton(stringResource(R.string.visit_guest_keep), enabled = whole, onClick = on.onKeep)
        trouble?.let { TroubleLine(it) }
        QuietButton(stringResource(R.string.visit_guest_is_back), onClick = on.onBack)
    }
}
