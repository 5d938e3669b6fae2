//! What a practice keeps and Hearth only reads: problems, allergies and medicines. In the other
//! direction the person's own stand in the document alone, and never as an order.

use super::Place::{First, In};
use super::{How, Known, Map, Row, choice, row};
use crate::plan::{Allergy, Condition, Kind, Medicine};

pub(super) static MAPS: &[Map] = &[
    Map {
        kind: Kind::Condition,
        resource: "Condition",
        part: 0,
        known: Known::Always,
        rows: &[
            row(Condition::WORDS, &[&[In("code")]], How::Concept),
            choice(Condition::SINCE, &[&[In("onsetDateTime")]], How::Date, "onset"),
        ],
        links: &[],
        fresh: None,
    },
    Map {
        kind: Kind::Allergy,
        resource: "AllergyIntolerance",
        part: 0,
        known: Known::Always,
        rows: &[
            row(Allergy::WHAT, &[&[In("code")]], How::Concept),
            row(Allergy::REACTION, &[&[First("reaction"), First("manifestation")]], How::Concept),
            choice(Allergy::SINCE, &[&[In("onsetDateTime")]], How::Date, "onset"),
        ],
        links: &[],
        fresh: None,
    },
    medicine("MedicationStatement"),
    medicine("MedicationRequest"),
];

/// A medicine by its name alone: how much and how often stays where the practice wrote it.
const fn medicine(resource: &'static str) -> Map {
    Map {
        kind: Kind::Medicine,
        resource,
        part: 0,
        known: Known::Always,
        rows: MEDICINE,
        links: &[],
        fresh: None,
    }
}

static MEDICINE: &[Row] = &[
    choice(Medicine::WORDS, &[&[In("medicationCodeableConcept")]], How::Concept, "medication"),
    row(Medicine::WHY, &[&[First("reasonCode")]], How::Concept),
];
