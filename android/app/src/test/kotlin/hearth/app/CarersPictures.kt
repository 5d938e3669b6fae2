// The pictures of carers, following and the other phone, in the states that a person meets.

package hearth.app

import android.graphics.Bitmap
import androidx.compose.ui.graphics.asAndroidBitmap
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.junit4.ComposeContentTestRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import java.io.File
import kotlinx.coroutines.runBlocking

/** [over] is the person's phone, drawn by [shown]; [draw] draws another one's instead. */
fun carersPictures(
    over: OverCore,
    shown: Shown,
    language: String,
    rule: ComposeContentTestRule,
    only: String,
    folder: File,
    draw: (Shown?) -> Unit,
) {
    val names = listOf("carer", "follow", "phone-", "today-told")
    val host = ShareHost("pictures")
    if (names.none { name -> only.split(',').any { it in name || name in it } } || !host.isThere) return
    val phone = { FakePhone().apply { scans = true } }
    val other = OverCore(language, phone()::outside)
    val new = OverCore(language, phone()::outside)
    val (theirs, fresh) = Shown(other.session) to Shown(new.session)
    // Pictures drawn before may have let weeks go by.
    listOf(other, new).forEach { it.real.now = over.real.now }
    host.does("now", over.real.now.ms.toString())
    runBlocking { other.real.doors().begin("Sam").plan.close() }

    fun picture(of: Shown, name: String, screen: String, vararg about: String, then: () -> Unit = {}) {
        of.where = Where("today")
        draw(of.takeIf { it !== shown })
        rule.waitForIdle()
        of.where = Where(screen, about.toList())
        rule.waitForIdle()
        then()
        rule.waitForIdle()
        val picture = rule.onRoot().captureToImage().asAndroidBitmap()
        if (only.split(',').any { it in name }) {
            File(folder, "$name.png").outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
        }
    }
    fun until(tag: String) = rule.waitUntil(PATIENCE) { rule.onAllNodesWithTag(tag).fetchSemanticsNodes().isNotEmpty() }
    fun untilIdle(of: OverCore) = rule.waitUntil(PATIENCE) { listOf("mail", "follow-new", "follow-look").all { of.session.goings[it].part == null } }
    fun tap(tag: String) = rule.onNodeWithTag(tag).performScrollTo().performClick()

    try {
        picture(shown, "carers", "carers")
        picture(shown, "phone-new-no-host", "phone-new")
        over.ask { host.enrol(this) }
        picture(shown, "carers-host", "carers")
        picture(shown, "carer-new", "carer-new")
        val invitation = over.ask { carerInvite() }
        picture(shown, "carer-new-code", "carer-new", invitation.id) { untilIdle(over) }
        picture(theirs, "following", "following")
        picture(theirs, "follow-new", "follow-new")
        picture(theirs, "follow-new-invitation", "follow-new") {
            rule.onNodeWithTag("pasted").performScrollTo().performTextReplacement(invitation.text)
            tap("go-on")
        }
        other.ask { followAccept(invitation.text, "Sam") }
        over.ask { deliverMail() }
        val meeting = other.ask { followLook() }.meetings.single().id
        picture(theirs, "follow-new-digits", "follow-new", meeting) { until("digits") }
        picture(shown, "carer-new-digits", "carer-new", invitation.id) { until("digits") }
        picture(shown, "carer-new-sees", "carer-new", invitation.id) {
            until("digits")
            tap("same")
            until("person-new")
        }
        other.ask { followSame(meeting) }
        over.ask { carerOffered().let { choice -> carerSame(invitation.id, null, choice, sharePreview(choice).sum) } }
        val copy = other.ask { followLook() }.followed.single().id
        picture(shown, "carers-paired", "carers") { untilIdle(over) }
        picture(theirs, "following-one", "following") { untilIdle(other) }
        picture(theirs, "followed", "followed", copy)
        picture(theirs, "followed-suggest", "followed", copy) { tap("suggest") }
        host.does("sleep")
        other.real.now = other.real.now.let { it.copy(ms = it.ms + 3 * A_DAY) }
        picture(theirs, "following-offline", "following") { untilIdle(other) }
        picture(theirs, "followed-offline", "followed", copy)
        host.does("wake")
        (over.session.stage as? Stage.Ready)?.host?.told = listOf(over.ask { sentence("mail-suggested", mapOf("name" to hearth.bridge.Filling.Text("Sam"))) })
        picture(shown, "today-told", "today")

        picture(shown, "phone-new", "phone-new")
        picture(fresh, "phone-join", "phone-join") { until("code") }
        val shows = checkNotNull(new.session.joining.shows)
        val scanned = over.ask { otherPhoneScanned(shows) }
        picture(shown, "phone-new-code", "phone-new") { untilIdle(over) }
        runBlocking { new.session.joining.scanned(scanned.text) }
        picture(fresh, "phone-join-digits", "phone-join") { until("digits") }
        over.ask { deliverMail() }
        picture(shown, "phone-new-digits", "phone-new") { until("digits") }
    } finally {
        draw(null)
        rule.waitForIdle()
        other.close()
        new.close()
    }
}
