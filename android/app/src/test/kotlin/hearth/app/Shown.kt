package hearth.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue

/** The app at any one screen, without walking there. */
class Shown(private val session: Session) {
    var where: Where by mutableStateOf(Where("today"))

    @Composable
    fun Draw() {
        val here = where
        key(here) { Root(session, listOf(Where("today"), here).distinct()) }
    }
}
