// Between the visits: my questions, what to circle, what the sheets ask, how I have felt.

import Bridge
import SwiftUI

/// My questions first, then what may be circled, what the sheets ask, and last how I have felt.
struct VisitQuestionsScreen: View {
    @State var model: VisitQuestionsModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { visit in
            ScrollViewReader { page in
                Page(texts(VisitsText.questions), under: visit.notRead) {
                    Thoughts(model: model, thoughts: visit.thoughts)
                    if visit.sheets.isEmpty && visit.questions.isEmpty && visit.prompts.isEmpty {
                        Invitation(texts(VisitsText.sheetsInvite), texts(VisitsText.sheetsChoose)) { model.sheets() }
                    }
                    if !visit.prompts.isEmpty { Prompts(model: model, prompts: visit.prompts) }
                    ForEach(visit.questions, id: \.key) { QuestionSheet(model: model, question: $0) }
                    if let mood = visit.mood { MoodSheet(model: model, mood: mood) }
                    if let safety = model.safety { SafetyWords(safety).id("safety") }
                }
                // Brought into sight as they come, without a movement.
                .onChange(of: model.safety, initial: true) { if model.safety != nil { page.scrollTo("safety", anchor: .center) } }
            }
        }
    }
}

private struct Thoughts: View {
    let model: VisitQuestionsModel, thoughts: [Thought]

    var body: some View {
        let here = model.here
        let pen = Pen(here)
        Sheet {
            Heading(here.said["visit-agenda-thoughts"])
            FormBox(here.texts(VisitsText.ownWords), box: model.thoughtForm + "words", lines: 2)
            VisitPick(
                here.said["visit-agenda-thoughts"], name: "sort",
                ["question", "thought", "idea"].map { Choice(word: $0, said: here.said["choice-thought-sort-\($0)"]) }, chosen: model.sort
            ) { model.sort = $0 }
            MainButton(here.texts(CoreText.keep)) { model.keepThought() }.disabled(!model.mayKeepThought)
        }
        ForEach(thoughts) { thought in
            Sheet {
                Small(thought.sort.inWords)
                FieldWords(nil, thought.words, at: Spot("thought", thought.id, "words"))
                VoiceBeside(thought.sort.inWords, at: Spot("thought", thought.id, "words"))
                OnlyMe(thought.onlyMe) { pen.onlyMe("thought", thought.id, $0) }
                QuietButton(here.said["versions-remove"], said: "\(here.said["versions-remove"]): \(thought.words.inWords)") {
                    pen.remove("thought", thought.id)
                }
            }
        }
    }
}

private struct Prompts: View {
    let model: VisitQuestionsModel, prompts: [Prompt]

    var body: some View {
        let texts = model.here.texts
        Sheet {
            Heading(texts(VisitsText.circle))
            ForEach(prompts, id: \.key) { prompt in
                VisitTick(text: prompt.words, on: prompt.circled) { model.circle(prompt, $0) }
            }
        }
    }
}

/// One question of a sheet: what was answered, and the ways to answer. Nothing is chosen beforehand.
private struct QuestionSheet: View {
    let model: VisitQuestionsModel, question: Question

    private var only: Answered? { question.kept.count == 1 ? question.kept[0] : nil }
    private var isAsked: Bool { !question.sheets.isEmpty }
    private var isScale: Bool { question.kind == .scale && isAsked }
    private var isStep: Bool { if case .scale = only { true } else { false } }

    var body: some View {
        let here = model.here
        Sheet {
            // The scale says its question itself.
            if !isScale { Heading(question.ask) }
            if !question.about.isEmpty { Small(question.about) }
            if !isScale { AnswerSaid(field: question.said, none: question.line, isBelow: isBelow) }
            // What no sheet asks any more stays to be read, and can be taken back.
            if isAsked {
                ways
                if let trouble = Pen(here).trouble(model.form(question)) { TroubleLine(trouble) }
            }
            if isScale { AnswerSaid(field: question.said, none: nil, isBelow: isStep || only == .ratherNotSay) }
            if !question.kept.isEmpty && !isStep {
                QuietButton(here.said["scale-clear"], said: "\(here.said["scale-clear"]): \(question.ask)") { model.answer(question, .nothing) }
                    .accessibilityIdentifier("clear-\(question.key)")
            }
        }
    }

    /// What was answered stands chosen below: above it only who and when.
    private var isBelow: Bool { isAsked && (question.kind == .yesNo || question.kind == .mrc || only == .ratherNotSay) }

    @ViewBuilder private var ways: some View {
        let said = model.here.said
        switch question.kind {
        case .yesNo:
            pick(Replies.yesNo(said), only == .yes ? "yes" : only == .no ? "no" : nil)
        case .mrc:
            pick(question.steps.map { Choice(word: String($0.step), said: "\($0.step) · \($0.words)") }, grade.map(String.init))
        case .scale:
            Scale(
                ScaleWords(
                    ask: question.ask, low: question.steps.first?.words ?? "", high: question.steps.last?.words ?? "", chosen: { _ in question.line }
                ),
                name: question.key, value: Binding(get: { step }, set: { model.answer(question, $0.map { .scale($0) } ?? .nothing) })
            )
            pick([], nil)
        case .words, .count, .cat, .number:
            typed
            pick([], nil)
        }
    }

    private func pick(_ choices: [Choice], _ chosen: String?) -> some View {
        let rather = Replies.rather(model.here.said)
        return VisitPick(
            question.ask, name: question.key, choices + [rather], chosen: only == .ratherNotSay ? rather.word : chosen
        ) { word in
            model.answer(question, answered(word))
        }
    }

    private func answered(_ word: String) -> Answered {
        if let grade = Int(word) { return .mrc(grade) }
        return word == "yes" ? .yes : word == "no" ? .no : .ratherNotSay
    }

    private var grade: Int? { if case .mrc(let grade) = only { grade } else { nil } }
    private var step: Int? { if case .scale(let step) = only { step } else { nil } }

    @ViewBuilder private var typed: some View {
        let here = model.here
        let form = model.form(question)
        if question.kind == .words {
            FormBox(here.texts(VisitsText.ownWords), box: form + "text", lines: 2)
        } else {
            FormBox(
                ([here.texts(VisitsText.number)] + (question.units.count == 1 ? question.units : [])).joined(separator: ", "), box: form + "text"
            )
            if question.units.count > 1 {
                VisitPick(
                    here.texts(VisitsText.unit), name: form + "unit", question.units.map { Choice(word: $0, said: $0) },
                    chosen: Pen(here).text(form, "unit")
                ) { here.drafts[form + "unit"] = $0 }
            }
        }
        MainButton(here.texts(CoreText.keep)) { model.keepTyped(question) }
            .accessibilityLabel("\(here.texts(CoreText.keep)): \(question.ask)")
            .accessibilityIdentifier("keep-\(question.key)")
            .disabled(!model.mayKeep(question))
    }
}

/// What was answered: where it stands chosen below already, only who and when.
private struct AnswerSaid: View {
    let field: Field, none: String?, isBelow: Bool
    @Environment(Here.self) private var here

    var body: some View {
        if isBelow, let only = field.only {
            WhoAndWhen(only.who)
        } else if field.versions.isEmpty {
            if let none { Plain(none).ink(\.soft) }
        } else {
            ForEach(Array(field.versions.enumerated()), id: \.offset) { VersionWords($0.element) }
        }
        Notes(field.notes)
        Offers(field.offers)
    }
}

/// The two questions about mood. The safety words stand right under them.
private struct MoodSheet: View {
    let model: VisitQuestionsModel, mood: Mood

    var body: some View {
        let said = model.here.said
        Sheet {
            Heading(said["visit-agenda-mood"])
            Small(mood.ownChoice)
            ForEach(mood.questions, id: \.question) { line in
                let name = line.question == .down ? "mood-down" : "mood-interest"
                Heading(line.ask)
                AnswerSaid(field: line.said, none: line.line, isBelow: true)
                VisitPick(line.ask, name: name, Replies.yesNo(said) + [Replies.rather(said)], chosen: chosen(line)) {
                    model.mood(line.question, $0 == "yes" ? .yes : $0 == "no" ? .no : .ratherNotSay)
                }
                if !line.kept.isEmpty {
                    QuietButton(said["scale-clear"], said: "\(said["scale-clear"]): \(line.ask)") { model.mood(line.question, .nothing) }
                        .accessibilityIdentifier("clear-\(name)")
                }
            }
        }
    }

    private func chosen(_ line: MoodLine) -> String? {
        guard line.kept.count == 1 else { return nil }
        switch line.kept[0] {
        case .yes: return "yes"
        case .no: return "no"
        case .ratherNotSay: return "rather-not-say"
        case .nothing: return nil
        }
    }
}
