// About me.

package hearth.bridge

/** About me, ready to draw. */
data class About(
    /** The headings, in PRSB's order. */
    val rooms: List<Room>,
    /** The date it was written, and who helped. */
    val on: Field,
    /** Who helped write it. */
    val helpedBy: Field,
)

/** One heading of About me. */
data class Room(
    /** The field, for writing. */
    val field: String,
    /** Its heading: "What is most important to me". */
    val heading: String,
    /** What the person wrote. */
    val said: Field,
)

/** About me: the calls. */
interface AboutCalls {
    /** About me. */
    suspend fun about(): About
}

internal class CoreAbout(private val ask: Ask) : AboutCalls {
    override suspend fun about() = ask.of { it.about().own() }
}

internal fun hearth.core.AboutView.own(): About = About(
    rooms = rooms.map { it.own() },
    on = on.own(),
    helpedBy = helpedBy.own(),
)

internal fun hearth.core.Room.own(): Room = Room(
    field = field,
    heading = heading,
    said = said.own(),
)
