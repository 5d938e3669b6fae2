//! About me: each heading is an Observation of its own, with PRSB's code where it has one
//! (PRSB About Me 2.01), and the plan itself, a CarePlan.

use super::Place::{Extension, In};
use super::{How, Known, LinkRow, Map, Row, Shape, choice, coding, concept, entry, reference, row};
use crate::fhir::out::Fresh;
use crate::fhir::own::{self, entry as is};
use crate::fhir::write::Object;
use crate::plan::{AboutMe, Kind};

/// What one heading's Observation says: its words, and for all of them the same, when they were
/// written and who helped.
macro_rules! heading {
    ($field:ident, $system:expr, $code:expr) => {
        Map {
            kind: Kind::AboutMe,
            resource: "Observation",
            part: AboutMe::$field.number,
            known: Known::By("code", $system, $code),
            rows: &[choice(AboutMe::$field, &[&[In("valueString")]], How::Text, "value"), ON, HELPED_BY],
            links: &[],
            goes: super::Goes::Out,
            fresh: Some(|f| {
                let name = own::says(own::ENTRIES, $code);
                let code = Object::new().list("coding", [coding($system, $code, name).done()]);
                f.observation(code.text("text", &f.heading()), "social-history", "Social History")
            }),
        }
    };
}

const ON: Row = choice(AboutMe::ON, &[&[In("effectiveDateTime")]], How::Date, "effective");
const HELPED_BY: Row = row(AboutMe::HELPED_BY, &[&[Extension(own::HELPED_BY), In("valueString")]], How::Text);

pub(super) static MAPS: &[Map] = &[
    heading!(IMPORTANT, own::SNOMED, "1515861000000103"),
    heading!(PEOPLE, own::SNOMED, "1515871000000105"),
    heading!(COMMUNICATE, own::SNOMED, "1515881000000107"),
    heading!(ADJUSTMENTS, own::ENTRY, is::ADJUSTMENTS),
    heading!(WELLNESS, own::SNOMED, "1515891000000109"),
    heading!(VALUES, own::ENTRY, is::VALUES),
    heading!(PLEASE, own::SNOMED, "1515901000000105"),
    heading!(SUPPORT, own::SNOMED, "1515911000000107"),
    heading!(ALSO, own::SNOMED, "1515921000000101"),
];

/// The plan, which everything else is part of. It comes last, when all it names is there.
pub(super) static PLAN: &[Map] = &[Map {
    kind: Kind::Me,
    resource: "CarePlan",
    part: 0,
    known: Known::By("category", own::ENTRY, is::PLAN),
    rows: &[],
    links: &[
        all_of("addresses", &[In("addresses")], Shape::List, &[Kind::Need]),
        all_of("goal", &[In("goal")], Shape::List, &[Kind::Goal]),
        all_of("activity", &[In("activity")], Shape::Within("reference"), &[Kind::Action]),
        all_of("supportingInfo", &[In("supportingInfo")], Shape::List, &[Kind::Strength, Kind::AboutMe]),
    ],
    goes: super::Goes::Out,
    fresh: Some(plan),
}];

pub(super) const fn all_of(
    element: &'static str,
    at: &'static [super::Place],
    shape: Shape,
    kinds: &'static [Kind],
) -> LinkRow {
    LinkRow { element, field: None, at, shape, kinds }
}

fn plan(f: &Fresh<'_>) -> Object {
    let categories = [
        concept(own::SNOMED, "734163000", "Care plan"),
        concept(own::SNOMED, "2181441000000107", "Personalised care and support plan"),
        entry(is::PLAN),
    ];
    f.of_patient("subject")
        .text("status", "active")
        .text("intent", "plan")
        .list("category", categories.map(Object::done))
        .text("title", &f.cx.words.plain("fhir-plan-title", &[]))
        .object("author", reference(f.patient()))
        .list("careTeam", f.team().map(|team| reference(&team).done()))
}
