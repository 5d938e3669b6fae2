// The card among the quick settings: one touch from the lock screen.

package hearth.app.card

import android.annotation.SuppressLint
import android.os.Build
import android.service.quicksettings.Tile
import android.service.quicksettings.TileService

/** Opens the card, and knows nothing of what is on it. */
class CardTile : TileService() {
    override fun onStartListening() {
        qsTile?.apply {
            state = Tile.STATE_INACTIVE
            label = getString(CARD_NAME)
            updateTile()
        }
    }

    /** Not after an unlock: the card is drawn over the lock screen. */
    override fun onClick() {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
            startActivityAndCollapse(CardPath.pending(this))
        } else {
            onOlderPhones()
        }
    }

    @SuppressLint("StartActivityAndCollapseDeprecated")
    @Suppress("DEPRECATION")
    private fun onOlderPhones() = startActivityAndCollapse(CardPath.intent(this))
}
