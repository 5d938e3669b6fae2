package hearth.app

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Color
import android.media.ExifInterface
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.app.phone.cardPhoto
import java.io.File
import kotlin.random.Random
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.GraphicsMode

/**
 * The photo for the card: made small and turned the right way up.
 *
 * Drawing by the machine's own library loads every class anew, and the core calls back into those that asked first: no
 * test of this class may touch the core.
 */
@RunWith(AndroidJUnit4::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class PhotoTest {
    private val file = File.createTempFile("photo", ".jpg")

    @After fun end() {
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
}
