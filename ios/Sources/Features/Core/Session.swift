// The plan as this app holds it: not open yet, begun, open, or not to be opened.

import Bridge
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

/// One for the process.
@MainActor @Observable public final class Session {
    public let doors: any Doors
    public let outside: Outside
    public private(set) var stage: Stage = .opening
    /// What is always drawn.
    public private(set) var safety: SafetyNote?
    /// What went wrong on the first run, beside its box.
    public private(set) var trouble: String?
    /// What the first run and a plan that does not open have half typed. Recovery words are here, and never
    /// in what outlives the process.
    public var typed = ""
    public private(set) var texts: Texts
    @ObservationIgnored private var isStarted = false
    /// How much is under way: a test waits until there is nothing. Nothing draws it.
    @ObservationIgnored public private(set) var busy = 0

    public init(doors: any Doors, outside: Outside, language: String) {
        self.doors = doors
        self.outside = outside
        texts = Texts(language: outside.choices.language ?? language)
    }

    public var here: Here? {
        switch stage {
        case .ready(let here), .words(_, let here): here
        default: nil
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
        let words = typed
        await open { try await $0.openWithWords(words) }
        if case .ready = stage { typed = "" }
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

    /// A plan that was brought back from a backup.
    public func opened(_ open: Open) async throws {
        stage = .ready(try await surroundings(open))
    }

    /// Everything speaks another language from now on: the core, the card and the app.
    public func speak(_ tag: String) async throws {
        busy += 1
        defer { busy -= 1 }
        if let here {
            _ = try await here.plan.speak(language: tag)
            here.said = Said.of(try await here.plan.sentences(say: Said.asked))
            here.version += 1
        }
        doors.speak(tag)
        safety = try? await doors.safetyNote()
        outside.choices.language = tag
        texts = Texts(language: tag)
    }

    private func open(_ by: (any Doors) async throws -> Open) async {
        busy += 1
        defer { busy -= 1 }
        do {
            stage = .ready(try await surroundings(try await by(doors)))
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
