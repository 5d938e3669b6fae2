// Earlier versions, settling, suggestions.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Happened
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.Answer
import hearth.bridge.EntryField
import hearth.bridge.Remedy
import hearth.ui.R
import hearth.ui.screens.HistoryScreen
import hearth.ui.screens.SettleScreen
import hearth.ui.screens.SuggestionsScreen

val EARLIER_SCREENS = listOf(
    Screen("history", PlaceName.Plan) { here ->
        val (kind, id, field) = here.about
        here.Drawn({ history(kind, id, field) }) { HistoryScreen(it) }
    },
    Screen("settle", PlaceName.Plan) { Settle(it) },
    Screen("suggestions", PlaceName.Today) { Suggestions(it) },
)

@Composable
private fun Settle(here: Here) {
    val (kind, id, field) = here.about
    val box = "settle.$kind.$id.$field"
    val saved = stringResource(R.string.saved)
    var trouble by rememberSaveable { mutableStateOf<String?>(null) }

    /** Writes over exactly the versions that were seen: one that came meanwhile stays. */
    fun write(entry: EntryField, answer: Answer) = here.host.act({ trouble = it.sentence }) {
        writeOver(kind, id, field, answer, entry.said.seen)
        here.drafts.clear(box)
        here.host.happened = Happened(saved)
        here.navigator.back()
    }
    here.Drawn({ entry(kind, id).fields.first { it.name.substringAfter('.') == field } }) { entry ->
        SettleScreen(
            entry.said, here.drafts[box], { here.drafts[box] = it }, trouble,
            { write(entry, entry.kept[it]) }, { write(entry, Answer.Words(here.drafts[box])) }, { here.navigator.back() },
        )
    }
}

@Composable
private fun Suggestions(here: Here) {
    var asking by remember { mutableStateOf<String?>(null) }
    val host = here.host
    here.Drawn({ suggestions() }) { suggestions ->
        SuggestionsScreen(
            suggestions, asking,
            onAccept = { id, sure ->
                host.act({ fault ->
                    if (fault.remedy == Remedy.AskAgain) asking = id else host.happened = Happened(fault.sentence)
                }) {
                    accept(id, sure)
                    asking = null
                    host.happened = Happened(host.said["suggestion-accepted"], host.said["done-undo"]) {
                        host.act {
                            undoAccept(id)
                            host.happened = Happened(host.said["done-undone"])
                        }
                    }
                }
            },
            onDecline = { id ->
                host.act {
                    decline(id)
                    host.happened = Happened(host.said["suggestion-declined"])
                }
            },
            onNotYet = { asking = null },
        )
    }
}
