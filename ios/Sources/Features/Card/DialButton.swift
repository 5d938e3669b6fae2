// Dials where no plan is open.

import SwiftUI

/// As `CallButton`, which needs a plan: the name first, then the number; nothing is asked before.
struct DialButton: View {
    let name: String, number: String
    let dial: @MainActor (URL) -> Void

    var body: some View {
        Button {
            let digits = number.filter { $0.isNumber || $0 == "+" || $0 == "*" || $0 == "#" }
            if let address = URL(string: "tel:\(digits)") { dial(address) }
        } label: {
            VStack {
                Text(name).font(.headline)
                // A number is read from left to right in every language.
                if number != name { Text("\u{2066}\(number)\u{2069}").font(.title3) }
            }
            .frame(maxWidth: .infinity, minHeight: 64)
        }
        .paper(\.call, corner: 18)
        .ink(\.onCall)
        .accessibilityLabel("\(name), \(number)")
    }
}
