//! People: each is a RelatedPerson, whatever they are to the person, so that somebody who becomes a
//! key worker stays the same resource; the CareTeam names them all.

use super::Place::{Extension, First, In, New};
use super::me::all_of;
use super::{How, Known, Map, Shape, row};
use crate::fhir::own;
use crate::plan::{Kind, Person};

pub(super) static MAPS: &[Map] = &[Map {
    kind: Kind::Person,
    resource: "RelatedPerson",
    part: 0,
    known: Known::Always,
    rows: &[
        row(Person::NAME, &[&[First("name"), In("text")]], How::Text),
        row(Person::RELATION, &[&[First("relationship")]], How::Concept),
        row(Person::ROLE, &[&[Extension(own::WORK_ROLE), In("valueString")]], How::Text),
        row(Person::NUMBER, &[&[New("telecom", "\"system\":\"phone\""), In("value")]], How::Text),
        row(Person::ORGANISATION, &[&[Extension(own::WORK_PLACE), In("valueString")]], How::Text),
        row(Person::KEY_WORKER, &[&[Extension(own::KEY_WORKER), In("valueBoolean")]], How::Flag),
        row(Person::CARER, &[&[Extension(own::CARER), In("valueBoolean")]], How::Flag),
        row(Person::INTERPRETER, &[&[Extension(own::INTERPRETER), In("valueBoolean")]], How::Flag),
        row(Person::COMMENTS, &[&[Extension(own::COMMENTS), In("valueString")]], How::Text),
        row(Person::SINCE, &[&[In("period"), In("start")]], How::Date),
        row(Person::UNTIL, &[&[In("period"), In("end")]], How::Date),
    ],
    links: &[],
    goes: super::Goes::Out,
    fresh: Some(|f| f.of_patient("patient")),
}];

/// The field number that stands for the team, which is about all people and no field of one.
pub(in crate::fhir) const TEAM: u16 = u16::MAX;

/// Everybody together.
pub(super) static TEAM_MAPS: &[Map] = &[Map {
    kind: Kind::Person,
    resource: "CareTeam",
    part: TEAM,
    known: Known::Always,
    rows: &[],
    links: &[all_of("participant", &[In("participant")], Shape::Within("member"), &[Kind::Person])],
    goes: super::Goes::Out,
    fresh: Some(|f| {
        let name = f.cx.words.plain("fhir-team-title", &[]);
        f.of_patient("subject").text("status", "active").text("name", &name)
    }),
}];
