// Half-typed forms of the Visits place: their boxes are in the drafts, what went wrong stands beside its box.

package hearth.app.screens

import hearth.app.Here
import hearth.bridge.Answer
import hearth.bridge.Fault
import hearth.bridge.FieldAnswer
import hearth.ui.Boxes

/** The boxes of one page, half typed: they outlive back, a turned phone and the process. */
internal fun Here.boxes(page: String) = Boxes(
    { drafts[page + it] },
    { box, text ->
        drafts[page + box] = text
        drafts["$page!$box"] = ""
    },
    { drafts["$page!$it"].ifEmpty { null } },
)

/** Says what went wrong beside [box], or beside the day's box where it was the day. */
internal fun Here.amiss(page: String, box: String, day: String? = null): (Fault) -> Unit = { fault ->
    val at = if (day != null && fault.reason.startsWith("error-date")) day else box
    drafts["$page!$at"] = fault.sentence
}

/** A part of a page was kept: its boxes, and no other's, are empty again and it is shut. */
internal fun Here.kept(page: String, part: String) {
    for (start in listOf(page, "$page!")) {
        drafts[start + part] = ""
        drafts.clear("$start$part.")
    }
}

internal fun wordsIn(field: String, text: String) = text.takeIf { it.isNotBlank() }?.let { FieldAnswer(field, Answer.Words(it)) }
internal fun dayIn(field: String, day: String?) = day?.let { FieldAnswer(field, Answer.Date(it)) }
