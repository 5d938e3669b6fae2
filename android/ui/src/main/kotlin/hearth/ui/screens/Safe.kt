// Keeping the plan safe: the recovery words again, a backup, bringing a plan back.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.ui.Body
import hearth.ui.Heading
import hearth.ui.MainButton
import hearth.ui.NotInPictures
import hearth.ui.Note
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.R
import hearth.ui.SecretBox
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TroubleLine
import hearth.ui.Words
import hearth.ui.Working

/** What may be done with the recovery words. */
class SecretActions(
    val onShow: () -> Unit = {},
    val onHide: () -> Unit = {},
    val onAskNew: (Boolean) -> Unit = {},
    val onNew: () -> Unit = {},
    val onBackup: () -> Unit = {},
)

/** The recovery words again. [words]: none while they are hidden; [fresh]: they were made just now. */
@Composable
fun SecretScreen(words: List<String>?, fresh: Boolean, hasLock: Boolean, asking: Boolean, trouble: String?, on: SecretActions) =
    Page(stringResource(R.string.secret_title), stringResource(R.string.secret_under)) {
        trouble?.let { TroubleLine(it) }
        Body(stringResource(R.string.secret_paper))
        if (words == null) {
            if (!hasLock) Note(stringResource(R.string.secret_no_lock))
            MainButton(stringResource(R.string.secret_show), onClick = on.onShow)
        } else {
            NotInPictures()
            if (fresh) Note(stringResource(R.string.secret_new_made))
            Sheet { words.forEachIndexed { at, word -> Words("${at + 1}. $word", Modifier.testTag("word")) } }
            MainButton(stringResource(R.string.secret_hide), onClick = on.onHide)
            if (fresh) OtherButton(stringResource(R.string.secret_then_backup), onClick = on.onBackup)
        }
        if (asking) {
            Note(stringResource(R.string.secret_new_ask))
            MainButton(stringResource(R.string.secret_new_sure), onClick = on.onNew)
            OtherButton(stringResource(R.string.not_now)) { on.onAskNew(false) }
        } else if (!fresh) {
            OtherButton(stringResource(R.string.secret_new)) { on.onAskNew(true) }
        }
    }

/** How it stands with the backup. */
class BackupNow(
    /** When the last one here was made, in words; none where there is none. */
    val last: String?,
    /** How far the making of one is; none where none is being made. */
    val making: Float?,
    /** One was made just now. */
    val made: Boolean,
    /** How far a check is. */
    val checking: Float?,
    /** What a check found, or where a copy went. */
    val said: List<String>,
    val trouble: String?,
)

/** What may be done with a backup. */
class BackupActions(
    val onMake: () -> Unit = {},
    val onStop: () -> Unit = {},
    val onPut: () -> Unit = {},
    val onCheck: () -> Unit = {},
)

/** Making a backup, keeping a copy elsewhere, checking one. */
@Composable
fun BackupScreen(now: BackupNow, on: BackupActions) = Page(stringResource(R.string.backup_title), stringResource(R.string.backup_under)) {
    if (now.last == null) Note(stringResource(R.string.backup_none)) else Words(now.last)
    now.trouble?.let { TroubleLine(it) }
    if (now.made) Body(stringResource(R.string.backup_made))
    now.said.forEach { Body(it) }
    val working = now.making ?: now.checking
    if (working != null) {
        Working(stringResource(if (now.making != null) R.string.backup_make else R.string.backup_check), working, on.onStop)
    } else if (now.made) {
        MainButton(stringResource(R.string.backup_put), onClick = on.onPut)
        OtherButton(stringResource(R.string.backup_make), onClick = on.onMake)
    } else {
        MainButton(stringResource(R.string.backup_make), onClick = on.onMake)
        if (now.last != null) OtherButton(stringResource(R.string.backup_put), onClick = on.onPut)
    }
    Heading(stringResource(R.string.backup_check))
    Small(stringResource(R.string.backup_check_under))
    OtherButton(stringResource(R.string.restore_choose), enabled = working == null, onClick = on.onCheck)
}

/** How it stands with bringing a plan back. */
class RestoreNow(
    /** A plan is here: then a backup is only looked at. */
    val planIsHere: Boolean,
    /** The name of the file that was chosen. */
    val chosen: String?,
    val words: String,
    /** How far looking or bringing back is. */
    val working: Float?,
    /** It was looked at: whether it is whole, and how old. */
    val said: List<String>,
    /** What went wrong with the file, the words, or the two together. */
    val trouble: String?,
)

/** What may be done about it. */
class RestoreActions(
    val onChoose: () -> Unit = {},
    val onWords: (String) -> Unit = {},
    val onLook: () -> Unit = {},
    val onRestore: () -> Unit = {},
    val onStop: () -> Unit = {},
)

/** First a file and its words are looked at; what is in it comes back only after that was said. */
@Composable
fun RestoreScreen(now: RestoreNow, on: RestoreActions) = Page(stringResource(R.string.restore_title), stringResource(R.string.restore_under)) {
    if (now.planIsHere) Note(stringResource(R.string.restore_here))
    if (now.chosen == null) {
        MainButton(stringResource(R.string.restore_choose), Modifier.testTag("choose"), onClick = on.onChoose)
        return@Page
    }
    Sheet {
        Small(stringResource(R.string.restore_chosen))
        Words(now.chosen)
        OtherButton(stringResource(R.string.restore_other), enabled = now.working == null, onClick = on.onChoose)
    }
    SecretBox(stringResource(R.string.restore_words), now.words, on.onWords, Modifier.testTag("words"), now.trouble)
    Small(stringResource(R.string.restore_words_under))
    now.said.forEach { Words(it) }
    val looked = now.said.isNotEmpty()
    when {
        now.working != null -> {
            val what = if (looked) R.string.restore_now else R.string.restore_look
            Working(stringResource(what), now.working, on.onStop)
        }
        looked && now.planIsHere -> Unit
        looked -> MainButton(stringResource(R.string.restore_now), onClick = on.onRestore)
        else -> MainButton(stringResource(R.string.restore_look), enabled = now.words.isNotBlank(), onClick = on.onLook)
    }
}
