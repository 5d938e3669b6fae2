// Carers whose phones are paired, and the mailbox.

package hearth.bridge

/** A pairing on the way. What may be answered in its place is in no log: it prints as its name. */
data class CarerInvitation(
    /** Names it. */
    val id: String,
    /** To be shown as a code or sent; "" once they answered. */
    val text: String,
    /** What the carer calls themselves, once they answered. */
    val name: String,
    /** The digits to compare, "123 456", once they answered. */
    val digits: String?,
    /** What to say of it. */
    val lines: List<String>,
) {
    override fun toString() = "CarerInvitation($id)"
}

/** A carer who is paired, or was. */
data class Pairing(
    /** Its entry. */
    val id: String,
    /** The carer, in People. */
    val person: String?,
    /** What they are called. */
    val name: String,
    /** Their link's entry: [ShareCalls.share] says what they see. */
    val share: String?,
    /** They may look and suggest. */
    val open: Boolean,
    /** Since when, when they last looked, what else there is to say. */
    val lines: List<String>,
)

/** Everybody who is paired or on the way to it. */
data class Pairings(
    /** On the way. */
    val invitations: List<CarerInvitation>,
    /** Paired: those who may look first. */
    val pairings: List<Pairing>,
)

/** What a look into the mailbox brought. */
data class Mail(
    /** How many suggestions of carers came. */
    val suggestions: Int,
    /** How many changes of the person's other phones came. */
    val changes: Int,
    /** What to tell. */
    val sentences: List<String>,
)

/** Carers whose phones are paired, and the mailbox: the calls. Those that ask the network may take 30 s. */
interface CarersCalls {
    /** Who is paired, and who is on the way. Asks nobody. */
    suspend fun pairings(): Pairings

    /** Begins to pair with a carer: what to show or send them. Asks the network. */
    suspend fun carerInvite(): CarerInvitation

    /** What is offered first for a carer's link. */
    suspend fun carerOffered(): ShareChoice

    /**
     * The digits are the same: takes the carer in, and shares just what was previewed ([sum] is the
     * preview's). [person]: who they are in People; none makes a new entry. Asks the network.
     */
    suspend fun carerSame(id: String, person: String?, choice: ShareChoice, sum: String): Pairings

    /** Gives a pairing up, a carer's or another phone's: the digits differ, or nobody is to be paired. */
    suspend fun pairingRefuse(id: String)

    /** Lets a carer go: their link ends and they can't suggest any more. Asks the network. */
    suspend fun carerEnd(id: String): Pairings

    /**
     * Looks into the mailbox and leaves what is to go: answers of carers, suggestions, the other phones'
     * changes. Asks the network.
     */
    suspend fun deliverMail(): Mail
}

/** [out] is where calls run that ask the network: the others never wait behind one. */
internal class CoreCarers(private val ask: Ask, private val out: Ask) : CarersCalls {
    override suspend fun pairings() = ask.of { it.pairings().own() }

    override suspend fun carerInvite() = out.of { it.carerInvite().own() }

    override suspend fun carerOffered() = ask.of { it.carerOffered().own() }

    override suspend fun carerSame(id: String, person: String?, choice: ShareChoice, sum: String) =
        out.of { it.carerSame(id, person, choice.core(), sum).own() }

    // It tells the host too, where there is one.
    override suspend fun pairingRefuse(id: String) = out.of { it.pairingRefuse(id) }

    override suspend fun carerEnd(id: String) = out.of { it.carerEnd(id).own() }

    override suspend fun deliverMail() = out.of { it.deliverMail().own() }
}

internal fun hearth.core.InvitationView.own(): CarerInvitation = CarerInvitation(
    id = id,
    text = text,
    name = name,
    digits = digits,
    lines = lines,
)

internal fun hearth.core.PairingView.own(): Pairing = Pairing(
    id = id,
    person = person,
    name = name,
    share = share,
    open = open,
    lines = lines,
)

internal fun hearth.core.PairingsView.own(): Pairings = Pairings(
    invitations = invitations.map { it.own() },
    pairings = pairings.map { it.own() },
)

internal fun hearth.core.MailView.own(): Mail = Mail(
    suggestions = suggestions.toInt(),
    changes = changes.toInt(),
    sentences = sentences,
)
