// Following the plans of others, and suggesting.

package hearth.bridge

/** Somebody whose plan is followed, or is to be. */
data class Followed(
    /** Names it. */
    val id: String,
    /** What they are called. */
    val name: String,
    /** How old the copy is: "As of Tuesday, 3 days ago"; "" where there is none. */
    val age: String,
    /** What else to say: when it was last checked or could not be, until when, how it ended. */
    val lines: List<String>,
    /** It ends soon; "" where it does not. */
    val warning: String,
    /** There is a copy to read. */
    val kept: Boolean,
    /** Whoever holds this phone may suggest. */
    val maySuggest: Boolean,
    /** How many suggestions wait for signal. */
    val waiting: Int,
    /** The digits to compare, where a pairing is on the way. */
    val digits: String?,
)

/** Everybody who is followed. */
data class FollowedPeople(
    /** Pairings on the way. */
    val meetings: List<Followed>,
    /** Those whose copies are here first. */
    val followed: List<Followed>,
)

/** Somebody whom a copy says to call. */
data class FollowedCall(
    /** "Sam"; "" where the copy says none. */
    val name: String,
    /** "my son"; "" where the copy says none. */
    val relation: String,
    /** As it was written: spaces and all. It holds nothing but what is dialled. */
    val number: String,
)

/** A copy, to be read. All of it is somebody else's words: text, never markup. */
data class FollowedCard(
    /** Whose, and how old. */
    val view: Followed,
    /** What stands in front: who made it, what is not in it. */
    val front: List<String>,
    /** Whom it says to call, the first to be called first. */
    val calls: List<FollowedCall>,
    /** What it says: what to do when the person is unwell first, then in its own order. */
    val sections: List<SharedSection>,
)

/** What a link or an invitation says of itself. */
data class FollowGiven(
    /** It is an invitation to be somebody's carer; else a link, which is read and no more. */
    val invitation: Boolean,
    /** What whoever made it is called, or calls it; "" for nothing. */
    val name: String,
    /** The host asks for a passcode. */
    val passcode: Boolean,
)

/** Words of a copy that others can be offered for. */
data class FollowedEntry(
    /** Names it in the copy. */
    val entry: String,
    /** The kind of entry, by its name in the table. */
    val kind: String,
    /** The field, by its name in the table: `goal.words`. */
    val field: String,
    /** What stands there. */
    val words: String,
)

/** Words for one field. */
data class SuggestedField(
    /** The field's name in the table. */
    val field: String,
    /** The words. */
    val words: String,
)

/** What is to be suggested: other words for a field of an entry, or a new entry. */
data class Suggested(
    /** The entry, as the copy names it; none for a new one. */
    val entry: String?,
    /** The kind of entry, by name. */
    val kind: String,
    /** For a new entry that is part of another: that one, as the copy names it. */
    val within: String? = null,
    /** The words. */
    val fields: List<SuggestedField>,
)

/** Following the plans of others, and suggesting: the calls. Those that ask the network may take 30 s. */
interface FollowingCalls {
    /** Who is followed. Asks nobody. */
    suspend fun following(): FollowedPeople

    /** A copy, to be read without signal. */
    suspend fun followed(id: String): FollowedCard

    /** Reads what was scanned or pasted, before anything is begun with it. Asks nobody. */
    suspend fun followGiven(text: String): FollowGiven

    /** Follows a link. [name]: what to call them, "" for what the link calls itself. Asks the network. */
    suspend fun followLink(link: String, passcode: String?, name: String): FollowedPeople

    /**
     * Answers a person's invitation to be their carer. [name]: what they are to call whoever holds this
     * phone. Asks the network.
     */
    suspend fun followAccept(text: String, name: String): FollowedPeople

    /** The digits of a pairing on the way are the same as the person's. Asks the network. */
    suspend fun followSame(id: String): FollowedPeople

    /** Looks whether a person answered. Asks the network. */
    suspend fun followLook(): FollowedPeople

    /**
     * Looks at each copy that was not looked at for an hour; with [now], at each one. Sends what waits.
     * Asks the network.
     */
    suspend fun refreshFollowing(now: Boolean): FollowedPeople

    /** Takes a copy away, because whoever holds this phone wants it so. */
    suspend fun followForget(id: String): FollowedPeople

    /** What words can be offered for in a copy. */
    suspend fun followedEntries(id: String): List<FollowedEntry>

    /** Suggests; without signal it waits. Asks the network. */
    suspend fun suggest(id: String, suggested: Suggested): Followed
}

/** [out] is where calls run that ask the network: the others never wait behind one. */
internal class CoreFollowing(private val ask: Ask, private val out: Ask) : FollowingCalls {
    override suspend fun following() = ask.of { it.following().own() }

    override suspend fun followed(id: String) = ask.of { it.followed(id).own() }

    override suspend fun followGiven(text: String) = ask.of { it.followGiven(text).own() }

    override suspend fun followLink(link: String, passcode: String?, name: String) =
        out.of { it.followLink(link, passcode, name).own() }

    override suspend fun followAccept(text: String, name: String) = out.of { it.followAccept(text, name).own() }

    override suspend fun followSame(id: String) = out.of { it.followSame(id).own() }

    override suspend fun followLook() = out.of { it.followLook().own() }

    override suspend fun refreshFollowing(now: Boolean) = out.of { it.refreshFollowing(now).own() }

    override suspend fun followForget(id: String) = out.of { it.followForget(id).own() }

    override suspend fun followedEntries(id: String) = ask.of { it.followedEntries(id).map { one -> one.own() } }

    override suspend fun suggest(id: String, suggested: Suggested) = out.of { it.suggest(id, suggested.core()).own() }
}

internal fun hearth.core.FollowedView.own(): Followed = Followed(
    id = id,
    name = name,
    age = age,
    lines = lines,
    warning = warning,
    kept = kept,
    maySuggest = maySuggest,
    waiting = waiting.toInt(),
    digits = digits,
)

internal fun hearth.core.FollowingView.own(): FollowedPeople = FollowedPeople(
    meetings = meetings.map { it.own() },
    followed = followed.map { it.own() },
)

internal fun hearth.core.FollowedCall.own() = FollowedCall(name = name, relation = relation, number = number)

internal fun hearth.core.FollowedCard.own(): FollowedCard = FollowedCard(
    view = view.own(),
    front = front,
    calls = calls.map { it.own() },
    sections = sections.map { it.own() },
)

internal fun hearth.core.FollowGiven.own() = FollowGiven(invitation = invitation, name = name, passcode = passcode)

internal fun hearth.core.FollowedEntry.own() = FollowedEntry(entry = entry, kind = kind, field = field, words = words)

internal fun Suggested.core(): hearth.core.Suggested = hearth.core.Suggested(
    entry = entry,
    kind = kind,
    within = within,
    fields = fields.map { hearth.core.SuggestedField(it.field, it.words) },
)
