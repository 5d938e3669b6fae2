// The plan on paper: which, how large, drawn by the core, given to the phone's printing or to another app.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import androidx.lifecycle.Lifecycle
import androidx.lifecycle.compose.LifecycleEventEffect
import hearth.app.Drawn
import hearth.app.Fonts
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.PaperKind
import hearth.bridge.PaperMade
import hearth.bridge.Plan
import hearth.ui.R
import hearth.ui.screens.PaperActions
import hearth.ui.screens.PaperNow
import hearth.ui.screens.PaperScreen
import hearth.ui.screens.WhichPaper
import hearth.ui.screens.title
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

internal val PAPER_SCREENS = listOf(Screen("paper", PlaceName.People) { OnPaper(it) })

private const val PDF = "application/pdf"

@Composable
private fun OnPaper(here: Here) {
    val outside = here.host.session.outside
    val visit = here.about.getOrNull(1)
    val box = "paper.${here.about.joinToString(".")}."
    val first = WhichPaper.entries.firstOrNull { it.word == here.about.firstOrNull() } ?: WhichPaper.Plan
    val which = WhichPaper.entries.firstOrNull { it.word == here.drafts[box + "which"] } ?: first
    val large = here.drafts[box + "large"].isNotEmpty()
    val title = which.title()
    val ask = WhichPaper.Words.title()
    val not = stringResource(R.string.secret_not_passed)
    val noPrinter = stringResource(R.string.share_no_printer)
    // Only while this screen is there, of just what is chosen: it is kept nowhere.
    var made by remember(which, large) { mutableStateOf<PaperMade?>(null) }
    var trouble by remember(which, large) { mutableStateOf<String?>(null) }
    var making by remember(which, large) { mutableStateOf(false) }
    // The words lie in it in clear: left, it is forgotten.
    LifecycleEventEffect(Lifecycle.Event.ON_STOP) { if (which == WhichPaper.Words) made = null }

    fun make() {
        making = true
        trouble = null
        here.host.act({
            making = false
            trouble = it.sentence
        }) {
            made = drawn(which.kind(visit), large, outside.fonts)
            making = false
        }
    }
    here.Drawn({ visit?.let { visit(it).whatFor.inWords() }.orEmpty() }) { whatFor ->
        PaperScreen(
            PaperNow(
                which, large, WhichPaper.entries.filter { it != WhichPaper.Visit || visit != null }, whatFor, outside.lock.can,
                making, made?.pages, made?.sentences.orEmpty(), trouble,
            ),
            PaperActions(
                onWhich = { here.drafts[box + "which"] = it.word },
                onLarge = { here.drafts[box + "large"] = if (it) "1" else "" },
                onMake = {
                    if (which == WhichPaper.Words && outside.lock.can) {
                        outside.lock.ask(ask) { known -> if (known) make() else trouble = not }
                    } else {
                        make()
                    }
                },
                onPrint = { made?.let { trouble = noPrinter.takeIf { _ -> !outside.printer.pdf(title, it.pdf) } } },
                onKeep = { made?.let { outside.sharer.file(title, "$title.pdf", PDF, it.pdf) } },
            ),
        )
    }
}

private fun WhichPaper.kind(visit: String?): PaperKind = when (this) {
    WhichPaper.Plan -> PaperKind.Plan
    WhichPaper.Card -> PaperKind.Card
    WhichPaper.Visit -> PaperKind.Visit(visit.orEmpty())
    WhichPaper.Words -> PaperKind.RecoveryWords
}

/** With the fonts that most plans need; with every font of the phone where those lack a letter. */
private suspend fun Plan.drawn(kind: PaperKind, large: Boolean, fonts: Fonts): PaperMade {
    suspend fun files(every: Boolean) = withContext(Dispatchers.IO) { fonts.files(every) }
    val few = paper(kind, large, files(false))
    return if (few.notDrawn == 0) few else paper(kind, large, files(true))
}
