// The photo on the emergency card, by the phone's own picker.

package hearth.app.phone

import android.content.Context
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Matrix
import android.media.ExifInterface
import android.net.Uri
import android.os.Handler
import androidx.activity.result.PickVisualMediaRequest
import androidx.activity.result.contract.ActivityResultContracts.PickVisualMedia
import androidx.activity.result.contract.ActivityResultContracts.PickVisualMedia.ImageOnly
import hearth.app.Photos
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream
import kotlin.concurrent.thread

/** This app sees the one photo that was chosen, and asks for no permission. */
class PhonePhotos(private val context: Context, private val hands: () -> Hands?) : Photos {
    override fun choose(chosen: (ByteArray?) -> Unit) {
        val front = hands() ?: return chosen(null)
        front.ask(PickVisualMedia().createIntent(context, PickVisualMediaRequest(ImageOnly))) { result ->
            val from = result.data?.data ?: return@ask chosen(null)
            // A photo of many megapixels takes its time.
            thread {
                val small = small(from)
                Handler(context.mainLooper).post { chosen(small) }
            }
        }
    }

    private fun small(from: Uri): ByteArray = try {
        val read = { context.contentResolver.openInputStream(from) ?: throw IOException("it is gone") }
        cardPhoto(read)
    } catch (_: IOException) {
        NO_PHOTO
    } catch (_: SecurityException) {
        NO_PHOTO
    }
}

private val NO_PHOTO = ByteArray(0)

/** As many dots as the longer side may have: a face on a card. */
private const val LONGER = 480

/** What the core takes. */
private const val MOST_PHOTO = 64 * 1024

/** A photo made small enough for the card and turned the right way up; empty where it is none. Asks [read] three times. */
fun cardPhoto(read: () -> InputStream): ByteArray {
    val size = BitmapFactory.Options().apply { inJustDecodeBounds = true }
    read().use { BitmapFactory.decodeStream(it, null, size) }
    val longer = maxOf(size.outWidth, size.outHeight)
    if (longer <= 0) return NO_PHOTO
    val rough = BitmapFactory.Options().apply { inSampleSize = Integer.highestOneBit(maxOf(1, longer / LONGER)) }
    val drawn = read().use { BitmapFactory.decodeStream(it, null, rough) } ?: return NO_PHOTO
    val scale = minOf(1f, LONGER.toFloat() / maxOf(drawn.width, drawn.height))
    val turn = Matrix().apply { setScale(scale, scale) }
    when (read().use { ExifInterface(it) }.getAttributeInt(ExifInterface.TAG_ORIENTATION, 1)) {
        2 -> turn.postScale(-1f, 1f)
        3 -> turn.postRotate(180f)
        4 -> turn.postScale(1f, -1f)
        5 -> { turn.postRotate(90f); turn.postScale(-1f, 1f) }
        6 -> turn.postRotate(90f)
        7 -> { turn.postRotate(270f); turn.postScale(-1f, 1f) }
        8 -> turn.postRotate(270f)
    }
    val photo = Bitmap.createBitmap(drawn, 0, 0, drawn.width, drawn.height, turn, true)
    for (quality in listOf(85, 70, 55, 40, 25)) {
        val bytes = ByteArrayOutputStream().also { photo.compress(Bitmap.CompressFormat.JPEG, quality, it) }.toByteArray()
        if (bytes.size <= MOST_PHOTO) return bytes
    }
    return NO_PHOTO
}
