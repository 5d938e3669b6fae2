// Keeping the plan safe.

package hearth.bridge

/** What a backup holds. */
data class BackedUp(
    /** How many things that were ever written. */
    val ops: Int,
    /** Photos and voice notes. */
    val files: Int,
    /** What is damaged here or not on this phone, so that it is not in it. */
    val leftOut: Int,
)

/** A backup that was looked at to its end: all of it is there. */
data class Backup(
    /** How many things that were ever written are in it. */
    val ops: Int,
    /** Photos and voice notes. */
    val files: Int,
    /** That it is whole, when it was made, and what is not in it. */
    val sentences: List<String>,
)

/** A plan as JSON. */
data class Export(
    /** The document. */
    val json: String,
    /** What was left out of it. */
    val leftOut: LeftOut,
)

/** What was left out of an export, in entries. */
data class LeftOut(
    /** Marked "only me". */
    val onlyMe: Int,
    /** Removed. */
    val removed: Int,
    /** Of which something leaves the phone only by a choice of its own. */
    val delicate: Int,
)

/** Keeping the plan safe: the calls. */
interface SafeCalls {
    /**
     * Writes the whole plan into one sealed file at `to`, in place of any that was there. It opens
     * with the recovery words as they are today. `work`: see Work; stopped, the plan and the
     * backup before are as they were.
     */
    suspend fun backUp(to: String, work: Work? = null): BackedUp

    /** When a backup was made, from its beginning alone: "Last backup: 3 November". */
    suspend fun backupMade(from: String): String

    /** Looks at a backup to its end, with the recovery words as they are today. It makes nothing. */
    suspend fun checkBackup(from: String, work: Work? = null): Backup

    /**
     * The plan as it stands, for the person to take anywhere. How they felt is in it only
     * `with_delicate`, which they choose each time.
     */
    suspend fun export(withDelicate: Boolean): Export

    /** New recovery words, in place of ones that somebody else may have seen. */
    suspend fun newRecoveryWords(): List<String>

    /** How the plan was found, in sentences; none where all is well. */
    suspend fun notices(): List<String>

    /** A phone that had the plan is lost: a new key and new recovery words. */
    suspend fun phoneLost(): List<String>

    /** Shows the twelve recovery words again. */
    suspend fun recoveryWords(): List<String>

    /**
     * Packs history, takes away files that nothing names, sees to the card's photo. To be called
     * when there is time.
     */
    suspend fun tidy()
}

/** Whole files are written and read beside the other calls: none of those waits behind one. */
internal class CoreSafe(private val ask: Ask, private val out: Ask) : SafeCalls {
    override suspend fun backUp(to: String, work: Work?) = out.of { it.backUp(to, work?.core()).own() }

    override suspend fun backupMade(from: String) = ask.of { it.backupMade(from) }

    override suspend fun checkBackup(from: String, work: Work?) = out.of { it.checkBackup(from, work?.core()).own() }

    override suspend fun export(withDelicate: Boolean) = ask.of { it.export(withDelicate).own() }

    override suspend fun newRecoveryWords() = ask.of { it.newRecoveryWords() }

    override suspend fun notices() = ask.of { it.notices() }

    override suspend fun phoneLost() = ask.of { it.phoneLost() }

    override suspend fun recoveryWords() = ask.of { it.recoveryWords() }

    override suspend fun tidy() = out.of { it.tidy() }
}

internal fun hearth.core.BackedUp.own(): BackedUp = BackedUp(
    ops = ops.toInt(),
    files = files.toInt(),
    leftOut = leftOut.toInt(),
)

internal fun hearth.core.BackupView.own(): Backup = Backup(
    ops = ops.toInt(),
    files = files.toInt(),
    sentences = sentences,
)

internal fun hearth.core.Export.own(): Export = Export(
    json = json,
    leftOut = leftOut.own(),
)

internal fun hearth.core.LeftOut.own(): LeftOut = LeftOut(
    onlyMe = onlyMe.toInt(),
    removed = removed.toInt(),
    delicate = delicate.toInt(),
)
