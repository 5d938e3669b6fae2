// Goals, actions, check-ins, agreements.

package hearth.bridge

/** An action, ready to draw. */
data class Action(
    /** Names it. */
    val id: String,
    /** What exactly am I going to do. */
    val what: Field,
    /** What might stop me. */
    val barrier: Field,
    /** What I can do about it. */
    val strategy: Field,
    /** How confident: "6", or not answered. */
    val confidence: Field,
    /** "Confident 6 of 10", or "not answered". */
    val confidenceLine: String,
    /** "What would make it a 7?", where every answer that stands is below 7. */
    val ask: String?,
    /** What would make it a 7, once answered. */
    val wouldHelp: Field,
    /** How it went, oldest first. */
    val checkIns: List<CheckIn>,
)

/** An agreement and whether it still holds. */
data class Agreement(
    /** Names it. */
    val id: String,
    /**
     * "Agreed with NAME, DATE, as recorded by the patient", or "Changed since agreed with NAME,
     * DATE".
     */
    val line: String,
    /** Some words have changed since. */
    val changed: Boolean,
    /** The versions that were agreed and no longer stand: one touch away. */
    val agreedWords: List<String>,
)

/** One check-in. */
data class CheckIn(
    /** Names it. */
    val id: String,
    /** How it went. */
    val went: Field,
    /** How confident then: 1..=10, or none where it was not answered. */
    val confidence: Int?,
    /** When, in words. */
    val at: String,
)

/** A goal, ready to draw. */
data class Goal(
    /** Names it. */
    val id: String,
    /** In the person's words. */
    val words: Field,
    /** How important: "9", or not answered. */
    val importance: Field,
    /** "Important 9 of 10", or "not answered". */
    val importanceLine: String,
    /** How it stands. */
    val status: Field,
    /** Kept at the top. */
    val pinned: Boolean,
    /** Only me. */
    val onlyMe: Boolean,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
    /** What exactly. */
    val actions: List<Action>,
    /** Who agreed to it. */
    val agreements: List<Agreement>,
)

/** Goals, actions, check-ins, agreements: the calls. */
interface GoalsCalls {
    /**
     * Records that an entry, with all in it, was agreed: exactly what stands now. Any change after
     * shows. `on`: `2026-10-14`.
     */
    suspend fun agree(of: String, id: String, with: String, role: String, on: String, by: Writer = Writer.Person): String

    /** Notes how an action went. Both answers may be left empty. */
    suspend fun checkIn(action: String, went: String? = null, confidence: Long? = null, by: Writer = Writer.Person): String

    /** One goal. */
    suspend fun goal(id: String): Goal

    /** Every goal: pinned first, then by place. */
    suspend fun goals(): List<Goal>
}

internal class CoreGoals(private val ask: Ask) : GoalsCalls {
    override suspend fun agree(of: String, id: String, with: String, role: String, on: String, by: Writer) = ask.of { it.agree(of, id, with, role, on, by.core()) }

    override suspend fun checkIn(action: String, went: String?, confidence: Long?, by: Writer) = ask.of { it.checkIn(action, went, confidence, by.core()) }

    override suspend fun goal(id: String) = ask.of { it.goal(id).own() }

    override suspend fun goals() = ask.of { it.goals().map { one -> one.own() } }
}

internal fun hearth.core.ActionView.own(): Action = Action(
    id = id,
    what = what.own(),
    barrier = barrier.own(),
    strategy = strategy.own(),
    confidence = confidence.own(),
    confidenceLine = confidenceLine,
    ask = ask,
    wouldHelp = wouldHelp.own(),
    checkIns = checkIns.map { it.own() },
)

internal fun hearth.core.AgreementView.own(): Agreement = Agreement(
    id = id,
    line = line,
    changed = changed,
    agreedWords = agreedWords,
)

internal fun hearth.core.CheckInView.own(): CheckIn = CheckIn(
    id = id,
    went = went.own(),
    confidence = confidence?.toInt(),
    at = at,
)

internal fun hearth.core.GoalView.own(): Goal = Goal(
    id = id,
    words = words.own(),
    importance = importance.own(),
    importanceLine = importanceLine,
    status = status.own(),
    pinned = pinned,
    onlyMe = onlyMe,
    unsettled = unsettled,
    actions = actions.map { it.own() },
    agreements = agreements.map { it.own() },
)
