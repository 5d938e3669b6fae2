// What the screens of the practice ask of the plan and the browser.

import Bridge
import Foundation
import Observation

@MainActor @Observable final class PracticeModel: Drawing {
    static let form = "practice/"
    let here: Here
    var drawn: Result<Practice, Fault>?
    private(set) var nameTrouble: String?
    /// Ending the link is asked a second time.
    var isEnding = false
    @ObservationIgnored private var isFilled = false
    init(_ here: Here) { self.here = here }

    /// Long work goes on when this screen is left.
    var linking: Going { here.session.goings["link"] }
    var stepping: Going { here.session.goings["step"] }
    var ending: Going { here.session.goings["unlink"] }

    func read(_ plan: any Plan) async throws -> Practice {
        let practice = try await plan.practice()
        // A link that has ended is made again with what is known of it.
        if !isFilled, practice.standing != .linked {
            isFilled = true
            if typed("address").isEmpty { here.drafts[Self.form + "address"] = practice.base }
            if typed("name").isEmpty { here.drafts[Self.form + "name"] = practice.name }
        }
        return practice
    }

    private func typed(_ box: String) -> String { here.drafts[Self.form + box] }

    func address(_ text: String) {
        here.drafts[Self.form + "address"] = text
        linking.read()
    }

    func name(_ text: String) {
        here.drafts[Self.form + "name"] = text
        nameTrouble = nil
    }

    func link() {
        let (name, address) = (typed("name").trimmed, typed("address").trimmed)
        nameTrouble = name.isEmpty ? here.texts(PracticeText.noName) : nil
        if name.isEmpty { return }
        ending.read()
        let plan = here.plan
        linking.begin({ _ in
            try await plan.linkBegin(base: address, client: Linking.client, redirect: Linking.redirect)
        }) { [self] url in
            here.outside.choices.linking = name
            here.changed()
            await signIn(url)
        }
    }

    /// In the browser's own sheet; where there is none, in the browser itself, which comes back by the address we claim.
    private func signIn(_ url: String) async {
        guard let url = URL(string: url) else { return noBrowser() }
        if let sheet = here.outside.webSignIn {
            if let back = await sheet.signIn(at: url, callback: Linking.scheme) {
                here.session.returned(back)
            } else {
                // The sheet was closed: nothing comes of it any more.
                here.outside.choices.linking = ""
            }
        } else if await !here.outside.opener.open(url) {
            noBrowser()
        }
    }

    private func noBrowser() {
        here.outside.choices.linking = ""
        linking.trouble = here.texts(PracticeText.noBrowser)
    }

    func step() {
        linking.read()
        ending.read()
        let plan = here.plan
        stepping.begin({ try await plan.sync(work: $0) }) { [self] came in
            stepping.said = came.sentences
            here.changed()
        }
    }

    func end() {
        isEnding = false
        stepping.read()
        let plan = here.plan
        ending.begin({ _ in try await plan.unlink() }) { [self] ended in
            here.drafts.clear(Self.form)
            here.outside.choices.linking = ""
            ending.said = [ended.sentence]
            here.changed()
        }
    }

    func troubles() { here.way.go("practice-not-sent") }
}

/// One that is not in step, with its own words where it is the person's.
struct NotSent: Sendable {
    let trouble: NotInStep
    let line: EntryLine?
}

@MainActor @Observable final class NotSentModel: Drawing {
    let here: Here
    var drawn: Result<[NotSent], Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [NotSent] {
        var these: [NotSent] = []
        for trouble in try await plan.practice().troubles {
            var line: EntryLine?
            if let kind = trouble.kind, let id = trouble.id {
                do {
                    line = try await plan.line(kindName: kind, id: id)
                } catch let gone as Fault where gone.remedy == .notThere {
                    // What has been removed meanwhile has no words to show; its sentence stays.
                }
            }
            these.append(NotSent(trouble: trouble, line: line))
        }
        return these
    }

    func again(_ one: NotInStep) {
        guard let kind = one.kind, let id = one.id else { return }
        here.act { [here] in
            try await $0.sendAgain(kindName: kind, id: id)
            here.happened = Happened(here.texts(PracticeText.notSentWill))
            here.changed()
        }
    }
}
