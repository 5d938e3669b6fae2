//! Strengths, goals and what is done about them: as the care plan has them.

use super::parts::*;
use super::tree::Rule::{Each as EachOf, Rest, Same};
use super::tree::{Each, Element, group, item};
use crate::plan::*;

pub(super) const STRENGTHS: Element = coded!(
    "Strengths",
    "0..* R",
    EachOf(Each::of(Kind::Strength).named(&[Strength::WORDS, Strength::CODE])),
    "0..1 R",
    "0..1 R text",
    [Strength::CODE],
    [Strength::WORDS]
);

/// Goals hang on the need they answer; those that answer none stand with no need.
pub(super) const OF_NEED: Each = Each::of(Kind::Goal).under(Goal::NEED).named(&[Goal::WORDS, Goal::CODE]);
pub(super) const OF_GOAL: Each =
    Each::of(Kind::Action).under(Action::GOAL).named(&[Action::WHAT, Action::WHAT_CODE]);
pub(super) const OF_ACTION: Each =
    Each::of(Kind::Stage).under(Stage::ACTION).named(&[Stage::WORDS, Stage::CODE]);

pub(super) const GOALS: Element = group(
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
                group("Who", "0..1 R", Same, WHO),
                WHEN,
                STRATEGIES,
                ACTION_STATUS,
                CONFIDENCE,
                ACTION_UPDATED,
                ACTION_REVIEW,
                group(
                    "Stage goal",
                    "0..* R",
                    EachOf(OF_ACTION),
                    &[
                        coded!(
                            "Stage goal",
                            "0..1 R",
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

pub(super) const GOAL_CODE: Element = item(CODED, "0..1 R", &[Goal::CODE]);
pub(super) const GOAL_WORDS: Element = item(FREE, "0..1 R text", &[Goal::WORDS]);
pub(super) const IMPORTANCE: Element = item("Goal importance score", "0..1 R decimal", &[Goal::IMPORTANCE]);
/// An action holds the first; further ones are kept as they came.
pub(super) const WHAT: Element =
    coded!("What", "0..* R", Same, "0..1 R", "0..1 R text", [Action::WHAT_CODE], [Action::WHAT]);
pub(super) const WHO: &[Element] = &[
    item("Name", "0..1 R text(70)", &[Action::WHO]),
    item("Role", "0..1 R", &[Action::WHO_ROLE]),
    item("Team", "0..1 R text(35)", &[Action::WHO_TEAM]),
    item("Contact details", "0..1 R string(35)", &[Action::WHO_CONTACT]),
];
pub(super) const WHEN: Element = item("When", "0..1 R datetime", &[Action::WHEN]);
pub(super) const STRATEGIES: Element = item("Suggested strategies", "0..1 R text", &[Action::STRATEGY]);
/// The person's own choice is given in words; a record's word for it, or its code,
/// stands where the person chose none.
pub(super) const ACTION_STATUS: Element = coded!(
    "Status",
    "0..1 R",
    Same,
    "0..1 R",
    "0..1 R text",
    [Action::STATUS_CODE],
    [Action::STATUS, Action::STATUS_SAID]
);
pub(super) const CONFIDENCE: Element = item("Confidence", "0..1 R decimal", &[Action::CONFIDENCE]);
pub(super) const ACTION_UPDATED: Element = item("Date last updated", "0..1 R datetime", &[Action::UPDATED]);
pub(super) const ACTION_REVIEW: Element = item("Review date", "0..1 R datetime", &[Action::REVIEW]);
pub(super) const STAGE_OUTCOME: Element =
    coded!("Outcome", "0..1 R", Same, "0..1 R", "0..1 R text", [Stage::OUTCOME_CODE], [Stage::OUTCOME]);
pub(super) const STAGE_STATUS: Element =
    item("Goal status", "0..1 R", &[Stage::STATUS, Stage::STATUS_SAID, Stage::STATUS_CODE]);
pub(super) const OUTCOMES: Element = coded!(
    "Outcomes",
    "0..* R",
    Rest(FURTHER),
    "0..1 R",
    "0..1 R text",
    [Goal::OUTCOME_CODE, FurtherOutcome::CODE],
    [Goal::OUTCOME, FurtherOutcome::WORDS]
);
const FURTHER: Each = Each::of(Kind::FurtherOutcome)
    .under(FurtherOutcome::GOAL)
    .named(&[FurtherOutcome::WORDS, FurtherOutcome::CODE]);
pub(super) const GOAL_STATUS: Element =
    item("Goal status", "0..1 R", &[Goal::STATUS, Goal::STATUS_SAID, Goal::STATUS_CODE]);
