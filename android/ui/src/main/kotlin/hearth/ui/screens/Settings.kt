// Settings: the list, the screen lock, the language, the phones, what is "only me".

package hearth.ui.screens

import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.EntryLine
import hearth.bridge.Language
import hearth.bridge.Phone
import hearth.ui.Body
import hearth.ui.ChoiceRow
import hearth.ui.Entrance
import hearth.ui.Heading
import hearth.ui.LocalSaid
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OnOff
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TroubleLine
import hearth.ui.Words

/** What this phone does by itself. [notAllowed]: it was asked whether it may remind, and may not. */
class ByItself(val reminders: Boolean, val wifiOnly: Boolean, val widgetLines: Boolean, val notAllowed: Boolean)

/** What may be switched of it; [onPhone] opens the phone's own settings. */
class ByItselfActions(
    val onReminders: (Boolean) -> Unit = {},
    val onWifiOnly: (Boolean) -> Unit = {},
    val onWidgetLines: (Boolean) -> Unit = {},
    val onPhone: () -> Unit = {},
)

@Composable
private fun OfThisPhone(now: ByItself, on: ByItselfActions) {
    Heading(stringResource(R.string.settings_by_itself))
    Sheet {
        OnOff(stringResource(R.string.settings_reminders), now.reminders, stringResource(R.string.settings_reminders_under), Modifier.testTag("reminders"), onChange = on.onReminders)
        if (now.notAllowed) {
            TroubleLine(stringResource(R.string.settings_reminders_not))
            OtherButton(stringResource(R.string.try_medical_id_settings), onClick = on.onPhone)
        }
        OnOff(stringResource(R.string.settings_wifi), now.wifiOnly, stringResource(R.string.settings_wifi_under), Modifier.testTag("wifi"), onChange = on.onWifiOnly)
        OnOff(stringResource(R.string.settings_widget), now.widgetLines, stringResource(R.string.settings_widget_under), Modifier.testTag("widget"), onChange = on.onWidgetLines)
    }
}

/** Everything that is set. [language]: the name of the one spoken now, in itself. */
@Composable
fun SettingsScreen(lock: Boolean, language: String, byItself: ByItself, on: ByItselfActions, onGo: (String) -> Unit) = Page(stringResource(R.string.settings_title)) {
    Entrance(stringResource(R.string.settings_words), listOf(stringResource(R.string.settings_words_under))) { onGo("settings-words") }
    Entrance(stringResource(R.string.settings_backup), listOf(stringResource(R.string.settings_backup_under))) { onGo("settings-backup") }
    Entrance(stringResource(R.string.settings_restore), listOf(stringResource(R.string.settings_restore_under))) { onGo("settings-restore") }
    Entrance(stringResource(R.string.settings_only_me), listOf(stringResource(R.string.settings_only_me_under))) { onGo("settings-only-me") }
    val locked = stringResource(if (lock) R.string.settings_lock_on else R.string.settings_lock_off)
    Entrance(stringResource(R.string.settings_lock), listOf(locked)) { onGo("settings-lock") }
    Entrance(stringResource(R.string.settings_language), listOf(language)) { onGo("settings-language") }
    Entrance(stringResource(R.string.settings_phones), listOf(stringResource(R.string.settings_phones_under))) { onGo("settings-phones") }
    OfThisPhone(byItself, on)
}

/** The screen lock. [can]: the phone has one of its own. */
@Composable
fun LockScreen(can: Boolean, on: Boolean, trouble: String?, onSwitch: (Boolean) -> Unit) =
    Page(stringResource(R.string.lock_title), stringResource(R.string.lock_under)) {
        if (!can) Note(stringResource(R.string.lock_none))
        Sheet { OnOff(stringResource(R.string.lock_switch), on, modifier = Modifier.testTag("lock"), enabled = can, onChange = onSwitch) }
        trouble?.let { TroubleLine(it) }
        Body(stringResource(R.string.lock_card))
    }

/** Which language Hearth speaks: each by its own name. */
@Composable
fun LanguageScreen(languages: List<Language>, now: String, onChoose: (String) -> Unit) =
    Page(stringResource(R.string.language_title), stringResource(R.string.language_under)) {
        Sheet(Modifier.selectableGroup()) {
            languages.forEach { one ->
                val note = stringResource(R.string.language_not_reviewed).takeIf { !one.reviewed }
                ChoiceRow(one.ownName, one.tag == now, Modifier.testTag("language-${one.tag}"), note) { onChoose(one.tag) }
            }
        }
    }

/** What is "only me", and everything that could be. [open]: the heading whose entries are shown. */
@Composable
fun OnlyMeScreen(lines: List<EntryLine>, open: String, onOpen: (String) -> Unit, onMark: (EntryLine, Boolean) -> Unit) =
    Page(stringResource(R.string.only_title), stringResource(R.string.only_under)) {
        val (marked, rest) = lines.partition { it.onlyMe }
        Heading(stringResource(R.string.only_now))
        if (marked.isEmpty()) Body(stringResource(R.string.only_none))
        marked.forEach { Marked(it, stringResource(R.string.only_take)) { onMark(it, false) } }
        Heading(stringResource(R.string.only_rest))
        Small(stringResource(if (lines.isEmpty()) R.string.only_empty else R.string.only_rest_under))
        rest.groupBy { it.heading }.forEach { (heading, these) ->
            // A long plan is not drawn all at once: a heading opens what is under it.
            Entrance("$heading (${these.size})", listOf(these.first().words.firstOrNull().orEmpty().lines().first())) {
                onOpen(if (open == heading) "" else heading)
            }
            if (open == heading) these.forEach { Marked(it, stringResource(R.string.only_put)) { onMark(it, true) } }
        }
    }

@Composable
private fun Marked(line: EntryLine, button: String, onClick: () -> Unit) = Sheet {
    Small(line.heading)
    if (line.words.isEmpty()) Body(stringResource(R.string.only_wordless))
    line.words.forEach { Words(it) }
    if (line.words.size > 1) Small(LocalSaid.current["versions-two"])
    OtherButton(button, onClick = onClick)
}

/** What is asked a second time on the screen of phones. */
sealed interface PhonesAsk {
    class Remove(val id: String) : PhonesAsk
    data object Lost : PhonesAsk
}

/** What may be done with phones. */
class PhonesActions(
    val onAsk: (PhonesAsk?) -> Unit = {},
    val onRemove: (String) -> Unit = {},
    val onLost: () -> Unit = {},
    val onNew: () -> Unit = {},
)

/** The person's own phones: this one first. */
@Composable
fun PhonesScreen(phones: List<Phone>, asking: PhonesAsk?, trouble: String?, on: PhonesActions) =
    Page(stringResource(R.string.phones_title), stringResource(R.string.phones_under)) {
        trouble?.let { TroubleLine(it) }
        phones.forEach { phone ->
            Sheet {
                Words(phone.name)
                if (phone.thisPhone) Small(stringResource(R.string.phones_this))
                Small(phone.ended ?: stringResource(R.string.phones_since, phone.since))
                if (!phone.thisPhone && phone.ended == null) {
                    if ((asking as? PhonesAsk.Remove)?.id == phone.id) {
                        Note(stringResource(R.string.phones_remove_ask))
                        MainButton(stringResource(R.string.phones_remove_sure)) { on.onRemove(phone.id) }
                        OtherButton(stringResource(R.string.not_now)) { on.onAsk(null) }
                    } else {
                        OtherButton(stringResource(R.string.phones_remove)) { on.onAsk(PhonesAsk.Remove(phone.id)) }
                    }
                }
            }
        }
        if (phones.size == 1) Body(stringResource(R.string.phones_only_this))
        MainButton(stringResource(R.string.phone_new), onClick = on.onNew)
        if (asking == PhonesAsk.Lost) {
            Note(stringResource(R.string.phones_lost_ask))
            MainButton(stringResource(R.string.phones_lost_sure), onClick = on.onLost)
            QuietButton(stringResource(R.string.not_now)) { on.onAsk(null) }
        } else {
            OtherButton(stringResource(R.string.phones_lost)) { on.onAsk(PhonesAsk.Lost) }
        }
    }
