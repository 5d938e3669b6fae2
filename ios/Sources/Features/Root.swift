// The whole app, below its window: where the plan stands, the five places, what happened.

import Bridge
import SwiftUI

public struct Root: View {
    @Bindable var session: Session

    public init(session: Session) {
        self.session = session
    }

    public var body: some View {
        Group {
            switch session.stage {
            case .opening: EmptyPage()
            case .firstRun: FirstRunScreen(session: session)
            case .words(let words, _): RecoveryWordsScreen(words: words, session: session)
            case .broken(let fault): TroubleScreen(fault: fault, session: session)
            case .ready(let here): Places(way: here.way).environment(here)
            }
        }
        .task { await session.start() }
    }
}

/// The five places. Unwell is always the third.
struct Places: View {
    @Bindable var way: Way
    @Environment(Here.self) private var here

    var body: some View {
        TabView(selection: $way.place) {
            ForEach(PlaceName.allCases, id: \.self) { place in
                NavigationStack(path: stack(place)) {
                    ScreenAt(at: Where(place.first))
                        .navigationDestination(for: Where.self) { ScreenAt(at: $0) }
                }
                .safeAreaInset(edge: .bottom) {
                    if let happened = here.happened { HappenedLine(happened: happened) }
                }
                .tabItem { Label(here.texts(place.text), systemImage: place.symbol) }
                .tag(place)
            }
        }
    }

    private func stack(_ place: PlaceName) -> Binding<[Where]> {
        Binding(get: { way.ways[place] ?? [] }, set: { way.ways[place] = $0 })
    }
}

extension PlaceName {
    var text: CoreText {
        switch self {
        case .today: .placeToday
        case .plan: .placePlan
        case .unwell: .placeUnwell
        case .visits: .placeVisits
        case .people: .placePeople
        }
    }

    var symbol: String {
        switch self {
        case .today: "sun.max"
        case .plan: "text.book.closed"
        case .unwell: "cross.case"
        case .visits: "calendar"
        case .people: "person.2"
        }
    }
}
