//! Sheet answers: each is a QuestionnaireResponse of one question, since each is answered, and
//! changed, by itself. What sort of answer it is stands in the `linkId` within the question, so that
//! a step of ten is never taken for a count. How the person felt (the two Whooley questions) is
//! delicate and not here.

use super::Place::{First, In, Sub};
use super::{Goes, How, Known, Map, Place, row};
use crate::fhir::own;
use crate::plan::{Kind, Reply};

/// What stands where FHIR asks for the question's name and the plan has none.
const UNNAMED: &str = "not-named";

macro_rules! answer {
    ($sort:literal, $($value:expr),*) => {
        &[&[First("item"), Sub($sort), First("answer"), $($value),*] as &[Place]]
    };
}

pub(super) static MAPS: &[Map] = &[Map {
    kind: Kind::Reply,
    resource: "QuestionnaireResponse",
    part: 0,
    known: Known::Ours,
    rows: &[
        row(Reply::QUESTION, &[&[First("item"), In("linkId")]], How::Name(UNNAMED)),
        row(Reply::ASKED, &[&[First("item"), In("text")]], How::Text),
        row(Reply::ANSWER, answer!("answer", In("valueCoding")), How::Coding(own::ANSWER, own::ANSWERS)),
        row(Reply::SCALE, answer!("scale", In("valueInteger")), How::Scale),
        row(Reply::COUNT, answer!("count", In("valueInteger")), How::Scale),
        row(Reply::MRC, answer!("mrc", In("valueCoding")), How::Coding(own::MRC, own::MRC_GRADES)),
        row(Reply::CAT, answer!("cat", In("valueInteger")), How::Scale),
        row(Reply::NUMBER, answer!("number", In("valueDecimal")), How::Number),
        row(Reply::UNIT, answer!("unit", In("valueString")), How::Text),
        row(Reply::WORDS, answer!("words", In("valueString")), How::Text),
    ],
    links: &[],
    goes: Goes::Out,
    fresh: Some(|f| {
        f.of_patient("subject").text("status", "completed").object("source", super::reference(&f.author()))
    }),
}];
