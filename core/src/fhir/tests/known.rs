//! Plain names and units: what is recognised, and what may share a line.

use std::collections::BTreeSet;

use super::*;
use crate::words::{Language, Words};

fn measured(loinc: &str, number: &str, unit: &str) -> ObservationRead {
    let json = format!(
        r#"{{"resourceType":"Observation","status":"final",
            "code":{{"coding":[{{"system":"http://loinc.org","code":"{loinc}"}}]}},
            "valueQuantity":{{"value":{number},{unit}}}}}"#
    );
    read(json.as_bytes()).unwrap()
}

fn ucum(code: &str) -> String {
    format!(r#""system":"http://unitsofmeasure.org","code":"{code}""#)
}

#[test]
fn every_kind_has_a_plain_name() {
    let words = Words::new(Language::EnGb);
    assert_eq!(Kind::all().count(), 11);
    for kind in Kind::all() {
        let name = words.say(kind.name_key(), &[]);
        assert!(!name.starts_with('['), "{kind:?}: {name}");
        assert_ne!(kind.name_key(), "result-value-not-shown", "{kind:?}");
    }
}

#[test]
fn every_code_names_the_result_it_should() {
    for (code, kind) in [
        ("85354-9", Kind::BloodPressure),
        ("8480-6", Kind::Systolic),
        ("8462-4", Kind::Diastolic),
        ("29463-7", Kind::Weight),
        ("39156-5", Kind::Bmi),
        ("2708-6", Kind::Oxygen),
        ("59408-5", Kind::Oxygen),
        ("59261-8", Kind::Hba1c),
        ("4548-4", Kind::Hba1cPercent),
        ("62238-1", Kind::Egfr),
        ("20152-5", Kind::Fev1Percent),
        ("9318-7", Kind::Acr),
    ] {
        assert_eq!(measured(code, "1", &ucum("1")).kind, Some(kind), "{code}");
    }
}

#[test]
fn the_same_digits_in_another_code_system_name_nothing() {
    let seen = read(
        br#"{"resourceType":"Observation","status":"final",
            "code":{"coding":[{"system":"http://example.org","code":"29463-7"},{"code":"29463-7"}]}}"#,
    );
    assert_eq!(seen.map(|seen| seen.kind), Ok(None));
}

#[test]
fn two_codes_for_different_things_name_nothing() {
    let seen = read(
        br#"{"resourceType":"Observation","status":"final","code":{"coding":[
            {"system":"http://loinc.org","code":"29463-7"},
            {"system":"http://loinc.org","code":"39156-5"}]}}"#,
    );
    assert_eq!(seen.map(|seen| seen.kind), Ok(None));
}

#[test]
fn numbers_of_different_units_never_share_a_line() {
    let lines: BTreeSet<Option<Series>> = [
        measured("59261-8", "48", &ucum("mmol/mol")),
        measured("59261-8", "6.5", &ucum("%")),
        measured("4548-4", "6.5", &ucum("%")),
        measured("9318-7", "3", &ucum("mg/g")),
        measured("9318-7", "3", &ucum("mg/mmol")),
        measured("9318-7", "3", r#""unit":"mg/g""#),
    ]
    .iter()
    .map(ObservationRead::series)
    .collect();
    assert_eq!(lines.len(), 6);
    assert!(!lines.contains(&None));
}

#[test]
fn the_same_thing_in_the_same_unit_shares_a_line() {
    let one = measured("29463-7", "72.50", &ucum("kg"));
    let other = measured("29463-7", "71", &ucum("kg"));
    assert_eq!(one.series(), other.series());
    assert!(one.series().is_some());
}

#[test]
fn a_number_without_a_unit_stands_alone() {
    assert_eq!(measured("29463-7", "72", r#""unit":" ""#).series(), None);
}

#[test]
fn an_unusual_unit_is_noticed_and_kept() {
    let british = measured("9318-7", "3", &ucum("mg/mmol"));
    assert!(!british.in_usual_unit());
    assert!(measured("9318-7", "3", &ucum("mg/g")).in_usual_unit());
    assert!(!measured("29463-7", "72", r#""unit":"kg""#).in_usual_unit());
    assert_eq!(british.series().map(|series| series.unit), Some(Unit::Ucum("mg/mmol".into())));
}
