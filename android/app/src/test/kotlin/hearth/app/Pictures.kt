package hearth.app

import android.graphics.Bitmap
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.graphics.asAndroidBitmap
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.KeyFault
import hearth.testing.RealPlan
import hearth.testing.Sheets
import hearth.ui.Spot
import hearth.ui.VoiceWords
import java.io.File
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

private const val SIZE = "w411dp-h891dp"

/** Draws every screen in five ways; `cargo xtask android pictures` says where to. */
@RunWith(AndroidJUnit4::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class Pictures {
    @get:Rule val rule = createComposeRule()
    private var over: OverCore? = null
    private val others = mutableListOf<OverCore>()

    /** What is drawn instead of the plan's places, if anything. */
    private var before: OverCore? by mutableStateOf(null)

    /** Another phone that is drawn instead, if any. */
    private var another: Shown? by mutableStateOf(null)

    @After fun end() {
        over?.close()
        others.forEach { it.close() }
    }

    /** The screens that come before there are places. */
    private fun beforePlaces(language: String): Map<String, OverCore> {
        fun stage(outside: (RealPlan, (String) -> Unit) -> Outside = { real, dial -> Outside({ real.now }, dial) }) =
            OverCore(language, outside).also { others += it }
        val words = stage().also { it.session.start() }.also { it.session.begin("Jo") }
        val trouble = stage().also { it.seed { } }.also { it.real.keys.fails = KeyFault.Why.Lost }
        val locked = stage { real, dial -> Outside({ real.now }, dial, choices = NotedChoices().apply { lock = true }) }.also { it.seed { } }
        return mapOf("first-run" to stage(), "recovery-words" to words, "trouble" to trouble, "locked" to locked)
    }

    @Test @Config(qualifiers = "$SIZE-xhdpi") fun light() = all("light", "en-GB")
    @Test @Config(qualifiers = "$SIZE-night-xhdpi") fun dark() = all("dark", "en-GB")
    @Test @Config(qualifiers = "$SIZE-xhdpi", fontScale = 2.0f) fun large() = all("large", "en-GB")
    @Test @Config(qualifiers = "cy-$SIZE-xhdpi") fun welsh() = all("welsh", "cy")
    @Test @Config(qualifiers = "ar-rXB-ldrtl-$SIZE-night-xhdpi") fun rightToLeft() = all("right-to-left", "ar-XB")

    private fun all(way: String, language: String) {
        val phone = FakePhone().apply { microphone.can = true; scans = true }
        val over = OverCore(language, phone::outside).also { over = it }
        var goal = ""
        var plan = ""
        var action = ""
        var two = ""
        val rooms = mutableListOf<Where>()
        var visits = emptyList<Where>()
        runBlocking {
            val begun = over.real.doors().begin("Jo")
            goal = begun.plan.someGoal()
            begun.plan.someSuggestion(goal)
            plan = begun.plan.somePlan()
            action = begun.plan.goals().first().actions.first().id
            begun.plan.checkIn(action, "Better than I thought it would", 7)
            two = begun.plan.add("goal", listOf(words("words", "Sleep"), step("importance", 7)))
            over.twoVersions(begun.plan, two, begun.recoveryWords)
            rooms += begun.plan.someRooms(plan, action).map { Where(it.key, it.value) }
            visits = begun.plan.visitScreens(goal)
            begun.plan.close()
        }
        val screens = listOf(
            Where("today"), Where("goals"), Where("goal", listOf(goal)), Where("goal-new"), Where("unwell-new"),
            Where("check-in", listOf(goal, action)), Where("unwell"), Where("unwell-use", listOf(plan)),
            Where("card"), Where("suggestions"), Where("history", listOf("goal", goal, "words")), Where("settle", listOf("goal", two, "words")),
        ) + rooms + visits
        val only = System.getProperty("hearth.only").orEmpty()
        val folder = File(System.getProperty("hearth.pictures") ?: return, way).apply { mkdirs() }
        val shown = Shown(over.session)
        rule.setContent { another?.let { key(it) { it.Draw() } } ?: before?.let { key(it) { Root(it.session) } } ?: shown.Draw() }
        fun picture(name: String) {
            rule.waitForIdle()
            val picture = rule.onRoot().captureToImage().asAndroidBitmap()
            File(folder, "$name.png").outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
        }
        for (where in screens.filter { one -> only.split(',').any { it in one.screen } }) {
            shown.where = where
            picture(where.screen)
            // Somebody else holds the phone; something is being said.
            if (where.screen == "visit-room") {
                rule.onNodeWithTag("hand-over").performScrollTo().performClick()
                picture("visit-room-handed-over")
                over.session.drafts[HANDED] = ""
            }
            if (where.screen == "about-me") {
                val host = (over.session.stage as Stage.Ready).host
                val (spot, words) = Spot("about", "", "important") to VoiceWords("", "", "")
                host.speaking.begin(spot, words)
                host.speaking.keep()
                host.happened = null
                host.speaking.begin(spot, words)
                picture("about-me-said")
                host.speaking.leave()
            }
        }
        beforePlaces(language).filterKeys { name -> only.split(',').any { it in name } }.forEach { (name, stage) ->
            before = stage
            rule.waitForIdle()
            val picture = rule.onRoot().captureToImage().asAndroidBitmap()
            File(folder, "$name.png").outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
        }
        before = null
        settingsPictures(over, phone, shown, rule, only, folder)
        sharePictures(over, shown, rule, only, folder)
        carersPictures(over, shown, language, rule, only, folder) { another = it }
        Sheets.of(folder, File(folder.parentFile, "sheet-$way.png"))
    }
}
