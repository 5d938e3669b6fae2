// When I'm unwell, and the card.

package hearth.app.screens

import android.graphics.BitmapFactory
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap
import androidx.compose.ui.platform.LocalResources
import androidx.compose.ui.res.stringResource
import androidx.lifecycle.Lifecycle
import androidx.lifecycle.compose.LifecycleEventEffect
import hearth.app.Drawn
import hearth.app.Happened
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.R as App
import hearth.app.Session
import hearth.app.card.NoCard
import hearth.app.card.sentence
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
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

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
        Card(
            here.host.session, { here.navigator.go("card-lines") }, { here.navigator.go("card-try") },
            { here.navigator.go("paper", "card") }, here.host.version,
        )
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
                    here.host.act({ trouble = it.sentence }, once = box) {
                        val (signs, steps) = drafts.ticked(box + "signs") to drafts.ticked(box + "steps")
                        val said = noteUse(id, signs.toList(), steps.toList(), drafts[box + "outcome"].ifBlank { null })
                        drafts.clear(box)
                        here.host.happened = Happened(said)
                    }
                },
                onCall = here.host.session.outside.dial,
                onRead = { here.readAloud(plan.spoken(here.host.said), noVoice) },
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
        here.host.act({ trouble = it.sentence }, once = "unwell.name") {
            val id = add("unwell", listOf(FieldAnswer("name", Answer.Words(drafts["unwell.name"]))))
            drafts.clear("unwell.name")
            here.navigator.back()
            here.navigator.go("unwell-write", id)
        }
    }
}

/**
 * The card, by its own path: drawn also while the plan opens, and where it does not. It is read again with every new
 * [version] of the plan, and when the app comes in front.
 */
@Composable
fun Card(
    session: Session,
    onLines: (() -> Unit)? = null,
    onTry: (() -> Unit)? = null,
    onPaper: (() -> Unit)? = null,
    version: Int = 0,
) {
    var card by remember { mutableStateOf<OpenCard?>(null) }
    var photo by remember { mutableStateOf<ImageBitmap?>(null) }
    var trouble by remember { mutableStateOf<String?>(null) }
    var asked by remember { mutableIntStateOf(0) }
    val resources = LocalResources.current
    LifecycleEventEffect(Lifecycle.Event.ON_START) { asked++ }
    fun none(why: String) {
        card = null
        photo = null
        trouble = why
    }
    LaunchedEffect(session, version, asked) {
        try {
            val file = session.outside.card
            card = if (file == null) session.card() else withContext(Dispatchers.IO) { file.open(session.outside.now()) }
            photo = file?.let { withContext(Dispatchers.IO) { it.photo()?.let { jpeg -> BitmapFactory.decodeByteArray(jpeg, 0, jpeg.size) }?.asImageBitmap() } }
            trouble = null
        } catch (gone: Fault) {
            none(gone.sentence)
        } catch (gone: NoCard) {
            none(resources.getString(gone.why.sentence()))
        }
    }
    // The core may still be busy with opening the plan: these two it need not be asked.
    val emergency = session.safety?.emergencyNumber ?: stringResource(App.string.emergency_number)
    val atRisk = session.safety?.lifeAtRisk ?: stringResource(App.string.life_at_risk)
    card?.let { CardScreen(it, emergency, session.outside.dial, onLines, onTry, photo, onPaper = onPaper) }
        ?: CardTroubleScreen(stringResource(R.string.unwell_card), trouble, atRisk, emergency, session.outside.dial)
}
