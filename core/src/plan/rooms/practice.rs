//! Which practice the plan is, or was, in step with.

use super::*;

rooms! {
    /// That a phone was linked with a practice. What opens the door is not here:
    /// that stays on the phone that has it.
    PracticeLink "practice_link" {
        /// Its address.
        base BASE: Words = 10, KeepBoth, Own, "";
        /// What the person calls it.
        name NAME: Words = 11, KeepBoth, Own, "";
        /// Since when.
        since SINCE: Instant = 12, KeepBoth, Own, "";
        /// Ended; ended on one phone and not on another, ended wins.
        ended ENDED: Instant = 13, SetWins, Own, "";
    }
}
