// From a locked phone to the card: where it lies, its key, what the phone may show of it.

package hearth.app.card

import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import hearth.app.Choices
import hearth.app.PhoneKeys
import hearth.app.R
import hearth.app.phone.KeptChoices
import hearth.bridge.KeyItem
import hearth.bridge.KeyStore
import hearth.bridge.OpenCard
import hearth.ui.R as Words
import java.io.File

/**
 * What the card's Activity, widget and tile stand on. Nothing here is the session, the core, the
 * plan's key or the network: it works before the phone is unlocked for the first time.
 */
class CardPath(context: Context, keys: KeyStore = PhoneKeys()) {
    private val apart = apart(context)
    val choices: Choices = KeptChoices(apart)
    val file = CardFile(folder(context)) { wrapped -> keys.unwrap(KeyItem.Card, wrapped) }

    companion object {
        /** Storage that opens when the phone starts, before anybody has unlocked it. */
        fun apart(context: Context): Context = context.createDeviceProtectedStorageContext()

        /** The card's folder: the card, its wrapped key, its photo. */
        fun folder(context: Context): File = File(apart(context).filesDir, "card")

        fun intent(context: Context): Intent =
            Intent(context, CardActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK or Intent.FLAG_ACTIVITY_CLEAR_TOP)

        fun pending(context: Context): PendingIntent =
            PendingIntent.getActivity(context, 0, intent(context), PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT)
    }
}

/** What to say where it did not open; the core's own sentences, which a test compares. */
fun WhyNoCard.sentence(): Int = when (this) {
    WhyNoCard.Missing -> R.string.no_card_missing
    WhyNoCard.Unreadable -> R.string.no_card_unreadable
    WhyNoCard.TooLarge -> R.string.no_card_too_large
    WhyNoCard.NewerVersion -> R.string.no_card_newer
    WhyNoCard.NotThis -> R.string.no_card_not_this
    WhyNoCard.Malformed -> R.string.no_card_malformed
}

/** The first lines, for a widget that the person lets show them: what a stranger must not miss. */
fun OpenCard.firstLines(): List<String> {
    val urgent = sections.filter { it.kind == "allergies" }.flatMap { section -> listOf(section.heading) + section.lines.map { it.text } }
    val call = contacts.take(1).map { listOfNotNull(it.name, it.relation, it.number).joinToString(", ") }
    return urgent + call + listOfNotNull(mayBeBehind, age)
}

/** The words under which the card is found everywhere. */
val CARD_NAME = Words.string.unwell_card
