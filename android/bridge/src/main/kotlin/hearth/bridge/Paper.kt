// The plan on paper: a tagged PDF, drawn with fonts that the app gives.

package hearth.bridge

/** A paper. */
sealed interface PaperKind {
    /** The plan, on one page where it fits. */
    data object Plan : PaperKind
    /** The emergency card, to cut out and fold; in large print on pages. */
    data object Card : PaperKind
    /** What to talk about at a visit. */
    data class Visit(val id: String) : PaperKind
    /** The recovery words, as words and as a code: only behind the phone's own lock. */
    data object RecoveryWords : PaperKind
}

/** A paper, drawn. */
class PaperMade(
    /** The file: PDF/UA-1. */
    val pdf: ByteArray,
    /** How many pages it has. */
    val pages: Int,
    /** How many things are left out or shortened; the paper says so. */
    val leftOut: Int,
    /** How many signs no font had; a mark stands for each. */
    val notDrawn: Int,
    /** Both in sentences, where there is anything to say: before it is printed. */
    val sentences: List<String>,
)

/** The plan on paper: the call. */
interface PaperCalls {
    /**
     * Draws a paper. [largePrint]: no letter below 18 points. [fonts]: whole files of fonts, the preferred
     * first, which may be put into a file. It is a copy: what was given away can't be taken back.
     */
    suspend fun paper(kind: PaperKind, largePrint: Boolean, fonts: List<ByteArray>): PaperMade
}

/** [far] is where a paper is drawn: nothing waits behind it. */
internal class CorePaper(private val far: Ask) : PaperCalls {
    override suspend fun paper(kind: PaperKind, largePrint: Boolean, fonts: List<ByteArray>) =
        far.of { it.paper(kind.core(), largePrint, fonts).own() }
}

internal fun PaperKind.core(): hearth.core.PaperKind = when (this) {
    PaperKind.Plan -> hearth.core.PaperKind.Plan
    PaperKind.Card -> hearth.core.PaperKind.Card
    is PaperKind.Visit -> hearth.core.PaperKind.Visit(id)
    PaperKind.RecoveryWords -> hearth.core.PaperKind.RecoveryWords
}

internal fun hearth.core.PaperMade.own(): PaperMade = PaperMade(
    pdf = pdf,
    pages = pages.toInt(),
    leftOut = leftOut.toInt(),
    notDrawn = notDrawn.toInt(),
    sentences = sentences,
)
