// What is said where no core is there to say it. The sentences are the core's own; a test compares each.

import Foundation

/// The texts of App/Words/Card.xcstrings, which app and widget both bring.
public enum CardWord: String, Sendable, CaseIterable {
    case cardName = "card_name"
    case lifeAtRisk = "life_at_risk"
    case missing = "no_card_missing"
    case unreadable = "no_card_unreadable"
    case tooLarge = "no_card_too_large"
    case newer = "no_card_newer"
    case notThis = "no_card_not_this"
    case malformed = "no_card_malformed"
    case close, call, reminder
    case readAloud = "read_aloud"
    case noVoice = "no_voice"
    case widgetAbout = "widget_about"

    public static let table = "Card"
    /// To dial, in every language.
    public static let emergencyNumber = "999"
}

extension WhyNoCard {
    public var word: CardWord {
        switch self {
        case .missing: .missing
        case .unreadable: .unreadable
        case .tooLarge: .tooLarge
        case .newer: .newer
        case .notThis: .notThis
        case .malformed: .malformed
        }
    }
}

/// The words in one language.
public struct CardWords: Sendable {
    public let language: String
    private let find: @Sendable (String) -> String?

    public init(language: String, find: @escaping @Sendable (String) -> String?) {
        self.language = language
        self.find = find
    }

    public func callAsFunction(_ word: CardWord, _ with: String = "") -> String {
        (find(word.rawValue) ?? "").replacingOccurrences(of: "%@", with: with)
    }

    #if canImport(Darwin)
    /// The words of the app or the widget that this runs in; a language that was chosen is another than the phone's.
    public static func ofThisApp(_ chosen: String?) -> CardWords {
        let wanted = String((chosen ?? Locale.preferredLanguages.first ?? "en").prefix { $0 != "-" })
        let language = Bundle.main.localizations.contains(wanted) ? wanted : "en"
        return CardWords(language: language) { key in
            let folder = Bundle.main.path(forResource: language, ofType: "lproj").flatMap(Bundle.init(path:)) ?? .main
            return folder.localizedString(forKey: key, value: nil, table: CardWord.table)
        }
    }
    #endif
}
