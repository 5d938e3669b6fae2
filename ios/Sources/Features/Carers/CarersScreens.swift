// Carers: who is paired, and who is on the way to it.

import Bridge
import Observation
import SwiftUI

@MainActor @Observable final class CarersModel: Drawing {
    struct Drawn: Sendable {
        let pairings: Pairings
        let hasHost: Bool
    }

    let here: Here
    var drawn: Result<Drawn, Fault>?
    /// Whom to let go is asked a second time.
    var ending: String?
    init(_ here: Here) { self.here = here }

    var looking: Going { here.session.goings["mail"] }
    var letting: Going { here.session.goings["carer-end"] }

    func read(_ plan: any Plan) async throws -> Drawn {
        Drawn(pairings: try await plan.pairings(), hasHost: !(try await plan.shares().host.isEmpty))
    }

    /// Whoever comes back to this screen sees what came meanwhile. Where nobody is waited for nobody is asked.
    func come() async {
        guard let all = try? await here.plan.pairings(), !all.invitations.isEmpty || all.pairings.contains(where: \.open) else { return }
        look()
    }

    func look() { here.look(looking) }
    func pair() { here.way.go("carer-new") }
    func open(_ one: CarerInvitation) { here.way.go("carer-new", one.id) }
    func sees(_ share: String) { here.way.go("share", share) }

    func end(_ one: Pairing) {
        ending = nil
        let plan = here.plan
        letting.begin({ _ in try await plan.carerEnd(id: one.id) }) { [self] _ in here.changed() }
    }
}

struct CarersScreen: View {
    @State var model: CarersModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            let all = drawn.pairings
            let isEmpty = all.invitations.isEmpty && all.pairings.isEmpty
            Page(texts(CarersText.title), under: isEmpty ? nil : texts(CarersText.under)) {
                if !drawn.hasHost, isEmpty {
                    Words(texts(CarersText.invite))
                    NeedsHost(here: model.here)
                } else if isEmpty {
                    Invitation(texts(CarersText.invite), texts(CarersText.pair)) { model.pair() }
                } else {
                    Waiting(model: model, invitations: all.invitations)
                    if !all.pairings.isEmpty { Heading(texts(CarersText.paired)) }
                    ForEach(all.pairings) { One(model: model, one: $0) }
                    HostAsked(model.looking, texts) {
                        if !model.looking.said.isEmpty { Sheet(paper: \.sunk) { PlainLines(model.looking.said) } }
                        OtherButton(texts(CarersText.look)) { model.look() }
                    }
                    MainButton(texts(CarersText.pair)) { model.pair() }
                }
            }
        }
        .task { await model.come() }
    }
}

/// Pairing goes by a host: where there is none, that is said before anything is begun.
struct NeedsHost: View {
    let here: Here

    var body: some View {
        Plain(here.texts(CarersText.noHost))
        MainButton(here.texts(CarersText.setHost)) { here.way.go("share-host") }
    }
}

private struct Waiting: View {
    let model: CarersModel
    let invitations: [CarerInvitation]

    var body: some View {
        let texts = model.here.texts
        if !invitations.isEmpty { Heading(texts(CarersText.onTheWay)) }
        ForEach(invitations) { one in
            let name = one.name.isEmpty ? texts(CarersText.waiting) : one.name
            Sheet {
                Words(name, isStrong: true)
                PlainLines(one.lines)
                OtherButton(texts(CarersText.open)) { model.open(one) }.accessibilityLabel(texts(CarersText.openOne, name))
            }
        }
    }
}

private struct One: View {
    let model: CarersModel
    let one: Pairing

    var body: some View {
        let texts = model.here.texts
        Sheet {
            Words(one.name, isStrong: true)
            PlainLines(one.lines)
            if let share = one.share { OtherButton(texts(CarersText.sees, one.name)) { model.sees(share) } }
            if one.open { letGo }
        }
    }

    @ViewBuilder private var letGo: some View {
        let texts = model.here.texts
        if model.ending == one.id {
            Sure(
                ask: texts(CarersText.letGoAsk, one.name), yes: texts(CarersText.letGoSure), no: texts(SettingsText.notNow),
                act: { model.end(one) }, leave: { model.ending = nil }
            )
        } else {
            HostAsked(model.letting, texts) { QuietButton(texts(CarersText.letGo, one.name)) { model.ending = one.id } }
        }
    }
}
