// The plan on paper.

import Bridge
import SwiftUI

struct PaperScreen: View {
    @State var model: PaperModel
    @Environment(\.scenePhase) private var phase

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { whatFor in
            Page(texts(ShareText.paper), under: texts(ShareText.paperUnder)) {
                Heading(texts(ShareText.paperWhich))
                ForEach(model.offered, id: \.self) { one in
                    OneOf(
                        title: model.title(one), under: one == .visit && !whatFor.isEmpty ? whatFor : nil, isChosen: model.which == one
                    ) { model.which = one }
                }
                OnOff(texts(ShareText.large), model.isLarge, under: texts(ShareText.largeUnder)) { model.isLarge = $0 }
                if model.which == .words {
                    Note(texts(ShareText.wordsAlone))
                    if !model.hasLock { Note(texts(SafeText.noLock)) }
                }
                if let trouble = model.trouble { TroubleLine(trouble) }
                if let made = model.made {
                    Made(model: model, made: made)
                } else {
                    MainButton(texts(ShareText.draw)) { model.draw() }
                }
                Small(texts(ShareText.letters))
            }
        }
        .onChange(of: phase) { if phase == .background { model.leave() } }
        .onDisappear { model.leave() }
    }
}

/// Drawn: what is not on it, before it is printed.
private struct Made: View {
    let model: PaperModel, made: PaperMade

    var body: some View {
        let texts = model.here.texts
        Sheet {
            Words(model.title(model.which), isStrong: true)
            Plain(texts(ShareText.pages, made.pages))
            Notes(made.sentences)
        }
        if model.printer != nil { MainButton(texts(ShareText.print)) { model.print() } }
        if model.sharer != nil { OtherButton(texts(ShareText.keepIt)) { model.keep() } }
        if model.printer == nil && model.sharer == nil { Note(texts(ShareText.noWay)) }
    }
}
