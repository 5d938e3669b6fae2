//! When I'm unwell: a CarePlan that is part of the plan, with its signs, steps, ways of coping and
//! things kept as its activities (see [`super::parts`]); a Flag that says it exists; and each time
//! it was used, a Communication that nobody has to have read.

use super::Place::{Call, Extension, First, In};
use super::{How, Known, LinkRow, Map, Place, Shape, choice, concept, entry, extension, reference, row};
use crate::fhir::out::Fresh;
use crate::fhir::own::{self, entry as is};
use crate::fhir::write::Object;
use crate::plan::{Kind, Unwell, Use};

/// The field number that stands for the flag, which is about the plan and no field of it.
const FLAG: u16 = u16::MAX - 1;

pub(super) static MAPS: &[Map] = &[
    Map {
        kind: Kind::Unwell,
        resource: "CarePlan",
        part: 0,
        known: Known::By("category", own::SNOMED, own::CONTINGENCY),
        rows: &[
            row(Unwell::NAME, &[&[In("title")]], How::Text),
            row(Unwell::TRIGGER, &[&[In("description")]], How::Text),
            row(Unwell::REVIEW, &[&[Extension(own::REVIEW_DATE), In("valueDate")]], How::Date),
            row(Unwell::REVIEW_BY, &[&[Extension(own::REVIEW_BY), In("valueString")]], How::Text),
        ],
        links: &[LinkRow {
            element: "call",
            field: Some(Unwell::CALL),
            at: &[Call, In("detail"), In("performer")],
            shape: Shape::List,
            kinds: &[Kind::Person],
        }],
        goes: super::Goes::Out,
        fresh: Some(plan),
    },
    Map {
        kind: Kind::Unwell,
        resource: "Flag",
        part: FLAG,
        known: Known::By("code", own::ENTRY, is::UNWELL),
        rows: &[],
        links: &[],
        goes: super::Goes::Out,
        fresh: Some(flag),
    },
    Map {
        kind: Kind::Use,
        resource: "Communication",
        part: 0,
        known: Known::By("category", own::ENTRY, is::USE),
        rows: &[
            row(Use::AT, &[&[In("sent")]], How::Instant),
            choice(Use::OUTCOME, &[&[First("payload"), In("contentString")]], How::Text, ""),
        ],
        links: &[
            LinkRow {
                element: "about",
                field: Some(Use::PLAN),
                at: &[In("about")],
                shape: Shape::List,
                kinds: &[Kind::Unwell],
            },
            marks("sign-noticed", Use::SIGNS, own::SIGN_NOTICED, &[Kind::Sign]),
            marks("step-done", Use::STEPS, own::STEP_DONE, &[Kind::Step]),
        ],
        goes: super::Goes::Out,
        fresh: Some(|f| {
            f.of_patient("subject")
                .text("status", "completed")
                .list("category", [entry(is::USE).done()])
                .object("sender", reference(&f.author()))
        }),
    },
];

const fn marks(
    element: &'static str,
    field: crate::plan::Field,
    url: &'static str,
    kinds: &'static [Kind],
) -> LinkRow {
    const NOWHERE: &[Place] = &[];
    LinkRow { element, field: Some(field), at: NOWHERE, shape: Shape::Marks(url), kinds }
}

fn plan(f: &Fresh<'_>) -> Object {
    let categories = [concept(own::SNOMED, own::CONTINGENCY, "Contingency plan"), entry(is::UNWELL)];
    let unsettled = f.has_two_orders().then(|| {
        let says = f.cx.words.plain("fhir-two-orders", &[]);
        Object::new().text("text", &says).done()
    });
    f.of_patient("subject")
        .text("status", "active")
        .text("intent", "plan")
        .list("category", categories.map(Object::done))
        .list("partOf", f.plan().map(|plan| reference(&plan).done()))
        .object("author", reference(&f.author()))
        .list("note", unsettled)
}

fn flag(f: &Fresh<'_>) -> Object {
    let plan = f.reference(Kind::Unwell, f.entity).unwrap_or_default();
    let detail = extension(own::FLAG_DETAIL, "valueReference", &reference(&plan).done());
    let code = entry(is::UNWELL).text("text", &f.cx.words.plain("fhir-flag", &[]));
    f.of_patient("subject").list("extension", [detail]).text("status", "active").object("code", code)
}
