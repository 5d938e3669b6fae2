package hearth.app

import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.app.phone.PhoneFonts
import java.io.File
import java.nio.file.Files
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** The plan on paper, drawn by the core itself with fonts of this machine. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class PaperStoryTest : ShareStage("paper") {
    private fun needsFonts() = assumeTrue("no fonts of DejaVu on this machine", testFonts().isNotEmpty())
    private fun cannotPrint() = rule.onNode(hasText("Print it") and hasClickAction()).assertDoesNotExist()
    private fun isPdf(bytes: ByteArray) = String(bytes.copyOf(5)) == "%PDF-"

    @Test
    fun the_plan_is_drawn_said_printed_and_given_and_lies_nowhere() {
        needsFonts()
        over.seed { someGoal() }
        draw("goals")
        tap("On paper")
        rule.seemsKind("paper")
        tap("Make the paper")
        untilSaid("Pages: 1")
        rule.seemsKind("paper, made")
        tap("Print it")
        assertEquals("My plan on a page", phone.printed.single().first)
        assertTrue(isPdf(phone.printed.single().second))
        tap("Send it, or keep it as a file")
        assertEquals("My plan on a page.pdf", phone.files.single().first)
        // Another choice is another paper.
        tap("Large print")
        never("Pages: 1")
        tap("Make the paper")
        untilSaid("Pages: ")
        phone.prints = false
        tap("Print it")
        untilSaid("This phone can’t print just now. Nothing was lost.")
    }

    @Test
    fun the_card_and_a_visit_are_on_paper_from_where_they_are() {
        needsFonts()
        var visit = ""
        over.seed {
            somePlan()
            visit = beginVisit("My yearly talk", "The nurse", "2026-11-27")
        }
        draw("card")
        untilSaid("On paper")
        tap("On paper")
        tap("Make the paper")
        untilSaid("Pages: ")
        tap("Print it")
        tap("‹ Back")
        tap("Visits")
        tap("Open this visit")
        tap("On paper")
        untilSaid("My yearly talk")
        tap("Make the paper")
        untilSaid("Pages: ")
        tap("Print it")
        assertEquals(listOf("Emergency card", "For my visit"), phone.printed.map { it.first })
        assertTrue(visit.isNotEmpty())
    }

    @Test
    fun what_cannot_be_printed_is_said_before_it_is() {
        needsFonts()
        over.seed { add("goal", listOf(words("words", "ਨਹਿਰ ਤੱਕ ਤੁਰਨਾ"))) }
        draw("paper")
        tap("Make the paper")
        untilSaid("Signs that this phone could not print")
    }

    @Test
    fun the_recovery_words_are_printed_behind_the_lock_and_given_to_no_other_app() {
        needsFonts()
        over.seed { }
        draw("paper")
        rule.onNodeWithTag("paper-words").performScrollTo().performClick()
        says("Whoever has this paper can open a backup of your plan.")
        phone.around.knows = false
        tap("Make the paper")
        untilSaid("The phone did not let you by, so the words are not shown.")
        cannotPrint()
        phone.around.knows = true
        tap("Make the paper")
        untilSaid("Pages: 1")
        assertEquals(2, phone.around.asked)
        never("Send it, or keep it as a file")
        tap("Print it")
        assertTrue(isPdf(phone.printed.single().second))
        // Put away, it is forgotten.
        rule.activityRule.scenario.moveToState(androidx.lifecycle.Lifecycle.State.CREATED)
        rule.activityRule.scenario.moveToState(androidx.lifecycle.Lifecycle.State.RESUMED)
        untilSaid("Make the paper")
        cannotPrint()
    }

    @Test
    fun a_phone_without_fonts_says_so() {
        val bare = OverCore(outside = { real, dial -> Outside({ real.now }, dial) })
        try {
            bare.seed { someGoal() }
            rule.setContent { Root(bare.session, listOf(Where("today"), Where("paper"))) }
            tap("Make the paper")
            untilSaid("Hearth found no letters to print with.")
        } finally {
            bare.close()
        }
    }

    @Test
    fun the_phones_fonts_are_read_in_order_and_the_large_ones_only_where_they_are_needed() {
        val folder: File = Files.createTempDirectory("fonts").toFile()
        try {
            val sizes = mapOf(
                "NotoSansGurmukhi-VF.ttf" to 5, "Roboto-Regular.ttf" to 3, "NotoColorEmoji.ttf" to 9, "NotoSansCJK-Regular.ttc" to 1_600_000,
                "NotoNastaliqUrdu-Regular.ttf" to 6, "NotoNaskhArabic-Regular.ttf" to 4, "Roboto-Italic.ttf" to 8, "fonts.xml" to 7,
            )
            sizes.forEach { (name, size) -> File(folder, name).writeBytes(ByteArray(size)) }
            val fonts = PhoneFonts(folder)
            assertEquals(listOf(3, 4, 6, 5), fonts.files(false).map { it.size })
            assertEquals(listOf(3, 4, 6, 1_600_000, 5), fonts.files(true).map { it.size })
            assertEquals(emptyList<ByteArray>(), PhoneFonts(File(folder, "none")).files(true))
        } finally {
            folder.deleteRecursively()
        }
    }
}
