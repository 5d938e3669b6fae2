// A new share: what is chosen, just what would be seen, and only then making it.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drawn
import hearth.app.Going
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.bridge.Fault
import hearth.bridge.NamedSection
import hearth.bridge.Plan
import hearth.bridge.Remedy
import hearth.bridge.ShareChoice
import hearth.bridge.SharePreview
import hearth.bridge.ShareSection
import hearth.ui.Boxes
import hearth.ui.Page
import hearth.ui.R
import hearth.ui.TroubleLine
import hearth.ui.dayOf
import hearth.ui.screens.HowLong
import hearth.ui.screens.ShareNewActions
import hearth.ui.screens.ShareNewScreen
import hearth.ui.screens.SharePreviewScreen
import java.time.LocalDate

internal val SHARE_NEW_SCREENS = listOf(
    Screen("share-new", PlaceName.People) { here -> if (here.about.firstOrNull() == LOOK) Look(here) else Choose(here) },
)

/** The second step of a screen: back from it to what is chosen. */
internal const val LOOK = "look"
private const val PAGE = "share-new."

private const val HOUR = 3_600_000L
private const val A_DAY_MS = 24 * HOUR

/** Fills the boxes of a page with what is offered first, once. */
internal fun Here.offer(page: String, offered: ShareChoice) {
    if (drafts[page + "begun"].isNotEmpty()) return
    drafts[page + "begun"] = "1"
    offered.sections.forEach { drafts.tick(page + "sections", it.name, true) }
    drafts[page + "passcode"] = if (offered.passcode) "1" else ""
    drafts[page + "keptUp"] = if (offered.keptUp) "1" else ""
}

/** What is ticked. */
internal fun Here.ticked(page: String): Set<ShareSection> =
    drafts.ticked(page + "sections").let { names -> ShareSection.entries.filter { it.name in names }.toSet() }

/** So many minutes into the whole day that is typed, by this phone's clock; the plan says if there is no such day. */
internal suspend fun Here.minutesInto(plan: Plan, boxes: Boxes, minutes: Long, wholeDay: String): Long {
    val day = dayOf(boxes["day"]).orEmpty()
    if (day.split('-').size != 3) throw Fault(Remedy.Refused, wholeDay, "error-date-not-whole")
    plan.dateInWords(day)
    return LocalDate.parse(day).toEpochDay() * A_DAY_MS + (minutes - host.session.outside.now().offsetMinutes) * 60_000
}

/** When it is to end, as it is chosen: milliseconds since 1970. */
internal suspend fun Here.until(plan: Plan, boxes: Boxes, wholeDay: String): Long {
    val now = host.session.outside.now().ms
    return when (HowLong.entries.firstOrNull { it.word == boxes["until"] } ?: HowLong.Day) {
        HowLong.Hour -> now + HOUR
        HowLong.Day -> now + A_DAY_MS
        HowLong.Week -> now + 7 * A_DAY_MS
        HowLong.Weeks -> now + 28 * A_DAY_MS
        HowLong.Date -> minutesInto(plan, boxes, 24 * 60 - 1, wholeDay)
    }
}

private suspend fun Here.chosen(plan: Plan, boxes: Boxes, wholeDay: String) = ShareChoice(
    label = boxes["label"].trim(),
    sections = ticked(PAGE).sorted(),
    until = until(plan, boxes, wholeDay),
    passcode = boxes["passcode"].isNotEmpty(),
    keptUp = boxes["keptUp"].isNotEmpty(),
)

@Composable
private fun Choose(here: Here) {
    val boxes = here.boxes(PAGE)
    val wholeDay = stringResource(R.string.share_whole_day)
    here.Drawn<Pair<List<NamedSection>, String>>({
        here.offer(PAGE, shareOffered())
        shareSections() to shares().host
    }) { (sections, host) ->
        ShareNewScreen(
            sections, here.ticked(PAGE), host.isNotEmpty(), boxes,
            ShareNewActions(
                onTick = { section, on ->
                    here.drafts.tick(PAGE + "sections", section.name, on)
                    here.drafts["$PAGE!look"] = ""
                },
                onLook = {
                    here.host.act(here.amiss(PAGE, "look", "day")) {
                        // Looked at once already, so that what is wrong is said where it was chosen.
                        sharePreview(here.chosen(this, boxes, wholeDay))
                        here.drafts["$PAGE!look"] = ""
                        here.host.session.goings["share-make"].read()
                        here.navigator.go("share-new", LOOK)
                    }
                },
                onGo = { here.navigator.go(it) },
            ),
        )
    }
}

@Composable
private fun Look(here: Here) {
    val boxes = here.boxes(PAGE)
    val wholeDay = stringResource(R.string.share_whole_day)
    var host by remember { mutableStateOf("") }
    LaunchedEffect(here) {
        host = try {
            here.plan.shares().host
        } catch (_: Fault) {
            ""
        }
    }
    val making = here.host.session.goings["share-make"]
    val make = stringResource(R.string.share_make).takeIf { host.isNotEmpty() }
    here.LookedAt(making, make, { here.chosen(this, boxes, wholeDay) }) { choice, sum ->
        val share = shareMake(choice, sum)
        return@LookedAt {
            here.drafts.clear(PAGE)
            if (here.navigator.here.screen == "share-new") {
                here.navigator.back()
                here.navigator.back()
                here.navigator.go("share", share.id)
            }
        }
    }
}

/** What was looked at: it and nothing else is made. */
private class Previewed(val choice: ShareChoice, val preview: SharePreview)

/**
 * Just what would be seen, of what [choose] gives once. A plan that changes meanwhile changes nothing of what is drawn: the core then makes
 * nothing, and it is looked at again. [make] gives what happens once it is made.
 */
@Composable
internal fun Here.LookedAt(going: Going, words: String?, choose: suspend Plan.() -> ShareChoice, make: suspend Plan.(ShareChoice, String) -> (() -> Unit)) {
    var looked by remember { mutableStateOf<Previewed?>(null) }
    var trouble by remember { mutableStateOf<String?>(null) }
    var again by remember { mutableStateOf(false) }
    var times by remember { mutableIntStateOf(0) }
    LaunchedEffect(times) {
        try {
            looked = plan.choose().let { Previewed(it, plan.sharePreview(it)) }
            trouble = null
            again = false
        } catch (fault: Fault) {
            trouble = fault.sentence
        }
    }
    trouble?.let { sentence -> Page(stringResource(R.string.share_preview_title)) { TroubleLine(sentence) } }
    val seen = looked?.takeIf { trouble == null } ?: return
    SharePreviewScreen(
        seen.choice.label, seen.preview, words, again, going.asking(),
        onMake = {
            going.begin({ plan.make(seen.choice, seen.preview.sum) }, { again = it.reason == "error-share-changed" }) { then ->
                then()
                host.version++
            }
        },
        onAgain = {
            going.read()
            times++
        },
    )
}
