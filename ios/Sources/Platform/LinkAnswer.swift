// Where the browser comes back to after the person has said yes to their practice.

import Foundation

/// This app's name at a practice, and the address that it claims. Whoever publishes the app puts their own host here and in the
/// entitlements, and an `apple-app-site-association` on it: `hearth.example` is nobody's.
public enum LinkAnswer {
    public static let client = "hearth"
    public static let host = "hearth.example"
    public static let path = "/linked"
    public static let redirect = "https://\(host)\(path)"
    /// Longer than any answer of a practice.
    private static let most = 8 * 1024

    /// An address that may be the browser's answer; none where it can't be. The core then looks whether it is.
    public static func of(_ address: URL?) -> URL? {
        guard let address, address.absoluteString.utf8.count <= most else { return nil }
        guard let found = URLComponents(url: address, resolvingAgainstBaseURL: false) else { return nil }
        let isOurs = found.scheme == "https" && found.host == host && found.path == path && found.port == nil
            && found.user == nil && found.password == nil
        return isOurs ? address : nil
    }
}

/// What may be opened outside the app: a number to dial, the person's own browser, a letter, the phone's own medical page.
public enum Openable {
    /// The page of the phone's that has its own emergency card.
    public static let medicalId = "x-apple-health://MedicalID"

    public static func may(_ address: URL) -> Bool {
        ["tel", "https", "mailto", "sms"].contains(address.scheme?.lowercased() ?? "") || address.absoluteString == medicalId
    }
}

/// A voice of the phone's.
public struct PhoneVoiceName: Sendable, Equatable {
    public let id: String
    public let language: String
    public init(id: String, language: String) {
        self.id = id
        self.language = language
    }

    /// The voice of a language: that of its country first, another of the same language next; none where there is none. English is
    /// never read by a Welsh voice, nor Welsh by an English one.
    public static func best(of voices: [PhoneVoiceName], for language: String) -> PhoneVoiceName? {
        let wanted = language.lowercased()
        let short = wanted.prefix { $0 != "-" }
        return voices.first { $0.language.lowercased() == wanted }
            ?? voices.first { $0.language.lowercased().prefix { $0 != "-" } == short }
    }
}

/// What a code says, as far as it can be anything of Hearth's.
public enum Scanned {
    /// The most that a code of squares can hold.
    private static let most = 4_296
    public static func of(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text.utf8.count <= most else { return nil }
        return text
    }
}
