//! What the practice has of its own comes in as its own.

use hearth_tests::practice::place::Place;
use serde_json::json;

pub fn a_result_comes_in_as_the_practices_own_and_its_correction_after_it(place: &Place) {
    let result = |value: f64, status: &str| {
        let rest = json!({ "status": status, "effectiveDateTime": "2026-09-28",
            "code": { "coding": [{ "system": "http://loinc.org", "code": "59261-8" }], "text": "HbA1c" },
            "valueQuantity": { "value": value, "unit": "mmol/mol" } });
        place.own("Observation", "r1", "subject", rest)
    };
    place.practice.put(&result(53.5, "final"));
    place.settle();
    assert_eq!(place.hearth().results()[0].value.text(), "53.5");
    place.practice.put(&result(35.5, "corrected"));
    place.settle();
    let results = place.hearth().results();
    assert_eq!(results.len(), 1);
    assert_eq!(results[0].value.versions.len(), 1);
    assert_eq!(results[0].value.text(), "35.5");
}

pub fn a_medicine_comes_in_as_theirs_and_what_they_take_back_goes(place: &Place) {
    let medicine = |status: &str| {
        let rest = json!({ "status": status, "medicationCodeableConcept": { "text": "Salbutamol inhaler" } });
        place.own("MedicationStatement", "m1", "subject", rest)
    };
    place.practice.put(&medicine("active"));
    place.settle();
    let plan = || place.hearth().export().json.to_string();
    assert!(plan().contains("Salbutamol inhaler"));
    place.practice.put(&medicine("entered-in-error"));
    place.settle();
    assert!(!plan().contains("Salbutamol inhaler"));
    assert_eq!(place.sync().received, 0);
}

pub fn a_review_that_the_practice_books_comes_in_and_goes_when_it_is_cancelled(place: &Place) {
    let whom = json!({ "reference": format!("Patient/{}", place.practice.patient()) });
    let booked = |status: &str| {
        let rest = json!({ "status": status, "description": "Breathing review",
            "start": "2027-02-03T10:00:00Z", "end": "2027-02-03T10:20:00Z", "participant": [
                { "actor": { "display": "The practice nurse" }, "status": "accepted" },
                { "actor": whom, "status": "accepted" }] });
        place.own("Appointment", "a1", "", rest)
    };
    place.practice.put(&booked("booked"));
    place.settle();
    let reviews = || {
        let mut all = place.hearth().reviews();
        all.retain(|review| review.name == "Breathing review");
        all
    };
    let found = reviews();
    assert_eq!(found.len(), 1, "{:?}", place.hearth().reviews());
    assert!(found[0].next.text().contains("2027"), "{found:?}");
    assert_eq!(found[0].who, "The practice nurse");
    place.practice.put(&booked("cancelled"));
    place.settle();
    assert!(reviews().is_empty());
    assert_eq!(place.sync().received, 0);
}

pub fn support_near_me_comes_in_where_the_practice_shows_it(place: &Place) {
    let service = |active: bool| {
        let rest = json!({ "active": active, "name": "Walking group",
            "comment": "Every Tuesday from the library", "telecom": [{ "system": "phone", "value": "01632 960001" }] });
        place.own("HealthcareService", "walks", "", rest)
    };
    let near_me = || {
        let near = place.hearth().support().near_me;
        near.iter().map(|entry| entry.name.text().to_owned()).collect::<Vec<String>>()
    };
    place.practice.put(&service(true));
    // It is nobody's record, and asked for once a week.
    place.days_pass(8);
    place.settle();
    if !place.practice.lets("HealthcareService") {
        // What is refused stops nothing else, and nothing is made up.
        assert_eq!(near_me(), Vec::<String>::new());
        return;
    }
    assert_eq!(near_me().iter().filter(|name| *name == "Walking group").count(), 1);
    place.practice.put(&service(false));
    place.days_pass(8);
    place.settle();
    assert!(!near_me().contains(&"Walking group".to_owned()));
}
