// The one activity of the plan, and what the process holds.

package hearth.app

import android.Manifest
import android.app.Application
import android.app.KeyguardManager
import android.content.Context
import android.content.Intent
import android.os.Build
import android.os.Bundle
import android.os.UserManager
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.lifecycle.lifecycleScope
import androidx.work.Configuration
import hearth.app.card.CardPath
import hearth.app.card.CardWidget
import hearth.app.phone.Hands
import hearth.app.phone.KeptChoices
import hearth.app.phone.PhoneAsker
import hearth.app.phone.PhoneBrowser
import hearth.app.phone.PhoneFonts
import hearth.app.phone.PhonePapers
import hearth.app.phone.PhonePhotos
import hearth.app.phone.PhonePrinter
import hearth.app.phone.PhoneRecorder
import hearth.app.phone.PhoneReminders
import hearth.app.phone.PhoneScanner
import hearth.app.phone.PhoneSharer
import hearth.app.phone.PhoneVoice
import hearth.app.phone.SealedDrafts
import hearth.app.phone.copy
import hearth.app.phone.dial
import hearth.app.phone.inChosenLanguage
import hearth.app.phone.medicalId
import hearth.app.phone.planWork
import hearth.app.phone.settings
import hearth.bridge.CoreDoors
import hearth.bridge.Keeping
import hearth.bridge.Moment
import java.io.File
import java.util.Locale
import java.util.TimeZone
import java.util.concurrent.Executors
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.launch

/** What lies where among the app's files; the rules of backup name the second only. */
object HearthFiles {
    const val STORE = "store"
    const val BACKUP = "backup/plan.hearth"
    const val TYPED = "typed"
}

/**
 * Holds the session: it outlives a turned phone. Nothing is opened here before a screen of the plan
 * or a worker asks: this process also draws the card, which needs none of it.
 */
class HearthApplication : Application(), Configuration.Provider {
    val choices: Choices by lazy { KeptChoices(CardPath.apart(this)) }

    /** The activity in front, where there is one. */
    var hands: Hands? = null

    val session: Session by lazy {
        // One thread: calls of the core take their turn, and none is on the thread that draws. What asks the network or
        // takes whole files goes beside it.
        val on = Executors.newSingleThreadExecutor().asCoroutineDispatcher()
        val store = File(filesDir, HearthFiles.STORE).apply { mkdirs() }
        val card = CardPath.folder(this).apply { mkdirs() }
        val language = choices.language ?: Locale.getDefault().toLanguageTag()
        val keeping = Keeping(store.path, card.path, PhoneKeys(::unlocked), language, Build.MODEL)
        Session(CoreDoors(keeping, on, Dispatchers.IO), outside(), MainScope())
    }

    private fun unlocked() = getSystemService(UserManager::class.java)?.isUserUnlocked != false

    private fun outside(): Outside {
        val backup = File(filesDir, HearthFiles.BACKUP).apply { parentFile?.mkdirs() }
        val front = { hands }
        return Outside(
            now = ::now,
            dial = { dial(this, it) },
            card = CardPath(this).file,
            medicalId = { medicalId(this) },
            settings = { settings(this) },
            browser = PhoneBrowser(this),
            printer = PhonePrinter { hands?.activity },
            sharer = PhoneSharer(this) { session.say(inChosenLanguage(this).getString(hearth.ui.R.string.share_failed)) },
            fonts = PhoneFonts(),
            clipboard = { copy(this, it) },
            papers = PhonePapers(this, front),
            photos = PhonePhotos(this, front),
            voice = PhoneVoice(this),
            recorder = PhoneRecorder(this) { done -> hands?.allow(Manifest.permission.RECORD_AUDIO, done) ?: done(false) },
            scanner = PhoneScanner(this, front),
            choices = choices,
            lock = Lock(PhoneAsker(getSystemService(KeyguardManager::class.java), front), choices),
            reminders = PhoneReminders(front),
            drafts = SealedDrafts(File(filesDir, HearthFiles.TYPED), StoreKey("typed", ::unlocked, inChip = false)),
            backupFile = backup.path,
            speak = { tag ->
                choices.language = tag
                hands?.activity?.recreate()
            },
        )
    }

    // Not started with the process: the card must wait for no database of a library.
    override val workManagerConfiguration: Configuration get() = Configuration.Builder().build()
}

/** What this phone's clock says. */
fun now(): Moment {
    val ms = System.currentTimeMillis()
    return Moment(ms, TimeZone.getDefault().getOffset(ms) / 60_000)
}

/** Draws the plan. Nothing of it is in the list of recent apps, and no other app sees it. */
class MainActivity : ComponentActivity() {
    private val held get() = application as HearthApplication
    private lateinit var hands: Hands

    override fun attachBaseContext(base: Context) = super.attachBaseContext(inChosenLanguage(base))

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        enableEdgeToEdge()
        hands = Hands(this)
        val session = held.session
        // A turned phone brings the same intent again: what it brought was taken.
        if (savedInstanceState == null) take(intent)
        setContent { Root(session) }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        take(intent)
    }

    private fun take(intent: Intent?) {
        if (intent?.action != Intent.ACTION_VIEW) return
        linkAnswer(intent.dataString)?.let(held.session::returned)
    }

    override fun onStart() {
        super.onStart()
        lifecycleScope.launch { held.session.catchUp() }
    }

    override fun onResume() {
        super.onResume()
        held.hands = hands
    }

    override fun onStop() {
        super.onStop()
        val session = held.session
        session.outside.voice.hush()
        if (!isChangingConfigurations) {
            session.leave()
            session.outside.lock.left()
            CardWidget.refresh(this)
            planWork(applicationContext, held.choices)
        }
    }

    override fun onDestroy() {
        if (held.hands === hands) held.hands = null
        super.onDestroy()
    }
}
