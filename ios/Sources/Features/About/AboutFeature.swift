// About me: nine headings in the person's own words. Nothing of it has to be filled in.

import Bridge
import SwiftUI

enum AboutFeature: Feature {
    static let screens = [
        Screen("about-me", .plan) { here, _ in AboutScreen(model: AboutModel(here)) },
    ]
    static let texts: [any AppText.Type] = [AboutText.self]
}

enum AboutText: String, AppText {
    static let table = "About"
    case title, under, invite, whenWho, on, helped
}

struct WrittenAbout: Sendable {
    let about: About, onlyMe: Bool
}

@MainActor @Observable final class AboutModel: Drawing {
    let here: Here
    var drawn: Result<WrittenAbout, Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> WrittenAbout {
        WrittenAbout(about: try await plan.about(), onlyMe: try await plan.entry(kind: "about", id: "").onlyMe)
    }
}

struct AboutScreen: View {
    @State var model: AboutModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { drawn in
            let about = drawn.about
            Page(texts(AboutText.title), under: texts(AboutText.under)) {
                if about.rooms.allSatisfy(\.said.versions.isEmpty) { Words(texts(AboutText.invite)) }
                ForEach(about.rooms, id: \.field) { room in
                    Sheet { Written(room.heading, room.said, at: spot(room.field), isHeading: true, lines: 3) }
                }
                Sheet {
                    Heading(texts(AboutText.whenWho))
                    Written(texts(AboutText.on), about.on, at: Spot("about", "", "on", isDay: true))
                    Written(texts(AboutText.helped), about.helpedBy, at: Spot("about", "", "helped_by"), lines: 1)
                    OnlyMe(drawn.onlyMe) { Pen(here).onlyMe("about", "", $0) }
                }
            }
        }
    }

    /// A room's field comes with its kind's name before it.
    private func spot(_ field: String) -> Spot { Spot("about", "", String(field.split(separator: ".").last ?? "")) }
}
