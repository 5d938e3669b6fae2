// Where the browser comes back to after the person has said yes to their practice: the phone's part knows the address.

import Foundation
import Platform

enum Linking {
    static let client = LinkAnswer.client
    static let redirect = LinkAnswer.redirect
    /// What the sign-in waits for. It is an https address that this app claims, and no scheme that any app may take.
    static let scheme = "https"

    /// An address that may be the browser's answer; none where it can't be. The core then looks whether it is.
    static func answer(_ address: URL) -> String? { LinkAnswer.of(address)?.absoluteString }
}
