// Where the browser comes back to after the person has said yes to their practice.

package hearth.app

import java.net.URI
import java.net.URISyntaxException

/**
 * This app's name at a practice, and the address that it claims. Whoever publishes the app puts
 * their own host here and in the manifest, and an `assetlinks.json` on it: `hearth.example` is
 * nobody's.
 */
const val LINK_CLIENT = "hearth"
const val LINK_REDIRECT = "https://hearth.example/linked"

/** Longer than any answer of a practice. */
private const val MOST = 8 * 1024

/** An address that may be the browser's answer; none where it can't be. The core then looks whether it is. */
fun linkAnswer(address: String?): String? {
    if (address == null || address.length > MOST) return null
    val (found, ours) = try {
        URI(address) to URI(LINK_REDIRECT)
    } catch (_: URISyntaxException) {
        return null
    }
    val same = found.scheme == ours.scheme && found.rawAuthority == ours.rawAuthority && found.rawPath == ours.rawPath
    return address.takeIf { same }
}
