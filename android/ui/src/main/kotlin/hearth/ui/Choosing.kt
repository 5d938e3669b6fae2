// One of several, on or off, a tick, a day: what is chosen rather than written.

package hearth.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.foundation.layout.requiredWidth
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.Checkbox
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Switch
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import hearth.bridge.Choice

/** One of several, as one thing to touch. */
@Composable
fun ChoiceRow(text: String, chosen: Boolean, modifier: Modifier = Modifier, under: String? = null, onChoose: () -> Unit) = Row(
    modifier.fillMaxWidth().heightIn(min = TOUCH).selectable(chosen, role = Role.RadioButton, onClick = onChoose).padding(vertical = 6.dp),
    horizontalArrangement = Arrangement.spacedBy(14.dp),
    verticalAlignment = Alignment.CenterVertically,
) {
    RadioButton(chosen, null, Modifier.requiredSize(24.dp))
    Column(Modifier.weight(1f)) {
        Body(text)
        if (under != null) Small(under)
    }
}

/**
 * One of several; none is chosen until one is touched. With [onClear] it is a question: where nothing
 * is chosen it says so, and what was chosen can be taken back.
 */
@Composable
fun PickOne(choices: List<Choice>, chosen: String?, ask: String? = null, onClear: (() -> Unit)? = null, onPick: (String) -> Unit) =
    Column {
        if (ask != null) Body(ask)
        Column(Modifier.selectableGroup()) {
            choices.forEach { choice ->
                ChoiceRow(choice.said, choice.word == chosen, Modifier.testTag("choice-${choice.word}")) { onPick(choice.word) }
            }
        }
        when {
            onClear == null -> Unit
            chosen.isNullOrEmpty() -> Small(LocalSaid.current["scale-not-answered"])
            else -> QuietButton(LocalSaid.current["scale-clear"], onClick = onClear)
        }
    }

/** On or off, told by a word as well. */
@Composable
fun OnOff(text: String, on: Boolean, under: String? = null, modifier: Modifier = Modifier, enabled: Boolean = true, onChange: (Boolean) -> Unit) {
    val state = stringResource(if (on) R.string.rooms_on else R.string.rooms_off)
    Row(
        modifier.fillMaxWidth().heightIn(min = TOUCH)
            .toggleable(on, enabled, Role.Switch, onValueChange = onChange)
            .semantics(mergeDescendants = true) { stateDescription = state },
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Body(text)
            if (under != null) Small(under)
        }
        Column(horizontalAlignment = Alignment.CenterHorizontally) {
            Switch(on, null, Modifier.requiredWidth(52.dp), enabled = enabled)
            Small(state)
        }
    }
}

/** "Only me", where it stands, and what it means. */
@Composable
fun OnlyMe(on: Boolean, onChange: (Boolean) -> Unit) =
    OnOff(LocalSaid.current["who-only-me"], on, stringResource(R.string.rooms_only_me), onChange = onChange)

/** One line of a list that is ticked off: told by its box and, where a word is given, by that. */
@Composable
fun TickRow(text: String, ticked: Boolean, state: String? = null, large: Boolean = false, under: List<String> = emptyList(), onTick: (Boolean) -> Unit) =
    Row(
        Modifier.fillMaxWidth().heightIn(min = TOUCH)
            .toggleable(ticked, role = Role.Checkbox, onValueChange = onTick)
            .semantics(mergeDescendants = true) { if (state != null) stateDescription = state }
            .padding(vertical = 6.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            if (large) Words(text) else Body(text)
            under.forEach { Small(it) }
        }
        Checkbox(ticked, null, Modifier.requiredSize(24.dp))
    }

/** Removed on one phone, changed on another: the person says. */
@Composable
fun Unsettled(line: String?, onKeep: () -> Unit, onRemove: () -> Unit) {
    if (line == null) return
    Note(line)
    OtherButton(LocalSaid.current["versions-keep"], onClick = onKeep)
    OtherButton(LocalSaid.current["versions-remove"], onClick = onRemove)
}
