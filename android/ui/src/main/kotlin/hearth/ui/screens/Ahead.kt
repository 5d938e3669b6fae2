// Looking ahead: wishes, papers that exist, and copies of clinical decisions, never in one list.

package hearth.ui.screens

import androidx.compose.foundation.BorderStroke
import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import hearth.bridge.Ahead
import hearth.bridge.Choice
import hearth.bridge.Copy
import hearth.bridge.Field
import hearth.bridge.Form
import hearth.bridge.Preference
import hearth.ui.AddForm
import hearth.ui.Body
import hearth.ui.FieldWords
import hearth.ui.FormBox
import hearth.ui.FormChoice
import hearth.ui.FormDay
import hearth.ui.Heading
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.Note
import hearth.ui.OnlyMe
import hearth.ui.Page
import hearth.ui.Pen
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Spot
import hearth.ui.WhoAndWhen
import hearth.ui.Words
import hearth.ui.Written

/** The forms of this screen. */
const val NEW_WISH = "add.preference/"
const val NEW_FORM = "add.form/"
const val NEW_COPY = "add.copy/"

/** What may be chosen here, and where each copy's original is kept, for its box. */
class AheadChoices(val sorts: List<Choice>, val forms: List<Choice>, val originals: Map<String, Field>)

/** What this screen keeps. */
class AheadActions(val onWish: () -> Unit = {}, val onForm: () -> Unit = {}, val onCopy: (replaces: String?) -> Unit = {})

@Composable
fun AheadScreen(ahead: Ahead, choices: AheadChoices, pen: Pen, on: AheadActions) =
    Page(stringResource(R.string.ahead_title)) {
        Note(ahead.myWish)
        if (ahead.preferences.isEmpty()) Words(stringResource(R.string.ahead_invite))
        ahead.preferences.forEach { Wish(it, pen) }
        AddForm(stringResource(R.string.ahead_add_wish), NEW_WISH, pen, pen.typed(NEW_WISH + "words").isNotBlank(), on.onWish, main = true) {
            FormBox(stringResource(R.string.ahead_words), NEW_WISH + "words", pen, lines = 3)
            FormChoice(stringResource(R.string.ahead_sort), choices.sorts, NEW_WISH + "sort", pen)
        }
        Heading(stringResource(R.string.ahead_forms))
        Note(ahead.notAnInstruction)
        ahead.forms.forEach { Paper(it, pen) }
        AddForm(stringResource(R.string.ahead_add_form), NEW_FORM, pen, pen.typed(NEW_FORM + "form").isNotEmpty(), on.onForm) {
            FormChoice(stringResource(R.string.ahead_form), choices.forms, NEW_FORM + "form", pen)
            if (pen.typed(NEW_FORM + "form") == "other") FormBox(stringResource(R.string.ahead_form_name), NEW_FORM + "name", pen)
            FormDay(stringResource(R.string.ahead_dated), NEW_FORM + "dated", pen)
            FormBox(stringResource(R.string.ahead_place), NEW_FORM + "place", pen)
        }
        Heading(stringResource(R.string.ahead_copies))
        Small(stringResource(R.string.ahead_copies_under))
        ahead.copies.forEach { CopySheet(it, choices, pen, on) }
        CopyForm(stringResource(R.string.ahead_add_copy), NEW_COPY, pen) { on.onCopy(null) }
    }

@Composable
private fun Wish(wish: Preference, pen: Pen) = Sheet {
    // What it is about, where it was said: the person's own words stay the largest.
    val about = wish.sort.versions.joinToString(" / ") { it.text }.ifEmpty { stringResource(R.string.ahead_words) }
    wish.notes.forEach { Note(it) }
    Written(about, Spot("preference", wish.id, "words"), wish.words, pen, lines = 3)
    Small(wish.dated)
    OnlyMe(wish.onlyMe) { pen.onlyMe("preference", wish.id, it) }
    QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("preference", wish.id) }
}

@Composable
private fun Paper(form: Form, pen: Pen) = Sheet {
    form.form.versions.forEach { Words(it.text); WhoAndWhen(it.who) }
    form.name.versions.forEach { Words(it.text) }
    form.notes.forEach { Note(it) }
    Written(stringResource(R.string.ahead_dated), Spot("form", form.id, "dated", date = true), form.dated, pen)
    Written(stringResource(R.string.ahead_place), Spot("form", form.id, "place"), form.place, pen, lines = 1)
    QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("form", form.id) }
}

/** A copy is read, never changed: but where its original lies may change, and a newer copy may take its place. */
@Composable
private fun CopySheet(copy: Copy, choices: AheadChoices, pen: Pen, on: AheadActions) {
    Sheet(color = LocalTokens.current.sunk, border = BorderStroke(1.5.dp, LocalTokens.current.line)) {
        CopyWords(copy, pen)
        choices.originals[copy.id]?.let { Written(stringResource(R.string.ahead_original), Spot("copy", copy.id, "original"), it, pen, lines = 1, inTitle = true) }
        copy.olderLine?.let { Heading(it) }
        copy.older.forEach { CopyWords(it, pen) }
        val form = "add.copy.${copy.id}/"
        CopyForm(stringResource(R.string.ahead_newer_copy), form, pen) { on.onCopy(copy.id) }
        OnlyMe(copy.onlyMe) { pen.onlyMe("copy", copy.id, it) }
    }
}

@Composable
private fun CopyWords(copy: Copy, pen: Pen) {
    val none = LocalSaid.current["scale-not-answered"]
    val settle = stringResource(R.string.settle)
    Note(copy.mark)
    FieldWords(null, copy.what, none, settle, { pen.settle(Spot("copy", copy.id, "what")) }, { pen.suggestions() })
    FieldWords(stringResource(R.string.ahead_copy_words), copy.words, none, settle, { pen.settle(Spot("copy", copy.id, "words")) }, { pen.suggestions() })
    Body(copy.dated)
    Body(copy.source)
    Body(copy.original)
    copy.notes.forEach { Note(it) }
}

@Composable
private fun CopyForm(button: String, form: String, pen: Pen, onKeep: () -> Unit) {
    val ready = pen.typed(form + "what").isNotBlank() && pen.typed(form + "words").isNotBlank()
    AddForm(button, form, pen, ready, onKeep) {
        Note(stringResource(R.string.ahead_copy_once))
        FormBox(stringResource(R.string.ahead_copy_what), form + "what", pen)
        FormBox(stringResource(R.string.ahead_copy_words), form + "words", pen, lines = 4)
        FormDay(stringResource(R.string.ahead_dated), form + "dated", pen)
        FormBox(stringResource(R.string.ahead_copy_source), form + "source", pen)
        FormBox(stringResource(R.string.ahead_original), form + "original", pen)
    }
}
