//! What matters: strengths, needs, goals, actions, stages and how it went.
//!
//! An action is a ServiceRequest of intent `plan`, not an activity inside the CarePlan: each is then
//! a resource of its own, with its own version, so that two actions changed at once on two sides
//! are no conflict. `plan` is "an intention, without authorising anybody to act": it is no order
//! and no referral (<https://hl7.org/fhir/R4/valueset-request-intent.html>).

use super::Place::{Component, Extension, First, In};
use super::{Beside, Codes, How, Known, LinkRow, Map, Shape, choice, concept, entry, reference, row};
use crate::fhir::out::Fresh;
use crate::fhir::own::{self, entry as is};
use crate::fhir::write::{Object, quoted};
use crate::plan::{Action, CheckIn, Goal, Kind, Need, Stage, Strength};

/// Concerns of a person's own, as US Core tells them from problem lists.
const CONDITION_CATEGORY: &str = "http://hl7.org/fhir/us/core/CodeSystem/condition-category";
const HEALTH_CONCERN: &str = "health-concern";
pub(super) const CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/condition-clinical";
pub(super) const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
pub(super) const OBSERVATION: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const ACHIEVEMENT: &str = "http://terminology.hl7.org/CodeSystem/goal-achievement";

static GOAL_STATUS: Codes = Codes {
    pairs: &[
        ("hoped", &["proposed", "planned", "accepted"]),
        ("going", &["active"]),
        ("paused", &["on-hold"]),
        ("reached", &["completed"]),
        ("let_go", &["cancelled", "rejected"]),
    ],
    unanswered: "proposed",
    exact: None,
    beside: Some(&Beside {
        element: "achievementStatus",
        system: ACHIEVEMENT,
        keeps: &[
            ("going", &["in-progress", "improving", "worsening", "no-change", "no-progress"], "In Progress"),
            ("reached", &["achieved", "sustaining"], "Achieved"),
        ],
        overrides: "going",
    }),
};

static ACTION_STATUS: Codes = Codes {
    pairs: &[
        ("planned", &["active", "draft"]),
        ("doing", &["active"]),
        ("done", &["completed"]),
        ("stopped", &["revoked", "on-hold"]),
    ],
    unanswered: "active",
    exact: Some(own::ACTION_STATUS),
    beside: None,
};

const fn ask(code: &'static str) -> Known {
    Known::By("category", own::ENTRY, code)
}

pub(super) const fn seen(code: &'static str) -> Known {
    Known::By("code", own::ENTRY, code)
}

pub(super) static MAPS: &[Map] = &[
    Map {
        kind: Kind::Strength,
        resource: "Observation",
        part: 0,
        known: seen(is::STRENGTH),
        rows: &[choice(Strength::WORDS, &[&[In("valueString")]], How::Text, "value")],
        links: &[],
        goes: super::Goes::Out,
        fresh: Some(|f| f.observation(entry(is::STRENGTH), "social-history", "Social History")),
    },
    Map {
        kind: Kind::Need,
        resource: "Condition",
        part: 0,
        known: Known::By("category", CONDITION_CATEGORY, HEALTH_CONCERN),
        rows: &[row(Need::WORDS, &[&[In("code")]], How::Concept)],
        links: &[],
        goes: super::Goes::Out,
        fresh: Some(need),
    },
    Map {
        kind: Kind::Goal,
        resource: "Goal",
        part: 0,
        known: Known::Always,
        rows: &[
            row(Goal::WORDS, &[&[In("description")]], How::Required),
            row(Goal::IMPORTANCE, &[&[Extension(own::IMPORTANCE), In("valueInteger")]], How::Scale),
            row(Goal::STATUS, &[&[In("lifecycleStatus")]], How::Code(&GOAL_STATUS)),
            row(Goal::OUTCOME, &[&[First("outcomeCode")]], How::Concept),
            row(Goal::REVIEW, &[&[Extension(own::REVIEW_DATE), In("valueDate")]], How::Date),
        ],
        links: &[LinkRow {
            element: "addresses",
            field: Some(Goal::NEED),
            at: &[In("addresses")],
            shape: Shape::List,
            kinds: &[Kind::Need],
        }],
        goes: super::Goes::Out,
        fresh: Some(|f| f.of_patient("subject").object("expressedBy", reference(&f.author()))),
    },
    Map {
        kind: Kind::Action,
        resource: "ServiceRequest",
        part: 0,
        known: ask(is::ACTION),
        rows: &[
            row(Action::WHAT, &[&[In("code")]], How::Concept),
            row(Action::WHO, &[&[First("performer"), In("display")]], How::Text),
            choice(Action::WHEN, &[&[In("occurrenceTiming"), First("event")]], How::Date, "occurrence"),
            choice(
                Action::REPEATS,
                &[&[In("occurrenceTiming"), In("code"), In("text")]],
                How::Text,
                "occurrence",
            ),
            row(Action::BARRIER, &[&[Extension(own::BARRIER), In("valueString")]], How::Text),
            row(Action::STRATEGY, &[&[Extension(own::STRATEGY), In("valueString")]], How::Text),
            row(Action::CONFIDENCE, &[&[Extension(own::CONFIDENCE), In("valueInteger")]], How::Scale),
            row(Action::WOULD_HELP, &[&[Extension(own::WOULD_HELP), In("valueString")]], How::Text),
            row(Action::STATUS, &[&[In("status")]], How::Code(&ACTION_STATUS)),
            row(Action::REVIEW, &[&[Extension(own::REVIEW_DATE), In("valueDate")]], How::Date),
        ],
        links: &[LinkRow {
            element: "resource-pertainsToGoal",
            field: Some(Action::GOAL),
            at: &[Extension(own::PERTAINS_TO_GOAL), In("valueReference")],
            shape: Shape::One,
            kinds: &[Kind::Goal],
        }],
        goes: super::Goes::Out,
        fresh: Some(|f| f.request(is::ACTION, "plan")),
    },
    Map {
        kind: Kind::Stage,
        resource: "ServiceRequest",
        part: 0,
        known: ask(is::STAGE),
        rows: &[
            row(Stage::WORDS, &[&[In("code")]], How::Concept),
            row(Stage::OUTCOME, &[&[First("note"), In("text")]], How::Text),
            row(Stage::STATUS, &[&[In("status")]], How::Code(&ACTION_STATUS)),
        ],
        links: &[LinkRow {
            element: "basedOn",
            field: Some(Stage::ACTION),
            at: &[In("basedOn")],
            shape: Shape::List,
            kinds: &[Kind::Action],
        }],
        goes: super::Goes::Out,
        fresh: Some(|f| f.request(is::STAGE, "plan")),
    },
    Map {
        kind: Kind::CheckIn,
        resource: "Observation",
        part: 0,
        known: seen(is::CHECK_IN),
        rows: &[
            choice(CheckIn::AT, &[&[In("effectiveDateTime")]], How::Instant, "effective"),
            choice(CheckIn::WENT, &[&[In("valueString")]], How::Text, "value"),
            row(CheckIn::CONFIDENCE, &[&[Component(is::CONFIDENCE_NOW), In("valueInteger")]], How::Scale),
        ],
        links: &[LinkRow {
            element: "basedOn",
            field: Some(CheckIn::ACTION),
            at: &[In("basedOn")],
            shape: Shape::List,
            kinds: &[Kind::Action],
        }],
        goes: super::Goes::Out,
        fresh: Some(|f| f.observation(entry(is::CHECK_IN), "survey", "Survey")),
    },
];

/// A concern that the person has: unconfirmed, and never on a problem list, since nobody clinical
/// said so.
fn need(f: &Fresh<'_>) -> Object {
    f.of_patient("subject")
        .object("clinicalStatus", concept(CLINICAL, "active", "Active"))
        .object("verificationStatus", concept(VERIFICATION, "unconfirmed", "Unconfirmed"))
        .list("category", [concept(CONDITION_CATEGORY, HEALTH_CONCERN, "Health Concern").done()])
        .object("asserter", reference(&f.author()))
}

impl Fresh<'_> {
    /// What every Observation of the plan begins with.
    pub(super) fn observation(&self, code: Object, category: &str, name: &str) -> Object {
        self.of_patient("subject")
            .text("status", "final")
            .list("category", [concept(OBSERVATION, category, name).done()])
            .object("code", code)
            .list("performer", [reference(&self.author()).done()])
    }

    /// What every ServiceRequest of the plan begins with; its status is a row.
    pub(super) fn request(&self, code: &str, intent: &str) -> Object {
        self.of_patient("subject")
            .json("intent", quoted(intent))
            .list("category", [entry(code).done()])
            .object("requester", reference(&self.author()))
    }
}
