//! Support: what there is near me, what I asked for, and a personal health budget.

use super::*;

/// What the menu offers, by name. A name is for ever; its words are in the files
/// of each language. Sources: the menus of options of the Year of Care workshop
/// (seed `003_e56b2922d8428643.txt`), information prescriptions, pulmonary
/// rehabilitation and helplines (seed `000_1a49a51d4c0b00b3.txt`), coaching, peer
/// support and social prescribing (seed `001_dcd4881d7f7d7b4c.txt`).
pub const MENU: &[&str] = &[
    "patient_education",
    "information_prescription",
    "weight",
    "health_trainer",
    "stop_smoking",
    "exercise",
    "pulmonary_rehabilitation",
    "coaching",
    "community",
    "helpline",
    "telehealth",
    "arts",
    "social_prescribing",
    "problem_solving",
    "case_management",
    "team_assessment",
    "housing",
    "home_care",
    "reablement",
    "befriending",
    "falls_group",
    "telecare",
    "residential_care",
    "coordination",
    "advance_planning",
    "end_of_life_care",
];

/// How many of [`MENU`] are for managing by oneself; the rest are for when more
/// help is needed.
pub const MENU_FOR_MYSELF: usize = 14;

rooms! {
    /// Support near me: from the practice, or typed.
    SupportEntry "support" {
        /// Its name.
        name NAME: Words = 10, KeepBoth, Ordinary, "";
        /// What it is.
        about ABOUT: Words = 11, KeepBoth, Ordinary, "";
        /// How to reach it.
        contact CONTACT: Words = 12, KeepBoth, Ordinary, "";
    }
    /// Support that was asked for.
    Request "request" {
        /// What of the menu.
        item ITEM: String = 10, KeepBoth, Ordinary, "", MENU;
        /// What of the support near me.
        entry ENTRY: EntityId = 11, KeepBoth, Ordinary, "";
        /// What, in my words.
        words WORDS: Words = 12, KeepBoth, Ordinary, "";
        /// Of whom it was asked.
        of OF: Words = 13, KeepBoth, Ordinary, "";
        /// Asked on.
        on ON: PartialDate = 14, KeepBoth, Ordinary, "";
        /// How it stands.
        state STATE: String = 15, KeepBoth, Ordinary, "", &["asked", "begun", "not_available", "no_longer_needed"];
        /// The promise that was made of it.
        promise PROMISE: EntityId = 16, KeepBoth, Ordinary, "";
        /// What came of it.
        note NOTE: Words = 17, KeepBoth, Ordinary, "";
    }
    /// A personal health budget, noted.
    Budget "budget" {
        /// The amount, as written.
        amount AMOUNT: Words = 10, KeepBoth, Ordinary, "";
        /// What it is for.
        for_what FOR_WHAT: Words = 11, KeepBoth, Ordinary, "";
        /// When to look at it again.
        review REVIEW: PartialDate = 12, KeepBoth, Ordinary, "";
        /// Who looks at it again with me.
        review_by REVIEW_BY: Words = 13, KeepBoth, Ordinary, "";
    }
}
