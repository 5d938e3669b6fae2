// What can go wrong, grouped by what a screen does about it.

package hearth.bridge

import hearth.core.HearthException

/** What a screen does about it. */
enum class Remedy {
    AskAgain, Locked, NeedsWords, WrongWords, MaySetAside, NoPlan, PlanIsHere, NoRoom, TryAgain,
    NewerHearth, Refused, NotAllowed, LinkFirst, NotThere, BadFile, Stopped, Other,
}

/**
 * Why something was not done. [sentence] is for the person, in their language; [reason] is its
 * key, which may stand in a log: nobody's words are in it.
 */
class Fault(val remedy: Remedy, val sentence: String, val reason: String) : Exception(reason)

/** Does [work]; what goes wrong in the core arrives as a [Fault]. */
internal inline fun <T> guarded(work: () -> T): T = try {
    work()
} catch (gone: HearthException) {
    throw gone.own()
}

internal fun HearthException.own(): Fault = when (this) {
    is HearthException.AskAgain -> Fault(Remedy.AskAgain, sentence, reason)
    is HearthException.Locked -> Fault(Remedy.Locked, sentence, reason)
    is HearthException.NeedsWords -> Fault(Remedy.NeedsWords, sentence, reason)
    is HearthException.WrongWords -> Fault(Remedy.WrongWords, sentence, reason)
    is HearthException.MaySetAside -> Fault(Remedy.MaySetAside, sentence, reason)
    is HearthException.NoPlan -> Fault(Remedy.NoPlan, sentence, reason)
    is HearthException.PlanIsHere -> Fault(Remedy.PlanIsHere, sentence, reason)
    is HearthException.NoRoom -> Fault(Remedy.NoRoom, sentence, reason)
    is HearthException.TryAgain -> Fault(Remedy.TryAgain, sentence, reason)
    is HearthException.NewerHearth -> Fault(Remedy.NewerHearth, sentence, reason)
    is HearthException.Refused -> Fault(Remedy.Refused, sentence, reason)
    is HearthException.NotAllowed -> Fault(Remedy.NotAllowed, sentence, reason)
    is HearthException.LinkFirst -> Fault(Remedy.LinkFirst, sentence, reason)
    is HearthException.NotThere -> Fault(Remedy.NotThere, sentence, reason)
    is HearthException.BadFile -> Fault(Remedy.BadFile, sentence, reason)
    is HearthException.Stopped -> Fault(Remedy.Stopped, sentence, reason)
    is HearthException.Other -> Fault(Remedy.Other, sentence, reason)
}
