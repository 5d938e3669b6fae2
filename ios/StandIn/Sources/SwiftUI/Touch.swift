// Looking at what is shown, and touching it, as a person or their screen reader does.

extension Shown {
    public var texts: [String] { look().texts }

    public func has(_ text: String) -> Bool { look().all.contains { $0.kind == .text && $0.text.contains(text) || $0.label == text } }

    /// The first element called so: by identifier, by name, or by a text that it holds.
    public func find(_ name: String, where fits: (Element) -> Bool = { _ in true }) throws -> Element {
        let all = look().all.filter(fits)
        if let found = all.first(where: { $0.identifier == name }) ?? all.first(where: { $0.name == name })
            ?? all.first(where: { $0.label == name || $0.texts.contains(name) }) { return found }
        throw NotThere(description: "no “\(name)” here; there are: \(look().all.filter(fits).map { $0.identifier ?? $0.name })")
    }

    private func able(_ name: String, _ fits: (Element) -> Bool) throws -> Element {
        let found = try find(name, where: fits)
        if !found.isEnabled { throw NotThere(description: "“\(name)” is here and can't be used now") }
        return found
    }

    public func tap(_ name: String) throws {
        try able(name) { $0.tap != nil }.tap?()
        look()
    }

    /// Types over all that is in a box.
    public func type(_ text: String, into name: String) throws {
        try able(name) { $0.type != nil }.type?(text)
        look()
    }

    public func submit(_ name: String) throws {
        try able(name) { $0.submit != nil }.submit?()
        look()
    }

    public func turn(_ name: String, _ on: Bool) throws {
        try able(name) { $0.turn != nil }.turn?(on)
        look()
    }

    public func slide(_ name: String, to number: Double) throws {
        try able(name) { $0.slide != nil }.slide?(number)
        look()
    }

    public func choose(_ tag: AnyHashable, in name: String) throws {
        let taken = try able(name) { $0.choose != nil }.choose?(tag) ?? false
        if !taken { throw NotThere(description: "“\(name)” offers no \(tag)") }
        look()
    }

    public func set(_ name: String, _ day: Date) throws {
        try able(name) { $0.set != nil }.set?(day)
        look()
    }

    /// As a screen reader turns something up or down.
    public func adjust(_ name: String, _ direction: AccessibilityAdjustmentDirection) throws {
        try able(name) { $0.adjust != nil }.adjust?(direction)
        look()
    }

    /// A screen reader's own action on an element.
    public func perform(_ action: String, on name: String) throws {
        let found = try able(name) { !$0.actions.isEmpty }
        guard let one = found.actions.first(where: { $0.name == action }) else {
            throw NotThere(description: "“\(name)” has no action “\(action)”")
        }
        one.act()
        look()
    }

    public func goBack() throws {
        try able("Back") { $0.kind == .back }.tap?()
        look()
    }

    public func isEnabled(_ name: String) throws -> Bool { try find(name) { $0.isControl }.isEnabled }

    /// Lets tasks run until `over` holds.
    public func wait(_ what: String = "", until over: @MainActor () -> Bool) async throws {
        for _ in 0..<2_000 {
            look()
            if over() { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        throw NotThere(description: "it did not come to: \(what); there is: \(texts)")
    }

    /// Waits for a text.
    public func wait(for text: String) async throws { try await wait("“\(text)”") { has(text) } }
}
