// At the visit and after it: what is shown, what a guest writes, what is agreed.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.HANDED
import hearth.app.Happened
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.phone.copy
import hearth.app.today
import hearth.bridge.Answer
import hearth.bridge.FieldAnswer
import hearth.bridge.Filling
import hearth.bridge.Remedy
import hearth.bridge.Visit
import hearth.bridge.VisitAgreement
import hearth.ui.Boxes
import hearth.ui.R
import hearth.ui.screens.AfterActions
import hearth.ui.screens.AgreeActions
import hearth.ui.screens.RoomActions
import hearth.ui.screens.VisitAfterScreen
import hearth.ui.screens.VisitAgreeScreen
import hearth.ui.screens.VisitRoomScreen
import hearth.ui.dayOf

internal val IN_THE_ROOM_SCREENS = listOf(
    Screen("visit-room", PlaceName.Visits) { Room(it) },
    Screen("visit-agree", PlaceName.Visits) { Agree(it) },
    Screen("visit-after", PlaceName.Visits) { After(it) },
)

@Composable
private fun Room(here: Here) {
    val id = here.visit
    val said = here.host.said
    var asking by rememberSaveable { mutableStateOf<String?>(null) }
    val actions = RoomActions(
        onDiscussed = { what, yes -> here.host.act { discussed(id, what, yes) } },
        onHandOver = { here.drafts[HANDED] = id },
        onAccept = { guest, sure ->
            here.host.act({ fault -> if (fault.remedy == Remedy.AskAgain) asking = guest.id else here.host.happened = Happened(fault.sentence) }) {
                // What a guest wrote whole is one suggestion: taken back, it waits whole again.
                val waits = suggestions().firstOrNull { it.kind == guest.kind && it.entry == guest.id }?.id
                acceptGuest(guest.kind, guest.id, sure)
                asking = null
                here.host.happened = Happened(said["visit-guest-accepted"], said["done-undo"].takeIf { waits != null }) {
                    here.host.act {
                        if (waits != null) undoAccept(waits)
                        here.host.happened = Happened(said["done-undone"])
                    }
                }
            }
        },
        onDecline = { guest ->
            here.host.act {
                declineGuest(guest.kind, guest.id)
                here.host.happened = Happened(said["visit-guest-declined"])
            }
        },
        onNotYet = { asking = null },
        onAgree = { here.navigator.go("visit-agree", id) },
    )
    here.Drawn({
        val shown = visitToShow(id)
        val left = shown.leftOut.takeIf { it > 0 }?.let { sentence("visit-left-out", mapOf("n" to Filling.Count(it.toLong()))) }
        Triple(shown, left, guests())
    }) { (visit, left, guests) -> VisitRoomScreen(visit, left, guests, asking, actions) }
}

@Composable
private fun Agree(here: Here) {
    val id = here.visit
    val page = "agree.$id."
    val boxes = here.boxes(page)
    val saved = stringResource(R.string.saved)
    fun kept(part: String) {
        here.kept(page, part)
        here.host.happened = Happened(saved)
    }
    here.Drawn({ visit(id) to goals() }) { (visit, goals) ->
        val ticked = here.drafts.ticked("${page}goals")
        VisitAgreeScreen(
            visit, goals, ticked, boxes,
            AgreeActions(
                onGoal = { goal, on -> here.drafts.tick("${page}goals", goal, on) },
                onNewGoal = { here.navigator.go("goal-new") },
                onAction = { goal ->
                    val part = "action.$goal"
                    here.host.act(here.amiss(page, "$part.what"), once = page + "$part.what") {
                        add("action", listOf(FieldAnswer("goal", Answer.Entry(goal)), FieldAnswer("what", Answer.Words(boxes["$part.what"]))))
                        kept(part)
                    }
                },
                onPromise = {
                    here.host.act(here.amiss(page, "promise.what", "promise.by"), once = page + "promise.what") {
                        val mine = boxes["promise.mine"] == "yes"
                        val promise = notePromise(id, boxes["promise.what"], if (mine) "" else boxes["promise.who"].trim(), dayOf(boxes["promise.by"]))
                        if (mine) write("promise", promise, "mine", Answer.YesNo(true))
                        kept("promise")
                    }
                },
                onReview = {
                    here.host.act(here.amiss(page, "review.who", "review.on"), once = page + "review.who") {
                        setReview(id, dayOf(boxes["review.on"]).orEmpty(), boxes["review.interval"].trim(), boxes["review.who"].trim())
                        kept("review")
                    }
                },
                onAgree = {
                    here.host.act(here.amiss(page, "agree.with", "agree.on"), once = page + "agree.with") {
                        agreeVisit(id, agreed(here, visit, boxes, ticked))
                        goToStage(id, "after")
                        here.drafts.clear(page)
                        here.host.happened = Happened(saved)
                        here.navigator.back()
                        here.navigator.go("visit-after", id)
                    }
                },
            ),
        )
    }
}

/** What was agreed: with whom it says in the box, or as the visit says; today where no day was typed. */
private fun agreed(here: Here, visit: Visit, boxes: Boxes, goals: Set<String>) = VisitAgreement(
    with = boxes["agree.with"].trim().ifEmpty { visit.with.versions.singleOrNull { it.answered }?.text.orEmpty() },
    role = boxes["agree.role"].trim(),
    on = dayOf(boxes["agree.on"]) ?: here.today(),
    goals = goals.toList(),
    together = boxes["agree.together"].takeIf { it.isNotEmpty() }?.let { it == "yes" },
)

@Composable
private fun After(here: Here) {
    val id = here.visit
    val box = "after.$id.mood"
    val copied = stringResource(R.string.visit_copied)
    val context = LocalContext.current
    here.Drawn({ Triple(visit(id), visitSummary(id, withMood = false), visitSummary(id, withMood = true)) }) { (visit, plain, mood) ->
        val withMood = here.drafts[box] == "yes"
        val summary = if (withMood) mood else plain
        VisitAfterScreen(
            visit, summary, withMood,
            AfterActions(
                onMood = { here.drafts[box] = if (it) "yes" else "" },
                onCopy = {
                    copy(context, summary.text)
                    here.host.happened = Happened(copied)
                },
                onPromises = { here.navigator.go("promises") },
                onAgree = { here.navigator.go("visit-agree", id) },
            ),
        )
    }
}
