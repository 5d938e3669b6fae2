// Rooms with something in them, for pictures and for tests of every screen.

package hearth.app

import hearth.bridge.Answer
import hearth.bridge.Decided
import hearth.bridge.FieldAnswer
import hearth.bridge.Moment
import hearth.bridge.NewCopy
import hearth.bridge.NewReading
import hearth.bridge.Asked
import hearth.bridge.Plan
import hearth.bridge.Writer
import hearth.testing.MORNING
import hearth.testing.RealPlan
import java.io.File

private const val DAY = 86_400_000L

/** Fills every room. What each of their screens is about: [plan] is for when Jo is unwell, [action] one of a goal. */
suspend fun Plan.someRooms(plan: String, action: String): Map<String, List<String>> {
    write("about", "", "important", Answer.Words("My garden, and my dog Tess. Being outside every day, even in the rain."))
    write("about", "", "communicate", Answer.Words("Face me when you speak. My left ear is no good."))
    write("about", "", "helped_by", Answer.Words("Sam, my son"))
    write("about", "", "important", Answer.Words("The garden, the dog, and staying at home"), Writer.Guest("Sam", "my son"))
    val person = somebody()
    val decision = someDecision()
    val second = add("decision", listOf(words("what", "Whether to move my bed downstairs")))
    decide(second, Decided.NotNow)
    someReadings()
    someAhead()
    someSupport()
    add("coping", listOf(part("plan", plan), words("words", "Radio on, feet up, Tess beside me")))
    add("kept", listOf(part("plan", plan), words("what", "Rescue pack"), words("place", "Blue tin, kitchen shelf")))
    add("allergy", listOf(words("what", "Penicillin"), words("reaction", "Swelling, 2009"), yes("on_card")))
    add("condition", listOf(words("words", "COPD"), yes("on_card")))
    add("condition", listOf(words("words", "Sore knees")))
    return mapOf(
        "over-time" to listOf("readings", "peak_flow"), "decision" to listOf(decision), "person" to listOf(person),
        "unwell-write" to listOf(plan),
    ) + ROOMS.filter { it !in setOf("over-time", "decision", "person", "unwell-write") }.associateWith { emptyList() }
}

/** The screens of the rooms. */
val ROOMS = listOf(
    "over-time", "about-me", "decisions", "decision", "readings", "reading-new", "ahead", "support", "unwell-write",
    "card-lines", "card-try", "people", "person",
)

private suspend fun Plan.somebody(): String {
    val person = add(
        "person",
        listOf(words("name", "Nia"), words("relation", "my daughter"), words("number", "07700 900 456"), yes("carer"), yes("on_card")),
    )
    add("authority", listOf(part("person", person), choice("by", "lpa_health"), words("seen_by", "The practice, in October")))
    addCarerNeed(person, "A night off, once a week", "Somebody to sit with Jo")
    return person
}

private suspend fun Plan.someDecision(): String {
    val decision = add("decision", listOf(words("what", "What to do about my knee")))
    val operation = addOption(decision, "An operation", "treatment")
    addOption(decision, "The exercise class on Mondays", "support")
    weigh(operation, "for", "It may last longer")
    weigh(operation, "against", "Six weeks away from my dog")
    return decision
}

/** Peak flow for some weeks, with two weeks of nothing and one day not answered. */
private suspend fun Plan.someReadings() {
    fun at(days: Int) = Moment(MORNING.ms - days * DAY, 0)
    for ((days, value) in listOf(49 to "310", 46 to "320", 42 to "305", 38 to "330", 17 to "300", 12 to "325", 7 to null, 3 to "340", 0 to "335")) {
        addReading(NewReading("peak_flow", value = value, unit = "L/min", at = at(days)))
    }
    addReading(NewReading("blood_pressure", value = "128", second = "76", unit = "mmHg", at = at(2), note = "After a cup of tea"))
}

private suspend fun Plan.someAhead() {
    add("preference", listOf(choice("sort", "place"), words("words", "At home, in my own bed, with the window open"), FieldAnswer("dated", Answer.Date("2026-10-03"))))
    add("preference", listOf(choice("sort", "not_want"), words("words", "I would not want to be moved at night")))
    add("form", listOf(choice("form", "respect"), words("place", "Blue folder in the hall"), FieldAnswer("dated", Answer.Date("2026-06-03"))))
    val old = keepCopy(NewCopy("ReSPECT form", "The words as they stood in May", "2026-05-01", "The practice", "Blue folder"))
    keepCopy(NewCopy("ReSPECT form", "The words as they stand on the form", "2026-06-03", "The practice", "Blue folder", old))
}

private suspend fun Plan.someSupport() {
    val asked = askFor(Asked("pulmonary_rehabilitation", of = "the practice nurse"))
    promised(asked, "The practice nurse", "2026-11-02")
    add("support", listOf(words("name", "Tuesday walkers"), words("about", "A slow walk to the canal"), words("contact", "At the library, 10 o’clock")))
    add("budget", listOf(words("amount", "£40 a month"), words("for_what", "Swimming")))
}

/** One field with two versions: the same words changed on another phone. */
suspend fun OverCore.twoOf(plan: Plan, kind: String, id: String, field: String, here: Answer, there: Answer, recovery: List<String>) {
    val backup = File(real.store.parentFile, "backup-rooms")
    plan.backUp(backup.path)
    RealPlan().use { other ->
        val tablet = other.doors("my tablet").restore(backup.path, recovery.joinToString(" ")).plan
        tablet.write(kind, id, field, there)
        plan.write(kind, id, field, here)
        plan.takeBundle(tablet.bundleFor(null))
        tablet.close()
    }
}
