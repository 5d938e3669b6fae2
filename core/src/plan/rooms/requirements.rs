//! What others need to know of me or do for me, as services ask for it.

use super::*;

rooms! {
    /// Something that I need others to know of or to do: an adjustment, an
    /// impairment, how I move, a support with money.
    Requirement "requirement" {
        /// What sort.
        sort SORT: String = 10, KeepBoth, Ordinary, "", &["adjustment", "impairment", "cognition", "mobility", "other", "money"];
        /// In my words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "Individual requirements > Reasonable adjustment > Reasonable adjustment record entry > Reasonable adjustment > Free text";
        /// Its code.
        code CODE: Coded = 12, KeepBoth, Ordinary, "Individual requirements > Reasonable adjustment > Reasonable adjustment record entry > Reasonable adjustment > Coded value";
        /// More about it.
        detail DETAIL: Words = 13, KeepBoth, Ordinary, "Individual requirements > Reasonable adjustment > Reasonable adjustment record entry > Reasonable adjustment additional detail";
    }
}
