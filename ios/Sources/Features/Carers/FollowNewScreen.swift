// Following somebody: what they sent, what it is, and for a carer the six digits.

import Bridge
import SwiftUI

struct FollowNewScreen: View {
    @State var model: FollowNewModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { _ in
            Page(texts(CarersText.follow)) {
                if let meeting = model.meeting {
                    Meeting(model: model, meeting: meeting)
                } else if let given = model.given {
                    Given(model: model, given: given)
                } else {
                    if model.id != nil { Note(texts(CarersText.over)) }
                    Plain(texts(CarersText.followUnder))
                    ScanOrPaste(
                        ask: texts(CarersText.box), name: FollowNewModel.form + "text", button: texts(CarersText.scan),
                        hasScanner: model.hasScanner, scan: { model.scan() },
                        text: Binding(get: { model.typed("text") }, set: { model.paste($0) }), trouble: model.trouble
                    )
                    OtherButton(texts(CarersText.goOn)) { model.goOn() }.disabled(model.typed("text").isBlank)
                }
            }
        }
        .task { model.come() }
    }
}

/// It is a link, or an invitation: each says what it does before it is done.
private struct Given: View {
    let model: FollowNewModel
    let given: FollowGiven

    var body: some View {
        let texts = model.here.texts
        let form = FollowNewModel.form
        if given.invitation {
            Words(given.name.isEmpty ? texts(CarersText.somebodyInvites) : texts(CarersText.isInvitation, given.name))
            FormBox(texts(CarersText.yourName), box: form + "name")
        } else {
            Words(given.name.isEmpty ? texts(CarersText.isLink) : texts(CarersText.isLinkNamed, given.name))
            FormBox(texts(CarersText.theirName), box: form + "name")
            if given.passcode || model.asksPasscode {
                FormBox(texts(CarersText.passcode), box: form + "passcode")
                    .autocorrectionDisabled()
                    #if !os(macOS)
                    .textInputAutocapitalization(.never)
                    #endif
                    .privacySensitive()
            }
        }
        HostAsked(model.asking, texts) {
            if given.invitation {
                MainButton(texts(CarersText.answer)) { model.answer() }
            } else {
                MainButton(texts(CarersText.keepHere)) { model.keep() }
            }
            QuietButton(texts(CarersText.another)) { model.another() }
        }
    }
}

/// The person's answer, the six digits, and then their yes.
private struct Meeting: View {
    let model: FollowNewModel
    let meeting: Followed

    var body: some View {
        let texts = model.here.texts
        if !meeting.name.isEmpty { Words(meeting.name, isStrong: true) }
        PlainLines(meeting.lines)
        if let digits = meeting.digits {
            SixDigits(digits, texts)
            HostAsked(model.asking, texts) {
                HostAsked(model.refusing, texts) {
                    SameOrNot(texts: texts, same: { model.same() }, differ: { model.refuse(.differed) })
                }
            }
        } else {
            HostAsked(model.asking, texts) { MainButton(texts(CarersText.lookMeeting)) { model.look() } }
            HostAsked(model.refusing, texts) { QuietButton(texts(CarersText.giveUp)) { model.refuse(.gaveUp) } }
        }
    }
}
