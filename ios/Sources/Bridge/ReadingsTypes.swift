// Readings, results and how they went over time: what is drawn.

import Foundation
import HearthCore

/// What to draw over time.
public enum OverTime: Sendable, Equatable, Hashable {
    /// How confident about an action: when it was planned, and each check-in.
    case confidence(String)
    /// How important a goal is.
    case importance(String)
    /// Own readings of one sort, by its word in the table: `peakFlow`.
    case readings(String)
    /// Own readings under the person's own name for them.
    case otherReadings(String)
    /// Results of the same test as this one, and its parts.
    case results(String)
}

extension OverTime {
    func core() -> HearthCore.OverTime {
        switch self {
        case let .confidence(action):
            .confidence(action: action)
        case let .importance(goal):
            .importance(goal: goal)
        case let .readings(what):
            .readings(what: what)
        case let .otherReadings(name):
            .otherReadings(name: name)
        case let .results(id):
            .results(id: id)
        }
    }
}

/// A stretch of weeks in which nothing was written.
public struct OverTimeGap: Sendable, Equatable, Hashable {
    /// From the point before, as the `at` of a point.
    public var from: Int
    /// To the point after.
    public var to: Int
    /// How many whole weeks, Monday to Sunday, had nothing.
    public var weeks: Int
    /// "nothing written for 2 weeks".
    public var text: String

    public init(from: Int, to: Int, weeks: Int, text: String) {
        self.from = from
        self.to = to
        self.weeks = weeks
        self.text = text
    }
}

extension HearthCore.GapView: Crossing {
    func own() -> OverTimeGap {
        OverTimeGap(from: from.own(), to: to.own(), weeks: weeks.own(), text: text)
    }
}

/// One line: numbers of one thing in one unit.
public struct OverTimeLine: Sendable, Equatable, Hashable {
    /// What was measured: "Blood pressure, top number".
    public var what: String
    /// The unit as written; "" where none was.
    public var unit: String
    /// The points, oldest first.
    public var points: [OverTimePoint]
    /// Where a week or more went by with nothing.
    public var gaps: [OverTimeGap]
    /// The least number of the line: one end of the drawing.
    public var lowest: Double
    /// The greatest: the other end.
    public var highest: Double
    /// This line in words.
    public var sentence: String

    public init(
        what: String,
        unit: String,
        points: [OverTimePoint],
        gaps: [OverTimeGap],
        lowest: Double,
        highest: Double,
        sentence: String
    ) {
        self.what = what
        self.unit = unit
        self.points = points
        self.gaps = gaps
        self.lowest = lowest
        self.highest = highest
        self.sentence = sentence
    }
}

extension HearthCore.LineView: Crossing {
    func own() -> OverTimeLine {
        OverTimeLine(
            what: what,
            unit: unit,
            points: points.own(),
            gaps: gaps.own(),
            lowest: lowest,
            highest: highest,
            sentence: sentence
        )
    }
}

/// A moment when it was asked and not answered.
public struct OverTimeMoment: Sendable, Equatable, Hashable {
    /// Where it stands along the picture, as the `at` of a point.
    public var at: Int
    /// The day in words.
    public var day: String
    /// "not answered".
    public var text: String

    public init(at: Int, day: String, text: String) {
        self.at = at
        self.day = day
        self.text = text
    }
}

extension HearthCore.MomentView: Crossing {
    func own() -> OverTimeMoment {
        OverTimeMoment(at: at.own(), day: day, text: text)
    }
}

/// What was measured, to be kept as it was typed.
public struct NewReading: Sendable, Equatable, Hashable {
    /// One of the choices of `reading.what`; "" where it was not said.
    public var what: String
    /// The person's own name for it, where it is another thing.
    public var other: String?
    /// The number.
    public var value: String?
    /// The second number: the bottom one of a blood pressure.
    public var second: String?
    /// The unit, where the person wrote one.
    public var unit: String?
    /// When; now where it is not said.
    public var at: Moment?
    /// Worth knowing.
    public var note: String?

    public init(
        what: String,
        other: String? = nil,
        value: String? = nil,
        second: String? = nil,
        unit: String? = nil,
        at: Moment? = nil,
        note: String? = nil
    ) {
        self.what = what
        self.other = other
        self.value = value
        self.second = second
        self.unit = unit
        self.at = at
        self.note = note
    }
}

extension NewReading {
    func core() -> HearthCore.NewReading {
        HearthCore.NewReading(
            what: what,
            other: other,
            value: value,
            second: second,
            unit: unit,
            at: at?.core(),
            note: note
        )
    }
}

/// A picture over time, ready to draw.
public struct OverTimePicture: Sendable, Equatable, Hashable {
    /// "Confidence", "Peak flow".
    public var title: String
    /// A line for each thing measured in each unit, oldest point first.
    public var lines: [OverTimeLine]
    /// When it was asked and not answered.
    public var unanswered: [OverTimeMoment]
    /// The whole picture in words: "Confidence: 6 on 3 October, 8 on 24 October;
    /// not answered once."
    public var sentence: String
    /// What was left out, what must not be compared, where two versions stand.
    public var notes: [String]

    public init(
        title: String,
        lines: [OverTimeLine],
        unanswered: [OverTimeMoment],
        sentence: String,
        notes: [String]
    ) {
        self.title = title
        self.lines = lines
        self.unanswered = unanswered
        self.sentence = sentence
        self.notes = notes
    }
}

extension HearthCore.OverTimeView: Crossing {
    func own() -> OverTimePicture {
        OverTimePicture(
            title: title,
            lines: lines.own(),
            unanswered: unanswered.own(),
            sentence: sentence,
            notes: notes
        )
    }
}

/// One point.
public struct OverTimePoint: Sendable, Equatable, Hashable {
    /// Where it stands along the picture: milliseconds since 1970 by the calendar
    /// of where it was written. Only for drawing.
    public var at: Int
    /// The day in words.
    public var day: String
    /// The number, for drawing only.
    public var value: Double
    /// The number as written, with its sign and unit.
    public var text: String
    /// Who wrote it and when.
    public var who: [String]
    /// A line may be drawn to it from the point before.
    public var joinedToPrevious: Bool
    /// It is one of two or more versions that stand: mark them all, join none.
    public var oneOfSeveral: Bool

    public init(
        at: Int,
        day: String,
        value: Double,
        text: String,
        who: [String],
        joinedToPrevious: Bool,
        oneOfSeveral: Bool
    ) {
        self.at = at
        self.day = day
        self.value = value
        self.text = text
        self.who = who
        self.joinedToPrevious = joinedToPrevious
        self.oneOfSeveral = oneOfSeveral
    }
}

extension HearthCore.PointView: Crossing {
    func own() -> OverTimePoint {
        OverTimePoint(
            at: at.own(),
            day: day,
            value: value,
            text: text,
            who: who,
            joinedToPrevious: joinedToPrevious,
            oneOfSeveral: oneOfSeveral
        )
    }
}

/// A reading, ready to draw.
public struct Reading: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// "Peak flow", or the person's own name for it.
    public var name: String
    /// "128 / 76 mmHg", as typed; what is said of it where there is no number or
    /// no unit. Where several versions stand it says to check first, and they are
    /// in the fields below.
    public var line: String
    /// What was measured.
    public var what: Field
    /// The person's own name for it.
    public var other: Field
    /// The number.
    public var value: Field
    /// The second number.
    public var second: Field
    /// The unit as written.
    public var unit: Field
    /// When, in words.
    public var at: Field
    /// Worth knowing.
    public var note: Field
    /// Only me.
    public var onlyMe: Bool
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?

    public init(
        id: String,
        name: String,
        line: String,
        what: Field,
        other: Field,
        value: Field,
        second: Field,
        unit: Field,
        at: Field,
        note: Field,
        onlyMe: Bool,
        unsettled: String? = nil
    ) {
        self.id = id
        self.name = name
        self.line = line
        self.what = what
        self.other = other
        self.value = value
        self.second = second
        self.unit = unit
        self.at = at
        self.note = note
        self.onlyMe = onlyMe
        self.unsettled = unsettled
    }
}

extension HearthCore.ReadingView: Crossing {
    func own() -> Reading {
        Reading(
            id: id,
            name: name,
            line: line,
            what: what.own(),
            other: other.own(),
            value: value.own(),
            second: second.own(),
            unit: unit.own(),
            at: at.own(),
            note: note.own(),
            onlyMe: onlyMe,
            unsettled: unsettled
        )
    }
}
