// The person’s phones.

package hearth.bridge

/** One of the person's own phones. */
data class Phone(
    /** Names it. */
    val id: String,
    /**
     * Names it in `Plan.bundle_for`; none if a newer app listed it in a way that this one does not
     * know.
     */
    val device: String?,
    /** What the person calls it. */
    val name: String,
    /** It is this one. */
    val thisPhone: Boolean,
    /** The day it joined, in words. */
    val since: String,
    /** If it was removed: when, and that what it holds can't be called back. */
    val ended: String?,
)

/** What came of another phone's bundle. */
data class Taken(
    /** How many things that were written were new here. */
    val new: Int,
    /** How many were here already. */
    val known: Int,
    /** What to tell the person. */
    val sentences: List<String>,
)

/** The person’s phones: the calls. */
interface PhonesCalls {
    /** A new name for this phone, after an older copy of its folder was put back. */
    suspend fun becomeANewPhone()

    /**
     * A sealed file for another of the person's phones, named by its `device`; for none in
     * particular, with everything.
     */
    suspend fun bundleFor(device: String? = null): ByteArray

    /** The person's phones: this one first. */
    suspend fun phones(): List<Phone>

    /** Removes a lost phone, or one that was given away. */
    suspend fun removePhone(id: String)

    /** Takes in a file that another of the person's phones made: all of it, or nothing. */
    suspend fun takeBundle(bytes: ByteArray): Taken
}

internal class CorePhones(private val ask: Ask) : PhonesCalls {
    override suspend fun becomeANewPhone() = ask.of { it.becomeANewPhone() }

    override suspend fun bundleFor(device: String?) = ask.of { it.bundleFor(device) }

    override suspend fun phones() = ask.of { it.phones().map { one -> one.own() } }

    override suspend fun removePhone(id: String) = ask.of { it.removePhone(id) }

    override suspend fun takeBundle(bytes: ByteArray) = ask.of { it.takeBundle(direct(bytes)).own() }
}

internal fun hearth.core.PhoneView.own(): Phone = Phone(
    id = id,
    device = device,
    name = name,
    thisPhone = thisPhone,
    since = since,
    ended = ended,
)

internal fun hearth.core.TakenView.own(): Taken = Taken(
    new = new.toInt(),
    known = known.toInt(),
    sentences = sentences,
)
