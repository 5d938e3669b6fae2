// People, carers, authority.

import Foundation
import HearthCore

/// An authority to write for the person.
public struct Authority: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// By what.
    public var by: Field
    /// Who saw the document.
    public var seenBy: Field
    /// It has ended.
    public var ended: Bool

    public init(id: String, by: Field, seenBy: Field, ended: Bool) {
        self.id = id
        self.by = by
        self.seenBy = seenBy
        self.ended = ended
    }
}

extension HearthCore.AuthorityView: Crossing {
    func own() -> Authority {
        Authority(id: id, by: by.own(), seenBy: seenBy.own(), ended: ended)
    }
}

/// One need.
public struct CarerNeed: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// In their words.
    public var words: Field
    /// The support they asked for.
    public var asked: Field
    /// The day they said so.
    public var on: Field
    /// What must be said of it.
    public var notes: [String]
    /// Only me.
    public var onlyMe: Bool

    public init(id: String, words: Field, asked: Field, on: Field, notes: [String], onlyMe: Bool) {
        self.id = id
        self.words = words
        self.asked = asked
        self.on = on
        self.notes = notes
        self.onlyMe = onlyMe
    }
}

extension HearthCore.CarerNeedView: Crossing {
    func own() -> CarerNeed {
        CarerNeed(id: id, words: words.own(), asked: asked.own(), on: on.own(), notes: notes, onlyMe: onlyMe)
    }
}

/// What one carer needs, ready to draw.
public struct Carer: Sendable, Equatable, Hashable {
    /// Who, in People; none where it is not said whose needs these are.
    public var person: String?
    /// "What Sam needs".
    public var heading: String
    /// What they need.
    public var needs: [CarerNeed]

    public init(person: String? = nil, heading: String, needs: [CarerNeed]) {
        self.person = person
        self.heading = heading
        self.needs = needs
    }
}

extension HearthCore.CarerView: Crossing {
    func own() -> Carer {
        Carer(person: person, heading: heading, needs: needs.own())
    }
}

/// Somebody, ready to draw.
public struct Person: Sendable, Equatable, Hashable, Identifiable {
    /// Names them.
    public var id: String
    /// Their name.
    public var name: Field
    /// Who they are to the person.
    public var relation: Field
    /// Their role.
    public var role: Field
    /// Their number.
    public var number: Field
    /// They are the key worker.
    public var keyWorker: Bool
    /// They are on the emergency card.
    public var onCard: Bool
    /// By what they may write for the person.
    public var authority: [Authority]
    /// Removed on one phone and changed on another: to be settled.
    public var unsettled: String?

    public init(
        id: String,
        name: Field,
        relation: Field,
        role: Field,
        number: Field,
        keyWorker: Bool,
        onCard: Bool,
        authority: [Authority],
        unsettled: String? = nil
    ) {
        self.id = id
        self.name = name
        self.relation = relation
        self.role = role
        self.number = number
        self.keyWorker = keyWorker
        self.onCard = onCard
        self.authority = authority
        self.unsettled = unsettled
    }
}

extension HearthCore.PersonView: Crossing {
    func own() -> Person {
        Person(
            id: id,
            name: name.own(),
            relation: relation.own(),
            role: role.own(),
            number: number.own(),
            keyWorker: keyWorker,
            onCard: onCard,
            authority: authority.own(),
            unsettled: unsettled
        )
    }
}

/// People, carers, authority: the calls.
public protocol PeopleCalls: Sendable {
    /// Notes what a carer needs, and what they asked for.
    func addCarerNeed(whose: String, words: String, asked: String?, by: Writer) async throws -> String

    /// Those who care for the person, each with what they need themselves.
    func carers() async throws -> [Carer]

    /// Everybody, in the order of the list.
    func people() async throws -> [Person]
}

extension PeopleCalls {
    public func addCarerNeed(whose: String, words: String, asked: String? = nil) async throws -> String {
        try await addCarerNeed(whose: whose, words: words, asked: asked, by: .person)
    }
}

extension CorePlan: PeopleCalls {
    func addCarerNeed(whose: String, words: String, asked: String?, by: Writer) async throws -> String {
        try await ask { try $0.addCarerNeed(whose: whose, words: words, asked: asked, by: by.core()) }
    }

    func carers() async throws -> [Carer] {
        try await ask { try $0.carers().own() }
    }

    func people() async throws -> [Person] {
        try await ask { try $0.people().own() }
    }
}
