// What the screens of promises and reviews ask of the plan and write in it.

import Bridge
import Observation

@MainActor @Observable final class PromisesModel: Drawing {
    static let form = "promise-new/"
    let here: Here
    var drawn: Result<[Promise], Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [Promise] { try await plan.promises() }

    var isWriting: Bool { Pen(here).isOpen(Self.form) }
    func open() { Pen(here).open(Self.form) }

    func add() {
        let (pen, form) = (Pen(here), Self.form)
        let today = here.outside.now().dayKept
        pen.keptWithDay(form, beside: "what", day: "by") {
            let isMine = PromiseBoxes.isMine(pen, form)
            let fields = [
                pen.words(form, "what"), isMine ? nil : pen.words(form, "who"), pen.day(form, "by"),
                FieldAnswer(field: "state", answer: .choice("promised")), FieldAnswer(field: "said", answer: .date(today)),
                isMine ? FieldAnswer(field: "mine", answer: .yesNo(true)) : nil,
            ]
            _ = try await $0.add(kind: "promise", fields: fields.compactMap { $0 })
        }
    }

    /// The box of what came of a promise.
    func form(_ promise: Promise) -> String { "promise-state/\(promise.id)/" }

    /// Notes what came of it, with a way back to what stood.
    func came(_ promise: Promise, _ state: String) {
        here.act { [self] plan in
            let before = try await plan.entry(kind: "promise", id: promise.id).fields.first { $0.name == "promise.state" }?.kept.first
            _ = try await plan.write(kind: "promise", id: promise.id, field: "state", answer: .choice(state))
            Pen(here).leave(form(promise))
            here.happened = Happened(here.texts(CoreText.saved)) { [here] in
                here.act {
                    _ = try await $0.write(kind: "promise", id: promise.id, field: "state", answer: before ?? .nothing)
                    here.happened = Happened(here.said["done-undone"])
                }
            }
        }
    }
}

@MainActor @Observable final class ReviewsModel: Drawing {
    static let form = "review-new/"
    static let sorts = ["plan", "medicines", "after_hospital", "moving_to_adult", "other"]

    struct Drawn: Sendable {
        let reviews: [Review]
        let due: [Due]
    }

    let here: Here
    var drawn: Result<Drawn, Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> Drawn {
        Drawn(reviews: try await plan.reviews(), due: try await plan.home().due.filter { $0.kind != "review" })
    }

    var isWriting: Bool { Pen(here).isOpen(Self.form) }
    func open() { Pen(here).open(Self.form) }

    var sort: String? {
        get { Pen(here).text(Self.form, "sort") }
        set { here.drafts[Self.form + "sort"] = newValue ?? "" }
    }

    func add() {
        let (pen, form) = (Pen(here), Self.form)
        func typed(_ box: String) -> String? {
            let text = pen.plainText(form, box)
            return text.isEmpty ? nil : text
        }
        let review = NewReview(
            sort: sort ?? "", name: sort == "other" ? typed("name") : nil, next: pen.typedDay(form, "next"),
            interval: typed("interval"), who: typed("who")
        )
        pen.keptWithDay(form, beside: "who", day: "next") { _ = try await $0.addReview(review: review) }
    }

    func form(_ review: Review) -> String { "review-done/\(review.id)/" }

    /// Notes that it was done: today, where no day was typed.
    func done(_ review: Review) {
        let (pen, form) = (Pen(here), form(review))
        let on = pen.typedDay(form, "on") ?? here.outside.now().dayKept
        let next = pen.typedDay(form, "next")
        pen.keptWithDay(form, beside: "on", day: next == nil ? "on" : "next") {
            try await $0.reviewDone(review: review.id, on: on, next: next)
        }
    }
}
