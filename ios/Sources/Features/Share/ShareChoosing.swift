// What is to be shared, while it is chosen: in the drafts, so that it outlives its screen.

import Bridge
import Foundation

/// How long, in plain choices.
enum Until: String, CaseIterable {
    case hour, day, week, weeks, date

    var text: ShareText {
        switch self {
        case .hour: .hour
        case .day: .day
        case .week: .week
        case .weeks: .weeks
        case .date: .date
        }
    }

    /// Milliseconds from now; none: a day says it.
    var long: Int? {
        let hour = 3_600_000
        return switch self {
        case .hour: hour
        case .day: 24 * hour
        case .week: 7 * 24 * hour
        case .weeks: 28 * 24 * hour
        case .date: nil
        }
    }
}

/// When a visit is over, as far as somebody knows beforehand.
enum VisitEnd: String, CaseIterable {
    case midday, five, night

    var text: ShareText {
        switch self {
        case .midday: .midday
        case .five: .five
        case .night: .night
        }
    }

    /// Minutes of the day. The core adds its half hour: the last ends with the day.
    var minutes: Int {
        switch self {
        case .midday: 12 * 60
        case .five: 17 * 60
        case .night: 23 * 60 + 30
        }
    }
}

/// The boxes of one form, whose name ends in `/`.
@MainActor struct Choosing {
    let here: Here
    let form: String
    init(_ here: Here, _ form: String) {
        self.here = here
        self.form = form
    }

    /// Fills the boxes with what is offered first, once.
    func begin(_ offered: ShareChoice) {
        if isOn("begun") { return }
        turn("begun", true)
        offered.sections.forEach { tick($0, true) }
        turn("passcode", offered.passcode)
        turn("keptUp", offered.keptUp)
    }

    func isOn(_ box: String) -> Bool { !here.drafts[form + box].isEmpty }
    func turn(_ box: String, _ on: Bool) { here.drafts[form + box] = on ? "1" : "" }
    func isTicked(_ section: ShareSection) -> Bool { here.drafts.ticked(form + "sections").contains("\(section)") }
    func tick(_ section: ShareSection, _ on: Bool) { here.drafts.tick(form + "sections", "\(section)", on) }

    var until: Until {
        get { Until(rawValue: here.drafts[form + "until"]) ?? .day }
        nonmutating set { here.drafts[form + "until"] = newValue.rawValue }
    }

    var visitEnd: VisitEnd {
        get { VisitEnd(rawValue: here.drafts[form + "end"]) ?? .night }
        nonmutating set { here.drafts[form + "end"] = newValue.rawValue }
    }

    /// All that is chosen: another, once anything was changed.
    var stamp: String {
        ["sections", "label", "until", "day", "end", "passcode", "keptUp"].map { here.drafts[form + $0] }.joined(separator: "\u{1F}")
    }

    /// When it ends by itself: milliseconds since 1970.
    func ends(_ plan: any Plan) async throws -> Int {
        if let long = until.long { return here.outside.now().ms + long }
        return try await minutes(24 * 60 - 1, plan)
    }

    func visitEnds(_ plan: any Plan) async throws -> Int { try await minutes(visitEnd.minutes, plan) }

    /// So many minutes into the day that is typed, by this phone's clock.
    private func minutes(_ minutes: Int, _ plan: any Plan) async throws -> Int {
        let day = Day.kept(here.drafts[form + "day"])
        guard day.split(separator: "-").count == 3 else {
            throw Fault(.refused, sentence: here.texts(ShareText.wholeDay), reason: "error-date-not-whole")
        }
        _ = try await plan.dateInWords(date: day)
        let offset = here.outside.now().offsetMinutes
        let parts = day.split(separator: "-").map { Int($0) }
        let at = Moment.calendar(offset).date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2], minute: minutes))
        guard let at else { throw Fault(.refused, sentence: here.texts(ShareText.wholeDay), reason: "error-date-not-whole") }
        return Int(at.timeIntervalSince1970) * 1000
    }

    /// What went wrong before is read.
    func forget() { ["", "day"].forEach { Pen(here).say(form + $0, "") } }

    /// Says a fault beside the day, where it is about one.
    func say(_ fault: Fault) {
        let isOfDay = fault.reason.hasPrefix("error-date") || fault.reason == "error-share-until"
        Pen(here).say(form + (isOfDay && (until == .date || form.hasPrefix("visit-show/")) ? "day" : ""), fault.sentence)
    }
}
