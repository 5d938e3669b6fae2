// Held out at a visit: the code large, its passcode, and nothing that needs signal.

import Bridge
import SwiftUI

struct VisitShowScreen: View {
    @State var model: VisitShowModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            Page(texts(ShareText.visitShow), under: drawn.whatFor.isEmpty ? nil : drawn.whatFor) {
                if let made = drawn.made, !model.isCard {
                    MadeAhead(model: model, made: made)
                } else if model.isCard || drawn.host.isEmpty {
                    CardWords(model: model, drawn: drawn)
                } else {
                    Ahead(model: model, drawn: drawn)
                }
            }
        }
    }
}

/// A link that was made before.
private struct MadeAhead: View {
    let model: VisitShowModel, made: VisitCode

    var body: some View {
        let texts = model.here.texts
        // What is paused or was ended is told, and held out to nobody.
        if made.share?.standing.isToGive ?? true { HeldOut(code: made) }
        Sheet { ForEach(Array(made.lines.enumerated()), id: \.offset) { Plain($0.element) } }
        if let share = made.share { OtherButton(texts(ShareText.visitMore)) { model.more(share) } }
        OtherButton(texts(ShareText.visitCard)) { model.isCard = true }
    }
}

private struct CardWords: View {
    let model: VisitShowModel, drawn: VisitShowModel.Drawn

    var body: some View {
        let texts = model.here.texts
        switch drawn.card {
        case .success(let code):
            HeldOut(code: code)
            Plain(texts(ShareText.visitCardUnder))
            // Where there is a host, it is no reason.
            if drawn.host.isEmpty { ForEach(Array(code.lines.enumerated()), id: \.offset) { Plain($0.element) } }
        case .failure(let fault):
            TroubleLine(fault.sentence)
        }
        if drawn.host.isEmpty {
            OtherButton(texts(ShareText.setUpHost)) { model.setUp() }
        } else {
            OtherButton(texts(ShareText.visitLink)) { model.isCard = false }
        }
    }
}

/// Made ahead: when it is over, what they see, and then the code.
private struct Ahead: View {
    let model: VisitShowModel, drawn: VisitShowModel.Drawn

    var body: some View {
        let texts = model.here.texts
        let choosing = model.choosing
        Words(texts(ShareText.visitAhead))
        Sheet {
            Heading(texts(ShareText.visitEnds))
            DayBoxes(texts(ShareText.visitDay), box: choosing.form + "day")
            ForEach(VisitEnd.allCases, id: \.self) { one in
                OneOf(title: texts(one.text), isChosen: choosing.visitEnd == one) { choosing.visitEnd = one }
            }
            Small(texts(ShareText.visitHalf))
        }
        SectionTicks(sections: drawn.sections, choosing: choosing)
        PasscodeSwitch(choosing: choosing)
        Look(
            previewed: model.previewed, isChanged: model.isChanged, choosing: choosing, making: model.making,
            make: texts(ShareText.visitMake), onLook: { model.preview(drawn.sections) }, onMake: { model.make() }
        )
        OtherButton(texts(ShareText.visitCard)) { model.isCard = true }
    }
}

/// The code, large, on a screen that stays lit while it is there.
private struct HeldOut: View {
    let code: VisitCode
    @Environment(Here.self) private var here
    @Environment(\.scenePhase) private var phase

    var body: some View {
        let texts = here.texts
        Key(texts) {
            CodeView(code.code, said: texts(ShareText.code))
            if let passcode = code.passcode { Passcode(ask: texts(ShareText.readOut), passcode: passcode) }
            if here.outside.lamp != nil { Small(texts(ShareText.visitBright)) }
        }
        .onAppear { here.outside.lamp?.lit(true) }
        .onDisappear { here.outside.lamp?.lit(false) }
        .onChange(of: phase) { here.outside.lamp?.lit(phase == .active) }
    }
}
