// Runs JUnit classes and ends with one counted line.

package hearth.testing

import kotlin.system.exitProcess
import org.junit.runner.Description
import org.junit.runner.JUnitCore
import org.junit.runner.notification.Failure
import org.junit.runner.notification.RunListener

/** The program that `cargo xtask android test` starts. */
object Runner {
    @JvmStatic
    fun main(classes: Array<String>) {
        val core = JUnitCore()
        var last = System.nanoTime()
        core.addListener(object : RunListener() {
            val failed = mutableSetOf<Description>()

            // By a property, since a test's own classes may be loaded apart from this one.
            override fun testStarted(description: Description) {
                System.setProperty("hearth.test", description.methodName.orEmpty())
                System.clearProperty("hearth.state")
            }

            override fun testFailure(failure: Failure) {
                failed += failure.description
                println("FAILED  ${failure.description.displayName}")
                println(failure.trimmedTrace)
            }

            override fun testAssumptionFailure(failure: Failure) =
                println("SKIPPED ${failure.description.displayName}: ${failure.message}")

            override fun testFinished(description: Description) {
                val now = System.nanoTime()
                val took = (now - last) / 1_000_000
                last = now
                if (description !in failed) println("passed  ${description.displayName}, $took ms")
            }
        })
        val result = core.run(*classes.map { Class.forName(it) }.toTypedArray())
        val skipped = result.ignoreCount + result.assumptionFailureCount
        println("${result.runCount - result.failureCount} passed, ${result.failureCount} failed, $skipped skipped")
        exitProcess(if (result.wasSuccessful() && result.runCount > 0) 0 else 1)
    }
}
