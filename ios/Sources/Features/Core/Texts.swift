// The app's own words, which only move about it. Clinical and printed words come from the core (`Said`).

import Foundation

/// One feature's words: a case a text, kept in Catalogs/<table>.xcstrings under its raw value.
public protocol AppText: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    static var table: String { get }
}

/// The words in one language.
public struct Texts: Sendable {
    /// The language: `en`, `cy`.
    public let language: String

    public init(language: String) {
        // A tag of the core's (`en-GB`) as a catalog has it.
        let short = String(language.prefix { $0 != "-" })
        self.language = Texts.languages.contains(short) ? short : "en"
    }

    /// The languages that every catalog has.
    public static let languages = ["en", "cy"]

    /// One text, with what stands in it: `%@`, or `%1$@` and `%2$@` where a language turns them round.
    public func callAsFunction<T: AppText>(_ text: T, _ with: CustomStringConvertible...) -> String {
        Texts.filled(found(T.table, text.rawValue) ?? "[\(T.table).\(text.rawValue)]", with.map(\.description))
    }

    static func filled(_ text: String, _ with: [String]) -> String {
        var out = ""
        var next = 0
        var rest = Substring(text)
        while let at = rest.firstIndex(of: "%") {
            out += rest[..<at]
            rest = rest[rest.index(after: at)...]
            if rest.hasPrefix("@") {
                out += next < with.count ? with[next] : ""
                next += 1
                rest = rest.dropFirst()
            } else if let number = rest.first?.wholeNumberValue, rest.dropFirst().hasPrefix("$@") {
                out += number >= 1 && number <= with.count ? with[number - 1] : ""
                rest = rest.dropFirst(3)
            } else {
                out += "%"
            }
        }
        return out + rest
    }

    #if os(Linux)
    /// Only Xcode compiles catalogs: here they are read as they lie in the sources.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Catalogs")

    private static let read = Read()

    private func found(_ table: String, _ key: String) -> String? {
        Texts.read.catalog(table).strings[key]?.localizations?[language]?.stringUnit.value
    }

    static func catalog(_ table: String) -> Catalog { read.catalog(table) }

    private final class Read: @unchecked Sendable {
        private let lock = NSLock()
        private var catalogs: [String: Catalog] = [:]

        func catalog(_ table: String) -> Catalog {
            lock.withLock {
                if let known = catalogs[table] { return known }
                let file = Texts.folder.appendingPathComponent(table + ".xcstrings")
                let read = (try? JSONDecoder().decode(Catalog.self, from: Data(contentsOf: file))) ?? Catalog(strings: [:])
                catalogs[table] = read
                return read
            }
        }
    }
    #else
    private func found(_ table: String, _ key: String) -> String? {
        let folder = Bundle.module.path(forResource: language, ofType: "lproj").flatMap(Bundle.init(path:)) ?? .module
        let text = folder.localizedString(forKey: key, value: nil, table: table)
        return text == key ? nil : text
    }
    #endif
}

/// A catalog as Xcode writes it, as far as it is used.
struct Catalog: Decodable {
    struct Entry: Decodable {
        struct Localization: Decodable { let stringUnit: Unit }
        struct Unit: Decodable { let value: String; let state: String }
        let localizations: [String: Localization]?
    }
    let strings: [String: Entry]
}
