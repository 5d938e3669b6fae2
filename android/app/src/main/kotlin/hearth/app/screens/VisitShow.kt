// The code of a visit: made ahead, shown without signal.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.today
import hearth.bridge.Answer
import hearth.bridge.Fault
import hearth.bridge.Field
import hearth.bridge.NamedSection
import hearth.bridge.Plan
import hearth.bridge.ShareChoice
import hearth.bridge.VisitCode
import hearth.ui.Boxes
import hearth.ui.R
import hearth.ui.dayToType
import hearth.ui.screens.VisitAheadActions
import hearth.ui.screens.VisitAheadScreen
import hearth.ui.screens.VisitCardScreen
import hearth.ui.screens.VisitCodeScreen
import hearth.ui.screens.VisitEnd

internal val VISIT_SHOW_SCREENS = listOf(
    Screen("visit-show", PlaceName.Visits) { here -> if (here.about.getOrNull(1) == LOOK) Look(here) else Show(here) },
)

/** What is shown of a visit, and what of it is known without asking anybody. */
private class Shown(
    val whatFor: String,
    val sections: List<NamedSection>,
    val host: String,
    /** The link's code, where it was made on this phone and is not over. */
    val made: VisitCode?,
    val card: VisitCode?,
    val noCard: String?,
)

/** What it says, of every phone. */
internal fun Field.inWords() = versions.filter { it.answered }.joinToString(" / ") { it.text }

private fun page(visit: String) = "visit-show.$visit."

private suspend fun Plan.shown(here: Here): Shown {
    val id = here.visit
    val visit = visit(id)
    val page = page(id)
    if (here.drafts[page + "begun"].isEmpty()) {
        here.offer(page, shareOffered())
        here.drafts[page + "day"] = dayToType(dayOf(here, id))
    }
    var noCard: String? = null
    val card = try {
        visitCodeOfCard()
    } catch (gone: Fault) {
        noCard = gone.sentence
        null
    }
    return Shown(visit.whatFor.inWords(), shareSections(), shares().host, visitCodeMade(id), card, noCard)
}

/** The day of the visit; today where no whole day is written, or it is over. */
private suspend fun Plan.dayOf(here: Here, visit: String): String {
    val kept = entry("visit", visit).fields.firstOrNull { it.name == "visit.on" }?.kept?.singleOrNull()
    val today = here.today()
    return (kept as? Answer.Date)?.date?.takeIf { it.length == today.length && it > today } ?: today
}

@Composable
private fun Show(here: Here) {
    val id = here.visit
    val page = page(id)
    val boxes = here.boxes(page)
    val label = stringResource(R.string.share_visit_label)
    val wholeDay = stringResource(R.string.share_whole_day)
    val card = here.drafts[page + "card"].isNotEmpty()
    fun card(on: Boolean) {
        here.drafts[page + "card"] = if (on) "1" else ""
    }
    here.Drawn({ shown(here) }) { shown ->
        when {
            shown.host.isEmpty() || card -> VisitCardScreen(
                shown.whatFor, shown.card, shown.noCard, { card(false) }.takeIf { shown.host.isNotEmpty() },
                { here.navigator.go("share-host") }, { here.navigator.go("paper", "visit", id) },
            )
            shown.made != null -> VisitCodeScreen(shown.whatFor, shown.made, { here.navigator.go("share", it) }) { card(true) }
            else -> VisitAheadScreen(
                shown.whatFor, shown.sections, here.ticked(page), boxes,
                VisitAheadActions(
                    onTick = { section, on ->
                        here.drafts.tick(page + "sections", section.name, on)
                        here.drafts["$page!look"] = ""
                    },
                    onLook = {
                        here.host.act(here.amiss(page, "look", "day")) {
                            sharePreview(here.chosen(this, boxes, label, wholeDay))
                            here.drafts["$page!look"] = ""
                            here.host.session.goings["visit-code.$id"].read()
                            here.navigator.go("visit-show", id, LOOK)
                        }
                    },
                    onCard = { card(true) },
                ),
            )
        }
    }
}

/** The core knows how long the code of a visit stays open after it. */
private suspend fun Here.chosen(plan: Plan, boxes: Boxes, label: String, wholeDay: String): ShareChoice {
    val over = VisitEnd.entries.firstOrNull { it.word == boxes["end"] } ?: VisitEnd.Night
    return plan.shareOffered(minutesInto(plan, boxes, over.minutes, wholeDay)).copy(
        label = label, sections = ticked(page(visit)).sorted(), passcode = boxes["passcode"].isNotEmpty(),
    )
}

@Composable
private fun Look(here: Here) {
    val id = here.visit
    val boxes = here.boxes(page(id))
    val label = stringResource(R.string.share_visit_label)
    val wholeDay = stringResource(R.string.share_whole_day)
    val making = here.host.session.goings["visit-code.$id"]
    here.LookedAt(making, stringResource(R.string.share_visit_make), { here.chosen(this, boxes, label, wholeDay) }) { choice, sum ->
        visitCodeMakeFor(id, choice, sum)
        return@LookedAt {
            here.drafts.clear(page(id))
            if (here.navigator.here.let { it.screen == "visit-show" && LOOK in it.about }) here.navigator.back()
        }
    }
}
