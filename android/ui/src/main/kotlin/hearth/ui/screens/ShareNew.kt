// A new share: choose, look, and only then make.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.Choice
import hearth.bridge.NamedSection
import hearth.bridge.SharePreview
import hearth.bridge.ShareSection
import hearth.ui.Asking
import hearth.ui.AskingHost
import hearth.ui.Body
import hearth.ui.Boxes
import hearth.ui.Heading
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OnOff
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.PickOne
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TickRow
import hearth.ui.TroubleLine
import hearth.ui.TypedDay
import hearth.ui.TypedWords
import hearth.ui.Words

/** How long, in plain choices; [word] is what stands in the box. */
enum class HowLong(val word: String, val text: Int) {
    Hour("hour", R.string.share_hour), Day("day", R.string.share_day), Week("week", R.string.share_week),
    Weeks("weeks", R.string.share_weeks), Date("date", R.string.share_date),
}

/** Until when: in the boxes `until` and `day`. */
@Composable
fun UntilChoices(boxes: Boxes) {
    Heading(stringResource(R.string.share_until))
    val chosen = boxes["until"].ifEmpty { HowLong.Day.word }
    PickOne(HowLong.entries.map { Choice(it.word, stringResource(it.text)) }, chosen) { boxes["until"] = it }
    if (chosen == HowLong.Date.word) TypedDay(boxes, "day", stringResource(R.string.share_until_day))
}

/** What they may see. */
@Composable
fun SectionTicks(sections: List<NamedSection>, ticked: Set<ShareSection>, onTick: (ShareSection, Boolean) -> Unit) = Sheet {
    Heading(stringResource(R.string.share_what))
    sections.forEach { one -> TickRow(one.title, one.section in ticked) { onTick(one.section, it) } }
}

/** A link alone opens nothing, where this is on. */
@Composable
fun PasscodeSwitch(boxes: Boxes) = OnOff(
    stringResource(R.string.share_passcode), boxes["passcode"].isNotEmpty(), stringResource(R.string.share_passcode_under),
) { boxes["passcode"] = if (it) "1" else "" }

/** What may be done while a share is chosen. */
class ShareNewActions(
    val onTick: (ShareSection, Boolean) -> Unit = { _, _ -> },
    val onLook: () -> Unit = {},
    val onGo: (screen: String) -> Unit = {},
)

/** What is to be shared, and how. */
@Composable
fun ShareNewScreen(sections: List<NamedSection>, ticked: Set<ShareSection>, hasHost: Boolean, boxes: Boxes, on: ShareNewActions) =
    Page(stringResource(R.string.share_new), stringResource(R.string.share_new_under)) {
        if (!hasHost) NoHost(on.onGo)
        SectionTicks(sections, ticked, on.onTick)
        TypedWords(boxes, "label", stringResource(R.string.share_label), 1)
        Sheet { UntilChoices(boxes) }
        Sheet {
            PasscodeSwitch(boxes)
            OnOff(stringResource(R.string.share_kept_up), boxes["keptUp"].isNotEmpty(), stringResource(R.string.share_kept_up_under)) { boxes["keptUp"] = if (it) "1" else "" }
        }
        boxes.trouble("look")?.let { TroubleLine(it) }
        MainButton(stringResource(R.string.share_preview), onClick = on.onLook)
    }

/** Without a host there is no link; what there is instead. */
@Composable
private fun NoHost(onGo: (String) -> Unit) {
    Note(stringResource(R.string.share_no_host))
    OtherButton(stringResource(R.string.share_set_up_host)) { onGo("share-host") }
    OtherButton(stringResource(R.string.share_paper)) { onGo("paper") }
}

/**
 * Just what they would see, and what can't be undone. Text of others stands in it as text. [label]: what whoever has the link reads
 * first; [make]: the button's words, none where it can only be looked at; [again]: the plan says something else by now.
 */
@Composable
fun SharePreviewScreen(label: String, preview: SharePreview, make: String?, again: Boolean, now: Asking, onMake: () -> Unit, onAgain: () -> Unit) =
    Page(stringResource(R.string.share_preview_title), label.ifEmpty { null }) {
        Sheet { preview.front.forEach { Body(it) } }
        if (preview.sections.isEmpty()) Body(stringResource(R.string.share_preview_nothing))
        preview.sections.forEach { section ->
            Sheet {
                Heading(section.title)
                section.lines.forEach { Words(it) }
            }
        }
        Heading(stringResource(R.string.share_cannot_undo))
        preview.cannotBeUndone.forEach { Note(it) }
        Body(preview.ends)
        AskingHost(now)
        when {
            again -> MainButton(stringResource(R.string.share_look_again), onClick = onAgain)
            make != null -> MainButton(make, Modifier.testTag("make"), enabled = !now.on, onClick = onMake)
            else -> Small(stringResource(R.string.share_no_host))
        }
    }
