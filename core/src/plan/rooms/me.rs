//! Who I am, and about me, in my words.

use super::*;

rooms! {
    /// Who the plan is about. Only a name to call them is needed.
    Me "me" {
        /// What to call me.
        call_me CALL_ME: Words = 10, KeepBoth, Ordinary, "Person demographics > Person name > Person preferred name";
        /// My whole name.
        name NAME: Words = 11, KeepBoth, Ordinary, "Person demographics > Person name > Person full name";
        /// Born on.
        born BORN: PartialDate = 12, KeepBoth, Ordinary, "Person demographics > Date of birth";
        /// My NHS number, as I typed it.
        nhs_number NHS_NUMBER: Words = 13, KeepBoth, Ordinary, "Person demographics > NHS number";
        /// My language.
        language LANGUAGE: Words = 14, KeepBoth, Ordinary, "";
    }
    /// About me, in my words (PRSB About Me 2.01).
    AboutMe "about" {
        /// What is most important to me.
        important IMPORTANT: Words = 10, KeepBoth, Ordinary, "About me > What is most important to me > What is most important to me";
        /// People who are important to me.
        people PEOPLE: Words = 11, KeepBoth, Ordinary, "About me > People who are important to me > People who are important to me";
        /// How I communicate and how to communicate with me.
        communicate COMMUNICATE: Words = 12, KeepBoth, Ordinary, "About me > How I communicate and how to communicate with me > How I communicate and how to communicate with me";
        /// Reasonable adjustments.
        adjustments ADJUSTMENTS: Words = 13, KeepBoth, Ordinary, "";
        /// My wellness.
        wellness WELLNESS: Words = 14, KeepBoth, Ordinary, "About me > My wellness > My wellness";
        /// Values and experiences worth knowing.
        values VALUES: Words = 15, KeepBoth, Ordinary, "";
        /// Please do and please don't.
        please PLEASE: Words = 16, KeepBoth, Ordinary, "About me > Please do and please don't > Please do and please don't";
        /// How and when to support me.
        support SUPPORT: Words = 17, KeepBoth, Ordinary, "About me > How and when to support me > How and when to support me";
        /// Also worth knowing about me.
        also ALSO: Words = 18, KeepBoth, Ordinary, "About me > Also worth knowing about me > Also worth knowing about me";
        /// The date it was written.
        on ON: PartialDate = 19, KeepBoth, Ordinary, "About me > Date";
        /// Who helped me write it.
        helped_by HELPED_BY: Words = 20, KeepBoth, Ordinary, "About me > Supported to write this by";
    }
}
