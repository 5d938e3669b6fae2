// "AndroidKeyStore" for tests: keys in memory, a chip that is there or not, and keys that get lost.

package hearth.app

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.StrongBoxUnavailableException
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.UnrecoverableKeyException
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

private const val NAME = "AndroidKeyStore"

/** What it holds and how it behaves. */
class PretendKeyStore(val hasChip: Boolean = false) : AutoCloseable {
    val keys = mutableMapOf<String, SecretKey>()
    val read = mutableListOf<String>()

    /** Keys that are there and can't be read any more. */
    val unreadable = mutableSetOf<String>()

    /** What reading a key ends with, if it is to fail. */
    var fails: Exception? = null

    init {
        Security.removeProvider(NAME)
        Security.addProvider(Pretend(this))
    }

    override fun close() = Security.removeProvider(NAME)
}

private class Pretend(of: PretendKeyStore) : Provider(NAME, "1", "for tests") {
    init {
        putService(made("KeyStore", NAME) { Reading(of) })
        putService(made("KeyGenerator", "AES") { Making(of) })
    }

    private fun made(type: String, name: String, new: () -> Any) = object : Service(this, type, name, new.javaClass.name, null, null) {
        override fun newInstance(parameter: Any?): Any = new()
    }
}

private class Making(private val of: PretendKeyStore) : KeyGeneratorSpi() {
    private lateinit var spec: KeyGenParameterSpec

    override fun engineInit(spec: AlgorithmParameterSpec, random: SecureRandom?) {
        this.spec = spec as KeyGenParameterSpec
    }

    override fun engineGenerateKey(): SecretKey {
        if (spec.isStrongBoxBacked && !of.hasChip) throw StrongBoxUnavailableException()
        val bytes = ByteArray(spec.keySize / 8).also { SecureRandom().nextBytes(it) }
        return SecretKeySpec(bytes, "AES").also { of.keys[spec.keystoreAlias] = it }
    }

    override fun engineInit(random: SecureRandom?) = throw UnsupportedOperationException()
    override fun engineInit(size: Int, random: SecureRandom?) = throw UnsupportedOperationException()
}

private class Reading(private val of: PretendKeyStore) : KeyStoreSpi() {
    override fun engineGetKey(alias: String, password: CharArray?): Key? {
        of.fails?.let { throw it }
        of.read += alias
        if (alias in of.unreadable) throw UnrecoverableKeyException("for good")
        return of.keys[alias]
    }

    override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit
    override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit
    override fun engineAliases(): Enumeration<String> = Collections.enumeration(of.keys.keys)
    override fun engineContainsAlias(alias: String) = alias in of.keys
    override fun engineIsKeyEntry(alias: String) = alias in of.keys
    override fun engineSize() = of.keys.size
    override fun engineDeleteEntry(alias: String) {
        of.keys.remove(alias)
        of.unreadable -= alias
    }
    override fun engineGetCreationDate(alias: String): Date? = null
    override fun engineGetCertificate(alias: String): Certificate? = null
    override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null
    override fun engineGetCertificateAlias(certificate: Certificate?): String? = null
    override fun engineIsCertificateEntry(alias: String) = false
    override fun engineSetCertificateEntry(alias: String, certificate: Certificate?) = Unit
    override fun engineSetKeyEntry(alias: String, key: ByteArray?, chain: Array<Certificate>?) = Unit
    override fun engineSetKeyEntry(alias: String, key: Key?, password: CharArray?, chain: Array<Certificate>?) = Unit
}
