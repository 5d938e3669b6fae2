package hearth.app

import android.content.Context
import android.os.Bundle
import android.os.Parcel
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.app.card.CardPath
import hearth.app.phone.SealedDrafts
import hearth.bridge.CoreDoors
import hearth.bridge.Keeping
import java.io.File
import java.security.ProviderException
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
import org.robolectric.annotation.Config

/** What is half typed: in no bundle, past the activity and the process, and sealed where it lies. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class DraftsTest {
    @get:Rule val rule = createEmptyComposeRule()
    private val context: Context = ApplicationProvider.getApplicationContext()
    private val application get() = context as HearthApplication
    private val keys = PretendKeyStore()
    private val file = File(context.filesDir, HearthFiles.TYPED)

    /** As one process has them, and then the next. */
    private fun process() = Drafts(SealedDrafts(file, StoreKey("typed"))).apply { bringBack() }

    @After fun end() {
        file.deleteRecursively()
        keys.close()
    }

    @Test
    fun they_outlive_the_process_sealed_and_are_gone_when_they_were_kept() {
        val long = "gair 🌿 ".repeat(200_000)
        process().apply {
            set("new.words", "Walk to the canal")
            set("long", long)
            putAway()
        }
        assertFalse("in clear", "canal" in String(file.readBytes(), Charsets.ISO_8859_1))
        process().apply {
            assertEquals("Walk to the canal", get("new.words"))
            assertEquals(long, get("long"))
            clear("new.")
            set("long", "")
            putAway()
        }
        assertFalse(file.exists())
        assertEquals("", process()["new.words"])
        assertEquals("another key than their own", setOf("hearth-typed"), keys.keys.keys)
    }

    @Test
    fun what_was_typed_before_the_file_was_read_stands() {
        process().apply { set("a", "old"); set("b", "old"); putAway() }
        Drafts(SealedDrafts(file, StoreKey("typed"))).apply {
            set("a", "new")
            bringBack()
            assertEquals("new" to "old", get("a") to get("b"))
        }
    }

    @Test
    fun a_key_store_that_fails_for_a_moment_loses_nothing_and_one_that_lost_the_key_says_so() {
        process().apply { set("a", "My words"); putAway() }
        keys.fails = ProviderException("busy")
        val second = process()
        assertEquals("", second["a"])
        assertNull(second.trouble)
        second.putAway()
        assertNull("nothing was typed, so nothing is said", second.trouble)
        keys.fails = null
        second.putAway()
        assertEquals("My words", second["a"])
        keys.keys.clear()
        val third = process()
        assertEquals(DraftsTrouble.NotBroughtBack, third.trouble)
        third["b"] = "New words"
        third.putAway()
        assertEquals("New words", process()["b"])
        assertNull(process().trouble)
    }

    @Test
    fun a_key_that_can_never_be_read_again_keeps_no_new_words_out() {
        process().apply { set("a", "My words"); putAway() }
        keys.unreadable += "hearth-typed"
        val next = process()
        next["b"] = "New words"
        next.putAway()
        assertEquals(DraftsTrouble.NotBroughtBack, next.trouble)
        assertEquals("New words", process()["b"])
    }

    @Test
    fun a_file_that_was_altered_or_cut_short_is_said_and_no_fault() {
        for (bytes in listOf(ByteArray(0), byteArrayOf(1), byteArrayOf(9, 9, 9), ByteArray(200) { 1 })) {
            file.writeBytes(bytes)
            assertEquals(DraftsTrouble.NotBroughtBack, process().trouble)
            assertFalse(file.exists())
        }
    }

    @Test
    fun no_room_is_said_and_what_is_typed_stays_in_its_box() {
        File(file, "full").mkdirs()
        val drafts = Drafts(SealedDrafts(File(file, "full/typed/there").also { File(file, "full/typed").writeText("") }, StoreKey("typed")))
        drafts["a"] = "My words"
        drafts.putAway()
        assertEquals(DraftsTrouble.NotPutAway, drafts.trouble)
        assertEquals("My words", drafts["a"])
    }

    @Test
    fun back_on_today_ends_the_activity_and_no_word_and_none_is_in_its_bundle() {
        runBlocking {
            val store = File(context.filesDir, HearthFiles.STORE).apply { mkdirs() }
            val keeping = Keeping(store.path, CardPath.folder(context).apply { mkdirs() }.path, PhoneKeys(), "en-GB", "this phone")
            CoreDoors(keeping, Dispatchers.Unconfined).begin("Jo").plan.close()
        }
        fun see(text: String) = rule.waitUntil(PATIENCE) {
            org.robolectric.shadows.ShadowLooper.idleMainLooper()
            rule.onAllNodes(hasText(text)).fetchSemanticsNodes().isNotEmpty()
        }
        val first = Robolectric.buildActivity(MainActivity::class.java).setup()
        see("Write it down")
        rule.onNodeWithText("Write it down").performScrollTo().performClick()
        rule.onNodeWithTag("goal").performTextInput("Walk to the canal")
        application.session.drafts["another"] = "x".repeat(3_000_000)
        val kept = Bundle()
        first.saveInstanceState(kept)
        val parcel = Parcel.obtain().apply { writeBundle(kept) }
        assertTrue("the system ends the app: ${parcel.dataSize()}", parcel.dataSize() < 200_000)
        parcel.recycle()
        // As below Android 12: back on the first page ends the activity.
        first.pause().stop().destroy()
        assertTrue("it is not put away when the app is left", file.length() > 3_000_000)
        Robolectric.buildActivity(MainActivity::class.java).setup().use {
            see("Write it down")
            rule.onNodeWithText("Write it down").performScrollTo().performClick()
            see("Walk to the canal")
        }
        (application.session.stage as Stage.Ready).host.plan.close()
    }
}
