package hearth.app

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Color
import android.media.ExifInterface
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.app.phone.cardPhoto
import java.io.File
import kotlin.random.Random
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The photo on the card: made small, turned the right way up, and on the card only while the person shows it. */
@RunWith(AndroidJUnit4::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(qualifiers = PHONE)
class PhotoTest {
    @get:Rule val rule = createComposeRule()
    private val phone = FakePhone()
    private val over = OverCore(outside = phone::outside)
    private val file = File.createTempFile("photo", ".jpg")

    @After fun end() {
        over.close()
        file.delete()
    }

    /** Red above, blue below, with what no compression makes small; lying on its side if the camera was held so. */
    private fun taken(orientation: Int): File {
        val bitmap = Bitmap.createBitmap(2400, 1200, Bitmap.Config.ARGB_8888)
        val random = Random(2026)
        for (y in 0 until bitmap.height) for (x in 0 until bitmap.width) {
            val noise = random.nextInt(64)
            bitmap.setPixel(x, y, if (y < 600) Color.rgb(255 - noise, noise, 0) else Color.rgb(0, noise, 255 - noise))
        }
        file.outputStream().use { bitmap.compress(Bitmap.CompressFormat.JPEG, 95, it) }
        ExifInterface(file.path).apply {
            setAttribute(ExifInterface.TAG_ORIENTATION, orientation.toString())
            saveAttributes()
        }
        return file
    }

    private fun small(file: File) = cardPhoto { file.inputStream() }

    @Test
    fun a_photo_is_made_small_and_stands_upright_however_the_camera_was_held() {
        val upright = small(taken(1))
        assertTrue("${upright.size} bytes", upright.size in 1..64 * 1024)
        assertTrue("there was nothing to make small", file.length() > 64 * 1024)
        val one = BitmapFactory.decodeByteArray(upright, 0, upright.size)
        assertEquals(480 to 240, one.width to one.height)
        assertTrue(Color.red(one.getPixel(240, 40)) > 150)
        // Held on its right side: what was the left of the picture is its top.
        val turned = small(taken(6))
        val two = BitmapFactory.decodeByteArray(turned, 0, turned.size)
        assertEquals(240 to 480, two.width to two.height)
        assertTrue("red is to the right now", Color.red(two.getPixel(200, 240)) > 150)
        assertTrue(Color.blue(two.getPixel(40, 240)) > 150)
    }

    @Test
    fun what_is_no_photo_is_none() {
        file.writeText("a photo of a dog")
        assertEquals(0, small(file).size)
        file.writeBytes(ByteArray(0))
        assertEquals(0, small(file).size)
    }

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
        phone.photo = small(taken(1))
        tap("Choose a photo")
        rule.waitForIdle()
        assertTrue("it was chosen for the card", isThere())
        tap("Show my photo")
        rule.waitForIdle()
        assertFalse("off is off", isThere())
    }
}
