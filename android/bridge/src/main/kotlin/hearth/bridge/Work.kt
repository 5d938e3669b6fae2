// Long work: how far it is, and how to stop it.

package hearth.bridge

/** A handle for long work: asked how far it is, told to stop. */
class Work : AutoCloseable {
    private val core = hearth.core.Work()

    /** How far it is, from 0 to 1; 0 before it is known. */
    fun reached(): Float = guarded { core.reached() }.let {
        if (it.of == 0UL) 0f else it.done.toFloat() / it.of.toFloat()
    }

    /** Ends it, with nothing half made left. */
    fun stop(): Unit = guarded { core.stop() }

    override fun close() = core.close()

    internal fun core() = core
}
