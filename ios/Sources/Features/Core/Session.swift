// The plan as this app holds it: not open yet, begun, open, or not to be opened.

import Bridge
import Foundation
import Observation
import Platform

/// Where the plan stands.
public enum Stage {
    case opening
    case firstRun
    case words([String], Here)
    case broken(Fault)
    case ready(Here)
}

/// What is drawn where no plan is open, or where it is locked, behind the one screen that is.
public enum Aside: Hashable, Sendable { case card, restore }

/// One for the process.
@MainActor @Observable public final class Session {
    public let doors: any Doors
    public let outside: Outside
    public private(set) var stage: Stage = .opening
    /// What is always drawn.
    public private(set) var safety: SafetyNote?
    /// What went wrong on the first run, beside its box.
    public private(set) var trouble: String?
    /// The name that is half typed on the first run.
    public var typed = ""
    /// Recovery words while they are typed: here, and never in what outlives the process.
    public var typedWords = ""
    /// The backup that the person chose.
    public var chosen: Chosen?
    /// The way behind a screen that has no places.
    public var aside: [Aside] = []
    public let lock: ScreenLock
    /// Long work that screens began.
    public let goings = Goings()
    public private(set) var texts: Texts
    @ObservationIgnored private var isStarted = false
    /// What the browser brought, until a plan is open.
    @ObservationIgnored private var returned: String?
    /// How much is under way: a test waits until there is nothing. Nothing draws it.
    @ObservationIgnored public private(set) var busy = 0

    public init(doors: any Doors, outside: Outside, language: String) {
        self.doors = doors
        self.outside = outside
        lock = ScreenLock(outside.asker, outside.choices)
        texts = Texts(language: outside.choices.language ?? language)
    }

    public var here: Here? {
        switch stage {
        case .ready(let here), .words(_, let here): here
        default: nil
        }
    }

    /// Nothing of the plan is drawn. Where there is none there is nothing to lock.
    public var isLocked: Bool {
        if case .firstRun = stage { return false }
        return lock.isLocked
    }

    /// The name of what is drawn now, of docs/screens.tsv.
    public var screenNow: String {
        if isLocked { return aside.last == .card ? "card" : "locked" }
        return switch stage {
        case .opening: aside.last == .card ? "card" : ""
        case .firstRun: aside.last == .restore ? "settings-restore" : "first-run"
        case .words: "recovery-words"
        case .broken: aside.last == .card ? "card" : "trouble"
        case .ready(let here): here.way.here.screen
        }
    }

    /// The app is not in front any more.
    public func left() {
        outside.voice?.hush()
        here?.speaking.left()
        lock.left()
    }

    /// Carries out what asks no plan.
    func act(_ work: @escaping @MainActor () async -> Void) {
        busy += 1
        Task {
            await work()
            busy -= 1
        }
    }

    /// Opens the plan, once.
    public func start() async {
        if isStarted { return }
        isStarted = true
        safety = try? await doors.safetyNote()
        await openAgain()
    }

    public func openAgain() async {
        await open { try await $0.open(say: Said.asked) }
    }

    public func openWithWords() async {
        let words = typedWords
        await open { try await $0.openWithWords(words) }
        if case .ready = stage { typedWords = "" }
    }

    /// The first run: what to call the person, and nothing else.
    public func begin() async {
        busy += 1
        defer { busy -= 1 }
        do {
            trouble = nil
            let open = try await doors.begin(callMe: typed)
            stage = .words(open.recoveryWords, try await surroundings(open))
            typed = ""
        } catch let gone as Fault {
            trouble = gone.sentence
        } catch {}
    }

    public func wordsSeen() {
        if case .words(_, let here) = stage { stage = .ready(here) }
        finishLinking()
    }

    public func setAside() async {
        busy += 1
        defer { busy -= 1 }
        do {
            try await doors.setAside()
            stage = .firstRun
        } catch let gone as Fault {
            stage = .broken(gone)
        } catch {}
    }

    /// Brings a plan back from the backup that was chosen, where there is none.
    func restore() {
        guard let path = chosen?.path else { return }
        let words = typedWords
        let doors = doors
        goings["restore"].begin({ try await doors.restore(backup: path, words: words, work: $0) }) { [self] open in
            let here = try await surroundings(open)
            typedWords = ""
            chosen = nil
            aside = []
            stage = .ready(here)
        }
    }

    /// The browser has come back with an address. What is not the answer to what this phone asked changes nothing,
    /// and that is said.
    public func returned(_ address: URL) {
        guard let answer = Linking.answer(address) else { return }
        returned = answer
        finishLinking()
    }

    private func finishLinking() {
        guard let here, case .ready = stage, let answer = returned else { return }
        returned = nil
        here.act { [outside] plan in
            let practice = try await plan.linkFinish(returned: answer, name: outside.choices.linking)
            outside.choices.linking = ""
            if let line = practice.lines.first { here.happened = Happened(line) }
            here.changed()
        }
    }

    /// Everything speaks another language from now on: the core, the card and the app.
    public func speak(_ tag: String) async throws {
        busy += 1
        defer { busy -= 1 }
        if let here {
            _ = try await here.plan.speak(language: tag)
            here.said = Said.of(try await here.plan.sentences(say: Said.asked))
        }
        doors.speak(tag)
        safety = try? await doors.safetyNote()
        outside.choices.language = tag
        texts = Texts(language: tag)
        here?.changed()
    }

    private func open(_ by: (any Doors) async throws -> Open) async {
        busy += 1
        defer { busy -= 1 }
        do {
            let here = try await surroundings(try await by(doors))
            // Whoever reads the card meanwhile goes on reading it.
            if aside.last == .card {
                here.way.place = .unwell
                here.way.go("card")
            }
            stage = .ready(here)
            aside = []
            finishLinking()
        } catch let gone as Fault {
            stage = gone.remedy == .noPlan ? .firstRun : .broken(gone)
        } catch {}
    }

    private func surroundings(_ open: Open) async throws -> Here {
        let sentences = open.sentences.isEmpty ? try await open.plan.sentences(say: Said.asked) : open.sentences
        return Here(open, said: Said.of(sentences), session: self)
    }

    /// Lets go of the plan.
    public func close() {
        here?.end()
    }
}
