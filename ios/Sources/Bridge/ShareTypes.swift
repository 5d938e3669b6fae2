// Showing the plan to somebody: links that end: what is drawn.

import Foundation
import HearthCore

/// A section that can be shared.
public enum ShareSection: Sendable, Equatable, Hashable, CaseIterable {
    /// If I am found unwell.
    case emergency
    /// About me.
    case about
    /// My goals and plan.
    case goals
    /// Looking ahead.
    case ahead
    /// People in my life and care.
    case people
    /// What I measured.
    case readings
    /// What I answered before visits.
    case sheets
}

extension HearthCore.ShareSection: Crossing {
    func own() -> ShareSection {
        switch self {
        case .emergency: .emergency
        case .about: .about
        case .goals: .goals
        case .ahead: .ahead
        case .people: .people
        case .readings: .readings
        case .sheets: .sheets
        }
    }
}

extension ShareSection {
    func core() -> HearthCore.ShareSection {
        switch self {
        case .emergency: .emergency
        case .about: .about
        case .goals: .goals
        case .ahead: .ahead
        case .people: .people
        case .readings: .readings
        case .sheets: .sheets
        }
    }
}

/// How a share stands.
public enum ShareStanding: Sendable, Equatable, Hashable, CaseIterable {
    /// It is made here, and its host does not have it yet.
    case waiting
    /// Whoever has the link can open it.
    case open
    /// Nobody can open it until it is resumed.
    case paused
    /// To be paused; the host has not heard yet, and it can still be opened.
    case notYetPaused
    /// Tried too often with a wrong passcode: it opens to nobody.
    case locked
    /// It has ended by itself.
    case expired
    /// Ended; the host has not heard yet, and it can still be opened.
    case notYetEnded
    /// Ended, and the host knows.
    case ended
    /// The host no longer has it.
    case gone
}

extension HearthCore.ShareStanding: Crossing {
    func own() -> ShareStanding {
        switch self {
        case .waiting: .waiting
        case .open: .open
        case .paused: .paused
        case .notYetPaused: .notYetPaused
        case .locked: .locked
        case .expired: .expired
        case .notYetEnded: .notYetEnded
        case .ended: .ended
        case .gone: .gone
        }
    }
}

/// One look at a share.
public struct ShareLook: Sendable, Equatable, Hashable {
    /// When, and who they said they are: text, never markup.
    public var line: String

    public init(line: String) {
        self.line = line
    }
}

extension HearthCore.LookView: Crossing {
    func own() -> ShareLook {
        ShareLook(line: line)
    }
}

/// A section with what it is called.
public struct NamedSection: Sendable, Equatable, Hashable {
    /// Which.
    public var section: ShareSection
    /// What it is called.
    public var title: String

    public init(section: ShareSection, title: String) {
        self.section = section
        self.title = title
    }
}

extension HearthCore.NamedSection: Crossing {
    func own() -> NamedSection {
        NamedSection(section: section.own(), title: title)
    }
}

/// What is to be shared, and how. Begin with `Plan::share_offered`.
public struct ShareChoice: Sendable, Equatable, Hashable {
    /// What the person calls it, up to 80 characters; whoever has the link reads it.
    public var label: String
    /// Its sections.
    public var sections: [ShareSection]
    /// When it ends by itself: milliseconds since 1970.
    public var until: Int
    /// Whether the host asks for a passcode.
    public var passcode: Bool
    /// Whether it is kept up to date; else it stays as it was previewed.
    public var keptUp: Bool

    public init(label: String, sections: [ShareSection], until: Int, passcode: Bool, keptUp: Bool) {
        self.label = label
        self.sections = sections
        self.until = until
        self.passcode = passcode
        self.keptUp = keptUp
    }
}

extension HearthCore.ShareChoice: Crossing {
    func own() -> ShareChoice {
        ShareChoice(label: label, sections: sections.own(), until: until.own(), passcode: passcode, keptUp: keptUp)
    }
}

extension ShareChoice {
    func core() -> HearthCore.ShareChoice {
        HearthCore.ShareChoice(
            label: label,
            sections: sections.map { $0.core() },
            until: Int64(clamping: until),
            passcode: passcode,
            keptUp: keptUp
        )
    }
}

/// A share before it is made: all of it is shown, and what cannot be undone.
public struct SharePreview: Sendable, Equatable, Hashable {
    /// What stands in front: who made it, what is not in it.
    public var front: [String]
    /// Everything that is in it.
    public var sections: [SharedSection]
    /// What cannot be undone once it is made: said before.
    public var cannotBeUndone: [String]
    /// When it would end by itself, in words.
    public var ends: String
    /// How many bytes it has.
    public var bytes: Int
    /// To be handed to `Plan::share_make`.
    public var sum: String

    public init(front: [String], sections: [SharedSection], cannotBeUndone: [String], ends: String, bytes: Int, sum: String) {
        self.front = front
        self.sections = sections
        self.cannotBeUndone = cannotBeUndone
        self.ends = ends
        self.bytes = bytes
        self.sum = sum
    }
}

extension HearthCore.SharePreview: Crossing {
    func own() -> SharePreview {
        SharePreview(
            front: front,
            sections: sections.own(),
            cannotBeUndone: cannotBeUndone,
            ends: ends,
            bytes: bytes.own(),
            sum: sum
        )
    }
}

/// One share.
public struct Share: Sendable, Equatable, Hashable, Identifiable {
    /// Its entry.
    public var id: String
    /// What it is called.
    public var label: String
    /// How it stands.
    public var standing: ShareStanding
    /// What to say of it, in order.
    public var lines: [String]
    /// That it ends soon; "" where it does not.
    public var warning: String
    /// What its sections are called; none on a phone that did not make it.
    public var sections: [String]
    /// The link, on the phone that made it; its code is `crate::card::text_as_code` of it. It
    /// is a key: shown, and kept or logged nowhere.
    public var link: String?
    /// The passcode, there too.
    public var passcode: String?
    /// When it ends by itself: milliseconds since 1970.
    public var until: Int?
    /// Who looked, the newest first.
    public var looks: [ShareLook]

    public init(
        id: String,
        label: String,
        standing: ShareStanding,
        lines: [String],
        warning: String,
        sections: [String],
        link: String? = nil,
        passcode: String? = nil,
        until: Int? = nil,
        looks: [ShareLook]
    ) {
        self.id = id
        self.label = label
        self.standing = standing
        self.lines = lines
        self.warning = warning
        self.sections = sections
        self.link = link
        self.passcode = passcode
        self.until = until
        self.looks = looks
    }
}

extension HearthCore.ShareView: Crossing {
    func own() -> Share {
        Share(
            id: id,
            label: label,
            standing: standing.own(),
            lines: lines,
            warning: warning,
            sections: sections,
            link: link,
            passcode: passcode,
            until: until.own(),
            looks: looks.own()
        )
    }
}

/// One section as whoever opens the link reads it.
public struct SharedSection: Sendable, Equatable, Hashable {
    /// Its title.
    public var title: String
    /// Its lines.
    public var lines: [String]

    public init(title: String, lines: [String]) {
        self.title = title
        self.lines = lines
    }
}

extension HearthCore.SharedSection: Crossing {
    func own() -> SharedSection {
        SharedSection(title: title, lines: lines)
    }
}

/// Everything that is shared.
public struct Shares: Sendable, Equatable, Hashable {
    /// The address of the host; "" where none is in use.
    public var host: String
    /// The shares: what can be opened first.
    public var shares: [Share]
    /// How many can be opened now, as far as is known.
    public var open: Int

    public init(host: String, shares: [Share], open: Int) {
        self.host = host
        self.shares = shares
        self.open = open
    }
}

extension HearthCore.SharesView: Crossing {
    func own() -> Shares {
        Shares(host: host, shares: shares.own(), open: open.own())
    }
}
