// The plan, open: every call there is, a room an interface.

package hearth.bridge

import hearth.core.Observer
import hearth.core.Place as CorePlace
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.callbackFlow
import kotlinx.coroutines.withContext

/**
 * A person's plan, open. Calls suspend: they run on one dispatcher beside the thread that draws,
 * and end in a [Fault] with a sentence.
 */
interface Plan :
    AboutCalls, AheadCalls, CardCalls, DecisionsCalls, EntryCalls, FilesCalls, GoalsCalls, HomeCalls,
    LinesCalls, PeopleCalls, PhonesCalls, PracticeCalls, ReadingsCalls, SafeCalls, SuggestionsCalls, SupportCalls, TalkCalls, UnwellCalls,
    VisitsCalls, WordsCalls, WriteCalls,
    PaperCalls, ShareCalls, VisitCodeCalls,
    CarersCalls, FollowingCalls, OtherPhoneCalls,
    AutoCloseable {

    /** What changed, each time after it is on the disk. */
    val changes: Flow<List<Place>>
}

/** The plan, over the core. */
internal class CorePlan(
    private val core: hearth.core.Plan,
    on: CoroutineDispatcher,
    private val ask: Ask = Ask(core, on),
    /** Where calls run that ask the network or take their time: the others never wait behind one. */
    private val out: Ask = Ask(core, Dispatchers.IO),
) : Plan,
    AboutCalls by CoreAbout(ask),
    AheadCalls by CoreAhead(ask),
    CardCalls by CoreCard(ask),
    CarersCalls by CoreCarers(ask, out),
    DecisionsCalls by CoreDecisions(ask),
    EntryCalls by CoreEntry(ask),
    FilesCalls by CoreFiles(ask),
    FollowingCalls by CoreFollowing(ask, out),
    GoalsCalls by CoreGoals(ask),
    HomeCalls by CoreHome(ask),
    LinesCalls by CoreLines(ask),
    PeopleCalls by CorePeople(ask),
    OtherPhoneCalls by CoreOtherPhone(ask, out),
    PaperCalls by CorePaper(out),
    PhonesCalls by CorePhones(ask),
    PracticeCalls by CorePractice(ask, out),
    ReadingsCalls by CoreReadings(ask),
    SafeCalls by CoreSafe(ask, out),
    ShareCalls by CoreShare(ask, out),
    SuggestionsCalls by CoreSuggestions(ask),
    SupportCalls by CoreSupport(ask),
    TalkCalls by CoreTalk(ask),
    UnwellCalls by CoreUnwell(ask),
    VisitCodeCalls by CoreVisitCode(ask, out),
    VisitsCalls by CoreVisits(ask),
    WordsCalls by CoreWords(ask),
    WriteCalls by CoreWrite(ask) {

    override val changes: Flow<List<Place>> = callbackFlow {
        val watching = core.watch(object : Observer {
            override fun changed(places: List<CorePlace>) {
                trySend(places.map { it.own() })
            }
        })
        awaitClose {
            watching.stop()
            watching.close()
        }
    }

    override fun close() {
        ask.isOver = true
        out.isOver = true
        core.close()
    }
}

/** Runs calls of the core where they may take as long as the disk does. */
internal class Ask(private val core: hearth.core.Plan, private val on: CoroutineDispatcher) {
    /** The plan was let go of. Whoever still asks is on a page that nobody sees any more. */
    @Volatile
    var isOver = false

    suspend fun <T> of(work: (hearth.core.Plan) -> T): T = withContext(on) {
        try {
            guarded { work(core) }
        } catch (gone: IllegalStateException) {
            if (isOver) throw CancellationException("the plan was let go of", gone)
            throw gone
        }
    }
}

/** Bytes where the library reads them without a copy. */
internal fun direct(bytes: ByteArray): java.nio.ByteBuffer =
    java.nio.ByteBuffer.allocateDirect(bytes.size).put(bytes).apply { flip() }
