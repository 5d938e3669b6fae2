// Signs, Steps, Call: three large buttons over a plan in use, each of which goes to its button.

package hearth.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp

/** From here on three words do not stand beside each other: they stand below each other. */
private const val TALL = 1.3f

/** One of the three. */
class BigButton(val symbol: String, val name: String, val under: Color, val over: Color, val onGo: () -> Unit)

/** Large enough for a hand that shakes; below each other where the text is large. */
@Composable
fun ThreeButtons(buttons: List<BigButton>) {
    if (LocalDensity.current.fontScale > TALL) {
        Column(verticalArrangement = Arrangement.spacedBy(10.dp)) { buttons.forEach { Big(it, Modifier.fillMaxWidth()) } }
    } else {
        Row(horizontalArrangement = Arrangement.spacedBy(10.dp)) { buttons.forEach { Big(it, Modifier.weight(1f)) } }
    }
}

@Composable
private fun Big(button: BigButton, modifier: Modifier) = Button(
    button.onGo, modifier.heightIn(min = 80.dp), shape = RoundedCornerShape(18.dp),
    colors = ButtonDefaults.buttonColors(button.under, button.over), contentPadding = PaddingValues(6.dp),
) {
    Column(horizontalAlignment = Alignment.CenterHorizontally) {
        // The word says it all: the symbol is for the eye.
        Text(button.symbol, Modifier.clearAndSetSemantics { }, style = MaterialTheme.typography.titleMedium)
        Text(button.name, style = MaterialTheme.typography.labelLarge, textAlign = TextAlign.Center)
    }
}
