// The one activity, and what the process holds.

package hearth.app

import android.app.Application
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.provider.Settings
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import hearth.bridge.CoreDoors
import hearth.bridge.Keeping
import hearth.bridge.Moment
import java.io.File
import java.util.Locale
import java.util.TimeZone
import java.util.concurrent.Executors
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.asCoroutineDispatcher

/** Holds the session: it outlives a turned phone. */
class HearthApplication : Application() {
    val session: Session by lazy {
        // One thread: calls of the core take their turn, and none is on the thread that draws.
        val on = Executors.newSingleThreadExecutor().asCoroutineDispatcher()
        // The card lies where it can be read before the phone is unlocked for the first time.
        val card = File(createDeviceProtectedStorageContext().filesDir, "card").apply { mkdirs() }
        val store = File(filesDir, "store").apply { mkdirs() }
        val keeping = Keeping(
            store.path, card.path, PhoneKeys(), Locale.getDefault().toLanguageTag(), android.os.Build.MODEL,
        )
        Session(CoreDoors(keeping, on), Outside(::now, ::dial, ::medicalId), MainScope())
    }

    /** The phone's own settings: no phone has to name the page of its medical ID to an app. */
    private fun medicalId() =
        startActivity(Intent(Settings.ACTION_SETTINGS).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))

    private fun dial(number: String) {
        val digits = Uri.fromParts("tel", number, null)
        startActivity(Intent(Intent.ACTION_DIAL, digits).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    }
}

/** What this phone's clock says. */
fun now(): Moment {
    val ms = System.currentTimeMillis()
    return Moment(ms, TimeZone.getDefault().getOffset(ms) / 60_000)
}

/** Draws. Nothing of it is in the list of recent apps. */
class MainActivity : ComponentActivity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        enableEdgeToEdge()
        val session = (application as HearthApplication).session
        setContent { Root(session) }
    }
}
