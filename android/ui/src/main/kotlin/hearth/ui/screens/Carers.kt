// Carers: who is paired and on the way to it; pairing with one, from the code to what they will see.

package hearth.ui.screens

import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.CarerInvitation
import hearth.bridge.Code
import hearth.bridge.NamedSection
import hearth.bridge.Pairing
import hearth.bridge.Pairings
import hearth.bridge.Person
import hearth.bridge.ShareChoice
import hearth.bridge.SharePreview
import hearth.bridge.ShareSection
import hearth.bridge.SharedSection
import hearth.ui.Asked
import hearth.ui.Asking
import hearth.ui.Body
import hearth.ui.CameOf
import hearth.ui.ChoiceRow
import hearth.ui.CodeToScan
import hearth.ui.Heading
import hearth.ui.Invitation
import hearth.ui.MainButton
import hearth.ui.NamedButton
import hearth.ui.Note
import hearth.ui.OnOff
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.SameOrNot
import hearth.ui.Sheet
import hearth.ui.SixDigits
import hearth.ui.Small
import hearth.ui.TroubleLine
import hearth.ui.Words

/** How it stands on the screen of carers. */
class CarersNow(
    /** A share host is in use. */
    val hasHost: Boolean,
    val looking: Asking,
    val letting: Asking,
    /** Letting this one go is asked a second time. */
    val ending: String?,
)

/** What may be done there. */
class CarersActions(
    val onPair: () -> Unit = {},
    val onHost: () -> Unit = {},
    val onOpen: (invitation: String) -> Unit = {},
    val onLook: () -> Unit = {},
    val onSees: (share: String) -> Unit = {},
    val onEnding: (pairing: String?) -> Unit = {},
    val onEnd: (pairing: String) -> Unit = {},
)

/** Who is paired, and who is on the way to it. */
@Composable
fun CarersScreen(all: Pairings, now: CarersNow, on: CarersActions) {
    val empty = all.invitations.isEmpty() && all.pairings.isEmpty()
    Page(stringResource(R.string.carers_title), stringResource(R.string.carers_under).takeIf { !empty }) {
        if (empty) {
            val invite = stringResource(R.string.carers_invite)
            if (now.hasHost) return@Page Invitation(invite, stringResource(R.string.carers_pair), on.onPair)
            Words(invite)
            return@Page NeedsHost(on.onHost)
        }
        if (all.invitations.isNotEmpty()) Heading(stringResource(R.string.carers_on_the_way))
        all.invitations.forEach { one ->
            val name = one.name.ifEmpty { stringResource(R.string.carers_waiting) }
            Sheet {
                Words(name, strong = true)
                one.lines.forEach { Body(it) }
                NamedButton(stringResource(R.string.share_open), stringResource(R.string.share_open_said, name)) { on.onOpen(one.id) }
            }
        }
        if (all.pairings.isNotEmpty()) Heading(stringResource(R.string.carers_paired))
        all.pairings.forEach { Paired(it, now, on) }
        Asked(now.looking) {
            CameOf(now.looking.said)
            OtherButton(stringResource(R.string.carers_look), onClick = on.onLook)
        }
        MainButton(stringResource(R.string.carers_pair), onClick = on.onPair)
    }
}

@Composable
private fun Paired(one: Pairing, now: CarersNow, on: CarersActions) = Sheet {
    Words(one.name, strong = true)
    one.lines.forEach { Body(it) }
    one.share?.let { share -> OtherButton(stringResource(R.string.carers_sees, one.name)) { on.onSees(share) } }
    if (!one.open) return@Sheet
    if (now.ending == one.id) {
        Note(stringResource(R.string.carers_let_go_ask, one.name))
        MainButton(stringResource(R.string.carers_let_go_sure)) { on.onEnd(one.id) }
        OtherButton(stringResource(R.string.not_now)) { on.onEnding(null) }
    } else {
        Asked(now.letting) { QuietButton(stringResource(R.string.carers_let_go, one.name)) { on.onEnding(one.id) } }
    }
}

/** Pairing goes by a host: where there is none, that is said before anything is begun. */
@Composable
fun NeedsHost(onHost: () -> Unit) {
    Body(stringResource(R.string.pair_no_host))
    MainButton(stringResource(R.string.share_set_up_host), onClick = onHost)
}

/** How a pairing stands that is on the way, or is to be begun. */
class CarerNewNow(
    /** None: it is not begun, or it is over. */
    val invitation: CarerInvitation?,
    /** One was begun, and is over. */
    val over: Boolean,
    /** What the carer scans, while nobody has answered. */
    val code: Code?,
    val hasHost: Boolean,
    val inviting: Asking,
    val looking: Asking,
    val refusing: Asking,
)

/** What may be done about it. */
class CarerNewActions(
    val onBegin: () -> Unit = {},
    val onHost: () -> Unit = {},
    val onSend: (text: String) -> Unit = {},
    val onLook: () -> Unit = {},
    val onSame: () -> Unit = {},
    val onDiffer: () -> Unit = {},
    val onGiveUp: () -> Unit = {},
)

/** A code, and six digits once somebody has answered. */
@Composable
fun CarerNewScreen(now: CarerNewNow, trouble: String?, on: CarerNewActions) = Page(stringResource(R.string.carers_pair)) {
    trouble?.let { TroubleLine(it) }
    val invitation = now.invitation
    if (invitation == null) {
        if (now.over) Note(stringResource(R.string.pair_over))
        Words(stringResource(R.string.carer_what))
        Body(stringResource(R.string.carer_together))
        if (!now.hasHost) return@Page NeedsHost(on.onHost)
        return@Page Asked(now.inviting) { MainButton(stringResource(R.string.carer_make_code), onClick = on.onBegin) }
    }
    if (invitation.name.isNotEmpty()) Words(invitation.name, strong = true)
    invitation.lines.forEach { Body(it) }
    val digits = invitation.digits
    if (digits != null) {
        SixDigits(digits)
        return@Page Asked(now.refusing) { SameOrNot(on.onSame, on.onDiffer) }
    }
    now.code?.let { code ->
        CodeToScan(code, R.string.pair_code_said)
        OtherButton(stringResource(R.string.pair_send)) { on.onSend(invitation.text) }
        Small(stringResource(R.string.pair_send_key))
    }
    Asked(now.looking) {
        CameOf(now.looking.said)
        MainButton(stringResource(R.string.carers_look), onClick = on.onLook)
    }
    Asked(now.refusing) { QuietButton(stringResource(R.string.pair_give_up), onClick = on.onGiveUp) }
}

/** What is to be shared with a carer whose digits were the same. */
class CarerSeesNow(
    val name: String,
    val sections: List<NamedSection>,
    val choice: ShareChoice,
    /** Just what they will see; none while it is being made. */
    val preview: SharePreview?,
    val people: List<Person>,
    /** Who they are among them; none: somebody new. */
    val person: String?,
    val making: Asking,
    val refusing: Asking,
)

/** What may be done about it. */
class CarerSeesActions(
    val onTurn: (ShareSection, Boolean) -> Unit = { _, _ -> },
    val onPerson: (String?) -> Unit = {},
    val onMake: () -> Unit = {},
    val onLookAgain: () -> Unit = {},
    val onGiveUp: () -> Unit = {},
)

/** Just what the carer will see, and what can't be undone, before it is made. */
@Composable
fun CarerSeesScreen(now: CarerSeesNow, trouble: String?, on: CarerSeesActions) = Page(stringResource(R.string.carer_preview, now.name)) {
    trouble?.let { TroubleLine(it) }
    Sheet {
        Heading(stringResource(R.string.carer_choose))
        now.sections.forEach { one -> OnOff(one.title, one.section in now.choice.sections) { on.onTurn(one.section, it) } }
    }
    now.preview?.let { preview ->
        preview.front.forEach { Body(it) }
        preview.sections.forEach { SharedSheet(it) }
        Heading(stringResource(R.string.share_cannot_undo))
        preview.cannotBeUndone.forEach { Note(it) }
        Body(preview.ends)
        if (now.people.isNotEmpty()) Who(now, on)
        Asked(now.making) {
            if (now.making.trouble == null) MainButton(stringResource(R.string.carer_make, now.name), onClick = on.onMake)
            else MainButton(stringResource(R.string.carer_look_again), onClick = on.onLookAgain)
        }
    }
    Asked(now.refusing) { QuietButton(stringResource(R.string.pair_give_up), onClick = on.onGiveUp) }
}

/** Who the carer is among the people of the plan. */
@Composable
private fun Who(now: CarerSeesNow, on: CarerSeesActions) = Sheet(Modifier.selectableGroup()) {
    Heading(stringResource(R.string.carer_who_is, now.name))
    ChoiceRow(stringResource(R.string.carer_somebody_new), now.person == null, Modifier.testTag("person-new"), now.name) { on.onPerson(null) }
    now.people.forEach { one ->
        val name = one.name.versions.joinToString(" / ") { it.text }
        val relation = one.relation.versions.joinToString(" / ") { it.text }.ifEmpty { null }
        ChoiceRow(name, now.person == one.id, Modifier.testTag("person-${one.id}"), relation) { on.onPerson(one.id) }
    }
}

/** A section as somebody else reads it: text, never markup, and the words large. */
@Composable
fun SharedSheet(section: SharedSection) = Sheet {
    Heading(section.title)
    if (section.lines.isEmpty()) Body(stringResource(R.string.shared_nothing_in))
    section.lines.forEach { Words(it) }
}
