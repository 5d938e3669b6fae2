// The code of a visit.

package hearth.bridge

/** What is shown at a visit. */
data class VisitCode(
    /** The link behind the code; none where the code holds the card's words. */
    val share: Share?,
    /** The squares of the code. */
    val code: Code,
    /** The passcode to read out, where there is one. */
    val passcode: String?,
    /** That it needs no signal here, or that the host does not have it yet. */
    val lines: List<String>,
) {
    override fun toString() = "VisitCode($share)"
}

/** The code of a visit: the calls. */
interface VisitCodeCalls {
    /**
     * Makes the code of a visit, ahead and with signal, of just what was previewed; where there is no
     * host, of the card's words. Asks the network: it may take 30 s.
     */
    suspend fun visitCodeMakeFor(visit: String, choice: ShareChoice, sum: String): VisitCode

    /** The code that was made for a visit on this phone and is not over. Asks nobody: it needs no signal. */
    suspend fun visitCodeMade(visit: String): VisitCode?

    /** The code of a share that was made on this phone. Asks nobody. */
    suspend fun visitCode(id: String): VisitCode

    /** The card's words as a code, for a visit without host or signal. */
    suspend fun visitCodeOfCard(): VisitCode
}

internal class CoreVisitCode(private val ask: Ask, private val out: Ask) : VisitCodeCalls {
    override suspend fun visitCodeMakeFor(visit: String, choice: ShareChoice, sum: String) =
        out.of { it.visitCodeMakeFor(visit, choice.core(), sum).own() }

    override suspend fun visitCodeMade(visit: String) = ask.of { it.visitCodeMade(visit)?.own() }

    override suspend fun visitCode(id: String) = ask.of { it.visitCode(id).own() }

    override suspend fun visitCodeOfCard() = ask.of { it.visitCodeOfCard().own() }
}

internal fun hearth.core.VisitCode.own(): VisitCode = VisitCode(
    share = share?.own(),
    code = code.own(),
    passcode = passcode,
    lines = lines,
)
