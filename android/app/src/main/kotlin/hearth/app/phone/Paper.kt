// On paper: a PDF as the core drew it, or plain lines laid out on the pages of whichever printer the person chooses.

package hearth.app.phone

import android.content.Context
import android.graphics.pdf.PdfDocument
import android.os.Bundle
import android.os.CancellationSignal
import android.os.ParcelFileDescriptor
import android.print.PageRange
import android.print.PrintAttributes
import android.print.PrintDocumentAdapter
import android.print.PrintDocumentInfo
import android.print.PrintManager
import android.print.pdf.PrintedPdfDocument
import android.text.Layout
import android.text.StaticLayout
import android.text.TextPaint
import android.os.ParcelFileDescriptor.AutoCloseOutputStream
import hearth.app.Printer
import java.io.IOException

private const val MARGIN = 54
private const val SIZE = 13f

/** The phone's printing. [context] is the activity in front: the phone asks for one. */
class PhonePrinter(private val context: () -> Context?) : Printer {
    override fun print(title: String, text: String) = print(title) { TextPages(it, title, text) }
    override fun pdf(title: String, pdf: ByteArray) = print(title) { PdfPages(title, pdf) }

    private fun print(title: String, pages: (Context) -> PrintDocumentAdapter): Boolean {
        val front = context() ?: return false
        val manager = front.getSystemService(PrintManager::class.java) ?: return false
        manager.print(title, pages(front), null)
        return true
    }
}

/** A PDF as it is: the phone's printing writes it out from memory, and it lies in no file of ours. */
private class PdfPages(private val title: String, private val pdf: ByteArray) : PrintDocumentAdapter() {
    override fun onLayout(old: PrintAttributes?, new: PrintAttributes, cancel: CancellationSignal?, done: LayoutResultCallback, extras: Bundle?) {
        val info = PrintDocumentInfo.Builder("$title.pdf").setContentType(PrintDocumentInfo.CONTENT_TYPE_DOCUMENT).build()
        done.onLayoutFinished(info, old != new)
    }

    override fun onWrite(pages: Array<PageRange>, to: ParcelFileDescriptor, cancel: CancellationSignal?, done: WriteResultCallback) {
        try {
            AutoCloseOutputStream(to).use { it.write(pdf) }
            done.onWriteFinished(arrayOf(PageRange.ALL_PAGES))
        } catch (failed: IOException) {
            done.onWriteFailed(failed.localizedMessage)
        }
    }
}

/** A text over as many pages as it takes. */
private class TextPages(private val context: Context, private val title: String, private val text: String) : PrintDocumentAdapter() {
    private var attributes: PrintAttributes? = null

    override fun onLayout(old: PrintAttributes?, new: PrintAttributes, cancel: CancellationSignal?, done: LayoutResultCallback, extras: Bundle?) {
        attributes = new
        val info = PrintDocumentInfo.Builder(title).setContentType(PrintDocumentInfo.CONTENT_TYPE_DOCUMENT).build()
        done.onLayoutFinished(info, old != new)
    }

    override fun onWrite(pages: Array<PageRange>, to: ParcelFileDescriptor, cancel: CancellationSignal?, done: WriteResultCallback) {
        val document = PrintedPdfDocument(context, attributes ?: return done.onWriteCancelled())
        try {
            lay(document)
            AutoCloseOutputStream(to).use(document::writeTo)
            done.onWriteFinished(arrayOf(PageRange.ALL_PAGES))
        } catch (failed: IOException) {
            done.onWriteFailed(failed.localizedMessage)
        } finally {
            document.close()
        }
    }

    private fun lay(document: PrintedPdfDocument) {
        val (wide, high) = document.pageWidth - 2 * MARGIN to document.pageHeight - 2 * MARGIN
        val paint = TextPaint(TextPaint.ANTI_ALIAS_FLAG).apply { textSize = SIZE }
        val layout = StaticLayout.Builder.obtain(text, 0, text.length, paint, wide).setAlignment(Layout.Alignment.ALIGN_NORMAL).build()
        var line = 0
        var number = 1
        while (line < layout.lineCount) {
            val top = layout.getLineTop(line)
            var end = line + 1
            while (end < layout.lineCount && layout.getLineBottom(end) - top <= high) end++
            val page: PdfDocument.Page = document.startPage(number++)
            page.canvas.translate(MARGIN.toFloat(), (MARGIN - top).toFloat())
            page.canvas.clipRect(0, top, wide, layout.getLineBottom(end - 1))
            layout.draw(page.canvas)
            document.finishPage(page)
            line = end
        }
    }
}
