//! What is refused, each with its reason, and what is taken as it is.

use super::*;
use crate::fhir::observation::{Comparator, Effective, Value};
use crate::plan::{MAX_TEXT, Number};

#[test]
fn two_megabytes_are_refused_unread() {
    let bytes = vec![b' '; 2 * 1024 * 1024];
    assert_eq!(read(&bytes), Err(FhirError::TooLarge { bytes: bytes.len() }));
}

#[test]
fn exactly_the_largest_size_is_read_and_one_byte_more_is_not() {
    let mut bytes = br#"{"resourceType":"Observation","status":"final","code":{"text":"x"}}"#.to_vec();
    bytes.resize(MAX_BYTES, b' ');
    assert!(read(&bytes).is_ok());
    bytes.push(b' ');
    assert_eq!(read(&bytes), Err(FhirError::TooLarge { bytes: MAX_BYTES + 1 }));
}

#[test]
fn deep_nesting_is_refused_even_in_parts_that_are_not_read() {
    let nested = |depth: usize| format!(r#""extra":{}1{}"#, "[".repeat(depth), "]".repeat(depth));
    // The resource itself is the first level.
    assert!(with(&nested(MAX_DEPTH - 1)).is_ok());
    assert_eq!(with(&nested(MAX_DEPTH)), Err(FhirError::TooDeep));
    assert_eq!(read(&vec![b'['; 500_000]), Err(FhirError::TooDeep));
}

#[test]
fn brackets_in_text_are_not_nesting() {
    let text = "[{".repeat(100);
    assert!(with(&format!(r#""valueString":"{text}\"[""#)).is_ok());
}

#[test]
fn another_resource_is_not_a_result() {
    for other in [
        r#"{"resourceType":"Patient","status":3}"#,
        r#"{"status":"final"}"#,
        r#"{"resourceType":null}"#,
        r#"{"resourceType":"observation"}"#,
    ] {
        assert_eq!(read(other.as_bytes()), Err(FhirError::NotAnObservation), "{other}");
    }
    assert!(matches!(read(b"<html>"), Err(FhirError::NotJson { .. })));
    assert!(matches!(read(b""), Err(FhirError::NotJson { .. })));
    assert!(matches!(read(b"[]"), Err(FhirError::Shape { .. } | FhirError::NotJson { .. })));
    assert_eq!(read(b"\"\xff\""), Err(FhirError::NotJson { line: 0, column: 0 }));
}

#[test]
fn what_is_required_is_asked_for() {
    let missing = |element| Err(FhirError::Missing { element });
    assert_eq!(read(br#"{"resourceType":"Observation","code":{"text":"x"}}"#), missing("status"));
    assert_eq!(read(br#"{"resourceType":"Observation","status":"final"}"#), missing("code"));
    assert_eq!(
        read(br#"{"resourceType":"Observation","status":"final","code":{"coding":[{}],"text":" "}}"#),
        missing("code")
    );
    assert_eq!(with(r#""component":[{"valueString":"y"}]"#), missing("code"));
}

#[test]
fn a_status_that_fhir_does_not_have_is_refused() {
    assert_eq!(
        read(br#"{"resourceType":"Observation","status":"fine","code":{"text":"x"}}"#),
        Err(FhirError::NotAllowed { element: "status" })
    );
}

#[test]
fn what_may_change_the_meaning_is_refused_wherever_it_stands() {
    let modifier = r#""modifierExtension":[{"url":"http://example.org/not","valueBoolean":true}]"#;
    for rest in [
        modifier.to_owned(),
        r#""implicitRules":"http://example.org/rules""#.to_owned(),
        format!(r#""component":[{{"code":{{"text":"y"}},{modifier}}}]"#),
        format!(r#""referenceRange":[{{"text":"y",{modifier}}}]"#),
        r#""valueQuantity":{"value":5,"comparator":"ad"}"#.to_owned(),
    ] {
        assert_eq!(with(&rest), Err(FhirError::UnknownModifier), "{rest}");
    }
    assert!(with(r#""modifierExtension":[]"#).is_ok());
}

#[test]
fn a_comparator_is_kept_with_its_number() {
    for (written, comparator, sign) in [
        ("<", Comparator::Less, "<"),
        ("<=", Comparator::LessOrEqual, "≤"),
        (">=", Comparator::MoreOrEqual, "≥"),
        (">", Comparator::More, ">"),
    ] {
        let seen = with(&format!(r#""valueQuantity":{{"value":5,"comparator":"{written}"}}"#));
        match seen.unwrap().value {
            Some(Value::Quantity(quantity)) => {
                assert_eq!(quantity.comparator, Some(comparator));
                assert_eq!(comparator.sign(), sign);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn two_values_or_two_times_at_once_are_refused() {
    assert_eq!(
        with(r#""valueString":"a","valueBoolean":true"#),
        Err(FhirError::NotAllowed { element: "value" })
    );
    assert_eq!(with(r#""valueString":"a","valueRatio":{}"#), Err(FhirError::NotAllowed { element: "value" }));
    assert_eq!(
        with(r#""effectiveDateTime":"2026","effectiveInstant":"2026""#),
        Err(FhirError::NotAllowed { element: "effective" })
    );
    assert!(matches!(with(r#""valueString":"a","valueString":"b""#), Err(FhirError::Shape { .. })));
}

#[test]
fn every_kind_of_value_is_read_or_said_to_be_there() {
    let value = |rest: &str| with(rest).unwrap().value;
    let unread = |element| Some(Value::NotRead { element });
    assert_eq!(value(""), None);
    assert_eq!(value(r#""valueString":"positive""#), Some(Value::Text("positive".into())));
    assert_eq!(value(r#""valueBoolean":false"#), Some(Value::YesNo(false)));
    assert_eq!(value(r#""valueInteger":-0"#), Some(Value::Whole(Number::parse("-0").unwrap())));
    assert!(matches!(
        value(r#""valueCodeableConcept":{"text":"Never smoked"}"#),
        Some(Value::Concept(concept)) if concept.said() == Some("Never smoked")
    ));
    assert!(matches!(
        value(r#""valueDateTime":"2026-13""#),
        Some(Value::Date(DateWritten { written, date: None })) if written == "2026-13"
    ));
    for element in ["valueRange", "valueRatio", "valueSampledData", "valuePeriod"] {
        assert_eq!(value(&format!(r#""{element}":{{}}"#)), unread(element));
    }
    assert_eq!(value(r#""valueTime":"10:20:00""#), unread("valueTime"));
    assert_eq!(value(r#""valueQuantity":{"unit":"kg"}"#), unread("valueQuantity"));
}

#[test]
fn a_number_in_quotes_or_of_endless_digits_is_refused() {
    let refused = Err(FhirError::NotAllowed { element: "value" });
    assert_eq!(with(r#""valueQuantity":{"value":"72.50"}"#), refused);
    assert_eq!(with(r#""valueQuantity":{"value":{}}"#), refused);
    let digits = "9".repeat(33);
    assert_eq!(with(&format!(r#""valueQuantity":{{"value":{digits}}}"#)), refused);
}

#[test]
fn times_are_kept_as_written_even_when_they_cannot_be_read() {
    let effective = |rest: &str| with(rest).unwrap().effective;
    assert!(matches!(
        effective(r#""effectiveDateTime":"last Tuesday""#),
        Some(Effective::At(DateWritten { written, date: None })) if written == "last Tuesday"
    ));
    assert_eq!(effective(r#""effectiveTiming":{"code":{"text":"BID"}}"#), Some(Effective::NotRead));
    assert_eq!(effective(r#""effectivePeriod":{}"#), None);
}

#[test]
fn a_list_too_long_or_a_text_too_long_is_refused() {
    let ranges = vec!["{}"; MAX_ITEMS + 1].join(",");
    assert_eq!(
        with(&format!(r#""referenceRange":[{ranges}]"#)),
        Err(FhirError::TooMany { element: "referenceRange" })
    );
    let long = "a".repeat(MAX_TEXT + 1);
    assert_eq!(with(&format!(r#""valueString":"{long}""#)), Err(FhirError::TextTooLong { element: "value" }));
}

#[test]
fn an_id_that_could_bend_an_address_is_refused() {
    for id in ["", "../Patient/1", "a b", "a?b", &"a".repeat(65)] {
        assert_eq!(with(&format!(r#""id":"{id}""#)), Err(FhirError::NotAllowed { element: "id" }), "{id}");
    }
    assert!(with(r#""id":"A-z.0""#).is_ok());
}

#[test]
fn what_is_null_is_absent() {
    let seen = with(r#""id":null,"component":null,"valueString":null,"subject":null"#).unwrap();
    assert_eq!(seen, with("").unwrap());
}

#[test]
fn an_error_never_repeats_what_was_sent() {
    let secret = "penicillin";
    for rest in [
        format!(r#""status":"{secret}""#),
        format!(r#""valueBoolean":"{secret}""#),
        format!(r#""component":"{secret}""#),
        format!(r#""id":"{secret} ""#),
        format!(r#""valueQuantity":{{"value":"{secret}"}}"#),
        secret.to_owned(),
    ] {
        let refused = with(&rest).unwrap_err();
        assert!(!format!("{refused} {refused:?}").contains(secret), "{rest}");
    }
}
