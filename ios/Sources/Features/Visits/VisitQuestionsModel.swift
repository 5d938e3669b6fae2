// What the page of questions asks of the plan and writes in it.

import Bridge
import Observation

@MainActor @Observable final class VisitQuestionsModel: Drawing {
    let here: Here
    let id: String
    var drawn: Result<Visit, Fault>?
    /// The safety words that an answer brought, until the visit is read with it.
    private var told: String?
    /// How many answers about mood were given: what an earlier one brought is not taken for a later one's.
    @ObservationIgnored private var answers = 0

    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    func read(_ plan: any Plan) async throws -> Visit { try await plan.visit(id: id) }

    /// After a yes about mood, and as long as it stands.
    var safety: String? { now?.mood?.safety ?? told }

    /// Answers about mood. The safety words are drawn from the answer itself, before anything is read anew; and where a
    /// yes can't be kept, they stand all the same.
    func mood(_ question: MoodQuestion, _ answer: MoodAnswer) {
        answers += 1
        let mine = answers
        here.act(fault: { [self] fault in
            if answer == .yes { told = here.said["region-mood-yes"] }
            here.happened = Happened(fault.sentence)
        }) { [self] plan in
            let words = try await plan.answerMood(visit: id, question: question, answer: answer)
            if mine == answers { told = words }
            await draw()
            if mine == answers { told = nil }
        }
    }

    // My questions, thoughts and ideas.
    var thoughtForm: String { "thought/\(id)/" }
    var sort: String {
        get { Pen(here).text(thoughtForm, "sort") ?? "question" }
        set { here.drafts[thoughtForm + "sort"] = newValue }
    }
    var mayKeepThought: Bool { Pen(here).text(thoughtForm, "words") != nil }

    func keepThought() {
        let (form, sort) = (thoughtForm, sort)
        let words = here.drafts[form + "words"]
        Pen(here).kept(form, beside: "words") { [id] in _ = try await $0.addThought(visit: id, sort: sort, words: words, about: "") }
    }

    func circle(_ prompt: Prompt, _ on: Bool) { here.act { [id] in try await $0.circle(visit: id, prompt: prompt.key, on: on) } }
    func sheets() { here.way.go("visit-sheet", id) }

    // What the sheets ask.
    func form(_ question: Question) -> String { "answer/\(id)/\(question.key)/" }

    func answer(_ question: Question, _ answered: Answered) {
        let pen = Pen(here)
        let form = form(question)
        here.act(fault: { pen.say(form, $0.sentence) }) { [here, id] in
            try await $0.answer(visit: id, question: question.key, answered: answered)
            here.drafts.clear(form)
        }
    }

    func mayKeep(_ question: Question) -> Bool {
        let pen = Pen(here)
        return pen.text(form(question), "text") != nil && (question.units.count < 2 || pen.text(form(question), "unit") != nil)
    }

    /// Keeps what is typed in a question's box. What is wrong with it is said beside the box, and it stays.
    func keepTyped(_ question: Question) {
        let pen = Pen(here)
        let form = form(question)
        guard let answered = typed(question) else { return pen.say(form + "text", here.said["error-not-a-number"]) }
        here.act(fault: { pen.say(form + "text", $0.sentence) }) { [here, id] in
            try await $0.answer(visit: id, question: question.key, answered: answered)
            here.drafts.clear(form)
        }
    }

    /// What is typed, as what is asked for; none where a whole number is asked for and it is none.
    private func typed(_ question: Question) -> Answered? {
        let pen = Pen(here)
        let form = form(question)
        let text = pen.plainText(form, "text")
        switch question.kind {
        case .count: return Int(Day.digits(text)).map { .count($0) }
        case .cat: return Int(Day.digits(text)).map { .cat($0) }
        case .number: return .number(number: text, unit: pen.text(form, "unit") ?? question.units.first ?? "")
        default: return .words(here.drafts[form + "text"])
        }
    }
}
