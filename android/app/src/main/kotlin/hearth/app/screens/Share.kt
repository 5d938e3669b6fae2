// Sharing: what its screens ask of the plan, and what they tell the hosts.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.Plan
import hearth.ui.R
import hearth.ui.screens.ShareActions
import hearth.ui.screens.ShareHostActions
import hearth.ui.screens.ShareHostScreen
import hearth.ui.screens.ShareNow
import hearth.ui.screens.ShareScreen
import hearth.ui.screens.SharingActions
import hearth.ui.screens.SharingScreen
import hearth.ui.screens.isToGive

val SHARE_SCREENS = listOf(
    Screen("sharing", PlaceName.People) { Sharing(it) },
    Screen("share", PlaceName.People) { One(it) },
    Screen("share-host", PlaceName.People) { TheHost(it) },
) + SHARE_NEW_SCREENS + VISIT_SHOW_SCREENS + PAPER_SCREENS

@Composable
private fun Sharing(here: Here) {
    val asking = here.host.session.goings["shares"]
    val stopped = stringResource(R.string.share_stop_done)
    var stopping by remember { mutableStateOf(false) }
    here.Drawn({ shares() }) { shares ->
        SharingScreen(
            shares, asking.asking(), stopping,
            SharingActions(
                onGo = { here.navigator.go(it) },
                onShare = { here.navigator.go("share", it) },
                onAsk = { asking.begin({ here.plan.deliverShares() }) { here.host.version++ } },
                onStopping = { stopping = it },
                onStop = {
                    stopping = false
                    asking.begin({ here.plan.stopAllSharing() }) {
                        asking.said = listOf(stopped)
                        here.host.version++
                    }
                },
            ),
        )
    }
}

@Composable
private fun One(here: Here) {
    val id = here.about.firstOrNull().orEmpty()
    val outside = here.host.session.outside
    val asking = here.host.session.goings["share.$id"]
    val boxes = here.boxes("share.$id.")
    val wholeDay = stringResource(R.string.share_whole_day)
    var ending by remember { mutableStateOf(false) }
    var copied by remember { mutableStateOf(false) }

    /** Tells the host, also when this screen is left. */
    fun tell(work: suspend Plan.() -> Unit) = asking.begin({ here.plan.work() }) { here.host.version++ }
    here.Drawn({
        val share = share(id)
        // Its code is a key: it is made of the link each time, and kept nowhere.
        share to if (share.standing.isToGive && share.link != null) visitCode(id).code else null
    }) { (share, code) ->
        ShareScreen(
            share, code, boxes, ShareNow(asking.asking(), ending, copied),
            ShareActions(
                // The link alone, never the passcode with it.
                onSend = { share.link?.let { outside.sharer.text(share.label.ifEmpty { "Hearth" }, it) } },
                onCopy = {
                    share.link?.let(outside.clipboard)
                    copied = true
                },
                onAsk = { tell { deliverShares() } },
                onPause = { tell { sharePause(id) } },
                onResume = { tell { shareResume(id) } },
                onWhen = {
                    here.host.act(here.amiss("share.$id.", "day", "day")) {
                        val until = here.until(this, boxes, wholeDay)
                        here.drafts.clear("share.$id.")
                        tell { shareExtend(id, until) }
                    }
                },
                onEnding = { ending = it },
                onEnd = {
                    ending = false
                    tell { shareEnd(id) }
                },
            ),
        )
    }
}

@Composable
private fun TheHost(here: Here) {
    val session = here.host.session
    val asking = session.goings["share-host"]
    val used = stringResource(R.string.share_host_used)
    here.Drawn({ shares() }) { shares ->
        ShareHostScreen(
            shares.host, here.drafts["share-host.address"], session.typedToken, asking.asking(),
            ShareHostActions(
                onAddress = {
                    here.drafts["share-host.address"] = it
                    asking.read()
                },
                onToken = {
                    session.typedToken = it
                    asking.read()
                },
                onUse = {
                    val (address, token) = here.drafts["share-host.address"].trim() to session.typedToken.trim()
                    asking.begin({ here.plan.shareEnrol(address, token) }) {
                        session.typedToken = ""
                        here.drafts.clear("share-host.")
                        asking.said = listOf(used)
                        here.host.version++
                    }
                },
            ),
        )
    }
}
