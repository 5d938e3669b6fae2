//! Looking ahead and own readings: Observations of what the person says and of what they measured.
//!
//! A preference is no Goal: "what I would not want" as a Goal would read, to whoever does not know
//! Hearth, as something to aim for. Copies of clinical decisions never leave.
//!
//! A reading has no LOINC code: FHIR's vital signs ask for a UCUM unit beside one, and the unit is
//! the person's own words, which nothing here interprets.

use super::Place::{Component, First, In};
use super::{How, Known, Map, choice, row};
use crate::fhir::own::entry as is;
use crate::plan::{Kind, Preference, Reading};

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
        goes: super::Goes::Out,
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
        goes: super::Goes::Out,
        fresh: Some(|f| f.observation(super::entry(UNSAID_READING), "survey", "Survey")),
    },
];
