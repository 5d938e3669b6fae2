// Today, and how the plan was found.

package hearth.bridge

/** One goal on the first screen. */
data class GoalLine(
    /** Names it. */
    val id: String,
    /** In the person's words; every version that stands. */
    val words: List<String>,
    /** 1..=10, or none where it was not answered or two answers stand. */
    val importance: Int?,
)

/** The first screen. */
data class Home(
    /** What to call the person. */
    val callMe: String,
    /** The goals, pinned first. */
    val goals: List<GoalLine>,
    /** Promises that are late. */
    val late: List<Promise>,
    /** What is to be looked at again today, or was to be. */
    val due: List<Due>,
    /** A prompt at 16, where a parent writes for the person. */
    val handOver: String?,
    /** How many suggestions wait. */
    val suggestions: Int,
    /** How many fields have two versions that wait to be settled. */
    val unsettled: Int,
    /** What must be told of how the store was found. */
    val notices: List<String>,
)

/** Today, and how the plan was found: the calls. */
interface HomeCalls {
    /** The first screen. */
    suspend fun home(): Home
}

internal class CoreHome(private val ask: Ask) : HomeCalls {
    override suspend fun home() = ask.of { it.home().own() }
}

internal fun hearth.core.GoalLine.own(): GoalLine = GoalLine(
    id = id,
    words = words,
    importance = importance?.toInt(),
)

internal fun hearth.core.HomeView.own(): Home = Home(
    callMe = callMe,
    goals = goals.map { it.own() },
    late = late.map { it.own() },
    due = due.map { it.own() },
    handOver = handOver,
    suggestions = suggestions.toInt(),
    unsettled = unsettled.toInt(),
    notices = notices,
)
