// Linux only: a stand-in for SwiftUI with iOS 17's signatures, so that real views are type-checked
// and walked by tests. What it can't show is in StandIn/README.md.

@_exported import Foundation
@_exported import Observation

public typealias CGFloat = Foundation.CGFloat

@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}

extension Never: View {
    public var body: Never { fatalError("a leaf has no body") }
}

/// What the stand-in itself draws.
@MainActor @preconcurrency public protocol Primitive: View where Body == Never {
    func elements(_ walk: Walk) -> [Element]
}

extension Primitive {
    public var body: Never { fatalError("a leaf has no body") }
}

@resultBuilder @MainActor public struct ViewBuilder {
    public static func buildExpression<C: View>(_ one: C) -> C { one }
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<C: View>(_ one: C) -> C { one }
    public static func buildBlock<each C: View>(_ one: repeat each C) -> TupleView<(repeat each C)> {
        var all: [any View] = []
        repeat all.append(each one)
        return TupleView(all)
    }
    public static func buildIf<C: View>(_ one: C?) -> C? { one }
    public static func buildEither<T: View, F: View>(first: T) -> _ConditionalContent<T, F> { .init(first, "if") }
    public static func buildEither<T: View, F: View>(second: F) -> _ConditionalContent<T, F> { .init(second, "else") }
    public static func buildLimitedAvailability<C: View>(_ one: C) -> AnyView { AnyView(one) }
}

public struct TupleView<T>: Primitive {
    let all: [any View]
    init(_ all: [any View]) { self.all = all }
    public func elements(_ walk: Walk) -> [Element] {
        all.enumerated().flatMap { walk.into($0.element, "\($0.offset)") }
    }
}

public struct EmptyView: Primitive {
    public init() {}
    public func elements(_ walk: Walk) -> [Element] { [] }
}

public struct _ConditionalContent<T: View, F: View>: Primitive {
    let one: any View, branch: String
    init(_ one: any View, _ branch: String) { self.one = one; self.branch = branch }
    public func elements(_ walk: Walk) -> [Element] { walk.into(one, branch) }
}

public struct AnyView: Primitive {
    let one: any View
    public init(_ one: some View) { self.one = one }
    public func elements(_ walk: Walk) -> [Element] { walk.into(one, "\(type(of: one))") }
}

extension Optional: View where Wrapped: View {
    public var body: Never { fatalError("a leaf has no body") }
}

extension Optional: Primitive where Wrapped: View {
    public func elements(_ walk: Walk) -> [Element] { map { walk.into($0, "some") } ?? [] }
}

public struct Group<C: View>: Primitive {
    let inside: C
    public init(@ViewBuilder content: () -> C) { inside = content() }
    public func elements(_ walk: Walk) -> [Element] { walk.into(inside, "group") }
}

/// A view and one modifier.
public struct ModifiedContent<C: View>: Primitive {
    let inside: C
    let apply: @MainActor (C, Walk) -> [Element]
    public func elements(_ walk: Walk) -> [Element] { apply(inside, walk) }
}

extension View {
    /// A modifier that changes what its view drew.
    func changed(_ change: @escaping @MainActor (inout Element) -> Void) -> ModifiedContent<Self> {
        ModifiedContent(inside: self) { inside, walk in
            walk.into(inside, "m").map { one in
                var one = one
                one.innermost(change)
                return one
            }
        }
    }

    /// A modifier that puts a box around its view, for the picture.
    func boxed(_ style: String) -> ModifiedContent<Self> {
        ModifiedContent(inside: self) { inside, walk in
            walk.into(inside, "m").map { Element(.box, children: [$0], style: style) }
        }
    }

    /// A modifier that changes what is around its view.
    func within(_ change: @escaping @MainActor (inout EnvironmentValues) -> Void) -> ModifiedContent<Self> {
        ModifiedContent(inside: self) { inside, walk in
            var walk = walk
            change(&walk.environment)
            return walk.into(inside, "m")
        }
    }

    /// A modifier that says or shows nothing here.
    func unseen() -> ModifiedContent<Self> {
        ModifiedContent(inside: self) { inside, walk in walk.into(inside, "m") }
    }
}

public struct ForEach<Data: RandomAccessCollection, ID: Hashable, C: View>: Primitive {
    public let data: Data
    let id: (Data.Element) -> ID
    let make: (Data.Element) -> C

    public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> C) where Data.Element: Identifiable, ID == Data.Element.ID {
        self.data = data
        id = { $0.id }
        make = content
    }
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> C) {
        self.data = data
        self.id = { $0[keyPath: id] }
        make = content
    }
    public func elements(_ walk: Walk) -> [Element] {
        var seen = Set<ID>()
        return data.flatMap { one in
            let id = id(one)
            // Two of one name: SwiftUI would draw one twice or lose one.
            if !seen.insert(id).inserted { walk.shown.faults.append("ForEach: two are called \(id)") }
            return walk.into(make(one), "[\(id)]")
        }
    }
}

extension ForEach where Data == Range<Int>, ID == Int {
    public init(_ range: Range<Int>, @ViewBuilder content: @escaping (Int) -> C) {
        self.init(range, id: \.self, content: content)
    }
}

@MainActor @preconcurrency public protocol ViewModifier {
    associatedtype Body: View
    typealias Content = AnyView
    @ViewBuilder @MainActor func body(content: Content) -> Body
}

private struct Modified<M: ViewModifier>: View {
    let modifier: M
    let content: AnyView
    var body: some View { modifier.body(content: content) }
}

extension View {
    public func modifier<M: ViewModifier>(_ modifier: M) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            walk.hold(modifier, "\(M.self)")
            return walk.into(Modified(modifier: modifier, content: AnyView(inside)), "\(M.self)")
        }
    }
}
