// Looking ahead: three lists, each under its own sentence.

import Bridge
import SwiftUI

struct AheadScreen: View {
    @State var model: AheadModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        let (wish, form) = (AheadModel.wish, AheadModel.form)
        DrawnFrom(model) { drawn in
            let ahead = drawn.ahead
            Page(texts(AheadText.title)) {
                Note(ahead.myWish)
                if ahead.preferences.isEmpty { Words(texts(AheadText.invite)) }
                ForEach(ahead.preferences) { WishSheet(wish: $0) }
                AddForm(
                    texts(AheadText.addWish), form: wish, isReady: Pen(here).text(wish, "words") != nil, isMain: true,
                    onKeep: { _ in model.keepWish() }
                ) {
                    FormBox(texts(AheadText.words), box: wish + "words", lines: 3)
                    FormChoices(texts(AheadText.sort), drawn.sorts, box: wish + "sort")
                }
                Heading(texts(AheadText.forms))
                Note(ahead.notAnInstruction)
                ForEach(ahead.forms) { Paper(form: $0) }
                AddForm(
                    texts(AheadText.addForm), form: form, isReady: Pen(here).text(form, "form") != nil, onKeep: { _ in model.keepForm() }
                ) {
                    FormChoices(texts(AheadText.form), drawn.forms, box: form + "form")
                    if Pen(here).text(form, "form") == "other" { FormBox(texts(AheadText.formName), box: form + "name") }
                    DayBoxes(texts(AheadText.dated), box: form + "dated")
                    FormBox(texts(AheadText.place), box: form + "place")
                }
                Heading(texts(AheadText.copies))
                Small(texts(AheadText.copiesUnder))
                ForEach(ahead.copies) { CopySheet(model: model, copy: $0, original: drawn.originals[$0.id]) }
                CopyForm(model: model, of: nil)
            }
        }
    }
}

private struct WishSheet: View {
    let wish: Preference
    @Environment(Here.self) private var here

    var body: some View {
        // What it is about, where it was said: the person's own words stay the largest.
        let about = wish.sort.versions.map(\.text).joined(separator: " / ")
        Sheet {
            Notes(wish.notes)
            Written(about.isEmpty ? here.texts(AheadText.words) : about, wish.words, at: Spot("preference", wish.id, "words"), lines: 3)
            Small(wish.dated)
            OnlyMe(wish.onlyMe) { Pen(here).onlyMe("preference", wish.id, $0) }
            RemoveButton("preference", wish.id, about: wish.words.versions.map(\.text).joined(separator: " / "))
        }
    }
}

private struct Paper: View {
    let form: OfficialForm
    @Environment(Here.self) private var here

    var body: some View {
        let texts = here.texts
        Sheet {
            ForEach(Array(form.form.versions.enumerated()), id: \.offset) { VersionWords($0.element) }
            Versions(form.name)
            Notes(form.notes)
            Written(texts(AheadText.dated), form.dated, at: Spot("form", form.id, "dated", isDay: true))
            Written(texts(AheadText.place), form.place, at: Spot("form", form.id, "place"), lines: 1)
            RemoveButton("form", form.id, about: form.form.versions.map(\.text).joined(separator: " / "))
        }
    }
}

/// A copy is read, never changed: but where its original lies may change, and a newer copy may take its place.
private struct CopySheet: View {
    let model: AheadModel, copy: KeptCopy, original: Field?

    var body: some View {
        Sheet(paper: \.sunk, line: \.line) {
            CopyWords(copy: copy)
            if let original {
                Written(
                    model.here.texts(AheadText.original), original, at: Spot("copy", copy.id, "original"), isTold: true, lines: 1
                )
            }
            if let older = copy.olderLine { Heading(older) }
            ForEach(copy.older) { CopyWords(copy: $0) }
            CopyForm(model: model, of: copy)
            OnlyMe(copy.onlyMe) { Pen(model.here).onlyMe("copy", copy.id, $0) }
        }
    }
}

private struct CopyWords: View {
    let copy: KeptCopy
    @Environment(Here.self) private var here

    var body: some View {
        Note(copy.mark)
        FieldWords(nil, copy.what, at: Spot("copy", copy.id, "what"))
        FieldWords(here.texts(AheadText.copyWords), copy.words, at: Spot("copy", copy.id, "words"))
        Plain(copy.dated)
        Plain(copy.source)
        Plain(copy.original)
        Notes(copy.notes)
    }
}

private struct CopyForm: View {
    let model: AheadModel, of: KeptCopy?

    var body: some View {
        let texts = model.here.texts
        let pen = Pen(model.here)
        let form = model.copyForm(of)
        let isReady = pen.text(form, "what") != nil && pen.text(form, "words") != nil
        AddForm(texts(of == nil ? AheadText.addCopy : .newerCopy), form: form, isReady: isReady, onKeep: { _ in model.keepCopy(of) }) {
            Note(texts(AheadText.copyOnce))
            FormBox(texts(AheadText.copyWhat), box: form + "what")
            FormBox(texts(AheadText.copyWords), box: form + "words", lines: 4)
            DayBoxes(texts(AheadText.dated), box: form + "dated")
            FormBox(texts(AheadText.copySource), box: form + "source")
            FormBox(texts(AheadText.original), box: form + "original")
        }
    }
}
