// The first run, the recovery words, and a plan that does not open.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import hearth.bridge.Fault
import hearth.bridge.Remedy
import hearth.ui.Body
import hearth.ui.MainButton
import hearth.ui.NotInPictures
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.SafetyLine
import hearth.ui.SecretBox
import hearth.ui.Sheet
import hearth.ui.TroubleLine
import hearth.ui.Words
import hearth.ui.WordsBox

/** First run: a name, and nothing else. */
@Composable
fun FirstRunScreen(
    name: String,
    onName: (String) -> Unit,
    trouble: String?,
    safety: String,
    onBegin: () -> Unit,
    onRestore: () -> Unit,
    onJoin: () -> Unit = {},
) =
    Page(stringResource(R.string.first_title), stringResource(R.string.first_under)) {
        WordsBox(stringResource(R.string.first_ask), name, onName, Modifier.testTag("name"), trouble, lines = 1)
        MainButton(stringResource(R.string.first_begin), onClick = onBegin)
        OtherButton(stringResource(R.string.join_title), onClick = onJoin)
        OtherButton(stringResource(R.string.restore_first), onClick = onRestore)
        SafetyLine(safety)
    }

/** The twelve words, once after the first run. */
@Composable
fun RecoveryWordsScreen(words: List<String>, onWritten: () -> Unit, onLater: () -> Unit) =
    Page(stringResource(R.string.words_title), stringResource(R.string.words_under)) {
        NotInPictures()
        Sheet { words.forEachIndexed { at, word -> Words("${at + 1}. $word") } }
        MainButton(stringResource(R.string.words_written), onClick = onWritten)
        QuietButton(stringResource(R.string.words_later), onClick = onLater)
    }

/** The key store did not work, says the core; whether for a moment or for good nobody can say. */
private const val KEY_STORE_FAILED = "error-key-failed"

/** The plan did not open: why, what to do, and the card meanwhile. Never an empty plan. */
@Composable
fun TroubleScreen(
    fault: Fault,
    words: String,
    onWords: (String) -> Unit,
    safety: String,
    onOpen: () -> Unit,
    onAside: () -> Unit,
    onCard: () -> Unit,
) = Page(stringResource(R.string.trouble_title)) {
    TroubleLine(fault.sentence)
    when {
        fault.remedy == Remedy.NeedsWords || fault.remedy == Remedy.WrongWords -> {
            SecretBox(stringResource(R.string.trouble_words), words, onWords, Modifier.testTag("words"))
            MainButton(stringResource(R.string.trouble_open), onClick = onOpen)
        }
        // A key that is lost for good often looks like one that fails for a moment: whoever has tried again has a way on.
        fault.reason == KEY_STORE_FAILED -> {
            if (words.isBlank()) MainButton(stringResource(R.string.try_again), onClick = onOpen)
            SecretBox(stringResource(R.string.trouble_words_if), words, onWords, Modifier.testTag("words"))
            OtherButton(stringResource(R.string.trouble_open), enabled = words.isNotBlank(), onClick = onOpen)
        }
        fault.remedy == Remedy.MaySetAside -> OtherButton(stringResource(R.string.trouble_aside), onClick = onAside)
        else -> MainButton(stringResource(R.string.try_again), onClick = onOpen)
    }
    OtherButton(stringResource(R.string.trouble_card), onClick = onCard)
    SafetyLine(safety)
}

/** The plan is being opened: the card is one touch away. */
@Composable
fun OpeningScreen(safety: String, onCard: () -> Unit) = Page(stringResource(R.string.opening_title)) {
    OtherButton(stringResource(R.string.trouble_card), onClick = onCard)
    SafetyLine(safety)
}

/** Locked by the person's own choice: nothing of the plan is drawn; the card is one touch away. */
@Composable
fun LockedScreen(safety: String, onOpen: () -> Unit, onCard: () -> Unit) = Page(stringResource(R.string.locked_title)) {
    MainButton(stringResource(R.string.locked_open), onClick = onOpen)
    OtherButton(stringResource(R.string.trouble_card), onClick = onCard)
    SafetyLine(safety)
}

/** A screen that is on the list and not made yet. */
@Composable
fun NotYetScreen(title: String) = Page(title) { Body(stringResource(R.string.not_yet)) }
