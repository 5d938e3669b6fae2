//! Decisions: a choice to make, what it is between, what matters to me about
//! each, and what I decided. "Not now" is an answer.

use super::*;

rooms! {
    /// A choice to make, and what was decided.
    Decision "decision" {
        /// The choice, in my words.
        what WHAT: Words = 10, KeepBoth, Ordinary, "";
        /// How it stands.
        state STATE: String = 11, KeepBoth, Ordinary, "", &["open", "decided", "not_now"];
        /// Which of the options it is, where it is one of them.
        option OPTION: EntityId = 12, KeepBoth, Ordinary, "";
        /// What I decided, in my words.
        chosen CHOSEN: Words = 13, KeepBoth, Ordinary, "";
        /// Why.
        why WHY: Words = 14, KeepBoth, Ordinary, "";
        /// Who was with me.
        with WITH: Words = 15, KeepBoth, Ordinary, "";
        /// On.
        on ON: PartialDate = 16, KeepBoth, Ordinary, "";
    }
    /// One of the things a choice is between.
    ChoiceOption "option" {
        /// The choice it belongs to.
        decision DECISION: EntityId = 10, Last, Ordinary, "";
        /// What it is, in words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "";
        /// What sort of thing it is.
        sort SORT: String = 12, KeepBoth, Ordinary, "", &["treatment", "care", "support"];
    }
    /// What matters to me about an option.
    Consideration "consideration" {
        /// The option it is about.
        option OPTION: EntityId = 10, Last, Ordinary, "";
        /// Whether it speaks for the option, to me.
        side SIDE: String = 11, KeepBoth, Ordinary, "", &["for", "against", "neither"];
        /// In my words.
        words WORDS: Words = 12, KeepBoth, Ordinary, "";
    }
}
