// Text, images, labels, and what gives them their look.

public struct LocalizedStringKey: ExpressibleByStringInterpolation, Sendable {
    public let key: String
    public init(_ key: String) { self.key = key }
    public init(stringLiteral key: String) { self.key = key }
}

public struct Text: Primitive, Sendable {
    let text: String
    var style = ""
    public nonisolated init(_ key: LocalizedStringKey, tableName: String? = nil, bundle: Bundle? = nil, comment: StaticString? = nil) { text = key.key }
    @_disfavoredOverload public nonisolated init<S: StringProtocol>(_ text: S) { self.text = String(text) }
    public nonisolated init(verbatim text: String) { self.text = text }
    public func elements(_ walk: Walk) -> [Element] {
        var one = Element(.text, text: text, style: style)
        one.isEnabled = walk.environment.isEnabled
        return [one]
    }
    public func bold() -> Text { styled("font-weight:600") }
    public func fontWeight(_ weight: Font.Weight?) -> Text { styled("font-weight:\(weight?.css ?? "400")") }
    public func monospacedDigit() -> Text { self }
    public func foregroundStyle(_ colour: Color) -> Text { styled("color:\(colour.css)") }
    private func styled(_ css: String) -> Text { var one = self; one.style += ";" + css; return one }
    public static func + (one: Text, other: Text) -> Text { Text(verbatim: one.text + other.text) }
}

public struct Image: Primitive {
    let name: String
    let isDecorative: Bool
    public init(systemName: String) { name = systemName; isDecorative = false }
    public init(decorative name: String, bundle: Bundle? = nil) { self.name = name; isDecorative = true }
    public init(_ name: String, bundle: Bundle? = nil) { self.name = name; isDecorative = false }
    public func elements(_ walk: Walk) -> [Element] {
        var one = Element(.image, text: name)
        one.isHidden = isDecorative
        return [one]
    }
    public func resizable() -> Image { self }
    public func interpolation(_ how: Interpolation) -> Image { self }
    public enum Interpolation: Sendable { case none, low, medium, high }
}

public struct Label<T: View, I: View>: Primitive {
    let title: T, icon: I
    public init(@ViewBuilder title: () -> T, @ViewBuilder icon: () -> I) { self.title = title(); self.icon = icon() }
    public func elements(_ walk: Walk) -> [Element] {
        [Element(.row, children: walk.into(icon, "icon") + walk.into(title, "title"))]
    }
}

extension Label where T == Text, I == Image {
    public init(_ key: LocalizedStringKey, systemImage: String) { self.init(title: { Text(key) }, icon: { Image(systemName: systemImage) }) }
    @_disfavoredOverload public init<S: StringProtocol>(_ text: S, systemImage: String) { self.init(title: { Text(text) }, icon: { Image(systemName: systemImage) }) }
}

public struct Font: Sendable {
    let css: String
    public static let largeTitle = Font(css: "font-size:34px"), title = Font(css: "font-size:28px"), title2 = Font(css: "font-size:22px")
    public static let title3 = Font(css: "font-size:20px"), headline = Font(css: "font-size:17px;font-weight:600")
    public static let subheadline = Font(css: "font-size:15px"), body = Font(css: "font-size:17px"), callout = Font(css: "font-size:16px")
    public static let footnote = Font(css: "font-size:13px"), caption = Font(css: "font-size:12px")
    public enum TextStyle: Sendable { case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption }
    public enum Weight: Sendable {
        case regular, medium, semibold, bold
        var css: String { switch self { case .regular: "400"; case .medium: "500"; case .semibold: "600"; case .bold: "700" } }
    }
    public enum Design: Sendable { case `default`, rounded, monospaced }
    public static func system(size: CGFloat, weight: Weight? = nil, design: Design? = nil) -> Font {
        Font(css: "font-size:\(size)px;font-weight:\(weight?.css ?? "400")")
    }
    public static func system(_ style: TextStyle, design: Design? = nil, weight: Weight? = nil) -> Font {
        let font: Font = switch style {
        case .largeTitle: .largeTitle
        case .title: .title
        case .title2: .title2
        case .title3: .title3
        case .headline: .headline
        case .subheadline: .subheadline
        case .body: .body
        case .callout: .callout
        case .footnote: .footnote
        case .caption: .caption
        }
        return weight.map { font.weight($0) } ?? font
    }
    public func weight(_ weight: Weight) -> Font { Font(css: css + ";font-weight:\(weight.css)") }
    public func bold() -> Font { weight(.bold) }
    public func monospacedDigit() -> Font { self }
}

@MainActor public protocol ShapeStyle: Sendable { nonisolated var css: String { get } }

public struct Color: ShapeStyle, Primitive, Sendable, Hashable {
    public let css: String
    public enum RGBColorSpace: Sendable { case sRGB, displayP3 }
    public nonisolated init(_ space: RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double, opacity: Double = 1) {
        css = "rgba(\(Int((red * 255).rounded())),\(Int((green * 255).rounded())),\(Int((blue * 255).rounded())),\(opacity))"
    }
    nonisolated init(css: String) { self.css = css }
    public static let clear = Color(css: "transparent"), black = Color(css: "#000"), white = Color(css: "#fff")
    public static let primary = Color(css: "inherit"), secondary = Color(css: "#666"), accentColor = Color(css: "#06f")
    public nonisolated func opacity(_ part: Double) -> Color { self }
    public func elements(_ walk: Walk) -> [Element] { [Element(.color, style: "background:\(css)")] }
}

extension ShapeStyle where Self == Color {
    public static var clear: Color { Color(css: "transparent") }
    public static var primary: Color { Color(css: "inherit") }
    public static var secondary: Color { Color(css: "#666") }
}

extension View {
    public func font(_ font: Font?) -> some View { boxed(font?.css ?? "") }
    public func fontWeight(_ weight: Font.Weight?) -> some View { boxed("font-weight:\(weight?.css ?? "400")") }
    public func bold(_ on: Bool = true) -> some View { boxed(on ? "font-weight:600" : "") }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { boxed("color:\(style.css)") }
    public func tint(_ colour: Color?) -> some View { boxed("") }
    public func lineLimit(_ most: Int?) -> some View { unseen() }
    public func lineSpacing(_ space: CGFloat) -> some View { unseen() }
    public func minimumScaleFactor(_ least: CGFloat) -> some View { unseen() }
    public func truncationMode(_ mode: Text.TruncationMode) -> some View { unseen() }
    public func multilineTextAlignment(_ to: TextAlignment) -> some View { boxed("text-align:\(to.css)") }
    public func opacity(_ part: Double) -> some View { boxed("opacity:\(part)") }
    public func privacySensitive(_ on: Bool = true) -> some View { unseen() }
    public func textSelection(_ how: TextSelectability) -> some View { unseen() }
    public func speechSpellsOutCharacters(_ on: Bool = true) -> some View { unseen() }
}

extension Text { public enum TruncationMode: Sendable { case head, middle, tail } }
public struct TextSelectability: Sendable { public static let enabled = Self(), disabled = Self() }
public enum TextAlignment: Sendable {
    case leading, center, trailing
    var css: String { switch self { case .leading: "start"; case .center: "center"; case .trailing: "end" } }
}
