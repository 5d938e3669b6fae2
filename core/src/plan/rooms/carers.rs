//! What those who care for me need themselves.

use super::*;

rooms! {
    /// What somebody who cares for me needs themselves: "help for your carer".
    CarerNeed "carer_need" {
        /// Whose need it is, in People.
        whose WHOSE: EntityId = 10, KeepBoth, Ordinary, "";
        /// In their words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "";
        /// The support they asked for.
        asked ASKED: Words = 12, KeepBoth, Ordinary, "";
        /// The day they said so.
        on ON: PartialDate = 13, KeepBoth, Ordinary, "";
    }
}
