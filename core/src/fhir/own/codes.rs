//! The codes of Hearth's own code systems, with what each says in English (FHIR's `display`).

#[cfg(doc)]
use super::{ANSWER, ENTRY, MRC, SUPPORT, ZONE};

/// The codes of [`ENTRY`], with what each says.
pub const ENTRIES: &[(&str, &str)] = &[
    (entry::PLAN, "The plan that the person holds"),
    (entry::STRENGTH, "Something the person is good at or can count on"),
    (entry::ACTION, "What the person is going to do"),
    (entry::STAGE, "A manageable step on the way"),
    (entry::CHECK_IN, "How it went"),
    (entry::CONFIDENCE_NOW, "How confident the person is now, 1 to 10"),
    (entry::PROMISE, "Something somebody said they would organise"),
    (entry::AGREEMENT, "That something was agreed, as recorded by the patient"),
    (entry::AGREED_ROLE, "The role of who agreed"),
    (entry::UNWELL, "What to do when the person is unwell"),
    (entry::SIGN, "Early warning sign"),
    (entry::STEP, "What to do"),
    (entry::COPING, "Way of coping"),
    (entry::KEPT, "Medicine or thing kept for when the person is unwell"),
    (entry::CALL, "Whom to call"),
    (entry::USE, "The plan for when the person is unwell was used. Nobody was alerted by this."),
    (entry::ADJUSTMENTS, "Reasonable adjustments"),
    (entry::VALUES, "Values and experiences worth knowing"),
    (entry::PREFERENCE_UNSAID, "What the person would like later"),
    (entry::PREFERENCE_PLACE, "Where the person would like to be cared for. Not an order."),
    (entry::PREFERENCE_WANT, "What the person would want. Not an order."),
    (entry::PREFERENCE_NOT_WANT, "What the person would NOT want. Not an order."),
    (entry::PREFERENCE, "What else matters to the person for later. Not an order."),
    (entry::READING_UNSAID, "Something the person measured"),
    (entry::READING, "Another thing the person measured"),
    (entry::READING_PEAK_FLOW, "Peak flow, measured by the person"),
    (entry::READING_BLOOD_PRESSURE, "Blood pressure, measured by the person"),
    (entry::READING_WEIGHT, "Weight, measured by the person"),
    (entry::READING_GLUCOSE, "Blood glucose, measured by the person"),
    (entry::READING_OXYGEN, "Oxygen saturation, measured by the person"),
    (entry::READING_PAIN, "Pain, measured by the person"),
    (entry::SECOND_NUMBER, "The second number of the reading: the lower one of a blood pressure"),
    (entry::LAST_PLACE, "Where the person would like to die. Not an order."),
    (entry::SORT_OF_PLACE, "What sort of place it is"),
    (entry::MADE_AT, "Where it was made"),
    (entry::DOCUMENT_IS_AT, "Where the document is"),
    (entry::NEEDS_UNSAID, "Something the person needs others to know of or to do"),
    (entry::NEEDS_ADJUSTMENT, "A reasonable adjustment the person needs"),
    (entry::NEEDS_IMPAIRMENT, "An impairment the person has"),
    (entry::NEEDS_COGNITION, "How the person thinks and understands"),
    (entry::NEEDS_MOBILITY, "How the person moves"),
    (entry::NEEDS_MONEY, "A support with money"),
    (entry::NEEDS_OTHER, "Something else the person needs others to know of or to do"),
    (entry::REQUEST, "Support that the person asked for"),
];

/// The codes of [`ENTRY`].
pub mod entry {
    /// The plan that the person holds.
    pub const PLAN: &str = "plan";
    /// Something the person is good at or can count on.
    pub const STRENGTH: &str = "strength";
    /// What the person is going to do.
    pub const ACTION: &str = "action";
    /// A manageable step on the way.
    pub const STAGE: &str = "stage";
    /// How it went.
    pub const CHECK_IN: &str = "check-in";
    /// How confident the person is now, 1 to 10.
    pub const CONFIDENCE_NOW: &str = "confidence";
    /// Something somebody said they would organise.
    pub const PROMISE: &str = "promise";
    /// That something was agreed, as recorded by the patient.
    pub const AGREEMENT: &str = "agreement";
    /// The role of who agreed.
    pub const AGREED_ROLE: &str = "agreed-role";
    /// What to do when the person is unwell.
    pub const UNWELL: &str = "unwell";
    /// Early warning sign.
    pub const SIGN: &str = "sign";
    /// What to do.
    pub const STEP: &str = "step";
    /// Way of coping.
    pub const COPING: &str = "coping";
    /// Medicine or thing kept for when the person is unwell.
    pub const KEPT: &str = "kept";
    /// Whom to call.
    pub const CALL: &str = "call";
    /// The plan for when the person is unwell was used. Nobody was alerted by this.
    pub const USE: &str = "use";
    /// Reasonable adjustments.
    pub const ADJUSTMENTS: &str = "adjustments";
    /// Values and experiences worth knowing.
    pub const VALUES: &str = "values";
    /// What the person would like later.
    pub const PREFERENCE_UNSAID: &str = "preference-unsaid";
    /// Where the person would like to be cared for. Not an order.
    pub const PREFERENCE_PLACE: &str = "preference-place";
    /// What the person would want. Not an order.
    pub const PREFERENCE_WANT: &str = "preference-want";
    /// What the person would NOT want. Not an order.
    pub const PREFERENCE_NOT_WANT: &str = "preference-not-want";
    /// What else matters to the person for later. Not an order.
    pub const PREFERENCE: &str = "preference";
    /// Something the person measured.
    pub const READING_UNSAID: &str = "measured-unsaid";
    /// Another thing the person measured.
    pub const READING: &str = "measured";
    /// Peak flow, measured by the person.
    pub const READING_PEAK_FLOW: &str = "measured-peak-flow";
    /// Blood pressure, measured by the person.
    pub const READING_BLOOD_PRESSURE: &str = "measured-blood-pressure";
    /// Weight, measured by the person.
    pub const READING_WEIGHT: &str = "measured-weight";
    /// Blood glucose, measured by the person.
    pub const READING_GLUCOSE: &str = "measured-glucose";
    /// Oxygen saturation, measured by the person.
    pub const READING_OXYGEN: &str = "measured-oxygen";
    /// Pain, measured by the person.
    pub const READING_PAIN: &str = "measured-pain";
    /// The second number of the reading: the lower one of a blood pressure.
    pub const SECOND_NUMBER: &str = "second-number";
    /// Where the person would like to die. Not an order.
    pub const LAST_PLACE: &str = "last-place";
    /// What sort of place it is.
    pub const SORT_OF_PLACE: &str = "sort-of-place";
    /// Where it was made.
    pub const MADE_AT: &str = "made-at";
    /// Where the document is.
    pub const DOCUMENT_IS_AT: &str = "document-is-at";
    /// Something the person needs others to know of or to do.
    pub const NEEDS_UNSAID: &str = "needs-unsaid";
    /// A reasonable adjustment the person needs.
    pub const NEEDS_ADJUSTMENT: &str = "needs-adjustment";
    /// An impairment the person has.
    pub const NEEDS_IMPAIRMENT: &str = "needs-impairment";
    /// How the person thinks and understands.
    pub const NEEDS_COGNITION: &str = "needs-cognition";
    /// How the person moves.
    pub const NEEDS_MOBILITY: &str = "needs-mobility";
    /// A support with money.
    pub const NEEDS_MONEY: &str = "needs-money";
    /// Something else the person needs others to know of or to do.
    pub const NEEDS_OTHER: &str = "needs-other";
    /// Support that the person asked for.
    pub const REQUEST: &str = "request";
}

/// The codes of [`ZONE`], with what each says.
pub const ZONES: &[(&str, &str)] = &[("green", "Green"), ("amber", "Amber"), ("red", "Red"), ("any", "Any")];

/// The codes of [`ANSWER`], with what each says.
pub const ANSWERS: &[(&str, &str)] = &[("yes", "Yes"), ("no", "No"), ("rather_not_say", "Rather not say")];

/// The codes of [`MRC`], with what each says.
pub const MRC_GRADES: &[(&str, &str)] = &[
    ("1", "MRC breathlessness scale: grade 1 of 5"),
    ("2", "MRC breathlessness scale: grade 2 of 5"),
    ("3", "MRC breathlessness scale: grade 3 of 5"),
    ("4", "MRC breathlessness scale: grade 4 of 5"),
    ("5", "MRC breathlessness scale: grade 5 of 5"),
];

/// The codes of [`SUPPORT`], which are those of [`crate::plan::MENU`], with what each says.
pub const SUPPORTS: &[(&str, &str)] = &[
    ("patient_education", "Learning about my condition"),
    ("information_prescription", "Leaflets picked for me"),
    ("weight", "Help with my weight"),
    ("health_trainer", "A health trainer"),
    ("stop_smoking", "Help to stop smoking"),
    ("exercise", "Exercise"),
    ("pulmonary_rehabilitation", "Breathing course (pulmonary rehabilitation)"),
    ("coaching", "Health coaching"),
    ("community", "Groups and people like me"),
    ("helpline", "A helpline"),
    ("telehealth", "Care by phone or screen (telehealth)"),
    ("arts", "Arts for health"),
    ("social_prescribing", "Link worker (social prescribing)"),
    ("problem_solving", "Help to solve one problem"),
    ("case_management", "One person to look after my whole case"),
    ("team_assessment", "A whole team looks at it with me"),
    ("housing", "Help with housing"),
    ("home_care", "Care at home"),
    ("reablement", "Help to do things for myself again (reablement)"),
    ("befriending", "A befriender"),
    ("falls_group", "A group to stay steady"),
    ("telecare", "Alarms at home (telecare)"),
    ("residential_care", "A care home"),
    ("coordination", "Health and social care that work together"),
    ("advance_planning", "Planning ahead"),
    ("end_of_life_care", "Care at the end of life"),
];

/// What a code of Hearth's own says.
pub(in crate::fhir) fn says(codes: &[(&str, &'static str)], code: &str) -> &'static str {
    codes.iter().find(|(known, _)| *known == code).map_or("", |(_, says)| says)
}
