// The practice: the link, how it stands, what could not be sent.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.EntryLine
import hearth.bridge.LinkStanding
import hearth.bridge.NotInStep
import hearth.bridge.Practice
import hearth.ui.Body
import hearth.ui.Heading
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TroubleLine
import hearth.ui.Words
import hearth.ui.WordsBox
import hearth.ui.Working

/** What stands half done on the screen of the practice. */
class PracticeNow(
    val address: String,
    val name: String,
    val addressTrouble: String?,
    val nameTrouble: String?,
    /** The practice is being asked for a link. */
    val asking: Boolean,
    /** How far getting in step is; none where nothing goes on. */
    val stepping: Float?,
    /** What came of getting in step, of a link, of its end. */
    val said: List<String>,
    /** What went wrong, where it is not about a box. */
    val trouble: String?,
    /** Ending the link is asked a second time. */
    val ending: Boolean,
    /** Something on this phone reads a code for us. */
    val canScan: Boolean,
)

/** What may be done about it. */
class PracticeActions(
    val onAddress: (String) -> Unit = {},
    val onName: (String) -> Unit = {},
    val onScan: () -> Unit = {},
    val onLink: () -> Unit = {},
    val onStep: () -> Unit = {},
    val onStop: () -> Unit = {},
    val onTroubles: () -> Unit = {},
    val onEnding: (Boolean) -> Unit = {},
    val onEnd: () -> Unit = {},
)

/** The practice: not linked, begun, linked, or to be linked again. */
@Composable
fun PracticeScreen(practice: Practice, now: PracticeNow, on: PracticeActions) = Page(stringResource(R.string.practice_title)) {
    now.trouble?.let { TroubleLine(it) }
    if (practice.name.isNotEmpty()) Words(practice.name)
    if (practice.lines.isNotEmpty()) Sheet { practice.lines.forEach { Body(it) } }
    if (now.said.isNotEmpty()) {
        Sheet {
            Small(stringResource(R.string.practice_result))
            now.said.forEach { Body(it) }
        }
    }
    if (practice.standing == LinkStanding.Linked) Linked(practice, now, on) else NotLinked(practice, now, on)
    // Whoever gave away the phone, or lost faith in the practice, ends it here in either state.
    if (practice.name.isNotEmpty()) End(now, on)
}

@Composable
private fun Linked(practice: Practice, now: PracticeNow, on: PracticeActions) {
    if (now.stepping != null) {
        Working(stringResource(R.string.practice_stepping), now.stepping, on.onStop)
    } else {
        MainButton(stringResource(R.string.practice_step), onClick = on.onStep)
    }
    if (practice.troubles.isNotEmpty()) OtherButton(stringResource(R.string.practice_troubles), onClick = on.onTroubles)
    if (practice.notAllowed.isNotEmpty()) {
        Heading(stringResource(R.string.practice_not_allowed))
        practice.notAllowed.forEach { Note(it) }
    }
    WhatGoes()
}

@Composable
private fun WhatGoes() {
    Heading(stringResource(R.string.practice_goes))
    Body(stringResource(R.string.practice_goes_words))
    Heading(stringResource(R.string.practice_never))
    Body(stringResource(R.string.practice_never_words))
    Body(stringResource(R.string.practice_comes))
}

@Composable
private fun NotLinked(practice: Practice, now: PracticeNow, on: PracticeActions) {
    WhatGoes()
    WordsBox(stringResource(R.string.practice_name), now.name, on.onName, Modifier.testTag("practice-name"), now.nameTrouble, lines = 1)
    WordsBox(stringResource(R.string.practice_address), now.address, on.onAddress, Modifier.testTag("practice-address"), now.addressTrouble, lines = 1)
    if (now.canScan) {
        OtherButton(stringResource(R.string.practice_scan), onClick = on.onScan)
        Small(stringResource(R.string.practice_scan_under))
    }
    val again = practice.standing == LinkStanding.LinkAgain
    if (now.asking) {
        Body(stringResource(R.string.practice_asking))
    } else {
        MainButton(stringResource(if (again) R.string.practice_again else R.string.practice_link), onClick = on.onLink)
    }
    Small(stringResource(R.string.practice_link_under))
}

@Composable
private fun End(now: PracticeNow, on: PracticeActions) {
    if (now.ending) {
        Note(stringResource(R.string.practice_end_ask))
        MainButton(stringResource(R.string.practice_end_sure), onClick = on.onEnd)
        OtherButton(stringResource(R.string.not_now)) { on.onEnding(false) }
    } else {
        OtherButton(stringResource(R.string.practice_end), enabled = now.stepping == null) { on.onEnding(true) }
    }
}

/** One that is not in step, with its own words where it is the person's. */
class NotSent(val trouble: NotInStep, val line: EntryLine?)

/** What is not in step: what it is, why, and sending it again. */
@Composable
fun NotSentScreen(these: List<NotSent>, onAgain: (NotInStep) -> Unit) = Page(
    stringResource(R.string.notsent_title), stringResource(R.string.notsent_under).takeIf { these.isNotEmpty() },
) {
    if (these.isEmpty()) Body(stringResource(R.string.notsent_none))
    these.forEach { one ->
        Sheet {
            Small(one.line?.heading ?: stringResource(R.string.notsent_theirs))
            one.line?.words?.forEach { Words(it) }
            Body(one.trouble.sentence)
            if (one.trouble.sendAgain) OtherButton(stringResource(R.string.notsent_again)) { onAgain(one.trouble) }
        }
    }
}
