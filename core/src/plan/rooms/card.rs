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
        words WORDS: Words = 10, KeepBoth, Ordinary, "Problem list > Problem list record entry > Problem > Free text";
        /// Since.
        since SINCE: PartialDate = 11, KeepBoth, Ordinary, "Problem list > Problem list record entry > Onset date";
        /// Its code.
        code CODE: Coded = 40, KeepBoth, Ordinary, "Problem list > Problem list record entry > Problem > Coded value";
        /// Until.
        until UNTIL: PartialDate = 41, KeepBoth, Ordinary, "Problem list > Problem list record entry > End Date";
        /// Worth knowing.
        comments COMMENTS: Words = 42, KeepBoth, Ordinary, "Problem list > Problem list record entry > Comment";
    }
    /// An allergy.
    Allergy "allergy" {
        /// To what.
        what WHAT: Words = 10, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Causative agent > Free text";
        /// What happened.
        reaction REACTION: Words = 11, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Reaction details cluster > Description of reaction > Free text";
        /// When.
        since SINCE: PartialDate = 12, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Date first experienced";
        /// The code of what to.
        what_code WHAT_CODE: Coded = 40, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Causative agent > Coded value";
        /// What sort of reaction.
        sort SORT: Coded = 41, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Type of reaction";
        /// The code of what happened.
        reaction_code REACTION_CODE: Coded = 42, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Reaction details cluster > Description of reaction > Coded value";
        /// How bad it was.
        severity SEVERITY: Words = 43, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Reaction details cluster > Severity > Free text";
        /// The code of how bad it was.
        severity_code SEVERITY_CODE: Coded = 44, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Reaction details cluster > Severity > Coded value";
        /// When that reaction was.
        reaction_on REACTION_ON: PartialDate = 45, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Reaction details cluster > Onset date";
        /// More about that reaction.
        reaction_comments REACTION_COMMENTS: Words = 46, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Reaction details cluster > Comment";
        /// When it ended.
        until UNTIL: PartialDate = 47, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Allergy end date";
        /// Worth knowing.
        comments COMMENTS: Words = 48, KeepBoth, Ordinary, "Allergies and adverse reactions > Allergies and adverse reactions record entry > Comment";
    }
    /// A key medicine, in the words the person keeps it by.
    Medicine "medicine" {
        /// What it is, as written on the box or by the person.
        words WORDS: Words = 10, KeepBoth, Ordinary, "Medications and medical devices > Medication item entry > Medication item cluster > Medication name > Free text";
        /// What it is for.
        why WHY: Words = 11, KeepBoth, Ordinary, "Medications and medical devices > Medication item entry > Medication item cluster > Course details cluster > Indication";
        /// Its code.
        code CODE: Coded = 40, KeepBoth, Ordinary, "Medications and medical devices > Medication item entry > Medication item cluster > Medication name > Coded value";
    }
    /// That a form exists, its date and where it is: never what it decides.
    Form "form" {
        /// Which form.
        form FORM: String = 10, KeepBoth, Ordinary, "", &["respect", "adrt", "lpa", "advance_statement", "other"];
        /// Its name, where it is another.
        name NAME: Words = 11, KeepBoth, Ordinary, "Care and support plan > Other care planning documents";
        /// Its date.
        dated DATED: PartialDate = 12, KeepBoth, Ordinary, "";
        /// Where the original is.
        place PLACE: Words = 13, KeepBoth, Ordinary, "Legal information > Advance decision to refuse treatment (ADRT) > Advance decision to refuse treatment > Location of document";
    }
}
