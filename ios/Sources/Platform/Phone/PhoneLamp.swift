// The screen, lit while a code on it is held out. Written, never run.

#if canImport(UIKit) && os(iOS)
import UIKit

/// Puts the brightness back as the person had it.
@MainActor public final class PhoneLamp: Lamp {
    private var before: (screen: UIScreen, brightness: CGFloat)?

    public init() {}

    public func lit(_ on: Bool) {
        UIApplication.shared.isIdleTimerDisabled = on
        if !on {
            before.map { $0.screen.brightness = $0.brightness }
            before = nil
        } else if before == nil, let screen = Front.controller?.view.window?.windowScene?.screen {
            before = (screen, screen.brightness)
            screen.brightness = 1
        }
    }
}
#endif
