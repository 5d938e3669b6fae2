// The page to show in the room, and the phone in somebody else's hand.

import Bridge
import Observation

@MainActor @Observable final class VisitRoomModel: Drawing {
    struct Drawn: Sendable {
        let visit: Visit
        let leftOut: String?
        let guests: [Guest]
    }

    let here: Here
    let id: String
    var drawn: Result<Drawn, Fault>?
    /// Which of what guests wrote is asked about a second time.
    var asking: String?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> Drawn {
        let shown = try await plan.visitToShow(id: id)
        let leftOut = shown.leftOut > 0 ? try await plan.sentence(key: "visit-left-out", with: ["n": .count(shown.leftOut)]) : nil
        return Drawn(visit: shown, leftOut: leftOut, guests: try await plan.guests())
    }

    func discussed(_ what: String, _ yes: Bool) { here.act { [id] in try await $0.discussed(visit: id, what: what, yes: yes) } }
    func agree() { here.way.go("visit-agree", id) }

    // The phone handed over.
    var form: String { "room/\(id)/" }
    var isHandedOver: Bool {
        get { Pen(here).isOpen(form) }
        set {
            here.happened = nil
            here.drafts[form + "open"] = newValue ? "1" : ""
            if !newValue { here.handedBack() }
        }
    }
    var sort: String? {
        get { Pen(here).text(form, "sort") }
        set { here.drafts[form + "sort"] = newValue ?? "" }
    }
    var isWhole: Bool { ["name", "role", "sort", "words"].allSatisfy { Pen(here).text(form, $0) != nil } }

    /// Their words, in their name: they wait for the person.
    func written() {
        let (pen, form) = (Pen(here), form)
        let guest = Writer.guest(name: pen.plainText(form, "name"), role: pen.plainText(form, "role"))
        let words = here.drafts[form + "words"]
        let isPromise = sort == "promise"
        here.act(once: form, fault: { pen.say(form + ($0.reason.hasPrefix("error-date") ? "by" : "words"), $0.sentence) }) { [here, id] plan in
            if isPromise {
                _ = try await plan.notePromise(
                    visit: id, what: words, who: pen.plainText(form, "name"), byWhen: pen.typedDay(form, "by"), by: guest
                )
            } else {
                _ = try await plan.addThought(visit: id, sort: "idea", words: words, about: "", by: guest)
            }
            here.drafts.clear(form)
            here.happened = Happened(here.said["visit-guest-waits"])
            here.handedBack()
        }
    }

    func accept(_ guest: Guest, sure: Bool) {
        here.act(fault: { [self] in
            if $0.remedy == .askAgain { asking = guest.id } else { here.happened = Happened($0.sentence) }
        }) { [self] plan in
            try await plan.acceptGuest(kind: guest.kind, id: guest.id, sure: sure)
            asking = nil
            here.happened = Happened(here.said["visit-guest-accepted"]) { [here] in
                here.act {
                    try await $0.remove(kind: guest.kind, id: guest.id)
                    here.happened = Happened(here.said["done-removed"])
                }
            }
        }
    }

    func decline(_ guest: Guest) {
        here.act { [here] in
            try await $0.declineGuest(kind: guest.kind, id: guest.id)
            here.happened = Happened(here.said["visit-guest-declined"])
        }
    }
}
