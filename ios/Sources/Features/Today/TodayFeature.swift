// Today: what matters most, what was promised and is late, what waits.

import Bridge
import SwiftUI

enum TodayFeature: Feature {
    static let screens = [
        Screen("today", .today) { here, _ in TodayScreen(model: TodayModel(here)) },
    ]
    static let said = ["promise-late-title"]
    static let texts: [any AppText.Type] = [TodayText.self]
}

enum TodayText: String, AppText {
    static let table = "Today"
    case hello, under, matters, invite, writeItDown, suggestions, two, openGoal
}

@MainActor @Observable final class TodayModel: Drawing {
    let here: Here
    var drawn: Result<Home, Fault>?

    init(_ here: Here) {
        self.here = here
        // It came with the plan: the first frame waits for nothing.
        drawn = .success(here.home)
    }

    func read(_ plan: any Plan) async throws -> Home { try await plan.home() }

    func newGoal() { here.way.to(.plan, "goal-new") }
    func open(_ goal: GoalLine) { here.way.to(.plan, "goal", goal.id) }
    func suggestions() { here.way.go("suggestions") }
    func unsettled() { here.way.to(.plan) }
}

struct TodayScreen: View {
    @State var model: TodayModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { home in
            Page(texts(TodayText.hello, home.callMe), under: texts(TodayText.under)) {
                Notes(home.notices)
                Came(mail: here.mail)
                if let handOver = home.handOver { Note(handOver) }
                if let first = home.goals.first {
                    Matters(model: model, goal: first)
                } else {
                    Invitation(texts(TodayText.invite), texts(TodayText.writeItDown)) { model.newGoal() }
                }
                ForEach(home.goals.dropFirst()) { goal in
                    OtherButton(goal.words.joined(separator: " / ")) { model.open(goal) }
                }
                ForEach(home.due) { due in
                    Sheet(paper: \.sunk) {
                        Heading(due.name)
                        Plain(due.line)
                    }
                }
                if !home.late.isEmpty { Late(promises: home.late) }
                if home.suggestions > 0 {
                    SuggestionCard(
                        line: texts(TodayText.suggestions), beside: here.said["suggestion-beside"], open: texts(CoreText.look)
                    ) { model.suggestions() }
                }
                if home.unsettled > 0 {
                    Sheet {
                        Heading(texts(TodayText.two))
                        Small(here.said["versions-both-kept"])
                        OtherButton(texts(CoreText.look)) { model.unsettled() }
                    }
                }
            }
        }
    }
}

/// What the mail brought, until it is read.
private struct Came: View {
    let mail: MailRound
    @Environment(Here.self) private var here
    var body: some View {
        if !mail.said.isEmpty {
            Sheet(paper: \.sunk) {
                Heading(here.texts(CarersText.mailTitle))
                PlainLines(mail.said)
                OtherButton(here.texts(CarersText.mailRead)) { mail.read() }
            }
        }
    }
}

private struct Matters: View {
    let model: TodayModel, goal: GoalLine
    var body: some View {
        Sheet {
            Small(model.here.texts(TodayText.matters))
            ForEach(Array(goal.words.enumerated()), id: \.offset) { Words($0.element, isStrong: true) }
            if let importance = goal.importance { Small(model.here.said["scale-importance-chosen", importance]) }
            MainButton(model.here.texts(TodayText.openGoal)) { model.open(goal) }
        }
    }
}

private struct Late: View {
    let promises: [Promise]
    @Environment(Here.self) private var here
    var body: some View {
        Sheet {
            Heading(here.said["promise-late-title"])
            ForEach(promises) { promise in
                ForEach(Array(promise.what.versions.enumerated()), id: \.offset) { Words($0.element.text) }
                Small(promise.whoBy)
                Small(promise.state)
            }
        }
    }
}
