// What goes on while nobody looks: in step with the practice, the sealed backup, a reminder that says nothing.

package hearth.app.phone

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import androidx.work.Constraints
import androidx.work.CoroutineWorker
import androidx.work.ExistingPeriodicWorkPolicy
import androidx.work.NetworkType
import androidx.work.PeriodicWorkRequestBuilder
import androidx.work.WorkManager
import androidx.work.WorkerParameters
import hearth.app.Choices
import hearth.app.HearthApplication
import hearth.app.MainActivity
import hearth.app.R
import hearth.app.card.CardWidget
import hearth.app.caughtUp
import hearth.bridge.Fault
import hearth.bridge.LinkStanding
import java.util.concurrent.TimeUnit

private const val SYNC = "sync"
private const val CARE = "care"
private const val CHANNEL = "reminders"
private const val THE_ONE = 1

/** When it is done; asked for again whenever the app is opened or a choice changes. */
fun planWork(context: Context, choices: Choices) {
    val network = if (choices.wifiOnly) NetworkType.UNMETERED else NetworkType.CONNECTED
    val sync = PeriodicWorkRequestBuilder<SyncWorker>(6, TimeUnit.HOURS)
        .setConstraints(Constraints.Builder().setRequiredNetworkType(network).setRequiresBatteryNotLow(true).build()).build()
    val care = PeriodicWorkRequestBuilder<CareWorker>(1, TimeUnit.DAYS)
        .setConstraints(Constraints.Builder().setRequiresBatteryNotLow(true).build()).build()
    WorkManager.getInstance(context).apply {
        enqueueUniquePeriodicWork(SYNC, ExistingPeriodicWorkPolicy.UPDATE, sync)
        enqueueUniquePeriodicWork(CARE, ExistingPeriodicWorkPolicy.UPDATE, care)
    }
}

/**
 * In step with the practice, where there is one; then the mail, and the copies of what others share. It uses the one
 * plan that this process holds.
 */
class SyncWorker(context: Context, parameters: WorkerParameters) : CoroutineWorker(context, parameters) {
    override suspend fun doWork(): Result {
        val session = (applicationContext as HearthApplication).session
        val plan = session.opened() ?: return Result.success()
        try {
            if (plan.practice().standing == LinkStanding.Linked) plan.sync()
        } catch (_: Fault) {
            // It is said on the practice's screen; the next time comes by itself.
        }
        try {
            session.caughtUp()
        } finally {
            CardWidget.refresh(applicationContext)
        }
        return Result.success()
    }
}

/** Once a day: packs, writes the sealed backup, and reminds where the person wants that. */
class CareWorker(context: Context, parameters: WorkerParameters) : CoroutineWorker(context, parameters) {
    override suspend fun doWork(): Result {
        val application = applicationContext as HearthApplication
        val plan = application.session.opened() ?: return Result.success()
        // What was given to another app as a file lay in the clear until it was taken.
        PhoneSharer.forget(applicationContext)
        return try {
            plan.tidy()
            plan.backUp(application.session.outside.backupFile)
            if (application.choices.reminders && plan.home().let { it.due.isNotEmpty() || it.late.isNotEmpty() }) remind(applicationContext)
            Result.success()
        } catch (_: Fault) {
            Result.success()
        } finally {
            CardWidget.refresh(applicationContext)
        }
    }
}

/** One notification, always the same: that there is something to look at. What it is stands in the app. */
fun remind(context: Context) {
    val manager = context.getSystemService(NotificationManager::class.java) ?: return
    manager.createNotificationChannel(
        NotificationChannel(CHANNEL, context.getString(R.string.reminders), NotificationManager.IMPORTANCE_DEFAULT),
    )
    val open = PendingIntent.getActivity(context, 0, Intent(context, MainActivity::class.java), PendingIntent.FLAG_IMMUTABLE)
    val said = Notification.Builder(context, CHANNEL)
        .setSmallIcon(hearth.ui.R.drawable.place_today)
        .setContentTitle(context.getString(R.string.reminder))
        .setContentIntent(open)
        .setAutoCancel(true)
        .setVisibility(Notification.VISIBILITY_PRIVATE)
        .build()
    if (manager.areNotificationsEnabled()) manager.notify(THE_ONE, said)
}
