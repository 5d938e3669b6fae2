// What the platform does for the screens: small parts, each of which a test replaces by one that notes what it was asked.

import Bridge
import Foundation

/// Opens what lies outside the app: a number in the dialler, an address in the person's own browser.
@MainActor public protocol Opener {
    /// False where nothing on this phone opens it.
    func open(_ address: URL) async -> Bool
}

/// Begins to link with a practice in the browser's own sheet, and gives what it came back to; none: the person went back.
@MainActor public protocol WebSignIn {
    func signIn(at address: URL, callback scheme: String) async -> URL?
}

/// Gives something to another app, which the person chooses.
@MainActor public protocol Sharer {
    func text(_ text: String, title: String) async
    func file(_ bytes: Data, name: String, type: String) async
}

/// Copies words, to be pasted on this phone; they are gone from there after ten minutes.
@MainActor public protocol Copier {
    func copy(_ text: String)
}

/// Prints; false where it can't.
@MainActor public protocol Printer {
    func text(_ text: String, title: String) async -> Bool
    func pdf(_ bytes: Data, title: String) async -> Bool
}

/// A file that the person chose, copied to where the core may read it.
public struct Chosen: Sendable, Equatable {
    public let name: String
    public let path: String
    public init(name: String, path: String) { self.name = name; self.path = path }
}

/// Files that the person chooses.
@MainActor public protocol Papers {
    /// None: the person chose nothing, or it could not be read.
    func choose() async -> Chosen?
    /// Copies a file to where the person says; false: it is not there.
    func keep(path: String, name: String, type: String) async -> Bool
}

/// A photo that the person chooses, made small and turned the right way up.
@MainActor public protocol Photos {
    /// A JPEG of at most 64 KiB; none: the person went back; empty: it could not be read as a photo.
    func choose() async -> Data?
}

/// Reads aloud; false: this phone has no voice for this language.
@MainActor public protocol Voice {
    func say(_ lines: [String], language: String) -> Bool
    func hush()
}

/// Records and plays voice notes.
@MainActor public protocol Recorder {
    /// False: the microphone was not allowed, or is in use. `over`: it has ended by itself, at ten minutes or since the
    /// phone took the microphone away; `end` gives what was said until then.
    func begin(over: @escaping @MainActor () -> Void) async -> Bool
    /// What was said; none where nothing was recorded.
    func end() -> Data?
    /// `ended` once it is over, by itself or by `stop`. False: this phone can't play it.
    func play(_ sound: Data, ended: @escaping @MainActor () -> Void) -> Bool
    func stop()
}

/// Looks for a code with the camera; none: the person went back, or may not.
@MainActor public protocol Scanner {
    func scan() async -> String?
}

/// The phone asks who is there: a face, a finger, or its own code. A lock of the screen, and said to be one.
@MainActor public protocol Asker {
    /// False: this phone has no lock of its own, so there is nothing to ask for.
    var can: Bool { get }
    func ask(_ words: String) async -> Bool
}

/// Reminders without content. False: not allowed.
@MainActor public protocol Reminders {
    func allow() async -> Bool
    func schedule(_ dates: [Date]) async
}

/// Being in step while the app is not in front.
@MainActor public protocol BackgroundSync {
    func schedule()
}

/// What the person chose for this phone. It holds no word of the plan.
@MainActor public protocol Choices: AnyObject {
    /// Ask for a face, a finger or the phone's code before the plan is drawn.
    var lock: Bool { get set }
    var reminders: Bool { get set }
    var wifiOnly: Bool { get set }
    /// The widget shows the card's name and first lines. Off until the person switches it on.
    var widgetLines: Bool { get set }
    /// A BCP 47 tag; none: as the phone speaks.
    var language: String? { get set }
    /// What the person calls the practice that they are linking, while the browser is in front.
    var linking: String { get set }
}

/// Everything outside the plan. What is not brought is not there.
@MainActor public struct Outside {
    public var now: @Sendable () -> Moment
    public var opener: any Opener
    public var webSignIn: (any WebSignIn)?
    public var sharer: (any Sharer)?
    public var copier: (any Copier)?
    public var printer: (any Printer)?
    public var papers: (any Papers)?
    public var photos: (any Photos)?
    public var voice: (any Voice)?
    public var recorder: (any Recorder)?
    /// None: there is no camera part, and codes are pasted.
    public var scanner: (any Scanner)?
    public var asker: (any Asker)?
    public var reminders: (any Reminders)?
    public var background: (any BackgroundSync)?
    public var choices: any Choices
    /// The one sealed backup file that the phone's own backup takes along.
    public var backupFile = ""

    public init(now: @escaping @Sendable () -> Moment, opener: any Opener, choices: any Choices) {
        self.now = now
        self.opener = opener
        self.choices = choices
    }
}

/// Choices that end with the process.
@MainActor public final class NotedChoices: Choices {
    public var lock = false
    public var reminders = false
    public var wifiOnly = false
    public var widgetLines = false
    public var language: String?
    public var linking = ""
    public init() {}
}
