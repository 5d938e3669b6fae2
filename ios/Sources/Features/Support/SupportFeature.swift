// Support: what I asked for, what there is near me, the menu, and a personal health budget.

import Bridge
import SwiftUI

enum SupportFeature: Feature {
    static let screens = [
        Screen("support", .plan) { here, _ in SupportScreen(model: SupportModel(here)) },
    ]
    static let texts: [any AppText.Type] = [SupportText.self]
}

enum SupportText: String, AppText {
    static let table = "Support"
    case title, invite, asked, own, what, of, note, ask, state, stateChange, promised, promisedWho, promisedBy, came
    case near, nearNone, nearAdd, nearName, nearAbout, nearContact
    case budget, budgetAdd, budgetAmount, budgetFor, budgetReview, budgetBy
}

struct WrittenSupport: Sendable {
    let support: Support, states: [Choice]
}

@MainActor @Observable final class SupportModel: Drawing {
    static let own = "own-request/"
    static let near = "new-support/"
    static let budget = "new-budget/"
    let here: Here
    var drawn: Result<WrittenSupport, Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> WrittenSupport {
        WrittenSupport(support: try await plan.support(), states: try await plan.choicesOf("request", "state"))
    }

    private var pen: Pen { Pen(here) }

    /// Notes that it was asked for; nothing is sent. `item`: of the menu; `entry`: near me; neither: in one's own words.
    func ask(_ form: String, item: String? = nil, entry: String? = nil) {
        let asked = Asked(item: item, entry: entry, words: pen.text(form, "words"), of: pen.text(form, "of"))
        pen.kept(form, beside: "of") { _ = try await $0.askFor(asked: asked) }
    }

    func promiseForm(_ request: Request) -> String { "new-promise/\(request.id)/" }
    func promised(_ request: Request) {
        let form = promiseForm(request)
        let (who, by) = (pen.text(form, "who") ?? "", pen.text(form, "by").map(Day.kept))
        pen.kept(form, besideOf: { $0.reason.contains("date") ? "by" : "who" }) {
            _ = try await $0.promised(request: request.id, whoSaid: who, byWhen: by)
        }
    }

    func stateForm(_ request: Request) -> String { "state/\(request.id)/" }
    func keepState(_ request: Request) {
        let form = stateForm(request)
        guard let state = pen.text(form, "state") else { return }
        pen.kept(form, beside: "state") {
            _ = try await $0.writeOver(kind: "request", id: request.id, field: "state", answer: .choice(state), seen: request.state.seen)
        }
    }

    func keepNear() {
        let fields = ["name", "about", "contact"].compactMap { pen.words(Self.near, $0) }
        pen.kept(Self.near, beside: "name") { _ = try await $0.add(kind: "support", fields: fields) }
    }

    func keepBudget() {
        let form = Self.budget
        let fields = [pen.words(form, "amount"), pen.words(form, "for_what"), pen.day(form, "review")].compactMap { $0 }
        pen.kept(form, besideOf: { $0.reason.contains("date") ? "review" : "amount" }) { _ = try await $0.add(kind: "budget", fields: fields) }
    }
}
