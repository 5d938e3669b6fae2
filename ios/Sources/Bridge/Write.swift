// Writing any field by its name; removing, erasing, history.

import Foundation
import HearthCore

/// A photo or a voice note that stands beside a field.
public struct Beside: Sendable, Equatable, Hashable, Identifiable {
    /// Names it, for `attachment` and for removing.
    public var id: String
    /// The name in the table of the field that it stands beside.
    public var field: String
    /// It is to be heard; else it is to be seen.
    public var sound: Bool
    /// Who put it there and when; several where several put just the same.
    public var who: [String]

    public init(id: String, field: String, sound: Bool, who: [String]) {
        self.id = id
        self.field = field
        self.sound = sound
        self.who = who
    }
}

extension HearthCore.BesideView: Crossing {
    func own() -> Beside {
        Beside(id: id, field: field, sound: sound, who: who)
    }
}

/// Writing any field by its name; removing, erasing, history: the calls.
public protocol WriteCalls: Sendable {
    /// Adds an entry with some fields, all in one. Returns its name.
    func add(kind: String, fields: [FieldAnswer], by: Writer) async throws -> String

    /// Keeps a photo or a voice note beside a field. Returns its name.
    func attach(kind: String, id: String, field: String, bytes: Data, by: Writer) async throws -> String

    /// The bytes of a photo or a voice note, verified.
    func attachment(id: String) async throws -> Data

    /// The photos and voice notes beside the fields of an entry.
    func beside(kind: String, id: String) async throws -> [Beside]

    /// Erases, on request, every version ever written of one field, here and on
    /// every own phone this one meets. Copies outside are out of reach: say so
    /// before.
    func erase(kind: String, id: String, field: String) async throws

    /// Every version ever written of one field, oldest first.
    func history(kind: String, id: String, field: String) async throws -> [HistoryLine]

    /// Keeps an entry that was removed, here or on another phone.
    func keep(kind: String, id: String, by: Writer) async throws

    /// "Only me": never sent, shared, printed or shown to a carer.
    func onlyMe(kind: String, id: String, on: Bool) async throws

    /// Removes an entry and all in it. Nothing is deleted: it is in History, and
    /// `keep` undoes it.
    func remove(kind: String, id: String, by: Writer) async throws

    /// Writes one field, in place of every version that stands in it. `kind` and
    /// `field` are names of the table; `id` may be "" for a kind that a plan has
    /// just once. Returns the name of what was written.
    func write(kind: String, id: String, field: String, answer: Answer, by: Writer) async throws -> String

    /// Writes one field in place of the versions that were `seen`: a field's own
    /// `seen`. One that came from another phone meanwhile stays, and both are
    /// shown. Naming several settles them.
    func writeOver(
        kind: String,
        id: String,
        field: String,
        answer: Answer,
        seen: [String],
        by: Writer
    ) async throws -> String
}

extension WriteCalls {
    public func add(kind: String, fields: [FieldAnswer]) async throws -> String {
        try await add(kind: kind, fields: fields, by: .person)
    }

    public func attach(kind: String, id: String, field: String, bytes: Data) async throws -> String {
        try await attach(kind: kind, id: id, field: field, bytes: bytes, by: .person)
    }

    public func keep(kind: String, id: String) async throws {
        try await keep(kind: kind, id: id, by: .person)
    }

    public func remove(kind: String, id: String) async throws {
        try await remove(kind: kind, id: id, by: .person)
    }

    public func write(kind: String, id: String, field: String, answer: Answer) async throws -> String {
        try await write(kind: kind, id: id, field: field, answer: answer, by: .person)
    }

    public func writeOver(
        kind: String,
        id: String,
        field: String,
        answer: Answer,
        seen: [String]
    ) async throws -> String {
        try await writeOver(kind: kind, id: id, field: field, answer: answer, seen: seen, by: .person)
    }
}

extension CorePlan: WriteCalls {
    func add(kind: String, fields: [FieldAnswer], by: Writer) async throws -> String {
        try await ask { try $0.add(kind: kind, fields: fields.map { $0.core() }, by: by.core()) }
    }

    func attach(kind: String, id: String, field: String, bytes: Data, by: Writer) async throws -> String {
        try await ask { try $0.attach(kind: kind, id: id, field: field, bytes: bytes, by: by.core()) }
    }

    func attachment(id: String) async throws -> Data {
        try await ask { try $0.attachment(id: id) }
    }

    func beside(kind: String, id: String) async throws -> [Beside] {
        try await ask { try $0.beside(kind: kind, id: id).own() }
    }

    func erase(kind: String, id: String, field: String) async throws {
        try await ask { try $0.erase(kind: kind, id: id, field: field) }
    }

    func history(kind: String, id: String, field: String) async throws -> [HistoryLine] {
        try await ask { try $0.history(kind: kind, id: id, field: field).own() }
    }

    func keep(kind: String, id: String, by: Writer) async throws {
        try await ask { try $0.keep(kind: kind, id: id, by: by.core()) }
    }

    func onlyMe(kind: String, id: String, on: Bool) async throws {
        try await ask { try $0.onlyMe(kind: kind, id: id, on: on) }
    }

    func remove(kind: String, id: String, by: Writer) async throws {
        try await ask { try $0.remove(kind: kind, id: id, by: by.core()) }
    }

    func write(kind: String, id: String, field: String, answer: Answer, by: Writer) async throws -> String {
        try await ask { try $0.write(kind: kind, id: id, field: field, answer: answer.core(), by: by.core()) }
    }

    func writeOver(
        kind: String,
        id: String,
        field: String,
        answer: Answer,
        seen: [String],
        by: Writer
    ) async throws -> String {
        try await ask { try $0.writeOver(kind: kind, id: id, field: field, answer: answer.core(), seen: seen, by: by.core()) }
    }
}
