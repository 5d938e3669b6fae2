// Who is there: the phone's own finger, face or code.

package hearth.app.phone

import android.app.Activity
import android.app.KeyguardManager
import android.content.Intent
import android.hardware.biometrics.BiometricManager.Authenticators.BIOMETRIC_WEAK
import android.hardware.biometrics.BiometricManager.Authenticators.DEVICE_CREDENTIAL
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import androidx.annotation.RequiresApi
import hearth.app.Asker

/**
 * From Android 11 the phone's own prompt with its code as a way out; before that the phone's own
 * page for its code. [hands] is the activity in front.
 */
class PhoneAsker(private val keyguard: KeyguardManager?, private val hands: () -> Hands?) : Asker {
    override val can: Boolean get() = keyguard?.isDeviceSecure == true

    override fun ask(words: String, answered: (Boolean) -> Unit) {
        val front = hands() ?: return answered(false)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) prompt(front.activity, words, answered) else page(front, words, answered)
    }

    @RequiresApi(Build.VERSION_CODES.R)
    private fun prompt(activity: Activity, words: String, answered: (Boolean) -> Unit) {
        val prompt = BiometricPrompt.Builder(activity).setTitle(words)
            .setAllowedAuthenticators(BIOMETRIC_WEAK or DEVICE_CREDENTIAL).build()
        val heard = object : BiometricPrompt.AuthenticationCallback() {
            override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult?) = answered(true)
            override fun onAuthenticationError(code: Int, said: CharSequence?) = answered(false)
        }
        prompt.authenticate(CancellationSignal(), activity.mainExecutor, heard)
    }

    @Suppress("DEPRECATION")
    private fun page(front: Hands, words: String, answered: (Boolean) -> Unit) {
        val page: Intent = keyguard?.createConfirmDeviceCredentialIntent(words, null) ?: return answered(false)
        front.ask(page) { answered(it.resultCode == Activity.RESULT_OK) }
    }
}
