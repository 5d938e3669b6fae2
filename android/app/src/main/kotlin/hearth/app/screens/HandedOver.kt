// Somebody else holds the phone: one page to write on, and no way from it but giving the phone back.

package hearth.app.screens

import androidx.activity.compose.BackHandler
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.HANDED
import hearth.app.Here
import hearth.bridge.Plan
import hearth.bridge.Writer
import hearth.ui.Boxes
import hearth.ui.R
import hearth.ui.dayOf
import hearth.ui.screens.GuestActions
import hearth.ui.screens.HandedOverScreen

/** What is written stays handed over until the phone is back with its owner, whom the phone knows where it locks the plan. */
@Composable
internal fun HandedOver(here: Here) {
    val id = here.visit
    val page = "room.$id."
    val boxes = here.boxes(page)
    val outside = here.host.session.outside
    val ask = stringResource(R.string.locked_open)
    val not = stringResource(R.string.visit_guest_not_back)
    var trouble by rememberSaveable { mutableStateOf<String?>(null) }
    // Back leads nowhere while somebody else holds the phone.
    BackHandler { }
    HandedOverScreen(
        boxes, trouble,
        GuestActions(
            onKeep = {
                here.host.act(here.amiss(page, "words", "by"), once = page + "words") {
                    guestWrites(id, boxes)
                    here.drafts.clear(page)
                    boxes.open("written")
                }
            },
            onMore = { boxes.shut("written") },
            onBack = {
                fun back(known: Boolean) {
                    trouble = not.takeIf { !known }
                    if (known) {
                        boxes.shut("written")
                        here.drafts[HANDED] = ""
                    }
                }
                if (outside.choices.lock && outside.lock.can) outside.lock.ask(ask, ::back) else back(true)
            },
        ),
    )
}

/** Their words, in their name: they wait for the person. */
private suspend fun Plan.guestWrites(visit: String, boxes: Boxes) {
    val guest = Writer.Guest(boxes["name"].trim(), boxes["role"].trim())
    if (boxes["sort"] == "promise") {
        notePromise(visit, boxes["words"], guest.name, dayOf(boxes["by"]), guest)
    } else {
        addThought(visit, "idea", boxes["words"], "", guest)
    }
}
