// Visits and their sheets: what is drawn.

import Foundation
import HearthCore

/// What may be answered to a question.
public enum AnswerKind: Sendable, Equatable, Hashable, CaseIterable {
    /// Yes or no.
    case yesNo
    /// How many.
    case count
    /// 1 to 10.
    case scale
    /// MRC breathlessness, 1 to 5.
    case mrc
    /// CAT total, 0 to 40.
    case cat
    /// A number with a unit.
    case number
    /// Words.
    case words
}

extension HearthCore.AnswerKind: Crossing {
    func own() -> AnswerKind {
        switch self {
        case .yesNo: .yesNo
        case .count: .count
        case .scale: .scale
        case .mrc: .mrc
        case .cat: .cat
        case .number: .number
        case .words: .words
        }
    }
}

/// The two questions about mood.
public enum MoodQuestion: Sendable, Equatable, Hashable, CaseIterable {
    /// Down, depressed or hopeless.
    case down
    /// Little interest or pleasure in doing things.
    case interest
}

extension HearthCore.MoodQuestion: Crossing {
    func own() -> MoodQuestion {
        switch self {
        case .down: .down
        case .interest: .interest
        }
    }
}

extension MoodQuestion {
    func core() -> HearthCore.MoodQuestion {
        switch self {
        case .down: .down
        case .interest: .interest
        }
    }
}

/// One thing to talk about.
public struct AgendaItem: Sendable, Equatable, Hashable {
    /// Its stable name, for `Plan.discussed`.
    public var what: String
    /// The heading it stands under: "Promised, and late".
    public var heading: String
    /// In words.
    public var line: String
    /// Who wrote it and when, where it is somebody's words.
    public var who: [String]
    /// It was talked about.
    public var discussed: Bool

    public init(what: String, heading: String, line: String, who: [String], discussed: Bool) {
        self.what = what
        self.heading = heading
        self.line = line
        self.who = who
        self.discussed = discussed
    }
}

extension HearthCore.AgendaItem: Crossing {
    func own() -> AgendaItem {
        AgendaItem(what: what, heading: heading, line: line, who: who, discussed: discussed)
    }
}

/// A sheet that was kept.
public struct LoadedSheet: Sendable, Equatable, Hashable {
    /// Names it, for `Plan.use_sheet`.
    public var sheet: String
    /// What could not be taken as it stands, by its place; the rest was kept.
    public var faults: [String]

    public init(sheet: String, faults: [String]) {
        self.sheet = sheet
        self.faults = faults
    }
}

extension HearthCore.LoadedSheet: Crossing {
    func own() -> LoadedSheet {
        LoadedSheet(sheet: sheet, faults: faults)
    }
}

/// One question about mood.
public struct MoodLine: Sendable, Equatable, Hashable {
    /// Which.
    public var question: MoodQuestion
    /// Its words.
    public var ask: String
    /// What was answered, in every version.
    public var said: Field
    /// The same answers as they are kept.
    public var kept: [MoodAnswer]
    /// The answers in words, or "not answered".
    public var line: String

    public init(question: MoodQuestion, ask: String, said: Field, kept: [MoodAnswer], line: String) {
        self.question = question
        self.ask = ask
        self.said = said
        self.kept = kept
        self.line = line
    }
}

extension HearthCore.MoodLine: Crossing {
    func own() -> MoodLine {
        MoodLine(question: question.own(), ask: ask, said: said.own(), kept: kept.own(), line: line)
    }
}

/// The two questions about mood, asked once.
public struct Mood: Sendable, Equatable, Hashable {
    /// The questions.
    public var questions: [MoodLine]
    /// "These answers go to nobody unless you choose it."
    public var ownChoice: String
    /// After any yes, the safety words: to be drawn whole, at once, and for as
    /// long as the yes stands.
    public var safety: String?

    public init(questions: [MoodLine], ownChoice: String, safety: String? = nil) {
        self.questions = questions
        self.ownChoice = ownChoice
        self.safety = safety
    }
}

extension HearthCore.MoodView: Crossing {
    func own() -> Mood {
        Mood(questions: questions.own(), ownChoice: ownChoice, safety: safety)
    }
}

/// A prompt, ready to draw.
public struct Prompt: Sendable, Equatable, Hashable {
    /// Its stable name, for circling.
    public var key: String
    /// Its words.
    public var words: String
    /// It is circled.
    public var circled: Bool
    /// The titles of the sheets that offer it.
    public var sheets: [String]

    public init(key: String, words: String, circled: Bool, sheets: [String]) {
        self.key = key
        self.words = words
        self.circled = circled
        self.sheets = sheets
    }
}

extension HearthCore.PromptView: Crossing {
    func own() -> Prompt {
        Prompt(key: key, words: words, circled: circled, sheets: sheets)
    }
}

/// A question, ready to draw.
public struct Question: Sendable, Equatable, Hashable {
    /// Its stable name, for answering.
    public var key: String
    /// Its words.
    public var ask: String
    /// What may be answered; "rather not say" always may.
    public var kind: AnswerKind
    /// Words for steps: both ends of a scale, every grade of MRC.
    public var steps: [Step]
    /// Units to choose from.
    public var units: [String]
    /// Where a published scale comes from, and what of it is not here.
    public var about: String
    /// Every answer that stands, and what others suggest.
    public var said: Field
    /// The same answers as they are kept, one for each version of `said`.
    public var kept: [Answered]
    /// The answers in words, or "not answered".
    public var line: String
    /// The titles of the sheets that ask it; none where none does any more.
    public var sheets: [String]
    /// Only me.
    public var onlyMe: Bool

    public init(
        key: String,
        ask: String,
        kind: AnswerKind,
        steps: [Step],
        units: [String],
        about: String,
        said: Field,
        kept: [Answered],
        line: String,
        sheets: [String],
        onlyMe: Bool
    ) {
        self.key = key
        self.ask = ask
        self.kind = kind
        self.steps = steps
        self.units = units
        self.about = about
        self.said = said
        self.kept = kept
        self.line = line
        self.sheets = sheets
        self.onlyMe = onlyMe
    }
}

extension HearthCore.QuestionView: Crossing {
    func own() -> Question {
        Question(
            key: key,
            ask: ask,
            kind: kind.own(),
            steps: steps.own(),
            units: units,
            about: about,
            said: said.own(),
            kept: kept.own(),
            line: line,
            sheets: sheets,
            onlyMe: onlyMe
        )
    }
}

/// A sheet in a list.
public struct SheetLine: Sendable, Equatable, Hashable {
    /// Names it, for `Plan.use_sheet`.
    public var sheet: String
    /// Its title.
    public var title: String
    /// Its version.
    public var version: String
    /// Where its content comes from.
    public var sources: [String]
    /// "From Ann Example, 14 October", for a sheet that somebody gave.
    public var given: String?
    /// What could not be taken as it stands, by its place.
    public var faults: [String]

    public init(
        sheet: String,
        title: String,
        version: String,
        sources: [String],
        given: String? = nil,
        faults: [String]
    ) {
        self.sheet = sheet
        self.title = title
        self.version = version
        self.sources = sources
        self.given = given
        self.faults = faults
    }
}

extension HearthCore.SheetLine: Crossing {
    func own() -> SheetLine {
        SheetLine(sheet: sheet, title: title, version: version, sources: sources, given: given, faults: faults)
    }
}

/// One result of a sheet, ready to draw.
public struct SheetResult: Sendable, Equatable, Hashable {
    /// Its stable name, for adding one and for thoughts about it.
    public var key: String
    /// Its plain name.
    public var name: String
    /// What it is, or "". Holds no number to aim at.
    public var explain: String
    /// The newest dated one.
    public var recent: TestResult?
    /// The one before it, of the same code.
    public var last: TestResult?
    /// "not answered", where there is none with a date.
    public var empty: String?
    /// What must be said of the two together, and of those without a date.
    public var notes: [String]
    /// Units it may be typed in.
    public var units: [String]

    public init(
        key: String,
        name: String,
        explain: String,
        recent: TestResult? = nil,
        last: TestResult? = nil,
        empty: String? = nil,
        notes: [String],
        units: [String]
    ) {
        self.key = key
        self.name = name
        self.explain = explain
        self.recent = recent
        self.last = last
        self.empty = empty
        self.notes = notes
        self.units = units
    }
}

extension HearthCore.SheetResultView: Crossing {
    func own() -> SheetResult {
        SheetResult(
            key: key,
            name: name,
            explain: explain,
            recent: recent.own(),
            last: last.own(),
            empty: empty,
            notes: notes,
            units: units
        )
    }
}

/// One stage.
public struct Stage: Sendable, Equatable, Hashable {
    /// `gather`, `between`, `agree` or `after`.
    public var stage: String
    /// "Getting ready".
    public var heading: String
    /// The person is here now.
    public var here: Bool

    public init(stage: String, heading: String, here: Bool) {
        self.stage = stage
        self.heading = heading
        self.here = here
    }
}

extension HearthCore.StageView: Crossing {
    func own() -> Stage {
        Stage(stage: stage, heading: heading, here: here)
    }
}
