// Following: what its screens ask of the plan, the scanner and the dialler.

package hearth.app.screens

import androidx.compose.runtime.Composable
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
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.pen
import hearth.bridge.Fault
import hearth.bridge.Followed
import hearth.bridge.FollowedCard
import hearth.bridge.FollowedEntry
import hearth.bridge.Plan
import hearth.bridge.Remedy
import hearth.bridge.Suggested
import hearth.bridge.SuggestedField
import hearth.ui.R
import hearth.ui.screens.FollowedActions
import hearth.ui.screens.FollowedNow
import hearth.ui.screens.FollowedScreen
import hearth.ui.screens.FollowingActions
import hearth.ui.screens.FollowingScreen
import hearth.ui.screens.suggestForm
import java.util.Locale

val FOLLOWING_SCREENS = listOf(
    Screen("following", PlaceName.People) { Everyone(it) },
    Screen("follow-new", PlaceName.People) { TakeUp(it) },
    Screen("followed", PlaceName.People) { Theirs(it) },
)

@Composable
private fun Everyone(here: Here) {
    val looking = here.host.session.goings["follow-look"]
    // Not more than once an hour for a copy; whoever is waited for is looked for each time.
    OnComing { here.host.act { if (following().let { it.followed.isNotEmpty() || it.meetings.isNotEmpty() }) here.newer(false) } }
    here.Drawn({ following() }) { all ->
        FollowingScreen(
            all, looking.asking(),
            FollowingActions(
                onNew = { here.navigator.go("follow-new") },
                onOpen = { here.navigator.go("followed", it) },
                onMeet = { here.navigator.go("follow-new", it) },
                onLook = { here.newer(true) },
            ),
        )
    }
}

/** Looks for newer copies; where there is no signal what is here stays, and says since when. */
private fun Here.newer(now: Boolean) {
    host.session.goings["follow-look"].begin({ plan.refreshFollowing(now) }) { host.version++ }
}

private class Copy(val one: Followed, val card: FollowedCard?, val entries: List<FollowedEntry>)

private suspend fun Plan.copyOf(id: String, gone: String): Copy {
    val one = following().followed.firstOrNull { it.id == id } ?: throw Fault(Remedy.NotThere, gone, "not-followed")
    return Copy(one, if (one.kept) followed(id) else null, if (one.maySuggest) followedEntries(id) else emptyList())
}

/** So many entries of a copy are drawn at first, and with each touch of "more". */
private const val SOME = 20

@Composable
private fun Theirs(here: Here) {
    val id = here.about.firstOrNull().orEmpty()
    val session = here.host.session
    val pen = here.pen()
    val goings = session.goings
    val (looking, suggesting, taking) = listOf("follow-look", "suggest/$id", "follow-forget").map { goings[it] }
    val gone = stringResource(R.string.followed_not_kept)
    val taken = stringResource(R.string.followed_taken_away)
    val waits = stringResource(R.string.followed_waits)
    val sent = stringResource(R.string.followed_suggested, "%s")
    val noVoice = stringResource(R.string.no_voice)
    var takingAway by remember { mutableStateOf(false) }
    var most by rememberSaveable { mutableIntStateOf(SOME) }
    val open = "suggesting/$id"
    here.Drawn({ copyOf(id, gone) }) { copy ->
        val now = FollowedNow(
            copy.one, copy.card, copy.entries, most, session.safety?.emergencyNumber.orEmpty(), session.safety?.lifeAtRisk.orEmpty(),
            looking.asking(), here.drafts[open].isNotEmpty(), suggesting.asking(), takingAway,
        )
        FollowedScreen(
            now, pen,
            FollowedActions(
                onCall = session.outside.dial,
                onRead = copy.card?.let { card ->
                    {
                        val language = session.outside.choices.language ?: Locale.getDefault().toLanguageTag()
                        if (!session.outside.voice.say(card.spoken(), language)) here.host.happened = Happened(noVoice)
                    }
                },
                onLook = { here.newer(true) },
                onSuggestOpen = { here.drafts[open] = if (it) "1" else "" },
                onSuggest = { entry ->
                    val form = suggestForm(id, entry)
                    val words = pen.typed(form + "words").trim()
                    val suggested = Suggested(entry.entry, entry.kind, fields = listOf(SuggestedField(entry.field, words)))
                    suggesting.begin({ here.plan.suggest(id, suggested) }) { one ->
                        here.drafts.clear(form)
                        here.host.happened = Happened(if (one.waiting > 0) waits else sent.replace("%s", one.name))
                        here.host.version++
                    }
                },
                onMore = { most += SOME },
                onTakingAway = { takingAway = it },
                onTakeAway = {
                    takingAway = false
                    taking.begin({ here.plan.followForget(id) }) {
                        here.drafts.clear("suggest/$id/")
                        here.drafts[open] = ""
                        here.host.happened = Happened(taken)
                        if (here.navigator.here.about.firstOrNull() == id) here.leave("followed")
                        here.host.version++
                    }
                },
            ),
        )
    }
}

/** The copy, line by line, to be read aloud: its age first. */
private fun FollowedCard.spoken(): List<String> =
    listOf(view.age) + calls.map { listOf(it.name, it.relation, it.number).filter(String::isNotEmpty).joinToString(", ") } +
        sections.flatMap { listOf(it.title) + it.lines } + front
