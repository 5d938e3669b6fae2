// People: who there is, and one of them with what they may do and what they need.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.input.KeyboardType
import hearth.bridge.Authority
import hearth.bridge.Carer
import hearth.bridge.CarerNeed
import hearth.bridge.Choice
import hearth.bridge.Entry
import hearth.bridge.Person
import hearth.ui.AddForm
import hearth.ui.Body
import hearth.ui.CallButton
import hearth.ui.FieldWords
import hearth.ui.FormBox
import hearth.ui.FormChoice
import hearth.ui.FormNumber
import hearth.ui.Heading
import hearth.ui.LocalSaid
import hearth.ui.Note
import hearth.ui.OnOff
import hearth.ui.OnlyMe
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.Pen
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.Spot
import hearth.ui.TroubleLine
import hearth.ui.Unsettled
import hearth.ui.Words
import hearth.ui.Written

/** The form that adds somebody. */
const val NEW_PERSON = "add.person/"

/** Everybody, and the ways on from here. */
@Composable
fun PeopleScreen(people: List<Person>, pen: Pen, onOpen: (String) -> Unit, onNew: () -> Unit, onPlace: (String) -> Unit) =
    Page(stringResource(R.string.people_title)) {
        if (people.isEmpty()) Words(stringResource(R.string.people_invite))
        people.forEach { person ->
            Sheet {
                person.name.versions.forEach { Words(it.text) }
                val what = (person.relation.versions + person.role.versions).map { it.text }
                val marks = listOfNotNull(
                    stringResource(R.string.person_key_worker).takeIf { person.keyWorker },
                    stringResource(R.string.person_on_card).takeIf { person.onCard },
                    stringResource(R.string.person_may_write).takeIf { person.authority.any { !it.ended } },
                )
                if (what.isNotEmpty() || marks.isNotEmpty()) Body((what + marks).joinToString(" · "))
                person.unsettled?.let { Note(it) }
                OtherButton(stringResource(R.string.rooms_open)) { onOpen(person.id) }
            }
        }
        AddForm(stringResource(R.string.people_new), NEW_PERSON, pen, pen.typed(NEW_PERSON + "name").isNotBlank(), onNew, main = true) {
            FormBox(stringResource(R.string.person_name), NEW_PERSON + "name", pen)
            FormBox(stringResource(R.string.person_relation), NEW_PERSON + "relation", pen)
            FormNumber(stringResource(R.string.person_number), NEW_PERSON + "number", pen)
        }
        OtherButton(stringResource(R.string.share_title)) { onPlace("sharing") }
        OtherButton(stringResource(R.string.people_practice)) { onPlace("practice") }
        OtherButton(stringResource(R.string.people_carers)) { onPlace("carers") }
        OtherButton(stringResource(R.string.people_following)) { onPlace("following") }
        OtherButton(stringResource(R.string.people_settings)) { onPlace("settings") }
    }

/** What one person may do beside what the pen writes. */
class PersonActions(
    val onCall: (String) -> Unit = {},
    val onAuthority: () -> Unit = {},
    val onEnd: (authority: String) -> Unit = {},
    val onNeed: () -> Unit = {},
)

/** The forms of one person. */
const val NEW_AUTHORITY = "add.authority/"
const val NEW_NEED = "add.carer_need/"

@Composable
fun PersonScreen(person: Person, entry: Entry, carer: Carer?, by: List<Choice>, pen: Pen, on: PersonActions) {
    val id = person.id
    fun spot(field: String) = Spot("person", id, field)
    val name = person.name.versions.joinToString(" / ") { it.text }
    Page(name.ifEmpty { stringResource(R.string.people_title) }) {
        Unsettled(person.unsettled, { pen.keepHere("person", id) }, { pen.remove("person", id) })
        entry.notes.forEach { Note(it) }
        person.number.versions.forEach { CallButton(name, it.text, onCall = on.onCall) }
        Sheet {
            Written(stringResource(R.string.person_name), spot("name"), person.name, pen, lines = 1, inTitle = true)
            Written(stringResource(R.string.person_relation), spot("relation"), person.relation, pen, lines = 1)
            Written(stringResource(R.string.person_role), spot("role"), person.role, pen, lines = 1)
            Written(stringResource(R.string.person_organisation), spot("organisation"), entry.said("organisation"), pen, lines = 1)
            Written(stringResource(R.string.person_number), spot("number"), person.number, pen, lines = 1, keyboard = KeyboardType.Phone)
            Written(stringResource(R.string.person_comments), spot("comments"), entry.said("comments"), pen)
        }
        Sheet {
            OnOff(stringResource(R.string.person_emergency), person.onCard, stringResource(R.string.person_emergency_under)) { pen.switch(spot("on_card"), it) }
            pen.trouble(spot("on_card").box)?.let { TroubleLine(it) }
            OnOff(stringResource(R.string.person_key_worker), person.keyWorker, stringResource(R.string.person_key_worker_under)) { pen.switch(spot("key_worker"), it) }
            OnOff(stringResource(R.string.person_carer), entry.isOn("carer"), stringResource(R.string.person_carer_under)) { pen.switch(spot("carer"), it) }
            OnOff(stringResource(R.string.person_interpreter), entry.isOn("interpreter")) { pen.switch(spot("interpreter"), it) }
            OnlyMe(entry.onlyMe) { pen.onlyMe("person", id, it) }
        }
        Sheet {
            Heading(stringResource(R.string.person_authority))
            if (person.authority.isEmpty()) Body(stringResource(R.string.person_authority_none))
            person.authority.forEach { AuthorityLines(it, pen, on) }
            AddForm(stringResource(R.string.person_authority_add), NEW_AUTHORITY, pen, pen.typed(NEW_AUTHORITY + "by").isNotEmpty(), on.onAuthority) {
                FormChoice(stringResource(R.string.person_authority_by), by, NEW_AUTHORITY + "by", pen)
                FormBox(stringResource(R.string.person_authority_seen), NEW_AUTHORITY + "seen_by", pen)
            }
        }
        Sheet {
            Heading(carer?.heading ?: stringResource(R.string.person_needs))
            Small(stringResource(R.string.person_needs_under))
            carer?.needs?.forEach { Need(it, pen) }
            AddForm(stringResource(R.string.person_needs_add), NEW_NEED, pen, pen.typed(NEW_NEED + "words").isNotBlank(), on.onNeed) {
                FormBox(stringResource(R.string.person_needs_words), NEW_NEED + "words", pen, lines = 2)
                FormBox(stringResource(R.string.person_needs_asked), NEW_NEED + "asked", pen)
            }
        }
        QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("person", id) }
    }
}

@Composable
private fun AuthorityLines(authority: Authority, pen: Pen, on: PersonActions) {
    val none = LocalSaid.current["scale-not-answered"]
    FieldWords(
        stringResource(R.string.person_authority_by), authority.by, none, stringResource(R.string.settle),
        { pen.settle(Spot("authority", authority.id, "by")) }, { pen.suggestions() },
    )
    Written(stringResource(R.string.person_authority_seen), Spot("authority", authority.id, "seen_by"), authority.seenBy, pen, lines = 1)
    if (authority.ended) Note(stringResource(R.string.person_authority_ended))
    else OtherButton(stringResource(R.string.person_authority_end)) { on.onEnd(authority.id) }
}

@Composable
private fun Need(need: CarerNeed, pen: Pen) {
    need.notes.forEach { Note(it) }
    Written(stringResource(R.string.person_needs_words), Spot("carer_need", need.id, "words"), need.words, pen)
    Written(stringResource(R.string.person_needs_asked), Spot("carer_need", need.id, "asked"), need.asked, pen)
    OnlyMe(need.onlyMe) { pen.onlyMe("carer_need", need.id, it) }
    QuietButton(stringResource(R.string.rooms_remove)) { pen.remove("carer_need", need.id) }
}
