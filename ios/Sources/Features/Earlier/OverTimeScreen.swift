// A picture over time, with the same in words above it.

import Bridge
import SwiftUI

@MainActor @Observable final class OverTimeModel: Drawing {
    let here: Here
    let of: OverTime
    var drawn: Result<OverTimePicture, Fault>?
    var isAll = false

    /// `confidence` and an action, `importance` and a goal, `readings` and their sort, `other` and the person's own name for
    /// them, `results` and one of them.
    init(_ here: Here, _ what: String, _ which: String) {
        self.here = here
        of = switch what {
        case "confidence": .confidence(which)
        case "importance": .importance(which)
        case "other": .otherReadings(which)
        case "results": .results(which)
        default: .readings(which)
        }
    }

    func read(_ plan: any Plan) async throws -> OverTimePicture { try await plan.overTime(of: of) }

    /// How many numbers are listed before "Show them all".
    static let shown = 12
    func listed<T>(_ all: [T]) -> [T] { isAll ? all.reversed() : Array(all.reversed().prefix(Self.shown)) }
    func hasMore(_ picture: OverTimePicture) -> Bool {
        !isAll && (picture.lines.map(\.points.count) + [picture.unanswered.count]).contains { $0 > Self.shown }
    }
}

/// The sentence first, then the drawing, then every number with its day and who wrote it.
struct OverTimeScreen: View {
    @State var model: OverTimeModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { picture in
            let isSeveral = picture.lines.count > 1
            Page(picture.title) {
                Words(picture.sentence)
                Notes(picture.notes)
                ForEach(Array(picture.lines.enumerated()), id: \.offset) { _, line in
                    Sheet {
                        if isSeveral {
                            Heading(line.what)
                            Plain(line.sentence)
                        }
                        ChartView(chart: Chart(line, picture.unanswered), said: line.sentence)
                        if !picture.unanswered.isEmpty { Small(texts(EarlierText.ring)) }
                        ForEach(Array(line.gaps.enumerated()), id: \.offset) { Small($0.element.text) }
                    }
                }
                if !picture.lines.isEmpty || !picture.unanswered.isEmpty { Heading(texts(EarlierText.each)) }
                ForEach(Array(picture.lines.enumerated()), id: \.offset) { _, line in
                    Sheet {
                        if isSeveral { Heading(line.what) }
                        ForEach(Array(model.listed(line.points).enumerated()), id: \.offset) { _, point in
                            Words(point.text)
                            Small(([point.day] + point.who).joined(separator: " · "))
                        }
                    }
                }
                if !picture.unanswered.isEmpty {
                    Sheet {
                        ForEach(Array(model.listed(picture.unanswered).enumerated()), id: \.offset) { _, asked in
                            Plain(asked.text)
                            Small(asked.day)
                        }
                    }
                }
                if model.hasMore(picture) { QuietButton(texts(EarlierText.all)) { model.isAll = true } }
            }
        }
    }
}
