// The code of a visit: made ahead, shown without signal.

import Bridge
import Foundation
import Observation

@MainActor @Observable final class VisitShowModel: Drawing {
    struct Drawn: Sendable {
        let whatFor: String
        let sections: [NamedSection]
        let host: String
        /// The link's, where it was made on this phone and is not over.
        let made: VisitCode?
        /// The card's words.
        let card: Result<VisitCode, Fault>
    }

    let here: Here
    let id: String
    var drawn: Result<Drawn, Fault>?
    /// The card's words are shown where there is a link, or could be one.
    var isCard = false
    private(set) var previewed: Previewed?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    var choosing: Choosing { Choosing(here, "visit-show/\(id)/") }
    var making: Going { here.session.goings["visit-show/\(id)"] }
    var isChanged: Bool { previewed.map { $0.stamp != choosing.stamp } ?? false }

    func read(_ plan: any Plan) async throws -> Drawn {
        let visit = try await plan.visit(id: id)
        if !choosing.isOn("begun") {
            choosing.begin(try await plan.shareOffered())
            here.drafts[choosing.form + "day"] = try await day(plan)
        }
        let card: Result<VisitCode, Fault>
        do {
            card = .success(try await plan.visitCodeOfCard())
        } catch let gone as Fault {
            card = .failure(gone)
        }
        return Drawn(
            whatFor: visit.whatFor.inWords, sections: try await plan.shareSections(), host: try await plan.shares().host,
            made: try await plan.visitCodeMade(visit: id), card: card
        )
    }

    /// The day of the visit, as it is typed in boxes; today where none is written, or it is over.
    private func day(_ plan: any Plan) async throws -> String {
        let today = here.outside.now().dayKept
        let kept = try await plan.entry(kind: "visit", id: id).field("on")?.kept ?? []
        var day = today
        if case .date(let on)? = kept.first, on.count == today.count, on > today { day = on }
        return day.split(separator: "-").reversed().joined(separator: "/")
    }

    func preview(_ sections: [NamedSection]) {
        let choosing = choosing
        making.read()
        choosing.forget()
        here.act(fault: { choosing.say($0) }) { [self] plan in
            // The core knows how long the code of a visit stays open after it.
            var choice = try await plan.shareOffered(visitEnds: try await choosing.visitEnds(plan))
            choice.label = here.texts(ShareText.visitLabel)
            choice.sections = sections.map(\.section).filter { choosing.isTicked($0) }
            choice.passcode = choosing.isOn("passcode")
            previewed = Previewed(stamp: choosing.stamp, choice: choice, preview: try await plan.sharePreview(choice: choice))
        }
    }

    func make() {
        guard let previewed, !isChanged else { return }
        let (plan, id) = (here.plan, id)
        making.begin({ _ in
            await attempt { try await plan.visitCodeMakeFor(visit: id, choice: previewed.choice, sum: previewed.preview.sum) }
        }) { [self] made in
            switch made {
            case .success:
                self.previewed = nil
                here.drafts.clear(choosing.form)
                here.changed()
            case .failure(let fault):
                if fault.reason == "error-share-changed" { self.previewed = nil }
                making.trouble = fault.sentence
            }
        }
    }

    func setUp() { here.way.go("share-host") }
    func more(_ share: Share) { here.way.go("share", share.id) }
}
