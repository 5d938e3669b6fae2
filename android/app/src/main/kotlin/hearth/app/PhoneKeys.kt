// The phone's own key store: an AES key for each item, in hardware where there is some.

package hearth.app

import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import hearth.bridge.KeyFault
import hearth.bridge.KeyItem
import hearth.bridge.KeyStore
import java.security.GeneralSecurityException
import java.security.InvalidKeyException
import java.security.UnrecoverableKeyException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

private const val STORE = "AndroidKeyStore"
private const val NONCE = 12

/**
 * Wraps with keys that never leave the phone's key store and need nobody present. Whoever erases
 * the app's data erases them. There is no counter: Android has none that outlives the app's data.
 */
class PhoneKeys(unlocked: () -> Boolean = { true }) : KeyStore {
    private val keys = KeyItem.entries.associateWith { StoreKey(it.name.lowercase(), unlocked) }

    override fun wrap(item: KeyItem, secret: ByteArray): ByteArray = keys.getValue(item).wrap(secret)
    override fun unwrap(item: KeyItem, wrapped: ByteArray): ByteArray = keys.getValue(item).unwrap(wrapped)
    override fun counter(): Long? = null
    override fun advance(to: Long) = Unit
}

/** One key of the phone's key store. [inChip]: in a chip of its own, where the phone has one; that is slow. */
class StoreKey(name: String, private val unlocked: () -> Boolean = { true }, private val inChip: Boolean = true) {
    private val alias = "hearth-$name"
    private val store: java.security.KeyStore get() = java.security.KeyStore.getInstance(STORE).apply { load(null) }

    fun wrap(secret: ByteArray): ByteArray = told {
        val cipher = Cipher.getInstance("AES/GCM/NoPadding")
        val key = try {
            key() ?: made()
        } catch (lost: UnrecoverableKeyException) {
            anew(lost)
        }
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key)
        } catch (lost: InvalidKeyException) {
            cipher.init(Cipher.ENCRYPT_MODE, anew(lost))
        }
        cipher.iv + cipher.doFinal(secret)
    }

    fun unwrap(wrapped: ByteArray): ByteArray = told {
        val key = key() ?: throw KeyFault(if (unlocked()) KeyFault.Why.Lost else KeyFault.Why.Locked)
        if (wrapped.size <= NONCE) throw KeyFault(KeyFault.Why.Changed)
        val cipher = Cipher.getInstance("AES/GCM/NoPadding")
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(128, wrapped, 0, NONCE))
        cipher.doFinal(wrapped, NONCE, wrapped.size - NONCE)
    }

    private fun key(): SecretKey? = store.getKey(alias, null) as SecretKey?

    /**
     * In place of a key that can't be read: what it wrapped is lost already, and what is wrapped now takes its place
     * (the recovery words were typed). Before the first unlock nothing is replaced: then it passes.
     */
    private fun anew(why: GeneralSecurityException): SecretKey {
        if (!unlocked()) throw why
        store.deleteEntry(alias)
        return made()
    }

    private fun made(): SecretKey = try {
        made(strongBox = inChip && Build.VERSION.SDK_INT >= Build.VERSION_CODES.P)
    } catch (_: java.security.ProviderException) {
        // StrongBoxUnavailableException is one of these: this phone has no chip of its own for keys.
        made(strongBox = false)
    }

    private fun made(strongBox: Boolean): SecretKey {
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val spec = KeyGenParameterSpec.Builder(alias, purposes)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
        if (strongBox && Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) spec.setIsStrongBoxBacked(true)
        val generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE)
        generator.init(spec.build())
        return generator.generateKey()
    }

    private fun <T> told(work: () -> T): T = try {
        work()
    } catch (gone: KeyPermanentlyInvalidatedException) {
        throw KeyFault(KeyFault.Why.Lost)
    } catch (other: AEADBadTagException) {
        throw KeyFault(KeyFault.Why.Changed)
    } catch (failed: GeneralSecurityException) {
        throw failed()
    } catch (failed: java.security.ProviderException) {
        throw failed()
    } catch (failed: java.io.IOException) {
        throw failed()
    }

    /** Before the first unlock a failure passes: nobody is to be asked for their words then. */
    private fun failed() = KeyFault(if (unlocked()) KeyFault.Why.Failed else KeyFault.Why.Locked)
}
