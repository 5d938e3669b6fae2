// A new share: what is chosen, just what would be seen, and only then making it.

import Bridge
import Observation

@MainActor @Observable final class ShareNewModel: Drawing {
    struct Drawn: Sendable {
        let sections: [NamedSection]
        let host: String
    }

    let here: Here
    var drawn: Result<Drawn, Fault>?
    /// What was looked at, and the choice that it is of.
    private(set) var previewed: Previewed?
    init(_ here: Here) { self.here = here }

    var choosing: Choosing { Choosing(here, "share-new/") }
    var making: Going { here.session.goings["share-make"] }
    /// What is chosen is no longer what was looked at.
    var isChanged: Bool { previewed.map { $0.stamp != choosing.stamp } ?? false }

    func read(_ plan: any Plan) async throws -> Drawn {
        choosing.begin(try await plan.shareOffered())
        return Drawn(sections: try await plan.shareSections(), host: try await plan.shares().host)
    }

    func go(_ screen: String) { here.way.go(screen) }

    func preview(_ sections: [NamedSection]) {
        let choosing = choosing
        making.read()
        choosing.forget()
        here.act(fault: { choosing.say($0) }) { [self] plan in
            let choice = ShareChoice(
                label: here.drafts[choosing.form + "label"].trimmed, sections: sections.map(\.section).filter { choosing.isTicked($0) },
                until: try await choosing.ends(plan), passcode: choosing.isOn("passcode"), keptUp: choosing.isOn("keptUp")
            )
            previewed = Previewed(stamp: choosing.stamp, choice: choice, preview: try await plan.sharePreview(choice: choice))
        }
    }

    /// Makes just what was looked at.
    func make() {
        guard let previewed, !isChanged else { return }
        let (plan, choosing) = (here.plan, choosing)
        making.begin({ _ in await attempt { try await plan.shareMake(choice: previewed.choice, sum: previewed.preview.sum) } }) { [self] made in
            switch made {
            case .success(let share):
                here.drafts.clear(choosing.form)
                self.previewed = nil
                if here.way.here.screen == "share-new" {
                    here.way.back()
                    here.way.go("share", share.id)
                }
                here.changed()
            case .failure(let fault):
                // The plan says something else by now: it is looked at again first.
                if fault.reason == "error-share-changed" { self.previewed = nil }
                making.trouble = fault.sentence
            }
        }
    }
}

/// What was looked at.
struct Previewed: Sendable {
    let stamp: String
    let choice: ShareChoice
    let preview: SharePreview
}

/// What came of it, with the reason where it went wrong.
func attempt<T: Sendable>(_ work: @Sendable () async throws -> T) async -> Result<T, Fault> {
    do {
        return .success(try await work())
    } catch let gone as Fault {
        return .failure(gone)
    } catch {
        return .failure(Fault(.stopped, sentence: "", reason: "cancelled"))
    }
}
