// The colours and measures of docs/tokens.tsv. A test of xtask compares them with that list, and Android's too. They lie
// here because the card is drawn without all the rest.

import SwiftUI

/// Paper and ember, in light or in dark.
public struct Tokens: Sendable, Equatable {
    public let paper: UInt32, card: UInt32, sunk: UInt32
    public let ink: UInt32, soft: UInt32, line: UInt32
    public let ember: UInt32, onEmber: UInt32
    public let emberSoft: UInt32, onEmberSoft: UInt32
    public let green: UInt32, onGreen: UInt32
    public let amber: UInt32, onAmber: UInt32
    public let red: UInt32, onRed: UInt32
    public let call: UInt32, onCall: UInt32

    public static let light = Tokens(
        paper: 0xFAF6F0, card: 0xFFFFFF, sunk: 0xF1E9DF,
        ink: 0x2B211A, soft: 0x5E5047, line: 0x8A7A6D,
        ember: 0xA63D14, onEmber: 0xFFFFFF,
        emberSoft: 0xFBE4D8, onEmberSoft: 0x5C1F06,
        green: 0xE3F1E4, onGreen: 0x14532B,
        amber: 0xFFEFCC, onAmber: 0x5E3B00,
        red: 0xFBE0DE, onRed: 0x7A1212,
        call: 0xB01818, onCall: 0xFFFFFF
    )

    public static let dark = Tokens(
        paper: 0x17130F, card: 0x221C17, sunk: 0x2C241E,
        ink: 0xF4EBE2, soft: 0xCDBFB3, line: 0x8F8175,
        ember: 0xFFB38F, onEmber: 0x451600,
        emberSoft: 0x4A2413, onEmberSoft: 0xFFDCCB,
        green: 0x14321F, onGreen: 0xB5E6C2,
        amber: 0x3B2A05, onAmber: 0xFFDD9A,
        red: 0x45100F, onRed: 0xFFC9C4,
        call: 0xFF8A80, onCall: 0x451600
    )

    public static func of(_ scheme: ColorScheme) -> Tokens { scheme == .dark ? .dark : .light }

    /// At the sides of every screen.
    public static let side: CGFloat = 20
    /// What a shaking hand must hit.
    public static let touch: CGFloat = 56
}

extension Color {
    /// A token's colour.
    public nonisolated init(token value: UInt32) {
        func part(_ shift: UInt32) -> Double { Double((value >> shift) & 0xFF) / 255 }
        self.init(.sRGB, red: part(16), green: part(8), blue: part(0), opacity: 1)
    }
}
