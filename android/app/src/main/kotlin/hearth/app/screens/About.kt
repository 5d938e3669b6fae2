// About me.

package hearth.app.screens

import hearth.app.Drawn
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.pen
import hearth.bridge.About
import hearth.ui.screens.AboutScreen

private class AboutDrawing(val about: About, val onlyMe: Boolean)

val ABOUT_SCREENS = listOf(
    Screen("about-me", PlaceName.Plan) { here ->
        val pen = here.pen()
        here.Drawn({ AboutDrawing(about(), entry("about", "").onlyMe) }) { AboutScreen(it.about, it.onlyMe, pen) }
    },
)
