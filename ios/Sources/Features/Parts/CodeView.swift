// A code for another phone to scan.

import Bridge
import SwiftUI

/// The core's squares, dark on light in every mode, with the empty border of four that a camera needs. `said`: what a screen
/// reader says of it.
struct CodeView: View {
    let code: Code
    let said: String
    init(_ code: Code, said: String) {
        self.code = code
        self.said = said
    }

    var body: some View {
        Canvas { [code] context, size in
            let (border, side) = (4, min(size.width, size.height))
            // Whole points: between squares with broken edges a camera sees light.
            let square = max(1, (side / Double(code.size + 2 * border)).rounded(.down))
            let whole = square * Double(code.size + 2 * border)
            let (left, top) = ((size.width - whole) / 2, (size.height - whole) / 2)
            var paper = Path(), dark = Path()
            paper.addRect(CGRect(x: left, y: top, width: whole, height: whole))
            for (at, value) in code.squares.enumerated() where value == 1 {
                let (across, down) = (Double(border + at % code.size), Double(border + at / code.size))
                dark.addRect(CGRect(x: left + across * square, y: top + down * square, width: square, height: square))
            }
            context.fill(paper, with: .color(.white))
            context.fill(dark, with: .color(.black))
        }
        .aspectRatio(1, contentMode: .fit)
        .frame(maxWidth: 420)
        .frame(maxWidth: .infinity)
        // It is not turned round where words run from the right: a camera reads it from one side.
        .environment(\.layoutDirection, .leftToRight)
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(said)
        .accessibilityAddTraits(.isImage)
    }
}
