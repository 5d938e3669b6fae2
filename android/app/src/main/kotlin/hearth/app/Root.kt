// The whole of what is drawn: the stage the plan is at, the five places, and what happened.

package hearth.app

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.consumeWindowInsets
import androidx.compose.foundation.layout.displayCutout
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.imePadding
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.systemBars
import androidx.compose.foundation.layout.union
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.NavigationBar
import androidx.compose.material3.NavigationBarItem
import androidx.compose.material3.NavigationBarItemDefaults
import androidx.compose.material3.Scaffold
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import hearth.bridge.Fault
import hearth.app.screens.HandedOver
import hearth.bridge.Plan
import hearth.ui.HearthTheme
import hearth.ui.HappenedLine
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.LocalVoiceNotes
import hearth.ui.Page
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.TroubleLine
import hearth.ui.screens.FirstRunScreen
import hearth.ui.screens.LockedScreen
import hearth.ui.screens.NotYetScreen
import hearth.ui.screens.OpeningScreen
import hearth.ui.screens.RecoveryWordsScreen
import hearth.ui.screens.TroubleScreen
import kotlinx.coroutines.delay

/** Everything. */
@Composable
fun Root(session: Session, start: List<Where> = listOf(Where("today"))) = Spoken(session.language) {
    HearthTheme { Whole(session, start) }
}

@Composable
private fun Whole(session: Session, start: List<Where>) {
    val navigator = rememberSaveable(saver = Navigator.Saver) { Navigator(start) }
    val drafts = session.drafts
    LaunchedEffect(session) { session.start() }
    if (session.stage != Stage.Opening) LaunchedEffect(session) { session.drawn() }
    val safety = session.safety?.lifeAtRisk ?: stringResource(hearth.app.R.string.life_at_risk)
    val lock = session.outside.lock
    if (lock.locked && session.stage != Stage.FirstRun) return Locked(session, navigator, safety)
    LaunchedEffect(session.stage) { session.stage.screen?.let { session.outside.shown(it, true) } }
    when (val stage = session.stage) {
        Stage.Opening -> Plain { Opening(session, navigator, safety) }
        Stage.FirstRun -> Plain {
            if (navigator.here.screen == "settings-restore") {
                BackHandler { navigator.back() }
                Back { navigator.back() }
                hearth.app.screens.BringBack(session, drafts) { navigator.to("today") }
            } else if (navigator.here.screen == "phone-join") {
                BackHandler { navigator.back() }
                LaunchedEffect(session) { session.outside.shown("phone-join", navigator.byTaps) }
                QuietButton("‹ " + stringResource(R.string.back)) { navigator.back() }
                hearth.app.screens.Join(session) { navigator.to("today") }
            } else {
                FirstRunScreen(
                    drafts["first"], { drafts["first"] = it }, session.trouble, safety,
                    { session.begin(drafts["first"]) }, { navigator.go("settings-restore") }, { navigator.go("phone-join") },
                )
            }
        }
        is Stage.Words -> Plain {
            RecoveryWordsScreen(stage.words, { session.wordsSeen() }, { session.wordsSeen() })
        }
        is Stage.Broken -> Plain {
            if (navigator.here.screen == "card") {
                BackHandler { navigator.back() }
                QuietButton(stringResource(R.string.back)) { navigator.back() }
                hearth.app.screens.Card(session)
            } else {
                TroubleScreen(
                    stage.fault, session.typedWords, { session.typedWords = it }, safety,
                    { if (session.typedWords.isBlank()) session.openAgain() else session.openWithWords(session.typedWords) },
                    { session.setAside() }, { navigator.go("card") },
                )
            }
        }
        is Stage.Ready -> CompositionLocalProvider(LocalSaid provides stage.host.said, LocalVoiceNotes provides stage.host.speaking) {
            Places(stage.host, navigator, drafts)
        }
    }
}

/** The screen of a stage that has no places yet. */
private val Stage.screen: String?
    get() = when (this) {
        Stage.FirstRun -> "first-run"
        is Stage.Words -> "recovery-words"
        is Stage.Broken -> "trouble"
        else -> null
    }

/** The plan is being opened: where that takes its time, the card and the safety line need not wait for it. */
@Composable
private fun Opening(session: Session, navigator: Navigator, safety: String) {
    var late by remember { mutableStateOf(false) }
    LaunchedEffect(session) {
        delay(NOT_AT_ONCE)
        late = true
    }
    if (navigator.here.screen == "card") {
        BackHandler { navigator.back() }
        Back { navigator.back() }
        hearth.app.screens.Card(session)
    } else if (late) {
        OpeningScreen(safety) { navigator.go("card") }
    }
}

/** Most plans are open by then, in milliseconds: what stands there for a moment only startles. */
private const val NOT_AT_ONCE = 400L

/** The arrow is for the eye. */
@Composable
private fun Back(modifier: Modifier = Modifier, onBack: () -> Unit) {
    val back = stringResource(R.string.back)
    QuietButton("‹ $back", modifier.semantics { contentDescription = back }, onBack)
}

/** Nothing of the plan is drawn; the card is, for whoever holds the phone. */
@Composable
private fun Locked(session: Session, navigator: Navigator, safety: String) = Plain {
    LaunchedEffect(session) { session.outside.shown("locked", false) }
    if (navigator.here.screen == "card") {
        BackHandler { navigator.back() }
        QuietButton(stringResource(R.string.back)) { navigator.back() }
        hearth.app.screens.Card(session)
    } else {
        val ask = stringResource(R.string.locked_open)
        LockedScreen(safety, { session.outside.lock.open(ask) }) { navigator.go("card") }
    }
}

@Composable
private fun Plain(content: @Composable () -> Unit) = Scaffold(contentWindowInsets = wherever()) { room ->
    Column(Modifier.within(room).testTag("plain")) { content() }
}

/** Neither under the phone's bars nor under a notch. */
@Composable
internal fun wherever() = WindowInsets.systemBars.union(WindowInsets.displayCutout)

/** What a page has to itself: not what bars take, and not what the keyboard takes while somebody types. */
internal fun Modifier.within(room: PaddingValues) = padding(room).consumeWindowInsets(room).imePadding().fillMaxSize()

@Composable
private fun Places(host: Host, navigator: Navigator, drafts: Drafts) {
    // Whoever holds the phone now has one page of it, and no way to the rest.
    if (drafts[HANDED].isNotEmpty()) return Plain { HandedOver(Here(host, navigator, drafts, listOf(drafts[HANDED]))) }
    val here = navigator.here
    val screen = SCREENS[here.screen]
    LaunchedEffect(here) { host.speaking.drawn(here) }
    LaunchedEffect(here) { host.session.outside.shown(here.screen, navigator.byTaps) }
    BackHandler(navigator.canGoBack) { navigator.back() }
    Scaffold(
        contentWindowInsets = wherever(),
        bottomBar = {
            Column {
                drafts.trouble?.let { trouble ->
                    val said = stringResource(if (trouble == DraftsTrouble.NotPutAway) R.string.typed_not_put_away else R.string.typed_not_brought_back)
                    HappenedLine(said, null, {}, stringResource(R.string.close)) { drafts.trouble = null }
                }
                host.happened?.let { happened ->
                    HappenedLine(happened.sentence, happened.undo, {
                        host.happened = null
                        happened.onUndo?.invoke()
                    }, stringResource(R.string.close)) { host.happened = null }
                }
                Bar(screen?.place, navigator)
            }
        },
    ) { room ->
        Column(Modifier.within(room).testTag("screen-${here.screen}")) {
            if (navigator.canGoBack && here.about.isNotEmpty() || here.screen !in FIRST_SCREENS.values) {
                Back(Modifier.padding(start = 8.dp)) { navigator.back() }
            }
            if (screen == null) NotYetScreen(here.screen) else screen.draw(Here(host, navigator, drafts, here.about))
        }
    }
}

/** The first screen of each place. */
val FIRST_SCREENS = mapOf(
    PlaceName.Today to "today", PlaceName.Plan to "goals", PlaceName.Unwell to "unwell",
    PlaceName.Visits to "visits", PlaceName.People to "people",
)

@Composable
private fun Bar(place: PlaceName?, navigator: Navigator) {
    val t = LocalTokens.current
    val density = LocalDensity.current
    // Five names side by side: beyond this they would be cut, and every page says its name larger.
    val limited = Density(density.density, density.fontScale.coerceAtMost(LARGEST_IN_BAR))
    CompositionLocalProvider(LocalDensity provides limited) {
        NavigationBar(containerColor = t.card) {
            for (name in PlaceName.entries) {
                val (words, sign) = when (name) {
                    PlaceName.Today -> R.string.place_today to R.drawable.place_today
                    PlaceName.Plan -> R.string.place_plan to R.drawable.place_plan
                    PlaceName.Unwell -> R.string.place_unwell to R.drawable.place_unwell
                    PlaceName.Visits -> R.string.place_visits to R.drawable.place_visits
                    PlaceName.People -> R.string.place_people to R.drawable.place_people
                }
                val unwell = name == PlaceName.Unwell
                NavigationBarItem(
                    selected = name == place,
                    onClick = { navigator.to(FIRST_SCREENS.getValue(name)) },
                    icon = { Icon(painterResource(sign), null) },
                    label = { Text(stringResource(words), textAlign = TextAlign.Center, style = MaterialTheme.typography.labelMedium) },
                    colors = NavigationBarItemDefaults.colors(
                        indicatorColor = if (unwell) t.red else t.emberSoft,
                        selectedIconColor = if (unwell) t.onRed else t.onEmberSoft,
                        selectedTextColor = if (unwell) t.onRed else t.ink,
                        unselectedIconColor = if (unwell) t.onRed else t.soft,
                        unselectedTextColor = if (unwell) t.onRed else t.soft,
                    ),
                )
            }
        }
    }
}

private const val LARGEST_IN_BAR = 1.2f

/** What a screen of the plan is given. */
class Here(val host: Host, val navigator: Navigator, val drafts: Drafts, val about: List<String>) {
    val plan get() = host.plan
}

/**
 * Draws what the plan answers, anew at every change; a fault is said where the screen would be.
 * [first] came with the plan: nothing is asked before something has changed.
 */
@Composable
fun <T : Any> Here.Drawn(draw: suspend Plan.() -> T, first: T? = null, screen: @Composable (T) -> Unit) {
    var drawn by remember(about) { mutableStateOf(first.takeIf { host.version == 0 }) }
    var fault by remember(about) { mutableStateOf<Fault?>(null) }
    LaunchedEffect(host.version, about) {
        if (host.version == 0 && drawn != null) return@LaunchedEffect
        try {
            drawn = host.plan.draw()
            fault = null
        } catch (gone: Fault) {
            fault = gone
        }
    }
    fault?.let { gone -> Page(stringResource(R.string.not_there_title)) { TroubleLine(gone.sentence) } }
        ?: drawn?.let { screen(it) }
}
