// Trying the card on the locked phone, and what there is where the phone asks to be unlocked.

import Bridge
import Platform
import SwiftUI

/// What trying the card came to.
enum Tried: String { case opened, asked }

@MainActor @Observable final class CardTryModel {
    let here: Here
    private(set) var wallet: String?
    private(set) var trouble: String?
    private(set) var healthTrouble: String?
    init(_ here: Here) { self.here = here }

    var tried: Tried? {
        get { Tried(rawValue: here.drafts["card-tried"]) }
        set { here.drafts["card-tried"] = newValue?.rawValue ?? "" }
    }

    /// The lines to copy on paper, by the card's own door.
    func showLines() {
        here.act(fault: { [self] in trouble = $0.sentence }) { [self] _ in
            wallet = try await here.session.doors.cardText(mostBytes: 4_096).text
            trouble = nil
        }
    }

    func print() {
        guard let printer = here.outside.printer, let wallet else { return }
        here.act { [self] _ in
            let printed = await printer.text(wallet, title: here.texts(EmergencyText.title))
            trouble = printed ? nil : here.texts(EmergencyText.noPrinter)
        }
    }

    func medicalId() {
        guard let address = URL(string: Openable.medicalId) else { return }
        here.act { [self] _ in
            healthTrouble = await here.outside.opener.open(address) ? nil : here.texts(EmergencyText.noHealth)
        }
    }
}

struct CardTryScreen: View {
    @State var model: CardTryModel

    var body: some View {
        let texts = model.here.texts
        let steps: [EmergencyText] = [.try1, .try2, .try3, .try4]
        Page(texts(EmergencyText.tryTitle), under: texts(EmergencyText.tryUnder)) {
            Sheet {
                ForEach(Array(steps.enumerated()), id: \.offset) { Words("\($0.offset + 1). \(texts($0.element))") }
            }
            Note(texts(EmergencyText.honest))
            Heading(texts(EmergencyText.tryAsk))
            if model.tried != .opened { OtherButton(texts(EmergencyText.opened)) { model.tried = .opened } }
            if model.tried != .asked { OtherButton(texts(EmergencyText.asked)) { model.tried = .asked } }
            switch model.tried {
            case .opened: Words(texts(EmergencyText.good))
            case .asked: Words(texts(EmergencyText.forced))
            case nil: EmptyView()
            }
            Sheet {
                Heading(texts(EmergencyText.wallet))
                Plain(texts(EmergencyText.walletUnder))
                if let trouble = model.trouble { TroubleLine(trouble) }
                if let wallet = model.wallet {
                    Words(wallet)
                    if model.here.outside.printer != nil { OtherButton(texts(EmergencyText.walletPrint)) { model.print() } }
                } else {
                    OtherButton(texts(EmergencyText.walletShow)) { model.showLines() }
                }
            }
            Sheet {
                Heading(texts(EmergencyText.medicalId))
                Plain(texts(EmergencyText.medicalIdUnder))
                if let trouble = model.healthTrouble { TroubleLine(trouble) }
                OtherButton(texts(EmergencyText.medicalIdOpen)) { model.medicalId() }
            }
        }
    }
}
