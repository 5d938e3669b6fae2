// Promises and reviews: what their screens ask of the plan and write in it.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Happened
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.today
import hearth.bridge.Answer
import hearth.bridge.FieldAnswer
import hearth.bridge.NewReview
import hearth.ui.R
import hearth.ui.screens.PromisesActions
import hearth.ui.screens.PromisesScreen
import hearth.ui.screens.ReviewsActions
import hearth.ui.screens.ReviewsScreen
import hearth.ui.dayOf

internal val PROMISE_SCREENS = listOf(
    Screen("promises", PlaceName.Visits) { Promises(it) },
    Screen("reviews", PlaceName.Visits) { Reviews(it) },
)

@Composable
private fun Promises(here: Here) {
    val page = "promises."
    val boxes = here.boxes(page)
    val saved = stringResource(R.string.saved)
    val said = here.host.said
    here.Drawn({ promises() }) { promises ->
        PromisesScreen(
            promises, boxes,
            PromisesActions(
                onState = { id, state ->
                    here.host.act {
                        val before = entry("promise", id).fields.first { it.name == "promise.state" }.kept.firstOrNull()
                        write("promise", id, "state", Answer.Choice(state))
                        boxes.shut("state.$id")
                        here.host.happened = Happened(saved, said["done-undo"]) {
                            here.host.act {
                                write("promise", id, "state", before ?: Answer.Nothing)
                                here.host.happened = Happened(said["done-undone"])
                            }
                        }
                    }
                },
                onAdd = {
                    here.host.act(here.amiss(page, "new.what", "new.by"), once = page + "new.what") {
                        val mine = boxes["new.mine"] == "yes"
                        add(
                            "promise",
                            listOfNotNull(
                                wordsIn("what", boxes["new.what"]),
                                wordsIn("who", boxes["new.who"].trim()).takeUnless { mine },
                                dayIn("by", dayOf(boxes["new.by"])),
                                FieldAnswer("state", Answer.Choice("promised")),
                                dayIn("said", here.today()),
                                FieldAnswer("mine", Answer.YesNo(true)).takeIf { mine },
                            ),
                        )
                        here.drafts.clear(page)
                        here.host.happened = Happened(saved)
                    }
                },
                onSettle = { here.navigator.go("settle", "promise", it, "what") },
                onSuggestions = { here.navigator.go("suggestions") },
            ),
        )
    }
}

@Composable
private fun Reviews(here: Here) {
    val page = "reviews."
    val boxes = here.boxes(page)
    val saved = stringResource(R.string.saved)
    here.Drawn({ reviews() to home().due.filter { it.kind != "review" } }) { (reviews, due) ->
        ReviewsScreen(
            reviews, due, boxes,
            ReviewsActions(
                onAdd = {
                    here.host.act(here.amiss(page, "new.who", "new.next"), once = page + "new.who") {
                        fun typed(box: String) = boxes["new.$box"].trim().ifEmpty { null }
                        addReview(
                            NewReview(
                                sort = boxes["new.sort"], name = typed("name").takeIf { boxes["new.sort"] == "other" },
                                next = dayOf(boxes["new.next"]), interval = typed("interval"), who = typed("who"),
                            ),
                        )
                        here.drafts.clear(page)
                        here.host.happened = Happened(saved)
                    }
                },
                onDone = { id ->
                    val part = "done.$id"
                    val day = if (boxes["$part.next"].isEmpty()) "$part.on" else "$part.next"
                    here.host.act(here.amiss(page, "$part.on", day), once = page + "$part.on") {
                        reviewDone(id, dayOf(boxes["$part.on"]) ?: here.today(), dayOf(boxes["$part.next"]))
                        here.kept(page, part)
                        here.host.happened = Happened(saved)
                    }
                },
                onSettle = { id, field -> here.navigator.go("settle", "review", id, field) },
                onSuggestions = { here.navigator.go("suggestions") },
            ),
        )
    }
}
