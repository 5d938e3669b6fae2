// To other apps and back: the dialler, the browser, the printer, whoever the person shares with.

package hearth.app.phone

import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.PersistableBundle
import android.provider.Settings
import androidx.core.content.FileProvider
import hearth.app.Browser
import hearth.app.Sharer
import java.io.File
import java.io.IOException

/** False where no app takes it. */
private fun start(context: Context, intent: Intent): Boolean = try {
    context.startActivity(intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    true
} catch (_: ActivityNotFoundException) {
    false
} catch (_: RuntimeException) {
    // There is such a page, and it is not for other apps; or it is more than one app can hand to another.
    false
}

/** The dialler with the number in it: the person presses call. No permission to call is asked. */
fun dial(context: Context, number: String): Boolean =
    start(context, Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))

/** The phone's settings. */
fun settings(context: Context): Boolean = start(context, Intent(Settings.ACTION_SETTINGS))

/**
 * The phone's own emergency information. No phone has to name that page to an app: Android's own settings
 * go there by this name, and a phone of another maker may have it elsewhere.
 */
fun medicalId(context: Context): Boolean = start(context, Intent("android.settings.EDIT_EMERGENCY_INFO"))

/** To the phone's clipboard, marked so that the phone shows nothing of it. */
fun copy(context: Context, text: String) {
    val clip = ClipData.newPlainText("Hearth", text)
    clip.description.extras = PersistableBundle().apply { putBoolean("android.content.extra.IS_SENSITIVE", true) }
    context.getSystemService(ClipboardManager::class.java).setPrimaryClip(clip)
}

/** The person's own browser, in a tab over this app where it can do that. */
class PhoneBrowser(private val context: Context) : Browser {
    override fun open(address: String): Boolean {
        val uri = Uri.parse(address)
        // Only what a browser opens: an address from outside must start no other app.
        val ours = uri.scheme == "https" || (uri.scheme == "http" && uri.host in LOOPBACK)
        if (!ours) return false
        val tab = Intent(Intent.ACTION_VIEW, uri).addCategory(Intent.CATEGORY_BROWSABLE)
        // A null session is all that makes a Custom Tab of it.
        tab.putExtras(android.os.Bundle().apply { putBinder("android.support.customtabs.extra.SESSION", null) })
        return start(context, tab)
    }

    private companion object {
        val LOOPBACK = setOf("127.0.0.1", "localhost")
    }
}

/** The phone's own list of apps to give something to. [failed]: it could not be given, and that is to be said. */
class PhoneSharer(private val context: Context, private val failed: () -> Unit = {}) : Sharer {
    override fun text(title: String, text: String) {
        send(title, Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text))
    }

    override fun file(title: String, name: String, type: String, bytes: ByteArray) {
        val folder = File(context.cacheDir, "shared").apply { mkdirs() }
        val file = File(folder, File(name).name)
        try {
            file.writeBytes(bytes)
        } catch (_: IOException) {
            // Nothing half written stays there in clear.
            file.delete()
            return failed()
        }
        val uri = FileProvider.getUriForFile(context, "${context.packageName}.shared", file)
        val intent = Intent(Intent.ACTION_SEND).setType(type).putExtra(Intent.EXTRA_STREAM, uri)
        intent.clipData = ClipData.newRawUri(name, uri)
        send(title, intent.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION))
    }

    private fun send(title: String, intent: Intent) {
        if (!start(context, Intent.createChooser(intent, title))) failed()
    }

    companion object {
        /** What was shared and is taken: no copy in clear stays here. */
        fun forget(context: Context) = File(context.cacheDir, "shared").deleteRecursively()
    }
}
