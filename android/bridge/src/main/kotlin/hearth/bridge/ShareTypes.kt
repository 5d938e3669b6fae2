// Showing the plan to somebody: links that end: what is drawn.

package hearth.bridge

/** A section that can be shared. */
enum class ShareSection {
    /** If I am found unwell. */
    Emergency,
    /** About me. */
    About,
    /** My goals and plan. */
    Goals,
    /** Looking ahead. */
    Ahead,
    /** People in my life and care. */
    People,
    /** What I measured. */
    Readings,
    /** What I answered before visits. */
    Sheets,
}

/** How a share stands. */
enum class ShareStanding {
    /** It is made here, and its host does not have it yet. */
    Waiting,
    /** Whoever has the link can open it. */
    Open,
    /** Nobody can open it until it is resumed. */
    Paused,
    /** To be paused; the host has not heard yet, and it can still be opened. */
    NotYetPaused,
    /** Tried too often with a wrong passcode: it opens to nobody. */
    Locked,
    /** It has ended by itself. */
    Expired,
    /** Ended; the host has not heard yet, and it can still be opened. */
    NotYetEnded,
    /** Ended, and the host knows. */
    Ended,
    /** The host no longer has it. */
    Gone,
}

/** A section with what it is called. */
data class NamedSection(
    /** Which. */
    val section: ShareSection,
    /** What it is called. */
    val title: String,
)

/** What is to be shared, and how. Begin with [ShareCalls.shareOffered]. */
data class ShareChoice(
    /** What the person calls it, up to 80 characters; whoever has the link reads it. */
    val label: String,
    /** Its sections. */
    val sections: List<ShareSection>,
    /** When it ends by itself: milliseconds since 1970. */
    val until: Long,
    /** Whether the host asks for a passcode. */
    val passcode: Boolean,
    /** Whether it is kept up to date; else it stays as it was previewed. */
    val keptUp: Boolean,
)

/** One section as whoever opens the link reads it. */
data class SharedSection(
    /** Its title. */
    val title: String,
    /** Its lines: text, never markup. */
    val lines: List<String>,
)

/** A share before it is made: all of it is shown, and what cannot be undone. */
data class SharePreview(
    /** What stands in front: who made it, what is not in it. */
    val front: List<String>,
    /** Everything that is in it. */
    val sections: List<SharedSection>,
    /** What cannot be undone once it is made: said before. */
    val cannotBeUndone: List<String>,
    /** When it would end by itself, in words. */
    val ends: String,
    /** How many bytes it has. */
    val bytes: Int,
    /** To be handed to [ShareCalls.shareMake]. */
    val sum: String,
)

/** One look at a share. */
data class ShareLook(
    /** When, and who they said they are: text, never markup. */
    val line: String,
)

/** One share. What opens it is in no log: it prints as its name and how it stands. */
data class Share(
    /** Its entry. */
    val id: String,
    /** What it is called. */
    val label: String,
    /** How it stands. */
    val standing: ShareStanding,
    /** What to say of it, in order. */
    val lines: List<String>,
    /** That it ends soon; "" where it does not. */
    val warning: String,
    /** What its sections are called; none on a phone that did not make it. */
    val sections: List<String>,
    /** The link, on the phone that made it. It is a key: shown, and kept or logged nowhere. */
    val link: String?,
    /** The passcode, there too. */
    val passcode: String?,
    /** When it ends by itself: milliseconds since 1970. */
    val until: Long?,
    /** Who looked, the newest first. */
    val looks: List<ShareLook>,
) {
    override fun toString() = "Share($id, $standing)"
}

/** Everything that is shared. */
data class Shares(
    /** The address of the host; "" where none is in use. */
    val host: String,
    /** The shares: what can be opened first. */
    val shares: List<Share>,
    /** How many can be opened now, as far as is known. */
    val open: Int,
)

internal fun ShareSection.core() = when (this) {
    ShareSection.Emergency -> hearth.core.ShareSection.EMERGENCY
    ShareSection.About -> hearth.core.ShareSection.ABOUT
    ShareSection.Goals -> hearth.core.ShareSection.GOALS
    ShareSection.Ahead -> hearth.core.ShareSection.AHEAD
    ShareSection.People -> hearth.core.ShareSection.PEOPLE
    ShareSection.Readings -> hearth.core.ShareSection.READINGS
    ShareSection.Sheets -> hearth.core.ShareSection.SHEETS
}

internal fun hearth.core.ShareSection.own() = when (this) {
    hearth.core.ShareSection.EMERGENCY -> ShareSection.Emergency
    hearth.core.ShareSection.ABOUT -> ShareSection.About
    hearth.core.ShareSection.GOALS -> ShareSection.Goals
    hearth.core.ShareSection.AHEAD -> ShareSection.Ahead
    hearth.core.ShareSection.PEOPLE -> ShareSection.People
    hearth.core.ShareSection.READINGS -> ShareSection.Readings
    hearth.core.ShareSection.SHEETS -> ShareSection.Sheets
}

internal fun hearth.core.ShareStanding.own() = when (this) {
    hearth.core.ShareStanding.WAITING -> ShareStanding.Waiting
    hearth.core.ShareStanding.OPEN -> ShareStanding.Open
    hearth.core.ShareStanding.PAUSED -> ShareStanding.Paused
    hearth.core.ShareStanding.NOT_YET_PAUSED -> ShareStanding.NotYetPaused
    hearth.core.ShareStanding.LOCKED -> ShareStanding.Locked
    hearth.core.ShareStanding.EXPIRED -> ShareStanding.Expired
    hearth.core.ShareStanding.NOT_YET_ENDED -> ShareStanding.NotYetEnded
    hearth.core.ShareStanding.ENDED -> ShareStanding.Ended
    hearth.core.ShareStanding.GONE -> ShareStanding.Gone
}

internal fun hearth.core.NamedSection.own() = NamedSection(section = section.own(), title = title)

internal fun ShareChoice.core(): hearth.core.ShareChoice = hearth.core.ShareChoice(
    label = label,
    sections = sections.map { it.core() },
    until = until,
    passcode = passcode,
    keptUp = keptUp,
)

internal fun hearth.core.ShareChoice.own(): ShareChoice = ShareChoice(
    label = label,
    sections = sections.map { it.own() },
    until = until,
    passcode = passcode,
    keptUp = keptUp,
)

internal fun hearth.core.SharedSection.own() = SharedSection(title = title, lines = lines)

internal fun hearth.core.SharePreview.own(): SharePreview = SharePreview(
    front = front,
    sections = sections.map { it.own() },
    cannotBeUndone = cannotBeUndone,
    ends = ends,
    bytes = bytes.toInt(),
    sum = sum,
)

internal fun hearth.core.ShareView.own(): Share = Share(
    id = id,
    label = label,
    standing = standing.own(),
    lines = lines,
    warning = warning,
    sections = sections,
    link = link,
    passcode = passcode,
    until = until,
    looks = looks.map { ShareLook(it.line) },
)

internal fun hearth.core.SharesView.own(): Shares = Shares(
    host = host,
    shares = shares.map { it.own() },
    open = open.toInt(),
)
