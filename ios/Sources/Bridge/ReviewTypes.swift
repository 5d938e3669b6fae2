// Support: what is drawn.

import Foundation
import HearthCore

/// Support near me.
public struct SupportEntry: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// Its name.
    public var name: Field
    /// What it is.
    public var about: Field
    /// How to reach it.
    public var contact: Field
    /// Only me.
    public var onlyMe: Bool
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?

    public init(id: String, name: Field, about: Field, contact: Field, onlyMe: Bool, unsettled: String? = nil) {
        self.id = id
        self.name = name
        self.about = about
        self.contact = contact
        self.onlyMe = onlyMe
        self.unsettled = unsettled
    }
}

extension HearthCore.SupportEntryView: Crossing {
    func own() -> SupportEntry {
        SupportEntry(
            id: id,
            name: name.own(),
            about: about.own(),
            contact: contact.own(),
            onlyMe: onlyMe,
            unsettled: unsettled
        )
    }
}

/// Support, ready to draw.
public struct Support: Sendable, Equatable, Hashable {
    /// What may help: to manage by oneself, and when more help is needed.
    public var menu: [MenuGroup]
    /// What there is near me.
    public var nearMe: [SupportEntry]
    /// "Noted here. Nobody has been told.": always drawn over what I asked for.
    public var notSent: String
    /// What I asked for, newest first.
    public var askedFor: [Request]
    /// Personal health budgets.
    public var budgets: [Budget]

    public init(menu: [MenuGroup], nearMe: [SupportEntry], notSent: String, askedFor: [Request], budgets: [Budget]) {
        self.menu = menu
        self.nearMe = nearMe
        self.notSent = notSent
        self.askedFor = askedFor
        self.budgets = budgets
    }
}

extension HearthCore.SupportView: Crossing {
    func own() -> Support {
        Support(
            menu: menu.own(),
            nearMe: nearMe.own(),
            notSent: notSent,
            askedFor: askedFor.own(),
            budgets: budgets.own()
        )
    }
}
