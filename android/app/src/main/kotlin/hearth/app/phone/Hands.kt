// What needs the activity in front: files to choose, permissions to ask for.

package hearth.app.phone

import android.Manifest
import android.app.NotificationManager
import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.Handler
import android.provider.OpenableColumns
import androidx.activity.ComponentActivity
import androidx.activity.result.ActivityResult
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.activity.result.contract.ActivityResultContracts.StartActivityForResult
import hearth.app.Chosen
import hearth.app.Papers
import hearth.app.Reminders
import hearth.app.Scanner
import java.io.File
import java.io.IOException
import java.util.UUID
import kotlin.concurrent.thread

/** No file that Hearth reads is larger: a backup with every photo and voice note. */
private const val MOST = 1L shl 30

/** Asks through one activity. Made in its onCreate; what it asked for is answered once. */
class Hands(val activity: ComponentActivity) {
    private var onPage: ((ActivityResult) -> Unit)? = null
    private var onAllowed: ((Boolean) -> Unit)? = null
    private val pages = activity.registerForActivityResult(StartActivityForResult()) { result ->
        onPage.also { onPage = null }?.invoke(result)
    }
    private val permission = activity.registerForActivityResult(RequestPermission()) { allowed ->
        onAllowed.also { onAllowed = null }?.invoke(allowed)
    }

    fun ask(page: Intent, answered: (ActivityResult) -> Unit) {
        onPage = answered
        pages.launch(page)
    }

    fun allow(what: String, done: (Boolean) -> Unit) {
        onAllowed = done
        permission.launch(what)
    }
}

/** Files by the phone's own chooser: this app sees none but the one that was chosen. */
class PhonePapers(private val context: Context, private val hands: () -> Hands?) : Papers {
    private val copies get() = File(context.cacheDir, "chosen")

    override fun choose(chosen: (Chosen?) -> Unit) {
        val front = hands() ?: return chosen(null)
        val page = Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("*/*")
        front.ask(page) { result -> beside(chosen) { result.data?.data?.let(::copied) } }
    }

    override fun keep(name: String, type: String, path: String, kept: (Boolean) -> Unit) {
        val front = hands() ?: return kept(false)
        val page = Intent(Intent.ACTION_CREATE_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType(type).putExtra(Intent.EXTRA_TITLE, name)
        front.ask(page) { result -> beside(kept) { result.data?.data?.let { write(File(path), it) } == true } }
    }

    override fun forget(path: String) {
        // No file but a copy of its own: never one that the person keeps.
        File(path).takeIf { it.parentFile == copies }?.delete()
    }

    /** A whole plan takes its time: nothing that is drawn waits for it. */
    private fun <T> beside(done: (T) -> Unit, work: () -> T) {
        thread {
            val came = work()
            Handler(context.mainLooper).post { done(came) }
        }
    }

    private fun copied(from: Uri): Chosen? {
        // Each its own: one that is being read is never written over.
        val file = File(copies.apply { mkdirs() }, UUID.randomUUID().toString())
        return try {
            context.contentResolver.openInputStream(from)?.use { input ->
                file.outputStream().use { output ->
                    val buffer = ByteArray(64 * 1024)
                    var all = 0L
                    while (true) {
                        val read = input.read(buffer)
                        if (read < 0) break
                        all += read
                        if (all > MOST) throw IOException("larger than any backup")
                        output.write(buffer, 0, read)
                    }
                }
                Chosen(named(from), file.path)
            }
        } catch (_: IOException) {
            file.delete()
            null
        } catch (_: SecurityException) {
            file.delete()
            null
        }
    }

    private fun named(from: Uri): String {
        val asked = arrayOf(OpenableColumns.DISPLAY_NAME)
        return context.contentResolver.query(from, asked, null, null, null)?.use { if (it.moveToFirst()) it.getString(0) else null }.orEmpty()
    }

    private fun write(file: File, to: Uri): Boolean = try {
        context.contentResolver.openOutputStream(to, "wt")?.use { output -> file.inputStream().use { it.copyTo(output) } } != null
    } catch (_: IOException) {
        false
    } catch (_: SecurityException) {
        false
    }
}

/**
 * A code, read by another app of this phone that reads codes for others. Hearth has no camera part of its
 * own and asks for no camera; the other app sees what is in the code, and nothing of the plan.
 */
class PhoneScanner(private val context: Context, private val hands: () -> Hands?) : Scanner {
    private val page get() = Intent("com.google.zxing.client.android.SCAN").putExtra("SCAN_MODE", "QR_CODE_MODE")

    override val can: Boolean get() = page.resolveActivity(context.packageManager) != null

    override fun scan(found: (String?) -> Unit) {
        val front = hands() ?: return found(null)
        try {
            front.ask(page) { result -> found(result.data?.getStringExtra("SCAN_RESULT")?.trim()?.take(MOST_CODE)?.ifEmpty { null }) }
        } catch (_: ActivityNotFoundException) {
            // It was taken off the phone meanwhile.
            found(null)
        }
    }

    private companion object {
        /** No address that a practice gives and no link is longer: the core takes at most this of a link. */
        const val MOST_CODE = 4_096
    }
}

/** From Android 13 the phone asks the person whether this app may remind; before, they may have said no in its settings. */
class PhoneReminders(private val hands: () -> Hands?) : Reminders {
    override fun allow(done: (Boolean) -> Unit) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) {
            val told = hands()?.activity?.getSystemService(NotificationManager::class.java)
            return done(told?.areNotificationsEnabled() == true)
        }
        hands()?.allow(Manifest.permission.POST_NOTIFICATIONS, done) ?: done(false)
    }
}
