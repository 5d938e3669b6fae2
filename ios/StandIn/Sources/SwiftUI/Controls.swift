// What is touched: each keeps its binding, and says whether it may be used.

public struct ButtonRole: Sendable, Equatable {
    let name: String
    public static let destructive = Self(name: "destructive"), cancel = Self(name: "cancel")
}

public struct Button<L: View>: Primitive {
    let label: L, act: @MainActor () -> Void, role: ButtonRole?
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) { self.label = label(); act = action; role = nil }
    public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) { self.label = label(); act = action; self.role = role }
    public func elements(_ walk: Walk) -> [Element] {
        var one = Element(.button, children: walk.into(label, "label"))
        one.isEnabled = walk.environment.isEnabled
        one.traits = ["button"]
        let done = walk.afterButton
        one.tap = { act(); done?() }
        return [one]
    }
}

extension Button where L == Text {
    public init(_ key: LocalizedStringKey, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) { self.init(role: role, action: action) { Text(key) } }
    @_disfavoredOverload public init<S: StringProtocol>(_ text: S, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) { self.init(role: role, action: action) { Text(text) } }
}

extension Button where L == Label<Text, Image> {
    @_disfavoredOverload public init<S: StringProtocol>(_ text: S, systemImage: String, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) {
        self.init(role: role, action: action) { Label(text, systemImage: systemImage) }
    }
}

/// What most controls are.
@MainActor private func control(_ kind: Element.Kind, _ walk: Walk, _ label: any View, _ change: (inout Element) -> Void) -> [Element] {
    var one = Element(kind, children: walk.into(label, "label"))
    one.isEnabled = walk.environment.isEnabled
    change(&one)
    return [one]
}

public struct TextField<L: View>: Primitive {
    let label: L, text: Binding<String>, prompt: Text?
    public func elements(_ walk: Walk) -> [Element] {
        control(.field, walk, label) {
            $0.text = text.wrappedValue
            $0.type = { text.wrappedValue = $0 }
            $0.submit = {}
        }
    }
}

extension TextField where L == Text {
    public init(_ key: LocalizedStringKey, text: Binding<String>, axis: Axis = .horizontal) { label = Text(key); self.text = text; prompt = nil }
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, text: Binding<String>, axis: Axis = .horizontal) { label = Text(title); self.text = text; prompt = nil }
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text?, axis: Axis = .horizontal) { label = Text(title); self.text = text; self.prompt = prompt }
}

public struct SecureField<L: View>: Primitive {
    let label: L, text: Binding<String>
    public func elements(_ walk: Walk) -> [Element] {
        control(.secret, walk, label) {
            $0.text = String(repeating: "•", count: text.wrappedValue.count)
            $0.type = { text.wrappedValue = $0 }
            $0.submit = {}
        }
    }
}

extension SecureField where L == Text {
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, text: Binding<String>) { label = Text(title); self.text = text }
}

public struct TextEditor: Primitive {
    let text: Binding<String>
    public init(text: Binding<String>) { self.text = text }
    public func elements(_ walk: Walk) -> [Element] {
        control(.editor, walk, EmptyView()) {
            $0.text = text.wrappedValue
            $0.type = { text.wrappedValue = $0 }
        }
    }
}

public struct Toggle<L: View>: Primitive {
    let label: L, isOn: Binding<Bool>
    public init(isOn: Binding<Bool>, @ViewBuilder label: () -> L) { self.label = label(); self.isOn = isOn }
    public func elements(_ walk: Walk) -> [Element] {
        control(.toggle, walk, label) {
            $0.isOn = isOn.wrappedValue
            $0.traits = ["toggle"]
            $0.turn = { isOn.wrappedValue = $0 }
            $0.tap = { isOn.wrappedValue.toggle() }
        }
    }
}

extension Toggle where L == Text {
    public init(_ key: LocalizedStringKey, isOn: Binding<Bool>) { label = Text(key); self.isOn = isOn }
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, isOn: Binding<Bool>) { label = Text(title); self.isOn = isOn }
}

public struct Slider<L: View, V: View>: Primitive {
    let label: L, number: Binding<Double>, range: ClosedRange<Double>
    public func elements(_ walk: Walk) -> [Element] {
        control(.slider, walk, label) {
            $0.number = number.wrappedValue
            $0.slide = { number.wrappedValue = min(max($0, range.lowerBound), range.upperBound) }
        }
    }
}

extension Slider where V == EmptyView {
    public init<X: BinaryFloatingPoint>(value: Binding<X>, in range: ClosedRange<X>, step: X.Stride = 1, @ViewBuilder label: () -> L, onEditingChanged: @escaping (Bool) -> Void = { _ in }) where X.Stride: BinaryFloatingPoint {
        self.label = label()
        number = Binding(get: { Double(value.wrappedValue) }, set: { value.wrappedValue = X($0) })
        self.range = Double(range.lowerBound)...Double(range.upperBound)
    }
}

public struct Stepper<L: View>: Primitive {
    let label: L, up: (@MainActor () -> Void)?, down: (@MainActor () -> Void)?
    public func elements(_ walk: Walk) -> [Element] {
        control(.stepper, walk, label) { $0.adjust = { $0 == .increment ? up?() : down?() } }
    }
}

extension Stepper where L == Text {
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, value: Binding<Int>, in range: ClosedRange<Int>, step: Int = 1) {
        label = Text(title)
        up = { value.wrappedValue = min(value.wrappedValue + step, range.upperBound) }
        down = { value.wrappedValue = max(value.wrappedValue - step, range.lowerBound) }
    }
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, onIncrement: (@MainActor () -> Void)?, onDecrement: (@MainActor () -> Void)?) {
        label = Text(title); up = onIncrement; down = onDecrement
    }
}

public struct Picker<L: View, Sel: Hashable, C: View>: Primitive {
    let label: L, selection: Binding<Sel>, content: C
    public init(selection: Binding<Sel>, @ViewBuilder content: () -> C, @ViewBuilder label: () -> L) {
        self.label = label(); self.selection = selection; self.content = content()
    }
    public func elements(_ walk: Walk) -> [Element] {
        let offered = walk.into(content, "choices")
        return control(.picker, walk, label) {
            let chosen = offered.first { $0.tag == AnyHashable(selection.wrappedValue) }
            $0.text = chosen?.name ?? ""
            $0.value = chosen?.name
            $0.choose = { tag in
                // A tag of another type than the selection's is never chosen: SwiftUI does nothing then either.
                guard offered.contains(where: { $0.tag == tag }), let one = tag.base as? Sel else { return false }
                selection.wrappedValue = one
                return true
            }
        }
    }
}

extension Picker where L == Text {
    public init(_ key: LocalizedStringKey, selection: Binding<Sel>, @ViewBuilder content: () -> C) { self.init(selection: selection, content: content) { Text(key) } }
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, selection: Binding<Sel>, @ViewBuilder content: () -> C) { self.init(selection: selection, content: content) { Text(title) } }
}

public struct DatePickerComponents: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let date = Self(rawValue: 1), hourAndMinute = Self(rawValue: 2)
}

public struct DatePicker<L: View>: Primitive {
    let label: L, day: Binding<Date>
    public func elements(_ walk: Walk) -> [Element] {
        control(.date, walk, label) {
            $0.day = day.wrappedValue
            $0.set = { day.wrappedValue = $0 }
        }
    }
}

extension DatePicker where L == Text {
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, selection: Binding<Date>, displayedComponents: DatePickerComponents = [.hourAndMinute, .date]) {
        label = Text(title); day = selection
    }
}

public struct Link<L: View>: Primitive {
    let label: L, to: URL
    public init(destination: URL, @ViewBuilder label: () -> L) { self.label = label(); to = destination }
    public func elements(_ walk: Walk) -> [Element] {
        control(.link, walk, label) {
            $0.text = to.absoluteString
            let open = walk.environment.openURL
            $0.tap = { open(to) }
        }
    }
}

extension Link where L == Text {
    @_disfavoredOverload public init<S: StringProtocol>(_ title: S, destination: URL) { self.init(destination: destination) { Text(title) } }
}

public struct Menu<L: View, C: View>: Primitive {
    let label: L, content: C
    public init(@ViewBuilder content: () -> C, @ViewBuilder label: () -> L) { self.label = label(); self.content = content() }
    public func elements(_ walk: Walk) -> [Element] {
        [Element(.menu, children: walk.into(label, "label") + walk.into(content, "content"))]
    }
}

public struct ProgressView<L: View>: Primitive {
    let label: L, part: Double?
    public func elements(_ walk: Walk) -> [Element] { control(.progress, walk, label) { $0.number = part } }
}

extension ProgressView where L == EmptyView {
    public init() { label = EmptyView(); part = nil }
    public init<V: BinaryFloatingPoint>(value: V?, total: V = 1) { label = EmptyView(); part = value.map { Double($0 / total) } }
}

extension ProgressView where L == Text {
    @_disfavoredOverload public init<S: StringProtocol, V: BinaryFloatingPoint>(_ title: S, value: V?, total: V = 1) { label = Text(title); part = value.map { Double($0 / total) } }
}

extension View {
    public func tag<V: Hashable>(_ tag: V) -> some View { changed { $0.tag = AnyHashable(tag) } }
    public func onSubmit(_ act: @escaping @MainActor () -> Void) -> some View {
        changed { one in
            let before = one.submit
            one.submit = { before?(); act() }
        }
    }
    public func onTapGesture(count: Int = 1, perform act: @escaping @MainActor () -> Void) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            walk.into(inside, "m").map { one in
                var one = one
                one.tap = act
                one.isEnabled = walk.environment.isEnabled
                return one
            }
        }
    }
    public func focused(_ on: FocusState<Bool>.Binding) -> some View { unseen() }
    public func focused<V: Hashable>(_ on: FocusState<V?>.Binding, equals: V) -> some View { unseen() }
    public func submitLabel(_ label: SubmitLabel) -> some View { unseen() }
    public func autocorrectionDisabled(_ off: Bool = true) -> some View { unseen() }
    public func textInputAutocapitalization(_ how: TextInputAutocapitalization?) -> some View { unseen() }
    public func keyboardType(_ type: UIKeyboardType) -> some View { unseen() }
    public func labelsHidden() -> some View { unseen() }
}

extension FocusState { public typealias Binding = SwiftUI.Binding<Value> }
public enum SubmitLabel: Sendable { case done, next, search, go, send, `return`, join, route, `continue` }
public struct TextInputAutocapitalization: Sendable { public static let never = Self(), words = Self(), sentences = Self(), characters = Self() }
public enum UIKeyboardType: Sendable { case `default`, asciiCapable, numbersAndPunctuation, URL, numberPad, phonePad, emailAddress, decimalPad }
