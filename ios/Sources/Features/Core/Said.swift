// The core's own sentences, read once when a plan opens, for whatever is drawn.

import Bridge

/// Clinical and printed words, by the core's keys.
public struct Said: Sendable, Equatable {
    private let sentences: [String: String]

    public init(_ sentences: [String: String] = [:]) {
        self.sentences = sentences
    }

    public subscript(key: String) -> String { sentences[key] ?? "[\(key)]" }
    public subscript(key: String, n: Int) -> String { sentences["\(key)-\(n)"] ?? "[\(key)-\(n)]" }

    /// What the parts say everywhere; a feature adds its own in `Feature.said`.
    static let everywhere = [
        "scale-not-answered", "scale-clear", "scale-coaching",
        "scale-importance-ask", "scale-importance-low", "scale-importance-high",
        "scale-confidence-ask", "scale-confidence-low", "scale-confidence-high",
        "versions-two", "versions-both-kept", "versions-keep-both", "versions-choose", "versions-write-together",
        "versions-see-agreed", "versions-keep", "versions-remove", "suggestion-beside", "who-only-me",
        "done-undo", "done-undone", "done-removed", MailRound.noSignal,
    ]

    /// All that is asked for at once, when a plan opens.
    @MainActor static let asked: [Say] = {
        let keys = everywhere + Screens.features.flatMap { $0.said }
        let chosen = ["importance", "confidence"].flatMap { kind in (1...10).map { Say(key: "scale-\(kind)-chosen", n: $0) } }
        var seen = Set<String>()
        return keys.filter { seen.insert($0).inserted }.map { Say(key: $0) } + chosen
    }()

    /// The sentences that were asked for by `asked`.
    @MainActor static func of(_ sentences: [String]) -> Said {
        let named = zip(asked, sentences).map { asked, said in (asked.n.map { "\(asked.key)-\($0)" } ?? asked.key, said) }
        return Said(Dictionary(named) { first, _ in first })
    }
}
