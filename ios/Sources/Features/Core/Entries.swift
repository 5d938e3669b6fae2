// Entries of the plan as a form needs them.

import Bridge
import Foundation

extension Entry {
    /// A field by its name in the table, without its kind's.
    func field(_ name: String) -> EntryField? { fields.first { $0.name.hasSuffix("." + name) || $0.name == name } }

    /// What stands in a field; nothing where the table has none.
    func stands(_ name: String) -> Field { field(name)?.said ?? Field(versions: [], offers: [], notes: [], seen: []) }

    /// Every version that stands says yes. Two phones that disagree: off, until the person says.
    func isYes(_ name: String) -> Bool {
        let kept = field(name)?.kept ?? []
        return !kept.isEmpty && kept.allSatisfy { $0 == .yesNo(true) }
    }
}

extension Plan {
    /// What may be chosen for a field of an entry that is not written yet.
    func choicesOf(_ kind: String, _ field: String) async throws -> [Choice] { try await blank(kind: kind).field(field)?.choices ?? [] }
}

extension Moment {
    /// Its day as the plan keeps one: `2026-11-26`.
    var dayKept: String {
        let at = Moment.calendar(offsetMinutes).dateComponents([.year, .month, .day], from: date)
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(at.year ?? 0)-\(two(at.month))-\(two(at.day))"
    }

    var date: Date { Date(timeIntervalSince1970: Double(ms) / 1000) }

    static func calendar(_ offsetMinutes: Int) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        if let zone = TimeZone(secondsFromGMT: offsetMinutes * 60) { calendar.timeZone = zone }
        return calendar
    }
}

extension Drafts {
    /// What is ticked in a box of several.
    func ticked(_ box: String) -> Set<String> { Set(self[box].split(separator: " ").map(String.init)) }

    func tick(_ box: String, _ id: String, _ on: Bool) {
        var all = ticked(box)
        if on { all.insert(id) } else { all.remove(id) }
        self[box] = all.sorted().joined(separator: " ")
    }
}
