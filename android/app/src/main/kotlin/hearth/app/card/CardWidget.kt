// The card on the home screen: one touch opens it. It shows no line until the person switches that on.

package hearth.app.card

import android.app.AlarmManager
import android.app.PendingIntent
import android.appwidget.AppWidgetManager
import android.appwidget.AppWidgetProvider
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import android.view.View
import android.widget.RemoteViews
import hearth.app.R
import hearth.app.now
import java.time.Instant
import java.time.ZoneId

/** Reads the card file with the card's own key, and only where its lines are to be shown. */
class CardWidget : AppWidgetProvider() {
    override fun onUpdate(context: Context, manager: AppWidgetManager, ids: IntArray) = refresh(context)

    /** Its own midnight, and a clock that was set. */
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action in ANOTHER_DAY) refresh(context) else super.onReceive(context, intent)
    }

    companion object {
        /** What is drawn. */
        fun drawn(context: Context, path: CardPath) = RemoteViews(context.packageName, R.layout.card_widget).apply {
            val (name, lines) = said(path)
            setTextViewText(R.id.card_widget_name, name ?: context.getString(CARD_NAME))
            setTextViewText(R.id.card_widget_lines, lines.joinToString("\n"))
            setViewVisibility(R.id.card_widget_lines, if (lines.isEmpty()) View.GONE else View.VISIBLE)
            setOnClickPendingIntent(R.id.card_widget, CardPath.pending(context))
        }

        /** Name and lines; nothing where the person has not switched them on, or the card does not open. */
        private fun said(path: CardPath): Pair<String?, List<String>> {
            if (!path.choices.widgetLines) return null to emptyList()
            return try {
                path.file.open(now()).let { it.name to it.firstLines() }
            } catch (_: NoCard) {
                null to emptyList()
            }
        }

        private const val MIDNIGHT = "hearth.app.card.MIDNIGHT"
        private val ANOTHER_DAY = setOf(MIDNIGHT, Intent.ACTION_TIME_CHANGED, Intent.ACTION_TIMEZONE_CHANGED)

        /** How old the card is changes with the day. It wakes no phone: one that sleeps draws it when it wakes. */
        private fun atMidnight(context: Context) {
            val here = ZoneId.systemDefault()
            val next = Instant.ofEpochMilli(System.currentTimeMillis()).atZone(here).toLocalDate().plusDays(1).atStartOfDay(here)
            val draw = Intent(context, CardWidget::class.java).setAction(MIDNIGHT)
            val then = PendingIntent.getBroadcast(context, 0, draw, PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT)
            context.getSystemService(AlarmManager::class.java)?.set(AlarmManager.RTC, next.toInstant().toEpochMilli(), then)
        }

        /** Draws every one again: the card changed, or what may be shown of it, or the day. */
        fun refresh(context: Context) {
            val manager = AppWidgetManager.getInstance(context) ?: return
            val path = CardPath(context)
            val ids = manager.getAppWidgetIds(ComponentName(context, CardWidget::class.java))
            ids.forEach { manager.updateAppWidget(it, drawn(context, path)) }
            if (ids.isNotEmpty() && path.choices.widgetLines) atMidnight(context)
        }
    }
}
