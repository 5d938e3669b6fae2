// Half-typed words on the disk: one file, sealed with a key that the phone's key store wraps.

package hearth.app.phone

import android.util.AtomicFile
import hearth.app.FoundDrafts
import hearth.app.KeptDrafts
import hearth.app.StoreKey
import hearth.bridge.KeyFault
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.DataInputStream
import java.io.DataOutputStream
import java.io.File
import java.io.FileNotFoundException
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.SecureRandom
import javax.crypto.Cipher
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec

private const val FORM = 1
private const val NONCE = 12
private const val TAG = 16
private val BOUND = "hearth typed 1".toByteArray()

/**
 * The key store wraps 32 bytes only, once a process: it is slow, and its calls are small. The key [of] these words is
 * their own, so that whatever happens to it nothing of the plan is touched.
 */
class SealedDrafts(private val file: File, private val of: StoreKey) : KeptDrafts {
    private class Key(val bytes: ByteArray, val wrapped: ByteArray)

    private var key: Key? = null
    private val whole = AtomicFile(file)

    override fun read(): FoundDrafts? {
        val bytes = try {
            whole.readFully()
        } catch (_: FileNotFoundException) {
            return FoundDrafts(emptyMap())
        } catch (_: IOException) {
            return null
        }
        return try {
            FoundDrafts(opened(bytes))
        } catch (gone: KeyFault) {
            if (gone.why == KeyFault.Why.Lost || gone.why == KeyFault.Why.Changed) nobodyReadsIt() else null
        } catch (_: GeneralSecurityException) {
            nobodyReadsIt()
        } catch (_: IOException) {
            nobodyReadsIt()
        }
    }

    private fun nobodyReadsIt(): FoundDrafts {
        setAside()
        return FoundDrafts(emptyMap(), lost = true)
    }

    override fun write(all: Map<String, String>): Boolean {
        if (all.isEmpty()) {
            whole.delete()
            return true
        }
        return try {
            val bytes = sealed(all)
            file.parentFile?.mkdirs()
            val out = whole.startWrite()
            try {
                out.write(bytes)
                whole.finishWrite(out)
            } catch (full: IOException) {
                whole.failWrite(out)
                throw full
            }
            true
        } catch (_: KeyFault) {
            false
        } catch (_: IOException) {
            false
        } catch (_: GeneralSecurityException) {
            false
        }
    }

    /** One at most: what was put aside before that goes. */
    override fun setAside() {
        file.renameTo(File(file.path + ".aside"))
    }

    private fun sealed(all: Map<String, String>): ByteArray {
        val key = key ?: ByteArray(32).let { fresh ->
            SecureRandom().nextBytes(fresh)
            Key(fresh, of.wrap(fresh))
        }.also { key = it }
        val nonce = ByteArray(NONCE).also { SecureRandom().nextBytes(it) }
        val plain = ByteArrayOutputStream().also { bytes ->
            DataOutputStream(bytes).run {
                writeInt(all.size)
                all.forEach { (box, text) -> text(box); text(text) }
            }
        }.toByteArray()
        val cipher = cipher(Cipher.ENCRYPT_MODE, key.bytes, nonce)
        return ByteArrayOutputStream().also { bytes ->
            DataOutputStream(bytes).run {
                writeByte(FORM)
                writeShort(key.wrapped.size)
                write(key.wrapped)
                write(nonce)
                write(cipher.doFinal(plain))
            }
        }.toByteArray()
    }

    private fun opened(bytes: ByteArray): Map<String, String> {
        val from = DataInputStream(ByteArrayInputStream(bytes))
        if (from.readByte().toInt() != FORM) throw IOException("another form")
        val wrapped = ByteArray(from.readUnsignedShort()).also { from.readFully(it) }
        val nonce = ByteArray(NONCE).also { from.readFully(it) }
        val rest = ByteArray(from.available()).also { from.readFully(it) }
        if (rest.size < TAG) throw IOException("too short")
        val secret = of.unwrap(wrapped)
        val plain = cipher(Cipher.DECRYPT_MODE, secret, nonce).doFinal(rest)
        key = Key(secret, wrapped)
        return DataInputStream(ByteArrayInputStream(plain)).run { (1..readInt()).associate { text() to text() } }
    }

    private fun cipher(mode: Int, key: ByteArray, nonce: ByteArray) = Cipher.getInstance("AES/GCM/NoPadding").apply {
        init(mode, SecretKeySpec(key, "AES"), GCMParameterSpec(TAG * 8, nonce))
        updateAAD(BOUND)
    }
}

private fun DataOutputStream.text(text: String) = text.toByteArray().let {
    writeInt(it.size)
    write(it)
}

private fun DataInputStream.text(): String {
    val long = readInt()
    if (long !in 0..available()) throw IOException("longer than what there is")
    return String(ByteArray(long).also { readFully(it) })
}
