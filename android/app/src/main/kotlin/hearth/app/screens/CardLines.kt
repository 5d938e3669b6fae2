// The card's lines, and trying the card.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.Writing
import hearth.app.pen
import hearth.bridge.Answer
import hearth.bridge.CardChoices
import hearth.bridge.Fault
import hearth.bridge.FieldAnswer
import hearth.ui.R
import hearth.ui.screens.CardLinesActions
import hearth.ui.screens.CardLinesScreen
import hearth.ui.screens.CardMe
import hearth.ui.screens.CardTryScreen
import hearth.ui.screens.SHOW_PHOTO
import hearth.ui.screens.Tried
import hearth.ui.screens.said
import hearth.ui.screens.wordsOf
import kotlinx.coroutines.launch

val CARD_SCREENS = listOf(
    Screen("card-lines", PlaceName.Unwell) { Lines(it) },
    Screen("card-try", PlaceName.Unwell) { Try(it) },
)

private class CardDrawing(val choices: CardChoices, val me: CardMe)

@Composable
private fun Lines(here: Here) {
    val pen = here.pen()
    here.Drawn({
        val me = entry("me", "")
        CardDrawing(cardChoices(), CardMe(me.said("name"), me.said("born"), entry("about", "").said("communicate"), choicesOf("form", "form")))
    }) { drawn ->
        CardLinesScreen(
            drawn.choices, drawn.me, pen,
            CardLinesActions(
                onAdd = { kind ->
                    val form = "add.line.$kind/"
                    pen.kept(form, { if ("date" in it.reason) "dated" else if (kind == "form") "" else "words" }) {
                        val fields = if (kind == "form") pen.formTyped(form)
                        else listOfNotNull(pen.words(form, "words", wordsOf(kind)), pen.words(form, "reaction"))
                        // Whoever adds a line here wants it on the card; the switch beside it says so at once.
                        add(kind, fields + FieldAnswer("on_card", Answer.YesNo(true)))
                    }
                },
                onPhoto = here.host.session.outside.photos?.let { photos -> { photos.choose { it?.let(pen::photo) } } },
                onPeople = { here.navigator.go("people") },
                onNewPlan = { here.navigator.go("unwell-new") },
                onAbout = { here.navigator.go("about-me") },
                onCard = { here.navigator.go("card") },
                onTry = { here.navigator.go("card-try") },
            ),
        )
    }
}

/** Whoever chooses a photo here wants it on the card; the switch beside it says so at once. */
private fun Writing.photo(jpeg: ByteArray) = kept(SHOW_PHOTO.box) {
    setCardPhoto(jpeg)
    write(SHOW_PHOTO.kind, SHOW_PHOTO.id, SHOW_PHOTO.field, Answer.YesNo(true))
}

@Composable
private fun Try(here: Here) {
    val session = here.host.session
    val scope = rememberCoroutineScope()
    val title = stringResource(R.string.unwell_card)
    val noPrinter = stringResource(R.string.try_wallet_no_printer)
    var wallet by remember { mutableStateOf<String?>(null) }
    var trouble by remember { mutableStateOf<String?>(null) }
    var noPage by rememberSaveable { mutableStateOf(false) }
    val tried = Tried.entries.firstOrNull { it.name == here.drafts["card.tried"] } ?: Tried.NotYet
    CardTryScreen(
        tried, wallet, trouble, noPage, { here.drafts["card.tried"] = it.name },
        onWallet = {
            scope.launch {
                try {
                    wallet = session.doors.cardText().text
                    trouble = null
                } catch (fault: Fault) {
                    trouble = fault.sentence
                }
            }
        },
        onPrint = {
            if (!session.outside.printer.print(title, wallet.orEmpty())) trouble = noPrinter
        },
        onMedicalId = { noPage = !session.outside.medicalId() },
        onSettings = { session.outside.settings() },
    )
}
