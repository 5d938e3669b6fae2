//! The parts of an unwell plan, as both plans have them.

use super::parts::*;
use super::tree::Rule::{Each as EachOf, Same};
use super::tree::{Each, Element, Rule, group, item};
use crate::plan::*;

/// A contingency plan of which nothing is said but an advance statement makes no
/// unwell plan: the statement stands alone.
pub(super) const UNWELL: Rule =
    EachOf(Each::of(Kind::Unwell).named(&[Unwell::NAME, Unwell::NAME_CODE]).loose(&[Kind::Statement]));

pub(super) const UNWELL_NAME: Element = coded!(
    "Contingency plan name",
    "0..1 R",
    Same,
    "0..1 R",
    "0..1 R text",
    [Unwell::NAME_CODE],
    [Unwell::NAME]
);

pub(super) const STEPS: Element = coded!(
    "What should happen",
    "0..* R",
    EachOf(
        Each::of(Kind::Step).under(Step::PLAN).in_order_of(Unwell::STEPS).named(&[Step::WORDS, Step::CODE])
    ),
    "0..1 R",
    "0..1 R text",
    [Step::CODE],
    [Step::WORDS]
);

pub(super) const SIGNS: Element = coded!(
    "Relapse indicators / early warning signs",
    "0..* R",
    EachOf(
        Each::of(Kind::Sign).under(Sign::PLAN).in_order_of(Unwell::SIGNS).named(&[Sign::WORDS, Sign::CODE])
    ),
    "0..1 R",
    "0..1 R text",
    [Sign::CODE],
    [Sign::WORDS]
);

pub(super) const CALLED: Element = group(
    "Who should be contacted",
    "0..* R",
    EachOf(TO_CALL),
    &[
        item("Name", "0..1 R text(70)", &[Person::NAME]),
        item("Role", "0..1 R", &[Person::ROLE, Person::ROLE_CODE]),
        item("Contact details", "0..1 R string(70)", &[Person::NUMBER]),
    ],
);

pub(super) const COPING: Element = group(
    "Coping strategies",
    "0..* R",
    EachOf(Each::of(Kind::Coping).under(Coping::PLAN).named(&[Coping::WORDS])),
    &[
        item("Coping strategy", "0..1 R text(150)", &[Coping::WORDS]),
        item("Start date", "0..1 R datetime", &[Coping::FROM]),
        item("End date", "0..1 R datetime", &[Coping::UNTIL]),
    ],
);

pub(super) const ADVANCE_STATEMENT: Rule = EachOf(Each::of(Kind::Statement).under(Statement::PLAN));

/// Where it is kept is the person's own note: PRSB has no place for it.
pub(super) const KEPT: Each =
    Each::of(Kind::KeptThing).under(KeptThing::PLAN).in_order_of(Unwell::KEPT).named(&[KeptThing::WHAT]);
