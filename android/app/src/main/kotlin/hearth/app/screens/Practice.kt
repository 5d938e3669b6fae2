// The practice: what its screens ask of the plan and the browser.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Happened
import hearth.app.Here
import hearth.app.LINKING
import hearth.app.LINK_CLIENT
import hearth.app.LINK_REDIRECT
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.Fault
import hearth.bridge.Practice
import hearth.bridge.Remedy
import hearth.ui.R
import hearth.ui.screens.NotSent
import hearth.ui.screens.NotSentScreen
import hearth.ui.screens.PracticeActions
import hearth.ui.screens.PracticeNow
import hearth.ui.screens.PracticeScreen

val PRACTICE_SCREENS = listOf(
    Screen("practice", PlaceName.People) { here -> here.Drawn({ practice() }) { ThePractice(here, it) } },
    Screen("practice-not-sent", PlaceName.People) { NotInStep(it) },
)

@Composable
private fun ThePractice(here: Here, practice: Practice) {
    val session = here.host.session
    val drafts = here.drafts
    val linking = session.goings["link"]
    val stepping = session.goings["step"]
    val noName = stringResource(R.string.practice_no_name)
    val noBrowser = stringResource(R.string.practice_no_browser)
    var nameTrouble by remember { mutableStateOf<String?>(null) }
    var ending by remember { mutableStateOf(false) }
    // A link that has ended is made again with what is known of it.
    val address = drafts["practice.address"].ifEmpty { practice.base }
    val name = drafts["practice.name"].ifEmpty { practice.name }
    val now = PracticeNow(
        address, name, linking.trouble, nameTrouble, linking.part != null, stepping.part,
        linking.said + stepping.said, stepping.trouble, ending, session.outside.scanner.can,
    )
    PracticeScreen(
        practice, now,
        PracticeActions(
            onAddress = {
                drafts["practice.address"] = it
                linking.read()
            },
            onName = {
                drafts["practice.name"] = it
                nameTrouble = null
            },
            onScan = {
                session.outside.scanner.scan { found ->
                    // Whoever goes back keeps what stood in the box.
                    if (found != null) {
                        drafts["practice.address"] = found
                        linking.read()
                    }
                }
            },
            onLink = {
                nameTrouble = noName.takeIf { name.isBlank() }
                if (name.isNotBlank()) {
                    linking.begin({ here.plan.linkBegin(address.trim(), LINK_CLIENT, LINK_REDIRECT) }) { url ->
                        drafts[LINKING] = name.trim()
                        // The browser comes in front at once, and this process may end.
                        drafts.putAway()
                        if (!session.outside.browser.open(url)) {
                            drafts[LINKING] = ""
                            linking.trouble = noBrowser
                        }
                        here.host.version++
                    }
                }
            },
            onStep = {
                linking.read()
                stepping.begin({ here.plan.sync(it) }) { came ->
                    stepping.said = came.sentences
                    here.host.version++
                }
            },
            onStop = { stepping.stop() },
            onTroubles = { here.navigator.go("practice-not-sent") },
            onEnding = { ending = it },
            onEnd = {
                ending = false
                stepping.read()
                linking.begin({ here.plan.unlink() }) { ended ->
                    drafts.clear("practice.")
                    linking.said = listOf(ended.sentence)
                    here.host.version++
                }
            },
        ),
    )
}

@Composable
private fun NotInStep(here: Here) {
    val will = stringResource(R.string.notsent_will)
    here.Drawn({
        practice().troubles.map { trouble ->
            val (kind, id) = trouble.kind to trouble.id
            // What has been removed meanwhile has no words to show; its sentence stays.
            NotSent(trouble, if (kind == null || id == null) null else try {
                line(kind, id)
            } catch (gone: Fault) {
                if (gone.remedy == Remedy.NotThere) null else throw gone
            })
        }
    }) { these ->
        NotSentScreen(these) { one ->
            val (kind, id) = one.kind to one.id
            if (kind != null && id != null) {
                here.host.act {
                    sendAgain(kind, id)
                    here.host.happened = Happened(will)
                    here.host.version++
                }
            }
        }
    }
}
