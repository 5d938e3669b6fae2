// Where the browser comes back to after the person has said yes to their practice.

import Foundation

/// This app's name at a practice, and the address that it claims. Whoever publishes the app puts their own host here
/// and in the entitlements, and an `apple-app-site-association` on it: `hearth.example` is nobody's.
enum Linking {
    static let client = "hearth"
    static let redirect = "https://hearth.example/linked"
    /// What the sign-in waits for. It is an https address that this app claims, and no scheme that any app may take.
    static let scheme = "https"

    /// Longer than any answer of a practice.
    private static let most = 8 * 1024

    /// An address that may be the browser's answer; none where it can't be. The core then looks whether it is.
    static func answer(_ address: URL) -> String? {
        guard let ours = URL(string: redirect), address.absoluteString.utf8.count <= most else { return nil }
        let isOurs = address.scheme == ours.scheme && address.host == ours.host && address.port == ours.port
            && address.user == nil && address.path == ours.path
        return isOurs ? address.absoluteString : nil
    }
}
