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
        /// My first name.
        first_name FIRST_NAME: Words = 40, KeepBoth, Ordinary, "Person demographics > Person name > Person first name";
        /// My family name.
        family_name FAMILY_NAME: Words = 41, KeepBoth, Ordinary, "Person demographics > Person name > Person family name";
        /// My title.
        title TITLE: Words = 42, KeepBoth, Ordinary, "Person demographics > Person name > Title";
        /// What stands after my name.
        suffix SUFFIX: Words = 43, KeepBoth, Ordinary, "Person demographics > Person name > Person name suffix";
        /// My gender, as I say it.
        gender GENDER: Words = 44, KeepBoth, Ordinary, "Person demographics > Gender";
        /// My sex, as my records have it.
        sex SEX: Words = 45, KeepBoth, Ordinary, "Person demographics > Sex";
        /// My ethnicity.
        ethnicity ETHNICITY: Words = 46, KeepBoth, Ordinary, "Person demographics > Ethnicity";
        /// My religion or belief.
        religion RELIGION: Coded = 47, KeepBoth, Ordinary, "Person demographics > Religion";
        /// Where I was born.
        place_of_birth PLACE_OF_BIRTH: Words = 48, KeepBoth, Ordinary, "Person demographics > Place of birth";
        /// Married, single, or how I put it.
        marital_status MARITAL_STATUS: Words = 49, KeepBoth, Ordinary, "Person demographics > Marital status";
        /// How I would rather be reached.
        preferred_contact PREFERRED_CONTACT: Words = 50, KeepBoth, Ordinary, "Person demographics > Person's contact details > Preferred contact method";
        /// Whether my NHS number was checked, as a record says it.
        nhs_number_status NHS_NUMBER_STATUS: Words = 51, KeepBoth, Ordinary, "Person demographics > NHS number status indicator";
        /// Whether I want to give organs and tissue after my death.
        organ_donation ORGAN_DONATION: bool = 52, KeepBoth, Ordinary, "Person demographics > Organ and tissue donation";
        /// What sort of home I live in.
        accommodation ACCOMMODATION: Words = 53, KeepBoth, Ordinary, "Social context > Accommodation status > Accommodation status > Free text";
        /// The code of that.
        accommodation_code ACCOMMODATION_CODE: Coded = 54, KeepBoth, Ordinary, "Social context > Accommodation status > Accommodation status > Coded value";
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
        /// Where a film, a recording or pictures about me are.
        media_location MEDIA_LOCATION: Words = 40, KeepBoth, Ordinary, "About me > Location to multimedia file";
    }
}
