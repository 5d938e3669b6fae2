//! The care plan as the end of life list has it: the same parts, counted otherwise.

use super::map_care_plan::{ADDITIONAL, FUNDING, NEEDS, TRIGGERS};
use super::map_goals::*;
use super::map_unwell::*;
use super::parts::*;
use super::tree::Rule::{Each as EachOf, Only, Rest, Same};
use super::tree::{Each, Element, Mark, entries, group, is_one_of, item, value};
use crate::plan::*;
use crate::record::Entity;

pub(super) const CARE_AND_SUPPORT: Element = group(
    "Care and support plan",
    "0..1 R",
    Only(Kind::PlanRecord),
    &[
        STRENGTHS,
        group(
            "Needs, concerns or problems",
            "0..* R",
            NEEDS,
            &[item(CODED, "0..1 R", &[Need::CODE]), item(FREE, "0..1 R text", &[Need::WORDS]), GOALS_HERE],
        ),
        AGREED,
        FUNDING,
        item("Date this plan was last updated", "1..1 R datetime", &[PlanRecord::UPDATED]),
        entries("Other care planning documents", "1..1 R text", DOCUMENTS, &[Form::NAME]),
        item(
            "Planned review date/interval",
            "1..1 R datetime",
            &[PlanRecord::REVIEW, PlanRecord::REVIEW_INTERVAL],
        ),
        RESPONSIBLE,
    ],
);

const GOALS_HERE: Element = group(
    "Goals and hopes",
    "0..* R",
    EachOf(OF_NEED),
    &[
        GOAL_CODE,
        GOAL_WORDS,
        IMPORTANCE,
        group(
            "Actions and activities",
            "0..* R",
            EachOf(OF_GOAL),
            &[
                WHAT,
                group("Who", "0..* R", Same, WHO),
                WHEN,
                STRATEGIES,
                ACTION_STATUS,
                CONFIDENCE,
                ACTION_UPDATED,
                ACTION_REVIEW,
                group(
                    "Stage goal",
                    "0..1 R",
                    EachOf(OF_ACTION),
                    &[
                        coded!(
                            "Stage goal",
                            "0..* R",
                            Same,
                            "0..1 R",
                            "0..1 R text",
                            [Stage::CODE],
                            [Stage::WORDS]
                        ),
                        STAGE_OUTCOME,
                        STAGE_STATUS,
                    ],
                ),
            ],
        ),
        OUTCOMES,
        GOAL_STATUS,
    ],
);

/// An advance decision has a place of its own in this list, where it is known where
/// the document is.
fn is_listed(form: &Entity) -> bool {
    !(is_one_of(form, &Form::FORM, &["adrt"]) && value(form, &Form::PLACE).is_some())
}

const DOCUMENTS: Each =
    Each::of(Kind::Form).marked(&[Mark::Word(Form::FORM, "other")], is_listed).named(&[Form::NAME]);

pub(super) const CONTINGENCY: Element = group(
    "Contingency plans",
    "0..* R",
    UNWELL,
    &[
        coded!(
            "Trigger factors",
            "0..1 R",
            Rest(TRIGGERS),
            "0..1 R",
            "0..1 R text",
            [Unwell::TRIGGER_CODE, Trigger::CODE],
            [Unwell::TRIGGER, Trigger::WORDS]
        ),
        UNWELL_NAME,
        STEPS,
        CALLED,
        AGREED,
        UPDATED,
        REVIEW,
        RESPONSIBLE,
        COPING,
        SIGNS,
        group(
            "Advance statement",
            "0..1 R",
            ADVANCE_STATEMENT,
            &[
                coded!(
                    "Advance statement",
                    "0..1 R",
                    Same,
                    "0..1 R",
                    "0..1 R text(150)",
                    [Statement::CODE],
                    [Statement::WORDS]
                ),
                item("Location of document", "0..1 R text", &[Statement::PLACE]),
            ],
        ),
        entries("Anticipatory medicines/equipment", "0..1 R text(150)", KEPT, &[KeptThing::WHAT]),
    ],
);

/// A support plan holds one name; further ones are kept as they came.
pub(super) const SUPPORT_PLANS: Element = group(
    "Additional support plans",
    "0..* R",
    EachOf(ADDITIONAL),
    &[
        coded!(
            "Additional support plan name",
            "0..* R",
            Same,
            "0..1 R",
            "0..1 R text",
            [SupportPlan::NAME_CODE],
            [SupportPlan::NAME]
        ),
        item("Additional support plan content", "0..1 R text", &[SupportPlan::CONTENT]),
        REVIEW,
        RESPONSIBLE,
        UPDATED,
    ],
);
