// The card's document, as it is drawn: its names are those of the JSON in core/card.

import Foundation

/// A moment, by the clock and the wall of this phone.
public struct CardMoment: Sendable, Equatable {
    public let ms: Int
    public let offsetMinutes: Int

    public init(ms: Int, offsetMinutes: Int) {
        self.ms = ms
        self.offsetMinutes = offsetMinutes
    }

    /// What this phone's clock says.
    public static func of(_ date: Date, in zone: TimeZone = .current) -> CardMoment {
        CardMoment(ms: Int(date.timeIntervalSince1970 * 1000), offsetMinutes: zone.secondsFromGMT(for: date) / 60)
    }
}

/// One person's card, ready to draw.
public struct ReadCard: Sendable, Equatable {
    public struct Line: Sendable, Equatable, Decodable {
        public let text: String
        public let note: String?
        public let pending: String?
    }

    public struct Contact: Sendable, Equatable, Decodable {
        public let name: String
        public let relation: String?
        public let number: String?
        public let note: String?
    }

    public struct Section: Sendable, Equatable, Decodable {
        public let kind: String
        public let heading: String
        public let lines: [Line]
    }

    public struct Zone: Sendable, Equatable {
        public let zone: String
        public let heading: String
        public let shape: String?
        public let signs: [Line]
        public let steps: [Line]
    }

    public struct Plan: Sendable, Equatable {
        public let id: String
        public let name: String
        public let agreed: String?
        public let pending: String?
        public let zones: [Zone]
        public let contacts: [Contact]
        public let coping: [Line]
        public let medicinesKept: [Line]
    }

    public struct Headings: Sendable, Equatable {
        public let contacts: String
        public let signs: String
        public let steps: String
        public let coping: String
        public let medicinesKept: String
    }

    public let language: String
    public let name: String
    public let callMe: String?
    public let born: String?
    public let made: String
    public let age: String
    public let mayBeBehind: String?
    public let sections: [Section]
    public let contacts: [Contact]
    public let plans: [Plan]
    public let headings: Headings
    public let safety: [String]
    public let notAnInstruction: String

    /// The document in these bytes; fields not known here are passed over.
    static func of(_ bytes: Data, now: CardMoment, behind: Bool) throws -> ReadCard {
        let decoder = JSONDecoder()
        // A newer document may have changed any field but `v`.
        guard String(data: bytes, encoding: .utf8) != nil, let version = try? decoder.decode(Version.self, from: bytes)
        else { throw WhyNoCard.malformed }
        if version.v > Version.known { throw WhyNoCard.newer }
        guard version.v == Version.known, let document = try? decoder.decode(Document.self, from: bytes),
            !document.safety.isEmpty, document.safety.allSatisfy({ !$0.allSatisfy(\.isWhitespace) })
        else { throw WhyNoCard.malformed }
        return document.card(now: now, behind: behind)
    }
}

extension ReadCard {
    /// Line by line, to be read aloud in the order it is drawn.
    var spoken: [String] {
        func said(_ one: Contact) -> String { [one.name, one.relation, one.number].compactMap { $0 }.joined(separator: ", ") }
        func said(_ one: Line) -> String { [one.text, one.note, one.pending].compactMap { $0 }.joined(separator: ". ") }
        var all = [name, callMe, born, mayBeBehind].compactMap { $0 } + contacts.map(said)
        for section in sections { all += [section.heading] + section.lines.map(said) }
        for plan in plans {
            all += [plan.name, plan.agreed, plan.pending].compactMap { $0 } + plan.contacts.map(said)
            for zone in plan.zones { all += [zone.heading] + zone.signs.map(said) + zone.steps.map(said) }
            all += plan.coping.map(said) + plan.medicinesKept.map(said)
        }
        return all + [notAnInstruction] + safety + [age]
    }
}

private struct Version: Decodable {
    static let known = 1
    let v: Int
}

private struct Document: Decodable {
    struct Made: Decodable {
        let at: Int
        let offset: Int
        let line: String
    }

    struct Zone: Decodable {
        let zone: String
        let heading: String
        let shape: String?
        let signs: [ReadCard.Line]?
        let steps: [ReadCard.Line]?
    }

    struct Plan: Decodable {
        let id: String
        let name: String
        let agreed: String?
        let pending: String?
        let zones: [Zone]?
        let contacts: [ReadCard.Contact]?
        let coping: [ReadCard.Line]?
        let medicines_kept: [ReadCard.Line]?
    }

    struct Phrases: Decodable {
        let made_today: String
        let made_yesterday: String
        let made_days: [String: String]
        let clock_wrong: String
        let may_be_behind: String
        let contacts: String
        let signs: String
        let steps: String
        let coping: String
        let medicines_kept: String
    }

    let lang: String
    let made: Made
    let name: String
    let call_me: String?
    let born: String?
    let sections: [ReadCard.Section]?
    let contacts: [ReadCard.Contact]?
    let plans: [Plan]?
    let safety: [String]
    let not_an_instruction: String
    let phrases: Phrases

    func card(now: CardMoment, behind: Bool) -> ReadCard {
        ReadCard(
            language: lang, name: name, callMe: call_me, born: born, made: made.line, age: age(now),
            mayBeBehind: behind ? phrases.may_be_behind : nil, sections: sections ?? [], contacts: contacts ?? [],
            plans: (plans ?? []).map { plan in
                ReadCard.Plan(
                    id: plan.id, name: plan.name, agreed: plan.agreed, pending: plan.pending,
                    zones: (plan.zones ?? []).map {
                        ReadCard.Zone(zone: $0.zone, heading: $0.heading, shape: $0.shape, signs: $0.signs ?? [], steps: $0.steps ?? [])
                    },
                    contacts: plan.contacts ?? [], coping: plan.coping ?? [], medicinesKept: plan.medicines_kept ?? []
                )
            },
            headings: ReadCard.Headings(
                contacts: phrases.contacts, signs: phrases.signs, steps: phrases.steps, coping: phrases.coping,
                medicinesKept: phrases.medicines_kept
            ),
            safety: safety, notAnInstruction: not_an_instruction
        )
    }

    /// How old it is, in the card's own phrases and by the days of the calendar; as core/card/src/age.rs.
    private func age(_ now: CardMoment) -> String {
        let possible = made.at >= Time.noHearthYet && now.ms >= Time.noHearthYet
            && (-Time.day...Time.impossible).contains(now.ms - made.at)
            && Time.offsets.contains(made.offset) && Time.offsets.contains(now.offsetMinutes)
        if !possible { return phrases.clock_wrong }
        let days = Time.day(now.ms, now.offsetMinutes) - Time.day(made.at, made.offset)
        if days <= 0 { return phrases.made_today }
        if days == 1 { return phrases.made_yesterday }
        let said = phrases.made_days["\(days)"] ?? phrases.made_days["other"] ?? phrases.clock_wrong
        return said.replacingOccurrences(of: "{n}", with: "\(days)")
    }
}

private enum Time {
    static let minute = 60_000
    static let day = 24 * 60 * minute
    /// 2020-01-01 00:00 UTC: before there was any Hearth.
    static let noHearthYet = 1_577_836_800_000
    /// 150 years of 365.25 days.
    static let impossible = 54_787 * day + day / 2
    static let offsets = -18 * 60...18 * 60

    /// The day on a wall calendar, counted from 1970-01-01. Both are later than 2019 here.
    static func day(_ ms: Int, _ offset: Int) -> Int {
        let at = ms.addingReportingOverflow(offset * minute)
        return (at.overflow ? Int.max : at.partialValue) / day
    }
}
