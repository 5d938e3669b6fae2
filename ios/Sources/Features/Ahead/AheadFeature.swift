// Looking ahead: wishes, papers that exist, and copies of clinical decisions, never in one list.

import Bridge
import SwiftUI

enum AheadFeature: Feature {
    static let screens = [
        Screen("ahead", .plan) { here, _ in AheadScreen(model: AheadModel(here)) },
    ]
    static let texts: [any AppText.Type] = [AheadText.self]
}

enum AheadText: String, AppText {
    static let table = "Ahead"
    case title, invite, addWish, words, sort, forms, addForm, form, formName, dated, place
    case copies, copiesUnder, addCopy, newerCopy, copyOnce, copyWhat, copyWords, copySource, original
}

/// What is ahead, what may be chosen, and where each copy's original is, for its box.
struct WrittenAhead: Sendable {
    let ahead: Ahead, sorts: [Choice], forms: [Choice], originals: [String: Field]
}

@MainActor @Observable final class AheadModel: Drawing {
    static let wish = "new-wish/"
    static let form = "new-form/"
    let here: Here
    var drawn: Result<WrittenAhead, Fault>?
    init(_ here: Here) { self.here = here }

    func read(_ plan: any Plan) async throws -> WrittenAhead {
        let ahead = try await plan.ahead()
        var originals: [String: Field] = [:]
        for copy in ahead.copies { originals[copy.id] = try await plan.entry(kind: "copy", id: copy.id).stands("original") }
        return WrittenAhead(
            ahead: ahead, sorts: try await plan.choicesOf("preference", "sort"), forms: try await plan.choicesOf("form", "form"),
            originals: originals
        )
    }

    func keepWish() {
        let pen = Pen(here)
        let said = FieldAnswer(field: "dated", answer: .date(here.outside.now().dayKept))
        let fields = [pen.words(Self.wish, "words"), pen.choice(Self.wish, "sort"), said].compactMap { $0 }
        pen.kept(Self.wish, beside: "words") { _ = try await $0.add(kind: "preference", fields: fields) }
    }

    /// That a paper exists, as it was typed.
    func keepForm() {
        let pen = Pen(here)
        let form = Self.form
        let fields = [pen.choice(form, "form"), pen.words(form, "name"), pen.day(form, "dated"), pen.words(form, "place")].compactMap { $0 }
        pen.kept(form, besideOf: { $0.reason.contains("date") ? "dated" : "" }) { _ = try await $0.add(kind: "form", fields: fields) }
    }

    /// `of`: the older copy that it takes the place of.
    func copyForm(_ of: KeptCopy?) -> String { of.map { "newer-copy/\($0.id)/" } ?? "new-copy/" }
    func keepCopy(_ of: KeptCopy?) {
        let pen = Pen(here)
        let form = copyForm(of)
        let copy = NewCopy(
            what: pen.text(form, "what") ?? "", words: pen.text(form, "words") ?? "", dated: pen.text(form, "dated").map(Day.kept),
            source: pen.text(form, "source"), original: pen.text(form, "original"), replaces: of?.id
        )
        pen.kept(form, besideOf: { $0.reason.contains("date") ? "dated" : "words" }) { _ = try await $0.keepCopy(copy: copy) }
    }
}
