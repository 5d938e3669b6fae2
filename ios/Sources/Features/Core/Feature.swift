// A feature: its screens, the sentences of the core that they say, its own words.

import Bridge
import SwiftUI

/// A screen of docs/screens.tsv.
@MainActor public struct Screen {
    public let name: String
    public let place: PlaceName
    let make: @MainActor (Here, [String]) -> AnyView

    init<V: View>(_ name: String, _ place: PlaceName, @ViewBuilder _ make: @escaping @MainActor (Here, [String]) -> V) {
        self.name = name
        self.place = place
        self.make = { AnyView(make($0, $1)) }
    }
}

/// One folder. `Screens.features` names them all.
@MainActor public protocol Feature {
    static var screens: [Screen] { get }
    /// Keys of the core's sentences that its screens say.
    static var said: [String] { get }
    static var texts: [any AppText.Type] { get }
}

extension Feature {
    public static var said: [String] { [] }
    public static var texts: [any AppText.Type] { [] }
}

/// What is drawn from the plan: nothing while it is not read yet (no spinner: it is local), why it can't be read, or
/// the screen. Read when it comes, and after every change.
struct DrawnFrom<M: Drawing, C: View>: View {
    let model: M
    @ViewBuilder let content: (M.Drawn) -> C

    init(_ model: M, @ViewBuilder content: @escaping (M.Drawn) -> C) {
        self.model = model
        self.content = content
    }

    var body: some View {
        Group {
            switch model.drawn {
            case .none: EmptyPage()
            case .success(let drawn): content(drawn)
            case .failure(let fault): Page(model.here.texts(CoreText.notHere)) { TroubleLine(fault.sentence) }
            }
        }
        .task(id: model.here.version) { await model.draw() }
    }
}

/// Paper, for the moment before anything is read.
struct EmptyPage: View {
    var body: some View {
        Color.clear.frame(maxWidth: .infinity, maxHeight: .infinity).paper(\.paper, corner: 0)
    }
}
