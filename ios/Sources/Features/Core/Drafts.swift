// What is half typed. The process holds it, and where the phone keeps it, it outlives the process.

import Observation
import Platform

/// Half-typed words, by the box they stand in. Kept words are cleared.
@MainActor @Observable public final class Drafts {
    /// What went wrong with them, until it is read.
    public enum Trouble: Sendable { case notPutAway, notBroughtBack }

    private var typed: [String: String] = [:]
    /// Boxes for a link, a passcode, an invitation: what is in them opens something, and ends with the process.
    static let opening: Set<String> = [
        FollowNewModel.form + "text", FollowNewModel.form + "passcode", PhoneNewModel.form + "text",
    ]

    private var keys: [String: String] = [:]
    public var trouble: Trouble?
    @ObservationIgnored private let kept: (any KeptDrafts)?
    @ObservationIgnored private let pause: @MainActor () async throws -> Void
    /// What lies there was read, or is known to be unreadable.
    @ObservationIgnored private var isKnown: Bool
    @ObservationIgnored private var lies: [String: String] = [:]
    @ObservationIgnored private var waiting: Task<Void, Never>?

    public init(_ kept: (any KeptDrafts)? = nil, pause: @escaping @MainActor () async throws -> Void = {}) {
        self.kept = kept
        self.pause = pause
        isKnown = kept == nil
    }

    public subscript(box: String) -> String {
        get { (Drafts.opening.contains(box) ? keys[box] : typed[box]) ?? "" }
        set {
            let new = newValue.isEmpty ? nil : newValue
            if Drafts.opening.contains(box) {
                keys[box] = new
            } else {
                typed[box] = new
                changed()
            }
        }
    }

    /// A number chosen in a box; none where it was not answered.
    public subscript(number box: String) -> Int? {
        get { typed[box].flatMap { Int($0) } }
        set { self[box] = newValue.map(String.init) ?? "" }
    }

    /// Forgets every box whose name begins so.
    public func clear(_ beginning: String) {
        typed = typed.filter { !$0.key.hasPrefix(beginning) }
        keys = keys.filter { !$0.key.hasPrefix(beginning) }
        changed()
    }

    /// Brings back what the process before left. What was typed since then stands.
    public func bringBack() {
        guard !isKnown, let found = kept?.read() else { return }
        isKnown = true
        lies = found.typed
        typed.merge(found.typed) { now, _ in now }
        if found.isLost { trouble = .notBroughtBack }
    }

    /// Puts everything away as it is now. What could not be brought back is put aside, and never written over.
    public func putAway() {
        waiting?.cancel()
        waiting = nil
        guard let kept else { return }
        bringBack()
        if typed == lies { return }
        if !isKnown {
            kept.setAside()
            isKnown = true
            trouble = .notBroughtBack
        }
        if kept.write(typed) {
            lies = typed
            if trouble == .notPutAway { trouble = nil }
        } else {
            trouble = .notPutAway
        }
    }

    /// A pause after typing.
    private func changed() {
        if kept == nil { return }
        waiting?.cancel()
        waiting = Task { [weak self, pause] in
            guard (try? await pause()) != nil, !Task.isCancelled else { return }
            self?.putAway()
        }
    }
}
