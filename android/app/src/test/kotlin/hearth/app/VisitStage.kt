// What the stories of visits are told with: a screen, a finger, boxes, days.

package hearth.app

import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import hearth.bridge.Plan
import org.junit.After
import org.junit.Rule

/** A story of a visit. */
abstract class VisitStage {
    @get:Rule val rule = createComposeRule()
    protected val phone = FakePhone()
    protected val over = OverCore(outside = phone::outside)

    @After fun end() = over.close()

    protected fun draw(screen: String = "today", vararg about: String) =
        rule.setContent { Root(over.session, listOf(Where("today"), Where(screen, about.toList())).distinct()) }

    protected fun button(text: String) = rule.onAllNodes(hasText(text) and hasClickAction()).onFirst().seen()
    protected fun tap(text: String) = button(text).performClick()
    protected fun type(box: String, text: String) = rule.onNodeWithTag(box).seen().performTextInput(text)
    protected fun day(box: String, day: String, month: String, year: String) =
        listOf(day, month, year).forEachIndexed { at, part -> type("$box-$at", part) }
    protected fun under(box: String, text: String) = rule.onAllNodes(hasText(text) and hasAnyAncestor(hasTestTag(box)) and hasClickAction()).onFirst().seen()

    protected fun SemanticsNodeInteraction.seen() = apply {
        try {
            performScrollTo()
        } catch (_: AssertionError) {
            // It does not lie in anything that scrolls.
        }
    }

    protected fun seed(fill: suspend Plan.() -> String): String {
        var made = ""
        over.seed { made = fill() }
        return made
    }

    /** The button that keeps what is typed in this box: the next one after it on the page. */
    protected fun tapKeepOf(box: String) {
        val top = rule.onNodeWithTag(box).fetchSemanticsNode().positionInRoot.y
        val keeps = rule.onAllNodes(hasText("Keep it") and hasClickAction()).fetchSemanticsNodes()
        val next = keeps.indices.filter { keeps[it].positionInRoot.y > top }.minBy { keeps[it].positionInRoot.y }
        rule.onAllNodes(hasText("Keep it") and hasClickAction())[next].seen().performClick()
    }

    /** Chooses an answer of the question with these words. */
    protected fun pick(ask: String, answer: String) {
        val top = rule.onNodeWithText(ask).fetchSemanticsNode().positionInRoot.y
        val all = rule.onAllNodes(hasText(answer) and hasClickAction()).fetchSemanticsNodes()
        val next = all.indices.filter { all[it].positionInRoot.y > top }.minBy { all[it].positionInRoot.y }
        rule.onAllNodes(hasText(answer) and hasClickAction())[next].seen().performClick().assertIsSelected()
    }
}
