//! Resources from a practice that says something else than it seems to, or nothing that can be read.

use super::sample::{code, text};
use crate::fhir::{FhirError, What, incoming, write_over};
use crate::plan::*;
use crate::record::Value;
use proptest::prelude::*;

fn with(resource: &str, rest: &str) -> Vec<u8> {
    format!("{{\"resourceType\":\"{resource}\"{}{rest}}}", if rest.is_empty() { "" } else { "," })
        .into_bytes()
}

#[test]
fn a_modifier_that_is_not_known_refuses_the_whole() {
    for rest in [
        r#""implicitRules":"http://x""#,
        r#""modifierExtension":[{"url":"http://x","valueBoolean":true}]"#,
        r#""target":[{"modifierExtension":[{"url":"http://x"}]}]"#,
    ] {
        assert_eq!(incoming(&with("Goal", rest)), Err(FhirError::UnknownModifier), "{rest}");
        let over = write_over(&with("Goal", rest), &[(Goal::WORDS, text("x"))]);
        assert_eq!(over, Err(FhirError::UnknownModifier), "{rest}");
    }
    // What is contained is a resource of its own, and not read.
    let contained = r#""contained":[{"resourceType":"Patient","modifierExtension":[{"url":"http://x"}]}]"#;
    assert!(incoming(&with("Goal", contained)).is_ok());
}

#[test]
fn do_not_is_never_read_as_do() {
    let refused = |body: Vec<u8>| assert_eq!(incoming(&body), Err(FhirError::UnknownModifier));
    refused(with("ServiceRequest", r#""doNotPerform":true,"code":{"text":"Exercise"}"#));
    refused(with("MedicationRequest", r#""doNotPerform":true"#));
    let category =
        r#""category":[{"coding":[{"system":"http://snomed.info/sct","code":"325691000000100"}]}]"#;
    refused(with("CarePlan", &format!(r#"{category},"activity":[{{"detail":{{"doNotPerform":true}}}}]"#)));
    assert!(incoming(&with("ServiceRequest", r#""doNotPerform":false"#)).is_ok());
}

#[test]
fn what_says_that_it_is_not_so_is_withdrawn() {
    let status = |of: &str, code: &str| {
        format!(
            r#""verificationStatus":{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/{of}","code":"{code}"}}]}}"#
        )
    };
    for (resource, rest) in [
        ("Goal", r#""lifecycleStatus":"entered-in-error""#.to_owned()),
        ("Task", r#""status":"entered-in-error""#.to_owned()),
        ("Condition", status("condition-ver-status", "refuted")),
        ("AllergyIntolerance", status("allergyintolerance-verification", "refuted")),
        ("AllergyIntolerance", status("allergyintolerance-verification", "entered-in-error")),
        ("MedicationStatement", r#""status":"not-taken""#.to_owned()),
    ] {
        assert!(incoming(&with(resource, &rest)).unwrap().withdrawn, "{rest}");
    }
    assert!(!incoming(&with("Goal", r#""lifecycleStatus":"active""#)).unwrap().withdrawn);
}

#[test]
fn a_practices_problems_allergies_and_medicines_are_read_and_never_written() {
    let condition = with(
        "Condition",
        r#""code":{"coding":[{"code":"13645005","display":"COPD"}]},"onsetDateTime":"2015-03-02T10:00:00Z""#,
    );
    let read = incoming(&condition).unwrap();
    assert_eq!(read.what, What::Entry(Kind::Condition, 0));
    let values: Vec<Value> = read.fields.into_iter().map(|(.., value)| value).collect();
    assert_eq!(values, [text("COPD"), Value::Date("2015-03-02".into())]);
    assert_eq!(write_over(&condition, &[(Condition::WORDS, text("x"))]), Err(FhirError::ReadOnly));
    let medicine = with(
        "MedicationRequest",
        r#""medicationCodeableConcept":{"text":"The blue inhaler"},"dosageInstruction":[{"text":"2 puffs"}]"#,
    );
    let read = incoming(&medicine).unwrap();
    assert_eq!((read.what, read.fields.len()), (What::Entry(Kind::Medicine, 0), 1));
    assert_eq!(write_over(&medicine, &[(Medicine::WORDS, text("x"))]), Err(FhirError::ReadOnly));
}

#[test]
fn a_booking_and_a_local_service_are_read_and_never_written() {
    let booking = with(
        "Appointment",
        r#""status":"booked","description":"Yearly review","start":"2027-01-05T09:30:00Z",
        "participant":[{"actor":{"reference":"Practitioner/1","display":"The nurse"}},{"actor":{"reference":"Patient/123"}}]"#,
    );
    let read = incoming(&booking).unwrap();
    assert_eq!((read.what, read.patient.as_deref()), (What::Entry(Kind::Review, 0), Some("Patient/123")));
    let values: Vec<Value> = read.fields.into_iter().map(|(.., value)| value).collect();
    assert_eq!(values, [text("Yearly review"), Value::Date("2027-01-05".into()), text("The nurse")]);
    let cancelled = String::from_utf8(booking.clone()).unwrap().replace("booked", "cancelled");
    assert!(incoming(cancelled.as_bytes()).unwrap().withdrawn);
    assert_eq!(write_over(&booking, &[(Review::NAME, text("x"))]), Err(FhirError::ReadOnly));
    let service = with("HealthcareService", r#""name":"Walking group","telecom":[{"value":"01632 960001"}]"#);
    assert_eq!(incoming(&service).unwrap().fields.len(), 2);
}

#[test]
fn what_the_plan_has_no_value_for_is_told_and_not_taken_for_nothing() {
    let goal = with(
        "Goal",
        r#""lifecycleStatus":"dreaming","extension":[
        {"url":"https://hearth.example/fhir/StructureDefinition/goal-importance","valueInteger":11},
        {"url":"https://hearth.example/fhir/StructureDefinition/review-date","valueDate":"2026-02-30"}]"#,
    );
    let read = incoming(&goal).unwrap();
    assert_eq!(read.not_read, [Goal::IMPORTANCE, Goal::STATUS, Goal::REVIEW]);
    assert_eq!(read.fields.len(), 0);
}

#[test]
fn a_field_of_something_else_and_a_value_of_another_type_are_refused() {
    let goal = with("Goal", "");
    assert_eq!(write_over(&goal, &[(Need::WORDS, text("x"))]), Err(FhirError::NotMapped));
    assert_eq!(write_over(&goal, &[(Goal::NEED, Value::Bool(true))]), Err(FhirError::NotMapped));
    let wrong = write_over(&goal, &[(Goal::IMPORTANCE, text("9"))]);
    assert_eq!(wrong, Err(FhirError::NotAllowed { element: "value" }));
    let unknown = write_over(&goal, &[(Goal::STATUS, code("dreaming"))]);
    assert_eq!(unknown, Err(FhirError::NotAllowed { element: "value" }));
    assert_eq!(write_over(&with("Patient", ""), &[]), Err(FhirError::NotMapped));
    assert_eq!(write_over(b"{}", &[]), Err(FhirError::NotAResource));
}

#[test]
fn a_choice_of_another_type_is_not_written_beside() {
    let request = r#""category":[{"coding":[{"system":"https://hearth.example/fhir/CodeSystem/entry","code":"action"}]}],
        "occurrenceDateTime":"2026""#;
    let over = write_over(&with("ServiceRequest", request), &[(Action::WHEN, Value::Date("2027".into()))]);
    assert_eq!(over, Err(FhirError::NotAllowed { element: "choice of types" }));
}

#[test]
fn words_longer_than_the_plan_holds_are_refused_and_never_cut() {
    let long = format!(r#""description":{{"text":"{}"}}"#, "a".repeat(MAX_TEXT + 1));
    assert_eq!(incoming(&with("Goal", &long)), Err(FhirError::TextTooLong { element: "text" }));
}

#[test]
fn an_id_that_is_none_is_refused_before_it_stands_in_an_address() {
    for id in ["../Patient/1", "a b", "é", &"a".repeat(65)] {
        let refused = incoming(&with("Goal", &format!("\"id\":\"{id}\"")));
        assert_eq!(refused, Err(FhirError::NotAllowed { element: "id" }));
    }
}

#[test]
fn what_the_plan_has_no_place_for_is_other_and_a_result_a_result() {
    assert_eq!(incoming(&with("Encounter", "")).unwrap().what, What::Other);
    assert_eq!(incoming(&with("Observation", "")).unwrap().what, What::Result);
    let form = r#""identifier":{"system":"http://elsewhere","value":"1"},"item":[{"linkId":"phq9"}]"#;
    assert_eq!(incoming(&with("QuestionnaireResponse", form)).unwrap().what, What::Other);
    assert_eq!(incoming(&with("Patient", "")).unwrap().what, What::Patient);
    assert_eq!(incoming(b"{}"), Err(FhirError::NotAResource));
    assert_eq!(incoming(b"[]"), Err(FhirError::NotAResource));
}

const ELEMENTS: &[&str] = &[
    "resourceType",
    "id",
    "status",
    "lifecycleStatus",
    "_lifecycleStatus",
    "achievementStatus",
    "description",
    "text",
    "_text",
    "code",
    "coding",
    "system",
    "display",
    "extension",
    "url",
    "valueInteger",
    "valueString",
    "valueCode",
    "valueDate",
    "category",
    "activity",
    "detail",
    "reasonCode",
    "note",
    "owner",
    "reference",
    "addresses",
    "identifier",
    "value",
    "period",
    "start",
    "end",
    "occurrenceTiming",
    "event",
    "title",
];

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value as Json;
    let texts = vec![
        "active",
        "completed",
        "2026-01",
        "2026-01-02T03:04:05Z",
        "Walk",
        "",
        "https://hearth.example/fhir/StructureDefinition/goal-importance",
        "https://hearth.example/fhir/StructureDefinition/not-answered",
        "https://hearth.example/fhir/StructureDefinition/interpreted",
        "https://hearth.example/fhir/CodeSystem/entry",
        "http://snomed.info/sct",
        "325691000000100",
        "sign",
    ];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        (-2_i64..12).prop_map(|n| Json::Number(n.into())),
        prop::sample::select(texts).prop_map(|text| Json::String(text.into())),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let name = prop::sample::select(ELEMENTS);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            prop::collection::vec((name, inner), 0..8)
                .prop_map(|members| Json::Object(members.into_iter().map(|(k, v)| (k.into(), v)).collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_resource_is_read_or_refused_and_what_is_written_is_read_back(
        mut json in any_json(),
        resource in prop::sample::select(vec!["Goal", "CarePlan", "Task", "ServiceRequest", "Observation"]),
        words in ".{1,20}",
    ) {
        if let serde_json::Value::Object(members) = &mut json {
            members.insert("resourceType".into(), resource.into());
        }
        let body = json.to_string().into_bytes();
        let Ok(read) = incoming(&body) else { return Ok(()) };
        let What::Entry(kind, _) = read.what else { return Ok(()) };
        for field in kind.own_fields().iter().filter(|field| field.holds == Type::Words) {
            let value = text(&words);
            // Refused where an element has another shape than FHIR gives it.
            let Ok(after) = write_over(&body, &[(*field, value.clone())]) else { continue };
            let now = incoming(&after).unwrap().fields;
            let clean = words.trim().is_empty() || words.contains(char::is_control);
            let says = now.iter().any(|(_, f, v)| f == field && *v == value);
            prop_assert!(says || clean, "{} of {}", field.name, resource);
        }
    }
}
