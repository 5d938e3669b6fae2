// What was drawn: a tree of plain things that a test looks at and touches.

public struct Element {
    public enum Kind: String, Sendable {
        case text, image, button, field, secret, editor, toggle, slider, stepper, picker, date, link, progress
        case column, row, stack, scroll, list, form, section, spacer, divider, box, color
        case page, title, toolbar, sheet, alert, tabs, tab, menu, back, disclosure, labeled, unavailable
    }

    public var kind: Kind
    public var text = ""
    public var children: [Element] = []
    public var isEnabled = true

    /// What a tap does.
    public var tap: (@MainActor () -> Void)?
    /// What typing, turning on and off, sliding, choosing, a day do: each its binding.
    public var type: (@MainActor (String) -> Void)?
    public var turn: (@MainActor (Bool) -> Void)?
    public var slide: (@MainActor (Double) -> Void)?
    public var choose: (@MainActor (AnyHashable) -> Bool)?
    public var set: (@MainActor (Date) -> Void)?
    public var submit: (@MainActor () -> Void)?
    public var isOn: Bool?
    public var number: Double?
    public var day: Date?

    // What a screen reader is told.
    public var identifier: String?
    public var label: String?
    public var value: String?
    public var hint: String?
    public var traits: Set<String> = []
    public var isHidden = false
    /// It speaks for all that is in it.
    public var speaksForAll = false
    public var actions: [(name: String, act: @MainActor () -> Void)] = []
    public var adjust: (@MainActor (AccessibilityAdjustmentDirection) -> Void)?
    public var tag: AnyHashable?
    /// What it is called by `id`, to go to it.
    public var marks: [AnyHashable] = []
    /// SVG, where it is drawn by hand.
    public var drawing = ""
    /// CSS, for the picture.
    public var style = ""

    public init(_ kind: Kind, text: String = "", children: [Element] = [], style: String = "") {
        self.kind = kind
        self.text = text
        self.children = children
        self.style = style
    }

    /// Changes what is in the boxes that only a picture has.
    mutating func innermost(_ change: (inout Element) -> Void) {
        if kind == .box, children.count == 1 {
            children[0].innermost(change)
        } else {
            change(&self)
        }
    }

    /// Itself and all that is in it, in order.
    public var all: [Element] { [self] + children.flatMap(\.all) }

    /// Every text in it, in order.
    public var texts: [String] { all.compactMap { $0.kind == .text ? $0.text : nil } }

    /// What it is called: its label, or the texts in it.
    public var name: String { label ?? texts.joined(separator: " ") }

    /// It does something when it is touched, typed in or turned.
    public var isControl: Bool {
        tap != nil || type != nil || turn != nil || slide != nil || choose != nil || set != nil || adjust != nil
    }

    /// What a screen reader stops at, in the order of the tree.
    public var spoken: [Element] {
        if isHidden { return [] }
        let stops: Bool = speaksForAll || isControl || kind == .text || (kind == .image && label != nil)
        return stops ? [self] : children.flatMap(\.spoken)
    }
}
