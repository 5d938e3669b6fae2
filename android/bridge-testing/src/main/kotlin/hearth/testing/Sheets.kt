// Many pictures on one sheet, to be looked at together.

package hearth.testing

import java.awt.Color
import java.awt.RenderingHints
import java.awt.image.BufferedImage
import java.io.File
import javax.imageio.ImageIO

object Sheets {
    /** Lays every picture of a folder beside the others, at half its size. */
    fun of(folder: File, to: File) {
        val pictures = folder.listFiles().orEmpty().filter { it.extension == "png" }.sorted().map { ImageIO.read(it) }
        if (pictures.isEmpty()) return
        val (width, height) = pictures.maxOf { it.width } / 2 to pictures.maxOf { it.height } / 2
        val across = 5
        val gap = 12
        val down = (pictures.size + across - 1) / across
        val sheet = BufferedImage((width + gap) * across + gap, (height + gap) * down + gap, BufferedImage.TYPE_INT_RGB)
        val pen = sheet.createGraphics()
        pen.color = Color.GRAY
        pen.fillRect(0, 0, sheet.width, sheet.height)
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC)
        pictures.forEachIndexed { at, picture ->
            val (x, y) = gap + (at % across) * (width + gap) to gap + (at / across) * (height + gap)
            pen.drawImage(picture, x, y, width, height, null)
        }
        pen.dispose()
        ImageIO.write(sheet, "png", to)
    }
}
