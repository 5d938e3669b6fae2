// What a screen reader is told: kept on the element, so that a test can ask for it.

public enum AccessibilityAdjustmentDirection: Sendable { case increment, decrement }
public struct AccessibilityChildBehavior: Sendable, Equatable {
    let name: String
    public static let combine = Self(name: "combine"), ignore = Self(name: "ignore"), contain = Self(name: "contain")
}
public struct AccessibilityTraits: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let isHeader = Self(rawValue: 1), isButton = Self(rawValue: 2), isSelected = Self(rawValue: 4), isStaticText = Self(rawValue: 8)
    public static let isImage = Self(rawValue: 16), updatesFrequently = Self(rawValue: 32), isToggle = Self(rawValue: 64), isModal = Self(rawValue: 128), isLink = Self(rawValue: 256)
    var names: Set<String> {
        let all: [(Self, String)] = [
            (.isHeader, "header"), (.isButton, "button"), (.isSelected, "selected"), (.isStaticText, "text"), (.isImage, "image"),
            (.updatesFrequently, "updates"), (.isToggle, "toggle"), (.isModal, "modal"), (.isLink, "link"),
        ]
        return Set(all.filter { contains($0.0) }.map(\.1))
    }
}

extension View {
    @_disfavoredOverload public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View { changed { $0.label = String(label) } }
    public func accessibilityLabel(_ label: Text) -> some View { changed { $0.label = label.text } }
    @_disfavoredOverload public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View { changed { $0.value = String(value) } }
    public func accessibilityValue(_ value: Text) -> some View { changed { $0.value = value.text } }
    @_disfavoredOverload public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View { changed { $0.hint = String(hint) } }
    public func accessibilityIdentifier(_ name: String) -> some View { changed { $0.identifier = name } }
    public func accessibilityHidden(_ hidden: Bool) -> some View { changed { $0.isHidden = $0.isHidden || hidden } }
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { changed { $0.traits.formUnion(traits.names) } }
    public func accessibilityRemoveTraits(_ traits: AccessibilityTraits) -> some View { changed { $0.traits.subtract(traits.names) } }
    public func accessibilitySortPriority(_ priority: Double) -> some View { unseen() }
    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
        changed { one in
            switch children {
            case .combine: one.speaksForAll = true
            case .ignore:
                one.speaksForAll = true
                // What is in it is drawn and touched, and no longer spoken.
                one.children = one.children.map { $0.unspoken() }
            default: break
            }
        }
    }
    public func accessibilityAdjustableAction(_ act: @escaping @MainActor (AccessibilityAdjustmentDirection) -> Void) -> some View {
        ModifiedContent(inside: self) { inside, walk in
            walk.into(inside, "m").map { one in
                var one = one
                one.innermost {
                    $0.adjust = act
                    $0.isEnabled = walk.environment.isEnabled
                }
                return one
            }
        }
    }
    @_disfavoredOverload public func accessibilityAction<S: StringProtocol>(named name: S, _ act: @escaping @MainActor () -> Void) -> some View {
        changed { $0.actions.append((String(name), act)) }
    }
    @_disfavoredOverload public func accessibilityInputLabels<S: StringProtocol>(_ labels: [S]) -> some View { unseen() }
    public func accessibilityHeading(_ level: AccessibilityHeadingLevel) -> some View { unseen() }
    public func accessibilityChildren<V: View>(@ViewBuilder children: () -> V) -> some View { unseen() }
}

public enum AccessibilityHeadingLevel: Sendable { case unspecified, h1, h2, h3 }

extension Element {
    func unspoken() -> Element {
        var one = self
        one.isHidden = true
        one.children = children.map { $0.unspoken() }
        return one
    }
}

/// Told to a screen reader at once; a test reads what was said.
@MainActor public enum AccessibilityNotification {
    public static var said: [String] = []
    public struct Announcement {
        let text: String
        public init(_ text: String) { self.text = text }
        @MainActor public func post() { AccessibilityNotification.said.append(text) }
    }
}
