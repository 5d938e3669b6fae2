// Carers: what their screens ask of the plan.

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
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.CarerInvitation
import hearth.bridge.Code
import hearth.bridge.NamedSection
import hearth.bridge.Pairings
import hearth.bridge.Person
import hearth.bridge.ShareChoice
import hearth.bridge.SharePreview
import hearth.ui.R
import hearth.ui.screens.CarerNewActions
import hearth.ui.screens.CarerNewNow
import hearth.ui.screens.CarerNewScreen
import hearth.ui.screens.CarerSeesActions
import hearth.ui.screens.CarerSeesNow
import hearth.ui.screens.CarerSeesScreen
import hearth.ui.screens.CarersActions
import hearth.ui.screens.CarersNow
import hearth.ui.screens.CarersScreen

val CARERS_SCREENS = listOf(
    Screen("carers", PlaceName.People) { Everybody(it) },
    Screen("carer-new", PlaceName.People) { PairWithOne(it) },
)

private class CarersDrawing(val all: Pairings, val hasHost: Boolean)

@Composable
private fun Everybody(here: Here) {
    val goings = here.host.session.goings
    val (looking, letting) = goings["mail"] to goings["carer-end"]
    var ending by remember { mutableStateOf<String?>(null) }
    // Where nobody is waited for nobody is asked.
    OnComing { here.host.act { if (pairings().let { all -> all.invitations.isNotEmpty() || all.pairings.any { it.open } }) here.lookForMail() } }
    here.Drawn({ CarersDrawing(pairings(), shares().host.isNotEmpty()) }) { drawn ->
        CarersScreen(
            drawn.all, CarersNow(drawn.hasHost, looking.asking(), letting.asking(), ending),
            CarersActions(
                onPair = { here.navigator.go("carer-new") },
                onHost = { here.navigator.go("share-host") },
                onOpen = { here.navigator.go("carer-new", it) },
                onLook = { here.lookForMail() },
                onSees = { here.navigator.go("share", it) },
                onEnding = { ending = it },
                onEnd = { pairing ->
                    ending = null
                    letting.begin({ here.plan.carerEnd(pairing) }) { here.host.version++ }
                },
            ),
        )
    }
}

private class CarerNewDrawing(
    val invitation: CarerInvitation?,
    val code: Code?,
    val people: List<Person>,
    val sections: List<NamedSection>,
    val hasHost: Boolean,
)

/** What is to be shared, as it is being chosen: nothing of it is kept before it is made. */
private class Choosing(private val here: Here) {
    var choice: ShareChoice? by mutableStateOf(null)
        private set

    /** Made when it is looked at and at no other time: what is shared is what was read. */
    var preview: SharePreview? by mutableStateOf(null)
        private set
    var trouble: String? by mutableStateOf(null)
        private set

    /** Who they are among the people of the plan; none: somebody new. */
    var person: String? by mutableStateOf(null)

    fun offered() = here.host.act({ trouble = it.sentence }) { look(carerOffered()) }

    fun look(at: ShareChoice) {
        choice = at
        // What was looked at is not what is chosen now.
        preview = null
        here.host.act({ trouble = it.sentence }) {
            val looked = sharePreview(at)
            if (choice == at) {
                preview = looked
                trouble = null
            }
        }
    }
}

@Composable
private fun PairWithOne(here: Here) {
    val session = here.host.session
    val goings = session.goings
    val id = here.about.firstOrNull()
    val (inviting, looking, refusing, making) = listOf("carer-invite", "mail", "carer-refuse", "carer-same").map { goings[it] }
    val differed = stringResource(R.string.pair_differed)
    val gaveUp = stringResource(R.string.pair_gave_up)
    val made = stringResource(R.string.carer_made, "%s")
    val title = stringResource(R.string.carers_pair)
    val choosing = remember(id) { Choosing(here) }
    fun refuse(said: String) {
        if (id == null) return
        refusing.begin({ here.plan.pairingRefuse(id) }) {
            here.host.happened = Happened(said)
            here.host.version++
            here.leave("carer-new")
        }
    }
    if (id != null) OnComing { if (choosing.choice == null) here.lookForMail() }
    here.Drawn({
        val invitation = pairings().invitations.firstOrNull { it.id == id }
        val code = invitation?.text?.ifEmpty { null }?.let { session.doors.textAsCode(it) }
        CarerNewDrawing(invitation, code, people(), shareSections(), shares().host.isNotEmpty())
    }) { drawn ->
        val (choice, invitation) = choosing.choice to drawn.invitation
        if (choice != null && invitation != null) {
            CarerSeesScreen(
                CarerSeesNow(
                    invitation.name, drawn.sections, choice, choosing.preview, drawn.people, choosing.person, making.asking(), refusing.asking(),
                ),
                choosing.trouble,
                CarerSeesActions(
                    onTurn = { section, on ->
                        making.read()
                        choosing.look(choice.copy(sections = drawn.sections.map { it.section }.filter { if (it == section) on else it in choice.sections }))
                    },
                    onPerson = { choosing.person = it },
                    onMake = {
                        choosing.preview?.let { preview ->
                            making.begin({ here.plan.carerSame(invitation.id, choosing.person, choice, preview.sum) }) {
                                here.host.happened = Happened(made.replace("%s", invitation.name))
                                here.host.version++
                                here.leave("carer-new")
                            }
                        }
                    },
                    onLookAgain = {
                        making.read()
                        choosing.look(choice)
                    },
                    onGiveUp = { refuse(gaveUp) },
                ),
            )
            return@Drawn
        }
        CarerNewScreen(
            CarerNewNow(invitation, id != null, drawn.code, drawn.hasHost, inviting.asking(), looking.asking(), refusing.asking()),
            choosing.trouble,
            CarerNewActions(
                onBegin = {
                    inviting.begin({ here.plan.carerInvite() }) { begun ->
                        here.host.version++
                        // Whoever has gone elsewhere meanwhile finds it among those on the way.
                        if (here.leave("carer-new")) here.navigator.go("carer-new", begun.id)
                    }
                },
                onHost = { here.navigator.go("share-host") },
                onSend = { session.outside.sharer.text(title, it) },
                onLook = { here.lookForMail() },
                onSame = {
                    making.read()
                    choosing.offered()
                },
                onDiffer = { refuse(differed) },
                onGiveUp = { refuse(gaveUp) },
            ),
        )
    }
}
