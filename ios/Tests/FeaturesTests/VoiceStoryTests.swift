import Bridge
import BridgeTesting
@testable import Features
import Foundation
import Platform
import SwiftUI
import XCTest

/// A microphone that hears what it is told to.
@MainActor private final class Microphone: Recorder {
    var isAllowed = true
    /// Plays nothing: no room, or no sound that the phone knows.
    var isMute = false
    /// What is said into it; none: nothing is.
    var hears: Data? = Data("RIFF\u{24}\0\0\0WAVEfmt ".utf8) + Data(count: 28)
    private(set) var isRecording = false
    private(set) var played: [Data] = []
    private(set) var over: (@MainActor () -> Void)?
    private var ended: (@MainActor () -> Void)?

    func begin(over: @escaping @MainActor () -> Void) async -> Bool {
        isRecording = isAllowed
        self.over = over
        return isAllowed
    }

    func end() -> Data? {
        isRecording = false
        return hears
    }

    func play(_ sound: Data, ended: @escaping @MainActor () -> Void) -> Bool {
        if isMute { return false }
        played.append(sound)
        self.ended = ended
        return true
    }

    func stop() {
        let told = ended
        ended = nil
        told?()
    }
}

/// Voice notes beside the boxes where words are typed, over the core itself.
@MainActor final class VoiceStoryTests: XCTestCase {
    private let ask = "What is most important to me"
    private let microphone = Microphone()

    private func opened(_ test: String = #function, fill: (any Plan) async throws -> Void = { _ in }) async throws -> OverCore {
        let over = try OverCore(outside: { $0.recorder = microphone }, test: test)
        try await over.seed(fill)
        try await over.open()
        try await over.go("goals")
        try await over.tap("About me")
        return over
    }

    private func notes(_ over: OverCore) async throws -> [Beside] { try await over.ask { try await $0.beside(kind: "about", id: "") } }

    func testAVoiceNoteIsSaidHeardRemovedAndBroughtBackAndNoWordIsTouched() async throws {
        let over = try await opened { _ = try await $0.write(kind: "about", id: "", field: "important", answer: .words("My dog")) }
        defer { over.close() }
        try await over.tap("Say it: \(ask)")
        over.sees("Recording.")
        over.seemsKind("about-me")
        try over.picture("about-me-recording")
        try await over.tap("Stop and keep it")
        let first = try await notes(over)
        let note = try XCTUnwrap(first.first)
        XCTAssertEqual(first.count, 1)
        XCTAssertTrue(note.sound && note.field == "about.important")
        let kept = try await over.ask { try await $0.attachment(id: note.id) }
        XCTAssertEqual(kept, microphone.hears)
        over.sees("Voice note")
        over.seemsKind("about-me")
        try over.picture("about-me-voice-note")
        try await over.tap("Listen: \(ask)")
        XCTAssertEqual(microphone.played, [kept])
        try await over.tap("Stop: \(ask)")
        try await over.tap("Listen: \(ask)")
        // It is over by itself, and can be heard again.
        microphone.stop()
        try await over.settle()
        try await over.tap("Listen: \(ask)")
        try await over.tap("Remove the voice note: \(ask)")
        let removed = try await notes(over)
        XCTAssertEqual(removed, [])
        over.doesNotSee("Voice note")
        try await over.tap("Undo")
        let back = try await notes(over)
        XCTAssertEqual(back.count, 1)
        let words = try await over.ask { try await $0.about().rooms[0].said.only?.text }
        XCTAssertEqual(words, "My dog")
    }

    func testWhatIsBeingSaidIsKeptWhenItsScreenOrTheAppIsLeftAndWhenItEndsByItself() async throws {
        let over = try await opened()
        defer { over.close() }
        try await over.tap("Say it: \(ask)")
        XCTAssertTrue(microphone.isRecording)
        try await over.back()
        XCTAssertFalse(microphone.isRecording, "it went on where nobody sees it")
        let left = try await notes(over)
        XCTAssertEqual(left.count, 1)
        try await over.tap("About me")
        try await over.tap("Say it: \(ask)")
        over.session.left()
        try await over.settle()
        let away = try await notes(over)
        XCTAssertEqual(away.count, 2)
        over.doesNotSee("Recording.")
        try await over.tap("Say it: \(ask)")
        microphone.over?()
        try await over.settle()
        over.sees("A voice note holds ten minutes at most")
        let ended = try await notes(over)
        XCTAssertEqual(ended.count, 3)
    }

    func testWordsHalfTypedStayWhereSomethingIsSaidBesideThemAndWhatIsThrownAwayIsNotKept() async throws {
        let over = try await opened()
        defer { over.close() }
        try await over.tap("Write: \(ask)")
        try await over.type("My do", "about//important/")
        try await over.tap("Say it: \(ask)")
        try await over.tap("Throw it away")
        XCTAssertFalse(microphone.isRecording)
        let thrown = try await notes(over)
        XCTAssertEqual(thrown, [])
        try await over.tap("Say it: \(ask)")
        try await over.tap("Stop and keep it")
        XCTAssertEqual(try over.shown.find("about//important/").text, "My do")
        try await over.type("My dog", "about//important/")
        try await over.tap("Keep it")
        let words = try await over.ask { try await $0.about().rooms[0].said.only?.text }
        XCTAssertEqual(words, "My dog")
        let kept = try await notes(over)
        XCTAssertEqual(kept.count, 1)
    }

    func testAMicrophoneThatIsRefusedOrHearsNothingOrNoiseThatIsNoSoundIsSaidAndNothingIsKept() async throws {
        let over = try await opened()
        defer { over.close() }
        microphone.isAllowed = false
        try await over.tap("Say it: \(ask)")
        over.sees("The microphone can’t be used just now.")
        microphone.isAllowed = true
        microphone.hears = nil
        try await over.tap("Say it: \(ask)")
        try await over.tap("Stop and keep it")
        over.sees("There was nothing to hear")
        microphone.hears = Data("not a sound".utf8)
        try await over.tap("Say it: \(ask)")
        try await over.tap("Stop and keep it")
        over.doesNotSee("There was nothing to hear")
        over.sees("photo or a voice note")
        let none = try await notes(over)
        XCTAssertEqual(none, [])
    }

    func testAPhoneThatCantPlayANoteSaysSoAndKeepsIt() async throws {
        let sound = try XCTUnwrap(microphone.hears)
        let over = try await opened { _ = try await $0.attach(kind: "about", id: "", field: "important", bytes: sound) }
        defer { over.close() }
        microphone.isMute = true
        try await over.tap("Listen: \(ask)")
        over.sees("This phone could not play it. It is still kept here.")
        let kept = try await notes(over)
        XCTAssertEqual(kept.count, 1)
    }
}
