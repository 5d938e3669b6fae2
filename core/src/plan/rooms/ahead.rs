//! Looking ahead: what I would like, kept apart from copies of what clinicians
//! decided.

use super::*;

rooms! {
    /// Looking ahead: what I would like, and not like. Never an order.
    Preference "preference" {
        /// What it is about.
        sort SORT: String = 10, KeepBoth, Ordinary, "", &["place", "want", "not_want", "other"];
        /// In my words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "";
        /// The day I said so.
        dated DATED: PartialDate = 12, KeepBoth, Ordinary, "";
    }
    /// The copy of a clinical decision: its original is somewhere else, and is
    /// what counts. What it says is written once; a newer copy is an entry of
    /// its own.
    ClinicalCopy "copy" {
        /// What it is a copy of.
        what WHAT: Words = 10, KeepBoth, Copied, "";
        /// The words as they stand on the document.
        words WORDS: Words = 11, KeepBoth, Copied, "";
        /// The document's date.
        dated DATED: PartialDate = 12, KeepBoth, Copied, "";
        /// Who wrote the document.
        source SOURCE: Words = 13, KeepBoth, Copied, "";
        /// Where the original is.
        original ORIGINAL: Words = 14, KeepBoth, Copied, "";
        /// The older copy that this one replaces.
        replaces REPLACES: EntityId = 15, KeepBoth, Copied, "";
    }
}

impl ClinicalCopy {
    /// What is as it stands on the document, so that nobody edits it: all but
    /// where the original is kept, which can change.
    pub const WRITTEN_ONCE: [Field; 5] = [Self::WHAT, Self::WORDS, Self::DATED, Self::SOURCE, Self::REPLACES];
}
