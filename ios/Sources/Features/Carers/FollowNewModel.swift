// Following somebody: by their link, or as their carer, by an invitation and six digits.

import Bridge
import Observation

@MainActor @Observable final class FollowNewModel: Drawing {
    static let form = "follow/"
    let here: Here
    /// The pairing that is on the way; none before an invitation is answered.
    private(set) var id: String?
    var drawn: Result<FollowedPeople, Fault>?
    /// What was scanned or pasted, once it was read.
    private(set) var given: FollowGiven?
    /// The host asked for a passcode that the link did not speak of.
    private(set) var asksPasscode = false
    private(set) var trouble: String?

    init(_ here: Here, _ id: String?) {
        self.here = here
        self.id = id
    }

    var asking: Going { here.session.goings["follow-new"] }
    var refusing: Going { here.session.goings["follow-refuse"] }
    var hasScanner: Bool { here.outside.scanner != nil }
    var meeting: Followed? { now?.meetings.first { $0.id == id } }

    func read(_ plan: any Plan) async throws -> FollowedPeople { try await plan.following() }

    func typed(_ box: String) -> String { here.drafts[Self.form + box] }

    func paste(_ text: String) {
        here.drafts[Self.form + "text"] = text
        trouble = nil
    }

    func scan() {
        here.act { [self] _ in
            guard let text = await here.outside.scanner?.scan() else { return }
            paste(text)
            goOn()
        }
    }

    /// Reads what it is, before anything is begun with it.
    func goOn() {
        let text = typed("text")
        asking.read()
        here.act(fault: { [self] in trouble = $0.sentence }) { [self] plan in
            given = try await plan.followGiven(text: text)
            asksPasscode = false
            trouble = nil
        }
    }

    /// It was something else.
    func another() {
        given = nil
        trouble = nil
        asking.read()
        here.drafts.clear(Self.form)
    }

    func answer() {
        let (plan, text, name) = (here.plan, typed("text"), typed("name"))
        ask { try await plan.followAccept(text: text, name: name) }
    }

    func keep() {
        let (plan, text, name, passcode) = (here.plan, typed("text"), typed("name"), typed("passcode"))
        ask {
            do {
                return try await plan.followLink(link: text, passcode: passcode.isBlank ? nil : passcode, name: name)
            } catch let gone as Fault {
                if gone.reason == "error-follow-passcode" { await self.asksForPasscode() }
                throw gone
            }
        }
    }

    private func asksForPasscode() { asksPasscode = true }

    /// Whoever comes back sees what came meanwhile.
    func come() { if id != nil { look() } }

    func look() {
        let plan = here.plan
        ask { try await plan.followLook() }
    }

    func same() {
        guard let id else { return }
        let plan = here.plan
        ask { try await plan.followSame(id: id) }
    }

    func refuse(_ said: CarersText) {
        guard let id else { return }
        let plan = here.plan
        refusing.begin({ _ in try await plan.pairingRefuse(id: id) }) { [self] in
            here.happened = Happened(here.texts(said))
            here.changed()
            leave()
        }
    }

    /// Asks, and goes where what came of it stands: to the digits, or to the copy.
    private func ask(_ work: @escaping @Sendable () async throws -> FollowedPeople) {
        let plan = here.plan
        asking.begin({ _ in (before: try await plan.following(), after: try await work()) }) { [self] came in
            here.changed()
            let known = Set((came.before.meetings + came.before.followed).map(\.id))
            if let new = came.after.followed.first(where: { !known.contains($0.id) }) {
                here.drafts.clear(Self.form)
                here.happened = Happened(here.texts(CarersText.isHere, new.name))
                if leave() { here.way.go("followed", new.id) }
            } else if let new = came.after.meetings.first(where: { !known.contains($0.id) }) {
                here.drafts.clear(Self.form)
                given = nil
                id = new.id
            } else if given != nil {
                // It was here already.
                here.drafts.clear(Self.form)
                given = nil
                _ = leave()
            }
        }
    }

    /// Back, where the person still is on this screen.
    @discardableResult private func leave() -> Bool {
        guard here.way.here.screen == "follow-new" else { return false }
        here.way.back()
        return true
    }
}
