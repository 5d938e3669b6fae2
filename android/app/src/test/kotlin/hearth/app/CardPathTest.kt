package hearth.app

import android.app.AlarmManager
import android.app.NotificationManager
import android.app.PendingIntent
import android.appwidget.AppWidgetManager
import android.content.Context
import android.content.Intent
import android.content.res.Configuration
import android.service.quicksettings.TileService
import android.view.View
import android.view.ViewGroup
import android.view.WindowManager
import android.widget.FrameLayout
import android.widget.TextView
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onNodeWithText
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.app.card.CardActivity
import hearth.app.card.CardPath
import hearth.app.card.CardTile
import hearth.app.card.CardWidget
import hearth.app.card.WhyNoCard
import hearth.app.card.sentence
import hearth.bridge.CoreDoors
import hearth.bridge.Keeping
import hearth.testing.MORNING
import java.io.File
import java.time.Instant
import java.time.LocalTime
import java.time.ZoneId
import java.util.Locale
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowTileService

/** The phone's own panel, which closes and starts what it is given; none stands behind a service of a test. */
@Implements(TileService::class)
class CollapsingTile : ShadowTileService() {
    @Implementation
    fun startActivityAndCollapse(pending: PendingIntent) = pending.send()
}

/** From a locked phone to the card, and what of the app is seen from outside. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class CardPathTest {
    @get:Rule val rule = createEmptyComposeRule()
    private val context: Context = ApplicationProvider.getApplicationContext()
    private val application get() = context as HearthApplication
    private val keys = PretendKeyStore()
    private val store = File(context.filesDir, "store")

    @After fun end() = keys.close()

    /** A plan with a card is written as the app does it, closed, and its store is gone. */
    private fun aCardWithoutAPlan() = runBlocking {
        store.mkdirs()
        val keeping = Keeping(store.path, CardPath.folder(context).apply { mkdirs() }.path, PhoneKeys(), "en-GB", "this phone", { MORNING })
        CoreDoors(keeping, Dispatchers.Unconfined).begin("Jo").plan.apply {
            somePlan()
            add("allergy", listOf(words("what", "Penicillin"), yes("on_card")))
        }.close()
        store.deleteRecursively()
        keys.read.clear()
    }

    /** A plan whose card says this of an allergy; it stays open for more. */
    private fun aPlanWithAnAllergy(what: String) = runBlocking {
        store.mkdirs()
        val keeping = Keeping(store.path, CardPath.folder(context).apply { mkdirs() }.path, PhoneKeys(), "en-GB", "this phone", { MORNING })
        CoreDoors(keeping, Dispatchers.Unconfined).begin("Jo").plan.apply { add("allergy", listOf(words("what", what), yes("on_card"))) }
    }

    private fun says(text: String) = rule.waitUntil(10_000) { rule.onAllNodesWithText(text, substring = true).fetchSemanticsNodes().isNotEmpty() }

    private fun nothingElseWasTouched() {
        val session = HearthApplication::class.java.getDeclaredField("session\$delegate").apply { isAccessible = true }.get(application) as Lazy<*>
        assertFalse("the plan's session was made", session.isInitialized())
        assertFalse("a store was made", store.exists())
        assertEquals("another key than the card's was read", setOf("hearth-card"), keys.read.toSet())
    }

    @Test
    fun the_card_opens_over_the_lock_screen_with_its_own_key_and_no_store() {
        aCardWithoutAPlan()
        Robolectric.buildActivity(CardActivity::class.java).setup().use { card ->
            rule.waitUntil(10_000) { rule.onAllNodesWithText("When my breathing gets worse").fetchSemanticsNodes().isNotEmpty() }
            rule.onNodeWithText("Penicillin").assertExists()
            assertTrue(shadowOf(card.get()).showWhenLocked)
            val flags = card.get().window.attributes.flags
            assertEquals("a stranger may photograph it", 0, flags and WindowManager.LayoutParams.FLAG_SECURE)
            nothingElseWasTouched()
        }
    }

    @Test
    fun a_card_that_is_opened_again_is_the_card_of_now() {
        Robolectric.buildActivity(CardActivity::class.java).setup().use { card ->
            says("There is no emergency card")
            // It was made meanwhile: a touch on the tile, and the failure is gone.
            val plan = aPlanWithAnAllergy("Penicillin")
            card.newIntent(CardPath.intent(context))
            says("Penicillin")
            rule.onNodeWithText("There is no emergency card", substring = true).assertDoesNotExist()
            // Changed while the card lay behind something else.
            card.pause().stop()
            runBlocking { plan.add("allergy", listOf(words("what", "Latex"), yes("on_card"))) }
            card.restart().start().resume()
            says("Latex")
            // Changed while it is drawn: the widget is touched.
            runBlocking { plan.add("allergy", listOf(words("what", "Wasp stings"), yes("on_card"))) }
            card.newIntent(CardPath.intent(context))
            says("Wasp stings")
            // What does not open any more is not drawn as it was.
            CardPath.folder(context).deleteRecursively()
            context.sendBroadcast(Intent(Intent.ACTION_DATE_CHANGED))
            says("There is no emergency card")
            rule.onNodeWithText("Penicillin").assertDoesNotExist()
            plan.close()
        }
    }

    @Test
    @Suppress("DEPRECATION")
    fun a_widget_is_drawn_again_at_midnight_and_when_the_clock_is_set() {
        val plan = aPlanWithAnAllergy("Penicillin")
        CardPath(context).choices.widgetLines = true
        val home = shadowOf(AppWidgetManager.getInstance(context))
        val id = home.createWidget(CardWidget::class.java, R.layout.card_widget)
        fun says() = texts(home.getViewFor(id)).joinToString()
        assertTrue(says(), "Penicillin" in says())
        val alarm = shadowOf(context.getSystemService(AlarmManager::class.java)).peekNextScheduledAlarm()!!
        val at = Instant.ofEpochMilli(alarm.triggerAtMs).atZone(ZoneId.systemDefault())
        assertEquals(LocalTime.MIDNIGHT, at.toLocalTime())
        assertTrue("not the next midnight", alarm.triggerAtMs - System.currentTimeMillis() in 0..25L * 3600 * 1000)
        runBlocking { plan.add("allergy", listOf(words("what", "Latex"), yes("on_card"))) }
        assertFalse("Latex" in says())
        alarm.operation!!.send()
        ShadowLooper.idleMainLooper()
        assertTrue(says(), "Latex" in says())
        plan.close()
    }

    @Test
    fun without_a_card_the_number_to_dial_and_why_are_there() {
        Robolectric.buildActivity(CardActivity::class.java).setup().use {
            rule.waitUntil(10_000) { rule.onAllNodesWithText("There is no emergency card", substring = true).fetchSemanticsNodes().isNotEmpty() }
            rule.onNodeWithText("999").assertIsDisplayed()
            rule.onNodeWithText("Life at risk?", substring = true).assertExists()
        }
    }

    private fun texts(view: View): List<String> = when (view) {
        is TextView -> if (view.visibility == View.VISIBLE) listOf(view.text.toString()) else emptyList()
        is ViewGroup -> (0 until view.childCount).flatMap { texts(view.getChildAt(it)) }
        else -> emptyList()
    }

    private fun widget(path: CardPath) = texts(CardWidget.drawn(context, path).apply(context, FrameLayout(context)))

    @Test
    fun a_widget_shows_no_word_before_the_person_lets_it_and_reads_nothing_for_that() {
        aCardWithoutAPlan()
        val path = CardPath(context)
        assertEquals(listOf("Emergency card"), widget(path))
        assertEquals("the key was read for nothing", emptyList<String>(), keys.read)
        path.choices.widgetLines = true
        assertTrue(widget(path).toString(), widget(path).joinToString().let { "Jo" in it && "Penicillin" in it })
        nothingElseWasTouched()
    }

    @Test
    fun widget_and_tile_open_the_card_and_not_the_app() {
        val opened = shadowOf(CardPath.pending(context)).savedIntent.component?.className
        assertEquals(CardActivity::class.java.name, opened)
    }

    @Test
    @Config(shadows = [CollapsingTile::class])
    fun a_touch_on_the_tile_starts_the_card_over_the_lock_and_nothing_else() {
        val tile = Robolectric.setupService(CardTile::class.java)
        tile.onClick()
        val started = shadowOf(application).nextStartedActivity
        assertEquals(CardActivity::class.java.name, started.component?.className)
        assertTrue("a second touch brings the same card", started.flags and Intent.FLAG_ACTIVITY_CLEAR_TOP != 0)
        assertNull(shadowOf(application).nextStartedActivity)
    }

    @Test
    fun what_the_card_says_without_the_core_is_what_the_core_says() = runBlocking {
        for (language in listOf("en-GB", "cy")) {
            val there = context.createConfigurationContext(Configuration().apply { setLocale(Locale.forLanguageTag(language)) })
            val core = CoreDoors(Keeping("", "", PhoneKeys(), language, ""), Dispatchers.Unconfined)
            val note = core.safetyNote()
            assertEquals(note.lifeAtRisk, there.getString(R.string.life_at_risk))
            assertEquals(note.emergencyNumber, there.getString(R.string.emergency_number))
            val keys = mapOf(
                WhyNoCard.Missing to "missing", WhyNoCard.Unreadable to "unreadable", WhyNoCard.TooLarge to "too-large",
                WhyNoCard.NewerVersion to "newer", WhyNoCard.NotThis to "not-this", WhyNoCard.Malformed to "malformed",
            )
            for (why in WhyNoCard.entries) assertEquals(core.sentence("error-card-${keys[why]}"), there.getString(why.sentence()))
        }
    }

    @Test
    fun a_reminder_says_no_word_of_the_plan() {
        hearth.app.phone.remind(context)
        val manager = context.getSystemService(NotificationManager::class.java)
        val said = shadowOf(manager).allNotifications.single()
        val extras = said.extras.keySet().mapNotNull { said.extras.getCharSequence(it)?.toString() }
        assertEquals(listOf("There is something to look at in Hearth"), extras.filter { it.isNotBlank() })
        assertEquals(android.app.Notification.VISIBILITY_PRIVATE, said.visibility)
    }

    @Test
    fun nothing_of_the_plan_is_photographed_and_a_wrong_answer_of_the_browser_only_says_so() {
        val intent = Intent(Intent.ACTION_VIEW, android.net.Uri.parse("$LINK_REDIRECT?code=1&state=2"), context, MainActivity::class.java)
        runBlocking {
            store.mkdirs()
            val keeping = Keeping(store.path, CardPath.folder(context).apply { mkdirs() }.path, PhoneKeys(), "en-GB", "this phone")
            CoreDoors(keeping, Dispatchers.Unconfined).begin("Jo").plan.close()
        }
        Robolectric.buildActivity(MainActivity::class.java, intent).setup().use { activity ->
            assertTrue(activity.get().window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0)
            rule.waitUntil(PATIENCE) {
                // No screen of the rule's own is drawn here, so nothing else lets the phone's thread go on.
                org.robolectric.shadows.ShadowLooper.idleMainLooper()
                (application.session.stage as? Stage.Ready)?.host?.happened != null
            }
            val host = (application.session.stage as Stage.Ready).host
            assertTrue(host.happened?.sentence.orEmpty().length > 20)
            assertEquals(hearth.bridge.LinkStanding.NotLinked, runBlocking { host.plan.practice() }.standing)
            host.plan.close()
        }
    }
}
