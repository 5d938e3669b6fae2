// People.

package hearth.app.screens

import androidx.compose.runtime.Composable
import hearth.app.Drawn
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.pen
import hearth.app.today
import hearth.bridge.Answer
import hearth.bridge.Carer
import hearth.bridge.Choice
import hearth.bridge.Entry
import hearth.bridge.FieldAnswer
import hearth.bridge.Person
import hearth.ui.screens.NEW_AUTHORITY
import hearth.ui.screens.NEW_NEED
import hearth.ui.screens.NEW_PERSON
import hearth.ui.screens.PeopleScreen
import hearth.ui.screens.PersonActions
import hearth.ui.screens.PersonScreen

val PEOPLE_SCREENS = listOf(
    Screen("people", PlaceName.People) { here ->
        val pen = here.pen()
        here.Drawn({ people() }) { people ->
            PeopleScreen(people, pen, { here.navigator.go("person", it) }, {
                pen.kept(NEW_PERSON, { "name" }) {
                    val id = add("person", listOf("name", "relation", "number").mapNotNull { pen.words(NEW_PERSON, it) })
                    here.navigator.go("person", id)
                }
            }) { here.navigator.go(it) }
        }
    },
    Screen("person", PlaceName.People) { One(it) },
)

private class PersonDrawing(val person: Person, val entry: Entry, val carer: Carer?, val by: List<Choice>)

@Composable
private fun One(here: Here) {
    val id = here.about.first()
    val pen = here.pen()
    here.Drawn({
        // Asked first: of somebody who is gone it says so.
        val entry = entry("person", id)
        val carer = carers().firstOrNull { it.person == id }
        people().firstOrNull { it.id == id }?.let { PersonDrawing(it, entry, carer, choicesOf("authority", "by")) } ?: NobodyThere
    }) { drawn ->
        if (drawn !is PersonDrawing) return@Drawn
        PersonScreen(
            drawn.person, drawn.entry, drawn.carer, drawn.by, pen,
            PersonActions(
                onCall = here.host.session.outside.dial,
                onAuthority = {
                    pen.kept(NEW_AUTHORITY, { "seen_by" }) {
                        add(
                            "authority",
                            listOfNotNull(FieldAnswer("person", Answer.Entry(id)), pen.choice(NEW_AUTHORITY, "by"), pen.words(NEW_AUTHORITY, "seen_by")),
                        )
                    }
                },
                onEnd = { authority -> here.host.act { write("authority", authority, "ended", Answer.Date(here.today())) } },
                onNeed = {
                    pen.kept(NEW_NEED, { "words" }) { addCarerNeed(id, pen.typed(NEW_NEED + "words"), pen.textTyped(NEW_NEED, "asked")) }
                },
            ),
        )
    }
}

/** Nobody to draw any more: they were removed while this was shown. */
private object NobodyThere
