// Keeping the plan safe: what its screens ask of the plan, the session and the phone.

package hearth.app.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.res.stringResource
import hearth.app.Drafts
import hearth.app.Here
import hearth.app.PlaceName
import hearth.app.Screen
import hearth.app.Session
import hearth.bridge.Fault
import hearth.ui.R
import hearth.ui.screens.BackupActions
import hearth.ui.screens.BackupNow
import hearth.ui.screens.BackupScreen
import hearth.ui.screens.RestoreActions
import hearth.ui.screens.RestoreNow
import hearth.ui.screens.RestoreScreen
import hearth.ui.screens.SecretActions
import hearth.ui.screens.SecretScreen
import java.io.File

val SAFE_SCREENS = listOf(
    Screen("settings-words", PlaceName.People) { Secret(it) },
    Screen("settings-backup", PlaceName.People) { TheBackup(it) },
    Screen("settings-restore", PlaceName.People) { BringBack(it.host.session, it.drafts, null) },
)

private const val SEALED = "application/octet-stream"

/** The words are only ever in what is drawn: turned or left, the screen hides them again. */
@Composable
private fun Secret(here: Here) {
    val lock = here.host.session.outside.lock
    val title = stringResource(R.string.secret_show)
    val not = stringResource(R.string.secret_not_passed)
    var words by remember { mutableStateOf<List<String>?>(null) }
    var fresh by remember { mutableStateOf(false) }
    var asking by remember { mutableStateOf(false) }
    var trouble by remember { mutableStateOf<String?>(null) }
    fun behindTheLock(then: () -> Unit) {
        if (!lock.can) return then()
        lock.ask(title) { known -> if (known) then() else trouble = not }
    }
    SecretScreen(
        words, fresh, lock.can, asking, trouble,
        SecretActions(
            onShow = {
                trouble = null
                behindTheLock { here.host.act({ trouble = it.sentence }) { words = recoveryWords() } }
            },
            onHide = {
                words = null
                fresh = false
            },
            onAskNew = { asking = it },
            onNew = {
                asking = false
                trouble = null
                behindTheLock {
                    here.host.act({ trouble = it.sentence }) {
                        words = newRecoveryWords()
                        fresh = true
                    }
                }
            },
            onBackup = { here.navigator.go("settings-backup") },
        ),
    )
}

@Composable
private fun TheBackup(here: Here) {
    val session = here.host.session
    val outside = session.outside
    val making = session.goings["backup"]
    val checking = session.goings["check"]
    val name = stringResource(R.string.backup_file_name) + ".hearth"
    val put = stringResource(R.string.backup_put_done)
    val failed = stringResource(R.string.backup_put_nowhere)
    // What the file itself says: not what this app remembers of it.
    var last by remember { mutableStateOf<String?>(null) }
    var lastTrouble by remember { mutableStateOf<String?>(null) }
    var made by remember { mutableStateOf(false) }
    var looked by remember { mutableIntStateOf(0) }
    LaunchedEffect(looked, here.host.version) {
        try {
            last = if (File(outside.backupFile).exists()) here.plan.backupMade(outside.backupFile) else null
            lastTrouble = null
        } catch (fault: Fault) {
            last = null
            lastTrouble = fault.sentence
        }
    }
    val now = BackupNow(
        last, making.part, made, checking.part, making.said + checking.said,
        making.trouble ?: checking.trouble ?: lastTrouble,
    )
    BackupScreen(
        now,
        BackupActions(
            onMake = {
                made = false
                checking.read()
                making.begin({ here.plan.backUp(outside.backupFile, it) }) {
                    made = true
                    looked++
                }
            },
            onStop = {
                making.stop()
                checking.stop()
            },
            onPut = {
                checking.read()
                outside.papers.keep(name, SEALED, outside.backupFile) { there -> making.said = listOf(if (there) put else failed) }
            },
            onCheck = {
                making.read()
                outside.papers.choose { chosen ->
                    if (chosen != null) checking.begin({ work ->
                        try {
                            here.plan.checkBackup(chosen.path, work)
                        } finally {
                            outside.papers.forget(chosen.path)
                        }
                    }) { checking.said = it.sentences }
                }
            },
        ),
    )
}

/** Bringing a plan back to a phone with none; without [over] a plan is here, and a backup is only looked at. */
@Composable
fun BringBack(session: Session, drafts: Drafts, over: (() -> Unit)?) {
    val looking = session.goings["look"]
    val restoring = session.goings["restore"]
    val path = drafts["restore.path"]
    fun words(text: String) {
        session.typedWords = text
        // What was found was found with other words.
        looking.read()
        restoring.read()
    }
    val now = RestoreNow(
        over == null, drafts["restore.name"].ifEmpty { null }, session.typedWords, looking.part ?: restoring.part,
        looking.said, looking.trouble ?: restoring.trouble,
    )
    RestoreScreen(
        now,
        RestoreActions(
            onChoose = {
                session.outside.papers.choose { chosen ->
                    if (chosen != null) {
                        session.outside.papers.forget(path)
                        drafts["restore.name"] = chosen.name
                        drafts["restore.path"] = chosen.path
                        looking.read()
                        restoring.read()
                    }
                }
            },
            onWords = ::words,
            onLook = {
                looking.begin({ session.doors.lookAtBackup(path, session.typedWords, it) }) { looking.said = it.sentences }
            },
            onRestore = {
                over?.let { here ->
                    session.restore(path, session.typedWords) {
                        session.outside.papers.forget(path)
                        drafts.clear("restore.")
                        here()
                    }
                }
            },
            onStop = {
                looking.stop()
                restoring.stop()
            },
        ),
    )
}
