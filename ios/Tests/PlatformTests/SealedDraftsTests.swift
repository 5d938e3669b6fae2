// Half-typed words on the disk: what is kept, and what is said where they can't be.

import BridgeTesting
import CardPath
import Foundation
import Platform
import XCTest

@MainActor final class SealedDraftsTests: XCTestCase {
    private let keychain = PretendKeychain()
    private let file = Scratch.place("typed").appendingPathComponent("words")
    private let words = ["goal-new/words": "Cerdded at y gamlas 🐕"]
    private var drafts: SealedDrafts { SealedDrafts(file, keys: KeychainKeys(keychain)) }
    private var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    func testTheyAreFoundByTheNextProcessAndGoneWhenTheyWereKept() async {
        XCTAssertEqual(drafts.read(), FoundDrafts([:]))
        XCTAssertTrue(drafts.write(words))
        XCTAssertEqual(drafts.read(), FoundDrafts(words))
        XCTAssertTrue(drafts.write([:]))
        XCTAssertFalse(isThere)
        XCTAssertTrue(drafts.write([:]), "there was nothing to take away")
    }

    func testTheyAreSealedByAKeyOfTheirOwn() async throws {
        XCTAssertTrue(drafts.write(words))
        let sealed = try Data(contentsOf: file)
        XCTAssertEqual(try KeychainKeys(keychain).unwrap(.typed, sealed.dropFirst()), try JSONEncoder().encode(words))
        XCTAssertThrowsError(try KeychainKeys(keychain).unwrap(.plan, sealed.dropFirst()))
    }

    func testAKeychainThatFailsForAMomentLosesNothing() async {
        XCTAssertTrue(drafts.write(words))
        keychain.fails = -25_308
        XCTAssertNil(drafts.read(), "it is not known what lies there")
        XCTAssertFalse(drafts.write(["a": "b"]))
        XCTAssertTrue(isThere)
        keychain.fails = nil
        XCTAssertEqual(drafts.read(), FoundDrafts(words))
    }

    func testAKeyThatIsGoneOrAnotherIsSaidAndKeepsNoNewWordsOut() async {
        for spoil in [keychain.loseKeys, keychain.changeKeys] {
            XCTAssertTrue(drafts.write(words))
            spoil()
            XCTAssertEqual(drafts.read(), FoundDrafts([:], isLost: true))
            XCTAssertEqual(drafts.read(), FoundDrafts([:]), "it was said once")
            XCTAssertTrue(drafts.write(["new": "words"]))
            XCTAssertEqual(drafts.read(), FoundDrafts(["new": "words"]))
        }
    }

    func testAFileThatWasAlteredOrIsOfAnotherFormIsSaidAndNoFault() async throws {
        for bytes in [Data(), Data([1]), Data([2, 1, 2, 3]), Data([1]) + Data(repeating: 7, count: 40)] {
            XCTAssertTrue(drafts.write(words))
            try bytes.write(to: file)
            XCTAssertEqual(drafts.read(), FoundDrafts([:], isLost: true), "\(bytes.count) bytes")
        }
    }

    func testNoRoomIsSaid() async throws {
        // Where its folder should be lies a file.
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent().deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data([0]).write(to: file.deletingLastPathComponent())
        XCTAssertFalse(drafts.write(words))
    }
}
