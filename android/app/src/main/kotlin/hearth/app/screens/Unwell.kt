// When I'm unwell, and the card.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
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
import hearth.app.Session
import hearth.bridge.Answer
import hearth.bridge.Fault
import hearth.bridge.FieldAnswer
import hearth.bridge.OpenCard
import hearth.ui.R
import hearth.ui.screens.CardScreen
import hearth.ui.screens.CardTroubleScreen
import hearth.ui.screens.NewUnwellScreen
import hearth.ui.screens.UnwellListScreen
import hearth.ui.screens.UseActions
import hearth.ui.screens.UseNowScreen
import hearth.ui.screens.spoken
import java.util.Locale

val UNWELL_SCREENS = listOf(
    Screen("unwell", PlaceName.Unwell) { here ->
        here.Drawn({ unwellPlans() }) { plans ->
            UnwellListScreen(
                plans, here.host.session.safety?.lifeAtRisk.orEmpty(),
                { here.navigator.go("unwell-use", it) }, { here.navigator.go("card") }, { here.navigator.go("unwell-new") },
                { here.navigator.go("unwell-write", it) },
            )
        }
    },
    Screen("unwell-use", PlaceName.Unwell) { UseNow(it) },
    Screen("unwell-new", PlaceName.Unwell) { New(it) },
    Screen("card", PlaceName.Unwell) { here ->
        Card(here.host.session, { here.navigator.go("card-lines") }, { here.navigator.go("card-try") }, { here.navigator.go("paper", "card") })
    },
)

@Composable
private fun UseNow(here: Here) {
    val id = here.about.first()
    val box = "use.$id."
    val noVoice = stringResource(R.string.no_voice)
    val drafts = here.drafts
    var trouble by rememberSaveable { mutableStateOf<String?>(null) }
    here.Drawn({ unwell(id) }) { plan ->
        UseNowScreen(
            plan, drafts.ticked(box + "signs"), drafts.ticked(box + "steps"), drafts[box + "outcome"], trouble,
            UseActions(
                onSign = { sign, on -> drafts.tick(box + "signs", sign, on) },
                onStep = { step, on -> drafts.tick(box + "steps", step, on) },
                onOutcome = { drafts[box + "outcome"] = it },
                onNote = {
                    here.host.act({ trouble = it.sentence }) {
                        val (signs, steps) = drafts.ticked(box + "signs") to drafts.ticked(box + "steps")
                        val said = noteUse(id, signs.toList(), steps.toList(), drafts[box + "outcome"].ifBlank { null })
                        drafts.clear(box)
                        here.host.happened = Happened(said)
                    }
                },
                onCall = here.host.session.outside.dial,
                onRead = { here.readAloud(plan.spoken(), noVoice) },
            ),
        )
    }
}

private fun Here.readAloud(lines: List<String>, noVoice: String) = host.act {
    val outside = host.session.outside
    val language = outside.choices.language ?: Locale.getDefault().toLanguageTag()
    if (!outside.voice.say(lines, language)) host.happened = Happened(noVoice)
}

@Composable
private fun New(here: Here) {
    var trouble by rememberSaveable { mutableStateOf<String?>(null) }
    val drafts = here.drafts
    NewUnwellScreen(drafts["unwell.name"], { drafts["unwell.name"] = it }, trouble, here.host.session.safety?.lifeAtRisk.orEmpty()) {
        here.host.act({ trouble = it.sentence }) {
            val id = add("unwell", listOf(FieldAnswer("name", Answer.Words(drafts["unwell.name"]))))
            drafts.clear("unwell.name")
            here.navigator.back()
            here.navigator.go("unwell-write", id)
        }
    }
}

/** The card, by its own door: drawn also where the plan does not open. */
@Composable
fun Card(session: Session, onLines: (() -> Unit)? = null, onTry: (() -> Unit)? = null, onPaper: (() -> Unit)? = null) {
    var card by remember { mutableStateOf<OpenCard?>(null) }
    var fault by remember { mutableStateOf<Fault?>(null) }
    LaunchedEffect(session) {
        try {
            card = session.card()
        } catch (gone: Fault) {
            fault = gone
        }
    }
    val emergency = session.safety?.emergencyNumber.orEmpty()
    card?.let { CardScreen(it, emergency, session.outside.dial, onLines, onTry, onPaper = onPaper) }
    fault?.let {
        val title = stringResource(R.string.unwell_card)
        CardTroubleScreen(title, it.sentence, session.safety?.lifeAtRisk.orEmpty(), emergency, session.outside.dial)
    }
}
