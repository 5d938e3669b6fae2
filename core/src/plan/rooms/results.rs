//! Results: what was measured, as it was written.

use super::*;

rooms! {
    /// A result: a number or words, measured once, from one place.
    Outcome "result" {
        /// What was measured, in the words of whoever wrote it: a sender's own where it was sent. A
        /// plain name in the reader's language is found by the code, when it is drawn.
        name NAME: Words = 10, KeepBoth, Ordinary, "";
        /// Its code (LOINC or SNOMED CT), `system|code`, where one came with it.
        code CODE: Words = 11, KeepBoth, Ordinary, "";
        /// The number, as written.
        value VALUE: Number = 12, KeepBoth, Ordinary, "";
        /// Its unit, as written.
        unit UNIT: Words = 13, KeepBoth, Ordinary, "";
        /// The result, where it is words.
        words WORDS: Words = 14, KeepBoth, Ordinary, "";
        /// The day it was measured.
        on ON: PartialDate = 15, KeepBoth, Ordinary, "";
        /// Where it came from.
        source SOURCE: Words = 16, KeepBoth, Ordinary, "";
        /// The result this is one part of (the upper and lower blood pressure).
        part_of PART_OF: EntityId = 17, Last, Ordinary, "";
        /// Its source says not to use it: entered in error, or the test was not finished.
        withdrawn WITHDRAWN: bool = 18, OnWins, Ordinary, "";
        /// The sign before the number, where the true one is below or above it.
        sign SIGN: String = 19, KeepBoth, Ordinary, "", &["<", "≤", "≥", ">"];
        /// What its source says of how far it can be counted on.
        standing STANDING: String = 20, KeepBoth, Ordinary, "", &["preliminary", "changed", "cancelled", "entered_in_error", "status_unknown"];
        /// The laboratory's own words about it, its range among them.
        lab_words LAB_WORDS: Words = 21, KeepBoth, Ordinary, "";
        /// Why there is no value, in the sender's words.
        absent ABSENT: Words = 22, KeepBoth, Ordinary, "";
        /// What was found, where that is neither a number nor anybody's words: a plain yes or no, a
        /// value of a kind that can't be shown yet, or no value and no reason.
        found FOUND: String = 23, KeepBoth, Ordinary, "", &["yes", "no", "not_shown", "not_given"];
        /// Its other codes, `system|code`, one a line: two may name one thing in two ways.
        codes CODES: Words = 24, KeepBoth, Ordinary, "";
    }
}
