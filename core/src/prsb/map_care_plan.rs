//! The Personalised care and support plan 2.0, element by element.

use super::map_goals::{GOALS, STRENGTHS};
use super::map_unwell::{ADVANCE_STATEMENT, CALLED, COPING, KEPT, SIGNS, STEPS, UNWELL, UNWELL_NAME};
use super::parts::*;
use super::tree::Rule::{Each as EachOf, Only, Rest, Same};
use super::tree::{Each, Element, entries, group, is_one_of, item};
use crate::plan::*;
use crate::record::Entity;

/// Every element, in the order of the list.
pub(super) const CARE_PLAN: &[Element] = &[
    group("Person demographics", "1..1 M", Only(Kind::Me), DEMOGRAPHICS),
    group(
        "GP practice",
        "1..1 M",
        Same,
        &[group(
            "GP practice record entry",
            "0..* R",
            EachOf(Each::of(Kind::Practice)),
            &[
                item("GP name", "0..1 R string(70)", &[Practice::GP]),
                item("GP practice details", "0..1 R text(150)", &[Practice::DETAILS]),
                item("GP practice identifier", "1..1 M string(6)", &[Practice::IDENTIFIER]),
            ],
        )],
    ),
    ABOUT_ME,
    group(
        "Professional contacts",
        "0..1 R",
        Same,
        &[group(
            "Professional contacts record entry",
            "0..* R",
            EachOf(PROFESSIONALS),
            &[
                item("Name", "0..1 R text(70)", &[Person::NAME]),
                item("Role", "0..1 R", &[Person::ROLE, Person::ROLE_CODE]),
                item("Key worker", "0..1 R boolean", &[Person::KEY_WORKER]),
                item("Speciality", "0..1 R string(3)", &[Person::SPECIALITY]),
                item("Team", "0..1 R text(35)", &[Person::TEAM]),
                coded!(
                    "Organisation",
                    "0..1 R",
                    Same,
                    "0..1 R string(5)",
                    "0..1 R text(150)",
                    [Person::ORGANISATION_CODE],
                    [Person::ORGANISATION]
                ),
                item("Contact details", "0..1 R string(35)", &[Person::NUMBER]),
                item("Start date", "0..1 R datetime", &[Person::SINCE]),
                item("End date", "0..1 R datetime", &[Person::UNTIL]),
            ],
        )],
    ),
    PERSONAL_CONTACTS,
    group(
        "Formulation",
        "0..1 R",
        Same,
        &[group(
            "Formulation record entry",
            "0..* R",
            EachOf(Each::of(Kind::Formulation)),
            &[
                item("Date", "0..1 R datetime", &[Formulation::ON]),
                LOCATION,
                PERFORMING,
                item("Formulation", "0..1 R text(150)", &[Formulation::WORDS]),
                COMPLETING,
            ],
        )],
    ),
    group(
        "Care and support plan",
        "0..1 R",
        Only(Kind::PlanRecord),
        &[
            STRENGTHS,
            group(
                "Needs, concerns or problems",
                "0..* R",
                NEEDS,
                &[item(CODED, "0..1 R", &[Need::CODE]), item(FREE, "0..1 R text", &[Need::WORDS]), GOALS],
            ),
            AGREED,
            FUNDING,
            UPDATED,
            entries("Other care planning documents", "0..* R text", DOCUMENTS, &[Form::NAME]),
            REVIEW,
            RESPONSIBLE,
            LOCATION,
            PERFORMING,
            ALL_COMPLETING,
        ],
    ),
    group(
        "Contingency/safety plans",
        "0..* R",
        UNWELL,
        &[
            coded!(
                "Trigger factors",
                "1..* M",
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
                    item("Date", "0..1 R datetime", &[Statement::ON]),
                    LOCATION,
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
                    PERFORMING,
                    COMPLETING,
                ],
            ),
            entries("Anticipatory medicines/equipment", "0..* R text(150)", KEPT, &[KeptThing::WHAT]),
            LOCATIONS,
            PERFORMING,
            COMPLETING,
        ],
    ),
    group(
        "Additional support plans",
        "0..* R",
        EachOf(ADDITIONAL),
        &[
            coded!(
                "Additional support plan name",
                "0..1 R",
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
            LOCATION,
            PERFORMING,
            COMPLETING,
        ],
    ),
];

const DEMOGRAPHICS: &[Element] = &[
    group(
        "Person name",
        "1..1 M",
        Same,
        &[
            item("Person first name", "1..1 M string(35)", &[Me::FIRST_NAME]),
            item("Person family name", "1..1 M string(35)", &[Me::FAMILY_NAME]),
            item("Person preferred name", "0..1 R string(70)", &[Me::CALL_ME]),
            item("Title", "0..1 R string(35)", &[Me::TITLE]),
            item("Person name suffix", "0..1 R string(35)", &[Me::SUFFIX]),
            item("Person full name", "0..1 R string(70)", &[Me::NAME]),
        ],
    ),
    item("Date of birth", "1..1 M date", &[Me::BORN]),
    item("Gender", "0..1 R string(1)", &[Me::GENDER]),
    entries("Person alias", "0..* R string(70)", Each::of(Kind::OtherName), &[OtherName::NAME]),
    item("Ethnicity", "0..1 R string(2)", &[Me::ETHNICITY]),
    item("Religion", "0..1 R", &[Me::RELIGION]),
    item("Sex", "0..1 R string(1)", &[Me::SEX]),
    item("NHS number", "0..1 R string(10)", &[Me::NHS_NUMBER]),
    entries("Other identifier", "0..* R string(20)", Each::of(Kind::Identifier), &[Identifier::VALUE]),
    group(
        "Person's address",
        "1..* R",
        EachOf(Each::of(Kind::Address)),
        &[
            LINE_1,
            LINE_2,
            LINE_3,
            LINE_4,
            LINE_5,
            item("Postcode", "1..1 M string(8)", &[Address::POSTCODE]),
            ADDRESS_TYPE,
        ],
    ),
    group(
        "Person's contact details",
        "0..1 R",
        Same,
        &[
            PREFERRED_CONTACT,
            TELEPHONES,
            EMAILS,
            entries("Other contact information", "0..* R string(255)", ANOTHER_WAY, &[Reach::VALUE]),
        ],
    ),
    item("Place of birth", "0..1 R string(3)", &[Me::PLACE_OF_BIRTH]),
    item("Marital status", "0..1 R string(1)", &[Me::MARITAL_STATUS]),
];

/// A need of which nothing is said makes no entry: its goals stand alone.
pub(super) const NEEDS: super::tree::Rule =
    EachOf(Each::of(Kind::Need).named(&[Need::WORDS, Need::CODE]).loose(&[Kind::Goal]));

pub(super) const FUNDING: Element = coded!(
    "Care funding source",
    "0..1 R",
    Same,
    "0..1 R",
    "0..1 R text",
    [PlanRecord::FUNDING_CODE],
    [PlanRecord::FUNDING]
);

/// Every form that the person says exists: a document to be asked for.
const DOCUMENTS: Each =
    Each::of(Kind::Form).with_marks(&[super::tree::Mark::Word(Form::FORM, "other")]).named(&[Form::NAME]);

pub(super) const TRIGGERS: Each =
    Each::of(Kind::Trigger).under(Trigger::PLAN).named(&[Trigger::WORDS, Trigger::CODE]);

fn is_additional(plan: &Entity) -> bool {
    !is_one_of(plan, &SupportPlan::SORT, &["end_of_life"])
}

pub(super) const ADDITIONAL: Each = Each::of(Kind::SupportPlan)
    .marked(&[super::tree::Mark::Word(SupportPlan::SORT, "additional")], is_additional)
    .named(&[SupportPlan::NAME, SupportPlan::NAME_CODE]);
