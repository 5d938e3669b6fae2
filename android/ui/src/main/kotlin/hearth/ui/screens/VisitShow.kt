// Held out at a visit: the code large, its passcode, and nothing that needs signal.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.bridge.Choice
import hearth.bridge.NamedSection
import hearth.bridge.ShareSection
import hearth.bridge.VisitCode
import hearth.ui.Body
import hearth.ui.Boxes
import hearth.ui.CodeToScan
import hearth.ui.Heading
import hearth.ui.KeptBright
import hearth.ui.MainButton
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.Passcode
import hearth.ui.PickOne
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TroubleLine
import hearth.ui.TypedDay
import hearth.ui.Words

/** When a visit is over, as far as somebody knows beforehand, in minutes of the day: the core adds its half hour. */
enum class VisitEnd(val word: String, val text: Int, val minutes: Long) {
    Midday("midday", R.string.share_midday, 12 * 60), Five("five", R.string.share_five, 17 * 60), Night("night", R.string.share_night, 23 * 60 + 29),
}

/** A link that was made before. What is paused or was ended is told, and held out to nobody. */
@Composable
fun VisitCodeScreen(whatFor: String, made: VisitCode, onMore: (share: String) -> Unit, onCard: () -> Unit) =
    Page(stringResource(R.string.share_visit_show), whatFor.ifEmpty { null }) {
        if (made.share?.standing?.isToGive != false) HeldOut(made)
        Sheet { made.lines.forEach { Body(it) } }
        made.share?.let { share -> OtherButton(stringResource(R.string.share_visit_more)) { onMore(share.id) } }
        OtherButton(stringResource(R.string.share_visit_card), onClick = onCard)
    }

/** The card's words as a code. [trouble]: there is no card. [onLink]: back to the link; none where there is no host. */
@Composable
fun VisitCardScreen(whatFor: String, card: VisitCode?, trouble: String?, onLink: (() -> Unit)?, onHost: () -> Unit, onPaper: () -> Unit) =
    Page(stringResource(R.string.share_visit_show), whatFor.ifEmpty { null }) {
        trouble?.let { TroubleLine(it) }
        if (card != null) {
            HeldOut(card)
            Sheet {
                // Where there is a host, that there is none is no reason.
                if (onLink == null) card.lines.forEach { Body(it) }
                Body(stringResource(R.string.share_visit_card_under))
            }
        }
        if (onLink != null) OtherButton(stringResource(R.string.share_visit_link), onClick = onLink)
        else OtherButton(stringResource(R.string.share_set_up_host), onClick = onHost)
        OtherButton(stringResource(R.string.share_paper), onClick = onPaper)
    }

/** What may be done while a visit's code is chosen. */
class VisitAheadActions(
    val onTick: (ShareSection, Boolean) -> Unit = { _, _ -> },
    val onLook: () -> Unit = {},
    val onCard: () -> Unit = {},
)

/** Made ahead: when it is over, what they see, and then the code. */
@Composable
fun VisitAheadScreen(whatFor: String, sections: List<NamedSection>, ticked: Set<ShareSection>, boxes: Boxes, on: VisitAheadActions) =
    Page(stringResource(R.string.share_visit_show), whatFor.ifEmpty { null }) {
        Words(stringResource(R.string.share_visit_ahead))
        Sheet {
            Heading(stringResource(R.string.share_visit_ends))
            TypedDay(boxes, "day", stringResource(R.string.share_visit_day))
            val chosen = boxes["end"].ifEmpty { VisitEnd.Night.word }
            PickOne(VisitEnd.entries.map { Choice(it.word, stringResource(it.text)) }, chosen) { boxes["end"] = it }
            Small(stringResource(R.string.share_visit_half))
        }
        SectionTicks(sections, ticked, on.onTick)
        Sheet { PasscodeSwitch(boxes) }
        boxes.trouble("look")?.let { TroubleLine(it) }
        MainButton(stringResource(R.string.share_preview), onClick = on.onLook)
        OtherButton(stringResource(R.string.share_visit_card), onClick = on.onCard)
    }

/** The code, large, on a screen that stays lit while it is there. */
@Composable
private fun HeldOut(code: VisitCode) {
    KeptBright()
    CodeToScan(code.code)
    code.passcode?.let { Passcode(stringResource(R.string.share_read_out), it) }
    Small(stringResource(R.string.share_visit_bright))
}
