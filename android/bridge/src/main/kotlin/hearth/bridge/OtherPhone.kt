// The person's other phone: taken in from the old one, joining on the new one.

package hearth.bridge

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** A phone that is being taken in. Where the two meet is in no log: it prints as its name. */
data class OtherPhone(
    /** Names it; [CarersCalls.pairingRefuse] gives it up. */
    val id: String,
    /** What the new phone scans; "" once it has. */
    val text: String,
    /** What the new phone is called, once it answered. */
    val name: String,
    /** The digits to compare, "123 456", once it answered. */
    val digits: String?,
    /** What to say of it. */
    val lines: List<String>,
) {
    override fun toString() = "OtherPhone($id)"
}

/** The person's other phone, taken in from the old one: the calls. Those that ask the network may take 30 s. */
interface OtherPhoneCalls {
    /**
     * Begins to take in a new phone whose code was scanned: what it is to scan in turn. Asks the
     * network.
     */
    suspend fun otherPhoneScanned(text: String): OtherPhone

    /** The phone that is being taken in. Asks nobody; [CarersCalls.deliverMail] does. */
    suspend fun otherPhone(): OtherPhone?

    /** The digits are the same on both phones: the whole plan goes to the new one. Asks the network. */
    suspend fun otherPhoneSame(id: String): OtherPhone
}

/** [out] is where calls run that ask the network: the others never wait behind one. */
internal class CoreOtherPhone(private val ask: Ask, private val out: Ask) : OtherPhoneCalls {
    override suspend fun otherPhoneScanned(text: String) = out.of { it.otherPhoneScanned(text).own() }

    override suspend fun otherPhone() = ask.of { it.otherPhone()?.own() }

    override suspend fun otherPhoneSame(id: String) = out.of { it.otherPhoneSame(id).own() }
}

internal fun hearth.core.OtherPhoneView.own(): OtherPhone = OtherPhone(
    id = id,
    text = text,
    name = name,
    digits = digits,
    lines = lines,
)

/** A new phone that waits for the plan. Nothing of it is kept until the plan is here. */
interface Joining : AutoCloseable {
    /** What the old phone scans: this phone's public key. */
    suspend fun shows(): String

    /** What the old phone shows was scanned: the digits to compare, "123 456". Asks the network. */
    suspend fun scanned(text: String): String

    /** Asks whether the plan is there, after the digits were the same; none: not yet. Asks the network. */
    suspend fun fetch(): Open?
}

/** [opened] makes a plan of what came, [folders] says where it is to lie. */
internal class CoreJoining(
    private val core: hearth.core.JoiningPhone,
    private val on: CoroutineDispatcher,
    private val folders: () -> hearth.core.Folders,
    private val opened: (hearth.core.Opened) -> Open,
) : Joining {
    override suspend fun shows() = withContext(on) { guarded { core.shows() } }

    override suspend fun scanned(text: String) = withContext(Dispatchers.IO) { guarded { core.scanned(text) } }

    override suspend fun fetch() = withContext(Dispatchers.IO) { guarded { core.fetch(folders())?.let(opened) } }

    override fun close() = core.close()
}
