// People and authority.

package hearth.bridge

/** An authority to write for the person. */
data class Authority(
    /** Names it. */
    val id: String,
    /** By what. */
    val by: Field,
    /** Who saw the document. */
    val seenBy: Field,
    /** It has ended. */
    val ended: Boolean,
)

/** One need. */
data class CarerNeed(
    /** Names it. */
    val id: String,
    /** In their words. */
    val words: Field,
    /** The support they asked for. */
    val asked: Field,
    /** The day they said so. */
    val on: Field,
    /** What must be said of it. */
    val notes: List<String>,
    /** Only me. */
    val onlyMe: Boolean,
)

/** What one carer needs, ready to draw. */
data class Carer(
    /** Who, in People; none where it is not said whose needs these are. */
    val person: String?,
    /** "What Sam needs". */
    val heading: String,
    /** What they need. */
    val needs: List<CarerNeed>,
)

/** Somebody, ready to draw. */
data class Person(
    /** Names them. */
    val id: String,
    /** Their name. */
    val name: Field,
    /** Who they are to the person. */
    val relation: Field,
    /** Their role. */
    val role: Field,
    /** Their number. */
    val number: Field,
    /** They are the key worker. */
    val keyWorker: Boolean,
    /** They are on the emergency card. */
    val onCard: Boolean,
    /** By what they may write for the person. */
    val authority: List<Authority>,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
)

/** People and authority: the calls. */
interface PeopleCalls {
    /** Notes what a carer needs, and what they asked for. */
    suspend fun addCarerNeed(whose: String, words: String, asked: String? = null, by: Writer = Writer.Person): String

    /** Those who care for the person, each with what they need themselves. */
    suspend fun carers(): List<Carer>

    /** Everybody, in the order of the list. */
    suspend fun people(): List<Person>
}

internal class CorePeople(private val ask: Ask) : PeopleCalls {
    override suspend fun addCarerNeed(whose: String, words: String, asked: String?, by: Writer) = ask.of { it.addCarerNeed(whose, words, asked, by.core()) }

    override suspend fun carers() = ask.of { it.carers().map { one -> one.own() } }

    override suspend fun people() = ask.of { it.people().map { one -> one.own() } }
}

internal fun hearth.core.AuthorityView.own(): Authority = Authority(
    id = id,
    by = by.own(),
    seenBy = seenBy.own(),
    ended = ended,
)

internal fun hearth.core.CarerNeedView.own(): CarerNeed = CarerNeed(
    id = id,
    words = words.own(),
    asked = asked.own(),
    on = on.own(),
    notes = notes,
    onlyMe = onlyMe,
)

internal fun hearth.core.CarerView.own(): Carer = Carer(
    person = person,
    heading = heading,
    needs = needs.map { it.own() },
)

internal fun hearth.core.PersonView.own(): Person = Person(
    id = id,
    name = name.own(),
    relation = relation.own(),
    role = role.own(),
    number = number.own(),
    keyWorker = keyWorker,
    onCard = onCard,
    authority = authority.map { it.own() },
    unsettled = unsettled,
)
