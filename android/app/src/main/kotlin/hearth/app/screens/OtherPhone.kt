// The person's other phone: what its screens ask of the plan, or of a phone that has none yet.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Happened
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.Session
import hearth.bridge.Code
import hearth.bridge.OtherPhone
import hearth.ui.R
import hearth.ui.screens.PhoneJoinActions
import hearth.ui.screens.PhoneJoinNow
import hearth.ui.screens.PhoneJoinScreen
import hearth.ui.screens.PhoneNewActions
import hearth.ui.screens.PhoneNewNow
import hearth.ui.screens.PhoneNewScreen
import kotlinx.coroutines.launch

val OTHER_PHONE_SCREENS = listOf(Screen("phone-new", PlaceName.People) { TakeIn(it) })

private const val NEW_TEXT = "phone-new/text"
private const val JOIN_TEXT = "phone-join/text"

private class PhoneDrawing(val phone: OtherPhone?, val code: Code?, val hasHost: Boolean)

@Composable
private fun TakeIn(here: Here) {
    val session = here.host.session
    val typed = session.unsaved
    val lock = session.outside.lock
    val scanner = session.outside.scanner
    val (scanning, looking, sending, refusing) = listOf("phone-scan", "mail", "phone-same", "phone-refuse").map { session.goings[it] }
    val title = stringResource(R.string.phone_new)
    val notKnown = stringResource(R.string.phone_not_known)
    val stopped = stringResource(R.string.phone_stopped)
    var trouble by remember { mutableStateOf<String?>(null) }
    fun goOn() {
        val text = typed[NEW_TEXT]
        scanning.begin({ here.plan.otherPhoneScanned(text) }) {
            typed[NEW_TEXT] = ""
            here.host.version++
        }
    }
    fun paste(text: String) {
        typed[NEW_TEXT] = text
        scanning.read()
    }
    fun refuse(id: String) {
        refusing.begin({ here.plan.pairingRefuse(id) }) {
            here.host.happened = Happened(stopped)
            here.host.version++
        }
    }
    // Once digits stand here nobody is asked before the person has said.
    OnComing { here.host.act { if (otherPhone()?.let { it.digits == null } == true) here.lookForMail() } }
    here.Drawn({
        val phone = otherPhone()
        PhoneDrawing(phone, phone?.text?.ifEmpty { null }?.let { session.doors.textAsCode(it) }, shares().host.isNotEmpty())
    }) { drawn ->
        val phone = drawn.phone
        PhoneNewScreen(
            PhoneNewNow(
                phone, drawn.code, drawn.hasHost, typed[NEW_TEXT], scanner.can, trouble,
                scanning.asking(), looking.asking(), sending.asking(), refusing.asking(),
            ),
            PhoneNewActions(
                onHost = { here.navigator.go("share-host") },
                onText = ::paste,
                onScan = {
                    scanner.scan { found ->
                        if (found != null) {
                            paste(found)
                            goOn()
                        }
                    }
                },
                onGoOn = ::goOn,
                onSend = { session.outside.sharer.text(title, it) },
                onLook = { here.lookForMail() },
                onSame = {
                    // Everything goes with it, the recovery words too: where the phone has a lock, it asks who is there.
                    fun send(known: Boolean) {
                        trouble = notKnown.takeIf { !known }
                        if (known && phone != null) sending.begin({ here.plan.otherPhoneSame(phone.id) }) { here.host.version++ }
                    }
                    if (lock.can) lock.ask(title, ::send) else send(true)
                },
                onDiffer = { phone?.let { refuse(it.id) } },
                onGiveUp = { phone?.let { refuse(it.id) } },
            ),
        )
    }
}

/** Bringing the plan over, where there is none. [over]: it is here. */
@Composable
fun Join(session: Session, over: () -> Unit) {
    val joining = session.joining
    val typed = session.unsaved
    val scanner = session.outside.scanner
    val (reading, fetching) = session.goings["join-read"] to session.goings["join"]
    val title = stringResource(R.string.join_title)
    val notYet = stringResource(R.string.join_not_yet)
    val differed = stringResource(R.string.join_differed)
    val scope = rememberCoroutineScope()
    LaunchedEffect(joining) { joining.begin() }
    fun paste(text: String) {
        typed[JOIN_TEXT] = text
        reading.read()
    }
    fun goOn() {
        val text = typed[JOIN_TEXT]
        reading.begin({ joining.scanned(text) }) { typed[JOIN_TEXT] = "" }
    }
    PhoneJoinScreen(
        PhoneJoinNow(joining.code, joining.digits, typed[JOIN_TEXT], scanner.can, joining.trouble, reading.asking(), fetching.asking()),
        PhoneJoinActions(
            onSend = { joining.shows?.let { session.outside.sharer.text(title, it) } },
            onText = ::paste,
            onScan = {
                scanner.scan { found ->
                    if (found != null) {
                        paste(found)
                        goOn()
                    }
                }
            },
            onGoOn = ::goOn,
            onFetch = {
                // Nothing says yes from here: the old phone does. This one asks whether it has.
                fetching.begin({ joining.fetch() }) { open ->
                    if (open == null) {
                        fetching.said = listOf(notYet)
                    } else {
                        typed.clear(JOIN_TEXT)
                        over()
                        session.joined(open)
                    }
                }
            },
            onDiffer = {
                fetching.read()
                scope.launch { joining.anew(differed) }
            },
        ),
    )
}
