// Whose plans are followed, each with the age of its copy.

import Bridge
import Observation
import SwiftUI

@MainActor @Observable final class FollowingModel: Drawing {
    let here: Here
    var drawn: Result<FollowedPeople, Fault>?
    init(_ here: Here) { self.here = here }

    var looking: Going { here.session.goings["follow-look"] }

    func read(_ plan: any Plan) async throws -> FollowedPeople { try await plan.following() }

    /// Quietly: a copy that was looked at within the hour is not asked for again.
    func come() {
        here.act(fault: { _ in }) { [here] plan in
            let before = try await plan.following()
            if before.followed.isEmpty, before.meetings.isEmpty { return }
            _ = try await plan.refreshFollowing(now: false)
            here.changed()
        }
    }

    func look() {
        let plan = here.plan
        looking.begin({ _ in try await plan.refreshFollowing(now: true) }) { [self] _ in here.changed() }
    }

    func follow() { here.way.go("follow-new") }
    func open(_ one: Followed) { here.way.go("followed", one.id) }
    func meet(_ one: Followed) { here.way.go("follow-new", one.id) }
}

struct FollowingScreen: View {
    @State var model: FollowingModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { all in
            Page(texts(CarersText.following)) {
                if all.followed.isEmpty, all.meetings.isEmpty {
                    Invitation(texts(CarersText.followingInvite), texts(CarersText.follow)) { model.follow() }
                } else {
                    ForEach(all.followed) { one in
                        Sheet {
                            Words(one.name, isStrong: true)
                            Standing(one: one)
                            open(one.name) { model.open(one) }
                        }
                    }
                    if !all.meetings.isEmpty { Heading(texts(CarersText.onTheWay)) }
                    ForEach(all.meetings) { one in
                        let name = one.name.isEmpty ? texts(CarersText.waiting) : one.name
                        Sheet {
                            Words(name, isStrong: true)
                            PlainLines(one.lines)
                            open(name) { model.meet(one) }
                        }
                    }
                    HostAsked(model.looking, texts, under: .keptMeanwhile) { OtherButton(texts(CarersText.newer)) { model.look() } }
                    MainButton(texts(CarersText.follow)) { model.follow() }
                }
            }
        }
        .task { model.come() }
    }

    private func open(_ name: String, _ act: @escaping @MainActor () -> Void) -> some View {
        let texts = model.here.texts
        return OtherButton(texts(CarersText.open), act).accessibilityLabel(texts(CarersText.openOne, name))
    }
}

/// How a copy stands: its age before anything else, then that it ends soon, then the rest.
struct Standing: View {
    let one: Followed

    var body: some View {
        if !one.age.isEmpty { Words(one.age) }
        StandingMore(one: one)
    }
}

/// That it ends soon, then the rest.
struct StandingMore: View {
    let one: Followed

    var body: some View {
        if !one.warning.isEmpty { Note(one.warning) }
        PlainLines(one.lines)
    }
}
