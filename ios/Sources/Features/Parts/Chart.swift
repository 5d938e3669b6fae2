// Dots and a thin line over time, with gaps where nothing was answered.

import Bridge
import SwiftUI

/// Where everything of one line stands, 0 to 1 from the start and from the foot. A line runs only where the core says that two
/// points are joined; what was asked and not answered stands at the foot.
struct Chart: Equatable {
    struct Dot: Equatable { let across: Double, up: Double, isOneOfSeveral: Bool }
    struct Stroke: Equatable { let from: Dot, to: Dot }

    let dots: [Dot], strokes: [Stroke], unanswered: [Double]
    let highest: String?, lowest: String?, first: String?, last: String?

    init(_ line: OverTimeLine, _ asked: [OverTimeMoment]) {
        let points = line.points.filter(\.value.isFinite)
        let days = (points.map { ($0.at, $0.day) } + asked.map { ($0.at, $0.day) }).sorted { $0.0 < $1.0 }
        let (start, end) = (Double(days.first?.0 ?? 0), Double(days.last?.0 ?? 0))
        let (low, high) = (points.map(\.value).min() ?? 0, points.map(\.value).max() ?? 0)
        func across(_ at: Int) -> Double { end == start ? 0.5 : (Double(at) - start) / (end - start) }
        func dot(_ point: OverTimePoint) -> Dot {
            // Divided first: two numbers at the ends of what can be written are further apart than any number.
            let up = high == low ? 0.5 : (point.value / 2 - low / 2) / (high / 2 - low / 2)
            return Dot(across: across(point.at), up: up, isOneOfSeveral: point.oneOfSeveral)
        }
        dots = points.map(dot)
        strokes = zip(line.points, line.points.dropFirst()).compactMap { before, after in
            let isDrawn = after.joinedToPrevious && before.value.isFinite && after.value.isFinite
            return isDrawn ? Stroke(from: dot(before), to: dot(after)) : nil
        }
        unanswered = asked.map { across($0.at) }
        highest = points.max { $0.value < $1.value }?.text
        lowest = low < high ? points.min { $0.value < $1.value }?.text : nil
        first = days.first?.1
        last = end == start ? nil : days.last?.1
    }
}

struct ChartView: View {
    let chart: Chart
    /// The same in words.
    let said: String
    @Environment(\.colorScheme) private var scheme
    @Environment(\.layoutDirection) private var direction

    var body: some View {
        VStack(alignment: .leading, spacing: 2) {
            if let highest = chart.highest { Small(highest) }
            Canvas { [chart, ember = colour(\.ember), card = colour(\.card), soft = colour(\.soft), line = colour(\.line), direction] context, size in
                let (edge, foot) = (12.0, 26.0)
                func at(_ across: Double, _ up: Double) -> CGPoint {
                    let x = edge + across * (size.width - 2 * edge)
                    return CGPoint(x: direction == .rightToLeft ? size.width - x : x, y: edge + (size.height - edge - foot) * (1 - up))
                }
                func ring(_ middle: CGPoint, _ radius: Double) -> Path {
                    Path(ellipseIn: CGRect(x: middle.x - radius, y: middle.y - radius, width: 2 * radius, height: 2 * radius))
                }
                func between(_ from: CGPoint, _ to: CGPoint) -> Path {
                    Path {
                        $0.move(to: from)
                        $0.addLine(to: to)
                    }
                }
                let base = size.height - foot + edge / 2
                context.stroke(
                    between(CGPoint(x: 0, y: base), CGPoint(x: size.width, y: base)), with: .color(line),
                    style: StrokeStyle(lineWidth: 1, dash: [3, 4])
                )
                for stroke in chart.strokes {
                    let path = between(at(stroke.from.across, stroke.from.up), at(stroke.to.across, stroke.to.up))
                    context.stroke(path, with: .color(ember), lineWidth: 2)
                }
                for dot in chart.dots {
                    let middle = at(dot.across, dot.up)
                    context.fill(ring(middle, 6), with: .color(ember))
                    // One of two versions: open, so that neither looks settled.
                    if dot.isOneOfSeveral { context.fill(ring(middle, 3), with: .color(card)) }
                }
                for asked in chart.unanswered {
                    let middle = CGPoint(x: at(asked, 0).x, y: size.height - foot / 2)
                    context.stroke(ring(middle, 4), with: .color(soft), lineWidth: 1.5)
                }
            }
            .frame(height: 150)
            .accessibilityElement(children: .ignore)
            .accessibilityLabel(said)
            .accessibilityAddTraits(.isImage)
            if let lowest = chart.lowest { Small(lowest) }
            HStack {
                if let first = chart.first { Small(first) }
                Spacer()
                if let last = chart.last { Small(last) }
            }
        }
    }

    private func colour(_ token: KeyPath<Tokens, UInt32>) -> Color { Ink(token).colour(scheme) }
}
