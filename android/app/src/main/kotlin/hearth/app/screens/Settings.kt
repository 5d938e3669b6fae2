// Settings: what their screens ask of the plan, the session and the phone.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Happened
import hearth.app.Here
import hearth.app.Outside
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.Language
import hearth.ui.LocalSaid
import hearth.ui.R
import hearth.ui.screens.ByItself
import hearth.ui.screens.ByItselfActions
import hearth.ui.screens.LanguageScreen
import hearth.ui.screens.LockScreen
import hearth.ui.screens.OnlyMeScreen
import hearth.ui.screens.PhonesActions
import hearth.ui.screens.PhonesAsk
import hearth.ui.screens.PhonesScreen
import hearth.ui.screens.SettingsScreen

val SETTINGS_SCREENS = listOf(
    Screen("settings", PlaceName.People) { here ->
        val spoken = spoken(here)
        val (now, on) = byItself(here.host.session.outside)
        SettingsScreen(here.host.session.outside.choices.lock, spoken?.ownName.orEmpty(), now, on) { here.navigator.go(it) }
    },
    Screen("settings-lock", PlaceName.People) { TheLock(it) },
    Screen("settings-language", PlaceName.People) { here ->
        val session = here.host.session
        var languages by remember { mutableStateOf(emptyList<Language>()) }
        LaunchedEffect(session) { languages = session.doors.languages() }
        LanguageScreen(languages, spoken(here)?.tag.orEmpty()) { session.speak(it) }
    },
    Screen("settings-only-me", PlaceName.People) { OnlyMeLines(it) },
    Screen("settings-phones", PlaceName.People) { Phones(it) },
)

/** The language that is spoken now. */
@Composable
private fun spoken(here: Here): Language? {
    val session = here.host.session
    var spoken by remember { mutableStateOf<Language?>(null) }
    LaunchedEffect(session.language) { spoken = session.doors.language() }
    return spoken
}

/** What this phone does by itself: nothing that the person has not switched on, and no reminder that the phone forbids. */
@Composable
private fun byItself(outside: Outside): Pair<ByItself, ByItselfActions> {
    val choices = outside.choices
    // Choices are no state of what is drawn: read again with each touch.
    var touched by remember { mutableIntStateOf(0) }
    var notAllowed by remember { mutableStateOf(false) }
    val now = remember(touched, notAllowed) { ByItself(choices.reminders, choices.wifiOnly, choices.widgetLines, notAllowed) }
    return now to ByItselfActions(
        onReminders = { on ->
            fun set(to: Boolean) {
                choices.reminders = to
                notAllowed = on && !to
                touched++
            }
            if (on) outside.reminders.allow(::set) else set(false)
        },
        onWifiOnly = {
            choices.wifiOnly = it
            touched++
        },
        onWidgetLines = {
            choices.widgetLines = it
            touched++
        },
        onPhone = outside.settings,
    )
}

@Composable
private fun TheLock(here: Here) {
    val outside = here.host.session.outside
    val lock = outside.lock
    val words = stringResource(R.string.lock_title)
    val not = stringResource(R.string.lock_not_changed)
    var on by remember { mutableStateOf(outside.choices.lock) }
    var trouble by remember { mutableStateOf<String?>(null) }
    LockScreen(lock.can, on, trouble) { to ->
        lock.switch(to, words) { known ->
            trouble = not.takeIf { !known }
            on = outside.choices.lock
        }
    }
}

@Composable
private fun OnlyMeLines(here: Here) {
    val put = stringResource(R.string.only_put_done)
    val take = stringResource(R.string.only_take_done)
    val undo = LocalSaid.current["done-undo"]
    var open by rememberSaveable { mutableStateOf("") }
    here.Drawn({ lines() }) { lines ->
        OnlyMeScreen(lines, open, { open = it }) { line, on ->
            here.host.act {
                onlyMe(line.kind, line.id, on)
                here.host.happened = Happened(if (on) put else take, undo) {
                    here.host.act { onlyMe(line.kind, line.id, !on) }
                }
            }
        }
    }
}

@Composable
private fun Phones(here: Here) {
    val removed = stringResource(R.string.phones_removed)
    val fresh = stringResource(R.string.secret_new_made)
    var asking by remember { mutableStateOf<PhonesAsk?>(null) }
    var trouble by remember { mutableStateOf<String?>(null) }
    here.Drawn({ phones() }) { phones ->
        PhonesScreen(
            phones, asking, trouble,
            PhonesActions(
                onAsk = { asking = it },
                onNew = { here.navigator.go("phone-new") },
                onRemove = { id ->
                    asking = null
                    here.host.act({ trouble = it.sentence }) {
                        removePhone(id)
                        trouble = null
                        here.host.happened = Happened(removed)
                    }
                },
                onLost = {
                    asking = null
                    here.host.act({ trouble = it.sentence }) {
                        phoneLost()
                        trouble = null
                        // They are shown where they are always shown: behind the phone's lock.
                        here.host.happened = Happened(fresh)
                        here.navigator.go("settings-words")
                    }
                },
            ),
        )
    }
}
