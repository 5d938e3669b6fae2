// The phone in somebody else's hand: who they are, and what they write. Nothing of the plan is drawn, and no way leads to it
// but giving the phone back; where the screen lock is on, the phone then asks who is there.

import Bridge
import Observation
import SwiftUI

extension Here {
    /// Gives the phone to somebody else at a visit. What they write waits for the person.
    func handOver(visit: String) {
        drafts.clear(HandedModel.form)
        handed = visit
    }
}

@MainActor @Observable final class HandedModel {
    static let form = "handed/"
    let here: Here
    let visit: String
    init(_ here: Here, _ visit: String) {
        self.here = here
        self.visit = visit
    }

    private func typed(_ box: String) -> String { here.drafts[Self.form + box] }

    var sort: String? {
        get { typed("sort").isEmpty ? nil : typed("sort") }
        set { here.drafts[Self.form + "sort"] = newValue ?? "" }
    }
    var isPromise: Bool { sort == "promise" }
    var isWhole: Bool { ["name", "role", "words", "sort"].allSatisfy { !typed($0).isBlank } }

    /// Keeps their words in their name, and gives the phone back.
    func keep() {
        let guest = Writer.guest(name: typed("name").trimmed, role: typed("role").trimmed)
        let (words, by) = (typed("words"), Pen(here).day(Self.form, "by"))
        let isPromise = isPromise
        here.act(fault: { [self] in
            // The day where it was the day that was refused.
            Pen(here).say(Self.form + ($0.reason.hasPrefix("error-date") ? "by" : "words"), $0.sentence)
        }) { [self] plan in
            if isPromise {
                var day: String?
                if case .date(let date)? = by?.answer { day = date }
                _ = try await plan.notePromise(visit: visit, what: words, who: typed("name").trimmed, byWhen: day, by: guest)
            } else {
                _ = try await plan.addThought(visit: visit, sort: "idea", words: words, about: "", by: guest)
            }
            giveBack()
            here.happened = Happened(here.said["visit-guest-waits"])
        }
    }

    func giveBack() {
        here.drafts.clear(Self.form)
        here.handed = nil
        here.session.lock.left()
    }
}

struct HandedScreen: View {
    @State var model: HandedModel

    var body: some View {
        let texts = model.here.texts
        let form = HandedModel.form
        Page(texts(BeginText.guestTitle), under: texts(BeginText.guestUnder)) {
            FormBox(texts(BeginText.guestName), box: form + "name")
            FormBox(texts(BeginText.guestRole), box: form + "role")
            Choices(
                texts(BeginText.guestSort),
                [Choice(word: "promise", said: texts(BeginText.guestPromise)), Choice(word: "idea", said: texts(BeginText.guestIdea))],
                chosen: model.sort
            ) { model.sort = $0 }
            FormBox(texts(BeginText.guestWords), box: form + "words", lines: 2)
            if model.isPromise { DayBoxes(texts(BeginText.guestBy), box: form + "by") }
            MainButton(texts(BeginText.guestKeep)) { model.keep() }.disabled(!model.isWhole)
            QuietButton(texts(BeginText.guestBack)) { model.giveBack() }
        }
    }
}

extension String {
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
