// A view on a screen that isn't one: it is drawn anew at every look, keeps what its views keep, and is touched.

/// Where the walk is.
@MainActor public struct Walk {
    public let shown: Shown
    public internal(set) var path: String
    public var environment: EnvironmentValues
    /// Another screen lies over this one: it keeps its state and does nothing.
    var isCovered = false
    var way: Way?
    /// Any button of an alert closes it.
    var afterButton: (@MainActor () -> Void)?
    var chosenTab: AnyHashable?

    /// What a view draws, one step further in.
    public func into(_ view: any View, _ step: String) -> [Element] {
        var walk = self
        walk.path += "/" + step
        if let leaf = view as? any Primitive { return leaf.elements(walk) }
        walk.path += "/\(Swift.type(of: view))"
        walk.hold(view, "")
        return walk.into(walk.body(view), "body")
    }

    private func body<V: View>(_ view: V) -> any View { view.body }

    /// Connects what a view keeps with what was kept for it.
    func hold(_ view: Any, _ prefix: String) {
        for child in Mirror(reflecting: view).children {
            guard let held = child.value as? any Held else { continue }
            held.hold(self, prefix + (child.label ?? "?"))
        }
    }
}

/// The way of one navigation stack, while it is walked.
@MainActor final class Way {
    var makers: [ObjectIdentifier: @MainActor (Any) -> any View] = [:]
}

public struct NotThere: Error, CustomStringConvertible {
    public let description: String
}

@MainActor public final class Shown {
    private let make: @MainActor () -> any View
    /// What is around the whole screen; change it and look again.
    public var environment = EnvironmentValues()
    /// What must not happen and did: two of one name in a list.
    public internal(set) var faults: [String] = []
    private var states: [String: AnyObject] = [:]
    private var scene: [String: AnyObject] = [:]
    private var seen: Set<String> = []
    private var tasks: [String: (id: AnyHashable?, task: Task<Void, Never>)] = [:]
    private var wanted: [String: (id: AnyHashable?, start: @MainActor () async -> Void)] = [:]
    private var appeared: [String: (@MainActor () -> Void)?] = [:]
    private var appearing: [String: (on: (@MainActor () -> Void)?, off: (@MainActor () -> Void)?)] = [:]
    private var last: [String: AnyHashable] = [:]
    private var after: [@MainActor () -> Void] = []

    public init(_ view: @autoclosure @escaping @MainActor () -> some View) {
        make = { view() }
    }

    /// Draws all of it, then does what its views ask for on appearing and on a change.
    @discardableResult public func look() -> Element {
        for _ in 0..<8 {
            let tree = draw()
            settleTasks()
            if after.isEmpty { return tree }
            let doing = after
            after = []
            doing.forEach { $0() }
        }
        faults.append("it never comes to rest: every drawing changes something")
        return draw()
    }

    private func draw() -> Element {
        seen = []
        wanted = [:]
        appearing = [:]
        let walk = Walk(shown: self, path: "", environment: environment)
        let tree = Element(.page, children: walk.into(make(), "root")).covered()
        states = states.filter { seen.contains($0.key) }
        last = last.filter { seen.contains($0.key) }
        return tree
    }

    private func settleTasks() {
        for (path, running) in tasks where wanted[path] == nil || wanted[path]?.id != running.id {
            running.task.cancel()
            tasks[path] = nil
        }
        for (path, one) in wanted where tasks[path] == nil {
            tasks[path] = (one.id, Task { await one.start() })
        }
        let left = appeared.filter { appearing[$0.key] == nil }
        for (path, off) in left {
            appeared[path] = nil
            if let off { after.append(off) }
        }
        for (path, one) in appearing {
            if appeared[path] == nil, let on = one.on { after.append(on) }
            appeared[path] = .some(one.off)
        }
    }

    /// Takes it off the screen: its tasks end.
    public func close() {
        tasks.values.forEach { $0.task.cancel() }
        tasks = [:]
    }

    // What the walk notes.
    func kept<V>(_ key: String, _ new: Kept<V>) -> Kept<V> {
        seen.insert(key)
        if let old = states[key] as? Kept<V> { return old }
        states[key] = new
        return new
    }
    func keptForScene<V>(_ key: String, _ new: Kept<V>) -> Kept<V> {
        if let old = scene[key] as? Kept<V> { return old }
        scene[key] = new
        return new
    }
    func wants(_ path: String, _ id: AnyHashable?, _ start: @escaping @MainActor () async -> Void) { wanted[path] = (id, start) }
    func appears(_ path: String, _ on: (@MainActor () -> Void)?, _ off: (@MainActor () -> Void)?) {
        appearing[path] = (on ?? appearing[path]?.on, off ?? appearing[path]?.off)
    }
    func changes<V: Hashable>(_ path: String, _ now: V, _ initial: Bool, _ act: @escaping @MainActor (V, V) -> Void) {
        seen.insert(path)
        let before = last[path]?.base as? V
        last[path] = now
        if let before, before != now { after.append { act(before, now) } }
        if before == nil, initial { after.append { act(now, now) } }
    }
}
