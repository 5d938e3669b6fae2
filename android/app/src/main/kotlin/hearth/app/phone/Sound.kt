// Sound: reading aloud, and voice notes.

package hearth.app.phone

import android.content.Context
import android.content.pm.PackageManager
import android.media.MediaPlayer
import android.media.MediaRecorder
import android.os.Build
import android.speech.tts.TextToSpeech
import hearth.app.Recorder
import hearth.app.Voice
import java.io.File
import java.io.IOException
import java.util.Locale

/** The phone's own voice, started at its first word. Words go to no network voice where there is one of the phone's own. */
class PhoneVoice(private val context: Context) : Voice {
    private var speech: TextToSpeech? = null
    private var ready = false
    private var waiting: Pair<List<String>, Locale>? = null

    override fun say(lines: List<String>, language: String): Boolean {
        val locale = Locale.forLanguageTag(language)
        val speech = speech ?: TextToSpeech(context) { status ->
            ready = status == TextToSpeech.SUCCESS
            waiting?.let { (what, how) -> speak(what, how) }
            waiting = null
        }.also { speech = it }
        if (!ready) {
            waiting = lines to locale
            return true
        }
        return speech.isLanguageAvailable(locale) >= TextToSpeech.LANG_AVAILABLE && speak(lines, locale)
    }

    private fun speak(lines: List<String>, locale: Locale): Boolean {
        val speech = speech ?: return false
        if (speech.setLanguage(locale) < TextToSpeech.LANG_AVAILABLE) return false
        speech.voices?.firstOrNull { it.locale == locale && !it.isNetworkConnectionRequired }?.let { speech.voice = it }
        speech.stop()
        // Line by line, so that there is a pause after each step.
        lines.forEachIndexed { at, line -> speech.speak(line, TextToSpeech.QUEUE_ADD, null, "line-$at") }
        return true
    }

    override fun hush() {
        waiting = null
        speech?.stop()
    }
}

/**
 * A voice note: AAC, at most ten minutes. Its file in clear lives only while it is made or played; one that
 * a process left when it was ended goes when the next begins.
 */
class PhoneRecorder(private val context: Context, private val allow: ((Boolean) -> Unit) -> Unit) : Recorder {
    private var recording: MediaRecorder? = null
    private var playing: MediaPlayer? = null
    private var ended: () -> Unit = {}
    private val file get() = File(context.cacheDir, "voice-note.m4a")

    init {
        file.delete()
    }

    override val can get() = context.packageManager.hasSystemFeature(PackageManager.FEATURE_MICROPHONE)

    override fun begin(over: () -> Unit, begun: (Boolean) -> Unit) = allow { allowed -> begun(allowed && start(over)) }

    private fun start(over: () -> Unit): Boolean {
        stop()
        var made: MediaRecorder? = null
        return try {
            val recorder = (if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) MediaRecorder(context) else onOlderPhones()).also { made = it }
            recorder.setAudioSource(MediaRecorder.AudioSource.MIC)
            recorder.setOutputFormat(MediaRecorder.OutputFormat.MPEG_4)
            recorder.setAudioEncoder(MediaRecorder.AudioEncoder.AAC)
            recorder.setAudioEncodingBitRate(32_000)
            recorder.setMaxDuration(TEN_MINUTES)
            recorder.setOutputFile(file.path)
            recorder.setOnInfoListener { its, what, _ -> if (its === recording && what in ITS_END) over() }
            recorder.setOnErrorListener { its, _, _ -> if (its === recording) over() }
            recorder.prepare()
            recorder.start()
            recording = recorder
            true
        } catch (_: IOException) {
            nothingOf(made)
        } catch (_: RuntimeException) {
            // Another app has the microphone: the phone says so with a plain RuntimeException.
            nothingOf(made)
        }
    }

    private fun nothingOf(recorder: MediaRecorder?): Boolean {
        recorder?.release()
        file.delete()
        return false
    }

    @Suppress("DEPRECATION")
    private fun onOlderPhones() = MediaRecorder()

    override fun end(): ByteArray? {
        val recorder = recording ?: return null
        recording = null
        return try {
            recorder.stop()
            file.readBytes()
        } catch (_: RuntimeException) {
            // Stopped before there was any sound.
            null
        } catch (_: IOException) {
            // No room for it on the phone.
            null
        } finally {
            recorder.release()
            file.delete()
        }
    }

    override fun play(sound: ByteArray, ended: () -> Unit): Boolean {
        stop()
        var made: MediaPlayer? = null
        return try {
            file.writeBytes(sound)
            val player = MediaPlayer().also { made = it }
            player.setDataSource(file.path)
            player.setOnCompletionListener { stop() }
            player.prepare()
            player.start()
            playing = player
            this.ended = ended
            true
        } catch (_: IOException) {
            silence(made)
        } catch (_: RuntimeException) {
            silence(made)
        }
    }

    /** No sound that this phone can play, or no room to play it from. */
    private fun silence(player: MediaPlayer?): Boolean {
        player?.release()
        file.delete()
        return false
    }

    override fun stop() {
        playing?.release()
        playing = null
        // While something is said its file is being written.
        if (recording == null) file.delete()
        ended.also { ended = {} }()
    }

    private companion object {
        const val TEN_MINUTES = 600_000
        val ITS_END = setOf(MediaRecorder.MEDIA_RECORDER_INFO_MAX_DURATION_REACHED, MediaRecorder.MEDIA_RECORDER_INFO_MAX_FILESIZE_REACHED)
    }
}
