//! Problems, allergies and medicines, and what a practice offers. A practice's are read; the
//! person's own stand in the document alone, as what they say: never confirmed, never an order.

use super::Place::{First, In};
use super::goals::{CLINICAL, VERIFICATION};
use super::{Goes, How, Known, Map, Row, choice, concept, reference, row};
use crate::fhir::out::Fresh;
use crate::fhir::write::Object;
use crate::plan::{Allergy, Condition, Kind, Medicine, Review, SupportEntry};

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
        goes: Goes::Document,
        fresh: Some(condition),
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
        goes: Goes::Document,
        fresh: Some(allergy),
    },
    medicines("MedicationStatement", Goes::Document),
    medicines("MedicationRequest", Goes::Never),
    Map {
        kind: Kind::SupportEntry,
        resource: "HealthcareService",
        part: 0,
        known: Known::Always,
        rows: &[
            row(SupportEntry::NAME, &[&[In("name")]], How::Text),
            row(SupportEntry::ABOUT, &[&[In("comment")], &[In("extraDetails")]], How::Text),
            row(SupportEntry::CONTACT, &[&[First("telecom"), In("value")]], How::Text),
        ],
        links: &[],
        goes: Goes::Never,
        fresh: None,
    },
    Map {
        kind: Kind::Review,
        resource: "Appointment",
        part: 0,
        known: Known::Always,
        rows: &[
            row(Review::NAME, &[&[In("description")]], How::Text),
            row(Review::NEXT, &[&[In("start")]], How::Date),
            row(Review::WHO, &[&[First("participant"), In("actor"), In("display")]], How::Text),
        ],
        links: &[],
        goes: Goes::Never,
        fresh: None,
    },
];

/// A medicine by its name alone: how much and how often stays where the practice wrote it.
const fn medicines(resource: &'static str, goes: Goes) -> Map {
    Map {
        kind: Kind::Medicine,
        resource,
        part: 0,
        known: Known::Always,
        rows: MEDICINE,
        links: &[],
        goes,
        fresh: Some(medicine),
    }
}

static MEDICINE: &[Row] = &[
    choice(Medicine::WORDS, &[&[In("medicationCodeableConcept")]], How::Required, "medication"),
    row(Medicine::WHY, &[&[First("reasonCode")]], How::Concept),
];

const ALLERGY_CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
const ALLERGY_VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

fn condition(f: &Fresh<'_>) -> Object {
    f.of_patient("subject")
        .object("clinicalStatus", concept(CLINICAL, "active", "Active"))
        .object("verificationStatus", concept(VERIFICATION, "unconfirmed", "Unconfirmed"))
        .object("asserter", reference(&f.author()))
}

fn allergy(f: &Fresh<'_>) -> Object {
    f.of_patient("patient")
        .object("clinicalStatus", concept(ALLERGY_CLINICAL, "active", "Active"))
        .object("verificationStatus", concept(ALLERGY_VERIFICATION, "unconfirmed", "Unconfirmed"))
        .object("asserter", reference(&f.author()))
}

/// What the person says they keep: whether, how much and how often they take it is not said.
fn medicine(f: &Fresh<'_>) -> Object {
    f.of_patient("subject").text("status", "unknown").object("informationSource", reference(&f.author()))
}
