// Where the person is, and what they have half typed: both outlive their screens. Not the process: what the system keeps
// of a scene lies unsealed on the disk, and half-typed words are the person's.

import Observation

/// The five places. Unwell is always the third.
public enum PlaceName: String, CaseIterable, Sendable {
    case today = "Today", plan = "Plan", unwell = "Unwell", visits = "Visits", people = "People"

    /// Its first screen.
    public var first: String {
        switch self {
        case .today: "today"
        case .plan: "goals"
        case .unwell: "unwell"
        case .visits: "visits"
        case .people: "people"
        }
    }
}

/// A screen, by its name in docs/screens.tsv, and what it is about.
public struct Where: Hashable, Sendable {
    public let screen: String
    public let about: [String]
    public init(_ screen: String, _ about: [String] = []) {
        self.screen = screen
        self.about = about
    }
}

/// The way here. Each place has its own, so going to another and back loses nothing.
@MainActor @Observable public final class Way {
    public var place: PlaceName = .today
    public var ways: [PlaceName: [Where]] = [:]

    public init() {}

    /// The way in the place where the person is; what its stack is bound to.
    public func way(_ place: PlaceName) -> [Where] { ways[place] ?? [] }

    public var here: Where { way(place).last ?? Where(place.first) }

    /// One screen further, in the place where the person is.
    public func go(_ screen: String, _ about: String...) {
        ways[place, default: []].append(Where(screen, about))
    }

    public func back() {
        if ways[place]?.isEmpty == false { ways[place]?.removeLast() }
    }

    /// A place's first screen.
    public func to(_ place: PlaceName) {
        self.place = place
        ways[place] = []
    }

    /// A screen in a place of its own, with that place's first screen behind it.
    public func to(_ place: PlaceName, _ screen: String, _ about: String...) {
        self.place = place
        ways[place] = [Where(screen, about)]
    }
}
