// The pen of a screen: what is half typed is in the drafts, which outlive it; what is kept is in the plan.

package hearth.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.res.stringResource
import hearth.bridge.Answer
import hearth.bridge.Fault
import hearth.bridge.Field
import hearth.bridge.FieldAnswer
import hearth.bridge.Plan
import hearth.ui.Pen
import hearth.ui.R
import hearth.ui.Spot
import hearth.ui.dayOf
import java.time.LocalDate

/** The pen here. */
@Composable
fun Here.pen(): Writing {
    val saved = stringResource(R.string.saved)
    return remember(host, navigator, drafts, saved) { Writing(host, navigator, drafts, saved) }
}

/** Today, as the plan keeps a day. */
fun Here.today(): String {
    val now = host.session.outside.now()
    return LocalDate.ofEpochDay(Math.floorDiv(now.ms + now.offsetMinutes * 60_000L, DAY_MS)).toString()
}

private const val DAY_MS = 86_400_000L

class Writing(private val host: Host, private val navigator: Navigator, private val drafts: Drafts, private val saved: String) : Pen {
    override fun isOpen(box: String) = drafts[box + OPEN].isNotEmpty()
    override fun typed(box: String) = drafts[box]
    override fun trouble(box: String) = drafts[box + TROUBLE].ifEmpty { null }

    override fun type(box: String, text: String) {
        drafts[box] = text
        drafts[box + TROUBLE] = ""
    }

    /** Says what went wrong beside a box. */
    fun say(box: String, sentence: String) {
        drafts[box + TROUBLE] = sentence
    }

    override fun open(box: String) {
        drafts[box + OPEN] = "1"
    }

    override fun change(spot: Spot, field: Field) {
        open(spot.box)
        drafts[spot.box + SEEN] = field.seen.joinToString(" ")
        // A day is typed anew: what stands is in words, and it stays until the new one is kept.
        if (!spot.date) drafts[spot.box + TEXT] = field.versions.singleOrNull()?.takeIf { it.answered }?.text.orEmpty()
    }

    override fun leave(box: String) = drafts.clear(box)

    /** Over exactly the versions that stood when the box was opened: one that came meanwhile stays beside it. */
    override fun keep(spot: Spot) {
        val text = drafts[spot.box + TEXT]
        val seen = drafts[spot.box + SEEN].split(' ').filter { it.isNotEmpty() }
        val answer = when {
            text.isBlank() -> Answer.Nothing
            spot.date -> dayOf(text)?.let(Answer::Date) ?: Answer.Nothing
            else -> Answer.Words(text)
        }
        kept(spot.box, beside = { TEXT }) { writeOver(spot.kind, spot.id, spot.field, answer, seen) }
    }

    override fun choose(spot: Spot, word: String?): Unit =
        quietly(spot.box) { write(spot.kind, spot.id, spot.field, if (word.isNullOrEmpty()) Answer.Nothing else Answer.Choice(word)) }

    override fun switch(spot: Spot, on: Boolean): Unit = quietly(spot.box) { write(spot.kind, spot.id, spot.field, Answer.YesNo(on)) }

    override fun onlyMe(kind: String, id: String, on: Boolean): Unit = host.act { onlyMe(kind, id, on) }

    override fun remove(kind: String, id: String): Unit = host.act {
        remove(kind, id)
        host.happened = Happened(host.said["done-removed"], host.said["done-undo"]) {
            host.act {
                keep(kind, id)
                host.happened = Happened(host.said["done-undone"])
            }
        }
        // Its own screen has nothing left to show.
        if (navigator.here.about.lastOrNull() == id && navigator.canGoBack) navigator.back()
    }

    override fun keepHere(kind: String, id: String): Unit = host.act { keep(kind, id) }
    override fun settle(spot: Spot) = navigator.go("settle", spot.kind, spot.id, spot.field)
    override fun suggestions() = navigator.go("suggestions")
    override fun history(spot: Spot) = navigator.go("history", spot.kind, spot.id, spot.field)

    /**
     * Keeps what is typed in a form, then forgets it. A fault is said beside the box that [beside]
     * names, and what was typed stays.
     */
    fun kept(form: String, beside: (Fault) -> String = { "" }, then: (() -> Unit)? = null, work: suspend Plan.() -> Unit) =
        host.act({ drafts[form + beside(it) + TROUBLE] = it.sentence }, once = form) {
            work()
            drafts.clear(form)
            host.happened = Happened(saved)
            then?.invoke()
        }

    /** Carries out what needs no word of its own; a fault is said beside it, until it succeeds. */
    private fun quietly(box: String, work: suspend Plan.() -> Unit) = host.act({ drafts[box + TROUBLE] = it.sentence }) {
        work()
        drafts[box + TROUBLE] = ""
    }

    /** What is typed in a form's box as an answer; none where it was left empty. */
    fun words(form: String, box: String, field: String = box) =
        typed(form + box).takeIf { it.isNotBlank() }?.let { FieldAnswer(field, Answer.Words(it)) }

    fun choice(form: String, box: String) =
        typed(form + box).takeIf { it.isNotEmpty() }?.let { FieldAnswer(box, Answer.Choice(it)) }

    fun day(form: String, box: String) = dayTyped(form, box)?.let { FieldAnswer(box, Answer.Date(it)) }

    /** A day as it was typed, or none. */
    fun dayTyped(form: String, box: String) = dayOf(typed(form + box))

    fun textTyped(form: String, box: String) = typed(form + box).takeIf { it.isNotBlank() }

    companion object {
        const val TEXT = "text"
        private const val OPEN = "open"
        private const val SEEN = "seen"
        private const val TROUBLE = "!"
    }
}
