// The emergency card on the lock screen and the home screen. No line of it before the person switches that on. Written, never run.

import CardPath
import SwiftUI
import WidgetKit

@main struct HearthWidgets: WidgetBundle {
    var body: some Widget { CardWidget() }
}

struct CardEntry: TimelineEntry {
    let date: Date
    let look: CardLook
}

struct CardProvider: TimelineProvider {
    func placeholder(in context: Context) -> CardEntry { CardEntry(date: Date(), look: CardLook()) }

    func getSnapshot(in context: Context, completion: @escaping (CardEntry) -> Void) {
        // Among the widgets to choose from stands nobody's name.
        completion(context.isPreview ? placeholder(in: context) : entry(Date()))
    }

    func getTimeline(in context: Context, completion: @escaping (Timeline<CardEntry>) -> Void) {
        let now = Date()
        completion(Timeline(entries: [entry(now)], policy: .after(CardLook.nextDay(after: now))))
    }

    private func entry(_ date: Date) -> CardEntry {
        CardEntry(date: date, look: CardLook.of(SharedCard.file, lines: SharedCard.showsLines, now: CardMoment.of(date)))
    }
}

struct CardWidget: Widget {
    var body: some WidgetConfiguration {
        StaticConfiguration(kind: "card", provider: CardProvider()) { entry in
            CardWidgetView(look: entry.look)
                .widgetURL(URL(string: CardGroup.address))
                .containerBackground(.background, for: .widget)
        }
        .configurationDisplayName("Emergency card")
        .description("Opens your emergency card with one touch")
        .supportedFamilies([.systemSmall, .systemMedium, .accessoryRectangular, .accessoryInline, .accessoryCircular])
    }
}

struct CardWidgetView: View {
    @Environment(\.widgetFamily) private var family
    let look: CardLook

    var body: some View {
        switch family {
        case .accessoryCircular: Image(systemName: "cross.case").font(.title).accessibilityLabel(SharedCard.words(.cardName))
        case .accessoryInline: Label(look.name ?? SharedCard.words(.cardName), systemImage: "cross.case")
        case .accessoryRectangular: CardLookView(look: look, words: SharedCard.words, most: 2)
        case .systemMedium: CardLookView(look: look, words: SharedCard.words, most: 6)
        default: CardLookView(look: look, words: SharedCard.words, most: 4)
        }
    }
}
