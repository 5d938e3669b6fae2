//! Sub-trees that stand in more than one place, and which entries stand where.

use super::tree::Rule::{Each as EachOf, Same};
use super::tree::{Each, Element, Mark, beyond, group, is_one_of, item, value};
use crate::plan::*;
use crate::record::Entity;

pub(super) const CODED: &str = "Coded value";
pub(super) const FREE: &str = "Free text";

/// A code and words, under one heading: `coded!("Strengths", "0..* R", RULE, "text", [CODES], [WORDS])`.
macro_rules! coded {
    ($name:expr, $facts:expr, $rule:expr, $code:expr, $free:expr, [$($codes:expr),*], [$($words:expr),*] $(, $more:expr)*) => {
        group($name, $facts, $rule, &[
            item(CODED, $code, &[$($codes),*]),
            item(FREE, $free, &[$($words),*]),
            $($more,)*
        ])
    };
}
pub(super) use coded;

/// Who did or wrote it down; the organisation is a group for which no list names anything in it.
const ORGANISATION: Element = group(
    "Organisation",
    "0..1 R",
    Same,
    &[beyond(CODED, &[Recorder::ORGANISATION_CODE]), beyond(FREE, &[Recorder::ORGANISATION])],
);
const PERFORMED: &[Mark] = &[Mark::Word(Recorder::PART, "performed")];
const COMPLETED: &[Mark] = &[Mark::Word(Recorder::PART, "completed")];

fn has_performed(recorder: &Entity) -> bool {
    !is_one_of(recorder, &Recorder::PART, &["completed", "reviews"])
}

fn has_completed(recorder: &Entity) -> bool {
    is_one_of(recorder, &Recorder::PART, &["completed"])
}

pub(super) const PERFORMING: Element = group(
    "Performing professional",
    "0..1 R",
    EachOf(
        Each::of(Kind::Recorder)
            .only_under(Recorder::OF)
            .marked(PERFORMED, has_performed)
            .named(&[Recorder::NAME]),
    ),
    &[
        item("Name", "0..1 R string(70)", &[Recorder::NAME]),
        item("Role", "0..1 R", &[Recorder::ROLE]),
        item("Grade", "0..1 R text(150)", &[Recorder::GRADE]),
        item("Speciality", "0..1 R string(3)", &[Recorder::SPECIALITY]),
        item("Professional identifier", "0..1 R string(32)", &[Recorder::IDENTIFIER]),
        ORGANISATION,
        item("Contact details", "0..1 R string(35)", &[Recorder::CONTACT]),
    ],
);

const COMPLETING_RULE: super::tree::Rule = EachOf(
    Each::of(Kind::Recorder)
        .only_under(Recorder::OF)
        .marked(COMPLETED, has_completed)
        .named(&[Recorder::NAME]),
);
const COMPLETING_ITEMS: &[Element] = &[
    item("Name", "0..1 R string(70)", &[Recorder::NAME]),
    item("Role", "0..1 R", &[Recorder::ROLE]),
    item("Grade", "0..1 R text(150)", &[Recorder::GRADE]),
    item("Specialty", "0..1 R string(3)", &[Recorder::SPECIALITY]),
    ORGANISATION,
    item("Professional identifier", "0..1 R string(32)", &[Recorder::IDENTIFIER]),
    item("Date completed", "0..1 R datetime", &[Recorder::COMPLETED]),
    item("Contact details", "0..1 R string(35)", &[Recorder::CONTACT]),
];
pub(super) const COMPLETING: Element =
    group("Person completing record", "0..1 R", COMPLETING_RULE, COMPLETING_ITEMS);
/// The whole plan may have been written down by several.
pub(super) const ALL_COMPLETING: Element =
    group("Person completing record", "0..* R", COMPLETING_RULE, COMPLETING_ITEMS);

const LOCATION_ITEMS: &[Element] = &[
    item(
        CODED,
        "0..1 R string(5)",
        &[
            Formulation::LOCATION_CODE,
            PlanRecord::LOCATION_CODE,
            Unwell::LOCATION_CODE,
            Statement::LOCATION_CODE,
            SupportPlan::LOCATION_CODE,
        ],
    ),
    item(
        FREE,
        "0..1 R text(150)",
        &[
            Formulation::LOCATION,
            PlanRecord::LOCATION,
            Unwell::LOCATION,
            Statement::LOCATION,
            SupportPlan::LOCATION,
        ],
    ),
];
pub(super) const LOCATION: Element = group("Location", "0..1 R", Same, LOCATION_ITEMS);
/// An unwell plan holds the first place; further ones are kept as they came.
pub(super) const LOCATIONS: Element = group("Location", "0..* R", Same, LOCATION_ITEMS);

pub(super) const REVIEW: Element = item(
    "Planned review date/interval",
    "0..1 R datetime",
    &[
        PlanRecord::REVIEW,
        PlanRecord::REVIEW_INTERVAL,
        Unwell::REVIEW,
        Unwell::REVIEW_INTERVAL,
        SupportPlan::REVIEW,
        SupportPlan::REVIEW_INTERVAL,
    ],
);
pub(super) const RESPONSIBLE: Element = group(
    "Responsibility for review",
    "0..1 R",
    Same,
    &[
        item("Name", "0..1 R text(70)", &[PlanRecord::REVIEW_BY, Unwell::REVIEW_BY, SupportPlan::REVIEW_BY]),
        item("Role", "0..1 R", &[PlanRecord::REVIEW_ROLE, Unwell::REVIEW_ROLE, SupportPlan::REVIEW_ROLE]),
        item(
            "Contact details",
            "0..1 R string(35)",
            &[PlanRecord::REVIEW_CONTACT, Unwell::REVIEW_CONTACT, SupportPlan::REVIEW_CONTACT],
        ),
    ],
);
pub(super) const UPDATED: Element = item(
    "Date this plan was last updated",
    "0..1 R datetime",
    &[PlanRecord::UPDATED, Unwell::UPDATED, SupportPlan::UPDATED],
);

pub(super) const AGREED: Element = group(
    "Agreed with person or legitimate representative",
    "0..1 R",
    EachOf(
        Each::of(Kind::Agreement)
            .only_under(Agreement::WHAT)
            .with_marks(&[Mark::KindAbove(Agreement::KIND_OF)]),
    ),
    &[
        item("Person or legitimate representative", "0..1 R boolean", &[Agreement::AGREED]),
        item("Person full name", "0..1 R string(70)", &[Agreement::WITH]),
        item("Role", "0..1 R", &[Agreement::ROLE, Agreement::ROLE_CODE]),
    ],
);

const TELEPHONE: &[Mark] = &[Mark::Word(Reach::WAY, "telephone")];
const EMAIL: &[Mark] = &[Mark::Word(Reach::WAY, "email")];
const OTHER_WAY: &[Mark] = &[Mark::Word(Reach::WAY, "other")];
const BY_TELEPHONE: Each = Each::of(Kind::Reach)
    .marked(TELEPHONE, |reach| is_one_of(reach, &Reach::WAY, &["telephone"]))
    .named(&[Reach::VALUE]);
const BY_EMAIL: Each = Each::of(Kind::Reach)
    .marked(EMAIL, |reach| is_one_of(reach, &Reach::WAY, &["email"]))
    .named(&[Reach::VALUE]);
pub(super) const ANOTHER_WAY: Each = Each::of(Kind::Reach)
    .marked(OTHER_WAY, |reach| !is_one_of(reach, &Reach::WAY, &["telephone", "email"]))
    .named(&[Reach::VALUE]);

/// A person whose list nobody said is a professional where something of their work
/// is known.
fn is_professional(person: &Entity) -> bool {
    let work = [&Person::ROLE, &Person::ROLE_CODE, &Person::ORGANISATION, &Person::TEAM, &Person::SPECIALITY];
    match value(person, &Person::LISTED).is_some() {
        true => is_one_of(person, &Person::LISTED, &["professional"]),
        false => work.iter().any(|field| value(person, field).is_some()) || is_key_worker(person),
    }
}

fn is_key_worker(person: &Entity) -> bool {
    value(person, &Person::KEY_WORKER) == Some(&crate::record::Value::Bool(true))
}

fn is_personal(person: &Entity) -> bool {
    !is_professional(person) && !is_one_of(person, &Person::LISTED, &["to_call"])
}

pub(super) const PROFESSIONALS: Each = Each::of(Kind::Person)
    .marked(&[Mark::Word(Person::LISTED, "professional")], is_professional)
    .named(&[Person::NAME]);
const PERSONALS: Each = Each::of(Kind::Person)
    .marked(&[Mark::Word(Person::LISTED, "personal")], is_personal)
    .named(&[Person::NAME]);
/// Whom to call: somebody in the other lists, or known from here alone.
pub(super) const TO_CALL: Each = Each::of(Kind::Person)
    .with_marks(&[Mark::Word(Person::LISTED, "to_call")])
    .called_by(Unwell::CALL)
    .named(&[Person::NAME]);

pub(super) const PERSONAL_CONTACTS: Element = group(
    "Personal contacts",
    "0..1 R",
    Same,
    &[group(
        "Personal contacts record entry",
        "0..* R",
        EachOf(PERSONALS),
        &[
            item("Name", "1..1 M string(70)", &[Person::NAME]),
            item("Relationship", "0..1 R", &[Person::RELATIONSHIP]),
            item("Relationship type", "0..1 R text(150)", &[Person::RELATION]),
            item("Contact details", "0..1 R string(70)", &[Person::NUMBER]),
            item("Comments", "0..1 - text(150)", &[Person::COMMENTS]),
        ],
    )],
);

/// Requirements of one sort; those of which nobody said the sort are other ones.
macro_rules! requirement {
    ("other") => {
        EachOf(
            Each::of(Kind::Requirement)
                .marked(&[Mark::Word(Requirement::SORT, "other")], |requirement| {
                    let sorts = ["adjustment", "impairment", "cognition", "mobility", "money"];
                    !is_one_of(requirement, &Requirement::SORT, &sorts)
                })
                .named(&[Requirement::WORDS, Requirement::CODE]),
        )
    };
    ($sort:literal) => {
        EachOf(
            Each::of(Kind::Requirement)
                .marked(&[Mark::Word(Requirement::SORT, $sort)], |requirement| {
                    is_one_of(requirement, &Requirement::SORT, &[$sort])
                })
                .named(&[Requirement::WORDS, Requirement::CODE]),
        )
    };
}
pub(super) use requirement;

/// A heading of About me as the two plans have it: a group with one item of its name.
macro_rules! about {
    ($name:literal, $field:expr) => {
        group($name, "0..1 R", Same, &[item($name, "0..1 R text", &[$field])])
    };
}
pub(super) const ABOUT_ME: Element = group(
    "About me",
    "0..1 R",
    super::tree::Rule::Only(Kind::AboutMe),
    &[
        about!("What is most important to me", AboutMe::IMPORTANT),
        about!("People who are important to me", AboutMe::PEOPLE),
        about!("How I communicate and how to communicate with me", AboutMe::COMMUNICATE),
        about!("My wellness", AboutMe::WELLNESS),
        about!("Please do and please don't", AboutMe::PLEASE),
        about!("How and when to support me", AboutMe::SUPPORT),
        about!("Also worth knowing about me", AboutMe::ALSO),
        item("Date", "0..1 R datetime", &[AboutMe::ON]),
        item("Supported to write this by", "0..1 R text(150)", &[AboutMe::HELPED_BY]),
        item("Location to multimedia file", "0..1 R text", &[AboutMe::MEDIA_LOCATION]),
    ],
);

pub(super) const LINE_1: Element = item("Address line 1", "1..1 M string(35)", &[Address::LINE_1]);
pub(super) const LINE_2: Element = item("Address line 2", "0..1 R string(35)", &[Address::LINE_2]);
pub(super) const LINE_3: Element = item("Address line 3", "0..1 R string(35)", &[Address::LINE_3]);
pub(super) const LINE_4: Element = item("Address line 4", "0..1 R string(35)", &[Address::LINE_4]);
pub(super) const LINE_5: Element = item("Address line 5", "0..1 R string(35)", &[Address::LINE_5]);
pub(super) const ADDRESS_TYPE: Element = item("Address type", "0..1 R string(1)", &[Address::SORT]);

pub(super) const PREFERRED_CONTACT: Element =
    item("Preferred contact method", "0..1 R string(1)", &[Me::PREFERRED_CONTACT]);
pub(super) const TELEPHONES: Element = group(
    "Person's telephone number details",
    "0..* R",
    EachOf(BY_TELEPHONE),
    &[
        item("Person's telephone number", "0..1 R string(35)", &[Reach::VALUE]),
        item("Person's telephone number type", "0..1 R string(6)", &[Reach::SORT]),
        item("Preference of telephone number", "0..1 R", &[Reach::PREFERENCE]),
    ],
);
pub(super) const EMAILS: Element = group(
    "Person's email address details",
    "0..* R",
    EachOf(BY_EMAIL),
    &[
        item("Person's email address", "0..1 R string(255)", &[Reach::VALUE]),
        item("Person's email address type", "0..1 R string(6)", &[Reach::SORT]),
        item("Preference of email address", "0..1 R", &[Reach::PREFERENCE]),
    ],
);
