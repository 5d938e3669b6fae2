// What happens when a view comes, changes and goes.

extension View {
    public func task(priority: TaskPriority = .userInitiated, _ act: @escaping @Sendable @MainActor () async -> Void) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            if !walk.isCovered { walk.shown.wants(walk.path, nil, act) }
            return walk.into(inside, "m")
        }
    }
    /// Begun anew when `id` is another; what ran before is cancelled.
    public func task<I: Hashable>(id: I, priority: TaskPriority = .userInitiated, _ act: @escaping @Sendable @MainActor () async -> Void) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            if !walk.isCovered { walk.shown.wants(walk.path, AnyHashable(id), act) }
            return walk.into(inside, "m")
        }
    }
    public func onAppear(perform act: (@MainActor () -> Void)? = nil) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            if !walk.isCovered { walk.shown.appears(walk.path, act, nil) }
            return walk.into(inside, "m")
        }
    }
    public func onDisappear(perform act: (@MainActor () -> Void)? = nil) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            if !walk.isCovered { walk.shown.appears(walk.path, nil, act) }
            return walk.into(inside, "m")
        }
    }
    public func onChange<V: Hashable>(of value: V, initial: Bool = false, _ act: @escaping @MainActor (V, V) -> Void) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            walk.shown.changes(walk.path, value, initial, act)
            return walk.into(inside, "m")
        }
    }
    public func onChange<V: Hashable>(of value: V, initial: Bool = false, _ act: @escaping @MainActor () -> Void) -> some View {
        onChange(of: value, initial: initial) { _, _ in act() }
    }
    public func onOpenURL(perform act: @escaping @MainActor (URL) -> Void) -> some View { unseen() }
    public func refreshable(action: @escaping @Sendable @MainActor () async -> Void) -> some View { unseen() }
    public func animation<V: Equatable>(_ animation: Animation?, value: V) -> some View { unseen() }
}

public struct Animation: Sendable { public static let `default` = Self(), easeInOut = Self() }

// App -------------------------------------------------------------------
@MainActor @preconcurrency public protocol Scene {
    associatedtype Body: Scene
    @SceneBuilder @MainActor var body: Body { get }
}
extension Never: Scene {}
@resultBuilder public struct SceneBuilder { public static func buildBlock<S: Scene>(_ one: S) -> S { one } }
@MainActor @preconcurrency public protocol App {
    associatedtype Body: Scene
    @SceneBuilder @MainActor var body: Body { get }
    @MainActor init()
}
public struct WindowGroup<C: View>: Scene {
    public let inside: C
    public init(@ViewBuilder content: () -> C) { inside = content() }
    public var body: Never { fatalError("a leaf has no body") }
}
