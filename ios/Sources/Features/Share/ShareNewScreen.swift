// A new share: choose, look, and only then make.

import Bridge
import SwiftUI

struct ShareNewScreen: View {
    @State var model: ShareNewModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        let choosing = model.choosing
        DrawnFrom(model) { drawn in
            Page(texts(ShareText.new), under: texts(ShareText.newUnder)) {
                if drawn.host.isEmpty {
                    Note(texts(ShareText.noHost))
                    OtherButton(texts(ShareText.setUpHost)) { model.go("share-host") }
                    OtherButton(texts(ShareText.paper)) { model.go("paper") }
                }
                SectionTicks(sections: drawn.sections, choosing: choosing)
                FormBox(texts(ShareText.label), box: choosing.form + "label")
                UntilChoices(choosing: choosing)
                PasscodeSwitch(choosing: choosing)
                OnOff(texts(ShareText.keptUp), choosing.isOn("keptUp"), under: texts(ShareText.keptUpUnder)) { choosing.turn("keptUp", $0) }
                Look(
                    previewed: model.previewed, isChanged: model.isChanged, choosing: choosing, making: model.making,
                    make: drawn.host.isEmpty ? nil : texts(ShareText.make), onLook: { model.preview(drawn.sections) }, onMake: { model.make() }
                )
            }
        }
    }
}

/// The way to the preview, and behind it the one to making.
struct Look: View {
    let previewed: Previewed?, isChanged: Bool, choosing: Choosing, making: Going
    /// None: there is no host, so it can only be looked at.
    let make: String?
    let onLook: @MainActor () -> Void, onMake: @MainActor () -> Void

    var body: some View {
        let texts = choosing.here.texts
        if let trouble = Pen(choosing.here).trouble(choosing.form) { TroubleLine(trouble) }
        if let previewed, !isChanged {
            PreviewWords(preview: previewed.preview, texts: texts)
            Asking(making, texts)
            if let make { MainButton(make, onMake).disabled(making.isOn) }
        } else {
            Asking(making, texts)
            if isChanged { Note(texts(ShareText.changed)) }
            MainButton(texts(ShareText.preview), onLook).disabled(making.isOn)
        }
    }
}
