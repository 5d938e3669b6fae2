package hearth.app

import android.app.NotificationManager
import android.appwidget.AppWidgetManager
import android.content.Context
import android.os.Looper
import android.widget.TextView
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import androidx.work.CoroutineWorker
import androidx.work.ListenableWorker
import androidx.work.testing.TestListenableWorkerBuilder
import hearth.app.card.CardWidget
import hearth.app.phone.CareWorker
import hearth.app.phone.SyncWorker
import hearth.bridge.CoreDoors
import hearth.bridge.Keeping
import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf

/** What goes on while nobody looks. */
@RunWith(AndroidJUnit4::class)
class WorkTest {
    private val context: Context = ApplicationProvider.getApplicationContext()
    private val application get() = context as HearthApplication
    private val keys = PretendKeyStore()
    private val backup = File(context.filesDir, HearthFiles.BACKUP)
    private val notifications get() = shadowOf(context.getSystemService(NotificationManager::class.java)).allNotifications

    @After fun end() {
        (application.session.stage as? Stage.Ready)?.host?.plan?.close()
        keys.close()
    }

    /** The plan lives on the thread that draws, so that thread must go on meanwhile. */
    private fun worked(worker: CoroutineWorker): ListenableWorker.Result {
        val doing = CoroutineScope(Dispatchers.IO).async { worker.doWork() }
        while (!doing.isCompleted) {
            shadowOf(Looper.getMainLooper()).idle()
            Thread.yield()
        }
        return runBlocking { doing.await() }
    }

    private fun aPlan() = runBlocking {
        val store = File(context.filesDir, HearthFiles.STORE).apply { mkdirs() }
        val card = hearth.app.card.CardPath.folder(context).apply { mkdirs() }
        CoreDoors(Keeping(store.path, card.path, PhoneKeys(), "en-GB", "this phone"), Dispatchers.Unconfined).begin("Jo").plan.apply { someGoal() }.close()
    }

    @Test
    fun where_there_is_no_plan_nothing_is_done_and_none_is_made() {
        assertEquals(ListenableWorker.Result.success(), worked(TestListenableWorkerBuilder<SyncWorker>(context).build()))
        assertEquals(ListenableWorker.Result.success(), worked(TestListenableWorkerBuilder<CareWorker>(context).build()))
        assertEquals(Stage.FirstRun, application.session.stage)
        assertFalse(backup.exists())
    }

    @Test
    fun the_sealed_backup_is_written_where_the_phones_own_backup_takes_it_and_nobody_is_reminded_of_nothing() {
        aPlan()
        application.choices.reminders = true
        application.choices.widgetLines = true
        val home = shadowOf(AppWidgetManager.getInstance(context))
        val widget = home.createWidget(CardWidget::class.java, R.layout.card_widget)
        fun said() = home.getViewFor(widget).findViewById<TextView>(R.id.card_widget_name).text.toString()
        // As it was drawn before there was a card.
        home.getViewFor(widget).findViewById<TextView>(R.id.card_widget_name).text = "Emergency card"
        assertEquals(ListenableWorker.Result.success(), worked(TestListenableWorkerBuilder<CareWorker>(context).build()))
        assertTrue(backup.length() > 500)
        val words = "Manage my pain"
        assertFalse("in clear", String(backup.readBytes(), Charsets.ISO_8859_1).contains(words))
        assertEquals(emptyList<Any>(), notifications)
        assertTrue("the widget is old", "Jo" in said())
        // Not linked: a sync asks nobody and is no failure.
        assertEquals(ListenableWorker.Result.success(), worked(TestListenableWorkerBuilder<SyncWorker>(context).build()))
    }
}
