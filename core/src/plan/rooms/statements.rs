//! What an unwell plan and planning ahead have more: triggers, outcomes, statements, powers of attorney.

use super::*;

rooms! {
    /// One more thing that came of a goal, beside [`Goal::OUTCOME`].
    FurtherOutcome "further_outcome" {
        /// The goal.
        goal GOAL: EntityId = 10, Last, Ordinary, "";
        /// In my words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Outcomes > Free text";
        /// Its code.
        code CODE: Coded = 12, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Outcomes > Coded value";
    }
    /// One more thing that sets an unwell plan off, beside [`Unwell::TRIGGER`].
    Trigger "trigger" {
        /// The plan it belongs to.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// In my words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "Contingency/safety plans > Trigger factors > Free text";
        /// Its code.
        code CODE: Coded = 12, KeepBoth, Ordinary, "Contingency/safety plans > Trigger factors > Coded value";
    }
    /// An advance statement: my own wishes in my words, and where the document is.
    Statement "statement" {
        /// The unwell plan it stands with, if it stands with one.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// In my words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Advance statement > Free text";
        /// Its code.
        code CODE: Coded = 12, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Advance statement > Coded value";
        /// When it was made.
        on ON: PartialDate = 13, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Date";
        /// Where it was made.
        location LOCATION: Words = 14, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Location > Free text";
        /// The code of that place.
        location_code LOCATION_CODE: Coded = 15, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Location > Coded value";
        /// Where the document is.
        place PLACE: Words = 16, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Location of document";
    }
    /// That a lasting power of attorney or a deputy exists, and where the document
    /// is. It lets nobody write here: that is [`Authority`].
    Lpa "lpa" {
        /// For what.
        sort SORT: String = 10, KeepBoth, Ordinary, "", &["health", "money"];
        /// What its record says it is.
        code CODE: Coded = 11, KeepBoth, Ordinary, "Legal information > Lasting power of attorney for health and welfare or court-appointed deputy (or equivalent) > Lasting power of attorney for health and welfare or court appointed deputy (or equivalent) > Coded value";
        /// Where the document is.
        place PLACE: Words = 12, KeepBoth, Ordinary, "Legal information > Lasting power of attorney for health and welfare or court-appointed deputy (or equivalent) > Lasting power of attorney for health and welfare or court appointed deputy (or equivalent) > Location of document";
        /// How to reach whoever was named.
        contact CONTACT: Words = 13, KeepBoth, Ordinary, "Legal information > Lasting power of attorney for health and welfare or court-appointed deputy (or equivalent) > Lasting power of attorney for health and welfare or court appointed deputy (or equivalent) > Contact details";
    }
    /// Somebody who was named attorney or deputy.
    Attorney "attorney" {
        /// The document that names them.
        lpa LPA: EntityId = 10, Last, Ordinary, "";
        /// Their name.
        name NAME: Words = 11, KeepBoth, Ordinary, "Legal information > Lasting power of attorney for health and welfare or court-appointed deputy (or equivalent) > Lasting power of attorney for health and welfare or court appointed deputy (or equivalent) > Name of LPA";
    }
    /// Somebody who was part of planning ahead.
    Involved "involved" {
        /// Their name.
        name NAME: Words = 10, KeepBoth, Ordinary, "Palliative and end of life care > Involvement in advance care planning > Person and personal contacts involved in advance care planning > Name";
        /// What part they had, in words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "Palliative and end of life care > Involvement in advance care planning > Person and personal contacts involved in advance care planning > Free text";
        /// The code of that part.
        code CODE: Coded = 12, KeepBoth, Ordinary, "Palliative and end of life care > Involvement in advance care planning > Person and personal contacts involved in advance care planning > Coded value";
        /// Who they are to me, as a record has it.
        relationship RELATIONSHIP: Coded = 13, KeepBoth, Ordinary, "Palliative and end of life care > Involvement in advance care planning > Person and personal contacts involved in advance care planning > Relationship";
        /// Who they are to me.
        relation RELATION: Words = 14, KeepBoth, Ordinary, "Palliative and end of life care > Involvement in advance care planning > Person and personal contacts involved in advance care planning > Relationship type";
        /// Their role, if it is their work.
        role ROLE: Coded = 15, KeepBoth, Ordinary, "Palliative and end of life care > Involvement in advance care planning > Person and personal contacts involved in advance care planning > Role";
    }
    /// Where I would like to die.
    LastPlace "last_place" {
        /// The place.
        place PLACE: Words = 10, KeepBoth, Ordinary, "Palliative and end of life care > Preferred place of death > Preferred place of death > Name of the place";
        /// What sort of place, in words.
        sort SORT: Words = 11, KeepBoth, Ordinary, "Palliative and end of life care > Preferred place of death > Preferred place of death > Type of Place > Free text";
        /// The code of that sort.
        sort_code SORT_CODE: Coded = 12, KeepBoth, Ordinary, "Palliative and end of life care > Preferred place of death > Preferred place of death > Type of Place > Coded value";
    }
}
