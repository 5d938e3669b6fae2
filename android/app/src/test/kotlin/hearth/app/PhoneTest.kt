package hearth.app

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.media.MediaRecorder
import android.net.Uri
import android.os.Looper
import androidx.activity.ComponentActivity
import androidx.test.core.app.ApplicationProvider
import hearth.app.phone.Hands
import hearth.app.phone.PhonePapers
import hearth.app.phone.PhoneRecorder
import hearth.bridge.KeyFault
import hearth.bridge.KeyItem
import java.io.ByteArrayInputStream
import java.io.File
import java.security.ProviderException
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowMediaRecorder
import org.w3c.dom.Element

/** As the platform refuses a microphone that another app has: with a RuntimeException of no kind. */
@Implements(MediaRecorder::class)
class RefusedMicrophone : ShadowMediaRecorder() {
    @Implementation
    override fun setAudioSource(source: Int): Unit = throw RuntimeException("setAudioSource failed.")
}

/** The phone's key store, its lock, its rules of backup and network, its links. */
@RunWith(AndroidJUnit4::class)
class PhoneTest {
    private val secret = ByteArray(32) { it.toByte() }

    private fun why(work: () -> Unit): KeyFault.Why = try {
        work()
        throw AssertionError("it did not fail")
    } catch (gone: KeyFault) {
        gone.why
    }

    @Test
    fun a_key_is_wrapped_in_the_chip_where_there_is_one_and_without_it_where_not() {
        for (chip in listOf(true, false)) PretendKeyStore(chip).use { store ->
            val wrapped = PhoneKeys().wrap(KeyItem.Plan, secret)
            assertEquals(setOf("hearth-plan"), store.keys.keys)
            assertArrayEquals(secret, PhoneKeys().unwrap(KeyItem.Plan, wrapped))
            assertFalse("the same bytes twice", wrapped.contentEquals(PhoneKeys().wrap(KeyItem.Plan, secret)))
            assertEquals("the card has a key of its own", KeyFault.Why.Lost, why { PhoneKeys().unwrap(KeyItem.Card, wrapped) })
            PhoneKeys().wrap(KeyItem.Card, secret)
            assertEquals(KeyFault.Why.Changed, why { PhoneKeys().unwrap(KeyItem.Card, wrapped) })
        }
    }

    @Test
    fun each_failure_of_the_key_store_is_told_apart() = PretendKeyStore().use { store ->
        val wrapped = PhoneKeys().wrap(KeyItem.Plan, secret)
        store.fails = ProviderException("busy")
        assertEquals(KeyFault.Why.Failed, why { PhoneKeys().unwrap(KeyItem.Plan, wrapped) })
        assertEquals("before the first unlock it passes", KeyFault.Why.Locked, why { PhoneKeys { false }.unwrap(KeyItem.Plan, wrapped) })
        store.fails = java.security.UnrecoverableKeyException("for a moment")
        assertEquals(KeyFault.Why.Failed, why { PhoneKeys().unwrap(KeyItem.Plan, wrapped) })
        store.fails = null
        store.keys.clear()
        assertEquals(KeyFault.Why.Lost, why { PhoneKeys().unwrap(KeyItem.Plan, wrapped) })
        assertEquals(KeyFault.Why.Changed, why { PhoneKeys().run { wrap(KeyItem.Plan, secret); unwrap(KeyItem.Plan, ByteArray(3)) } })
    }

    @Test
    fun an_alias_that_can_never_be_read_again_is_replaced_when_something_is_wrapped_and_never_before_the_first_unlock() = PretendKeyStore().use { store ->
        val lost = PhoneKeys().wrap(KeyItem.Plan, secret)
        store.unreadable += "hearth-plan"
        assertEquals(KeyFault.Why.Failed, why { PhoneKeys().unwrap(KeyItem.Plan, lost) })
        assertEquals(KeyFault.Why.Locked, why { PhoneKeys { false }.wrap(KeyItem.Plan, secret) })
        assertEquals(setOf("hearth-plan"), store.unreadable)
        // The recovery words were typed: the plan's key is wrapped anew.
        val wrapped = PhoneKeys().wrap(KeyItem.Plan, secret)
        assertArrayEquals(secret, PhoneKeys().unwrap(KeyItem.Plan, wrapped))
        assertEquals(KeyFault.Why.Changed, why { PhoneKeys().unwrap(KeyItem.Plan, lost) })
    }

    private class Asks(override var can: Boolean = true, var known: Boolean = true) : Asker {
        var asked = 0
        override fun ask(words: String, answered: (Boolean) -> Unit) {
            asked++
            answered(known)
        }
    }

    @Test
    fun the_lock_is_switched_on_only_by_somebody_whom_the_phone_knows_and_never_locks_its_owner_out() {
        val (asks, choices) = Asks(known = false) to NotedChoices()
        val lock = Lock(asks, choices)
        lock.switch(true, "") { assertFalse(it) }
        assertFalse(choices.lock)
        lock.left()
        assertFalse("locked without being asked to", lock.locked)
        asks.known = true
        lock.switch(true, "") { assertTrue(it) }
        lock.left()
        assertTrue(lock.locked)
        asks.known = false
        lock.open("")
        assertTrue("opened to a stranger", lock.locked)
        asks.can = false
        lock.open("")
        assertFalse("the phone has no lock any more: its owner is locked out", lock.locked)
    }

    @Test
    fun no_name_of_a_practice_is_kept_in_clear_and_one_of_before_is_gone() {
        val app = ApplicationProvider.getApplicationContext<Context>()
        val kept = app.getSharedPreferences("choices", Context.MODE_PRIVATE)
        kept.edit().putString("linking", "The Canal Surgery").putBoolean("lock", true).commit()
        assertTrue(hearth.app.phone.KeptChoices(app).lock)
        assertEquals(setOf("lock"), kept.all.keys)
    }

    @Test
    fun a_voice_note_that_an_ended_process_left_in_clear_is_gone_when_the_next_begins() {
        val app = ApplicationProvider.getApplicationContext<Context>()
        val left = File(app.cacheDir, "voice-note.m4a").apply { writeText("what was being said") }
        PhoneRecorder(app) { it(false) }
        assertFalse(left.exists())
    }

    @Test
    fun a_chosen_file_is_copied_beside_what_is_drawn_and_its_copy_is_gone_once_it_is_done_with() {
        val app = ApplicationProvider.getApplicationContext<Context>()
        val front = Robolectric.buildActivity(ComponentActivity::class.java).create()
        val hands = Hands(front.get())
        front.start().resume()
        val papers = PhonePapers(app) { hands }
        val from = Uri.parse("content://hearth.test/Jo.hearth")
        var by: Thread? = null
        fun choose(): Chosen {
            shadowOf(app.contentResolver).registerInputStream(from, object : ByteArrayInputStream(ByteArray(9)) {
                override fun read(b: ByteArray, off: Int, len: Int): Int = super.read(b, off, len).also { by = Thread.currentThread() }
            })
            var answered = false
            var chosen: Chosen? = null
            papers.choose {
                chosen = it
                answered = true
            }
            shadowOf(front.get()).receiveResult(shadowOf(front.get()).nextStartedActivityForResult.intent, Activity.RESULT_OK, Intent().setData(from))
            while (!answered) {
                shadowOf(Looper.getMainLooper()).idle()
                Thread.yield()
            }
            return chosen!!
        }
        val first = choose()
        assertNotEquals("the thread that draws copied it", Looper.getMainLooper().thread, by)
        val second = choose()
        assertEquals("one that is being read was written over", 2, setOf(first.path, second.path).size)
        assertEquals(9, File(first.path).length())
        val kept = File(app.filesDir, "kept").apply { writeText("the person's own") }
        for (path in listOf(first.path, second.path, kept.path)) papers.forget(path)
        assertFalse(File(first.path).exists() || File(second.path).exists())
        assertTrue("a file that is no copy is gone", kept.exists())
    }

    @Test
    @Config(shadows = [RefusedMicrophone::class])
    fun a_microphone_that_fails_in_the_platforms_own_way_ends_nothing_and_leaves_no_file() {
        val app = ApplicationProvider.getApplicationContext<Context>()
        val left = File(app.cacheDir, "voice-note.m4a")
        val recorder = PhoneRecorder(app) { it(true) }
        recorder.begin { assertFalse("it was said to record", it) }
        assertFalse(left.exists())
        // No room to play from: a folder stands where the file would.
        left.mkdirs()
        File(left, "full").writeText("x")
        assertFalse(recorder.play(ByteArray(8)) {})
    }

    @Test
    fun what_could_not_be_handed_to_another_app_is_said_and_nothing_of_it_stays() {
        val app = ApplicationProvider.getApplicationContext<Context>()
        var failed = 0
        val sharer = hearth.app.phone.PhoneSharer(app) { failed++ }
        File(app.cacheDir, "shared/plan.pdf/full").mkdirs()
        sharer.file("My plan", "plan.pdf", "application/pdf", ByteArray(8))
        assertEquals(1, failed)
    }

    @Test
    fun only_the_claimed_address_is_the_browsers_answer() {
        val good = "$LINK_REDIRECT?code=a&state=b"
        assertEquals(good, linkAnswer(good))
        val hostile = listOf(
            null, "", "javascript:alert(1)", "http://hearth.example/linked?code=1", "https://hearth.example.evil.example/linked?code=1",
            "https://hearth.example@evil.example/linked", "https://evil.example/linked", "https://hearth.example/linked/../x", "https://hearth.example/",
            "https://hearth.example:444/linked", "hearth://linked?code=1", "https://hearth.example/linked\u202e?code=1", "$good&x=" + "y".repeat(9000),
        )
        for (address in hostile) assertNull("$address", linkAnswer(address))
    }

    private val main = File(System.getProperty("hearth.root"), "android/app/src/main")
    private fun xml(path: String) = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(main, path)).documentElement
    private fun Element.each(name: String) = getElementsByTagName(name).let { list -> (0 until list.length).map { list.item(it) as Element } }

    @Test
    fun a_backup_of_the_phone_takes_the_sealed_backup_and_neither_store_nor_card() {
        for (file in listOf("res/xml/backup.xml", "res/xml/backup_to_12.xml")) {
            val included = xml(file).each("include").map { it.getAttribute("domain") to it.getAttribute("path") }.toSet()
            // With anything included, nothing else is.
            assertEquals(file, setOf("file" to "backup/"), included)
        }
        val application = xml("AndroidManifest.xml").each("application").single()
        assertEquals("@xml/backup", application.getAttribute("android:dataExtractionRules"))
        assertEquals("@xml/backup_to_12", application.getAttribute("android:fullBackupContent"))
        assertEquals("backup", File(HearthFiles.BACKUP).parent)
        assertFalse("the store would be taken along", HearthFiles.STORE.startsWith("backup"))
    }

    @Test
    fun nothing_goes_in_clear_and_only_the_cards_parts_work_before_the_first_unlock() {
        val base = xml("res/xml/network.xml").each("base-config").single()
        assertEquals("false", base.getAttribute("cleartextTrafficPermitted"))
        assertEquals(listOf("system"), xml("res/xml/network.xml").each("certificates").map { it.getAttribute("src") })
        val manifest = xml("AndroidManifest.xml")
        val parts = listOf("activity", "receiver", "service", "provider").flatMap { manifest.each(it) }
        val early = parts.filter { it.getAttribute("android:directBootAware") == "true" }.map { it.getAttribute("android:name") }
        assertEquals(setOf(".card.CardActivity", ".card.CardWidget", ".card.CardTile"), early.toSet())
        val open = parts.filter { it.getAttribute("android:exported") == "true" }.map { it.getAttribute("android:name") }
        assertEquals(setOf(".MainActivity", ".card.CardTile"), open.toSet())
        val data = manifest.each("data").single()
        assertEquals(LINK_REDIRECT, listOf("scheme", "host", "path").map { data.getAttribute("android:$it") }.let { "${it[0]}://${it[1]}${it[2]}" })
    }
}
