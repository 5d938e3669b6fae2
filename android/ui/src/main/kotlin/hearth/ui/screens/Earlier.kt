// Earlier versions, settling two, and what others suggest.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.Field
import hearth.bridge.HistoryLine
import hearth.bridge.Suggestion
import hearth.ui.Body
import hearth.ui.LocalSaid
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.SideBySide
import hearth.ui.Small
import hearth.ui.SuggestionCard
import hearth.ui.Words
import hearth.ui.WordsBox

/** Every version ever written of one field, newest first. */
@Composable
fun HistoryScreen(lines: List<HistoryLine>) = Page(stringResource(R.string.history_title)) {
    lines.asReversed().forEach { line ->
        Sheet {
            Words(line.text)
            Small(line.who)
            if (line.stands) Small(stringResource(R.string.history_stands))
        }
    }
}

/** Two versions, equal: keep both, choose one, or write it together. */
@Composable
fun SettleScreen(
    field: Field,
    together: String,
    onTogether: (String) -> Unit,
    trouble: String?,
    onChoose: (Int) -> Unit,
    onKeepTogether: () -> Unit,
    onKeepBoth: () -> Unit,
) {
    val said = LocalSaid.current
    Page(said["versions-two"], said["versions-both-kept"]) {
        SideBySide(field, said["versions-choose"], onChoose)
        Sheet {
            WordsBox(said["versions-write-together"], together, onTogether, Modifier.testTag("together"), trouble)
            MainButton(stringResource(R.string.keep), enabled = together.isNotBlank(), onClick = onKeepTogether)
        }
        OtherButton(said["versions-keep-both"], onClick = onKeepBoth)
    }
}

/** What waits for the person to say, one by one; there is no accept-all. */
@Composable
fun SuggestionsScreen(
    suggestions: List<Suggestion>,
    asking: String?,
    onAccept: (String, sure: Boolean) -> Unit,
    onDecline: (String) -> Unit,
    onNotYet: () -> Unit,
) {
    val said = LocalSaid.current
    Page(stringResource(R.string.suggestions_title), said["suggestion-beside"].takeIf { suggestions.isNotEmpty() }) {
        if (suggestions.isEmpty()) Body(stringResource(R.string.suggestions_none))
        suggestions.forEach { one ->
            if (one.stands.isNotEmpty()) {
                Sheet {
                    Small(stringResource(R.string.suggestions_now))
                    Words(one.stands)
                }
            }
            SuggestionCard(one.line, one.offered, null, null)
            if (one.baseChanged) Note(stringResource(R.string.suggestions_changed))
            if (asking == one.id) {
                Note(said["suggestion-ask-again"])
                MainButton(said["suggestion-ask-again-yes"]) { onAccept(one.id, true) }
                OtherButton(said["suggestion-ask-again-no"], onClick = onNotYet)
            } else {
                OtherButton(said["suggestion-accept"]) { onAccept(one.id, false) }
                OtherButton(said["suggestion-decline"]) { onDecline(one.id) }
            }
        }
    }
}
