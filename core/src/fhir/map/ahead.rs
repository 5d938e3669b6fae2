//! Looking ahead, what others need to do for me, and own readings: Observations of what the person
//! says and of what they measured.
//!
//! A preference is no Goal: "what I would not want" as a Goal would read, to whoever does not know
//! Hearth, as something to aim for. Copies of clinical decisions never leave.
//!
//! A reading has no LOINC code: FHIR's vital signs ask for a UCUM unit beside one, and the unit is
//! the person's own words, which nothing here interprets.

use super::Place::{Component, First, In};
use super::{Goes, How, Known, Map, choice, concept, row};
use crate::fhir::own::{self, entry as is};
use crate::plan::{Kind, LastPlace, Preference, Reading, Requirement, Statement};

/// Ours, and its code.
type Sorts = &'static [(&'static str, &'static str)];

const PREFERENCES: Sorts = &[
    ("place", is::PREFERENCE_PLACE),
    ("want", is::PREFERENCE_WANT),
    ("not_want", is::PREFERENCE_NOT_WANT),
    ("other", is::PREFERENCE),
];

const READINGS: Sorts = &[
    ("peak_flow", is::READING_PEAK_FLOW),
    ("blood_pressure", is::READING_BLOOD_PRESSURE),
    ("weight", is::READING_WEIGHT),
    ("glucose", is::READING_GLUCOSE),
    ("oxygen", is::READING_OXYGEN),
    ("pain", is::READING_PAIN),
    ("other", is::READING),
];

const REQUIREMENTS: Sorts = &[
    ("adjustment", is::NEEDS_ADJUSTMENT),
    ("impairment", is::NEEDS_IMPAIRMENT),
    ("cognition", is::NEEDS_COGNITION),
    ("mobility", is::NEEDS_MOBILITY),
    ("money", is::NEEDS_MONEY),
    ("other", is::NEEDS_OTHER),
];

/// PRSB Personalised care and support plan 2.0, "Advance statement", coded value.
const ADVANCE_STATEMENT: &str = "816281000000101";

const UNSAID_PREFERENCE: &str = is::PREFERENCE_UNSAID;
const UNSAID_READING: &str = is::READING_UNSAID;

pub(super) static MAPS: &[Map] = &[
    Map {
        kind: Kind::Preference,
        resource: "Observation",
        part: 0,
        known: Known::Sort(PREFERENCES, UNSAID_PREFERENCE),
        rows: &[
            row(Preference::SORT, &[&[In("code")]], How::Sort(PREFERENCES, UNSAID_PREFERENCE)),
            choice(Preference::WORDS, &[&[In("valueString")]], How::Text, "value"),
            choice(Preference::DATED, &[&[In("effectiveDateTime")]], How::Date, "effective"),
        ],
        links: &[],
        goes: Goes::Out,
        fresh: Some(|f| f.observation(super::entry(UNSAID_PREFERENCE), "social-history", "Social History")),
    },
    Map {
        kind: Kind::Reading,
        resource: "Observation",
        part: 0,
        known: Known::Sort(READINGS, UNSAID_READING),
        rows: &[
            row(Reading::WHAT, &[&[In("code")]], How::Sort(READINGS, UNSAID_READING)),
            row(Reading::OTHER, &[&[In("code"), In("text")]], How::Text),
            choice(Reading::VALUE, &[&[In("valueQuantity"), In("value")]], How::Number, "value"),
            row(
                Reading::SECOND,
                &[&[Component(is::SECOND_NUMBER), In("valueQuantity"), In("value")]],
                How::Number,
            ),
            choice(Reading::UNIT, &[&[In("valueQuantity"), In("unit")]], How::Text, "value"),
            choice(Reading::AT, &[&[In("effectiveDateTime")]], How::Instant, "effective"),
            row(Reading::NOTE, &[&[First("note"), In("text")]], How::Text),
        ],
        links: &[],
        goes: Goes::Out,
        fresh: Some(|f| f.observation(super::entry(UNSAID_READING), "survey", "Survey")),
    },
    Map {
        kind: Kind::Statement,
        resource: "Observation",
        part: 0,
        known: Known::By("code", own::SNOMED, ADVANCE_STATEMENT),
        rows: &[
            choice(Statement::WORDS, &[&[In("valueString")]], How::Text, "value"),
            choice(Statement::ON, &[&[In("effectiveDateTime")]], How::Date, "effective"),
            row(Statement::LOCATION, &[&[Component(is::MADE_AT), In("valueString")]], How::Text),
            row(Statement::PLACE, &[&[Component(is::DOCUMENT_IS_AT), In("valueString")]], How::Text),
        ],
        links: &[],
        goes: Goes::Out,
        fresh: Some(|f| {
            let code = concept(own::SNOMED, ADVANCE_STATEMENT, "");
            f.observation(code.text("text", "Advance statement"), "social-history", "Social History")
        }),
    },
    Map {
        kind: Kind::LastPlace,
        resource: "Observation",
        part: 0,
        known: super::goals::seen(is::LAST_PLACE),
        rows: &[
            choice(LastPlace::PLACE, &[&[In("valueString")]], How::Text, "value"),
            row(LastPlace::SORT, &[&[Component(is::SORT_OF_PLACE), In("valueString")]], How::Text),
        ],
        links: &[],
        goes: Goes::Out,
        fresh: Some(|f| f.observation(super::entry(is::LAST_PLACE), "social-history", "Social History")),
    },
    Map {
        kind: Kind::Requirement,
        resource: "Observation",
        part: 0,
        known: Known::Sort(REQUIREMENTS, is::NEEDS_UNSAID),
        rows: &[
            row(Requirement::SORT, &[&[In("code")]], How::Sort(REQUIREMENTS, is::NEEDS_UNSAID)),
            choice(Requirement::WORDS, &[&[In("valueString")]], How::Text, "value"),
            row(Requirement::DETAIL, &[&[First("note"), In("text")]], How::Text),
        ],
        links: &[],
        goes: Goes::Out,
        fresh: Some(|f| f.observation(super::entry(is::NEEDS_UNSAID), "social-history", "Social History")),
    },
];
