//! Palliative and end of life care: the person's own wishes and people; never a
//! clinician's decision.

use super::parts::*;
use super::tree::Rule::{Each as EachOf, Only, Out, Same};
use super::tree::{Each, Element, Mark, Why, group, is_one_of, item, out};
use crate::plan::*;
use crate::record::Entity;

pub(super) const PALLIATIVE: Element = group(
    "Palliative and end of life care",
    "0..1 R",
    Same,
    &[
        group(
            "Involvement in advance care planning",
            "0..1 R",
            Same,
            &[group(
                "Person and personal contacts involved in advance care planning",
                "0..* R",
                EachOf(Each::of(Kind::Involved).named(&[Involved::NAME])),
                &[
                    item(CODED, "0..1 R", &[Involved::CODE]),
                    item(FREE, "0..1 R text(150)", &[Involved::WORDS]),
                    item("Name", "0..1 R text(50)", &[Involved::NAME]),
                    item("Relationship", "0..1 R", &[Involved::RELATIONSHIP]),
                    item("Relationship type", "0..1 R text(150)", &[Involved::RELATION]),
                    item("Role", "0..1 R", &[Involved::ROLE]),
                ],
            )],
        ),
        group(
            "End of life care plans",
            "0..* R",
            EachOf(AT_THE_END),
            &[
                coded!(
                    "End of life care plan name",
                    "0..1 R",
                    Same,
                    "0..1 R",
                    "0..1 R text(150)",
                    [SupportPlan::NAME_CODE],
                    [SupportPlan::NAME]
                ),
                out("Plan contents", "0..1 R text", Why::Decision),
                item("Plan review date", "0..1 R date", &[SupportPlan::REVIEW]),
                group(
                    "Responsibility for review",
                    "0..1 R",
                    EachOf(REVIEWING),
                    &[
                        item("Name", "0..1 R string(70)", &[Recorder::NAME]),
                        item("Role", "0..1 R", &[Recorder::ROLE]),
                        item("Grade", "0..1 R text(150)", &[Recorder::GRADE]),
                        item("Speciality", "0..1 R string(3)", &[Recorder::SPECIALITY]),
                        item("Professional identifier", "0..1 R string(32)", &[Recorder::IDENTIFIER]),
                        item("Organisation name", "0..1 R string(255)", &[Recorder::ORGANISATION]),
                        item("Contact details", "0..1 R string(70)", &[Recorder::CONTACT]),
                    ],
                ),
            ],
        ),
        group(
            "Cardio-pulmonary resuscitation (CPR) decision",
            "0..1 R",
            Out(Why::Decision),
            &[
                group(
                    "Cardio-pulmonary resuscitation (CPR) decision",
                    "0..1 R",
                    Out(Why::Decision),
                    &[
                        out("Coded value", "0..1 R", Why::Decision),
                        out("Free text", "0..1 R text(150)", Why::Decision),
                    ],
                ),
                group(
                    "Involvement in CPR Decision",
                    "0..1 R",
                    Out(Why::Decision),
                    &[group(
                        "Person and personal contacts involved in the decision",
                        "0..* R",
                        Out(Why::Decision),
                        &[
                            out("Coded value", "0..1 R", Why::Decision),
                            out("Free text", "0..1 R text", Why::Decision),
                            out("Name", "0..1 R text", Why::Decision),
                            out("Relationship", "0..1 R", Why::Decision),
                            out("Relationship type", "0..1 R text", Why::Decision),
                            out("Role", "0..1 R", Why::Decision),
                        ],
                    )],
                ),
                out("Date for review", "0..1 R datetime", Why::Decision),
                group(
                    "Responsibility for review",
                    "0..1 R",
                    Out(Why::Decision),
                    &[
                        out("Name", "0..1 R string(70)", Why::Decision),
                        out("Grade", "0..1 R text(150)", Why::Decision),
                        out("Role", "0..1 R", Why::Decision),
                        out("Specialty", "0..1 R string(3)", Why::Decision),
                        out("Organisation name", "0..1 R string(255)", Why::Decision),
                        out("Professional identifier", "0..1 R string(32)", Why::Decision),
                        out("Contact details", "0..1 R string(70)", Why::Decision),
                    ],
                ),
                out("Location of document", "0..1 R text", Why::Decision),
            ],
        ),
        group(
            "Estimated prognosis",
            "0..1 R",
            Out(Why::Judgement),
            &[group(
                "Estimated prognosis",
                "0..1 R",
                Out(Why::Judgement),
                &[
                    out("Coded value", "0..1 R", Why::Judgement),
                    out("Free text", "0..1 R text", Why::Judgement),
                ],
            )],
        ),
        group(
            "Person is on the Palliative Care Register",
            "0..1 R",
            Out(Why::Register),
            &[out("Coded value", "0..1 R", Why::Register), out("Free Text", "0..1 R text", Why::Register)],
        ),
        group(
            "Anticipatory medicines/equipment",
            "0..1 R",
            Out(Why::Dose),
            &[
                out("Statement on anticipatory medicines/equipment", "0..1 R text", Why::Dose),
                group(
                    "Anticipatory medicines and equipment",
                    "0..* R",
                    Out(Why::Dose),
                    &[out("Coded value", "0..1 R", Why::Dose), out("Free text", "0..1 R text", Why::Dose)],
                ),
            ],
        ),
        group(
            "Preferred place of death",
            "0..1 R",
            Same,
            &[group(
                "Preferred place of death",
                "0..1 R",
                Only(Kind::LastPlace),
                &[
                    item("Name of the place", "0..1 R text", &[LastPlace::PLACE]),
                    coded!(
                        "Type of Place",
                        "0..1 R",
                        Same,
                        "0..1 R",
                        "0..1 R text",
                        [LastPlace::SORT_CODE],
                        [LastPlace::SORT]
                    ),
                ],
            )],
        ),
        group(
            "Palliative care financial support",
            "0..1 R",
            Same,
            &[coded!(
                "Type of financial support",
                "0..* R",
                requirement!("money"),
                "0..1 R",
                "0..1 R text",
                [Requirement::CODE],
                [Requirement::WORDS]
            )],
        ),
    ],
);

fn is_at_the_end(plan: &Entity) -> bool {
    is_one_of(plan, &SupportPlan::SORT, &["end_of_life"])
}

const AT_THE_END: Each = Each::of(Kind::SupportPlan)
    .marked(&[Mark::Word(SupportPlan::SORT, "end_of_life")], is_at_the_end)
    .named(&[SupportPlan::NAME, SupportPlan::NAME_CODE]);

fn reviews(recorder: &Entity) -> bool {
    is_one_of(recorder, &Recorder::PART, &["reviews"])
}

const REVIEWING: Each = Each::of(Kind::Recorder)
    .only_under(Recorder::OF)
    .marked(&[Mark::Word(Recorder::PART, "reviews")], reviews)
    .named(&[Recorder::NAME]);
