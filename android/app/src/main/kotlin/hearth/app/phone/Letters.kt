// The phone's own fonts: files under an open licence, which may be put into a PDF.

package hearth.app.phone

import hearth.app.Fonts
import java.io.File
import java.io.IOException

/** Those in [folder]. Which letters a plan is written in nobody has to know: what the first has no letter for the next draws. */
class PhoneFonts(private val folder: File = File("/system/fonts")) : Fonts {
    override fun files(every: Boolean): List<ByteArray> {
        val all = folder.listFiles().orEmpty().filter { it.extension.lowercase() in KINDS && it.canRead() }.sortedBy { it.name }
        val plain = all.filter { OTHERS.none { other -> other in it.name } }
        val wanted = FIRST.flatMap { first -> plain.filter { it.name.startsWith(first) } } +
            plain.filter { it.name.startsWith("Noto") && (every || it.length() <= SMALL) }
        // Where a maker's phone has none of these, whatever it has.
        return wanted.ifEmpty { all }.distinct().take(MOST).mapNotNull(::read)
    }

    private fun read(file: File): ByteArray? = try {
        file.readBytes()
    } catch (_: IOException) {
        null
    }

    private companion object {
        val KINDS = setOf("ttf", "otf", "ttc")

        /** In this order: Naskh before Nastaliq, which readers of a PDF read better. */
        val FIRST = listOf("Roboto-Regular", "Roboto-Bold", "NotoSans-Regular", "NotoSans-Bold", "NotoNaskhArabic-Regular")

        /** Letters of another shape, of screens, or in pictures. */
        val OTHERS = listOf("Italic", "Mono", "UI", "Emoji", "Serif", "Condensed", "Light", "Thin", "Medium", "Black")

        /** Beyond this it is a font of Chinese, Japanese and Korean. */
        const val SMALL = 1_500_000L

        /** The core looks at no more. */
        const val MOST = 64
    }
}
