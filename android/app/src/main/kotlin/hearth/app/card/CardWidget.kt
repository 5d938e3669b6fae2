// The card on the home screen: one touch opens it. It shows no line until the person switches that on.

package hearth.app.card

import android.appwidget.AppWidgetManager
import android.appwidget.AppWidgetProvider
import android.content.ComponentName
import android.content.Context
import android.view.View
import android.widget.RemoteViews
import hearth.app.R
import hearth.app.now

/** Reads the card file with the card's own key, and only where its lines are to be shown. */
class CardWidget : AppWidgetProvider() {
    override fun onUpdate(context: Context, manager: AppWidgetManager, ids: IntArray) =
        ids.forEach { manager.updateAppWidget(it, drawn(context, CardPath(context))) }

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

        /** Draws every one again: the card changed, or what may be shown of it. */
        fun refresh(context: Context) {
            val manager = AppWidgetManager.getInstance(context) ?: return
            val path = CardPath(context)
            manager.getAppWidgetIds(ComponentName(context, CardWidget::class.java)).forEach {
                manager.updateAppWidget(it, drawn(context, path))
            }
        }
    }
}
