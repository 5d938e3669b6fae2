// Choosing the lines of the emergency card, and trying it on the locked phone.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.bridge.CardChoice
import hearth.bridge.CardChoices
import hearth.bridge.CardGroup
import hearth.bridge.Choice
import hearth.bridge.Entry
import hearth.bridge.EntryField
import hearth.bridge.Field
import hearth.ui.AddForm
import hearth.ui.Body
import hearth.ui.FieldWords
import hearth.ui.FormBox
import hearth.ui.FormChoice
import hearth.ui.FormDay
import hearth.ui.Heading
import hearth.ui.LocalSaid
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.OnOff
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.Pen
import hearth.ui.R
import hearth.ui.SafetyLine
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Spot
import hearth.ui.TroubleLine
import hearth.ui.WhoAndWhen
import hearth.ui.Words
import hearth.ui.Written

/** Whose card it is: name and day of birth as they may stand on it; what is written of how to talk with me. */
class CardMe(val name: Field, val born: Field, val communicate: Field, val forms: List<Choice>)

/** What choosing lines may do beside what its pen writes. */
class CardLinesActions(
    val onAdd: (kind: String) -> Unit = {},
    /** None: this phone has no photos to choose from. */
    val onPhoto: (() -> Unit)? = null,
    val onPeople: () -> Unit = {},
    val onNewPlan: () -> Unit = {},
    val onAbout: () -> Unit = {},
    val onCard: () -> Unit = {},
    val onTry: () -> Unit = {},
)

/** Whether the photo is on the card. */
val SHOW_PHOTO = Spot("card", "", "show_photo")

/** A field of an entry by its name, drawn empty where the table has none. */
fun Entry.field(name: String): EntryField? = fields.firstOrNull { it.name.substringAfter('.') == name }

/** What stands in a field of an entry. */
fun Entry.said(name: String): Field = field(name)?.said ?: Field(emptyList(), emptyList(), emptyList(), emptyList())

/** Whether every version that stands says yes. Two phones that disagree: off, until the person says. */
fun Entry.isOn(name: String): Boolean =
    field(name)?.kept.orEmpty().let { kept -> kept.isNotEmpty() && kept.all { it == hearth.bridge.Answer.YesNo(true) } }

@Composable
fun CardLinesScreen(choices: CardChoices, me: CardMe, pen: Pen, on: CardLinesActions) {
    val said = LocalSaid.current
    val card = choices.card
    Page(stringResource(R.string.lines_title), stringResource(R.string.lines_under)) {
        Note(choices.notAnInstruction)
        Sheet {
            Written(stringResource(R.string.lines_name), Spot("me", "", "name"), me.name, pen, lines = 1)
            Line(stringResource(R.string.lines_show_name), card, "show_name", pen)
            Written(stringResource(R.string.lines_born), Spot("me", "", "born", date = true), me.born, pen)
            Line(stringResource(R.string.lines_show_born), card, "show_born", pen)
        }
        Sheet {
            Heading(stringResource(R.string.lines_photo))
            Small(stringResource(R.string.lines_photo_under))
            on.onPhoto?.let { OtherButton(stringResource(R.string.lines_photo_choose), onClick = it) }
            Line(stringResource(R.string.lines_show_photo), card, SHOW_PHOTO.field, pen)
        }
        choices.groups.forEach { Group(it, me, pen, on) }
        Sheet {
            Written(stringResource(R.string.lines_checked), Spot("card", "", "medicines_checked", date = true), card.said("medicines_checked"), pen)
        }
        Sheet {
            Heading(said["card-communication"])
            if (me.communicate.versions.isEmpty()) {
                Body(stringResource(R.string.lines_communicate_none))
            }
            me.communicate.versions.forEach { Words(it.text); WhoAndWhen(it.who) }
            OtherButton(stringResource(R.string.lines_communicate), onClick = on.onAbout)
            Line(stringResource(R.string.lines_show), card, "show_communicate", pen)
        }
        Sheet {
            Written(said["card-very-unwell"], Spot("card", "", "very_unwell"), card.said("very_unwell"), pen, lines = 3, heading = true)
            Small(stringResource(R.string.lines_very_unwell_under))
        }
        MainButton(stringResource(R.string.lines_see), onClick = on.onCard)
        OtherButton(stringResource(R.string.try_title), onClick = on.onTry)
        SafetyLine(choices.safety)
    }
}

/** A switch of the card itself. */
@Composable
private fun Line(text: String, card: Entry, field: String, pen: Pen) {
    val spot = Spot("card", "", field)
    OnOff(text, card.isOn(field)) { pen.switch(spot, it) }
    pen.trouble(spot.box)?.let { TroubleLine(it) }
}

@Composable
private fun Group(group: CardGroup, me: CardMe, pen: Pen, on: CardLinesActions) = Sheet {
    Heading(group.heading)
    group.choices.forEach { ChoiceLine(it, group, pen) }
    when (group.kind) {
        "person" -> OtherButton(stringResource(R.string.lines_add_person), onClick = on.onPeople)
        "unwell" -> OtherButton(stringResource(R.string.lines_add_plan), onClick = on.onNewPlan)
        "form" -> {
            val form = "add.line.form/"
            AddForm(stringResource(R.string.ahead_add_form), form, pen, pen.typed(form + "form").isNotEmpty(), { on.onAdd("form") }) {
                FormChoice(stringResource(R.string.ahead_form), me.forms, form + "form", pen)
                if (pen.typed(form + "form") == "other") FormBox(stringResource(R.string.ahead_form_name), form + "name", pen)
                FormDay(stringResource(R.string.ahead_dated), form + "dated", pen)
                FormBox(stringResource(R.string.ahead_place), form + "place", pen)
                Small(stringResource(R.string.lines_form_under))
            }
        }
        else -> {
            val form = "add.line.${group.kind}/"
            val (button, ask) = when (group.kind) {
                "allergy" -> R.string.lines_add_allergy to R.string.lines_allergy
                "condition" -> R.string.lines_add_condition to R.string.lines_condition
                else -> R.string.lines_add_medicine to R.string.lines_medicine
            }
            AddForm(stringResource(button), form, pen, pen.typed(form + "words").isNotBlank(), { on.onAdd(group.kind) }) {
                FormBox(stringResource(ask), form + "words", pen, lines = 2)
                if (group.kind == "allergy") FormBox(stringResource(R.string.lines_reaction), form + "reaction", pen)
            }
        }
    }
}

@Composable
private fun ChoiceLine(choice: CardChoice, group: CardGroup, pen: Pen) {
    val spot = Spot(group.kind, choice.id, group.switch)
    val text = choice.said.versions.joinToString(" / ") { it.text }.ifEmpty { LocalSaid.current["scale-not-answered"] }
    OnOff(text, choice.on, if (choice.onlyMe) stringResource(R.string.lines_only_me) else null) { pen.switch(spot, it) }
    if (choice.said.versions.size > 1 || choice.said.offers.isNotEmpty()) {
        val words = Spot(group.kind, choice.id, wordsOf(group.kind))
        FieldWords(null, choice.said, "", stringResource(R.string.settle), { pen.settle(words) }, { pen.suggestions() })
    }
    choice.notes.forEach { Note(it) }
    pen.trouble(spot.box)?.let { TroubleLine(it) }
}

/** The field that a line's words stand in. */
fun wordsOf(kind: String): String = when (kind) {
    "allergy" -> "what"
    "person", "unwell" -> "name"
    "form" -> "form"
    else -> "words"
}

/** What trying the card came to. */
enum class Tried { NotYet, Opened, AskedToUnlock }

/**
 * Trying the card: what to do, step by step, and what there is where the phone asks to be unlocked.
 * [noPage]: the phone has no page of its medical ID that an app may open, so the way there is in words.
 */
@Composable
fun CardTryScreen(
    tried: Tried,
    wallet: String?,
    trouble: String?,
    noPage: Boolean,
    onTried: (Tried) -> Unit,
    onWallet: () -> Unit,
    onPrint: () -> Unit,
    onMedicalId: () -> Unit,
    onSettings: () -> Unit,
) =
    Page(stringResource(R.string.try_title), stringResource(R.string.try_under)) {
        Sheet {
            listOf(R.string.try_1, R.string.try_2, R.string.try_3, R.string.try_4)
                .forEachIndexed { at, step -> Words("${at + 1}. ${stringResource(step)}") }
        }
        Note(stringResource(R.string.try_honest))
        Heading(stringResource(R.string.try_ask))
        if (tried != Tried.Opened) OtherButton(stringResource(R.string.try_yes)) { onTried(Tried.Opened) }
        if (tried != Tried.AskedToUnlock) OtherButton(stringResource(R.string.try_no)) { onTried(Tried.AskedToUnlock) }
        when (tried) {
            Tried.NotYet -> Unit
            Tried.Opened -> Words(stringResource(R.string.try_opened))
            Tried.AskedToUnlock -> Words(stringResource(R.string.try_forced))
        }
        Sheet {
            Heading(stringResource(R.string.try_wallet))
            Body(stringResource(R.string.try_wallet_under))
            if (trouble != null) TroubleLine(trouble)
            if (wallet == null) {
                OtherButton(stringResource(R.string.try_wallet_show), onClick = onWallet)
            } else {
                Words(wallet)
                OtherButton(stringResource(R.string.try_wallet_print), onClick = onPrint)
            }
        }
        Sheet {
            Heading(stringResource(R.string.try_medical_id))
            Body(stringResource(R.string.try_medical_id_under))
            if (noPage) {
                Note(stringResource(R.string.try_medical_id_words))
                OtherButton(stringResource(R.string.try_medical_id_settings), onClick = onSettings)
            } else {
                OtherButton(stringResource(R.string.try_medical_id_open), onClick = onMedicalId)
            }
        }
    }
