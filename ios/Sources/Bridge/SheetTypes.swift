// Visits and their sheets: what is drawn.

import Foundation
import HearthCore

/// One step of a scale with words of its own.
public struct Step: Sendable, Equatable, Hashable {
    /// Its number.
    public var step: Int
    /// What it means.
    public var words: String

    public init(step: Int, words: String) {
        self.step = step
        self.words = words
    }
}

extension HearthCore.StepView: Crossing {
    func own() -> Step {
        Step(step: step.own(), words: words)
    }
}

/// A summary to paste.
public struct Summary: Sendable, Equatable, Hashable {
    /// The text: lines, no invisible marks.
    public var text: String
    /// Its length in characters.
    public var characters: Int
    /// How many lines did not fit.
    public var linesLeftOut: Int
    /// How many sentences did not fit, of texts whose beginning did.
    public var sentencesLeftOut: Int

    public init(text: String, characters: Int, linesLeftOut: Int, sentencesLeftOut: Int) {
        self.text = text
        self.characters = characters
        self.linesLeftOut = linesLeftOut
        self.sentencesLeftOut = sentencesLeftOut
    }
}

extension HearthCore.SummaryView: Crossing {
    func own() -> Summary {
        Summary(
            text: text,
            characters: characters.own(),
            linesLeftOut: linesLeftOut.own(),
            sentencesLeftOut: sentencesLeftOut.own()
        )
    }
}

/// A question, a thought or an idea.
public struct Thought: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What it is.
    public var sort: Field
    /// In my words.
    public var words: Field
    /// The stable name of what it came from, or "".
    public var about: String
    /// Only me.
    public var onlyMe: Bool

    public init(id: String, sort: Field, words: Field, about: String, onlyMe: Bool) {
        self.id = id
        self.sort = sort
        self.words = words
        self.about = about
        self.onlyMe = onlyMe
    }
}

extension HearthCore.ThoughtView: Crossing {
    func own() -> Thought {
        Thought(id: id, sort: sort.own(), words: words.own(), about: about, onlyMe: onlyMe)
    }
}

/// A visit in the list.
public struct VisitLine: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What it is for.
    public var whatFor: Field
    /// With whom.
    public var with: Field
    /// When.
    public var on: Field
    /// The heading of its stage.
    public var stage: String

    public init(id: String, whatFor: Field, with: Field, on: Field, stage: String) {
        self.id = id
        self.whatFor = whatFor
        self.with = with
        self.on = on
        self.stage = stage
    }
}

extension HearthCore.VisitLine: Crossing {
    func own() -> VisitLine {
        VisitLine(id: id, whatFor: whatFor.own(), with: with.own(), on: on.own(), stage: stage)
    }
}

/// A visit, ready to draw.
public struct Visit: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What it is for.
    public var whatFor: Field
    /// With whom.
    public var with: Field
    /// When it is.
    public var on: Field
    /// When tests are done for it.
    public var testsOn: Field
    /// Who comes with me.
    public var coming: Field
    /// The four stages.
    public var stages: [Stage]
    /// The sheets used in it.
    public var sheets: [SheetLine]
    /// Everything to talk about, in one list.
    public var agenda: [AgendaItem]
    /// The results that the sheets show, last beside recent.
    public var results: [SheetResult]
    /// The questions about mood; none where no sheet asks them, and none where
    /// the page is shown to somebody.
    public var mood: Mood?
    /// What the sheets ask, each once.
    public var questions: [Question]
    /// What may be circled.
    public var prompts: [Prompt]
    /// My questions, thoughts and ideas.
    public var thoughts: [Thought]
    /// Beside every box: Hearth does not read what is written.
    public var notRead: String
    /// Goals that were agreed or looked at in it.
    public var goals: [Goal]
    /// Promises that were made in it.
    public var promises: [Promise]
    /// Who agreed to it, and whether it changed since.
    public var agreements: [Agreement]
    /// What was agreed was written together.
    public var together: Field
    /// When to look at the plan again.
    public var review: Field
    /// Or how often.
    public var interval: Field
    /// Who is responsible for that.
    public var reviewBy: Field
    /// "To be looked at again by 14 January 2027. Who will see to it: the nurse."
    public var reviewLine: String
    /// How many entries are left out because they are only the person's: 0 in
    /// their own view.
    public var leftOut: Int
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?

    public init(
        id: String,
        whatFor: Field,
        with: Field,
        on: Field,
        testsOn: Field,
        coming: Field,
        stages: [Stage],
        sheets: [SheetLine],
        agenda: [AgendaItem],
        results: [SheetResult],
        mood: Mood? = nil,
        questions: [Question],
        prompts: [Prompt],
        thoughts: [Thought],
        notRead: String,
        goals: [Goal],
        promises: [Promise],
        agreements: [Agreement],
        together: Field,
        review: Field,
        interval: Field,
        reviewBy: Field,
        reviewLine: String,
        leftOut: Int,
        unsettled: String? = nil
    ) {
        self.id = id
        self.whatFor = whatFor
        self.with = with
        self.on = on
        self.testsOn = testsOn
        self.coming = coming
        self.stages = stages
        self.sheets = sheets
        self.agenda = agenda
        self.results = results
        self.mood = mood
        self.questions = questions
        self.prompts = prompts
        self.thoughts = thoughts
        self.notRead = notRead
        self.goals = goals
        self.promises = promises
        self.agreements = agreements
        self.together = together
        self.review = review
        self.interval = interval
        self.reviewBy = reviewBy
        self.reviewLine = reviewLine
        self.leftOut = leftOut
        self.unsettled = unsettled
    }
}

extension HearthCore.VisitView: Crossing {
    func own() -> Visit {
        Visit(
            id: id,
            whatFor: whatFor.own(),
            with: with.own(),
            on: on.own(),
            testsOn: testsOn.own(),
            coming: coming.own(),
            stages: stages.own(),
            sheets: sheets.own(),
            agenda: agenda.own(),
            results: results.own(),
            mood: mood.own(),
            questions: questions.own(),
            prompts: prompts.own(),
            thoughts: thoughts.own(),
            notRead: notRead,
            goals: goals.own(),
            promises: promises.own(),
            agreements: agreements.own(),
            together: together.own(),
            review: review.own(),
            interval: interval.own(),
            reviewBy: reviewBy.own(),
            reviewLine: reviewLine,
            leftOut: leftOut.own(),
            unsettled: unsettled
        )
    }
}
