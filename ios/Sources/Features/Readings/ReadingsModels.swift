// What the screens of readings ask of the plan and write in it.

import Bridge
import Foundation
import Observation

/// A thing that was measured, and where its picture is.
struct Measured: Sendable, Hashable {
    let name: String, of: String, which: String
}

struct WrittenReadings: Sendable {
    let readings: [Reading], measured: [Measured]
}

@MainActor @Observable final class ReadingsModel: Drawing {
    let here: Here
    var drawn: Result<WrittenReadings, Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> WrittenReadings {
        let readings = try await plan.readings()
        let names = Dictionary(readings.map { ($0.id, $0.name) }) { first, _ in first }
        var measured: [Measured] = []
        for entry in try await plan.entries(kind: "reading") {
            guard let name = names[entry.id], let (of, which) = Self.picture(entry) else { continue }
            if !measured.contains(where: { $0.of == of && $0.which == which }) { measured.append(Measured(name: name, of: of, which: which)) }
        }
        return WrittenReadings(readings: readings, measured: measured)
    }

    /// Which picture over time a reading belongs to; none where two versions stand of what it is.
    private static func picture(_ entry: Entry) -> (String, String)? {
        func only(_ field: String) -> Answer? { entry.field(field).flatMap { $0.kept.count == 1 ? $0.kept[0] : nil } }
        if case .choice(let what) = only("what"), what != "other" { return ("readings", what) }
        if case .words(let own) = only("other") { return ("other", own) }
        return nil
    }

    func new() { here.way.go("reading-new") }
    func overTime(_ one: Measured) { here.way.go("over-time", one.of, one.which) }
}

struct ReadingChoices: Sendable {
    let what: [Choice], units: [String: [String]]
}

@MainActor @Observable final class NewReadingModel: Drawing {
    static let form = "new-reading/"
    let here: Here
    var drawn: Result<ReadingChoices, Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> ReadingChoices {
        let what = try await plan.choicesOf("reading", "what")
        var units: [String: [String]] = [:]
        for one in what { units[one.word] = try await here.session.doors.unitsOffered(one.word) }
        return ReadingChoices(what: what, units: units)
    }

    private var pen: Pen { Pen(here) }
    func typed(_ box: String) -> String? { pen.text(Self.form, box) }
    func use(unit: String) { pen.typed(Self.form + "unit").wrappedValue = unit }

    /// It was at another time: the boxes begin with the time it is now.
    func otherTime() { here.drafts[Self.form + "when"] = TypedMoment.of(here.outside.now()) }

    func keep() {
        var at: Moment?
        if let when = typed("when") {
            at = TypedMoment.kept(when)
            if at == nil { return pen.say(Self.form + "when", here.said["error-date-impossible"]) }
        }
        let reading = NewReading(
            what: typed("what") ?? "", other: typed("other"), value: typed("value")?.trimmed, second: typed("second")?.trimmed,
            unit: typed("unit"), at: at, note: typed("note")
        )
        pen.kept(Self.form, besideOf: { Self.box($0, reading) }, then: { [here] in here.way.back() }) {
            _ = try await $0.addReading(reading: reading)
        }
    }

    /// Which box a fault belongs to.
    private static func box(_ fault: Fault, _ reading: NewReading) -> String {
        if fault.reason.contains("date") { return "when" }
        guard fault.reason.contains("number") else { return "note" }
        // Where the first is a number, it is the second that is none.
        return reading.second != nil && reading.value.flatMap(Double.init) != nil ? "second" : "value"
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

/// A moment as it is typed in five boxes: `day/month/year/hour/minutes`.
enum TypedMoment {
    static func of(_ moment: Moment) -> String {
        let at = Moment.calendar(moment.offsetMinutes).dateComponents([.day, .month, .year, .hour, .minute], from: moment.date)
        let minutes = at.minute ?? 0
        return [at.day, at.month, at.year, at.hour].map { String($0 ?? 0) }.joined(separator: "/") + "/" + (minutes < 10 ? "0" : "") + String(minutes)
    }

    /// The moment that was typed, by this phone's calendar and place; none where there is no such moment.
    static func kept(_ typed: String, zone: TimeZone = .current) -> Moment? {
        let numbers = Day.parts(typed, 5).compactMap { Int(Day.digits($0)) }
        guard numbers.count == 5, (1...9999).contains(numbers[2]) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let asked = DateComponents(year: numbers[2], month: numbers[1], day: numbers[0], hour: numbers[3], minute: numbers[4])
        guard let date = calendar.date(from: asked) else { return nil }
        // The calendar carries the 31st of February into March: what comes out must be what was typed. An hour that a
        // clock's change leaves out comes out an hour later, which is the moment that was meant.
        let found = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let isDay = found.year == asked.year && found.month == asked.month && found.day == asked.day
        guard isDay, (0...23).contains(numbers[3]), (0...59).contains(numbers[4]) else { return nil }
        return Moment(ms: Int((date.timeIntervalSince1970 * 1000).rounded()), offsetMinutes: zone.secondsFromGMT(for: date) / 60)
    }
}
