// Everything that is shared, one of it, and the host.

import Bridge
import SwiftUI

/// Who can see the plan, and the end of all of it.
struct SharingScreen: View {
    @State var model: SharingModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { shares in
            Page(texts(ShareText.title), under: texts(ShareText.under)) {
                Asking(model.asking, texts)
                if shares.shares.isEmpty {
                    Invitation(texts(ShareText.invite), texts(ShareText.new)) { model.go("share-new") }
                } else {
                    ForEach(shares.shares) { OneShare(model: model, share: $0) }
                    MainButton(texts(ShareText.new)) { model.go("share-new") }
                    OtherButton(texts(ShareText.ask)) { model.ask() }.disabled(model.asking.isOn)
                }
                if shares.shares.contains(where: { !$0.standing.isOver }) { StopAll(model: model) }
                Entrance(texts(ShareText.carers), texts(ShareText.carersUnder)) { model.go("carers") }
                Entrance(texts(ShareText.host), shares.host.isEmpty ? texts(ShareText.hostNone) : shares.host) { model.go("share-host") }
                Entrance(texts(ShareText.paper), texts(ShareText.paperEntrance)) { model.go("paper") }
            }
        }
    }
}

private struct OneShare: View {
    let model: SharingModel, share: Share

    var body: some View {
        let texts = model.here.texts
        let name = share.label.isEmpty ? texts(ShareText.nameless) : share.label
        Sheet {
            Words(name, isStrong: true)
            if !share.warning.isEmpty { Note(share.warning) }
            ForEach(Array(share.lines.enumerated()), id: \.offset) { Plain($0.element) }
            if !share.sections.isEmpty { Small(texts(ShareText.sees, share.sections.joined(separator: " · "))) }
            OtherButton(texts(ShareText.open)) { model.open(share) }.accessibilityLabel("\(texts(ShareText.open)): \(name)")
        }
    }
}

private struct StopAll: View {
    let model: SharingModel

    var body: some View {
        let texts = model.here.texts
        if model.isStopping {
            Sure(
                ask: texts(ShareText.stopAsk), yes: texts(ShareText.stopSure), no: texts(SettingsText.notNow),
                act: { model.stopAll() }, leave: { model.isStopping = false }
            )
        } else {
            OtherButton(texts(ShareText.stopAll)) { model.isStopping = true }.disabled(model.asking.isOn)
        }
    }
}

/// One share: its code, its passcode, who looked, and its end.
struct ShareScreen: View {
    @State var model: ShareModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            let share = drawn.share
            Page(share.label.isEmpty ? texts(ShareText.nameless) : share.label) {
                if !share.warning.isEmpty { Note(share.warning) }
                Sheet { ForEach(Array(share.lines.enumerated()), id: \.offset) { Plain($0.element) } }
                Asking(model.asking, texts)
                if let code = drawn.code { Given(model: model, share: share, code: code) }
                if !share.sections.isEmpty { Plain(texts(ShareText.sees, share.sections.joined(separator: " · "))) }
                Heading(texts(ShareText.looked))
                if share.looks.isEmpty {
                    Plain(texts(ShareText.lookedNone))
                } else {
                    Small(texts(ShareText.lookedUnder))
                    // What they called themselves is theirs, and text.
                    ForEach(Array(share.looks.enumerated()), id: \.offset) { Plain($0.element.line) }
                }
                OtherButton(texts(ShareText.ask)) { model.ask() }.disabled(model.asking.isOn)
                if !share.standing.isOver { Ends(model: model, share: share) }
            }
        }
    }
}

/// What is given to somebody.
private struct Given: View {
    let model: ShareModel, share: Share, code: Code

    var body: some View {
        let here = model.here
        let texts = here.texts
        Key(texts) {
            Plain(texts(ShareText.scan))
            CodeView(code, said: texts(ShareText.code))
            if let passcode = share.passcode { Passcode(ask: texts(ShareText.passcodeIs), passcode: passcode) }
        }
        if here.outside.sharer != nil {
            MainButton(texts(ShareText.send)) { model.send(share) }
            if share.passcode != nil { Small(texts(ShareText.sendUnder)) }
        }
        if here.outside.copier != nil {
            OtherButton(texts(ShareText.copy)) { model.copy(share) }
            if model.isCopied { Plain(texts(ShareText.copied)) }
        }
    }
}

/// Pausing it, another end, its end.
private struct Ends: View {
    let model: ShareModel, share: Share

    var body: some View {
        let texts = model.here.texts
        let isOn = model.asking.isOn
        if share.standing.isPaused {
            OtherButton(texts(ShareText.resume)) { model.resume() }.disabled(isOn)
        } else if share.standing.isToGive {
            OtherButton(texts(ShareText.pause)) { model.pause() }.disabled(isOn)
        }
        if share.standing.isPaused || share.standing.isToGive {
            if model.isExtending {
                UntilChoices(choosing: model.choosing)
                if let trouble = Pen(model.here).trouble(model.choosing.form) { TroubleLine(trouble) }
                MainButton(model.here.texts(CoreText.keep)) { model.extend() }.disabled(isOn)
                QuietButton(model.here.texts(CoreText.leave)) { model.isExtending = false }
            } else {
                OtherButton(texts(ShareText.when)) { model.isExtending = true }.disabled(isOn)
            }
        }
        if model.isEnding {
            Sure(
                ask: texts(ShareText.endAsk), yes: texts(ShareText.endSure), no: texts(SettingsText.notNow),
                act: { model.end() }, leave: { model.isEnding = false }
            )
        } else {
            OtherButton(texts(ShareText.end)) { model.isEnding = true }.disabled(isOn)
        }
    }
}

/// The host in use, and what it can and can't see.
struct ShareHostScreen: View {
    @State var model: ShareHostModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { shares in
            Page(texts(ShareText.host), under: texts(ShareText.hostUnder)) {
                if !shares.host.isEmpty {
                    Sheet {
                        Small(texts(ShareText.hostNow))
                        // An address is read from left to right in every language.
                        Words("\u{2066}\(shares.host)\u{2069}")
                    }
                }
                ForEach(Array(model.asking.said.enumerated()), id: \.offset) { Plain($0.element) }
                Heading(texts(ShareText.hostSees))
                Plain(texts(ShareText.hostSeesWords))
                Heading(texts(ShareText.hostNever))
                Plain(texts(ShareText.hostNeverWords))
                boxes
                if shares.host.isEmpty { Small(texts(ShareText.hostElse)) }
            }
        }
    }

    @ViewBuilder private var boxes: some View {
        let texts = model.here.texts
        WordsBox(
            texts(ShareText.hostAddress), text: Binding(get: { model.address }, set: { model.address = $0 }),
            name: "share-host/address", trouble: model.asking.trouble, lines: 1
        )
        .autocorrectionDisabled()
        #if !os(macOS)
        .textInputAutocapitalization(.never)
        .keyboardType(.URL)
        #endif
        WordsBox(
            texts(ShareText.hostToken), text: Binding(get: { model.token }, set: { model.token = $0 }), name: "share-host/token", lines: 1
        )
        .autocorrectionDisabled()
        #if !os(macOS)
        .textInputAutocapitalization(.never)
        .keyboardType(.asciiCapable)
        #endif
        .privacySensitive()
        if model.asking.isOn {
            Plain(texts(ShareText.asking))
        } else {
            MainButton(texts(ShareText.hostUse)) { model.use() }.disabled(model.address.isBlank || model.token.isBlank)
        }
    }
}
