// The person's other phone, on the old one: its code is scanned, six digits are compared, and the whole plan goes to it.

import Bridge
import Observation
import SwiftUI

@MainActor @Observable final class PhoneNewModel: Drawing {
    struct Drawn: Sendable {
        /// None: no phone is being taken in.
        let phone: OtherPhone?
        /// What the new phone scans.
        let code: Code?
        let hasHost: Bool
    }

    static let form = "phone/"
    let here: Here
    var drawn: Result<Drawn, Fault>?
    private(set) var trouble: String?
    init(_ here: Here) { self.here = here }

    var scanning: Going { here.session.goings["phone-scan"] }
    var looking: Going { here.session.goings["mail"] }
    var sending: Going { here.session.goings["phone-same"] }
    var refusing: Going { here.session.goings["phone-refuse"] }
    var hasScanner: Bool { here.outside.scanner != nil }
    var typed: String { here.drafts[Self.form + "text"] }

    func read(_ plan: any Plan) async throws -> Drawn {
        let phone = try await plan.otherPhone()
        let text = phone?.text ?? ""
        return Drawn(
            phone: phone, code: text.isEmpty ? nil : try await here.session.doors.textAsCode(text),
            hasHost: !(try await plan.shares().host.isEmpty)
        )
    }

    func come() async {
        guard let phone = try? await here.plan.otherPhone(), phone.digits == nil else { return }
        look()
    }

    func look() { here.look(looking) }

    func paste(_ text: String) {
        here.drafts[Self.form + "text"] = text
        scanning.read()
    }

    func scan() {
        here.act { [self] _ in
            guard let text = await here.outside.scanner?.scan() else { return }
            paste(text)
            scanned()
        }
    }

    func send(_ phone: OtherPhone) {
        here.act { [here] _ in await here.outside.sharer?.text(phone.text, title: here.texts(CarersText.phoneNew)) }
    }

    func scanned() {
        let (plan, text) = (here.plan, typed)
        scanning.begin({ _ in try await plan.otherPhoneScanned(text: text) }) { [self] _ in
            here.drafts.clear(Self.form)
            here.changed()
        }
    }

    /// Everything goes with it, the recovery words too: where the phone has a lock, it asks who is there.
    func same(_ phone: OtherPhone) {
        trouble = nil
        here.act { [self] plan in
            guard await here.session.lock.knows(here.texts(CarersText.phoneNew)) else {
                trouble = here.texts(CarersText.phoneNotKnown)
                return
            }
            sending.begin({ _ in try await plan.otherPhoneSame(id: phone.id) }) { [self] _ in here.changed() }
        }
    }

    func refuse(_ phone: OtherPhone) {
        let plan = here.plan
        refusing.begin({ _ in try await plan.pairingRefuse(id: phone.id) }) { [self] in
            here.happened = Happened(here.texts(CarersText.phoneStopped))
            here.changed()
        }
    }
}

struct PhoneNewScreen: View {
    @State var model: PhoneNewModel

    var body: some View {
        let texts = model.here.texts
        DrawnFrom(model) { drawn in
            Page(texts(CarersText.phoneNew), under: texts(CarersText.phoneNewUnder)) {
                if let phone = drawn.phone { TakenIn(model: model, phone: phone, code: drawn.code) }
                if drawn.phone != nil, drawn.phone?.digits == nil, drawn.code == nil { Heading(texts(CarersText.phoneAnother)) }
                if drawn.phone?.digits == nil, drawn.code == nil {
                    Plain(texts(CarersText.phoneHow))
                    Note(texts(CarersText.phoneKey))
                    if drawn.hasHost {
                        HostAsked(model.scanning, texts) {
                            ScanOrPaste(
                                ask: texts(CarersText.phoneBox), name: PhoneNewModel.form + "text", button: texts(CarersText.phoneScan),
                                hasScanner: model.hasScanner, scan: { model.scan() },
                                text: Binding(get: { model.typed }, set: { model.paste($0) })
                            )
                            OtherButton(texts(CarersText.goOn)) { model.scanned() }.disabled(model.typed.isBlank)
                        }
                    } else {
                        NeedsHost(here: model.here)
                    }
                }
            }
        }
        .task { await model.come() }
    }
}

/// A phone that is being taken in: what it scans, the digits, or that the plan is on its way.
private struct TakenIn: View {
    let model: PhoneNewModel
    let phone: OtherPhone
    let code: Code?

    var body: some View {
        let texts = model.here.texts
        if let trouble = model.trouble { TroubleLine(trouble) }
        if !phone.name.isEmpty { Words(phone.name, isStrong: true) }
        PlainLines(phone.lines)
        if let digits = phone.digits {
            SixDigits(digits, texts)
            Note(texts(CarersText.phoneKey))
            HostAsked(model.sending, texts) {
                HostAsked(model.refusing, texts) {
                    SameOrNot(texts: texts, same: { model.same(phone) }, differ: { model.refuse(phone) })
                }
            }
        } else {
            if let code {
                KeyCode(code, texts)
                if model.here.outside.sharer != nil {
                    Small(texts(CarersText.phoneSendKey))
                    OtherButton(texts(CarersText.phoneSend)) { model.send(phone) }
                }
            }
            HostAsked(model.looking, texts) {
                if !model.looking.said.isEmpty { Sheet(paper: \.sunk) { PlainLines(model.looking.said) } }
                MainButton(texts(CarersText.phoneLook)) { model.look() }
            }
            // Once the plan is on its way it can't be called back.
            if code != nil { HostAsked(model.refusing, texts) { QuietButton(texts(CarersText.giveUp)) { model.refuse(phone) } } }
        }
    }
}
