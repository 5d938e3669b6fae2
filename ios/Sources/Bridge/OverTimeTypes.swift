// Readings, results and how they went over time: what is drawn.

import Foundation
import HearthCore

/// A result, ready to draw.
public struct TestResult: Sendable, Equatable, Hashable, Identifiable {
    /// Names it.
    public var id: String
    /// What was measured.
    public var name: Field
    /// The number as written, or the words, or why there is none.
    public var value: Field
    /// "<", "≤", "≥", ">" before the number, or "". Where two versions stand it
    /// is in the text of each.
    public var sign: String
    /// Its unit as written.
    public var unit: Field
    /// The day it was measured.
    public var on: Field
    /// Where it came from.
    public var source: Field
    /// Its source says not to use it.
    public var withdrawn: Bool
    /// What must stand beside it: an early result, changed, sent by mistake.
    public var standing: [String]
    /// The laboratory's own words, shown as the laboratory's.
    public var labWords: String?
    /// Its parts (the upper and lower blood pressure).
    public var parts: [TestResult]

    public init(
        id: String,
        name: Field,
        value: Field,
        sign: String,
        unit: Field,
        on: Field,
        source: Field,
        withdrawn: Bool,
        standing: [String],
        labWords: String? = nil,
        parts: [TestResult]
    ) {
        self.id = id
        self.name = name
        self.value = value
        self.sign = sign
        self.unit = unit
        self.on = on
        self.source = source
        self.withdrawn = withdrawn
        self.standing = standing
        self.labWords = labWords
        self.parts = parts
    }
}

extension HearthCore.ResultView: Crossing {
    func own() -> TestResult {
        TestResult(
            id: id,
            name: name.own(),
            value: value.own(),
            sign: sign,
            unit: unit.own(),
            on: on.own(),
            source: source.own(),
            withdrawn: withdrawn,
            standing: standing,
            labWords: labWords,
            parts: parts.own()
        )
    }
}
