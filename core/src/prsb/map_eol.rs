//! The Palliative and end of life care list 1.1, element by element: what of it a
//! person's plan holds, and why it leaves the rest out.

use super::map_clinical::{AFTER_DEATH, ALLERGIES, FILES, MEDICINES, PROBLEMS};
use super::map_eol_care::PALLIATIVE;
use super::map_eol_plan::{CARE_AND_SUPPORT, CONTINGENCY, SUPPORT_PLANS};
use super::parts::*;
use super::tree::Rule::{Each as EachOf, Only, Out, Same};
use super::tree::{Each, Element, Mark, Why, beyond, entries, group, is_one_of, item, out};
use crate::plan::*;
use crate::record::Entity;

/// Every element, in the order of the list.
pub(super) const END_OF_LIFE: &[Element] = &[
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
                item("GP name", "0..1 R text(70)", &[Practice::GP]),
                item("GP practice details", "0..1 R text(150)", &[Practice::DETAILS]),
                item("GP practice identifier", "1..1 M string(6)", &[Practice::IDENTIFIER]),
            ],
        )],
    ),
    ABOUT_ME,
    group("Individual requirements", "0..1 R", Same, REQUIREMENTS),
    group(
        "Alerts",
        "0..1 R",
        Out(Why::Register),
        &[group(
            "Alerts record entry",
            "0..1 R",
            Out(Why::Register),
            &[out("Alert", "1..1 R string", Why::Register)],
        )],
    ),
    group(
        "Legal information",
        "0..1 R",
        Same,
        &[
            group(
                "Consent relating to child",
                "0..* R",
                Out(Why::Decision),
                &[
                    out("Consent relating to child", "0..1 R text(150)", Why::Decision),
                    out("Location of document", "0..1 R text(150)", Why::Decision),
                ],
            ),
            group(
                "Mental capacity assessment",
                "0..* R",
                Out(Why::Judgement),
                &[
                    out("Mental capacity assessment", "0..1 R text(150)", Why::Judgement),
                    out("Location of document", "0..1 R text(150)", Why::Judgement),
                ],
            ),
            group(
                "Lasting power of attorney for health and welfare or court-appointed deputy (or equivalent)",
                "0..* R",
                EachOf(FOR_HEALTH),
                &[group(
                    "Lasting power of attorney for health and welfare or court appointed deputy (or equivalent)",
                    "0..1 R",
                    Same,
                    LPA,
                )],
            ),
            group(
                "Lasting power of attorney for property and financial affairs or court-appointed deputy (or equivalent)",
                "0..* R",
                EachOf(FOR_MONEY),
                &[group(
                    "Lasting power of attorney for property and financial affairs or court appointed deputy (or equivalent)",
                    "0..1 R",
                    Same,
                    LPA,
                )],
            ),
            group(
                "Advance decision to refuse treatment (ADRT)",
                "0..1 R",
                Same,
                &[group(
                    "Advance decision to refuse treatment",
                    "0..1 R",
                    EachOf(REFUSAL),
                    &[
                        out(CODED, "0..1 R", Why::Decision),
                        out(FREE, "0..1 R text(150)", Why::Decision),
                        item("Location of document", "0..1 R text(150)", &[Form::PLACE]),
                    ],
                )],
            ),
        ],
    ),
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
                group(
                    "Organisation",
                    "0..1 R",
                    Same,
                    &[beyond(CODED, &[Person::ORGANISATION_CODE]), beyond(FREE, &[Person::ORGANISATION])],
                ),
                item("Contact details", "0..1 R string(35)", &[Person::NUMBER]),
                item("Start date", "0..1 R datetime", &[Person::SINCE]),
                item("End date", "0..1 R datetime", &[Person::UNTIL]),
            ],
        )],
    ),
    PERSONAL_CONTACTS,
    PROBLEMS,
    group(
        "Social context",
        "0..1 R",
        Same,
        &[group(
            "Accommodation status",
            "0..1 R",
            Only(Kind::Me),
            &[coded!(
                "Accommodation status",
                "0..1 R",
                Same,
                "0..1 R string(4)",
                "0..1 R text(150)",
                [Me::ACCOMMODATION_CODE],
                [Me::ACCOMMODATION]
            )],
        )],
    ),
    ALLERGIES,
    MEDICINES,
    CARE_AND_SUPPORT,
    CONTINGENCY,
    SUPPORT_PLANS,
    PALLIATIVE,
    AFTER_DEATH,
    FILES,
];

const DEMOGRAPHICS: &[Element] = &[
    group(
        "Person name",
        "1..1 M",
        Same,
        &[
            item("Person first name", "1..* M string(35)", &[Me::FIRST_NAME]),
            item("Person family name", "1..* M string(35)", &[Me::FAMILY_NAME]),
            item("Person preferred name", "0..1 R string(70)", &[Me::CALL_ME]),
            item("Title", "0..1 R string(35)", &[Me::TITLE]),
            item("Person name suffix", "0..* R string(35)", &[Me::SUFFIX]),
            item("Person full name", "0..1 R string(70)", &[Me::NAME]),
        ],
    ),
    item("Date of birth", "1..1 M date", &[Me::BORN]),
    item("Gender", "0..1 R string(1)", &[Me::GENDER]),
    item("Ethnicity", "0..1 R string(2)", &[Me::ETHNICITY]),
    item("Religion", "0..1 R", &[Me::RELIGION]),
    item("Sex", "0..1 - string(1)", &[Me::SEX]),
    item("NHS number", "0..1 R string(10)", &[Me::NHS_NUMBER]),
    item("NHS number status indicator", "0..1 R string(2)", &[Me::NHS_NUMBER_STATUS]),
    entries("Other identifier", "0..* R string(20)", Each::of(Kind::Identifier), &[Identifier::VALUE]),
    group(
        "Person's address",
        "1..* M",
        EachOf(Each::of(Kind::Address)),
        &[
            LINE_1,
            LINE_2,
            LINE_3,
            LINE_4,
            LINE_5,
            item("Postcode", "0..1 R string(8)", &[Address::POSTCODE]),
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
            entries("Other contact information", "0..1 R string(255)", ANOTHER_WAY, &[Reach::VALUE]),
        ],
    ),
    item("Marital status", "0..1 - string(1)", &[Me::MARITAL_STATUS]),
    item("Organ and tissue donation", "0..1 R boolean", &[Me::ORGAN_DONATION]),
];

const REQUIREMENTS: &[Element] = &[
    group(
        "Reasonable adjustment",
        "0..1 R",
        Same,
        &[group(
            "Reasonable adjustment record entry",
            "0..* R",
            requirement!("adjustment"),
            &[
                coded!(
                    "Reasonable adjustment",
                    "0..1 R",
                    Same,
                    "0..1 R",
                    "0..1 R text(150)",
                    [Requirement::CODE],
                    [Requirement::WORDS]
                ),
                item("Reasonable adjustment additional detail", "0..1 R string", &[Requirement::DETAIL]),
            ],
        )],
    ),
    group(
        "Impairment",
        "0..1 R",
        Same,
        &[group(
            "Impairment record entry",
            "0..* R",
            requirement!("impairment"),
            &[
                coded!(
                    "Impairment category",
                    "0..1 R",
                    Same,
                    "0..1 R",
                    "0..1 R text(150)",
                    [Requirement::CODE],
                    [Requirement::WORDS]
                ),
                item("Impairment additional detail", "0..1 R text(150)", &[Requirement::DETAIL]),
            ],
        )],
    ),
    group(
        "Cognition",
        "0..* R",
        requirement!("cognition"),
        &[item("Cognition", "0..1 R text(150)", &[Requirement::WORDS])],
    ),
    group(
        "Mobility",
        "0..* R",
        requirement!("mobility"),
        &[coded!(
            "Mobility needs",
            "0..1 R",
            Same,
            "0..1 R",
            "0..1 R text(150)",
            [Requirement::CODE],
            [Requirement::WORDS]
        )],
    ),
    group(
        "Other individual requirements",
        "0..* R",
        requirement!("other"),
        &[item("Other individual requirement", "0..1 R text(150)", &[Requirement::WORDS])],
    ),
];

const LPA: &[Element] = &[
    item(CODED, "0..1 R", &[Lpa::CODE]),
    item("Location of document", "0..1 R text(150)", &[Lpa::PLACE]),
    entries(
        "Name of LPA",
        "0..* R text(150)",
        Each::of(Kind::Attorney).only_under(Attorney::LPA).named(&[Attorney::NAME]),
        &[Attorney::NAME],
    ),
    item("Contact details", "0..1 R string(35)", &[Lpa::CONTACT]),
];
const FOR_HEALTH: Each = Each::of(Kind::Lpa)
    .marked(&[Mark::Word(Lpa::SORT, "health")], |lpa| !is_one_of(lpa, &Lpa::SORT, &["money"]));
const FOR_MONEY: Each = Each::of(Kind::Lpa)
    .marked(&[Mark::Word(Lpa::SORT, "money")], |lpa| is_one_of(lpa, &Lpa::SORT, &["money"]));

fn is_refusal(form: &Entity) -> bool {
    is_one_of(form, &Form::FORM, &["adrt"])
}

/// That an advance decision exists is said by where it is; what it refuses is not.
const REFUSAL: Each =
    Each::of(Kind::Form).marked(&[Mark::Word(Form::FORM, "adrt")], is_refusal).named(&[Form::PLACE]);
