// Support: what is drawn.

import Foundation
import HearthCore

/// Something to ask for.
public struct Asked: Sendable, Equatable, Hashable {
    /// What of the menu, by its id.
    public var item: String?
    /// What of the support near me.
    public var entry: String?
    /// What, in one's own words.
    public var words: String?
    /// Of whom.
    public var of: String?

    public init(item: String? = nil, entry: String? = nil, words: String? = nil, of: String? = nil) {
        self.item = item
        self.entry = entry
        self.words = words
        self.of = of
    }
}

extension Asked {
    func core() -> HearthCore.Asked {
        HearthCore.Asked(item: item, entry: entry, words: words, of: of)
    }
}

/// A personal health budget, noted.
public struct Budget: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// The amount, as written.
    public var amount: Field
    /// What it is for.
    public var forWhat: Field
    /// When to look at it again.
    public var review: Field
    /// Who looks at it again with me.
    public var reviewBy: Field
    /// What must be said of it.
    public var notes: [String]
    /// Only me.
    public var onlyMe: Bool

    public init(
        id: String,
        amount: Field,
        forWhat: Field,
        review: Field,
        reviewBy: Field,
        notes: [String],
        onlyMe: Bool
    ) {
        self.id = id
        self.amount = amount
        self.forWhat = forWhat
        self.review = review
        self.reviewBy = reviewBy
        self.notes = notes
        self.onlyMe = onlyMe
    }
}

extension HearthCore.BudgetView: Crossing {
    func own() -> Budget {
        Budget(
            id: id,
            amount: amount.own(),
            forWhat: forWhat.own(),
            review: review.own(),
            reviewBy: reviewBy.own(),
            notes: notes,
            onlyMe: onlyMe
        )
    }
}

/// Something anywhere in the plan whose day to be looked at again has come or gone.
public struct Due: Sendable, Equatable, Hashable, Identifiable {
    /// What kind of entry.
    public var kind: String
    /// Which one.
    public var id: String
    /// "My medicines", "When I’m unwell: breathing".
    public var name: String
    /// "It was to be looked at again by 3 October. You could ask Sam for a new date."
    public var line: String
    /// How many days late; 0 on the day itself.
    public var lateDays: Int

    public init(kind: String, id: String, name: String, line: String, lateDays: Int) {
        self.kind = kind
        self.id = id
        self.name = name
        self.line = line
        self.lateDays = lateDays
    }
}

extension HearthCore.DueView: Crossing {
    func own() -> Due {
        Due(kind: kind, id: id, name: name, line: line, lateDays: lateDays.own())
    }
}

/// One part of the menu.
public struct MenuGroup: Sendable, Equatable, Hashable {
    /// "To manage by myself".
    public var heading: String
    /// What is in it.
    public var items: [MenuItem]

    public init(heading: String, items: [MenuItem]) {
        self.heading = heading
        self.items = items
    }
}

extension HearthCore.MenuGroup: Crossing {
    func own() -> MenuGroup {
        MenuGroup(heading: heading, items: items.own())
    }
}

/// One thing on the menu.
public struct MenuItem: Sendable, Equatable, Hashable, Identifiable {
    /// Its name for ever, to ask for it: one of the menu.
    public var id: String
    /// What it is called.
    public var name: String
    /// What it is, in one sentence.
    public var about: String

    public init(id: String, name: String, about: String) {
        self.id = id
        self.name = name
        self.about = about
    }
}

extension HearthCore.MenuItem: Crossing {
    func own() -> MenuItem {
        MenuItem(id: id, name: name, about: about)
    }
}

/// A review to keep.
public struct NewReview: Sendable, Equatable, Hashable {
    /// One of the choices of `review.sort`; "" where it was not said.
    public var sort: String
    /// The person's own name for it.
    public var name: String?
    /// The next date: `2026`, `2026-10` or `2026-10-03`.
    public var next: String?
    /// How often, in words.
    public var interval: String?
    /// Who is responsible, in words.
    public var who: String?
    /// Who is responsible, if they are in People.
    public var person: String?

    public init(
        sort: String,
        name: String? = nil,
        next: String? = nil,
        interval: String? = nil,
        who: String? = nil,
        person: String? = nil
    ) {
        self.sort = sort
        self.name = name
        self.next = next
        self.interval = interval
        self.who = who
        self.person = person
    }
}

extension NewReview {
    func core() -> HearthCore.NewReview {
        HearthCore.NewReview(sort: sort, name: name, next: next, interval: interval, who: who, person: person)
    }
}

/// A promise, ready to draw.
public struct Promise: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What.
    public var what: Field
    /// "The key worker, by 2 November".
    public var whoBy: String
    /// "20 days late", "promised", "done", "asked for, not available".
    public var state: String
    /// How many days late, where it is.
    public var lateDays: Int?
    /// Nobody has said yet that it is done, or that it will not be.
    public var open: Bool
    /// It is the person's own promise.
    public var mine: Bool
    /// Only me.
    public var onlyMe: Bool

    public init(
        id: String,
        what: Field,
        whoBy: String,
        state: String,
        lateDays: Int? = nil,
        open: Bool,
        mine: Bool,
        onlyMe: Bool
    ) {
        self.id = id
        self.what = what
        self.whoBy = whoBy
        self.state = state
        self.lateDays = lateDays
        self.open = open
        self.mine = mine
        self.onlyMe = onlyMe
    }
}

extension HearthCore.PromiseView: Crossing {
    func own() -> Promise {
        Promise(
            id: id,
            what: what.own(),
            whoBy: whoBy,
            state: state,
            lateDays: lateDays.own(),
            open: open,
            mine: mine,
            onlyMe: onlyMe
        )
    }
}

/// Support that was asked for.
public struct Request: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What, in words: the person's own before the menu's.
    public var what: String
    /// "Asked of the link worker, 3 October".
    public var asked: String
    /// How it stands; "asked for, not available".
    public var state: Field
    /// The promise that was made of it, where there is one.
    public var promise: Promise?
    /// What came of it.
    public var note: Field
    /// What must be said of it.
    public var notes: [String]
    /// Only me, itself or by its promise.
    public var onlyMe: Bool

    public init(
        id: String,
        what: String,
        asked: String,
        state: Field,
        promise: Promise? = nil,
        note: Field,
        notes: [String],
        onlyMe: Bool
    ) {
        self.id = id
        self.what = what
        self.asked = asked
        self.state = state
        self.promise = promise
        self.note = note
        self.notes = notes
        self.onlyMe = onlyMe
    }
}

extension HearthCore.RequestView: Crossing {
    func own() -> Request {
        Request(
            id: id,
            what: what,
            asked: asked,
            state: state.own(),
            promise: promise.own(),
            note: note.own(),
            notes: notes,
            onlyMe: onlyMe
        )
    }
}

/// A review, ready to draw.
public struct Review: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// "My medicines", or the person's own name for it.
    public var name: String
    /// When it is, that it is today, or that it was to be by a date.
    public var line: String
    /// How many days late, where it is.
    public var lateDays: Int?
    /// The next date as written.
    public var next: Field
    /// How often, as written.
    public var interval: Field
    /// Who is responsible; "" where nobody is written.
    public var who: String
    /// When it was last done.
    public var done: Field
    /// Worth knowing.
    public var note: Field
    /// What must be said of it.
    public var notes: [String]
    /// Only me.
    public var onlyMe: Bool

    public init(
        id: String,
        name: String,
        line: String,
        lateDays: Int? = nil,
        next: Field,
        interval: Field,
        who: String,
        done: Field,
        note: Field,
        notes: [String],
        onlyMe: Bool
    ) {
        self.id = id
        self.name = name
        self.line = line
        self.lateDays = lateDays
        self.next = next
        self.interval = interval
        self.who = who
        self.done = done
        self.note = note
        self.notes = notes
        self.onlyMe = onlyMe
    }
}

extension HearthCore.ReviewView: Crossing {
    func own() -> Review {
        Review(
            id: id,
            name: name,
            line: line,
            lateDays: lateDays.own(),
            next: next.own(),
            interval: interval.own(),
            who: who,
            done: done.own(),
            note: note.own(),
            notes: notes,
            onlyMe: onlyMe
        )
    }
}
