// Copied words stay on this phone, and are gone after ten minutes. Written, never run.

#if canImport(UIKit) && os(iOS)
import Foundation
import UIKit

@MainActor public struct PhoneCopier: Copier {
    public init() {}

    public func copy(_ text: String) {
        UIPasteboard.general.setItems(
            [["public.utf8-plain-text": text]], options: [.localOnly: true, .expirationDate: Date(timeIntervalSinceNow: 600)]
        )
    }
}
#endif
