// Who is there: a face, a finger, or the phone's own code. Written, never run.

#if canImport(LocalAuthentication)
import LocalAuthentication

/// A lock of the screen. It seals nothing: no key waits for it.
@MainActor public final class PhoneAsker: Asker {
    public init() {}

    /// The phone has a code of its own; a face or a finger comes before it where there is one.
    public var can: Bool { LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil) }

    public func ask(_ words: String) async -> Bool {
        (try? await LAContext().evaluatePolicy(.deviceOwnerAuthentication, localizedReason: words)) ?? false
    }
}
#endif
