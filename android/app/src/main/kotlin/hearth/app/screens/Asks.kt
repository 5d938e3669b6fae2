// What the screens of carers, following and the other phone share: asking a host, and looking for mail.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.rememberUpdatedState
import androidx.lifecycle.Lifecycle
import androidx.lifecycle.compose.LifecycleEventEffect
import hearth.app.Going
import hearth.app.Here
import hearth.app.tell
import hearth.ui.Asking

internal fun Going.asking() = Asking(part != null, trouble, said)

/** Looks into the mailbox, because a screen waits for what is in it. */
internal fun Here.lookForMail() {
    val going = host.session.goings["mail"]
    going.begin({ plan.deliverMail() }) { came ->
        going.said = came.sentences
        host.tell(came)
        host.version++
    }
}

/** [come] when the screen is come to, and each time the app is come back to while it is drawn. */
@Composable
internal fun OnComing(come: () -> Unit) {
    val now = rememberUpdatedState(come)
    LifecycleEventEffect(Lifecycle.Event.ON_RESUME) { now.value() }
}

/** Leaves the screen, where it is the one that is drawn; false: somebody has gone elsewhere meanwhile. */
internal fun Here.leave(screen: String): Boolean {
    if (navigator.here.screen != screen) return false
    navigator.back()
    return true
}
