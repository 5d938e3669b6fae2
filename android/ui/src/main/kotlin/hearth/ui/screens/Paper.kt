// The plan on paper: which, how large, and what is not on it, before it is printed.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import hearth.ui.Body
import hearth.ui.ChoiceRow
import hearth.ui.Heading
import hearth.ui.LocalSaid
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.NotInPictures
import hearth.ui.OnOff
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.TroubleLine
import hearth.ui.Words
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.layout.Column

/** Which paper; [word] is what a way here names. */
enum class WhichPaper(val word: String) { Plan("plan"), Card("card"), Visit("visit"), Words("words") }

/** What it is called. */
@Composable
fun WhichPaper.title() = when (this) {
    WhichPaper.Plan -> stringResource(R.string.share_paper_plan)
    WhichPaper.Card -> LocalSaid.current["print-card-title"]
    WhichPaper.Visit -> LocalSaid.current["print-visit-title"]
    WhichPaper.Words -> LocalSaid.current["print-words-title"]
}

/** How it stands with a paper. */
class PaperNow(
    val which: WhichPaper,
    val large: Boolean,
    /** What may be chosen. */
    val offered: List<WhichPaper>,
    /** What the visit is for. */
    val whatFor: String,
    /** The phone asks who is there before the recovery words are printed. */
    val hasLock: Boolean,
    val making: Boolean,
    /** How many pages were made, and what must be said of them; none: nothing is made. */
    val pages: Int?,
    val sentences: List<String>,
    val trouble: String?,
)

/** What may be done about it. */
class PaperActions(
    val onWhich: (WhichPaper) -> Unit = {},
    val onLarge: (Boolean) -> Unit = {},
    val onMake: () -> Unit = {},
    val onPrint: () -> Unit = {},
    /** To another app, or kept as a file. */
    val onKeep: () -> Unit = {},
)

@Composable
fun PaperScreen(now: PaperNow, on: PaperActions) = Page(stringResource(R.string.share_paper), stringResource(R.string.share_paper_under)) {
    Sheet {
        Heading(stringResource(R.string.share_paper_which))
        Column(Modifier.selectableGroup()) {
            now.offered.forEach { one ->
                ChoiceRow(
                    one.title(), one == now.which, Modifier.testTag("paper-${one.word}"),
                    now.whatFor.takeIf { one == WhichPaper.Visit && it.isNotEmpty() },
                ) { on.onWhich(one) }
            }
        }
        OnOff(stringResource(R.string.share_large), now.large, stringResource(R.string.share_large_under), onChange = on.onLarge)
    }
    val words = now.which == WhichPaper.Words
    if (words) {
        Note(stringResource(R.string.share_words_alone))
        if (!now.hasLock) Note(stringResource(R.string.secret_no_lock))
    }
    now.trouble?.let { TroubleLine(it) }
    if (now.making) {
        Sheet(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) { Body(stringResource(R.string.share_paper_making)) }
    } else if (now.pages == null) {
        MainButton(stringResource(R.string.share_draw), onClick = on.onMake)
    } else {
        if (words) NotInPictures()
        Sheet(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) {
            Words(now.which.title(), strong = true)
            Body(stringResource(R.string.share_pages, now.pages.toString()))
            now.sentences.forEach { Note(it) }
            Body(stringResource(R.string.share_paper_made))
        }
        MainButton(stringResource(R.string.share_print), onClick = on.onPrint)
        // Recovery words are printed, and given to no other app.
        if (!words) OtherButton(stringResource(R.string.share_keep_it), onClick = on.onKeep)
    }
}
