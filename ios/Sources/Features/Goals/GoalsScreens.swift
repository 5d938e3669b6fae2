// The screens of goals. They draw what their models give, and tell them what was touched.

import Bridge
import SwiftUI

/// Every goal, in the person's words.
struct GoalsScreen: View {
    @State var model: GoalsModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { goals in
            Page(texts(GoalsText.title)) {
                if goals.isEmpty {
                    Invitation(texts(GoalsText.invite), texts(GoalsText.writeItDown)) { model.new() }
                } else {
                    ForEach(goals) { goal in
                        Sheet {
                            ForEach(Array(goal.words.versions.enumerated()), id: \.offset) { _, version in
                                Words(version.text, isStrong: true)
                                WhoAndWhen(version.who)
                            }
                            Small(goal.importanceLine)
                            Unsettled(goal.unsettled, "goal", goal.id)
                            OtherButton(texts(GoalsText.open)) { model.open(goal) }
                                .accessibilityLabel("\(texts(GoalsText.open)): \(goal.words.versions.map(\.text).joined(separator: " / "))")
                        }
                    }
                    MainButton(texts(GoalsText.new)) { model.new() }
                }
                Heading(texts(GoalsText.rooms))
                OtherButton(texts(GoalsText.aboutMe)) { model.room("about-me") }
                OtherButton(texts(GoalsText.decisions)) { model.room("decisions") }
                OtherButton(texts(GoalsText.readings)) { model.room("readings") }
                OtherButton(texts(GoalsText.ahead)) { model.room("ahead") }
                OtherButton(texts(GoalsText.support)) { model.room("support") }
            }
        }
    }
}

/// One goal: the words first, then what exactly, then how it went.
struct GoalScreen: View {
    @State var model: GoalModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { goal in
            Page(goal.words.only?.text ?? model.here.said["versions-two"]) {
                Unsettled(goal.unsettled, "goal", goal.id)
                if let only = goal.words.only {
                    // It stands in the title already.
                    WhoAndWhen(only.who)
                    Notes(goal.words.notes)
                    Offers(goal.words.offers)
                } else {
                    FieldWords(nil, goal.words, at: Spot("goal", goal.id, "words"))
                }
                VoiceBeside(texts(VoiceText.goal), at: Spot("goal", goal.id, "words"))
                Plain(goal.importanceLine)
                ForEach(goal.agreements) { agreement in
                    Sheet(paper: \.sunk) {
                        Plain(agreement.line)
                        ForEach(Array(agreement.agreedWords.enumerated()), id: \.offset) { Words($0.element) }
                    }
                }
                ForEach(goal.actions) { ActionSheet(model: model, action: $0) }
                QuietButton(texts(GoalsText.importanceOverTime)) { model.importanceOverTime() }
                QuietButton(texts(GoalsText.history)) { model.history() }
            }
        }
    }
}

private struct ActionSheet: View {
    let model: GoalModel, action: Action

    var body: some View {
        let texts = model.here.texts
        Sheet {
            Heading(texts(GoalsText.actions))
            FieldWords(nil, action.what, at: spot("what"))
            if !action.barrier.versions.isEmpty { FieldWords(texts(GoalsText.barrier), action.barrier, at: spot("barrier")) }
            if !action.strategy.versions.isEmpty { FieldWords(texts(GoalsText.strategy), action.strategy, at: spot("strategy")) }
            Plain(action.confidenceLine)
            if let ask = action.ask { Written(ask, action.wouldHelp, at: spot("would_help")) }
            if !action.checkIns.isEmpty {
                Heading(texts(GoalsText.went))
                ForEach(action.checkIns.reversed()) { one in
                    ForEach(Array(one.went.versions.enumerated()), id: \.offset) { Words($0.element.text) }
                    Small(under(one))
                }
            }
            MainButton(texts(GoalsText.checkIn)) { model.checkIn(action) }
            QuietButton(texts(GoalsText.overTime)) { model.confidenceOverTime(action) }
        }
    }

    private func spot(_ field: String) -> Spot { Spot("action", action.id, field) }

    private func under(_ one: CheckIn) -> String {
        [one.at, one.confidence.map { model.here.said["scale-confidence-chosen", $0] }].compactMap { $0 }.joined(separator: " · ")
    }
}

/// A new goal in four gentle steps.
struct NewGoalScreen: View {
    @State var model: NewGoalModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        let titles: [GoalsText] = [.new1, .new2, .new3, .new4]
        Page(texts(titles[model.step - 1]), under: texts(GoalsText.step, model.step)) {
            switch model.step {
            case 1:
                FormBox(texts(GoalsText.new1Under), box: form + "words", lines: 2)
                Scale("importance", value: number("importance"))
            case 2:
                FormBox(texts(GoalsText.new2Under), box: form + "what", lines: 2)
            case 3:
                FormBox(texts(GoalsText.barrier), box: form + "barrier", lines: 2)
                FormBox(texts(GoalsText.strategy), box: form + "strategy", lines: 2)
            default:
                Scale("confidence", value: number("confidence"))
            }
            if model.step < 4 {
                MainButton(texts(CoreText.next)) { model.next() }.disabled(!model.mayGoOn)
            } else {
                MainButton(texts(CoreText.keep)) { model.keep() }
            }
            if model.step > 1 { QuietButton(texts(CoreText.back)) { model.before() } }
        }
    }

    private var form: String { NewGoalModel.form }
    private func number(_ box: String) -> Binding<Int?> {
        let drafts = model.here.drafts
        return Binding(get: { drafts[number: form + box] }, set: { drafts[number: form + box] = $0 })
    }
}

/// How it went.
struct CheckInScreen: View {
    @State var model: CheckInModel

    var body: some View {
        let texts = model.here.texts
        let drafts = model.here.drafts
        let confidence = model.form + "confidence"
        DrawnFrom(model) { action in
            Page(texts(GoalsText.checkTitle)) {
                ForEach(Array(action.what.versions.enumerated()), id: \.offset) { Words($0.element.text) }
                FormBox(texts(GoalsText.checkWent), box: model.form + "went", lines: 2)
                Scale("confidence", value: Binding(get: { drafts[number: confidence] }, set: { drafts[number: confidence] = $0 }))
                MainButton(texts(CoreText.keep)) { model.keep() }
            }
        }
    }
}
