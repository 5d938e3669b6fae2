// Where things stand. Only their order is true here.

public enum HorizontalAlignment: Sendable { case leading, center, trailing }
public enum VerticalAlignment: Sendable { case top, center, bottom, firstTextBaseline, lastTextBaseline }
public struct Alignment: Sendable, Equatable {
    let across: String, down: String
    public static let center = Self(across: "center", down: "center"), leading = Self(across: "start", down: "center")
    public static let trailing = Self(across: "end", down: "center"), top = Self(across: "center", down: "start")
    public static let bottom = Self(across: "center", down: "end"), topLeading = Self(across: "start", down: "start")
    public static let topTrailing = Self(across: "end", down: "start"), bottomLeading = Self(across: "start", down: "end")
    public static let bottomTrailing = Self(across: "end", down: "end")
    var css: String { "display:flex;flex-direction:column;justify-content:\(down);text-align:\(across)" }
}
public enum Axis: Sendable {
    case horizontal, vertical
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { self.rawValue = rawValue }
        public static let horizontal = Set(rawValue: 1), vertical = Set(rawValue: 2)
    }
}
public enum Edge: Sendable {
    case top, leading, bottom, trailing
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { self.rawValue = rawValue }
        public static let top = Set(rawValue: 1), leading = Set(rawValue: 2), bottom = Set(rawValue: 4), trailing = Set(rawValue: 8)
        public static let all = Set(rawValue: 15), horizontal = Set(rawValue: 10), vertical = Set(rawValue: 5)
        func css(_ length: CGFloat) -> String {
            [(Set.top, "top"), (.leading, "inline-start"), (.bottom, "bottom"), (.trailing, "inline-end")]
                .filter { contains($0.0) }.map { "padding-\($0.1):\(length)px" }.joined(separator: ";")
        }
    }
}

public struct VStack<C: View>: Primitive {
    let inside: C, gap: CGFloat
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) { inside = content(); gap = spacing ?? 8 }
    public func elements(_ walk: Walk) -> [Element] { [Element(.column, children: walk.into(inside, "v"), style: "gap:\(gap)px")] }
}

public struct LazyVStack<C: View>: Primitive {
    let inside: C, gap: CGFloat
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) { inside = content(); gap = spacing ?? 8 }
    public func elements(_ walk: Walk) -> [Element] { [Element(.column, children: walk.into(inside, "v"), style: "gap:\(gap)px")] }
}

public struct HStack<C: View>: Primitive {
    let inside: C, gap: CGFloat
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) { inside = content(); gap = spacing ?? 8 }
    public func elements(_ walk: Walk) -> [Element] { [Element(.row, children: walk.into(inside, "h"), style: "gap:\(gap)px")] }
}

public struct ZStack<C: View>: Primitive {
    let inside: C
    public init(alignment: Alignment = .center, @ViewBuilder content: () -> C) { inside = content() }
    public func elements(_ walk: Walk) -> [Element] { [Element(.stack, children: walk.into(inside, "z"))] }
}

public struct ScrollView<C: View>: Primitive {
    let inside: C
    public init(_ axes: Axis.Set = .vertical, showsIndicators: Bool = true, @ViewBuilder content: () -> C) { inside = content() }
    public func elements(_ walk: Walk) -> [Element] { [Element(.scroll, children: walk.into(inside, "scroll"))] }
}

public struct Form<C: View>: Primitive {
    let inside: C
    public init(@ViewBuilder content: () -> C) { inside = content() }
    public func elements(_ walk: Walk) -> [Element] { [Element(.form, children: walk.into(inside, "form"))] }
}

public struct List<Sel, C: View>: Primitive {
    let inside: C
    public func elements(_ walk: Walk) -> [Element] { [Element(.list, children: walk.into(inside, "list"))] }
}

extension List where Sel == Never {
    public init(@ViewBuilder content: () -> C) { inside = content() }
    public init<D: RandomAccessCollection, R: View>(_ data: D, @ViewBuilder rowContent: @escaping (D.Element) -> R) where C == ForEach<D, D.Element.ID, R>, D.Element: Identifiable { inside = ForEach(data, content: rowContent) }
}

public struct Section<P: View, C: View, F: View>: Primitive {
    let header: P, inside: C, footer: F
    public func elements(_ walk: Walk) -> [Element] {
        [Element(.section, children: walk.into(header, "header") + walk.into(inside, "rows") + walk.into(footer, "footer"))]
    }
}

extension Section {
    public init(@ViewBuilder content: () -> C, @ViewBuilder header: () -> P, @ViewBuilder footer: () -> F) { self.header = header(); inside = content(); self.footer = footer() }
}
extension Section where F == EmptyView {
    public init(@ViewBuilder content: () -> C, @ViewBuilder header: () -> P) { self.init(content: content, header: header) { EmptyView() } }
}
extension Section where P == EmptyView, F == EmptyView {
    public init(@ViewBuilder content: () -> C) { self.init(content: content) { EmptyView() } footer: { EmptyView() } }
}

public struct Spacer: Primitive {
    public init(minLength: CGFloat? = nil) {}
    public func elements(_ walk: Walk) -> [Element] { [Element(.spacer)] }
}

public struct Divider: Primitive {
    public init() {}
    public func elements(_ walk: Walk) -> [Element] { [Element(.divider)] }
}

public struct DisclosureGroup<L: View, C: View>: Primitive {
    let label: L, inside: C, isOpen: Binding<Bool>
    public init(isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> C, @ViewBuilder label: () -> L) {
        self.label = label(); inside = content(); isOpen = isExpanded
    }
    public func elements(_ walk: Walk) -> [Element] {
        var head = Element(.button, children: walk.into(label, "label"))
        head.tap = { isOpen.wrappedValue.toggle() }
        head.isOn = isOpen.wrappedValue
        head.isEnabled = walk.environment.isEnabled
        return [Element(.disclosure, children: [head] + (isOpen.wrappedValue ? walk.into(inside, "inside") : []))]
    }
}

public struct LabeledContent<L: View, C: View>: Primitive {
    let label: L, inside: C
    public init(@ViewBuilder content: () -> C, @ViewBuilder label: () -> L) { self.label = label(); inside = content() }
    public func elements(_ walk: Walk) -> [Element] { [Element(.labeled, children: walk.into(label, "label") + walk.into(inside, "inside"))] }
}

public struct GeometryProxy: Sendable { public let size: CGSize }

/// A view that is told how large it may be: always a phone of 390 by 844 here.
public struct GeometryReader<C: View>: Primitive {
    let make: (GeometryProxy) -> C
    public init(@ViewBuilder content: @escaping (GeometryProxy) -> C) { make = content }
    public func elements(_ walk: Walk) -> [Element] { walk.into(make(GeometryProxy(size: CGSize(width: 390, height: 844))), "geometry") }
}

/// The first that would fit: here always the first. Both are walked, so that neither is only type-checked.
public struct ViewThatFits<C: View>: Primitive {
    let inside: C
    public init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> C) { inside = content() }
    public func elements(_ walk: Walk) -> [Element] { Array(walk.into(inside, "fits").prefix(1)) }
}

// Shapes, as far as they are drawn: a frame or a filled box.
@MainActor public protocol Shape: View, Sendable { var css: String { get } }
public struct RoundedRectangle: Shape, Primitive {
    public let css: String
    public init(cornerRadius: CGFloat) { css = "border-radius:\(cornerRadius)px" }
    public func elements(_ walk: Walk) -> [Element] { [] }
}
public struct Capsule: Shape, Primitive {
    public let css = "border-radius:999px"
    public init() {}
    public func elements(_ walk: Walk) -> [Element] { [] }
}
public struct Circle: Shape, Primitive {
    public let css = "border-radius:50%"
    public init() {}
    public func elements(_ walk: Walk) -> [Element] { [] }
}
public struct Rectangle: Shape, Primitive {
    public let css = ""
    public init() {}
    public func elements(_ walk: Walk) -> [Element] { [] }
}
public struct StrokeStyle: Sendable {
    let width: CGFloat, isDashed: Bool
    public init(lineWidth: CGFloat = 1, dash: [CGFloat] = []) { width = lineWidth; isDashed = !dash.isEmpty }
}
public struct StrokedShape: Primitive {
    let css: String
    public func elements(_ walk: Walk) -> [Element] { [] }
}
extension Shape {
    public func stroke<S: ShapeStyle>(_ style: S, lineWidth: CGFloat = 1) -> StrokedShape { StrokedShape(css: "\(css);border:\(lineWidth)px solid \(style.css)") }
    public func stroke<S: ShapeStyle>(_ style: S, style stroke: StrokeStyle) -> StrokedShape { StrokedShape(css: "\(css);border:\(stroke.width)px \(stroke.isDashed ? "dashed" : "solid") \(style.css)") }
    public func strokeBorder<S: ShapeStyle>(_ style: S, lineWidth: CGFloat = 1) -> StrokedShape { self.stroke(style, lineWidth: lineWidth) }
    public func strokeBorder<S: ShapeStyle>(_ style: S, style stroke: StrokeStyle) -> StrokedShape { self.stroke(style, style: stroke) }
    public func fill<S: ShapeStyle>(_ style: S) -> StrokedShape { StrokedShape(css: "\(css);background:\(style.css)") }
}

extension View {
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { boxed(edges.css(length ?? 16)) }
    public func padding(_ length: CGFloat) -> some View { boxed("padding:\(length)px") }
    public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View {
        boxed([width.map { "width:\($0)px" }, height.map { "height:\($0)px" }].compactMap { $0 }.joined(separator: ";"))
    }
    public func frame(minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil, idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center) -> some View {
        boxed([alignment.css, minHeight.map { "min-height:\($0)px" }, maxWidth == .infinity ? "flex:1;width:100%" : nil].compactMap { $0 }.joined(separator: ";"))
    }
    public func background<S: ShapeStyle>(_ style: S) -> some View { boxed("background:\(style.css)") }
    public func background<S: ShapeStyle, T: Shape>(_ style: S, in shape: T) -> some View { boxed("background:\(style.css);\(shape.css)") }
    public func background<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
        boxed((content() as? StrokedShape)?.css ?? "")
    }
    public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
        let over = content()
        return ModifiedContent(inside: self) { inside, walk in
            if let frame = over as? StrokedShape { return walk.into(inside, "m").map { Element(.box, children: [$0], style: frame.css) } }
            let (below, drawn) = (walk.into(inside, "m"), walk.into(over, "over"))
            // Nothing lies over it: it is as it was, and what is said of it later is said of itself.
            return drawn.isEmpty ? below : [Element(.stack, children: below + drawn)]
        }
    }
    public func overlay<V: View>(_ over: V, alignment: Alignment = .center) -> some View { overlay(alignment: alignment) { over } }
    public func clipShape<S: Shape>(_ shape: S) -> some View { boxed("overflow:hidden;\(shape.css)") }
    public func contentShape<S: Shape>(_ shape: S) -> some View { unseen() }
    public func fixedSize(horizontal: Bool = true, vertical: Bool = true) -> some View { unseen() }
    public func layoutPriority(_ priority: Double) -> some View { unseen() }
    public func aspectRatio(_ ratio: CGFloat? = nil, contentMode: ContentMode) -> some View { unseen() }
    public func ignoresSafeArea() -> some View { unseen() }
    public func safeAreaInset<V: View>(edge: VerticalEdge, spacing: CGFloat? = nil, @ViewBuilder content: () -> V) -> some View {
        let at = content()
        return ModifiedContent(inside: self) { inside, walk in
            let (inside, at) = (walk.into(inside, "m"), walk.into(at, "edge"))
            return edge == .top ? at + inside : inside + at
        }
    }
    public func id<V: Hashable>(_ id: V) -> some View {
        ModifiedContent(inside: self) { inside, walk in walk.into(inside, "#\(id)") }
    }
}
public enum ContentMode: Sendable { case fit, fill }
public enum VerticalEdge: Sendable { case top, bottom }
