// The person's other phone: taking it in on the old one, bringing the plan over on the new one.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.Code
import hearth.bridge.OtherPhone
import hearth.ui.Asked
import hearth.ui.Asking
import hearth.ui.Body
import hearth.ui.CameOf
import hearth.ui.CodeToScan
import hearth.ui.Heading
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.SameOrNot
import hearth.ui.ScanOrPaste
import hearth.ui.SixDigits
import hearth.ui.Small
import hearth.ui.TroubleLine
import hearth.ui.Words

/** How it stands with taking in the other phone. What it shows is in no saved state. */
class PhoneNewNow(
    /** None: no phone is being taken in. */
    val phone: OtherPhone?,
    /** What the new phone scans. */
    val code: Code?,
    val hasHost: Boolean,
    val text: String,
    val canScan: Boolean,
    /** The phone did not learn who is there. */
    val trouble: String?,
    val scanning: Asking,
    val looking: Asking,
    val sending: Asking,
    val refusing: Asking,
)

/** What may be done about it. */
class PhoneNewActions(
    val onHost: () -> Unit = {},
    val onText: (String) -> Unit = {},
    val onScan: () -> Unit = {},
    val onGoOn: () -> Unit = {},
    val onSend: (text: String) -> Unit = {},
    val onLook: () -> Unit = {},
    val onSame: () -> Unit = {},
    val onDiffer: () -> Unit = {},
    val onGiveUp: () -> Unit = {},
)

/** Its code is scanned, six digits are compared, and the whole plan goes to it. */
@Composable
fun PhoneNewScreen(now: PhoneNewNow, on: PhoneNewActions) = Page(stringResource(R.string.phone_new), stringResource(R.string.phone_new_under)) {
    now.phone?.let { TakenIn(it, now, on) }
    // One phone at a time: the next when this one has its plan.
    if (now.phone?.digits != null || now.code != null) return@Page
    if (now.phone != null) Heading(stringResource(R.string.phone_another))
    Words(stringResource(R.string.phone_how))
    Note(stringResource(R.string.phone_key))
    if (!now.hasHost) return@Page NeedsHost(on.onHost)
    Asked(now.scanning) {
        ScanOrPaste(stringResource(R.string.phone_box), now.text, null, stringResource(R.string.phone_scan), now.canScan, on.onText, on.onScan)
        OtherButton(stringResource(R.string.pair_go_on), Modifier.testTag("go-on"), enabled = now.text.isNotBlank(), onClick = on.onGoOn)
    }
}

/** What it scans, the digits, or that the plan is on its way. */
@Composable
private fun TakenIn(phone: OtherPhone, now: PhoneNewNow, on: PhoneNewActions) {
    now.trouble?.let { TroubleLine(it) }
    if (phone.name.isNotEmpty()) Words(phone.name, strong = true)
    phone.lines.forEach { Words(it) }
    val digits = phone.digits
    if (digits != null) {
        SixDigits(digits)
        Note(stringResource(R.string.phone_key))
        return Asked(now.sending) { Asked(now.refusing) { SameOrNot(on.onSame, on.onDiffer) } }
    }
    now.code?.let { code ->
        CodeToScan(code, R.string.pair_code_said)
        OtherButton(stringResource(R.string.phone_send)) { on.onSend(phone.text) }
        Small(stringResource(R.string.phone_send_key))
    }
    Asked(now.looking) {
        CameOf(now.looking.said)
        MainButton(stringResource(R.string.phone_look), onClick = on.onLook)
    }
    Asked(now.refusing) { QuietButton(stringResource(R.string.pair_give_up), onClick = on.onGiveUp) }
}

/** How it stands with bringing the plan over. Nothing of it is kept before the plan is here. */
class PhoneJoinNow(
    /** What the old phone scans. */
    val code: Code?,
    /** The digits to compare, once the old phone's code was read. */
    val digits: String?,
    val text: String,
    val canScan: Boolean,
    val trouble: String?,
    val reading: Asking,
    val fetching: Asking,
)

/** What may be done about it. */
class PhoneJoinActions(
    val onSend: () -> Unit = {},
    val onText: (String) -> Unit = {},
    val onScan: () -> Unit = {},
    val onGoOn: () -> Unit = {},
    val onFetch: () -> Unit = {},
    val onDiffer: () -> Unit = {},
)

/** It shows its key, reads where to meet, compares six digits and gets the plan. */
@Composable
fun PhoneJoinScreen(now: PhoneJoinNow, on: PhoneJoinActions) = Page(stringResource(R.string.join_title), stringResource(R.string.join_under)) {
    now.trouble?.let { TroubleLine(it) }
    val digits = now.digits
    if (digits != null) {
        Words(stringResource(R.string.join_third))
        SixDigits(digits)
        return@Page Asked(now.fetching) {
            now.fetching.said.forEach { Note(it) }
            MainButton(stringResource(R.string.join_fetch), onClick = on.onFetch)
            OtherButton(stringResource(R.string.pair_differ), onClick = on.onDiffer)
        }
    }
    Words(stringResource(R.string.join_first))
    now.code?.let { code ->
        CodeToScan(code, R.string.pair_code_said)
        OtherButton(stringResource(R.string.join_send), onClick = on.onSend)
    }
    Words(stringResource(R.string.join_second))
    Asked(now.reading) {
        ScanOrPaste(stringResource(R.string.join_box), now.text, null, stringResource(R.string.join_scan), now.canScan, on.onText, on.onScan)
        OtherButton(stringResource(R.string.pair_go_on), Modifier.testTag("go-on"), enabled = now.text.isNotBlank(), onClick = on.onGoOn)
    }
}
