// What a screen writes with: boxes that open, are half typed in, and are kept; lines switched on and off.

import Bridge
import SwiftUI

/// One field of one entry. `isDay`: it holds a day, and is typed as one.
struct Spot: Hashable {
    let kind: String, id: String, field: String
    var isDay = false

    init(_ kind: String, _ id: String, _ field: String, isDay: Bool = false) {
        self.kind = kind
        self.id = id
        self.field = field
        self.isDay = isDay
    }

    /// The name of its box.
    var box: String { "\(kind)/\(id)/\(field)/" }
}

/// The pen of one screen. Boxes have names: one that ends in `/` may be open, those whose names begin with it are
/// in it. Nothing is written before it is kept, and what is half typed stays in the drafts.
@MainActor struct Pen {
    let here: Here
    init(_ here: Here) { self.here = here }

    func isOpen(_ box: String) -> Bool { !here.drafts[box + "open"].isEmpty }

    /// What is half typed in a box.
    func typed(_ box: String) -> Binding<String> {
        Binding(
            get: { here.drafts[box] },
            set: {
                here.drafts[box] = $0
                here.drafts[box + "!"] = ""
            }
        )
    }

    /// What went wrong with a box, until something else is typed in it.
    func trouble(_ box: String) -> String? {
        let said = here.drafts[box + "!"]
        return said.isEmpty ? nil : said
    }

    func say(_ box: String, _ sentence: String) { here.drafts[box + "!"] = sentence }

    /// Opens an empty box.
    func open(_ box: String) { here.drafts[box + "open"] = "1" }

    /// Opens the box of a field with the words that stand in it. A day is typed anew: what stands is in words.
    func change(_ spot: Spot, _ field: Field) {
        open(spot.box)
        here.drafts[spot.box + "seen"] = field.seen.joined(separator: " ")
        if !spot.isDay { here.drafts[spot.box + "text"] = field.only.flatMap { $0.answered ? $0.text : nil } ?? "" }
    }

    /// Closes a box and forgets what was half typed in it.
    func leave(_ box: String) { here.drafts.clear(box) }

    /// Keeps what is typed, over exactly the versions that stood when the box was opened: one that came meanwhile
    /// stays beside it.
    func keep(_ spot: Spot) {
        let text = here.drafts[spot.box + "text"]
        let seen = here.drafts[spot.box + "seen"].split(separator: " ").map(String.init)
        let answer: Answer = text.isBlank ? .nothing : spot.isDay ? .date(Day.kept(text)) : .words(text)
        kept(spot.box, beside: "text") {
            _ = try await $0.writeOver(kind: spot.kind, id: spot.id, field: spot.field, answer: answer, seen: seen)
        }
    }

    /// Keeps what is typed in a form, then forgets it. A fault is said beside the box `beside`, or the one that `besideOf`
    /// finds for it, and what was typed stays.
    func kept(
        _ form: String,
        beside: String = "",
        besideOf: (@MainActor (Fault) -> String)? = nil,
        then: (@MainActor () -> Void)? = nil,
        _ work: @escaping @MainActor (any Plan) async throws -> Void
    ) {
        here.act(once: form, fault: { say(form + (besideOf?($0) ?? beside), $0.sentence) }) { plan in
            try await work(plan)
            here.drafts.clear(form)
            here.happened = Happened(here.texts(CoreText.saved))
            then?()
        }
    }

    /// Writes a choice, or takes it back.
    func choose(_ spot: Spot, _ word: String?) {
        write(spot, word.map { .choice($0) } ?? .nothing)
    }

    /// Switches something on or off.
    func turn(_ spot: Spot, _ on: Bool) { write(spot, .yesNo(on)) }

    /// Writes an answer that needs no box; a fault is said beside it, until it succeeds.
    func write(_ spot: Spot, _ answer: Answer) {
        here.act(fault: { say(spot.box, $0.sentence) }) { plan in
            _ = try await plan.write(kind: spot.kind, id: spot.id, field: spot.field, answer: answer)
            say(spot.box, "")
        }
    }

    func onlyMe(_ kind: String, _ id: String, _ on: Bool) {
        here.act { try await $0.onlyMe(kind: kind, id: id, on: on) }
    }

    /// Removes an entry, with a way to undo it.
    func remove(_ kind: String, _ id: String) {
        here.act { plan in
            try await plan.remove(kind: kind, id: id)
            here.happened = Happened(here.said["done-removed"]) {
                here.act {
                    try await $0.keep(kind: kind, id: id)
                    here.happened = Happened(here.said["done-undone"])
                }
            }
            // Its own screen has nothing left to show.
            if here.way.here.about.last == id { here.way.back() }
        }
    }

    /// Keeps an entry that was removed on another phone.
    func keepHere(_ kind: String, _ id: String) {
        here.act { try await $0.keep(kind: kind, id: id) }
    }

    /// What is typed in a form's box as an answer; none where it was left empty.
    func words(_ form: String, _ box: String, field: String? = nil) -> FieldAnswer? {
        text(form, box).map { FieldAnswer(field: field ?? box, answer: .words($0)) }
    }

    func choice(_ form: String, _ box: String) -> FieldAnswer? {
        text(form, box).map { FieldAnswer(field: box, answer: .choice($0)) }
    }

    func step(_ form: String, _ box: String) -> FieldAnswer? {
        here.drafts[number: form + box].map { FieldAnswer(field: box, answer: .whole($0)) }
    }

    func day(_ form: String, _ box: String) -> FieldAnswer? {
        text(form, box).map { FieldAnswer(field: box, answer: .date(Day.kept($0))) }
    }

    func text(_ form: String, _ box: String) -> String? {
        let typed = here.drafts[form + box]
        return typed.isBlank ? nil : typed
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// A day as it is typed in three boxes, `day/month/year`; day and month may stay empty.
enum Day {
    /// As the plan keeps it: `1951`, `1951-03`, `1951-03-04`. The plan says if there is no such day.
    static func kept(_ typed: String) -> String {
        let parts = parts(typed, 3).map(digits)
        var all = [parts[2], two(parts[1]), two(parts[0])]
        while all.last == "" { all.removeLast() }
        return all.joined(separator: "-")
    }

    /// Day, month, year, hour, minutes as typed.
    static func parts(_ typed: String, _ count: Int) -> [String] {
        let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return (0..<count).map { $0 < parts.count ? parts[$0] : "" }
    }

    static func changed(_ typed: String, _ count: Int, _ at: Int, _ text: String) -> String {
        var parts = parts(typed, count)
        parts[at] = text.filter { $0 != "/" }
        return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: "/")
    }

    /// The digits of any script as 0 to 9; anything else stays, to be refused.
    static func digits(_ text: String) -> String {
        text.filter { !$0.isWhitespace }.map { $0.wholeNumberValue.map { n in n < 10 ? String(n) : "?" } ?? String($0) }.joined()
    }

    private static func two(_ text: String) -> String { text.count == 1 ? "0" + text : text }
}
