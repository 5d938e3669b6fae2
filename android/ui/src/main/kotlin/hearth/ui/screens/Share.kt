// Everything that is shared, one of it, and the host.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import hearth.bridge.Code
import hearth.bridge.Share
import hearth.bridge.ShareStanding
import hearth.bridge.Shares
import hearth.ui.Asking
import hearth.ui.AskingHost
import hearth.ui.Body
import hearth.ui.Boxes
import hearth.ui.CodeToScan
import hearth.ui.Entrance
import hearth.ui.Heading
import hearth.ui.Invitation
import hearth.ui.KeyBox
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.Passcode
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Sure
import hearth.ui.Words

/** Its link may be given to somebody. */
val ShareStanding.isToGive get() = this == ShareStanding.Open || this == ShareStanding.Waiting

private val ShareStanding.isPaused get() = this == ShareStanding.Paused || this == ShareStanding.NotYetPaused

/** There is nothing left to end. */
private val ShareStanding.isOver
    get() = this in setOf(ShareStanding.Ended, ShareStanding.NotYetEnded, ShareStanding.Expired)

/** It opens nothing, and everybody who has to know does. */
private val ShareStanding.isPast get() = this in setOf(ShareStanding.Ended, ShareStanding.Expired, ShareStanding.Gone)

@Composable
private fun Share.name() = label.ifEmpty { stringResource(R.string.share_nameless) }

@Composable
private fun Share.seen() = stringResource(R.string.share_sees, sections.joinToString(" · "))

/** What may be done with everything that is shared. */
class SharingActions(
    val onGo: (screen: String) -> Unit = {},
    val onShare: (String) -> Unit = {},
    val onAsk: () -> Unit = {},
    val onStopping: (Boolean) -> Unit = {},
    val onStop: () -> Unit = {},
)

/** Who can see the plan, and the end of all of it. [stopping]: it is asked a second time. */
@Composable
fun SharingScreen(shares: Shares, now: Asking, stopping: Boolean, on: SharingActions) =
    Page(stringResource(R.string.share_title), stringResource(R.string.share_under)) {
        AskingHost(now)
        val (over, there) = shares.shares.partition { it.standing.isPast }
        if (shares.shares.isEmpty()) Invitation(stringResource(R.string.share_invite), stringResource(R.string.share_new)) { on.onGo("share-new") }
        there.forEach { OneShare(it, on) }
        if (shares.shares.isNotEmpty()) {
            MainButton(stringResource(R.string.share_new)) { on.onGo("share-new") }
            OtherButton(stringResource(R.string.share_ask), enabled = !now.on, onClick = on.onAsk)
        }
        if (there.any { !it.standing.isOver }) {
            if (stopping) {
                Sure(stringResource(R.string.share_stop_ask), stringResource(R.string.share_stop_sure), on.onStop) { on.onStopping(false) }
            } else {
                OtherButton(stringResource(R.string.share_stop_all), enabled = !now.on) { on.onStopping(true) }
            }
        }
        Entrance(stringResource(R.string.share_carers), listOf(stringResource(R.string.share_carers_under))) { on.onGo("carers") }
        Entrance(stringResource(R.string.share_host), listOf(shares.host.ifEmpty { stringResource(R.string.share_host_none) })) { on.onGo("share-host") }
        Entrance(stringResource(R.string.share_paper), listOf(stringResource(R.string.share_paper_entrance))) { on.onGo("paper") }
        if (over.isNotEmpty()) Heading(stringResource(R.string.share_over))
        over.forEach { OneShare(it, on) }
    }

@Composable
private fun OneShare(share: Share, on: SharingActions) = Sheet {
    val name = share.name()
    Words(name, strong = true)
    if (share.warning.isNotEmpty()) Note(share.warning)
    share.lines.forEach { Body(it) }
    if (share.sections.isNotEmpty()) Small(share.seen())
    val said = stringResource(R.string.share_open_said, name)
    OtherButton(stringResource(R.string.share_open), Modifier.semantics { contentDescription = said }) { on.onShare(share.id) }
}

/** What stands half done with one share. */
class ShareNow(
    val host: Asking,
    /** Ending it is asked a second time. */
    val ending: Boolean = false,
    val copied: Boolean = false,
)

/** What may be done with one share. */
class ShareActions(
    val onSend: () -> Unit = {},
    val onCopy: () -> Unit = {},
    val onAsk: () -> Unit = {},
    val onPause: () -> Unit = {},
    val onResume: () -> Unit = {},
    val onWhen: () -> Unit = {},
    val onEnding: (Boolean) -> Unit = {},
    val onEnd: () -> Unit = {},
)

/** One share: its code, its passcode, who looked, and its end. [code]: none where there is nothing to open. */
@Composable
fun ShareScreen(share: Share, code: Code?, boxes: Boxes, now: ShareNow, on: ShareActions) = Page(share.name()) {
    if (share.warning.isNotEmpty()) Note(share.warning)
    Sheet { share.lines.forEach { Body(it) } }
    AskingHost(now.host)
    if (code != null) Given(share, code, now, on)
    if (share.sections.isNotEmpty()) Body(share.seen())
    Heading(stringResource(R.string.share_looked))
    if (share.looks.isEmpty()) Body(stringResource(R.string.share_looked_none)) else Small(stringResource(R.string.share_looked_under))
    // What they called themselves is theirs, and text.
    share.looks.forEach { Body(it.line) }
    OtherButton(stringResource(R.string.share_ask), enabled = !now.host.on, onClick = on.onAsk)
    if (!share.standing.isOver) Ends(share, boxes, now, on)
}

@Composable
private fun Given(share: Share, code: Code, now: ShareNow, on: ShareActions) {
    Heading(stringResource(R.string.share_given))
    Body(stringResource(R.string.share_scan))
    CodeToScan(code)
    share.passcode?.let { Passcode(stringResource(R.string.share_passcode_is), it) }
    MainButton(stringResource(R.string.share_send), onClick = on.onSend)
    if (share.passcode != null) Small(stringResource(R.string.share_send_under))
    OtherButton(stringResource(R.string.share_copy), onClick = on.onCopy)
    if (now.copied) Body(stringResource(R.string.share_copied))
}

/** Pausing it, another end, its end. */
@Composable
private fun Ends(share: Share, boxes: Boxes, now: ShareNow, on: ShareActions) {
    val free = !now.host.on
    if (share.standing.isPaused) OtherButton(stringResource(R.string.share_resume), enabled = free, onClick = on.onResume)
    if (share.standing.isToGive) OtherButton(stringResource(R.string.share_pause), enabled = free, onClick = on.onPause)
    if (share.standing.isPaused || share.standing.isToGive) {
        if (boxes.isOpen("when")) {
            Sheet {
                UntilChoices(boxes)
                MainButton(stringResource(R.string.keep), Modifier.testTag("keep-when"), enabled = free, onClick = on.onWhen)
                QuietButton(stringResource(R.string.not_now)) { boxes.shut("when") }
            }
        } else {
            OtherButton(stringResource(R.string.share_when), enabled = free) { boxes.open("when") }
        }
    }
    if (now.ending) {
        Sure(stringResource(R.string.share_end_ask), stringResource(R.string.share_end_sure), on.onEnd) { on.onEnding(false) }
    } else {
        OtherButton(stringResource(R.string.share_end), enabled = free) { on.onEnding(true) }
    }
}

/** What may be done with the host. */
class ShareHostActions(
    val onAddress: (String) -> Unit = {},
    val onToken: (String) -> Unit = {},
    val onUse: () -> Unit = {},
)

/** The host in use, and what it can and can't see. */
@Composable
fun ShareHostScreen(host: String, address: String, token: String, now: Asking, on: ShareHostActions) =
    Page(stringResource(R.string.share_host), stringResource(R.string.share_host_under)) {
        if (host.isNotEmpty()) {
            Sheet {
                Small(stringResource(R.string.share_host_now))
                // An address is read from left to right in every language.
                Words("\u2066$host\u2069")
            }
        }
        Heading(stringResource(R.string.share_host_sees))
        Body(stringResource(R.string.share_host_sees_words))
        Heading(stringResource(R.string.share_host_never))
        Body(stringResource(R.string.share_host_never_words))
        KeyBox(stringResource(R.string.share_host_address), address, on.onAddress, Modifier.testTag("share-host-address"))
        KeyBox(stringResource(R.string.share_host_token), token, on.onToken, Modifier.testTag("share-host-token"))
        AskingHost(now)
        MainButton(
            stringResource(R.string.share_host_use), enabled = address.isNotBlank() && token.isNotBlank() && !now.on, onClick = on.onUse,
        )
        if (host.isEmpty()) Small(stringResource(R.string.share_host_else))
    }
