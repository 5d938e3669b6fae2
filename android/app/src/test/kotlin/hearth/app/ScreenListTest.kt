package hearth.app

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** docs/screens.tsv and what the app draws. */
class ScreenListTest {
    private class Row(val name: String, val place: String, val depth: Int)

    private val rows = File(System.getProperty("hearth.root"), "docs/screens.tsv").readLines().drop(1)
        .map { it.split('\t') }.map { Row(it[0], it[1], it[2].toInt()) }

    /** Those that Root draws before there are places. */
    private val before = setOf("first-run", "recovery-words", "phone-join", "trouble", "locked")

    @Test
    fun every_row_has_a_screen_or_is_marked_not_yet() {
        val listed = rows.map { it.name }.toSet()
        assertEquals(listed, SCREENS.keys + before + NOT_YET)
        assertEquals("both made and not yet", emptySet<String>(), NOT_YET intersect SCREENS.keys)
    }

    @Test
    fun each_screen_is_in_its_place_and_none_is_deeper_than_three() {
        assertEquals(rows.size, rows.map { it.name }.toSet().size)
        for (row in rows) {
            assertTrue(row.name, row.depth in 1..3)
            assertTrue(row.place, PlaceName.entries.any { it.name == row.place })
            SCREENS[row.name]?.let { assertEquals(row.name, row.place, it.place.name) }
        }
    }
}
