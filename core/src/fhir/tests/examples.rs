//! HL7's own examples (`tests/vectors/fhir-r4-examples`), element by element.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::*;
use crate::fhir::observation::{Component, Effective, Quantity, Status, Value};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/fhir-r4-examples")
}

pub(super) fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(format!("Observation-{name}.json"))).unwrap()
}

fn example(name: &str) -> ObservationRead {
    read(&bytes(name)).unwrap()
}

fn number(value: &Option<Value>) -> &Quantity {
    match value {
        Some(Value::Quantity(quantity)) => quantity,
        other => panic!("not a number: {other:?}"),
    }
}

#[test]
fn every_example_is_read() {
    let mut count = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ext| ext == "json") {
            let seen = read(&fs::read(&path).unwrap());
            assert!(seen.is_ok(), "{}: {seen:?}", path.display());
            count += 1;
        }
    }
    assert_eq!(count, 9);
}

#[test]
fn a_blood_pressure_is_its_two_numbers() {
    let seen = example("blood-pressure");
    assert_eq!(seen.id.as_deref(), Some("blood-pressure"));
    assert_eq!(seen.status, Status::Final);
    assert_eq!(seen.kind, Some(Kind::BloodPressure));
    assert_eq!(seen.subject.as_deref(), Some("Patient/example"));
    assert_eq!(seen.value, None);
    assert_eq!(seen.code.said(), Some("Blood pressure systolic & diastolic"));
    let day = NaiveDate::from_ymd_opt(2012, 9, 17).unwrap();
    assert_eq!(
        seen.effective,
        Some(Effective::At(DateWritten { written: "2012-09-17".into(), date: Some(FhirDate::Day(day)) }))
    );
    let parts: Vec<(Option<Kind>, &str, Unit)> = seen
        .components
        .iter()
        .map(|part| {
            let quantity = number(&part.value);
            (part.kind, quantity.value.as_written(), quantity.measured_in())
        })
        .collect();
    let mmhg = || Unit::Ucum("mm[Hg]".into());
    assert_eq!(parts, [(Some(Kind::Systolic), "107", mmhg()), (Some(Kind::Diastolic), "60", mmhg()),]);
    assert!(seen.components.iter().all(Component::in_usual_unit));
}

#[test]
fn a_missing_number_says_why_it_is_missing() {
    let seen = example("blood-pressure-dar");
    let [top, bottom] = &seen.components[..] else {
        panic!("not two parts");
    };
    assert_eq!(number(&top.value).value.as_written(), "107");
    assert_eq!(bottom.value, None);
    assert_eq!(bottom.absent.as_deref(), Some("Not Performed"));
}

#[test]
fn a_weight_in_pounds_keeps_its_pounds() {
    let seen = example("example");
    assert_eq!(seen.kind, Some(Kind::Weight));
    let weight = number(&seen.value);
    assert_eq!(weight.value.as_written(), "185");
    assert_eq!(weight.unit.as_deref(), Some("lbs"));
    assert_eq!(weight.code.as_deref(), Some("[lb_av]"));
    assert_eq!(seen.code.codings.len(), 4);
}

#[test]
fn a_body_mass_index_keeps_its_decimal() {
    let seen = example("bmi");
    assert_eq!(seen.kind, Some(Kind::Bmi));
    assert_eq!(number(&seen.value).value.as_written(), "16.2");
}

#[test]
fn glucose_has_no_plain_name_here_and_keeps_the_laboratorys() {
    let seen = example("f001");
    assert_eq!(seen.kind, None);
    assert_eq!(seen.series(), None);
    assert_eq!(seen.code.said(), Some("Glucose [Moles/volume] in Blood"));
    assert_eq!(seen.performers, ["A. Langeveld"]);
    assert_eq!(number(&seen.value).value.as_written(), "6.3");
    let issued = seen.issued.unwrap();
    assert_eq!(issued.written, "2013-04-03T15:30:10+01:00");
    assert!(matches!(issued.date, Some(FhirDate::Instant(_))));
    match seen.effective {
        Some(Effective::Between { start: Some(start), end: None }) => {
            assert_eq!(start.written, "2013-04-02T09:30:10+01:00")
        }
        other => panic!("{other:?}"),
    }
    let [range] = &seen.lab_words[..] else {
        panic!("not one range");
    };
    let ends = [&range.low, &range.high].map(|end| end.as_ref().unwrap().value.as_written());
    assert_eq!(ends, ["3.1", "6.2"]);
}

#[test]
fn two_codes_for_the_same_thing_name_it_once() {
    let seen = example("satO2");
    assert_eq!(seen.kind, Some(Kind::Oxygen));
    assert_eq!(seen.series(), Some(Series { kind: Kind::Oxygen, unit: Unit::Ucum("%".into()) }));
}

#[test]
fn what_was_withdrawn_says_so() {
    let cancelled = example("unsat");
    assert!(cancelled.status.withdrawn());
    assert_eq!(cancelled.status.key(), Some("result-cancelled"));
    assert_eq!(cancelled.absent.as_deref(), Some("Specimen unsatisfactory for evaluation"));
    let mistaken = example("f202");
    assert!(mistaken.status.withdrawn());
    assert_eq!(mistaken.status.key(), Some("result-entered-in-error"));
    assert!(!example("bmi").status.withdrawn());
}

#[test]
fn numbers_of_every_form_stay_as_they_were_written() {
    let seen = example("decimal");
    let written: Vec<&str> =
        seen.components.iter().map(|part| number(&part.value).value.as_written()).collect();
    assert_eq!(
        written,
        [
            "1.0",
            "1.00",
            "1.0",
            "1E-22",
            "1000000000000000000",
            "1.000000000000000000E-245",
            "-1.000000000000000000E+245",
        ]
    );
}
