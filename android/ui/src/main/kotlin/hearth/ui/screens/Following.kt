// Following: whose plans are here and how old each copy is; taking up a link or an invitation.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.FollowGiven
import hearth.bridge.Followed
import hearth.bridge.FollowedPeople
import hearth.ui.Asked
import hearth.ui.Asking
import hearth.ui.Body
import hearth.ui.Heading
import hearth.ui.Invitation
import hearth.ui.KeyBox
import hearth.ui.MainButton
import hearth.ui.NamedButton
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.SameOrNot
import hearth.ui.ScanOrPaste
import hearth.ui.Sheet
import hearth.ui.SixDigits
import hearth.ui.Words
import hearth.ui.WordsBox

/** What may be done with those who are followed. */
class FollowingActions(
    val onNew: () -> Unit = {},
    val onOpen: (id: String) -> Unit = {},
    val onMeet: (id: String) -> Unit = {},
    val onLook: () -> Unit = {},
)

/** Whom somebody follows, each with the age of what is kept of theirs. */
@Composable
fun FollowingScreen(all: FollowedPeople, looking: Asking, on: FollowingActions) = Page(stringResource(R.string.following_title)) {
    if (all.meetings.isEmpty() && all.followed.isEmpty()) {
        return@Page Invitation(stringResource(R.string.following_invite), stringResource(R.string.following_new), on.onNew)
    }
    all.followed.forEach { one ->
        Sheet {
            Heading(one.name)
            Standing(one)
            NamedButton(stringResource(R.string.share_open), stringResource(R.string.share_open_said, one.name)) { on.onOpen(one.id) }
        }
    }
    if (all.meetings.isNotEmpty()) Heading(stringResource(R.string.carers_on_the_way))
    all.meetings.forEach { one ->
        val name = one.name.ifEmpty { stringResource(R.string.carers_waiting) }
        Sheet {
            Words(name, strong = true)
            one.lines.forEach { Body(it) }
            NamedButton(stringResource(R.string.share_open), stringResource(R.string.share_open_said, name)) { on.onMeet(one.id) }
        }
    }
    Asked(looking, stringResource(R.string.followed_kept_meanwhile)) {
        OtherButton(stringResource(R.string.following_newer), onClick = on.onLook)
    }
    MainButton(stringResource(R.string.following_new), onClick = on.onNew)
}

/** How a copy stands: its age before anything else, then that it ends soon, then the rest. */
@Composable
fun Standing(one: Followed) {
    if (one.age.isNotEmpty()) Words(one.age, strong = true)
    if (one.warning.isNotEmpty()) Note(one.warning)
    one.lines.forEach { Body(it) }
}

/** How it stands with taking up what somebody sent. What is in its boxes is a key, and is kept nowhere. */
class FollowNewNow(
    /** A pairing that is on the way; none before an invitation is answered. */
    val meeting: Followed?,
    /** One was on the way, and is over. */
    val over: Boolean,
    /** What was sent says this of itself; none before it was read. */
    val given: FollowGiven?,
    val text: String,
    val name: String,
    val passcode: String,
    /** The link or its host asks for a passcode. */
    val asksPasscode: Boolean,
    val canScan: Boolean,
    /** What is wrong with what was sent. */
    val trouble: String?,
    val asking: Asking,
    val refusing: Asking,
)

/** What may be done about it. */
class FollowNewActions(
    val onText: (String) -> Unit = {},
    val onScan: () -> Unit = {},
    val onGoOn: () -> Unit = {},
    val onName: (String) -> Unit = {},
    val onPasscode: (String) -> Unit = {},
    val onKeep: () -> Unit = {},
    val onAnswer: () -> Unit = {},
    val onAnother: () -> Unit = {},
    val onLook: () -> Unit = {},
    val onSame: () -> Unit = {},
    val onDiffer: () -> Unit = {},
    val onGiveUp: () -> Unit = {},
)

/** What somebody sent, what it is, and for a carer the six digits. */
@Composable
fun FollowNewScreen(now: FollowNewNow, on: FollowNewActions) = Page(stringResource(R.string.following_new)) {
    if (now.meeting != null) return@Page Meeting(now.meeting, now, on)
    if (now.given != null) return@Page Given(now.given, now, on)
    if (now.over) Note(stringResource(R.string.pair_over))
    Body(stringResource(R.string.follow_under))
    ScanOrPaste(
        stringResource(R.string.follow_box), now.text, now.trouble, stringResource(R.string.follow_scan), now.canScan, on.onText, on.onScan,
    )
    OtherButton(stringResource(R.string.pair_go_on), Modifier.testTag("go-on"), enabled = now.text.isNotBlank(), onClick = on.onGoOn)
}

/** It is a link, or an invitation: each says what it does before it is done. */
@Composable
private fun Given(given: FollowGiven, now: FollowNewNow, on: FollowNewActions) {
    val what = when {
        given.invitation && given.name.isEmpty() -> stringResource(R.string.follow_somebody_invites)
        given.invitation -> stringResource(R.string.follow_is_invitation, given.name)
        given.name.isEmpty() -> stringResource(R.string.follow_is_link)
        else -> stringResource(R.string.follow_is_link_named, given.name)
    }
    Words(what)
    val ask = stringResource(if (given.invitation) R.string.follow_your_name else R.string.follow_their_name)
    WordsBox(ask, now.name, on.onName, Modifier.testTag("follow-name"), lines = 1)
    if (now.asksPasscode) KeyBox(stringResource(R.string.follow_passcode), now.passcode, on.onPasscode, Modifier.testTag("follow-passcode"))
    Asked(now.asking) {
        if (given.invitation) MainButton(stringResource(R.string.follow_answer), onClick = on.onAnswer)
        else MainButton(stringResource(R.string.follow_keep), onClick = on.onKeep)
        QuietButton(stringResource(R.string.follow_another), onClick = on.onAnother)
    }
}

/** The person's answer, the six digits, and then their yes. */
@Composable
private fun Meeting(meeting: Followed, now: FollowNewNow, on: FollowNewActions) {
    if (meeting.name.isNotEmpty()) Words(meeting.name, strong = true)
    meeting.lines.forEach { Body(it) }
    val digits = meeting.digits
    if (digits != null) {
        SixDigits(digits)
        return Asked(now.asking) { Asked(now.refusing) { SameOrNot(on.onSame, on.onDiffer) } }
    }
    Asked(now.asking) { MainButton(stringResource(R.string.share_look_again), onClick = on.onLook) }
    Asked(now.refusing) { QuietButton(stringResource(R.string.pair_give_up), onClick = on.onGiveUp) }
}
