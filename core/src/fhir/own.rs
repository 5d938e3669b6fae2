//! What Hearth adds to FHIR: its extensions and code systems, under one address, and the addresses
//! of those of others that it uses. Each of its own has a definition in `docs/fhir/` (a test holds
//! them to this file), and each code its source in `docs/fhir.md`.

/// Where everything of Hearth's own is named. `.example` is reserved (RFC 6761): a deployer who has
/// an address of their own changes it here, before anything is written to a server.
macro_rules! base {
    ($rest:literal) => {
        concat!("https://hearth.example/fhir", $rest)
    };
}

mod codes;

pub use codes::*;

/// The address under which Hearth's own definitions, and the resources of a document, are named.
pub const BASE: &str = base!("");
/// The system of Hearth's identifiers: whoever finds one of Hearth's resources again does so by it.
pub const ENTRY_ID: &str = base!("/entry");
/// What kind of entry of the plan a resource is.
pub const ENTRY: &str = base!("/CodeSystem/entry");
/// The zone of a sign or a step, as the person and their clinician put it.
pub const ZONE: &str = base!("/CodeSystem/zone");
/// What a person may ask for of the menu of support.
pub const SUPPORT: &str = base!("/CodeSystem/support");
/// An answer that is neither a number nor words.
pub const ANSWER: &str = base!("/CodeSystem/answer");
/// A grade of the MRC breathlessness scale, 1 to 5. (The modified scale, 0 to 4, is another one.)
pub const MRC: &str = base!("/CodeSystem/mrc-breathlessness");

/// SNOMED CT (<https://hl7.org/fhir/R4/snomedct.html>).
pub const SNOMED: &str = "http://snomed.info/sct";
/// NHS National Record Locator, pointer type "Contingency plan".
pub const CONTINGENCY: &str = "325691000000100";
/// LOINC (<https://hl7.org/fhir/R4/loinc.html>).
pub const LOINC: &str = "http://loinc.org";
/// NHS numbers (<https://simplifier.net/guide/uk-core-implementation-guide>).
pub const NHS_NUMBER: &str = "https://fhir.nhs.uk/Id/nhs-number";

/// Why there is no value (<https://hl7.org/fhir/R4/extension-data-absent-reason.html>).
pub const DATA_ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
/// The goal that something is for (<https://hl7.org/fhir/R4/extension-resource-pertainstogoal.html>).
pub const PERTAINS_TO_GOAL: &str = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal";
/// What a flag is about (<https://hl7.org/fhir/R4/extension-flag-detail.html>).
pub const FLAG_DETAIL: &str = "http://hl7.org/fhir/StructureDefinition/flag-detail";

/// One of Hearth's own extensions.
#[derive(Clone, Copy, Debug)]
pub struct Extension {
    /// Its address.
    pub url: &'static str,
    /// The FHIR type of its value; "" for one that is made of others.
    pub value: &'static str,
    /// The elements it may stand on.
    pub on: &'static [&'static str],
    /// What it says, in one sentence.
    pub says: &'static str,
}

/// What the parts of [`INTERPRETED`] are called and the FHIR types of their values.
pub const INTERPRETED_PARTS: [(&str, &str); 4] =
    [("original", "string"), ("language", "string"), ("interpreter", "string"), ("on", "date")];

/// How important the goal is to the person, 1 to 10. Not there: not answered.
pub const IMPORTANCE: &str = base!("/StructureDefinition/goal-importance");
/// How confident the person is that they can do it, 1 to 10. Not there: not answered.
pub const CONFIDENCE: &str = base!("/StructureDefinition/action-confidence");
/// What might stop the person, in their words.
pub const BARRIER: &str = base!("/StructureDefinition/action-barrier");
/// What the person can do about what might stop them, in their words.
pub const STRATEGY: &str = base!("/StructureDefinition/action-strategy");
/// What would make the person more confident, in their words.
pub const WOULD_HELP: &str = base!("/StructureDefinition/action-would-help");
/// How the action stands, where FHIR's status has one word for two: planned, doing, done, stopped.
pub const ACTION_STATUS: &str = base!("/StructureDefinition/action-status");
/// How the promise stands, where FHIR's status has one word for two: promised, done, not_available, no_longer_needed.
pub const PROMISE_STATE: &str = base!("/StructureDefinition/promise-state");
/// The person promised it themselves.
pub const MY_OWN: &str = base!("/StructureDefinition/promise-is-my-own");
/// How the request stands, where FHIR's status has one word for two: asked, begun, not_available, no_longer_needed.
pub const REQUEST_STATE: &str = base!("/StructureDefinition/request-state");
/// When to look at it again.
pub const REVIEW_DATE: &str = base!("/StructureDefinition/review-date");
/// Who looks at it again with the person.
pub const REVIEW_BY: &str = base!("/StructureDefinition/review-by");
/// Who helped the person to write it.
pub const HELPED_BY: &str = base!("/StructureDefinition/helped-by");
/// A sign that was noticed when the plan was used: the id of its activity in that plan.
pub const SIGN_NOTICED: &str = base!("/StructureDefinition/sign-noticed");
/// A step that was done when the plan was used: the id of its activity in that plan.
pub const STEP_DONE: &str = base!("/StructureDefinition/step-done");
/// What somebody's work is, in the person's words.
pub const WORK_ROLE: &str = base!("/StructureDefinition/work-role");
/// Where somebody works, in the person's words.
pub const WORK_PLACE: &str = base!("/StructureDefinition/work-place");
/// They are the person's key worker.
pub const KEY_WORKER: &str = base!("/StructureDefinition/key-worker");
/// They care for the person.
pub const CARER: &str = base!("/StructureDefinition/carer");
/// They interpret for the person.
pub const INTERPRETER: &str = base!("/StructureDefinition/interpreter");
/// What is worth knowing about somebody.
pub const COMMENTS: &str = base!("/StructureDefinition/comments");
/// The person has not answered. FHIR asks for a code here, so one stands; while it is the one named here, it is nobody's answer.
pub const NOT_ANSWERED: &str = base!("/StructureDefinition/not-answered");
/// The words came through an interpreter: what was really said, in which language, who interpreted, and when.
pub const INTERPRETED: &str = base!("/StructureDefinition/interpreted");
/// The words are a file's that the person brought in, not their own: what they call it.
pub const FROM_FILE: &str = base!("/StructureDefinition/from-file");
/// Whose words the resource says: keyed sums of what was written there, by which the person's other phones know it again.
pub const WRITTEN: &str = base!("/StructureDefinition/written");

/// Every extension of Hearth's own.
pub const EXTENSIONS: &[Extension] = &[
    Extension {
        url: IMPORTANCE,
        value: "integer",
        on: &["Goal"],
        says: "How important the goal is to the person, 1 to 10. Not there: not answered.",
    },
    Extension {
        url: CONFIDENCE,
        value: "integer",
        on: &["ServiceRequest"],
        says: "How confident the person is that they can do it, 1 to 10. Not there: not answered.",
    },
    Extension {
        url: BARRIER,
        value: "string",
        on: &["ServiceRequest"],
        says: "What might stop the person, in their words.",
    },
    Extension {
        url: STRATEGY,
        value: "string",
        on: &["ServiceRequest"],
        says: "What the person can do about what might stop them, in their words.",
    },
    Extension {
        url: WOULD_HELP,
        value: "string",
        on: &["ServiceRequest"],
        says: "What would make the person more confident, in their words.",
    },
    Extension {
        url: ACTION_STATUS,
        value: "code",
        on: &["ServiceRequest"],
        says: "How the action stands, where FHIR's status has one word for two: planned, doing, done, stopped.",
    },
    Extension {
        url: PROMISE_STATE,
        value: "code",
        on: &["ServiceRequest"],
        says: "How the promise stands, where FHIR's status has one word for two: promised, done, not_available, no_longer_needed.",
    },
    Extension {
        url: MY_OWN,
        value: "boolean",
        on: &["Task", "ServiceRequest"],
        says: "The person promised it themselves.",
    },
    Extension {
        url: REQUEST_STATE,
        value: "code",
        on: &["ServiceRequest"],
        says: "How the request stands, where FHIR's status has one word for two: asked, begun, not_available, no_longer_needed.",
    },
    Extension {
        url: REVIEW_DATE,
        value: "date",
        on: &["Goal", "ServiceRequest", "CarePlan"],
        says: "When to look at it again.",
    },
    Extension {
        url: REVIEW_BY,
        value: "string",
        on: &["CarePlan"],
        says: "Who looks at it again with the person.",
    },
    Extension {
        url: HELPED_BY,
        value: "string",
        on: &["Observation"],
        says: "Who helped the person to write it.",
    },
    Extension {
        url: SIGN_NOTICED,
        value: "string",
        on: &["Communication"],
        says: "A sign that was noticed when the plan was used: the id of its activity in that plan.",
    },
    Extension {
        url: STEP_DONE,
        value: "string",
        on: &["Communication"],
        says: "A step that was done when the plan was used: the id of its activity in that plan.",
    },
    Extension {
        url: WORK_ROLE,
        value: "string",
        on: &["RelatedPerson"],
        says: "What somebody's work is, in the person's words.",
    },
    Extension {
        url: WORK_PLACE,
        value: "string",
        on: &["RelatedPerson"],
        says: "Where somebody works, in the person's words.",
    },
    Extension {
        url: KEY_WORKER,
        value: "boolean",
        on: &["RelatedPerson"],
        says: "They are the person's key worker.",
    },
    Extension { url: CARER, value: "boolean", on: &["RelatedPerson"], says: "They care for the person." },
    Extension {
        url: INTERPRETER,
        value: "boolean",
        on: &["RelatedPerson"],
        says: "They interpret for the person.",
    },
    Extension {
        url: COMMENTS,
        value: "string",
        on: &["RelatedPerson"],
        says: "What is worth knowing about somebody.",
    },
    Extension {
        url: NOT_ANSWERED,
        value: "code",
        on: &["Element"],
        says: "The person has not answered. FHIR asks for a code here, so one stands; while it is the one named here, it is nobody's answer.",
    },
    Extension {
        url: INTERPRETED,
        value: "",
        on: &["Element"],
        says: "The words came through an interpreter: what was really said, in which language, who interpreted, and when.",
    },
    Extension {
        url: FROM_FILE,
        value: "string",
        on: &["CarePlan.activity"],
        says: "The words are a file's that the person brought in, not their own: what they call it.",
    },
    Extension {
        url: WRITTEN,
        value: "string",
        on: &["DomainResource"],
        says: "Whose words the resource says: keyed sums of what was written there, by which the person's other phones know it again.",
    },
];
