// The card file, opened with the phone's own crypto: no core, no plan, no network, no key but the card's own.

package hearth.app.card

import hearth.bridge.KeyFault
import hearth.bridge.Moment
import hearth.bridge.OpenCard
import java.io.File
import java.io.IOException
import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.NoSuchFileException
import java.nio.file.attribute.BasicFileAttributes
import java.security.GeneralSecurityException
import javax.crypto.Cipher
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec

/** Why there is no card to draw. Nothing is written or deleted, whatever the files hold. */
enum class WhyNoCard { Missing, Unreadable, TooLarge, NewerVersion, NotThis, Malformed }

/** The card did not open. */
class NoCard(val why: WhyNoCard) : Exception(why.name)

private const val MOST_CARD = 256 * 1024
private const val MOST_PHOTO = 64 * 1024
private const val MOST_KEY = 8 * 1024
private const val NONCE = 12
private const val TAG = 16
private val HEAD = byteArrayOf(1) + "card".toByteArray()
private val OVERHEAD = HEAD.size + NONCE + TAG

/**
 * A card folder. [unwrap] is the one key-store item that this path reads. The file's form is in
 * core/card/README.md; tests/vectors/card holds a file to try against.
 */
class CardFile(private val folder: File, private val unwrap: (ByteArray) -> ByteArray) {
    /** The card as it is at [now]. Throws [NoCard]. */
    fun open(now: Moment): OpenCard {
        val next = File(folder, "card.next")
        // Asked before the card is read: an edit that ends in between warns once too often, never once too little.
        val behind = Files.exists(next.toPath(), LinkOption.NOFOLLOW_LINKS)
        return opened { key ->
            val text = try {
                sealed("card", MOST_CARD, "hearth card 1", key)
            } catch (gone: NoCard) {
                if (!behind) throw gone
                try {
                    sealed("card.next", MOST_CARD, "hearth card 1", key)
                } catch (ofNext: NoCard) {
                    throw if (gone.why == WhyNoCard.Missing) ofNext else gone
                }
            }
            cardOf(text, now, behind)
        }
    }

    /** The photo, a JPEG; none where it does not open. The card is drawn without it. */
    fun photo(): ByteArray? = try {
        opened { key -> sealed("card.photo", MOST_PHOTO, "hearth card photo 1", key) }
    } catch (_: NoCard) {
        null
    }

    private fun <T> opened(work: (ByteArray) -> T): T {
        val wrapped = bytes("card.key", MOST_KEY)
        val key = try {
            unwrap(wrapped)
        } catch (gone: KeyFault) {
            val lasting = gone.why == KeyFault.Why.Lost || gone.why == KeyFault.Why.Changed
            throw NoCard(if (lasting) WhyNoCard.NotThis else WhyNoCard.Unreadable)
        }
        try {
            if (key.size != 32) throw NoCard(WhyNoCard.NotThis)
            return work(key)
        } finally {
            key.fill(0)
        }
    }

    private fun sealed(name: String, most: Int, bound: String, key: ByteArray): ByteArray {
        val file = bytes(name, most + OVERHEAD)
        if (file.isNotEmpty() && file[0] > 1) throw NoCard(WhyNoCard.NewerVersion)
        if (file.size < OVERHEAD || !file.copyOf(HEAD.size).contentEquals(HEAD)) throw NoCard(WhyNoCard.NotThis)
        val cipher = Cipher.getInstance("AES/GCM/NoPadding")
        return try {
            cipher.init(Cipher.DECRYPT_MODE, SecretKeySpec(key, "AES"), GCMParameterSpec(TAG * 8, file, HEAD.size, NONCE))
            cipher.updateAAD(HEAD)
            cipher.updateAAD(bound.toByteArray())
            cipher.doFinal(file, HEAD.size + NONCE, file.size - HEAD.size - NONCE)
        } catch (_: GeneralSecurityException) {
            throw NoCard(WhyNoCard.NotThis)
        }
    }

    /** A regular file and no link: the core writes none here, so something else put one there. */
    private fun bytes(name: String, most: Int): ByteArray = try {
        val file = File(folder, name)
        val found = Files.readAttributes(file.toPath(), BasicFileAttributes::class.java, LinkOption.NOFOLLOW_LINKS)
        if (!found.isRegularFile) throw NoCard(WhyNoCard.Unreadable)
        if (found.size() > most) throw NoCard(WhyNoCard.TooLarge)
        file.readBytes()
    } catch (_: NoSuchFileException) {
        throw NoCard(WhyNoCard.Missing)
    } catch (_: IOException) {
        throw NoCard(WhyNoCard.Unreadable)
    }
}
