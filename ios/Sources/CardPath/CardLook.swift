// What the widget shows, and when it must be drawn again.

import Foundation

/// What a widget may show. No name and no line: the person has not switched them on, or the card does not open.
public struct CardLook: Sendable, Equatable {
    public let name: String?
    public let lines: [String]

    public init(name: String? = nil, lines: [String] = []) {
        self.name = name
        self.lines = lines
    }

    /// Reads the card file with the card's own key, and only where its lines are to be shown.
    public static func of(_ file: CardFile?, lines switchedOn: Bool, now: CardMoment) -> CardLook {
        guard switchedOn, let card = try? file?.open(now: now) else { return CardLook() }
        return CardLook(name: card.name, lines: card.firstLines)
    }

    /// As many lines as a lock screen has room for: what comes first is what a stranger must not miss, and the rest is
    /// said to be there.
    public func fitting(_ most: Int) -> [String] {
        lines.count <= most ? lines : lines.prefix(max(most - 1, 0)) + ["…"]
    }

    /// The next midnight on this phone's wall: the age of the card is by the days of the calendar.
    public static func nextDay(after date: Date, in calendar: Calendar = .current) -> Date {
        calendar.nextDate(after: date, matching: DateComponents(hour: 0, minute: 0), matchingPolicy: .nextTime)
            ?? date.addingTimeInterval(24 * 60 * 60)
    }
}

extension ReadCard {
    /// What a stranger must not miss, on a small space.
    public var firstLines: [String] {
        let urgent = sections.filter { $0.kind == "allergies" }.flatMap { [$0.heading] + $0.lines.map(\.text) }
        let call = contacts.prefix(1).map { [$0.name, $0.relation, $0.number].compactMap { $0 }.joined(separator: ", ") }
        return urgent + call + [mayBeBehind, age].compactMap { $0 }
    }
}

extension ReadCard {
    /// The same number as the telephone dials it; none where nothing can be dialled.
    public static func dialled(_ number: String) -> URL? {
        let digits = number.enumerated().compactMap { at, sign -> String? in
            if let digit = sign.wholeNumberValue, digit < 10 { return "\(digit)" }
            return sign == "+" && at == 0 ? "+" : nil
        }
        let said = digits.joined()
        return said.filter(\.isNumber).isEmpty || said.count > 24 ? nil : URL(string: "tel:\(said)")
    }
}
