// Today.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import hearth.bridge.Home
import hearth.ui.Body
import hearth.ui.Heading
import hearth.ui.Invitation
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.SuggestionCard
import hearth.ui.Words

/** What Today may do. */
class TodayActions(
    val onNewGoal: () -> Unit = {},
    val onGoal: (String) -> Unit = {},
    val onSuggestions: () -> Unit = {},
    val onUnsettled: () -> Unit = {},
    val onTold: () -> Unit = {},
)

/** What matters most, what was promised and is late, what waits. [told]: what the mail brought, until it is read. */
@Composable
fun TodayScreen(home: Home, told: List<String>, on: TodayActions) =
    Page(stringResource(R.string.today_hello, home.callMe), stringResource(R.string.today_under)) {
        home.notices.forEach { Note(it) }
        home.handOver?.let { Note(it) }
        if (told.isNotEmpty()) {
            Sheet(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, color = LocalTokens.current.sunk) {
                told.forEach { Body(it) }
                QuietButton(stringResource(R.string.mail_read), onClick = on.onTold)
            }
        }
        if (home.goals.isEmpty()) {
            Invitation(stringResource(R.string.today_invite), stringResource(R.string.today_write), on.onNewGoal)
        }
        home.goals.firstOrNull()?.let { goal ->
            Sheet {
                Small(stringResource(R.string.today_matters))
                goal.words.forEach { Words(it, strong = true) }
                goal.importance?.let { Small(LocalSaid.current["scale-importance-chosen-$it"]) }
                MainButton(stringResource(R.string.goal_open)) { on.onGoal(goal.id) }
            }
        }
        home.goals.drop(1).forEach { goal ->
            OtherButton(goal.words.joinToString(" / ")) { on.onGoal(goal.id) }
        }
        home.due.forEach { due -> Sheet(color = LocalTokens.current.sunk) { Heading(due.name); Body(due.line) } }
        if (home.late.isNotEmpty()) {
            Sheet {
                Heading(LocalSaid.current["promise-late-title"])
                home.late.forEach { promise ->
                    promise.what.versions.forEach { Words(it.text) }
                    Small(promise.whoBy)
                    Small(promise.state)
                }
            }
        }
        if (home.suggestions > 0) {
            SuggestionCard(
                pluralStringResource(R.plurals.today_suggestions, home.suggestions), "", LocalSaid.current["suggestion-beside"],
                on.onSuggestions, pluralStringResource(R.plurals.look, home.suggestions),
            )
        }
        if (home.unsettled > 0) {
            Sheet {
                Heading(pluralStringResource(R.plurals.today_two, home.unsettled, home.unsettled))
                Small(LocalSaid.current["versions-both-kept"])
                val look = if (home.unsettled == 1) stringResource(R.string.settle) else pluralStringResource(R.plurals.look, home.unsettled)
                OtherButton(look, onClick = on.onUnsettled)
            }
        }
    }
