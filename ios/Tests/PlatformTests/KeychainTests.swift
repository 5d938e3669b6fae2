// What the Keychain is asked, and what the core is told of what it answers.

import Bridge
import BridgeTesting
@testable import CardPath
import Platform
import XCTest

final class KeychainTests: XCTestCase {
    private let keychain = PretendKeychain()
    private let secret = Data(0..<32)
    private var keys: KeychainKeys { KeychainKeys(keychain) }

    func testEveryKeyIsForThisPhoneOnlyAfterItsFirstUnlockInTheEnclaveAndNeedsNobodyPresent() async throws {
        for item in WrappedItem.allCases {
            keychain.forget()
            _ = try keys.wrap(item, secret)
            let made = try XCTUnwrap(keychain.asks.last)
            XCTAssertEqual(made[.kSecAttrTokenID], .constant(.kSecAttrTokenIDSecureEnclave))
            XCTAssertEqual(made[.kSecAttrKeySizeInBits], .number(256))
            guard case .inner(let kept)? = made[.kSecPrivateKeyAttrs] else { return XCTFail("no rules for the private key") }
            // No flag asks for presence: work goes on while the phone lies there.
            let rule = KeychainAsk.Value.access(.kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly, forPrivateKeyUse: true)
            XCTAssertEqual(kept[.kSecAttrAccessControl], rule)
            XCTAssertEqual(kept[.kSecAttrIsPermanent], .yes)
            XCTAssertEqual(kept[.kSecAttrApplicationTag], .data(Data("hearth-\(item.rawValue)".utf8)))
        }
    }

    func testTheCardsKeyAloneIsWhereTheWidgetFindsIt() async throws {
        XCTAssertEqual(KeychainAsk.key(.card)[.kSecAttrAccessGroup], .text("group.example.hearth.card"))
        XCTAssertNil(KeychainAsk.key(.plan)[.kSecAttrAccessGroup])
        for item in WrappedItem.allCases {
            guard case .inner(let kept)? = KeychainAsk.newKey(item, inEnclave: true)[.kSecPrivateKeyAttrs] else { return XCTFail() }
            XCTAssertEqual(kept[.kSecAttrAccessGroup], KeychainAsk.key(item)[.kSecAttrAccessGroup], "it is looked for elsewhere")
        }
    }

    func testAPhoneWithoutAnEnclaveKeepsTheKeyInTheKeychainByTheSameRule() async throws {
        keychain.hasEnclave = false
        let wrapped = try keys.wrap(.plan, secret)
        let made = try XCTUnwrap(keychain.asks.last)
        XCTAssertNil(made[.kSecAttrTokenID])
        guard case .inner(let kept)? = made[.kSecPrivateKeyAttrs] else { return XCTFail() }
        XCTAssertEqual(kept[.kSecAttrAccessControl], .access(.kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly, forPrivateKeyUse: false))
        XCTAssertEqual(try keys.unwrap(.plan, wrapped), secret)
    }

    func testWrappingAgainMakesNoNewKeyAndUnwrappingNeverDoes() async throws {
        let first = try keys.wrap(.plan, secret)
        keychain.forget()
        _ = try keys.wrap(.plan, Data(repeating: 1, count: 32))
        XCTAssertEqual(try keys.unwrap(.plan, first), secret)
        XCTAssertThrowsError(try keys.unwrap(.card, first)) { XCTAssertEqual($0 as? KeyTrouble, .lost) }
        XCTAssertFalse(keychain.asks.contains { $0[.kSecPrivateKeyAttrs] != nil }, "a key was made")
    }

    func testEachFailureOfTheKeychainIsToldApart() async throws {
        let wrapped = try keys.wrap(.plan, secret)
        func why(_ keys: KeychainKeys) -> KeyTrouble? {
            do {
                _ = try keys.unwrap(.plan, wrapped)
                return nil
            } catch { return error as? KeyTrouble }
        }
        let before = KeychainKeys(keychain, isUnlocked: { false })
        keychain.fails = -25_308
        XCTAssertEqual(why(keys), .locked)
        keychain.fails = -25_291
        XCTAssertEqual(why(keys), .failed(-25_291))
        XCTAssertEqual(why(before), .locked, "before the first unlock nobody is asked for their words")
        keychain.fails = nil
        keychain.changeKeys()
        XCTAssertEqual(why(keys), .changed)
        keychain.loseKeys()
        XCTAssertEqual(why(keys), .lost)
        XCTAssertEqual(why(before), .locked)
    }

    func testTheCounterOnlyGrowsAndGoesToNoOtherPhone() async throws {
        XCTAssertEqual(try keys.counter(), 0)
        try keys.advance(to: 7)
        XCTAssertEqual(keychain.asks.last?[.kSecAttrAccessible], .constant(.kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly))
        XCTAssertEqual(keychain.asks.last?[.kSecAttrSynchronizable], .no)
        try keys.advance(to: 3)
        XCTAssertEqual(try keys.counter(), 7)
        try keys.advance(to: 8)
        XCTAssertEqual(try keys.counter(), 8)
        XCTAssertEqual(try KeychainKeys(keychain).counter(), 8, "it outlives the process")
    }

    func testThePlanIsOpenedByTheKeychainAndAPhoneThatLostItsKeyAsksForTheWords() async throws {
        let real = try RealPlan()
        let doors = CoreDoors(Keeping(
            storeFolder: real.store.path, cardFolder: real.card.path, keyStore: PhoneKeys(keys), language: "en-GB",
            deviceName: "this phone", clock: { morning }
        ))
        let begun = try await doors.begin(callMe: "Jo")
        _ = try await begun.plan.someGoal()
        begun.plan.close()
        XCTAssertGreaterThan(try keys.counter(), 0, "the core has no anchor outside its folder")
        let again = try await doors.open(say: [])
        XCTAssertEqual(again.home.goals.count, 1)
        again.plan.close()
        for (fails, remedy) in [(-25_308, Remedy.locked), (-25_291, .tryAgain)] {
            keychain.fails = fails
            do {
                try await doors.open(say: []).plan.close()
                XCTFail("it opened")
            } catch let gone as Fault {
                XCTAssertEqual(gone.remedy, remedy)
                XCTAssertFalse(gone.sentence.isEmpty)
            }
        }
        keychain.fails = nil
        keychain.loseKeys()
        do {
            try await doors.open(say: []).plan.close()
            XCTFail("it opened")
        } catch let gone as Fault {
            XCTAssertEqual(gone.remedy, .needsWords)
        }
        let back = try await doors.openWithWords(begun.recoveryWords.joined(separator: " "))
        XCTAssertEqual(back.home.callMe, "Jo")
        back.plan.close()
    }
}
