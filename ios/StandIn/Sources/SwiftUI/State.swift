// What a view keeps. State lives as long as its view stands at the same place in the tree.

public protocol DynamicProperty {}

/// A property that the walk connects before a body is read.
@MainActor protocol Held {
    func hold(_ walk: Walk, _ name: String)
}

@MainActor final class Kept<Value> {
    var value: Value
    init(_ value: Value) { self.value = value }
}

/// Stands between a view, which is made anew each time, and what is kept.
@MainActor final class Holder<Value> {
    var kept: Kept<Value>
    init(_ value: Value) { kept = Kept(value) }

    func hold(_ walk: Walk, _ name: String) {
        kept = walk.shown.kept("\(walk.path).\(name)", kept)
    }
    var binding: Binding<Value> { Binding(get: { self.kept.value }, set: { self.kept.value = $0 }) }
}

@MainActor @preconcurrency @propertyWrapper public struct State<Value>: DynamicProperty, Held {
    let holder: Holder<Value>
    public init(wrappedValue: Value) { holder = Holder(wrappedValue) }
    public init(initialValue: Value) { holder = Holder(initialValue) }
    public var wrappedValue: Value {
        get { holder.kept.value }
        nonmutating set { holder.kept.value = newValue }
    }
    public var projectedValue: Binding<Value> { holder.binding }
    func hold(_ walk: Walk, _ name: String) { holder.hold(walk, name) }
}

extension State where Value: ExpressibleByNilLiteral {
    public init() { self.init(wrappedValue: nil) }
}

@MainActor @preconcurrency @propertyWrapper @dynamicMemberLookup public struct Binding<Value> {
    let get: @MainActor () -> Value
    let set: @MainActor (Value) -> Void
    public init(get: @escaping @MainActor () -> Value, set: @escaping @MainActor (Value) -> Void) {
        self.get = get
        self.set = set
    }
    public init(projectedValue: Binding<Value>) { self = projectedValue }
    public static func constant(_ value: Value) -> Binding<Value> { .init(get: { value }, set: { _ in }) }
    public var wrappedValue: Value {
        get { get() }
        nonmutating set { set(newValue) }
    }
    public var projectedValue: Binding<Value> { self }
    public subscript<S>(dynamicMember path: WritableKeyPath<Value, S>) -> Binding<S> {
        .init(get: { get()[keyPath: path] }, set: { var value = get(); value[keyPath: path] = $0; set(value) })
    }
}

@MainActor @preconcurrency @propertyWrapper @dynamicMemberLookup public struct Bindable<Value> {
    public var wrappedValue: Value
    public init(wrappedValue: Value) where Value: Observable { self.wrappedValue = wrappedValue }
    public init(_ value: Value) where Value: Observable { wrappedValue = value }
    public var projectedValue: Bindable<Value> { self }
    public subscript<S>(dynamicMember path: ReferenceWritableKeyPath<Value, S>) -> Binding<S> where Value: AnyObject {
        let object = wrappedValue
        return .init(get: { object[keyPath: path] }, set: { object[keyPath: path] = $0 })
    }
}

@MainActor @preconcurrency @propertyWrapper public struct FocusState<Value: Hashable>: DynamicProperty, Held {
    let holder: Holder<Value>
    public init() where Value == Bool { holder = Holder(false) }
    public init<T: Hashable>() where Value == T? { holder = Holder(nil) }
    public var wrappedValue: Value {
        get { holder.kept.value }
        nonmutating set { holder.kept.value = newValue }
    }
    public var projectedValue: SwiftUI.Binding<Value> { holder.binding }
    func hold(_ walk: Walk, _ name: String) { holder.hold(walk, name) }
}

/// Kept by scene, under a name of its own, whatever becomes of the view.
@MainActor @preconcurrency @propertyWrapper public struct SceneStorage<Value>: DynamicProperty, Held {
    let holder: Holder<Value>, name: String
    public init(wrappedValue: Value, _ name: String) where Value == String { holder = Holder(wrappedValue); self.name = name }
    public init(wrappedValue: Value, _ name: String) where Value == Int { holder = Holder(wrappedValue); self.name = name }
    public init(wrappedValue: Value, _ name: String) where Value == Bool { holder = Holder(wrappedValue); self.name = name }
    public init(_ name: String) where Value == Data? { holder = Holder(nil); self.name = name }
    public var wrappedValue: Value {
        get { holder.kept.value }
        nonmutating set { holder.kept.value = newValue }
    }
    public var projectedValue: Binding<Value> { holder.binding }
    func hold(_ walk: Walk, _ name: String) { holder.kept = walk.shown.keptForScene(self.name, holder.kept) }
}

// What is around a view -------------------------------------------------

@MainActor @preconcurrency @propertyWrapper public struct Environment<Value>: DynamicProperty, Held {
    @MainActor final class Around { var values: EnvironmentValues? }
    let around = Around()
    let read: @MainActor (EnvironmentValues) -> Value
    public init(_ path: KeyPath<EnvironmentValues, Value>) { read = { $0[keyPath: path] } }
    public init(_ type: Value.Type) where Value: AnyObject & Observable {
        read = { values in
            guard let object = values.objects[ObjectIdentifier(type)] as? Value else {
                fatalError("no \(type) was put around this view")
            }
            return object
        }
    }
    public var wrappedValue: Value {
        guard let values = around.values else { fatalError("read before its view was drawn") }
        return read(values)
    }
    func hold(_ walk: Walk, _ name: String) { around.values = walk.environment }
}

@MainActor public protocol EnvironmentKey {
    associatedtype Value
    static var defaultValue: Value { get }
}

@MainActor public struct EnvironmentValues {
    public init() {}
    public var isEnabled = true
    public var colorScheme: ColorScheme = .light
    public var locale: Locale = .current
    public var dynamicTypeSize: DynamicTypeSize = .large
    public var layoutDirection: LayoutDirection = .leftToRight
    public var scenePhase: ScenePhase = .active
    public var isSceneCaptured = false
    public var accessibilityReduceMotion = false
    public var accessibilityDifferentiateWithoutColor = false
    public var accessibilityVoiceOverEnabled = false
    public var openURL = OpenURLAction { _ in }
    public var dismiss = DismissAction {}
    var objects: [ObjectIdentifier: AnyObject] = [:]
    var keyed: [ObjectIdentifier: Any] = [:]

    public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value {
        get { keyed[ObjectIdentifier(key)] as? K.Value ?? K.defaultValue }
        set { keyed[ObjectIdentifier(key)] = newValue }
    }
}

extension View {
    public func environment<T: AnyObject & Observable>(_ object: T?) -> some View {
        within { $0.objects[ObjectIdentifier(T.self)] = object }
    }
    public func environment<V>(_ path: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View {
        within { $0[keyPath: path] = value }
    }
    public func disabled(_ off: Bool) -> some View { within { $0.isEnabled = $0.isEnabled && !off } }
    public func dynamicTypeSize(_ size: DynamicTypeSize) -> some View { within { $0.dynamicTypeSize = size } }
    public func dynamicTypeSize<R: RangeExpression>(_ range: R) -> some View where R.Bound == DynamicTypeSize { unseen() }
    public func preferredColorScheme(_ scheme: ColorScheme?) -> some View { within { if let scheme { $0.colorScheme = scheme } } }
}

public enum ColorScheme: Sendable, Hashable { case light, dark }
public enum LayoutDirection: Sendable, Hashable { case leftToRight, rightToLeft }
public enum ScenePhase: Sendable { case background, inactive, active }
public enum DynamicTypeSize: Int, Sendable, Comparable, CaseIterable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
    case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    public var isAccessibilitySize: Bool { self >= .accessibility1 }
}
@MainActor public struct DismissAction {
    let leave: @MainActor () -> Void
    public func callAsFunction() { leave() }
}
@MainActor public struct OpenURLAction {
    let go: @MainActor (URL) -> Void
    public init(_ go: @escaping @MainActor (URL) -> Void) { self.go = go }
    public func callAsFunction(_ address: URL) { go(address) }
}
