// Somebody's plan, as they shared it: what a carer reads at night with no signal.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.Followed
import hearth.bridge.FollowedCall
import hearth.bridge.FollowedCard
import hearth.bridge.FollowedEntry
import hearth.ui.Asked
import hearth.ui.Asking
import hearth.ui.Body
import hearth.ui.CallButton
import hearth.ui.FormBox
import hearth.ui.Heading
import hearth.ui.MainButton
import hearth.ui.NamedButton
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.Pen
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.SafetyLine
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Words

/** How it stands with somebody's plan. */
class FollowedNow(
    val one: Followed,
    /** None: no copy is kept any more. */
    val card: FollowedCard?,
    /** What other words can be suggested for. */
    val entries: List<FollowedEntry>,
    /** So many of them are drawn: a long copy is not drawn all at once. */
    val most: Int,
    /** The number to dial when life is at risk. */
    val emergency: String,
    val safety: String,
    val looking: Asking,
    /** The part in which other words are suggested is open. */
    val suggestOpen: Boolean,
    val suggesting: Asking,
    /** Taking it away is asked a second time. */
    val takingAway: Boolean,
)

/** What may be done with it. */
class FollowedActions(
    val onCall: (String) -> Unit = {},
    val onRead: (() -> Unit)? = null,
    val onLook: () -> Unit = {},
    val onSuggestOpen: (Boolean) -> Unit = {},
    val onSuggest: (FollowedEntry) -> Unit = {},
    val onMore: () -> Unit = {},
    val onTakingAway: (Boolean) -> Unit = {},
    val onTakeAway: () -> Unit = {},
)

/** The form in which other words are suggested for an entry of a copy. */
fun suggestForm(id: String, entry: FollowedEntry) = "suggest/$id/${entry.entry}/${entry.field}/"

/** Its age first, then whom to call, then what to do, large. */
@Composable
fun FollowedScreen(now: FollowedNow, pen: Pen, on: FollowedActions) = Page(now.one.name) {
    Standing(now.one)
    val card = now.card
    if (card == null) {
        Body(stringResource(R.string.followed_not_kept))
    } else {
        CallButton(stringResource(R.string.card_call_emergency), now.emergency, onCall = on.onCall)
        card.calls.forEach { Call(it, on) }
        on.onRead?.let { OtherButton(stringResource(R.string.read_aloud), onClick = it) }
        card.sections.forEach { SharedSheet(it) }
        SafetyLine(now.safety)
        // Who made it, and what is not in it: at its foot, where it is read to.
        Sheet {
            Heading(stringResource(R.string.followed_about))
            card.front.forEach { Body(it) }
        }
    }
    Asked(now.looking, stringResource(R.string.followed_kept_meanwhile)) {
        if (card != null) OtherButton(stringResource(R.string.followed_newer), onClick = on.onLook)
    }
    if (now.one.maySuggest) Suggesting(now, pen, on)
    if (now.takingAway) {
        Note(stringResource(R.string.followed_take_away_ask))
        MainButton(stringResource(R.string.followed_take_away_sure), onClick = on.onTakeAway)
        OtherButton(stringResource(R.string.not_now)) { on.onTakingAway(false) }
    } else {
        QuietButton(stringResource(R.string.followed_take_away)) { on.onTakingAway(true) }
    }
}

@Composable
private fun Call(call: FollowedCall, on: FollowedActions) {
    val name = listOf(call.name, call.relation).filter { it.isNotEmpty() }.joinToString(", ")
    CallButton(name.ifEmpty { call.number }, call.number, onCall = on.onCall)
}

/** Other words, for what stands in the copy: they go beside the person's own. */
@Composable
private fun Suggesting(now: FollowedNow, pen: Pen, on: FollowedActions) {
    if (!now.suggestOpen) return OtherButton(stringResource(R.string.followed_suggest), Modifier.testTag("suggest")) { on.onSuggestOpen(true) }
    Heading(stringResource(R.string.followed_suggest))
    Small(stringResource(R.string.followed_suggest_under))
    if (now.entries.isEmpty()) Body(stringResource(R.string.followed_no_entries))
    now.entries.take(now.most).forEach { entry ->
        Sheet {
            Words(entry.words)
            One(entry, suggestForm(now.one.id, entry), now, pen, on)
        }
    }
    if (now.entries.size > now.most) OtherButton(stringResource(R.string.followed_more), onClick = on.onMore)
    // What is half typed stays, and is found again.
    QuietButton(stringResource(R.string.close)) { on.onSuggestOpen(false) }
}

@Composable
private fun One(entry: FollowedEntry, form: String, now: FollowedNow, pen: Pen, on: FollowedActions) {
    val suggest = stringResource(R.string.followed_suggest)
    if (!pen.isOpen(form)) return NamedButton(suggest, stringResource(R.string.followed_suggest_one, entry.words)) { pen.open(form) }
    FormBox(stringResource(R.string.followed_your_words), form + "words", pen, lines = 2)
    Asked(now.suggesting) {
        MainButton(stringResource(R.string.followed_send, now.one.name), enabled = pen.typed(form + "words").isNotBlank()) { on.onSuggest(entry) }
        QuietButton(stringResource(R.string.rooms_leave)) { pen.leave(form) }
    }
}
