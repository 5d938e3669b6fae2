// Showing the plan to somebody: links that end.

package hearth.bridge

/** Showing the plan to somebody: links that end: the calls. Those that ask the network may take 30 s. */
interface ShareCalls {
    /** Tells the hosts what they have not heard, and asks who looked. Asks the network. */
    suspend fun deliverShares(): Shares

    /** One share. Asks nobody. */
    suspend fun share(id: String): Share

    /** Ends it for good. Asks the network: where the host is away it is told later. */
    suspend fun shareEnd(id: String): Share

    /**
     * Takes a share host into use: its address, and the token that whoever runs it gave. Asks the
     * network.
     */
    suspend fun shareEnrol(address: String, token: String): Shares

    /** It ends by itself at another time: milliseconds since 1970. Asks the network. */
    suspend fun shareExtend(id: String, until: Long): Share

    /**
     * Shares just what was previewed: [sum] is the preview's. Without signal it is made and waits.
     * Asks the network.
     */
    suspend fun shareMake(choice: ShareChoice, sum: String): Share

    /** What is offered first; where [visitEnds] is said (milliseconds since 1970), for that visit. */
    suspend fun shareOffered(visitEnds: Long? = null): ShareChoice

    /** Nobody can open it until it is resumed. Asks the network. */
    suspend fun sharePause(id: String): Share

    /** Just what would be shared. Asks nobody. */
    suspend fun sharePreview(choice: ShareChoice): SharePreview

    /** It can be opened again. Asks the network. */
    suspend fun shareResume(id: String): Share

    /** The sections that can be shared, in order. */
    suspend fun shareSections(): List<NamedSection>

    /** What is shared, as this phone knows it. Asks nobody. */
    suspend fun shares(): Shares

    /** Ends everything that is shared. Asks the network. */
    suspend fun stopAllSharing(): Shares
}

/** [out] is where calls run that ask the network: the others never wait behind one. */
internal class CoreShare(private val ask: Ask, private val out: Ask) : ShareCalls {
    override suspend fun deliverShares() = out.of { it.deliverShares().own() }

    override suspend fun share(id: String) = ask.of { it.share(id).own() }

    override suspend fun shareEnd(id: String) = out.of { it.shareEnd(id).own() }

    override suspend fun shareEnrol(address: String, token: String) = out.of { it.shareEnrol(address, token).own() }

    override suspend fun shareExtend(id: String, until: Long) = out.of { it.shareExtend(id, until).own() }

    override suspend fun shareMake(choice: ShareChoice, sum: String) = out.of { it.shareMake(choice.core(), sum).own() }

    override suspend fun shareOffered(visitEnds: Long?) = ask.of { it.shareOffered(visitEnds).own() }

    override suspend fun sharePause(id: String) = out.of { it.sharePause(id).own() }

    override suspend fun sharePreview(choice: ShareChoice) = ask.of { it.sharePreview(choice.core()).own() }

    override suspend fun shareResume(id: String) = out.of { it.shareResume(id).own() }

    override suspend fun shareSections() = ask.of { it.shareSections().map { one -> one.own() } }

    override suspend fun shares() = ask.of { it.shares().own() }

    override suspend fun stopAllSharing() = out.of { it.stopAllSharing().own() }
}
