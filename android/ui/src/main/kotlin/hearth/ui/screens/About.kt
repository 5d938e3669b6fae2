// About me: nine headings in the person's own words.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.bridge.About
import hearth.ui.Heading
import hearth.ui.OnlyMe
import hearth.ui.Page
import hearth.ui.Pen
import hearth.ui.R
import hearth.ui.Sheet
import hearth.ui.Spot
import hearth.ui.Words
import hearth.ui.Written

/** Every heading, each with its own box. Nothing of it has to be filled in. */
@Composable
fun AboutScreen(about: About, onlyMe: Boolean, pen: Pen) =
    Page(stringResource(R.string.about_title), stringResource(R.string.about_under)) {
        if (about.rooms.all { it.said.versions.isEmpty() }) Words(stringResource(R.string.about_invite))
        about.rooms.forEach { room ->
            Sheet { Written(room.heading, Spot("about", "", room.field.substringAfter('.')), room.said, pen, lines = 3, heading = true) }
        }
        Sheet {
            Heading(stringResource(R.string.about_when_who))
            Written(stringResource(R.string.about_on), Spot("about", "", "on", date = true), about.on, pen)
            Written(stringResource(R.string.about_helped), Spot("about", "", "helped_by"), about.helpedBy, pen, lines = 1)
            OnlyMe(onlyMe) { pen.onlyMe("about", "", it) }
        }
    }
