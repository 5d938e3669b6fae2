// The core itself on a store of its own that ends with the test.

package hearth.testing

import hearth.bridge.CoreDoors
import hearth.bridge.Doors
import hearth.bridge.KeyFault
import hearth.bridge.KeyItem
import hearth.bridge.KeyStore
import hearth.bridge.Keeping
import hearth.bridge.Moment
import java.io.File
import java.nio.file.Files
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers

/** 26 November 2026, 9:30 in the morning, in London. */
val MORNING = Moment(ms = 1_795_685_400_000, offsetMinutes = 0)

/** A folder with a plan in it, a key store of software, a clock that stands until it is set. */
class RealPlan(private val language: String = "en-GB", private val on: CoroutineDispatcher = Dispatchers.Unconfined) :
    AutoCloseable {
    private val folder: File = Files.createTempDirectory("hearth").toFile()
    val store = File(folder, "store").apply { mkdirs() }
    val card = File(folder, "card").apply { mkdirs() }
    val keys = SoftwareKeys(File(folder, "keys").apply { mkdirs() })

    /** What the phone's clock says. */
    var now: Moment = MORNING

    /** This phone's doors. */
    fun doors(deviceName: String = "this phone", language: String = this.language): Doors = CoreDoors(
        Keeping(store.path, card.path, keys, language, deviceName, clock = { now }),
        on,
    )

    override fun close() {
        folder.deleteRecursively()
    }
}

/** A key store of software that can be told to fail. */
class SoftwareKeys(private val folder: File) : KeyStore {
    private var core = hearth.core.softwareKeyStore(folder.path)

    /** What it fails with, if it is to fail. */
    var fails: KeyFault.Why? = null

    /** Every item that was unwrapped, in order. */
    val unwrapped = mutableListOf<KeyItem>()

    /** Every key of it is lost for good. */
    fun forget() {
        folder.listFiles()?.forEach { it.deleteRecursively() }
        core = hearth.core.softwareKeyStore(folder.path)
    }

    override fun wrap(item: KeyItem, secret: ByteArray) = told { core.wrap(item.core(), secret) }

    override fun unwrap(item: KeyItem, wrapped: ByteArray): ByteArray {
        unwrapped += item
        return told { core.unwrap(item.core(), wrapped) }
    }

    override fun counter() = told { core.counter()?.toLong() }
    override fun advance(to: Long) = told { core.advance(to.toULong()) }

    private fun <T> told(work: () -> T): T {
        fails?.let { throw KeyFault(it) }
        return work()
    }
}

private fun KeyItem.core() = when (this) {
    KeyItem.Plan -> hearth.core.KeyItem.PLAN
    KeyItem.Card -> hearth.core.KeyItem.CARD
}
