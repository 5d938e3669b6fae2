//! Own readings: what the person measured, as they typed it. There is no field
//! for what it should be.

use super::*;

rooms! {
    /// Something I measured myself.
    Reading "reading" {
        /// What was measured.
        what WHAT: String = 10, KeepBoth, Ordinary, "", &["peak_flow", "blood_pressure", "weight", "glucose", "oxygen", "pain", "other"];
        /// Its name, where it is another thing.
        other OTHER: Words = 11, KeepBoth, Ordinary, "";
        /// The number, as typed.
        value VALUE: Number = 12, KeepBoth, Ordinary, "";
        /// The second number, as typed: the bottom one of a blood pressure.
        second SECOND: Number = 13, KeepBoth, Ordinary, "";
        /// Its unit, as written; never filled in by Hearth.
        unit UNIT: Words = 14, KeepBoth, Ordinary, "";
        /// When it was measured.
        at AT: Instant = 15, KeepBoth, Ordinary, "";
        /// Worth knowing.
        note NOTE: Words = 16, KeepBoth, Ordinary, "";
    }
}
