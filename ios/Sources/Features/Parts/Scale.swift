// The scale of ten: two rows of five, and "not answered" as a real state.

import SwiftUI

/// What a scale says: its question, both ends, the chosen step.
struct ScaleWords {
    let ask: String, low: String, high: String
    let chosen: (Int) -> String
}

/// Ten buttons. To a screen reader it is one thing that is turned up and down. `kind`: `importance` or `confidence`, whose
/// words the core has; a question of a sheet brings its own.
struct Scale: View {
    let kind: String
    var words: ScaleWords?
    @Binding var value: Int?
    @Environment(Here.self) private var here
    @Environment(\.dynamicTypeSize) private var size

    init(_ kind: String, value: Binding<Int?>) {
        self.kind = kind
        _value = value
    }

    init(_ words: ScaleWords, name: String, value: Binding<Int?>) {
        kind = name
        self.words = words
        _value = value
    }

    private var ask: String { words?.ask ?? here.said["scale-\(kind)-ask"] }
    private var low: String { words?.low ?? here.said["scale-\(kind)-low"] }
    private var high: String { words?.high ?? here.said["scale-\(kind)-high"] }
    private var state: String {
        guard let value else { return here.said["scale-not-answered"] }
        return words?.chosen(value) ?? here.said["scale-\(kind)-chosen", value]
    }
    private var rows: [[Int]] { size.isAccessibilitySize ? (1...10).map { [$0] } : [Array(1...5), Array(6...10)] }

    var body: some View {
        VStack(alignment: .leading, spacing: 10) {
            Heading(ask)
            VStack(spacing: 8) {
                ForEach(rows, id: \.self) { row in
                    HStack(spacing: 8) {
                        ForEach(row, id: \.self) { Step(step: $0, isChosen: $0 == value, value: $value) }
                    }
                }
            }
            .accessibilityElement(children: .ignore)
            .accessibilityLabel("\(ask) \(low), \(high)")
            .accessibilityValue(state)
            .accessibilityAdjustableAction { turn($0) }
            .accessibilityAction(named: here.said["scale-clear"]) { value = nil }
            .accessibilityIdentifier("scale-\(kind)")
            HStack(alignment: .top) {
                Small(low)
                Spacer()
                Small(high)
            }
            HStack {
                Plain(state)
                Spacer()
                if value != nil { QuietButton(here.said["scale-clear"]) { value = nil } }
            }
        }
    }

    /// Up from "not answered" is 1, and down from 1 is "not answered".
    private func turn(_ direction: AccessibilityAdjustmentDirection) {
        switch direction {
        case .increment: value = min((value ?? 0) + 1, 10)
        case .decrement: value = (value ?? 0) > 1 ? (value ?? 0) - 1 : nil
        @unknown default: break
        }
    }
}

private struct Step: View {
    let step: Int, isChosen: Bool
    @Binding var value: Int?

    var body: some View {
        Button { value = step } label: {
            Text("\(step)").font(.title3).fontWeight(isChosen ? .bold : .regular)
                .frame(maxWidth: .infinity, minHeight: Tokens.touch)
        }
        .paper(isChosen ? \.ember : \.card, corner: 16, line: isChosen ? \.ember : \.line)
        .ink(isChosen ? \.onEmber : \.ink)
        .accessibilityIdentifier("step-\(step)")
    }
}
