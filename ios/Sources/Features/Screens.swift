// Every feature there is, and the screens by their names in docs/screens.tsv.

import SwiftUI

@MainActor public enum Screens {
    public static let features: [any Feature.Type] = [
        BeginFeature.self,
        TodayFeature.self,
        GoalsFeature.self,
        EarlierFeature.self,
        SuggestionsFeature.self,
        AboutFeature.self,
        DecisionsFeature.self,
        ReadingsFeature.self,
        AheadFeature.self,
        SupportFeature.self,
        UnwellFeature.self,
        CardFeature.self,
        VisitsFeature.self,
        PeopleFeature.self,
        ShareFeature.self,
        PracticeFeature.self,
        SafeFeature.self,
        SettingsFeature.self,
        VoiceFeature.self,
    ]

    /// By name. A name that two features use would draw one of them; a test refuses it.
    static let all: [String: Screen] = Dictionary(features.flatMap { $0.screens }.map { ($0.name, $0) }) { first, _ in first }

    /// Those that `Root` draws where no plan is open.
    public static let byRoot = ["first-run", "recovery-words", "trouble", "locked"]
}

/// A screen by its name; one that is not made yet says so.
struct ScreenAt: View {
    let at: Where
    @Environment(Here.self) private var here

    var body: some View {
        if let screen = Screens.all[at.screen] {
            screen.make(here, at.about)
        } else {
            Page(at.screen) { Plain(here.texts(CoreText.notYet)) }
        }
    }
}
