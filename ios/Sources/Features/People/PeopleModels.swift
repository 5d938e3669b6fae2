// What the screens of people ask of the plan and write in it.

import Bridge
import Foundation
import Observation

@MainActor @Observable final class PeopleModel: Drawing {
    static let form = "new-person/"
    let here: Here
    var drawn: Result<[Person], Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> [Person] { try await plan.people() }

    func open(_ person: Person) { here.way.go("person", person.id) }
    func go(_ screen: String) { here.way.go(screen) }
    var isReady: Bool { Pen(here).text(Self.form, "name") != nil }

    func add(_ pen: Pen) {
        let fields = ["name", "relation", "number"].compactMap { pen.words(Self.form, $0) }
        pen.kept(Self.form, beside: "name") { [here] in
            let id = try await $0.add(kind: "person", fields: fields)
            here.way.go("person", id)
        }
    }
}

@MainActor @Observable final class PersonModel: Drawing {
    struct Drawn: Sendable {
        let person: Person
        let entry: Entry
        let carer: Carer?
        /// By what somebody may write for the person.
        let by: [Choice]
    }

    let here: Here
    let id: String
    var drawn: Result<Drawn, Fault>?
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
    }

    var authorityForm: String { "new-authority/\(id)/" }
    var needForm: String { "new-need/\(id)/" }

    func read(_ plan: any Plan) async throws -> Drawn {
        // Asked first: of somebody who is gone it says so.
        let entry = try await plan.entry(kind: "person", id: id)
        guard let person = try await plan.people().first(where: { $0.id == id }) else {
            throw Fault(.notThere, sentence: here.texts(CoreText.notHere), reason: "no-person")
        }
        let by = try await plan.blank(kind: "authority").fields.first { $0.name.hasSuffix(".by") }
        return Drawn(
            person: person, entry: entry, carer: try await plan.carers().first { $0.person == id }, by: by?.choices ?? []
        )
    }

    func addAuthority(_ pen: Pen) {
        let form = authorityForm
        let fields = [FieldAnswer(field: "person", answer: .entry(id)), pen.choice(form, "by"), pen.words(form, "seen_by")]
        pen.kept(form, beside: "seen_by") { _ = try await $0.add(kind: "authority", fields: fields.compactMap { $0 }) }
    }

    /// Ends today, as this phone's clock has it.
    func end(_ authority: Authority) {
        let now = here.outside.now()
        let date = Date(timeIntervalSince1970: Double(now.ms) / 1000 + Double(now.offsetMinutes) * 60)
        let day = date.ISO8601Format(.init(timeZone: TimeZone(secondsFromGMT: 0) ?? .current).year().month().day())
        here.act { _ = try await $0.write(kind: "authority", id: authority.id, field: "ended", answer: .date(day)) }
    }

    func addNeed(_ pen: Pen) {
        let form = needForm
        guard let words = pen.text(form, "words") else { return }
        let asked = pen.text(form, "asked")
        pen.kept(form, beside: "words") { [id] in _ = try await $0.addCarerNeed(whose: id, words: words, asked: asked) }
    }
}

extension Entry {
    /// A field by its name without its kind; an empty one where a newer Hearth has it no more.
    func said(_ field: String) -> Field {
        fields.first { $0.name == "\(kind).\(field)" }?.said ?? Field(versions: [], offers: [], notes: [], seen: [])
    }

    func isOn(_ field: String) -> Bool {
        fields.first { $0.name == "\(kind).\(field)" }?.kept == [.yesNo(true)]
    }
}
