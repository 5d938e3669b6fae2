// The emergency card over the lock screen.

package hearth.app.card

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.graphics.BitmapFactory
import android.os.Build
import android.os.Bundle
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.displayCutout
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.systemBars
import androidx.compose.foundation.layout.union
import androidx.compose.material3.Scaffold
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap
import androidx.compose.ui.res.stringResource
import androidx.core.content.ContextCompat
import hearth.app.R
import hearth.app.now
import hearth.app.Voice
import hearth.app.phone.PhoneVoice
import hearth.app.phone.dial
import hearth.app.phone.inChosenLanguage
import hearth.bridge.OpenCard
import hearth.ui.HearthTheme
import hearth.ui.screens.CardScreen
import hearth.ui.screens.CardTroubleScreen
import hearth.ui.screens.spoken
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Shown over the lock screen, and the one screen that may be photographed: it is for a stranger. */
class CardActivity : ComponentActivity() {
    private val voice: Voice = PhoneVoice(this)

    /** How often it was to be read: what stood there before the last time may be an old card. */
    private var asked by mutableIntStateOf(0)

    /** The phone was unlocked, or another day began, while the card is drawn. */
    private val otherwise = object : BroadcastReceiver() {
        override fun onReceive(context: Context, intent: Intent) {
            asked++
        }
    }

    override fun attachBaseContext(base: Context) = super.attachBaseContext(inChosenLanguage(base))

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O_MR1) setShowWhenLocked(true) else showOnOlderPhones()
        enableEdgeToEdge()
        val path = CardPath(this)
        setContent { HearthTheme { Card(path, voice, asked) { dial(this, it) } } }
    }

    override fun onStart() {
        super.onStart()
        asked++
        ContextCompat.registerReceiver(this, otherwise, OTHERWISE, ContextCompat.RECEIVER_NOT_EXPORTED)
    }

    /** Touched again, at the tile or the widget, while it is drawn already. */
    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        asked++
    }

    override fun onStop() {
        super.onStop()
        unregisterReceiver(otherwise)
        voice.hush()
    }

    @Suppress("DEPRECATION")
    private fun showOnOlderPhones() = window.addFlags(WindowManager.LayoutParams.FLAG_SHOW_WHEN_LOCKED)

    private companion object {
        /** The phone itself sends these, and nobody else can. */
        val OTHERWISE = IntentFilter().apply {
            for (what in listOf(Intent.ACTION_USER_UNLOCKED, Intent.ACTION_DATE_CHANGED, Intent.ACTION_TIME_CHANGED, Intent.ACTION_TIMEZONE_CHANGED)) addAction(what)
        }
    }
}

/**
 * The number to dial and the safety line stand there from the first frame; the card when it is read. It is read again
 * with every new [asked]; what did not open then is not drawn as it was before.
 */
@Composable
fun Card(path: CardPath, voice: Voice, asked: Int, onCall: (String) -> Unit) = Scaffold(contentWindowInsets = WindowInsets.systemBars.union(WindowInsets.displayCutout)) { room ->
    var card by remember { mutableStateOf<OpenCard?>(null) }
    var photo by remember { mutableStateOf<ImageBitmap?>(null) }
    var why by remember { mutableStateOf<WhyNoCard?>(null) }
    LaunchedEffect(path, asked) {
        try {
            card = withContext(Dispatchers.IO) { path.file.open(now()) }
            photo = withContext(Dispatchers.IO) {
                path.file.photo()?.let { BitmapFactory.decodeByteArray(it, 0, it.size) }?.asImageBitmap()
            }
            why = null
        } catch (gone: NoCard) {
            card = null
            photo = null
            why = gone.why
        }
    }
    val emergency = stringResource(R.string.emergency_number)
    Column(Modifier.padding(room).fillMaxSize()) {
        card?.let { CardScreen(it, emergency, onCall, photo = photo) { voice.say(it.spoken(), it.language) } } ?: CardTroubleScreen(
            stringResource(CARD_NAME), why?.let { stringResource(it.sentence()) }, stringResource(R.string.life_at_risk), emergency, onCall,
        )
    }
}
