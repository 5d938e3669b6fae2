// Taking up what somebody sent: a link, or an invitation and six digits. Both are keys, and are in no saved state.

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
import hearth.bridge.Fault
import hearth.bridge.FollowGiven
import hearth.bridge.FollowedPeople
import hearth.bridge.Plan
import hearth.ui.R
import hearth.ui.screens.FollowNewActions
import hearth.ui.screens.FollowNewNow
import hearth.ui.screens.FollowNewScreen

private const val FORM = "follow/"
private const val TEXT = FORM + "text"
private const val NAME = FORM + "name"
private const val PASSCODE = FORM + "passcode"

/** What was sent, once it was read. It is as long as its screen. */
private class Sent(private val here: Here) {
    private val typed get() = here.host.session.unsaved
    private val asking get() = here.host.session.goings["follow-new"]
    var given: FollowGiven? by mutableStateOf(null)
        private set

    /** The host asked for a passcode that the link did not speak of. */
    var asksPasscode by mutableStateOf(false)
        private set
    var trouble: String? by mutableStateOf(null)
        private set

    fun paste(text: String) {
        typed[TEXT] = text
        trouble = null
    }

    /** Reads what it is, before anything is begun with it. */
    fun goOn() {
        val text = typed[TEXT]
        asking.read()
        here.host.act({ trouble = it.sentence }) {
            given = followGiven(text)
            asksPasscode = false
            trouble = null
        }
    }

    /** It was something else, or it is taken up. */
    fun over() {
        given = null
        asksPasscode = false
        trouble = null
        typed.clear(FORM)
    }

    fun another() {
        asking.read()
        over()
    }

    fun answer(isHere: String) {
        val (text, name) = typed[TEXT] to typed[NAME]
        ask(isHere) { followAccept(text, name) }
    }

    fun keep(isHere: String) {
        val (text, name, passcode) = listOf(typed[TEXT], typed[NAME], typed[PASSCODE])
        ask(isHere, { if (it.reason == "error-follow-passcode") asksPasscode = true }) { followLink(text, passcode.trim().ifEmpty { null }, name) }
    }

    /** Asks, and goes where what came of it stands: to the digits, or to the copy. */
    fun ask(isHere: String, onFault: (Fault) -> Unit = {}, work: suspend Plan.() -> FollowedPeople) {
        asking.begin({
            val before = here.plan.following()
            before to here.plan.work()
        }, onFault) { (before, after) ->
            here.host.version++
            val known = (before.meetings + before.followed).map { it.id }.toSet()
            val copy = after.followed.firstOrNull { it.id !in known }
            val meeting = after.meetings.firstOrNull { it.id !in known }
            if (copy != null) {
                over()
                here.host.happened = Happened(isHere.replace("%s", copy.name))
                if (here.leave("follow-new")) here.navigator.go("followed", copy.id)
            } else if (meeting != null) {
                over()
                if (here.leave("follow-new")) here.navigator.go("follow-new", meeting.id)
            } else if (given != null) {
                // It was here already.
                over()
                here.leave("follow-new")
            }
        }
    }
}

@Composable
internal fun TakeUp(here: Here) {
    val session = here.host.session
    val typed = session.unsaved
    val scanner = session.outside.scanner
    val id = here.about.firstOrNull()
    val sent = remember(id) { Sent(here) }
    val (asking, refusing) = session.goings["follow-new"] to session.goings["follow-refuse"]
    val isHere = stringResource(R.string.follow_is_here, "%s")
    val differed = stringResource(R.string.pair_differed)
    val gaveUp = stringResource(R.string.pair_gave_up)
    fun refuse(said: String) {
        if (id == null) return
        refusing.begin({ here.plan.pairingRefuse(id) }) {
            here.host.happened = Happened(said)
            here.host.version++
            here.leave("follow-new")
        }
    }
    fun look() = sent.ask(isHere) { followLook() }
    // Whoever comes back sees what came meanwhile.
    if (id != null) OnComing { look() }
    here.Drawn({ following() }) { all ->
        val meeting = all.meetings.firstOrNull { it.id == id }
        FollowNewScreen(
            FollowNewNow(
                meeting, id != null, sent.given, typed[TEXT], typed[NAME], typed[PASSCODE], sent.given?.passcode == true || sent.asksPasscode,
                scanner.can, sent.trouble, asking.asking(), refusing.asking(),
            ),
            FollowNewActions(
                onText = sent::paste,
                onScan = {
                    scanner.scan { found ->
                        // Whoever goes back keeps what stood in the box.
                        if (found != null) {
                            sent.paste(found)
                            sent.goOn()
                        }
                    }
                },
                onGoOn = sent::goOn,
                onName = { typed[NAME] = it },
                onPasscode = { typed[PASSCODE] = it },
                onKeep = { sent.keep(isHere) },
                onAnswer = { sent.answer(isHere) },
                onAnother = sent::another,
                onLook = { look() },
                onSame = { sent.ask(isHere) { followSame(checkNotNull(id)) } },
                onDiffer = { refuse(differed) },
                onGiveUp = { refuse(gaveUp) },
            ),
        )
    }
}
