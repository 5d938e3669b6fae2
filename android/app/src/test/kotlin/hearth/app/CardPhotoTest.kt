package hearth.app

import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.ext.junit.runners.AndroidJUnit4
import java.io.File
import org.junit.After
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** The photo is on the card only while the person shows it. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class CardPhotoTest {
    @get:Rule val rule = createComposeRule()
    private val phone = FakePhone()
    private val over = OverCore(outside = phone::outside)

    /** One dot, as little as a JPEG can be. */
    private val dot = bytes(0xFF, 0xD8, 0xFF, 0xDB, 0, 67) + ByteArray(65) { 3 } +
        bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9)

    private fun bytes(vararg each: Int) = each.map { it.toByte() }.toByteArray()

    @After fun end() = over.close()

    @Test
    fun a_photo_is_on_the_card_until_it_is_switched_off_and_what_is_none_is_said() {
        over.seed { }
        rule.setContent { Root(over.session, listOf(Where("unwell"), Where("card-lines"))) }
        fun tap(text: String) = rule.onAllNodesWithText(text).onFirst().performScrollTo().performClick()
        fun isThere() = File(over.real.card, "card.photo").exists()
        tap("Choose a photo")
        assertFalse("the person went back", isThere())
        phone.photo = ByteArray(0)
        tap("Choose a photo")
        rule.onAllNodesWithText("Use a photo or a voice note", substring = true).onFirst().assertExists()
        assertFalse(isThere())
        phone.photo = dot
        tap("Choose a photo")
        rule.waitForIdle()
        assertTrue("it was chosen for the card", isThere())
        tap("Show my photo")
        rule.waitForIdle()
        assertFalse("off is off", isThere())
    }
}
