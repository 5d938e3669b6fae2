// A plan with visits in it, for stories and pictures.

package hearth.app

import hearth.bridge.Answer
import hearth.bridge.Answered
import hearth.bridge.FieldAnswer
import hearth.bridge.MoodAnswer
import hearth.bridge.MoodQuestion
import hearth.bridge.NewReview
import hearth.bridge.Plan
import hearth.bridge.VisitAgreement
import hearth.bridge.Writer
import java.io.File
import hearth.testing.RealPlan

val A_NURSE = Writer.Guest("Ann Example", "respiratory nurse")

/** A visit to come, half prepared: sheets, results, questions, a circle, mood. */
suspend fun Plan.someVisit(): String {
    val visit = beginVisit("My yearly talk about breathing", "The practice nurse", "2026-12-03")
    useSheet(visit, "copd", true)
    useSheet(visit, "general", true)
    addThought(visit, "question", "Could the night pain be the new tablets?", "")
    addThought(visit, "idea", "Is there a walking group I can manage?", "")
    circle(visit, "breathless", true)
    circle(visit, "money", true)
    for ((key, values) in mapOf("fev1" to listOf("58" to "2025-11-10", "61" to "2026-11-12"), "weight" to listOf("71.0" to "2026-05-12", "72.5" to "2026-11-12"))) {
        for ((value, on) in values) addSheetResult(visit, key, value, if (key == "weight") "kg" else "%", on)
    }
    addSheetResult(visit, "blood-pressure", "135/85", "mmHg", "2026-11-12")
    addThought(visit, "thought", "I thought it would be worse after the cold", "fev1")
    answer(visit, "mrc", Answered.Mrc(3))
    answer(visit, "smoking", Answered.RatherNotSay)
    answerMood(visit, MoodQuestion.Down, MoodAnswer.No)
    write("visit", visit, "coming", Answer.Words("Sam, my son"))
    notePromise(visit, "A breathing test at the hospital", A_NURSE.name, "2026-12", A_NURSE)
    return visit
}

/** A promise that is late, one that came to nothing, one that is done, and my own. */
suspend fun Plan.somePromises() {
    suspend fun promise(what: String, who: String, by: String?, state: String) = add(
        "promise",
        listOfNotNull(words("what", what), words("who", who), by?.let { FieldAnswer("by", Answer.Date(it)) }, choice("state", state)),
    )
    promise("A place at pulmonary rehabilitation", "The key worker", "2026-11-02", "promised")
    promise("A blue badge form", "The link worker", "2026-12-10", "promised")
    promise("A home visit", "The practice", null, "not_available")
    promise("A letter to my employer", "The doctor", "2026-10-01", "done")
    add("promise", listOf(words("what", "Bring my peak flow diary"), yes("mine"), choice("state", "promised"), FieldAnswer("by", Answer.Date("2026-12-03"))))
}

suspend fun Plan.someReviews() {
    addReview(NewReview("medicines", next = "2026-11-12", who = "the pharmacist"))
    addReview(NewReview("after_hospital", next = "2026-12-08", interval = "once", who = "the practice nurse"))
    val plan = addReview(NewReview("plan", interval = "every 3 months"))
    reviewDone(plan, "2026-10-14", "2027-01-14")
}

/** A visit that was: a goal agreed, a promise, when to look again. */
suspend fun Plan.someVisitThatWas(goal: String): String {
    val visit = beginVisit("My tablets and my knees", "The doctor", "2026-10-14")
    notePromise(visit, "X-ray of my left knee", "The doctor", "2026-12-01")
    setReview(visit, "2027-01-14", "every 3 months", "the practice nurse")
    agreeVisit(visit, VisitAgreement("Ann Example", "doctor", "2026-10-14", listOf(goal), true))
    goToStage(visit, "after")
    return visit
}

/** Every screen of the Visits place with something on it. */
suspend fun Plan.visitScreens(goal: String): List<Where> {
    val was = someVisitThatWas(goal)
    val next = someVisit()
    somePromises()
    someReviews()
    return listOf(Where("visits"), Where("visit", listOf(next))) +
        listOf("sheet", "questions", "results", "agenda", "room", "agree").map { Where("visit-$it", listOf(next)) } +
        listOf(Where("visit-after", listOf(was)), Where("promises"), Where("reviews"))
}

/** The same field of a visit changed on another phone: two versions. */
suspend fun OverCore.twoVersionsOf(plan: Plan, kind: String, id: String, field: String, here: String, there: String, recovery: List<String>) {
    val backup = File(real.store.parentFile, "backup-$field")
    plan.backUp(backup.path)
    RealPlan().use { other ->
        val tablet = other.doors("my tablet").restore(backup.path, recovery.joinToString(" ")).plan
        tablet.write(kind, id, field, Answer.Words(there))
        plan.write(kind, id, field, Answer.Words(here))
        plan.takeBundle(tablet.bundleFor(null))
        tablet.close()
    }
}
