//! The emergency card, and what of the plan may stand on it.

use super::*;

rooms! {
    /// The emergency card: what of the plan is switched on for a stranger.
    Card "card" {
        /// Show my whole name.
        show_name SHOW_NAME: bool = 10, OffWins, Own, "";
        /// Show my date of birth.
        show_born SHOW_BORN: bool = 11, OffWins, Own, "";
        /// Show my photo.
        show_photo SHOW_PHOTO: bool = 12, OffWins, Own, "";
        /// Show how to communicate with me.
        show_communicate SHOW_COMMUNICATE: bool = 13, OffWins, Own, "";
        /// If I am very unwell.
        very_unwell VERY_UNWELL: Words = 14, KeepBoth, Ordinary, "";
        /// When my key medicines were last checked.
        medicines_checked MEDICINES_CHECKED: PartialDate = 15, KeepBoth, Ordinary, "";
        /// The order of the medicines.
        medicines MEDICINES: Vec<EntityId> = 16, KeepBoth, Ordinary, "";
    }
    /// A condition I live with.
    Condition "condition" {
        /// In my words.
        words WORDS: Words = 10, KeepBoth, Ordinary, "";
        /// Since.
        since SINCE: PartialDate = 11, KeepBoth, Ordinary, "";
    }
    /// An allergy.
    Allergy "allergy" {
        /// To what.
        what WHAT: Words = 10, KeepBoth, Ordinary, "";
        /// What happened.
        reaction REACTION: Words = 11, KeepBoth, Ordinary, "";
        /// When.
        since SINCE: PartialDate = 12, KeepBoth, Ordinary, "";
    }
    /// A key medicine, in the words the person keeps it by.
    Medicine "medicine" {
        /// What it is, as written on the box or by the person.
        words WORDS: Words = 10, KeepBoth, Ordinary, "";
        /// What it is for.
        why WHY: Words = 11, KeepBoth, Ordinary, "";
    }
    /// That a form exists, its date and where it is: never what it decides.
    Form "form" {
        /// Which form.
        form FORM: String = 10, KeepBoth, Ordinary, "", &["respect", "adrt", "lpa", "advance_statement", "other"];
        /// Its name, where it is another.
        name NAME: Words = 11, KeepBoth, Ordinary, "Care and support plan > Other care planning documents";
        /// Its date.
        dated DATED: PartialDate = 12, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Date";
        /// Where the original is.
        place PLACE: Words = 13, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Location of document";
    }
}
