package hearth.app

import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.SaveableStateRegistry
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.KeyFault
import hearth.testing.RealPlan
import java.io.File
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** What a person does in settings, over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class SettingsStoryTest {
    @get:Rule val rule = createAndroidComposeRule<ComponentActivity>()
    private val phone = FakePhone()
    private val over = OverCore(outside = phone::outside)

    @After fun end() = over.close()

    private fun draw(screen: String? = null) =
        rule.setContent { Root(over.session, listOfNotNull(Where("today"), screen?.let { Where(it) })) }

    private fun tap(text: String) = rule.onAllNodesWithText(text).onFirst().reach().performClick()
    private fun says(text: String) = rule.onAllNodesWithText(text, substring = true).onFirst().assertExists()
    private fun never(text: String) = assertEquals(0, rule.onAllNodesWithText(text, substring = true).fetchSemanticsNodes().size)
    private fun untilSaid(text: String) = rule.waitUntil(PATIENCE) {
        rule.onAllNodesWithText(text, substring = true).fetchSemanticsNodes().isNotEmpty()
    }

    private fun secure() = rule.activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0

    /** A backup of a plan with one goal, and its words. */
    private fun someBackup(at: File): List<String> = runBlocking {
        RealPlan().use { other ->
            val begun = other.doors().begin("Jo")
            begun.plan.add("goal", listOf(words("words", "Walk to the canal")))
            begun.plan.backUp(at.path)
            begun.plan.close()
            begun.recoveryWords
        }
    }

    @Test
    fun a_language_is_changed_and_the_app_the_core_and_the_card_speak_it() {
        over.seed { somePlan() }
        draw("settings")
        tap("Language")
        rule.seemsKind("settings-language")
        tap("Cymraeg")
        untilSaid("Iaith")
        assertEquals("cy", over.session.outside.choices.language)
        rule.onNodeWithText("Ddim yn dda").performClick()
        assertEquals(over.ask { sentence("unwell-title") }, runBlocking { RealPlan().use { it.doors(language = "cy").sentence("unwell-title") } })
        says(over.ask { sentence("unwell-title") })
        // The person's own words are nobody's to translate.
        says("When my breathing gets worse")
        // Safety words that no clinician has read have English beside them.
        assertTrue(over.session.safety!!.lifeAtRisk.contains("Life at risk? 999"))
        assertEquals(over.session.safety!!.notReviewed, runBlocking { over.session.doors.safetyNote() }.notReviewed)
    }

    @Test
    fun the_phone_reminds_only_where_it_is_allowed_and_nothing_of_it_is_on_by_itself() {
        over.seed { }
        draw("settings")
        val choices = over.session.outside.choices
        fun switch(tag: String) = rule.onNodeWithTag(tag).reach()
        for (tag in listOf("reminders", "wifi", "widget")) switch(tag).assertIsOff()
        switch("reminders").performClick()
        says("This phone does not let Hearth remind you.")
        switch("reminders").assertIsOff()
        assertFalse(choices.reminders)
        tap("Open this phone’s settings")
        assertEquals(listOf("settings"), phone.pages)
        phone.mayRemind = true
        switch("reminders").performClick().assertIsOn()
        never("This phone does not let Hearth remind you.")
        switch("wifi").performClick().assertIsOn()
        switch("widget").performClick().assertIsOn()
        assertTrue(choices.reminders && choices.wifiOnly && choices.widgetLines)
        rule.seemsKind("settings, by itself")
        for (tag in listOf("reminders", "wifi", "widget")) switch(tag).performClick().assertIsOff()
        assertFalse(choices.reminders || choices.wifiOnly || choices.widgetLines)
    }

    @Test
    fun a_plan_comes_back_from_a_backup_and_its_words_and_nothing_else_brings_it() {
        val file = File(over.real.store.parentFile, "Jo.hearth")
        val right = someBackup(file)
        val others = runBlocking { RealPlan().use { it.doors().begin("Sam").run { plan.close(); recoveryWords } } }
        phone.chosen = file
        draw()
        tap("I have a backup of my plan")
        tap("Choose the backup file")
        says("Jo.hearth")
        rule.seemsKind("settings-restore")
        val box = rule.onNodeWithTag("words")
        fun look(words: List<String>) {
            box.performTextReplacement(words.joinToString(" "))
            tap("Look at this backup")
        }
        look(right.drop(1))
        untilSaid("There should be 12 words, and here are 11")
        look(right.drop(1) + "canall")
        untilSaid("Word 12 is not on the list")
        look(others)
        untilSaid("These words do not open this backup")
        never("Bring my plan back")
        look(right)
        untilSaid("This backup is whole. Made: today")
        says("What you wrote after that day is not in it")
        assertFalse("looking made a plan", File(over.real.store, "plan.db").exists())
        tap("Bring my plan back")
        untilSaid("Hello, Jo")
        says("Walk to the canal")
        assertEquals("Walk to the canal", over.ask { goals() }.single().words.versions.single().text)
        assertEquals("", over.session.typedWords)
    }

    @Test
    fun a_damaged_backup_is_said_and_no_plan_is_made_of_it() {
        val file = File(over.real.store.parentFile, "Jo.hearth")
        val right = someBackup(file)
        val whole = file.readBytes()
        phone.chosen = file
        draw()
        tap("I have a backup of my plan")
        tap("Choose the backup file")
        rule.onNodeWithTag("words").performTextInput(right.joinToString(" "))
        for ((bytes, said) in listOf(
            whole.copyOf(whole.size - 20) to "This backup stops too early",
            whole.clone().also { it[whole.size / 2] = (it[whole.size / 2] + 1).toByte() } to "This backup has been altered",
            "a photo of a dog".toByteArray() to "This file is not a Hearth backup",
        )) {
            file.writeBytes(bytes)
            tap("Look at this backup")
            untilSaid(said)
            says("Nothing")
            never("Bring my plan back")
        }
        assertFalse(File(over.real.store, "plan.db").exists())
        tap("‹ Back")
        says("What shall Hearth call you?")
    }

    @Test
    fun with_a_plan_here_a_backup_is_only_looked_at_and_nothing_is_written_over() {
        val file = File(over.real.store.parentFile, "other.hearth")
        val right = someBackup(file)
        over.seed { someGoal() }
        phone.chosen = file
        draw("settings-restore")
        says("A backup never goes over it")
        tap("Choose the backup file")
        rule.onNodeWithTag("words").performTextInput(right.joinToString(" "))
        tap("Look at this backup")
        untilSaid("This backup is whole")
        never("Bring my plan back")
        assertEquals(1, over.ask { goals() }.size)
    }

    @Test
    fun a_backup_is_made_kept_elsewhere_and_checked_and_says_when_it_was_made() {
        over.seed { someGoal() }
        draw("settings-backup")
        says("No backup has been made on this phone yet")
        tap("Make a backup now")
        untilSaid("was read back")
        says("Last backup: today")
        rule.seemsKind("settings-backup")
        tap("Keep a copy somewhere else")
        says("No place was chosen. The backup is still on this phone.")
        val place = File(over.real.store.parentFile, "stick").also { phone.place = it }
        tap("Keep a copy somewhere else")
        says("A copy is where you chose.")
        phone.chosen = place
        tap("Choose the backup file")
        untilSaid("Everything written on this phone so far is in it.")
        over.ask { add("goal", listOf(words("words", "Sleep"))) }
        tap("Choose the backup file")
        untilSaid("Something was written here since")
        place.writeBytes(place.readBytes().copyOf(200))
        tap("Choose the backup file")
        untilSaid("This backup stops too early")
        over.real.now = over.real.now.copy(ms = over.real.now.ms + 40L * 24 * 3600 * 1000)
        over.ask { add("goal", listOf(words("words", "Cook"))) }
        untilSaid("Last backup: 26 November")
    }

    @Test
    fun the_words_are_shown_behind_the_phones_lock_and_are_in_no_picture() {
        over.seed { }
        draw("settings-words")
        rule.seemsKind("settings-words")
        phone.knows = false
        tap("Show my words")
        says("The phone did not let you by")
        assertEquals(0, rule.onAllNodesWithTag("word").fetchSemanticsNodes().size)
        assertFalse(secure())
        phone.knows = true
        tap("Show my words")
        val words = over.ask { recoveryWords() }
        words.forEachIndexed { at, word -> says("${at + 1}. $word") }
        assertTrue("the words could be in a screenshot", secure())
        assertEquals(2, phone.asked)
        tap("Hide them")
        never("1. ${words.first()}")
        assertFalse(secure())
        tap("Make new words")
        says("A backup made before still opens with the old ones")
        tap("Yes, make new words")
        val fresh = over.ask { recoveryWords() }
        assertNotEquals(words, fresh)
        says("12. ${fresh.last()}")
        assertEquals(3, phone.asked)
        tap("Make a new backup")
        says("One sealed file")
        assertFalse("left the words and stayed closed to pictures", secure())
    }

    @Test
    fun a_phone_without_a_lock_says_so_before_it_shows_the_words() {
        phone.can = false
        over.seed { }
        draw("settings-words")
        says("This phone has no screen lock")
        tap("Show my words")
        says("1. " + over.ask { recoveryWords() }.first())
    }

    @Test
    fun half_typed_recovery_words_outlive_a_turned_phone() {
        over.seed { }
        over.real.keys.fails = KeyFault.Why.Lost
        val tester = StateRestorationTester(rule)
        tester.setContent { Root(over.session) }
        rule.onNodeWithTag("words").performTextInput("zebra canary")
        tester.emulateSavedInstanceStateRestore()
        rule.onNode(hasText("zebra canary")).assertExists()
    }

    @Test
    fun recovery_words_are_in_nothing_that_outlives_the_process() {
        over.seed { }
        over.real.keys.fails = KeyFault.Why.Lost
        val kept = SaveableStateRegistry(emptyMap()) { true }
        rule.setContent {
            CompositionLocalProvider(LocalSaveableStateRegistry provides kept) { Root(over.session) }
        }
        rule.onNodeWithTag("words").performTextInput("zebra canary")
        val saved = kept.performSave().values.flatten().joinToString()
        assertTrue("nothing at all is kept: $saved", "today" in saved)
        assertFalse(saved, "canary" in saved)
    }

    @Test
    fun a_key_that_is_lost_shows_the_card_and_the_way_back_and_never_an_empty_plan() {
        lateinit var right: List<String>
        over.seed {
            somePlan()
            someGoal()
            right = recoveryWords()
        }
        over.real.keys.fails = KeyFault.Why.Lost
        draw()
        says("This phone no longer has the key to your plan")
        never("Hello")
        never("What would make tomorrow a good day?")
        says("Open the emergency card")
        says("Life at risk? 999")
        over.real.keys.fails = null
        rule.onNodeWithTag("words").performTextInput(right.dropLast(1).joinToString(" "))
        tap("Open my plan")
        says("There should be 12 words, and here are 11")
        says("Open the emergency card")
        rule.onNodeWithTag("words").performTextReplacement(right.joinToString(" "))
        tap("Open my plan")
        says("Hello, Jo")
        says("Manage my pain")
        assertEquals("", over.session.typedWords)
    }

    @Test
    fun the_lock_is_switched_by_somebody_whom_the_phone_knows_and_by_nobody_else() {
        over.seed { }
        draw("settings-lock")
        rule.seemsKind("settings-lock")
        phone.knows = false
        rule.onNodeWithTag("lock").performClick()
        says("The phone did not let you by, so nothing was changed.")
        assertFalse(over.session.outside.choices.lock)
        phone.knows = true
        rule.onNodeWithTag("lock").performClick()
        assertTrue(over.session.outside.choices.lock)
        says("Your emergency card and the unwell plans on it still open without it.")
    }

    @Test
    fun something_is_made_only_me_and_given_back_and_undone() {
        over.seed { someGoal() }
        draw("settings-only-me")
        says("Nothing is marked “only me”.")
        tap("Goal (1)")
        tap("Make it only me")
        assertTrue(over.ask { goals() }.single().onlyMe)
        rule.seemsKind("settings-only-me")
        tap("Undo")
        assertFalse(over.ask { goals() }.single().onlyMe)
        tap("Make it only me")
        tap("Let others see it again")
        assertFalse(over.ask { goals() }.single().onlyMe)
        says("It can be sent, shared and printed again.")
    }

    @Test
    fun a_lost_phone_is_removed_after_what_cannot_be_called_back_was_said() {
        runBlocking {
            val begun = over.real.doors().begin("Jo")
            over.twoVersions(begun.plan, begun.plan.someGoal(), begun.recoveryWords)
            begun.plan.close()
        }
        draw("settings-phones")
        says("my tablet")
        tap("Remove it")
        says("can’t be called back")
        tap("Yes, remove it")
        assertEquals(1, over.ask { phones() }.count { it.ended == null })
        rule.seemsKind("settings-phones")
        val before = over.ask { recoveryWords() }
        tap("A phone is lost")
        tap("Yes, make a new key")
        assertNotEquals(before, over.ask { recoveryWords() })
        says("Your recovery words")
    }

    private fun androidx.compose.ui.test.SemanticsNodeInteraction.reach() = apply {
        try {
            performScrollTo()
        } catch (_: AssertionError) {
            // It does not lie in anything that scrolls.
        }
    }
}
