// Pairing with a carer, from the code to what they will see.

import Bridge
import Observation

@MainActor @Observable final class CarerNewModel: Drawing {
    struct Drawn: Sendable {
        /// None: it is not begun, or it is over.
        let invitation: CarerInvitation?
        /// What the carer scans, while nobody has answered.
        let code: Code?
        let people: [Person]
        let sections: [NamedSection]
        let hasHost: Bool
    }

    let here: Here
    /// Which invitation; none before one is made.
    private(set) var id: String?
    var drawn: Result<Drawn, Fault>?
    /// What is to be shared, once the digits were the same.
    private(set) var choice: ShareChoice?
    /// Just what the carer would see. It is made when it is looked at and at no other time: what is shared is what was read.
    private(set) var preview: SharePreview?
    private(set) var trouble: String?
    /// Who they are among the people of the plan; none: somebody new.
    var person: String?

    init(_ here: Here, _ id: String?) {
        self.here = here
        self.id = id
    }

    var inviting: Going { here.session.goings["carer-invite"] }
    var looking: Going { here.session.goings["mail"] }
    var refusing: Going { here.session.goings["carer-refuse"] }
    var making: Going { here.session.goings["carer-same"] }

    func read(_ plan: any Plan) async throws -> Drawn {
        let invitation = try await plan.pairings().invitations.first { $0.id == id }
        let text = invitation?.text ?? ""
        return Drawn(
            invitation: invitation, code: text.isEmpty ? nil : try await here.session.doors.textAsCode(text),
            people: try await plan.people(), sections: try await plan.shareSections(),
            hasHost: !(try await plan.shares().host.isEmpty)
        )
    }

    func come() { if id != nil, preview == nil { look() } }
    func look() { here.look(looking) }

    func begin() {
        let plan = here.plan
        id = nil
        inviting.begin({ _ in try await plan.carerInvite() }) { [self] invitation in
            id = invitation.id
            here.changed()
        }
    }

    func send(_ text: String) {
        here.act { [here] _ in await here.outside.sharer?.text(text, title: here.texts(CarersText.pair)) }
    }

    func copy(_ text: String) {
        here.outside.copier?.copy(text)
        here.happened = Happened(here.texts(CarersText.copied))
    }

    /// The digits differ, or nobody is to be paired.
    func refuse(_ said: CarersText) {
        guard let id else { return }
        let plan = here.plan
        refusing.begin({ _ in try await plan.pairingRefuse(id: id) }) { [self] in
            here.happened = Happened(here.texts(said))
            here.changed()
            leave()
        }
    }

    /// The digits are the same: what is offered is looked at first.
    func same() {
        making.read()
        here.act(fault: { [self] in trouble = $0.sentence }) { [self] plan in
            let offered = try await plan.carerOffered()
            choice = offered
            try await look(at: offered, plan)
        }
    }

    func turn(_ section: ShareSection, _ on: Bool) {
        guard var choice, let all = now?.sections else { return }
        let before = choice.sections
        choice.sections = all.map(\.section).filter { $0 == section ? on : before.contains($0) }
        self.choice = choice
        lookAgain()
    }

    func lookAgain() {
        guard let choice else { return }
        // What was looked at is not what is chosen now.
        preview = nil
        making.read()
        here.act(fault: { [self] in trouble = $0.sentence }) { [self] plan in try await look(at: choice, plan) }
    }

    private func look(at choice: ShareChoice, _ plan: any Plan) async throws {
        let looked = try await plan.sharePreview(choice: choice)
        guard self.choice == choice else { return }
        preview = looked
        trouble = nil
    }

    func make(_ name: String) {
        guard let id, let choice, let preview else { return }
        let (plan, person) = (here.plan, person)
        making.begin({ _ in try await plan.carerSame(id: id, person: person, choice: choice, sum: preview.sum) }) { [self] _ in
            here.happened = Happened(here.texts(CarersText.made, name))
            here.changed()
            leave()
        }
    }

    /// Back, where the person still is on this screen.
    private func leave() { if here.way.here.screen == "carer-new" { here.way.back() } }
}
