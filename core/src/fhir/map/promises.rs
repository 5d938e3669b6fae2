//! Promises: a Task where the practice lets Hearth write one (Task is outside the patient
//! compartment of R4), else a ServiceRequest of intent `proposal`. And what was agreed.

use super::Place::{Component, Extension, First, In};
use super::goals::seen;
use super::me::all_of;
use super::{Codes, How, Known, LinkRow, Map, Shape, choice, entry, reference, row};
use crate::fhir::own::{self, entry as is};
use crate::plan::{Agreement, Kind, Promise, Request};

static TASK_STATUS: Codes = Codes {
    pairs: &[
        ("promised", &["requested", "draft", "received", "accepted", "ready", "in-progress", "on-hold"]),
        ("done", &["completed"]),
        ("not_available", &["rejected", "failed"]),
        ("no_longer_needed", &["cancelled"]),
    ],
    unanswered: "requested",
    exact: None,
    beside: None,
};

static REQUEST_STATUS: Codes = Codes {
    pairs: &[
        ("promised", &["active", "draft", "on-hold"]),
        ("done", &["completed"]),
        ("no_longer_needed", &["revoked"]),
        ("not_available", &["revoked"]),
    ],
    unanswered: "active",
    exact: Some(own::PROMISE_STATE),
    beside: None,
};

static SUPPORT_STATUS: Codes = Codes {
    pairs: &[
        ("asked", &["active", "draft", "on-hold"]),
        ("begun", &["active"]),
        ("no_longer_needed", &["revoked", "completed"]),
        ("not_available", &["revoked"]),
    ],
    unanswered: "active",
    exact: Some(own::REQUEST_STATE),
    beside: None,
};

pub(super) static MAPS: &[Map] = &[
    Map {
        kind: Kind::Promise,
        resource: "Task",
        part: 0,
        known: Known::Always,
        rows: &[
            row(Promise::WHAT, &[&[In("description")]], How::Text),
            row(Promise::WHO, &[&[In("owner"), In("display")]], How::Text),
            row(Promise::BY, &[&[In("restriction"), In("period"), In("end")]], How::Date),
            row(Promise::STATE, &[&[In("status")]], How::Code(&TASK_STATUS)),
            row(Promise::SAID, &[&[In("authoredOn")]], How::Date),
            row(Promise::NOTE, &[&[First("note"), In("text")]], How::Text),
            row(Promise::MINE, &[&[Extension(own::MY_OWN), In("valueBoolean")]], How::Flag),
        ],
        links: &[LinkRow {
            element: "owner",
            field: Some(Promise::PERSON),
            at: &[In("owner")],
            shape: Shape::One,
            kinds: &[Kind::Person],
        }],
        goes: super::Goes::Out,
        fresh: Some(|f| {
            f.of_patient("for")
                .text("intent", "proposal")
                .object("code", entry(is::PROMISE))
                .object("requester", reference(&f.author()))
        }),
    },
    Map {
        kind: Kind::Promise,
        resource: "ServiceRequest",
        part: 0,
        known: Known::Always,
        rows: &[
            row(Promise::WHAT, &[&[In("code")]], How::Concept),
            row(Promise::WHO, &[&[First("performer"), In("display")]], How::Text),
            choice(
                Promise::BY,
                &[&[In("occurrencePeriod"), In("end")], &[In("occurrenceDateTime")]],
                How::Date,
                "occurrence",
            ),
            row(Promise::STATE, &[&[In("status")]], How::Code(&REQUEST_STATUS)),
            row(Promise::SAID, &[&[In("authoredOn")]], How::Date),
            row(Promise::NOTE, &[&[First("note"), In("text")]], How::Text),
            row(Promise::MINE, &[&[Extension(own::MY_OWN), In("valueBoolean")]], How::Flag),
        ],
        links: &[LinkRow {
            element: "performer",
            field: Some(Promise::PERSON),
            at: &[First("performer")],
            shape: Shape::One,
            kinds: &[Kind::Person],
        }],
        goes: super::Goes::Out,
        fresh: Some(|f| f.request(is::PROMISE, "proposal")),
    },
    Map {
        kind: Kind::Request,
        resource: "ServiceRequest",
        part: 0,
        known: Known::By("category", own::ENTRY, is::REQUEST),
        rows: &[
            row(Request::ITEM, &[&[In("code"), First("coding")]], How::Coding(own::SUPPORT, own::SUPPORTS)),
            row(Request::WORDS, &[&[In("code"), In("text")]], How::Text),
            row(Request::OF, &[&[First("performer"), In("display")]], How::Text),
            row(Request::ON, &[&[In("authoredOn")]], How::Date),
            row(Request::STATE, &[&[In("status")]], How::Code(&SUPPORT_STATUS)),
            row(Request::NOTE, &[&[First("note"), In("text")]], How::Text),
        ],
        links: &[],
        goes: super::Goes::Out,
        fresh: Some(|f| f.request(is::REQUEST, "proposal")),
    },
    Map {
        kind: Kind::Agreement,
        resource: "Observation",
        part: 0,
        known: seen(is::AGREEMENT),
        rows: &[
            choice(Agreement::WITH, &[&[In("valueString")]], How::Text, "value"),
            row(Agreement::ROLE, &[&[Component(is::AGREED_ROLE), In("valueString")]], How::Text),
            choice(Agreement::ON, &[&[In("effectiveDateTime")]], How::Date, "effective"),
        ],
        links: &[LinkRow {
            field: Some(Agreement::WHAT),
            ..all_of("focus", &[In("focus")], Shape::List, Kind::ALL)
        }],
        goes: super::Goes::Out,
        fresh: Some(|f| f.observation(entry(is::AGREEMENT), "survey", "Survey")),
    },
];
