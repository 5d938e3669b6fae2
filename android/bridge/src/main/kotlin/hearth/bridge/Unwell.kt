// When I’m unwell.

package hearth.bridge

/** Somebody to call. */
data class Contact(
    /** Names them. */
    val id: String,
    /** Their name. */
    val name: String,
    /** Who they are. */
    val relation: String,
    /** Their number, every version that stands. */
    val numbers: List<String>,
    /** What must be said of them. */
    val notes: List<String>,
)

/** A sign, a step, a way of coping, a thing kept. */
data class Part(
    /** Names it. */
    val id: String,
    /** In the person's words. */
    val words: Field,
    /** Where it is kept, for a thing kept. */
    val place: Field,
    /** Every zone it was put in; more than one where two phones disagree. */
    val zones: List<String>,
    /** What must be said of it before it is followed. */
    val notes: List<String>,
)

/** A plan for when the person is unwell, ready to draw. */
data class Unwell(
    /** Names it. */
    val id: String,
    /** "When my breathing gets worse". */
    val name: Field,
    /** The zones that have anything in them. */
    val zones: List<Zone>,
    /** Two orders of steps, signs or contacts wait to be settled. */
    val orderNote: String?,
    /** Whom to call, in order. */
    val call: List<Contact>,
    /** What helps me cope. */
    val coping: List<Part>,
    /** Medicines and things kept, and where. */
    val kept: List<Part>,
    /** Who agreed to it, and whether it changed since. */
    val agreements: List<Agreement>,
    /** "Life at risk? 999 ...": always drawn. */
    val safety: String,
    /** What others suggest adding to it (a sign, a step), as lines. */
    val suggested: List<String>,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
    /** When it was used, newest first. */
    val used: List<Use>,
)

/** One time a plan was used. */
data class Use(
    /** Names it. */
    val id: String,
    /** When, in words. */
    val at: String,
    /** The signs there were, in words. */
    val signs: List<String>,
    /** The steps that were done, in words. */
    val steps: List<String>,
    /** How it ended. */
    val outcome: Field,
)

/** One zone of a plan: colour, word and shape together. */
data class Zone(
    /** `green`, `amber`, `red` or `any`. */
    val zone: String,
    /** "Amber: getting worse". */
    val heading: String,
    /** `circle`, `triangle`, `hexagon`, or "" for any. */
    val shape: String,
    /** My own signs. */
    val signs: List<Part>,
    /** My own steps, in order. */
    val steps: List<Part>,
)

/** When I’m unwell: the calls. */
interface UnwellCalls {
    /**
     * Notes that a plan was used. Returns what to say at once: "Saved here. Nobody has been
     * alerted."
     */
    suspend fun noteUse(plan: String, signs: List<String>, steps: List<String>, outcome: String? = null, by: Writer = Writer.Person): String

    /** One plan. */
    suspend fun unwell(id: String): Unwell

    /** Every plan for when the person is unwell. */
    suspend fun unwellPlans(): List<Unwell>
}

internal class CoreUnwell(private val ask: Ask) : UnwellCalls {
    override suspend fun noteUse(plan: String, signs: List<String>, steps: List<String>, outcome: String?, by: Writer) = ask.of { it.noteUse(plan, signs, steps, outcome, by.core()) }

    override suspend fun unwell(id: String) = ask.of { it.unwell(id).own() }

    override suspend fun unwellPlans() = ask.of { it.unwellPlans().map { one -> one.own() } }
}

internal fun hearth.core.ContactView.own(): Contact = Contact(
    id = id,
    name = name,
    relation = relation,
    numbers = numbers,
    notes = notes,
)

internal fun hearth.core.PartView.own(): Part = Part(
    id = id,
    words = words.own(),
    place = place.own(),
    zones = zones,
    notes = notes,
)

internal fun hearth.core.UnwellView.own(): Unwell = Unwell(
    id = id,
    name = name.own(),
    zones = zones.map { it.own() },
    orderNote = orderNote,
    call = call.map { it.own() },
    coping = coping.map { it.own() },
    kept = kept.map { it.own() },
    agreements = agreements.map { it.own() },
    safety = safety,
    suggested = suggested,
    unsettled = unsettled,
    used = used.map { it.own() },
)

internal fun hearth.core.UseView.own(): Use = Use(
    id = id,
    at = at,
    signs = signs,
    steps = steps,
    outcome = outcome.own(),
)

internal fun hearth.core.ZoneView.own(): Zone = Zone(
    zone = zone,
    heading = heading,
    shape = shape,
    signs = signs.map { it.own() },
    steps = steps.map { it.own() },
)
