// The browser's own sheet, where the person says yes to their practice. Written, never run.

#if canImport(AuthenticationServices) && canImport(UIKit)
import AuthenticationServices
import UIKit

/// It comes back to the address that the app claims, so no other app can take the answer (from iOS 17.4). Nothing of it stays in the browser: the next practice begins with no one's cookies.
@MainActor public final class PhoneSignIn: NSObject, WebSignIn, ASWebAuthenticationPresentationContextProviding {
    private var session: ASWebAuthenticationSession?

    public func signIn(at address: URL, callback scheme: String) async -> URL? {
        guard address.scheme == "https", session == nil else { return nil }
        defer { session = nil }
        return await withCheckedContinuation { going in
            // It may come on another queue than it was asked on.
            let ended: ASWebAuthenticationSession.CompletionHandler = { @Sendable answer, _ in going.resume(returning: LinkAnswer.of(answer)) }
            let session = ASWebAuthenticationSession(
                url: address, callback: .https(host: LinkAnswer.host, path: LinkAnswer.path), completionHandler: ended)
            session.presentationContextProvider = self
            session.prefersEphemeralWebBrowserSession = true
            self.session = session
            if !session.start() { going.resume(returning: nil) }
        }
    }

    public func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor {
        Front.controller?.view.window ?? ASPresentationAnchor()
    }
}
#endif
