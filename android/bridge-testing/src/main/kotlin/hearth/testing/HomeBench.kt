// Row 9 of the bars: Today across the boundary, with fifty goals in the plan.

package hearth.testing

import hearth.bridge.Answer
import hearth.bridge.FieldAnswer
import kotlinx.coroutines.runBlocking

/** `row9 FOLDER --round N`: prints the median of many calls, in nanoseconds. */
object HomeBench {
    private const val GOALS = 50
    private const val WARM = 5_000
    private const val CALLS = 1_001

    @JvmStatic
    fun main(arguments: Array<String>) = runBlocking {
        check(arguments.firstOrNull() == "row9") { "there is row9" }
        RealPlan().use { real ->
            val plan = real.doors().begin("Jo").plan
            repeat(GOALS) { at ->
                plan.add("goal", listOf(FieldAnswer("words", Answer.Words("Walk to the canal and back, $at")), FieldAnswer("importance", Answer.Whole(at % 10 + 1L))))
            }
            // What the person meets is code that has run before: Today is drawn at every change.
            repeat(WARM) { plan.home() }
            val took = LongArray(CALLS) {
                val begun = System.nanoTime()
                check(plan.home().goals.size == GOALS) { "not every goal came" }
                System.nanoTime() - begun
            }
            plan.close()
            println("""{"program":"jna","ns":${took.sorted()[CALLS / 2]}}""")
        }
    }
}
