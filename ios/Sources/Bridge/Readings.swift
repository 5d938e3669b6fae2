// Readings, results and how they went over time.

import Foundation
import HearthCore

/// Readings, results and how they went over time: the calls.
public protocol ReadingsCalls: Sendable {
    /// Keeps a reading as it was typed.
    func addReading(reading: NewReading, by: Writer) async throws -> String

    /// Adds a result the person typed: their number, their unit, their day.
    func addResult(name: String, value: String, unit: String, on: String, by: Writer) async throws -> String

    /// Reads one FHIR R4 Observation and keeps it as `source`'s.
    func importObservation(json: Data, source: String) async throws -> String

    /// A picture over time, with the same in words.
    func overTime(of: OverTime) async throws -> OverTimePicture

    /// Every reading, newest first.
    func readings() async throws -> [Reading]

    /// Every result that stands alone, oldest first, with its parts.
    func results() async throws -> [TestResult]
}

extension ReadingsCalls {
    public func addReading(reading: NewReading) async throws -> String {
        try await addReading(reading: reading, by: .person)
    }

    public func addResult(name: String, value: String, unit: String, on: String) async throws -> String {
        try await addResult(name: name, value: value, unit: unit, on: on, by: .person)
    }
}

extension CorePlan: ReadingsCalls {
    func addReading(reading: NewReading, by: Writer) async throws -> String {
        try await ask { try $0.addReading(reading: reading.core(), by: by.core()) }
    }

    func addResult(name: String, value: String, unit: String, on: String, by: Writer) async throws -> String {
        try await ask { try $0.addResult(name: name, value: value, unit: unit, on: on, by: by.core()) }
    }

    func importObservation(json: Data, source: String) async throws -> String {
        try await ask { try $0.importObservation(json: json, source: source) }
    }

    func overTime(of: OverTime) async throws -> OverTimePicture {
        try await ask { try $0.overTime(of: of.core()).own() }
    }

    func readings() async throws -> [Reading] {
        try await ask { try $0.readings().own() }
    }

    func results() async throws -> [TestResult] {
        try await ask { try $0.results().own() }
    }
}
