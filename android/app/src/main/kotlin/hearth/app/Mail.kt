// Mail, shares and copies, quietly: when the app is opened, and by the work that goes on while nobody looks.

package hearth.app

import hearth.bridge.Fault
import hearth.bridge.Mail
import hearth.bridge.Plan

/** What came is told on Today, where it stays until it is read. That a host is away is told where somebody asked. */
internal fun Host.tell(mail: Mail) {
    if (mail.suggestions + mail.changes > 0) told = (told + mail.sentences).distinct()
}

/** Takes in what came, leaves what is to go, looks at each copy that was not looked at for an hour. */
internal suspend fun Host.catchUp() {
    val before = plan.followingOrNull()
    quietly { tell(deliverMail()) }
    quietly { deliverShares() }
    quietly { refreshFollowing(false) }
    // Copies are no entries of this plan: nothing else says that they changed.
    if (plan.followingOrNull() != before) version++
}

/** The same, once it is known whether there is a plan; where it goes on already nothing is begun. */
suspend fun Session.catchUp() {
    opened() ?: return
    val host = (stage as? Stage.Ready)?.host ?: return
    goings["catch-up"].begin({ host.catchUp() }) {}
}

/** The same for what goes on while nobody looks: it is over when this is. */
suspend fun Session.caughtUp() {
    (stage as? Stage.Ready)?.host?.catchUp()
}

private suspend fun Plan.followingOrNull() = try {
    following()
} catch (_: Fault) {
    null
}

/** What goes wrong is said where it is asked for; the next time comes by itself. */
private suspend fun Host.quietly(work: suspend Plan.() -> Unit) {
    try {
        plan.work()
    } catch (_: Fault) {
        // Told on its own screen.
    }
}
