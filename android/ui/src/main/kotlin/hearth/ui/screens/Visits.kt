// Visits: the list, one visit with the ways from it, and which sheets are used.

package hearth.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import hearth.bridge.Choice
import hearth.bridge.Field
import hearth.bridge.SheetLine
import hearth.bridge.Visit
import hearth.bridge.VisitLine
import hearth.ui.Body
import hearth.ui.Boxes
import hearth.ui.Entrance
import hearth.ui.FieldWords
import hearth.ui.Heading
import hearth.ui.IfWritten
import hearth.ui.Invitation
import hearth.ui.LocalSaid
import hearth.ui.LocalTokens
import hearth.ui.MainButton
import hearth.ui.Note
import hearth.ui.Opened
import hearth.ui.OtherButton
import hearth.ui.Page
import hearth.ui.PickOne
import hearth.ui.QuietButton
import hearth.ui.R
import hearth.ui.SafetyLine
import hearth.ui.Sheet
import hearth.ui.Small
import hearth.ui.TickRow
import hearth.ui.TypedDay
import hearth.ui.TypedWords
import hearth.ui.Unsettled
import hearth.ui.Weight
import hearth.ui.WhoAndWhen
import hearth.ui.Words

/** What the list of visits may do. */
class VisitsActions(
    val onVisit: (String) -> Unit = {},
    val onBegin: () -> Unit = {},
    val onPromises: () -> Unit = {},
    val onReviews: () -> Unit = {},
)

/** Every visit, and what goes with them: promises, reviews. */
@Composable
fun VisitsScreen(visits: List<VisitLine>, boxes: Boxes, on: VisitsActions) = Page(stringResource(R.string.place_visits)) {
    if (visits.isEmpty() && !boxes.isOpen("begin")) {
        Invitation(stringResource(R.string.visits_invite), stringResource(R.string.visits_begin)) { boxes.open("begin") }
    } else {
        Opened(boxes, "begin", stringResource(R.string.visits_begin), Weight.Main) { NewVisit(boxes, on.onBegin) }
    }
    visits.forEach { visit ->
        Sheet {
            if (!visit.whatFor.answered()) Words(stringResource(R.string.visit_untitled))
            visit.whatFor.versions.filter { it.answered }.forEach { Words(it.text); WhoAndWhen(it.who) }
            lineOf(visit.with, visit.on)?.let { Body(it) }
            Small(visit.stage)
            OtherButton(stringResource(R.string.visit_open)) { on.onVisit(visit.id) }
        }
    }
    Entrance(stringResource(R.string.promises_title), listOf(stringResource(R.string.promises_under)), on.onPromises)
    Entrance(stringResource(R.string.reviews_title), listOf(stringResource(R.string.reviews_under)), on.onReviews)
}

@Composable
private fun NewVisit(boxes: Boxes, onBegin: () -> Unit) {
    Small(stringResource(R.string.visits_new_under))
    TypedWords(boxes, "what", stringResource(R.string.visit_what_for))
    TypedWords(boxes, "with", stringResource(R.string.visit_with), 1)
    TypedDay(boxes, "on", stringResource(R.string.visit_on))
    MainButton(stringResource(R.string.visit_begin), onClick = onBegin)
}

internal fun Field.answered() = versions.any { it.answered }

internal fun Field.inWords() = versions.filter { it.answered }.joinToString(" / ") { it.text }

/** "The practice nurse · Thursday 26 November"; none where neither is known. */
internal fun lineOf(vararg fields: Field): String? =
    fields.map { it.inWords() }.filter { it.isNotEmpty() }.joinToString(" · ").ifEmpty { null }

/** What one visit may do. */
class VisitActions(
    val onGo: (screen: String) -> Unit = {},
    val onStage: (String) -> Unit = {},
    val onChange: () -> Unit = {},
    val onKeepChanges: () -> Unit = {},
    val onSettle: (field: String) -> Unit = {},
    val onSuggestions: () -> Unit = {},
    val onSettleLife: (keep: Boolean) -> Unit = {},
)

/** One visit: what it is for, where the person is in it, and the way to each part. */
@Composable
fun VisitScreen(visit: Visit, boxes: Boxes, on: VisitActions) {
    val title = visit.whatFor.versions.singleOrNull()?.takeIf { it.answered }?.text ?: stringResource(R.string.visit_untitled)
    Page(title, lineOf(visit.with, visit.on)) {
        Unsettled(visit.unsettled, { on.onSettleLife(true) }, { on.onSettleLife(false) })
        visit.mood?.safety?.let { SafetyLine(it) }
        if (visit.whatFor.versions.size > 1) {
            FieldWords(stringResource(R.string.visit_what_for), visit.whatFor, LocalSaid.current["scale-not-answered"], stringResource(R.string.settle), { on.onSettle("what_for") }) { on.onSuggestions() }
        } else {
            visit.whatFor.versions.forEach { WhoAndWhen(it.who) }
        }
        listOf(R.string.visit_with to (visit.with to "with"), R.string.visit_on to (visit.on to "on"))
            .filter { (_, field) -> field.first.versions.size > 1 || field.first.offers.isNotEmpty() }
            .forEach { (ask, field) -> IfWritten(stringResource(ask), field.first, { on.onSettle(field.second) }, on.onSuggestions) }
        if (visit.sheets.isEmpty()) {
            Invitation(stringResource(R.string.visit_sheets_invite), stringResource(R.string.visit_sheets_choose)) { on.onGo("visit-sheet") }
        }
        Ways(visit, on.onGo)
        Sheet(color = LocalTokens.current.sunk) {
            if (visit.coming.answered() || visit.coming.offers.isNotEmpty()) {
                IfWritten(stringResource(R.string.visit_coming), visit.coming, { on.onSettle("coming") }, on.onSuggestions)
            } else {
                Body(stringResource(R.string.visit_bring))
            }
            if (boxes.isOpen("change")) {
                TypedWords(boxes, "what_for", stringResource(R.string.visit_what_for))
                TypedWords(boxes, "with", stringResource(R.string.visit_with), 1)
                TypedDay(boxes, "on", stringResource(R.string.visit_on))
                TypedWords(boxes, "coming", stringResource(R.string.visit_coming), 1)
                MainButton(stringResource(R.string.keep), onClick = on.onKeepChanges)
                QuietButton(stringResource(R.string.not_now)) { boxes.shut("change") }
            } else {
                OtherButton(stringResource(R.string.visit_change), onClick = on.onChange)
            }
        }
        Sheet {
            Heading(stringResource(R.string.visit_stage))
            PickOne(visit.stages.map { Choice(it.stage, it.heading) }, visit.stages.firstOrNull { it.here }?.stage, onPick = on.onStage)
        }
    }
}

@Composable
private fun Ways(visit: Visit, onGo: (String) -> Unit) {
    fun heading(stage: String) = visit.stages.firstOrNull { it.stage == stage }?.heading.orEmpty()
    Heading(heading("gather"))
    if (visit.sheets.isNotEmpty()) Entrance(stringResource(R.string.visit_sheets), visit.sheets.map { it.title }) { onGo("visit-sheet") }
    Entrance(stringResource(R.string.visit_questions), listOf(stringResource(R.string.visit_questions_under))) { onGo("visit-questions") }
    Entrance(stringResource(R.string.visit_results), listOf(stringResource(R.string.visit_results_under))) { onGo("visit-results") }
    Entrance(stringResource(R.string.visit_agenda), visit.agenda.map { it.heading }.distinct().take(3)) { onGo("visit-agenda") }
    Heading(stringResource(R.string.visit_at))
    Entrance(stringResource(R.string.visit_room), listOf(stringResource(R.string.visit_room_under))) { onGo("visit-room") }
    Entrance(stringResource(R.string.share_visit_show), listOf(stringResource(R.string.share_visit_show_under))) { onGo("visit-show") }
    Entrance(stringResource(R.string.visit_agree), listOf(stringResource(R.string.visit_agree_under))) { onGo("visit-agree") }
    Entrance(stringResource(R.string.share_paper), listOf(LocalSaid.current["print-visit-title"])) { onGo("paper") }
    Heading(heading("after"))
    Entrance(stringResource(R.string.visit_after), listOf(stringResource(R.string.visit_after_under))) { onGo("visit-after") }
}

/** Which sheets are used: each may be ticked, none is needed. */
@Composable
fun VisitSheetScreen(sheets: List<SheetLine>, used: Set<String>, boxes: Boxes, onUse: (String, Boolean) -> Unit, onDone: () -> Unit) =
    Page(stringResource(R.string.visit_sheets), stringResource(R.string.visit_sheets_under)) {
        // A sheet that was used and can't be read here is told, not left out.
        Sheet {
            sheets.forEach { sheet ->
                TickRow(sheet.title, sheet.sheet in used, under = listOfNotNull(sheet.given)) { onUse(sheet.sheet, it) }
                sheet.faults.forEach { Note(it) }
            }
        }
        MainButton(stringResource(R.string.visit_done), onClick = onDone)
        if (boxes.isOpen("sources")) {
            Sheet(color = LocalTokens.current.sunk) {
                sheets.filter { it.sheet in used }.ifEmpty { sheets }.forEach { sheet ->
                    Heading(sheet.title)
                    sheet.sources.forEach { Small(it) }
                }
            }
            QuietButton(stringResource(R.string.close)) { boxes.shut("sources") }
        } else {
            QuietButton(stringResource(R.string.visit_sources)) { boxes.open("sources") }
        }
    }
