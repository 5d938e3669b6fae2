// The tokens as views are drawn in them.

import CardPath
import SwiftUI

typealias Tokens = CardPath.Tokens

/// A token drawn in whatever light there is: `Ink(\.soft)`.
struct Ink {
    let token: KeyPath<Tokens, UInt32>
    init(_ token: KeyPath<Tokens, UInt32>) { self.token = token }

    func colour(_ scheme: ColorScheme) -> Color {
        Color(token: Tokens.of(scheme)[keyPath: token])
    }
}

extension View {
    /// Text and symbols in a token's colour.
    func ink(_ token: KeyPath<Tokens, UInt32>) -> some View { modifier(Inked(ink: Ink(token))) }

    /// A box in a token's colour, with round corners; `line`: its frame.
    func paper(
        _ token: KeyPath<Tokens, UInt32>,
        corner: CGFloat = 20,
        line: KeyPath<Tokens, UInt32>? = nil,
        isDashed: Bool = false
    ) -> some View {
        modifier(Papered(paper: Ink(token), corner: corner, line: line.map(Ink.init), isDashed: isDashed))
    }
}

private struct Inked: ViewModifier {
    let ink: Ink
    @Environment(\.colorScheme) private var scheme
    func body(content: Content) -> some View { content.foregroundStyle(ink.colour(scheme)) }
}

private struct Papered: ViewModifier {
    let paper: Ink, corner: CGFloat, line: Ink?, isDashed: Bool
    @Environment(\.colorScheme) private var scheme

    func body(content: Content) -> some View {
        content
            .background(paper.colour(scheme), in: RoundedRectangle(cornerRadius: corner))
            .overlay {
                if let line {
                    RoundedRectangle(cornerRadius: corner)
                        .strokeBorder(line.colour(scheme), style: StrokeStyle(lineWidth: 1.5, dash: isDashed ? [6, 5] : []))
                }
            }
    }
}
