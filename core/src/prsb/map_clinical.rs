//! Conditions, allergies and medicines as a person keeps them, beside what of the
//! clinical record stays a clinician's.

use super::parts::*;
use super::tree::Rule::{Each as EachOf, Out, Same};
use super::tree::{Each, Element, Why, group, item, out};
use crate::plan::*;

pub(super) const PROBLEMS: Element = group(
    "Problem list",
    "0..1 R",
    Same,
    &[group(
        "Problem list record entry",
        "0..* R",
        EachOf(Each::of(Kind::Condition).named(&[Condition::WORDS, Condition::CODE])),
        &[
            coded!(
                "Problem",
                "1..1 M",
                Same,
                "0..1 R",
                "0..1 R text(150)",
                [Condition::CODE],
                [Condition::WORDS]
            ),
            item("Onset date", "0..1 R datetime", &[Condition::SINCE]),
            item("End Date", "0..1 R datetime", &[Condition::UNTIL]),
            out("Stage of disease", "0..1 R text(150)", Why::Judgement),
            item("Comment", "0..* R text(150)", &[Condition::COMMENTS]),
            group(
                "Primary Palliative Care Diagnosis",
                "0..1 R",
                Out(Why::Judgement),
                &[
                    group(
                        "Primary Palliative Care Diagnosis",
                        "0..1 R",
                        Out(Why::Judgement),
                        &[
                            out("Coded value", "0..1 R", Why::Judgement),
                            out("Free text", "0..1 R text(250)", Why::Judgement),
                        ],
                    ),
                    out("Description of palliative care diagnosis", "0..1 R text", Why::Judgement),
                ],
            ),
        ],
    )],
);

/// An allergy holds one reaction; further ones are kept as they came.
pub(super) const ALLERGIES: Element = group(
    "Allergies and adverse reactions",
    "0..1 R",
    Same,
    &[group(
        "Allergies and adverse reactions record entry",
        "0..* R",
        EachOf(Each::of(Kind::Allergy).named(&[Allergy::WHAT, Allergy::WHAT_CODE])),
        &[
            item("Type of reaction", "0..1 R", &[Allergy::SORT]),
            coded!(
                "Causative agent",
                "1..1 M",
                Same,
                "0..1 R",
                "0..1 R text(150)",
                [Allergy::WHAT_CODE],
                [Allergy::WHAT]
            ),
            group(
                "Reaction details cluster",
                "0..* R",
                Same,
                &[
                    group(
                        "Substance",
                        "0..1 R",
                        Out(Why::Judgement),
                        &[
                            out("Coded value", "0..1 R", Why::Judgement),
                            out("Free text", "0..1 R text(150)", Why::Judgement),
                        ],
                    ),
                    coded!(
                        "Description of reaction",
                        "0..1 R",
                        Same,
                        "0..1 R",
                        "0..1 R text(150)",
                        [Allergy::REACTION_CODE],
                        [Allergy::REACTION]
                    ),
                    item("Onset date", "0..1 R datetime", &[Allergy::REACTION_ON]),
                    coded!(
                        "Severity",
                        "0..1 R",
                        Same,
                        "0..1 R",
                        "0..1 R text(150)",
                        [Allergy::SEVERITY_CODE],
                        [Allergy::SEVERITY]
                    ),
                    group(
                        "Certainty",
                        "0..1 R",
                        Out(Why::Judgement),
                        &[
                            out("Coded value", "0..1 R", Why::Judgement),
                            out("Free text", "0..1 R text(150)", Why::Judgement),
                        ],
                    ),
                    group(
                        "Route of exposure",
                        "0..1 R",
                        Out(Why::Judgement),
                        &[
                            out("Coded value", "0..1 R", Why::Judgement),
                            out("Free text", "0..1 R text(150)", Why::Judgement),
                        ],
                    ),
                    item("Comment", "0..1 - text(150)", &[Allergy::REACTION_COMMENTS]),
                ],
            ),
            out("Evidence", "0..1 R text(150)", Why::Judgement),
            item("Date first experienced", "0..1 R datetime", &[Allergy::SINCE]),
            item("Allergy end date", "0..1 R date", &[Allergy::UNTIL]),
            item("Comment", "0..1 - text", &[Allergy::COMMENTS]),
        ],
    )],
);

/// A medicine is its name and what it is for: how it is taken stands on its box.
pub(super) const MEDICINES: Element = group(
    "Medications and medical devices",
    "0..1 R",
    Same,
    &[group(
        "Medication item entry",
        "0..* R",
        EachOf(Each::of(Kind::Medicine).named(&[Medicine::WORDS, Medicine::CODE])),
        &[
            group(
                "Medication item cluster",
                "0..1 R",
                Same,
                &[
                    coded!(
                        "Medication name",
                        "0..1 R",
                        Same,
                        "0..1 R",
                        "0..1 R text(150)",
                        [Medicine::CODE],
                        [Medicine::WORDS]
                    ),
                    group(
                        "Form",
                        "0..1 R",
                        Out(Why::Dose),
                        &[
                            out("Coded value", "0..1 R", Why::Dose),
                            out("Free text", "0..1 R text(150)", Why::Dose),
                        ],
                    ),
                    group(
                        "Route",
                        "0..1 R",
                        Out(Why::Dose),
                        &[
                            out("Coded value", "0..1 R", Why::Dose),
                            out("Free text", "0..1 R text(150)", Why::Dose),
                        ],
                    ),
                    group(
                        "Site",
                        "0..1 R",
                        Out(Why::Dose),
                        &[
                            out("Coded value", "0..1 R", Why::Dose),
                            out("Free text", "0..1 R string(150)", Why::Dose),
                        ],
                    ),
                    group("Method", "0..1 R", Out(Why::Dose), &[]),
                    out("Over the counter medication flag", "0..1 R boolean", Why::Dose),
                    group(
                        "Structured dose direction cluster",
                        "0..1 R",
                        Out(Why::Dose),
                        &[
                            group("Structured dose amount", "0..1 R", Out(Why::Dose), &[]),
                            out("Structured dose timing", "0..1 R quantity", Why::Dose),
                            out("Dose direction duration", "0..1 R quantity", Why::Dose),
                            out("Dose directions description", "0..1 R text(150)", Why::Dose),
                        ],
                    ),
                    out("Additional instructions", "0..1 R", Why::Dose),
                    group(
                        "Course details cluster",
                        "0..1 R",
                        Same,
                        &[
                            out("Course status", "0..1 R", Why::Dose),
                            item("Indication", "0..1 R text(150)", &[Medicine::WHY]),
                            out("Start date/time", "0..1 R datetime", Why::Dose),
                            out("End date/time", "0..1 R datetime", Why::Dose),
                            out("Link to indication record", "0..1 R text(150)", Why::Dose),
                            out("Comment/recommendation", "0..1 R text(150)", Why::Dose),
                        ],
                    ),
                    group(
                        "Medication change summary cluster",
                        "0..1 R",
                        Out(Why::Dose),
                        &[
                            out("Status", "0..1 R", Why::Dose),
                            out("Indication", "0..1 R", Why::Dose),
                            out("Date of change", "0..1 R datetime", Why::Dose),
                            out("Description of amendment", "0..1 R text(150)", Why::Dose),
                        ],
                    ),
                    out("Total dose daily quantity", "0..1 R quantity", Why::Dose),
                ],
            ),
            group(
                "Medical devices entry",
                "0..* R",
                Out(Why::Register),
                &[
                    out("Medical device", "0..1 R text(150)", Why::Register),
                    out("Comments", "0..1 R text(150)", Why::Register),
                ],
            ),
            group(
                "Medication discontinued entry",
                "0..* R",
                Out(Why::Dose),
                &[
                    group(
                        "Name of discontinued medication",
                        "0..1 R",
                        Out(Why::Dose),
                        &[
                            out("Coded value", "0..1 R", Why::Dose),
                            out("Free text", "0..1 R string(150)", Why::Dose),
                        ],
                    ),
                    out("Status", "0..1 R", Why::Dose),
                    out("Indication", "0..1 R", Why::Dose),
                    out("Date of change", "0..1 R datetime", Why::Dose),
                    out("Comment", "0..1 R text(150)", Why::Dose),
                ],
            ),
        ],
    )],
);

pub(super) const AFTER_DEATH: Element = group(
    "After death",
    "0..1 R",
    Out(Why::AfterDeath),
    &[
        group(
            "Actual place of death",
            "0..1 R",
            Out(Why::AfterDeath),
            &[
                out("Name of the place", "0..1 R text", Why::AfterDeath),
                out("Type of place", "0..1 R", Why::AfterDeath),
            ],
        ),
        out("Date of death", "0..1 R datetime", Why::AfterDeath),
    ],
);

pub(super) const FILES: Element = group(
    "Documents (including correspondence, audio and images)",
    "0..1 R",
    Out(Why::Files),
    &[group(
        "Documents",
        "0..1 R",
        Out(Why::Files),
        &[
            out("Documentation location", "1..1 R text(150)", Why::Files),
            out("Confidentiality", "1..1 R", Why::Files),
            out("Class", "1..1 R text(150)", Why::Files),
            out("Document title", "1..1 R text(150)", Why::Files),
            out("Document name", "1..1 R", Why::Files),
            out("Document MIME type", "1..1 R text", Why::Files),
            group(
                "Service",
                "0..1 R",
                Out(Why::Files),
                &[out("Coded value", "1..1 R", Why::Files), out("Free text", "1..1 R text(150)", Why::Files)],
            ),
            out("Comments", "1..1 R text(150)", Why::Files),
            group(
                "Additional information required for images.",
                "0..1 R",
                Out(Why::Files),
                &[
                    out("Image procedure", "1..1 R text", Why::Files),
                    out("Image procedure date", "1..1 R datetime", Why::Files),
                    group(
                        "Performing professional",
                        "0..1 R",
                        Out(Why::Files),
                        &[
                            out("Name", "1..1 R string(70)", Why::Files),
                            out("Role", "1..1 R", Why::Files),
                            out("Grade", "1..1 R text(150)", Why::Files),
                            out("Speciality", "1..1 R string(3)", Why::Files),
                            out("Professional identifier", "1..1 R string(32)", Why::Files),
                            group("Organisation", "0..1 R", Out(Why::Files), &[]),
                            out("Contact details", "1..1 R string(35)", Why::Files),
                        ],
                    ),
                    group(
                        "Images",
                        "0..1 R",
                        Out(Why::Files),
                        &[
                            out("Image capture date", "1..1 R datetime", Why::Files),
                            out("Image ID", "1..1 R identifier", Why::Files),
                            out("Image location", "1..1 R text(150)", Why::Files),
                        ],
                    ),
                    out("Format code", "1..1 R text(150)", Why::Files),
                    out("Event code list", "1..1 R", Why::Files),
                    group(
                        "Person completing record",
                        "0..1 R",
                        Out(Why::Files),
                        &[
                            out("Name", "1..1 R string(70)", Why::Files),
                            out("Role", "1..1 R", Why::Files),
                            out("Grade", "1..1 R text(150)", Why::Files),
                            out("Specialty", "1..1 R string(3)", Why::Files),
                            group("Organisation", "0..1 R", Out(Why::Files), &[]),
                            out("Professional identifier", "1..1 R string(32)", Why::Files),
                            out("Date completed", "1..1 R datetime", Why::Files),
                            out("Contact details", "1..1 R string(35)", Why::Files),
                        ],
                    ),
                    out("Comments", "1..1 R text(150)", Why::Files),
                ],
            ),
        ],
    )],
);
