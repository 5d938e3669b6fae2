//! What a record says of the plan: its dates, where and by whom it was written, other plans.

use super::*;

rooms! {
    /// How things came to be as they are, as somebody who works with me put it.
    Formulation "formulation" {
        /// In their words.
        words WORDS: Words = 10, KeepBoth, Ordinary, "Formulation > Formulation record entry > Formulation";
        /// When.
        on ON: PartialDate = 11, KeepBoth, Ordinary, "Formulation > Formulation record entry > Date";
        /// Where.
        location LOCATION: Words = 12, KeepBoth, Ordinary, "Formulation > Formulation record entry > Location > Free text";
        /// The code of that place.
        location_code LOCATION_CODE: Coded = 13, KeepBoth, Ordinary, "Formulation > Formulation record entry > Location > Coded value";
    }
    /// Who did or wrote down something, as its record names them.
    Recorder "recorder" {
        /// What they did or wrote down.
        of OF: EntityId = 10, Last, Ordinary, "";
        /// Their part in it.
        part PART: String = 11, KeepBoth, Ordinary, "", &["performed", "completed", "reviews"];
        /// Their name.
        name NAME: Words = 12, KeepBoth, Ordinary, "Formulation > Formulation record entry > Performing professional > Name";
        /// Their role.
        role ROLE: Coded = 13, KeepBoth, Ordinary, "Formulation > Formulation record entry > Performing professional > Role";
        /// Their grade.
        grade GRADE: Words = 14, KeepBoth, Ordinary, "Formulation > Formulation record entry > Performing professional > Grade";
        /// Their speciality.
        speciality SPECIALITY: Words = 15, KeepBoth, Ordinary, "Formulation > Formulation record entry > Performing professional > Speciality";
        /// Their professional number.
        identifier IDENTIFIER: Words = 16, KeepBoth, Ordinary, "Formulation > Formulation record entry > Performing professional > Professional identifier";
        /// Where they work.
        organisation ORGANISATION: Words = 17, KeepBoth, Ordinary, "Formulation > Formulation record entry > Performing professional > Organisation > Free text";
        /// The code of where they work.
        organisation_code ORGANISATION_CODE: Coded = 18, KeepBoth, Ordinary, "Formulation > Formulation record entry > Performing professional > Organisation > Coded value";
        /// How to reach them.
        contact CONTACT: Words = 19, KeepBoth, Ordinary, "Formulation > Formulation record entry > Performing professional > Contact details";
        /// When they completed it.
        completed COMPLETED: PartialDate = 20, KeepBoth, Ordinary, "Formulation > Formulation record entry > Person completing record > Date completed";
    }
    /// Another plan that supports me.
    SupportPlan "support_plan" {
        /// What sort of plan.
        sort SORT: String = 10, KeepBoth, Ordinary, "", &["additional", "end_of_life"];
        /// Its name.
        name NAME: Words = 11, KeepBoth, Ordinary, "Additional support plans > Additional support plan name > Free text";
        /// The code of its name.
        name_code NAME_CODE: Coded = 12, KeepBoth, Ordinary, "Additional support plans > Additional support plan name > Coded value";
        /// What it says.
        content CONTENT: Words = 13, KeepBoth, Ordinary, "Additional support plans > Additional support plan content";
        /// When to look at it again.
        review REVIEW: PartialDate = 14, KeepBoth, Ordinary, "Additional support plans > Planned review date/interval";
        /// How often to look at it again, in words.
        review_interval REVIEW_INTERVAL: Words = 15, KeepBoth, Ordinary, "Additional support plans > Planned review date/interval";
        /// Who looks at it again with me.
        review_by REVIEW_BY: Words = 16, KeepBoth, Ordinary, "Additional support plans > Responsibility for review > Name";
        /// Their role.
        review_role REVIEW_ROLE: Coded = 17, KeepBoth, Ordinary, "Additional support plans > Responsibility for review > Role";
        /// How to reach them.
        review_contact REVIEW_CONTACT: Words = 18, KeepBoth, Ordinary, "Additional support plans > Responsibility for review > Contact details";
        /// When it was last updated, as its record says.
        updated UPDATED: PartialDate = 19, KeepBoth, Ordinary, "Additional support plans > Date this plan was last updated";
        /// Where it was written.
        location LOCATION: Words = 20, KeepBoth, Ordinary, "Additional support plans > Location > Free text";
        /// The code of that place.
        location_code LOCATION_CODE: Coded = 21, KeepBoth, Ordinary, "Additional support plans > Location > Coded value";
    }
    /// What a record says of the plan as a whole.
    PlanRecord "plan_record" {
        /// Who pays for the care.
        funding FUNDING: Words = 10, KeepBoth, Ordinary, "Care and support plan > Care funding source > Free text";
        /// The code of who pays.
        funding_code FUNDING_CODE: Coded = 11, KeepBoth, Ordinary, "Care and support plan > Care funding source > Coded value";
        /// When the plan was last updated, as its record says.
        updated UPDATED: PartialDate = 12, KeepBoth, Ordinary, "Care and support plan > Date this plan was last updated";
        /// When to look at it again.
        review REVIEW: PartialDate = 13, KeepBoth, Ordinary, "Care and support plan > Planned review date/interval";
        /// How often to look at it again, in words.
        review_interval REVIEW_INTERVAL: Words = 14, KeepBoth, Ordinary, "Care and support plan > Planned review date/interval";
        /// Who looks at it again with me.
        review_by REVIEW_BY: Words = 15, KeepBoth, Ordinary, "Care and support plan > Responsibility for review > Name";
        /// Their role.
        review_role REVIEW_ROLE: Coded = 16, KeepBoth, Ordinary, "Care and support plan > Responsibility for review > Role";
        /// How to reach them.
        review_contact REVIEW_CONTACT: Words = 17, KeepBoth, Ordinary, "Care and support plan > Responsibility for review > Contact details";
        /// Where it was written.
        location LOCATION: Words = 18, KeepBoth, Ordinary, "Care and support plan > Location > Free text";
        /// The code of that place.
        location_code LOCATION_CODE: Coded = 19, KeepBoth, Ordinary, "Care and support plan > Location > Coded value";
    }
}
