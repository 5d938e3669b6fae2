package hearth.app

import hearth.app.card.CardFile
import hearth.app.card.NoCard
import hearth.app.card.WhyNoCard
import hearth.bridge.KeyFault
import hearth.bridge.KeyItem
import hearth.bridge.Moment
import hearth.testing.MORNING
import hearth.testing.RealPlan
import java.io.File
import java.net.URLClassLoader
import java.nio.file.Files
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Assert.fail
import org.junit.Test

private const val DAY = 24 * 60 * 60 * 1000L

/** The card file, read without the core. */
class CardFileTest {
    private val folder = Files.createTempDirectory("card").toFile()
    private val vectors = File(System.getProperty("hearth.root"), "tests/vectors/card/v1.txt").readLines()
        .filter { " = " in it && !it.startsWith("#") }.associate { line -> line.split(" = ", limit = 2).let { it[0] to bytes(it[1]) } }

    @After fun end() {
        folder.deleteRecursively()
    }

    private fun bytes(hex: String) = hex.trim().chunked(2).map { it.toInt(16).toByte() }.toByteArray()

    /** The frozen card in a folder, its key wrapped by nothing. */
    private fun frozen(change: (ByteArray) -> ByteArray = { it }): CardFile {
        File(folder, "card").writeBytes(change(vectors.getValue("card.sealed")))
        File(folder, "card.photo").writeBytes(vectors.getValue("photo.sealed"))
        File(folder, "card.key").writeBytes(vectors.getValue("key"))
        return CardFile(folder) { it.copyOf() }
    }

    private fun why(file: CardFile, now: Moment = MORNING): WhyNoCard = try {
        file.open(now)
        throw AssertionError("it opened")
    } catch (gone: NoCard) {
        gone.why
    }

    @Test
    fun the_frozen_card_opens_as_it_always_will() {
        val card = frozen().open(MORNING)
        assertEquals("Jo Example", card.name)
        assertEquals("Penicillin: swelling, 2009", card.sections.first().lines.first().text)
        assertArrayEquals(vectors.getValue("photo"), frozen().photo())
    }

    @Test
    fun what_is_read_here_is_what_the_core_reads_on_any_clock() = runBlocking {
        for (language in listOf("en-GB", "cy")) RealPlan(language).use { real ->
            val plan = real.doors().begin("Jo").plan
            plan.somePlan()
            plan.add("allergy", listOf(words("what", "Penicillin"), yes("on_card")))
            plan.close()
            val here = CardFile(real.card) { real.keys.unwrap(KeyItem.Card, it) }
            val clocks = listOf(0L, DAY, 2 * DAY, 12 * DAY, 400 * DAY, -2 * DAY, 60_000 * DAY).flatMap { later ->
                listOf(0, 60, -480, 840, 2000).map { Moment(MORNING.ms + later, it) }
            }
            for (now in clocks) assertEquals("$language $now", real.doors().card(now), here.open(now))
            File(real.card, "card.next").writeText("half written")
            assertEquals(real.doors().card(MORNING), here.open(MORNING))
            assertNotNull(here.open(MORNING).mayBeBehind)
        }
    }

    @Test
    fun no_changed_byte_is_drawn() {
        val sealed = vectors.getValue("card.sealed")
        for (at in sealed.indices step 7) {
            val changed = frozen { bytes -> bytes.copyOf().also { it[at] = (it[at].toInt() xor 1).toByte() } }
            assertTrue("byte $at", why(changed) in setOf(WhyNoCard.NotThis, WhyNoCard.NewerVersion))
        }
        for (length in listOf(0, 1, 16, 32, 33, sealed.size - 1)) assertEquals(WhyNoCard.NotThis, why(frozen { it.copyOf(length) }))
    }

    @Test
    fun what_is_no_card_says_which_and_nothing_is_moved() {
        assertEquals(WhyNoCard.Missing, why(CardFile(folder) { it }))
        assertEquals(WhyNoCard.TooLarge, why(frozen { ByteArray(300_000) }))
        val lost = frozen().let { CardFile(folder) { throw KeyFault(KeyFault.Why.Lost) } }
        assertEquals(WhyNoCard.NotThis, why(lost))
        assertEquals(WhyNoCard.Unreadable, why(CardFile(folder) { throw KeyFault(KeyFault.Why.Locked) }))
        val card = File(folder, "card").apply { delete() }
        assertEquals(WhyNoCard.Missing, why(CardFile(folder) { it.copyOf() }))
        Files.createSymbolicLink(card.toPath(), File(folder, "card.photo").toPath())
        assertEquals(WhyNoCard.Unreadable, why(CardFile(folder) { it.copyOf() }))
        card.delete()
        card.mkdir()
        assertEquals(WhyNoCard.Unreadable, why(CardFile(folder) { it.copyOf() }))
        assertEquals(setOf("card", "card.key", "card.photo"), folder.list()?.toSet())
    }

    /** Loads the card's classes anew; whatever else they reach for is noted, and what they must not touch is not there. */
    private class Watching(path: List<File>) : URLClassLoader(path.map { it.toURI().toURL() }.toTypedArray(), CardFileTest::class.java.classLoader) {
        val asked = mutableListOf<String>()

        override fun loadClass(name: String, resolve: Boolean): Class<*> {
            asked += name
            if (FORBIDDEN.any { name.startsWith(it) }) throw AssertionError("the card's path touches $name")
            return if (name.startsWith("hearth.app.card.")) findLoadedClass(name) ?: findClass(name) else super.loadClass(name, resolve)
        }
    }

    @Test
    fun the_locked_phones_path_touches_no_core_no_plan_and_no_network() = runBlocking {
        RealPlan().use { real ->
            real.doors().begin("Jo").plan.apply { somePlan() }.close()
            real.store.deleteRecursively()
            real.keys.unwrapped.clear()
            val path = System.getProperty("java.class.path").split(':').map { File(it) }.filter { it.isDirectory }
            val watching = Watching(path)
            val unwrap = { wrapped: ByteArray -> real.keys.unwrap(KeyItem.Card, wrapped) }
            val reader = watching.loadClass("hearth.app.card.CardFile")
            assertTrue("not its own", reader.classLoader === watching)
            val file = reader.getConstructor(File::class.java, Function1::class.java).newInstance(real.card, unwrap)
            val card = reader.getMethod("open", Moment::class.java).invoke(file, MORNING) as hearth.bridge.OpenCard
            assertEquals("When my breathing gets worse", card.plans.single().name)
            assertEquals(listOf(KeyItem.Card), real.keys.unwrapped)
            assertFalse("a store was made", real.store.exists())
            assertTrue("nothing was watched", watching.asked.any { it == "hearth.bridge.OpenCard" })
            // The control: what must not be touched is refused.
            try {
                watching.loadClass("$CORE.Plan")
                fail("the core can be reached")
            } catch (expected: AssertionError) {
                assertTrue(expected.message.orEmpty().contains("$CORE.Plan"))
            }
        }
    }

    private companion object {
        /** The generated side: no file of the app names it, not even this one. */
        val CORE = listOf("hearth", "core").joinToString(".")
        val FORBIDDEN = listOf("$CORE.", "com.sun.jna.", "hearth.bridge.Core", "hearth.app.Session", "java.net.", "javax.net.", "android.database.")
    }
}
