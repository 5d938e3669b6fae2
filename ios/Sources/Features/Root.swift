// The whole app, below its window: where the plan stands, the five places, what happened.

import Bridge
import SwiftUI

public struct Root: View {
    @Bindable var session: Session
    @Environment(\.scenePhase) private var phase

    public init(session: Session) {
        self.session = session
    }

    public var body: some View {
        // The system takes its picture for the app switcher when the app is not in front any more. This lies over every
        // screen, and not over a sheet or an alert, which stand above it: nothing of the plan may be in one.
        let isCovered = phase != .active
        Group {
            if session.isLocked { LockedStage(session: session) } else { stage }
        }
        .accessibilityHidden(isCovered)
        .overlay { if isCovered { Cover() } }
        .environment(session)
        .environment(\.locale, Locale(identifier: session.texts.language))
        .onChange(of: phase) { if phase == .background { session.left() } }
        .onOpenURL { session.returned($0) }
        .task { await session.start() }
    }

    @ViewBuilder private var stage: some View {
        switch session.stage {
        case .opening: Asides(session: session) { OpeningScreen(session: session) }
        case .firstRun: Asides(session: session) { FirstRunScreen(session: session) }
        case .words(let words, _): RecoveryWordsScreen(words: words, session: session)
        case .broken(let fault): Asides(session: session) { TroubleScreen(fault: fault, session: session) }
        case .ready(let here): Places(way: here.way).environment(here)
        }
    }
}

/// What the app switcher shows: paper, and the app's name.
struct Cover: View {
    var body: some View {
        ZStack {
            EmptyPage()
            Text(verbatim: "Hearth").font(.system(.title, weight: .semibold)).ink(\.ember)
        }
        .accessibilityIdentifier("cover")
    }
}

/// Locked: nothing of the plan is drawn; the card is, for whoever holds the phone.
private struct LockedStage: View {
    let session: Session
    var body: some View { Asides(session: session) { LockedScreen(session: session) } }
}

/// One screen where no plan is open, and what can be reached from it without one.
private struct Asides<C: View>: View {
    @Bindable var session: Session
    @ViewBuilder let content: () -> C

    var body: some View {
        NavigationStack(path: $session.aside) {
            content().navigationDestination(for: Aside.self) { aside in
                switch aside {
                case .card: CardScreen(model: CardModel(session))
                case .restore: RestoreScreen(session: session, isPlanHere: false)
                }
            }
        }
    }
}

/// The five places. Unwell is always the third.
struct Places: View {
    @Bindable var way: Way
    @Environment(Here.self) private var here
    @Environment(\.colorScheme) private var scheme

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
        .onChange(of: way.here) { here.speaking.moved() }
        // Unwell is red, whichever way it was come to.
        .tint(Ink(way.place == .unwell ? \.onRed : \.ember).colour(scheme))
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
