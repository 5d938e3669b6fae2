// What every screen is given: the plan, its sentences, the app's words, the way, what is half typed, the phone.

import Bridge
import Observation
import Platform

/// What happened, said once at the bottom; it stays until it is read.
public struct Happened {
    public let sentence: String
    public let undo: (@MainActor () -> Void)?
    public init(_ sentence: String, undo: (@MainActor () -> Void)? = nil) {
        self.sentence = sentence
        self.undo = undo
    }
}

/// A screen's surroundings. One for as long as a plan is open.
@MainActor @Observable public final class Here {
    public let plan: any Plan
    public let session: Session
    /// The first screen as it was when the plan opened.
    public let home: Home
    /// The core's sentences, in the language that is spoken now.
    public internal(set) var said: Said
    /// Grows with every change, so that what is drawn is drawn anew.
    public internal(set) var version = 0
    /// What happened last, until it is read.
    public var happened: Happened?
    public let way = Way()
    public let drafts = Drafts()
    /// What is being said, and heard.
    @ObservationIgnored public private(set) lazy var speaking = Speaking(self)
    /// How many readings and intentions are under way: a test waits until there is none. Nothing draws it.
    @ObservationIgnored public private(set) var busy = 0
    /// What is being kept just now, by its form: a hand that shakes touches twice.
    @ObservationIgnored private var underWay: Set<String> = []
    @ObservationIgnored private var listening: Task<Void, Never>?

    init(_ open: Open, said: Said, session: Session) {
        plan = open.plan
        home = open.home
        self.said = said
        self.session = session
        let changes = open.plan.changes()
        listening = Task { [weak self] in
            for await _ in changes { self?.version += 1 }
        }
    }

    /// The app's words.
    public var texts: Texts { session.texts }
    public var outside: Outside { session.outside }

    /// Carries out an intention. What goes wrong is said at the bottom, or where `fault` says it. `once`: where the same is
    /// under way already, nothing more is done.
    @discardableResult public func act(
        once: String? = nil,
        fault: (@MainActor (Fault) -> Void)? = nil,
        _ work: @escaping @MainActor (any Plan) async throws -> Void
    ) -> Task<Void, Never> {
        if let once, !underWay.insert(once).inserted { return Task {} }
        busy += 1
        return Task {
            defer {
                busy -= 1
                if let once { underWay.remove(once) }
            }
            do {
                try await work(plan)
            } catch let gone as Fault {
                if let fault { fault(gone) } else { happened = Happened(gone.sentence) }
            } catch {
                // Cancelled: nothing to say.
            }
        }
    }

    /// Reads what a screen draws. None where it can't be read: the sentence says why.
    public func read<T: Sendable>(_ ask: @MainActor (any Plan) async throws -> T) async -> Result<T, Fault>? {
        busy += 1
        defer { busy -= 1 }
        do {
            return .success(try await ask(plan))
        } catch let gone as Fault {
            return .failure(gone)
        } catch {
            return nil
        }
    }

    /// Somebody else held the phone and gives it back. Where the person wants a lock, the phone asks who is there: whoever
    /// holds it could say that they gave it back.
    func handedBack() { session.lock.left() }

    /// Something changed that the plan does not tell of: how it stands with the practice, the language.
    func changed() { version += 1 }

    func end() {
        listening?.cancel()
        plan.close()
    }
}

/// What a screen's model draws from the plan: read when it comes on the screen and after every change.
@MainActor public protocol Drawing: AnyObject, Observable {
    var here: Here { get }
    /// None until it was read once; then what was read last, or why it can't be read.
    var drawn: Result<Drawn, Fault>? { get set }
    associatedtype Drawn: Sendable
    func read(_ plan: any Plan) async throws -> Drawn
}

extension Drawing {
    public func draw() async {
        if let read = await here.read({ try await self.read($0) }) { drawn = read }
    }

    /// What is drawn now, where it was read.
    public var now: Drawn? { try? drawn?.get() }
}
