// The card as app and widget both find it: the group's folder, the card's own key, the phone's own crypto. Written, never run.

import CardPath
import Foundation

enum SharedCard {
    static var file: CardFile? {
        guard let container = CardGroup.container else { return nil }
        let keys = KeychainKeys(PhoneKeychain())
        return CardFile(folder: CardGroup.folder(in: container), unsealing: PhoneUnsealing()) { try keys.unwrap(.card, $0) }
    }

    private static var choices: UserDefaults? { UserDefaults(suiteName: CardGroup.name) }

    static var words: CardWords { CardWords.ofThisApp(choices?.string(forKey: SharedChoice.language.rawValue)) }

    /// Off until the person switches it on.
    static var showsLines: Bool { choices?.bool(forKey: SharedChoice.widgetLines.rawValue) ?? false }

    static func photo() -> Data? { file?.photo() }

    static func read() -> Result<ReadCard, WhyNoCard> {
        guard let file else { return .failure(.missing) }
        do {
            return .success(try file.open(now: CardMoment.of(Date())))
        } catch {
            return .failure(error as? WhyNoCard ?? .unreadable)
        }
    }
}
