// What lies over, beside and behind a screen: stacks, tabs, sheets, alerts, bars.

public struct NavigationStack<D, R: View>: Primitive {
    let root: R
    let path: (@MainActor () -> [AnyHashable])?
    let pop: @MainActor () -> Void

    /// Every screen on the way keeps its state; only the last is shown.
    public func elements(_ walk: Walk) -> [Element] {
        var walk = walk
        let way = Way()
        walk.way = way
        let on = path?() ?? []
        let covered = walk.isCovered
        walk.isCovered = covered || !on.isEmpty
        var shown = walk.into(root, "root")
        for (at, one) in on.enumerated() {
            walk.isCovered = covered || at < on.count - 1
            guard let make = way.makers[ObjectIdentifier(type(of: one.base))] else {
                walk.shown.faults.append("nothing is drawn for \(one)")
                continue
            }
            var here = walk
            here.environment.dismiss = DismissAction(leave: pop)
            shown = here.into(make(one.base), "[\(at)]\(one)")
        }
        if !on.isEmpty {
            var back = Element(.back, text: "Back")
            back.label = "Back"
            back.tap = pop
            shown = [back] + shown
        }
        return shown
    }
}

extension NavigationStack {
    public init(@ViewBuilder root: () -> R) where D == Never { self.root = root(); path = nil; pop = {} }
    public init(path: Binding<D>, @ViewBuilder root: () -> R) where D: MutableCollection & RandomAccessCollection & RangeReplaceableCollection, D.Element: Hashable {
        self.root = root()
        self.path = { path.wrappedValue.map { AnyHashable($0) } }
        pop = {
            if let last = path.wrappedValue.indices.last { path.wrappedValue.remove(at: last) }
        }
    }
}

public struct TabView<Sel: Hashable, C: View>: Primitive {
    let selection: Binding<Sel>?, inside: C
    public init(selection: Binding<Sel>?, @ViewBuilder content: () -> C) { self.selection = selection; inside = content() }

    /// Every tab keeps its state; only the chosen one is shown.
    public func elements(_ walk: Walk) -> [Element] {
        var walk = walk
        walk.chosenTab = selection.map { AnyHashable($0.wrappedValue) }
        let tabs = walk.into(inside, "tabs")
        let bar = tabs.map { tab in
            var one = Element(.tab, children: tab.children.first.map { [$0] } ?? [])
            one.tap = { if let to = tab.tag?.base as? Sel { selection?.wrappedValue = to } }
            one.isOn = tab.tag == walk.chosenTab
            one.traits = one.isOn == true ? ["button", "selected"] : ["button"]
            one.identifier = tab.identifier
            return one
        }
        let now = tabs.first { $0.tag == walk.chosenTab }
        return (now.map { Array($0.children.dropFirst()) } ?? []) + [Element(.tabs, children: bar)]
    }
}

extension View {
    /// Comes last but for `tag`: a page and its name in the bar.
    public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View {
        let label = label()
        return ModifiedContent(inside: self) { inside, walk in
            [Element(.page, children: [Element(.box, children: walk.into(label, "tab"))] + walk.into(inside, "m"))]
        }
    }

    public func navigationDestination<D: Hashable, C: View>(for type: D.Type, @ViewBuilder destination: @escaping (D) -> C) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            walk.way?.makers[ObjectIdentifier(type)] = { value in
                if let value = value as? D { return destination(value) }
                return EmptyView()
            }
            return walk.into(inside, "m")
        }
    }

    @_disfavoredOverload public func navigationTitle<S: StringProtocol>(_ title: S) -> some View {
        let title = String(title)
        return ModifiedContent(inside: self) { inside, walk in
            var head = Element(.title, children: [Element(.text, text: title)])
            head.traits = ["header"]
            return [head] + walk.into(inside, "m")
        }
    }
    public func navigationBarTitleDisplayMode(_ mode: NavigationBarItem.TitleDisplayMode) -> some View { unseen() }
    public func navigationBarBackButtonHidden(_ hidden: Bool = true) -> some View { unseen() }
    public func toolbar<C: ToolbarContent>(@ToolbarContentBuilder content: () -> C) -> some View {
        let items = content().views
        return ModifiedContent(inside: self) { inside, walk in
            [Element(.toolbar, children: items.enumerated().flatMap { walk.into($0.element, "bar\($0.offset)") })] + walk.into(inside, "m")
        }
    }
    public func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View { unseen() }

    public func sheet<C: View>(isPresented: Binding<Bool>, onDismiss: (@MainActor () -> Void)? = nil, @ViewBuilder content: @escaping () -> C) -> some View {
        over(.sheet, isPresented, onDismiss) { content() }
    }
    public func fullScreenCover<C: View>(isPresented: Binding<Bool>, onDismiss: (@MainActor () -> Void)? = nil, @ViewBuilder content: @escaping () -> C) -> some View {
        over(.sheet, isPresented, onDismiss) { content() }
    }
    public func sheet<I: Identifiable, C: View>(item: Binding<I?>, onDismiss: (@MainActor () -> Void)? = nil, @ViewBuilder content: @escaping (I) -> C) -> some View {
        let isPresented = Binding(get: { item.wrappedValue != nil }, set: { if !$0 { item.wrappedValue = nil } })
        return over(.sheet, isPresented, onDismiss) { item.wrappedValue.map { content($0) } }
    }
    @_disfavoredOverload public func alert<S: StringProtocol, A: View, M: View>(_ title: S, isPresented: Binding<Bool>, @ViewBuilder actions: @escaping () -> A, @ViewBuilder message: @escaping () -> M) -> some View {
        let title = String(title)
        return over(.alert, isPresented, nil) { Text(title); message(); actions() }
    }
    @_disfavoredOverload public func confirmationDialog<S: StringProtocol, A: View, M: View>(_ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, @ViewBuilder actions: @escaping () -> A, @ViewBuilder message: @escaping () -> M) -> some View {
        let title = String(title)
        return over(.alert, isPresented, nil) { Text(title); message(); actions() }
    }

    private func over<C: View>(_ kind: Element.Kind, _ on: Binding<Bool>, _ after: (@MainActor () -> Void)?, @ViewBuilder _ content: @escaping () -> C) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            var below = walk
            below.isCovered = walk.isCovered || on.wrappedValue
            let drawn = below.into(inside, "m")
            guard on.wrappedValue else { return drawn }
            let leave: @MainActor () -> Void = { on.wrappedValue = false; after?() }
            var top = walk
            top.environment.dismiss = DismissAction(leave: leave)
            if kind == .alert { top.afterButton = leave }
            // What lies below can't be touched.
            return drawn.map { $0.outOfReach() } + [Element(kind, children: top.into(content(), "over"))]
        }
    }
    public func presentationDetents(_ detents: Set<PresentationDetent>) -> some View { unseen() }
    public func interactiveDismissDisabled(_ off: Bool = true) -> some View { unseen() }
}

extension Element {
    private var holdsCover: Bool { all.contains { $0.kind == .sheet || $0.kind == .alert } }

    /// A sheet lies over all of the screen, the bar of tabs and the way back too.
    func covered() -> Element {
        guard children.contains(where: \.holdsCover) else { return self }
        var one = self
        one.children = children.map { $0.holdsCover ? $0.covered() : $0.outOfReach() }
        return one
    }

    /// Drawn, and no longer to be touched or heard.
    func outOfReach() -> Element {
        var one = self
        one.isEnabled = false
        one.isHidden = true
        one.children = children.map { $0.outOfReach() }
        return one
    }
}

public enum Visibility: Sendable { case automatic, visible, hidden }
public struct PresentationDetent: Hashable, Sendable {
    let name: String
    public static let medium = Self(name: "medium"), large = Self(name: "large")
}
public struct NavigationBarItem { public enum TitleDisplayMode: Sendable { case automatic, inline, large } }
public struct ToolbarPlacement: Sendable { public static let navigationBar = Self(), tabBar = Self(), bottomBar = Self(), automatic = Self() }
public struct ToolbarItemPlacement: Sendable {
    public static let automatic = Self(), topBarTrailing = Self(), topBarLeading = Self(), primaryAction = Self()
    public static let confirmationAction = Self(), cancellationAction = Self(), bottomBar = Self(), keyboard = Self(), principal = Self()
}
@MainActor @preconcurrency public protocol ToolbarContent { var views: [any View] { get } }
public struct ToolbarItem<C: View>: ToolbarContent {
    let inside: C
    public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> C) { inside = content() }
    public var views: [any View] { [inside] }
}
public struct _Bar: ToolbarContent { public let views: [any View] }
@resultBuilder @MainActor public struct ToolbarContentBuilder {
    public static func buildExpression<C: ToolbarContent>(_ one: C) -> C { one }
    public static func buildBlock<each C: ToolbarContent>(_ one: repeat each C) -> _Bar {
        var views: [any View] = []
        repeat views += (each one).views
        return _Bar(views: views)
    }
    public static func buildIf<C: ToolbarContent>(_ one: C?) -> _Bar { _Bar(views: one?.views ?? []) }
}
