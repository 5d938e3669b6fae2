// The emergency card: the card itself, its lines, and trying it.

import Bridge
import SwiftUI

enum CardFeature: Feature {
    static let screens = [
        Screen("card", .unwell) { here, _ in
            CardScreen(
                model: CardModel(here.session), version: here.version,
                onLines: { here.way.go("card-lines") }, onTry: { here.way.go("card-try") }
            )
        },
        Screen("card-lines", .unwell) { here, _ in CardLinesScreen(model: CardLinesModel(here)) },
        Screen("card-try", .unwell) { here, _ in CardTryScreen(model: CardTryModel(here)) },
    ]
    static let said = ["card-communication", "card-very-unwell"]
    static let texts: [any AppText.Type] = [EmergencyText.self]
}

enum EmergencyText: String, AppText {
    static let table = "Card"
    case title, emergency, readAloud, noVoice
    case lines, linesUnder, name, showName, born, showBorn, photo, photoUnder, photoChoose, showPhoto, show, checked
    case communicate, communicateNone, veryUnwellUnder, onlyMe
    case addAllergy, allergy, reaction, addCondition, condition, addMedicine, medicine
    case addForm, form, formName, formDated, formPlace, formUnder, addPerson, addPlan, see
    case tryTitle, tryUnder, try1, try2, try3, try4, honest, tryAsk, opened, asked, good, forced
    case wallet, walletUnder, walletShow, walletPrint, noPrinter, medicalId, medicalIdUnder, medicalIdOpen, noHealth
}
