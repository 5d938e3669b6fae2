//! Results from a file: the sender's own. What stands is what its newest version
//! says, whole; the person's edit is a suggestion beside it.

use super::*;

const BLOOD_PRESSURE: &[u8] =
    include_bytes!("../../../../tests/vectors/fhir-r4-examples/Observation-blood-pressure.json");
const IN_ERROR: &[u8] = include_bytes!("../../../../tests/vectors/fhir-r4-examples/Observation-f202.json");

/// One version of a laboratory's result.
fn version(status: &str, updated: &str, found: &str) -> Vec<u8> {
    format!(
        r#"{{"resourceType":"Observation","id":"crp","status":"{status}","meta":{{"lastUpdated":"{updated}"}},
        "code":{{"text":"CRP"}},"effectiveDateTime":"2026-09-01","issued":"2026-09-01T09:00:00Z"{found}}}"#
    )
    .into_bytes()
}

const LESS_THAN_5: &str = r#","valueQuantity":{"value":5,"comparator":"<","unit":"mg/L"}"#;
const TWELVE: &str = r#","valueQuantity":{"value":12.0,"unit":"mg/L"}"#;
const ABSENT: &str = r#","dataAbsentReason":{"text":"the sample was too old"}"#;

fn import(hearth: &Companion, file: &[u8]) -> EntityId {
    hearth.import_observation(file, "a practice").unwrap()
}

#[test]
fn a_blood_pressure_has_its_two_parts_each_with_its_own_number() {
    let (_phone, hearth) = begun();
    import(&hearth, BLOOD_PRESSURE);
    let results = hearth.results();
    assert_eq!(results.len(), 1);
    let mut parts: Vec<String> = results[0]
        .parts
        .iter()
        .map(|part| format!("{}: {} {}", part.name.text(), part.value.text(), part.unit.text()))
        .collect();
    parts.sort();
    assert_eq!(parts, ["Blood pressure, bottom number: 60 mmHg", "Blood pressure, top number: 107 mmHg"]);
    assert_eq!(results[0].on.text(), "17 September 2012");
    assert!(!results[0].value.is_answered());
}

#[test]
fn a_result_below_what_can_be_measured_keeps_its_sign() {
    let (_phone, hearth) = begun();
    import(&hearth, &version("final", "2026-09-01T10:00:00Z", LESS_THAN_5));
    let result = &hearth.results()[0];
    assert_eq!((result.sign.as_str(), result.value.text(), result.unit.text()), ("<", "5", "mg/L"));
}

#[test]
fn a_result_entered_in_error_says_do_not_use() {
    let (_phone, hearth) = begun();
    import(&hearth, IN_ERROR);
    let result = &hearth.results()[0];
    assert!(result.withdrawn);
    assert_eq!(result.standing, ["Sent by mistake: do not use"]);
}

#[test]
fn the_same_file_twice_or_on_another_phone_changes_nothing() {
    let (_one, here) = begun();
    let first = import(&here, BLOOD_PRESSURE);
    let before = here.results();
    assert_eq!(import(&here, BLOOD_PRESSURE), first);
    assert_eq!(here.results(), before);
    assert_eq!(here.history(Kind::Outcome, first, &Outcome::NAME).unwrap().len(), 1);
}

#[test]
fn my_edit_of_a_practices_result_is_a_suggestion_and_their_number_stands() {
    let (_phone, hearth) = begun();
    let result = import(&hearth, &version("final", "2026-09-01T10:00:00Z", TWELVE));
    hearth.write(Kind::Outcome, result, &Outcome::VALUE, Value::Decimal("1.2".into()), PERSON).unwrap();
    let view = &hearth.results()[0];
    assert_eq!(texts(&view.value), ["12.0"]);
    assert_eq!(view.value.offers[0].text, "1.2");
    assert_eq!(bare(&view.value.versions[0].who[0]), "Your practice, 1 September");
}

#[test]
fn what_my_practice_wrote_is_not_said_to_be_erased_when_it_is_not() {
    let (_phone, hearth) = begun();
    let result = import(&hearth, &version("final", "2026-09-01T10:00:00Z", TWELVE));
    let refused = hearth.erase(Kind::Outcome, result, &Outcome::VALUE).unwrap_err();
    assert!(matches!(refused, Trouble::NotYours));
    assert!(refused.sentence(hearth.words()).contains("can’t be erased here"));
    assert_eq!(hearth.results()[0].value.text(), "12.0");
}

#[test]
fn a_final_result_is_not_called_early_because_an_early_one_came_before() {
    let (_phone, hearth) = begun();
    import(&hearth, &version("preliminary", "2026-09-01T10:00:00Z", TWELVE));
    assert_eq!(hearth.results()[0].standing, ["Early result: it may change"]);
    import(&hearth, &version("final", "2026-09-01T16:00:00Z", TWELVE));
    assert!(hearth.results()[0].standing.is_empty());
}

#[test]
fn a_corrected_number_does_not_keep_the_sign_of_the_one_before() {
    let (_phone, hearth) = begun();
    import(&hearth, &version("preliminary", "2026-09-01T10:00:00Z", LESS_THAN_5));
    import(&hearth, &version("final", "2026-09-01T16:00:00Z", TWELVE));
    let result = &hearth.results()[0];
    assert_eq!((result.sign.as_str(), result.value.text()), ("", "12.0"));
}

#[test]
fn a_number_taken_back_does_not_stay_beside_why_there_is_none() {
    let (_phone, hearth) = begun();
    import(&hearth, &version("final", "2026-09-01T10:00:00Z", TWELVE));
    import(&hearth, &version("corrected", "2026-09-02T10:00:00Z", ABSENT));
    let result = &hearth.results()[0];
    assert_eq!(result.value.text(), "no value given: the sample was too old");
    assert_eq!(result.unit.text(), "");
    assert_eq!(result.standing, ["Changed after it was first sent"]);
}

#[test]
fn the_order_in_which_versions_come_does_not_matter() {
    let versions = [
        version("preliminary", "2026-09-01T10:00:00Z", LESS_THAN_5),
        version("final", "2026-09-01T16:00:00Z", TWELVE),
        version("entered-in-error", "2026-09-02T08:00:00Z", TWELVE),
    ];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
        let (_phone, hearth) = begun();
        for at in order {
            import(&hearth, &versions[at]);
        }
        let result = &hearth.results()[0];
        assert_eq!(
            (result.value.text(), result.sign.as_str(), result.withdrawn),
            ("12.0", "", true),
            "{order:?}"
        );
        assert_eq!(result.standing, ["Sent by mistake: do not use"]);
    }
}

#[test]
fn two_versions_of_one_moment_are_both_shown_each_with_its_own_sign() {
    let (_phone, hearth) = begun();
    import(&hearth, &version("final", "2026-09-01T10:00:00Z", LESS_THAN_5));
    import(&hearth, &version("final", "2026-09-01T10:00:00Z", TWELVE));
    let result = &hearth.results()[0];
    let mut shown = texts(&result.value);
    shown.sort_unstable();
    assert_eq!((shown, result.sign.as_str()), (vec!["12.0", "<5"], ""));
    assert_eq!(result.value.notes, ["two versions: check first"]);
    let (_phone, hearth) = begun();
    let five = LESS_THAN_5.replace(r#""comparator":"<","#, "");
    import(&hearth, &version("final", "2026-09-01T10:00:00Z", LESS_THAN_5));
    import(&hearth, &version("final", "2026-09-01T10:00:00Z", &five));
    let value = hearth.results()[0].value.clone();
    assert!(["<5 / 5", "5 / <5"].contains(&value.text()), "{}", value.text());
    assert_eq!(value.notes, ["two versions: check first"]);
}

#[test]
fn sent_by_mistake_wins_over_final_at_the_same_moment() {
    for order in [["final", "entered-in-error"], ["entered-in-error", "final"]] {
        let (_phone, hearth) = begun();
        for status in order {
            import(&hearth, &version(status, "2026-09-01T10:00:00Z", TWELVE));
        }
        assert!(hearth.results()[0].withdrawn);
    }
}

#[test]
fn a_part_that_a_corrected_result_no_longer_has_is_not_shown() {
    let (_phone, hearth) = begun();
    let parts = |parts: &str| format!(r#","component":[{parts}]"#);
    let part =
        |name: &str, n: u8| format!(r#"{{"code":{{"text":"{name}"}},"valueQuantity":{{"value":{n}}}}}"#);
    let both = parts(&format!("{},{}", part("top", 107), part("bottom", 60)));
    import(&hearth, &version("final", "2026-09-01T10:00:00Z", &both));
    assert_eq!(hearth.results()[0].parts.len(), 2);
    import(&hearth, &version("corrected", "2026-09-02T10:00:00Z", &parts(&part("top", 117))));
    let results = hearth.results();
    assert_eq!((results.len(), results[0].parts.len()), (1, 1));
    assert_eq!(results[0].parts[0].value.text(), "117");
    assert!(!hearth.export().json.to_string().contains("\"60\""));
}

#[test]
fn results_without_a_name_of_their_own_are_not_taken_for_versions_of_one() {
    let (_phone, hearth) = begun();
    for (name, n) in [("Weight", 72), ("Height", 170)] {
        let file = format!(
            r#"{{"resourceType":"Observation","status":"final","code":{{"text":"{name}"}},
            "valueQuantity":{{"value":{n}}}}}"#
        );
        import(&hearth, file.as_bytes());
    }
    let results = hearth.results();
    let mut shown: Vec<String> =
        results.iter().map(|result| format!("{} {}", result.name.text(), result.value.text())).collect();
    shown.sort();
    assert_eq!(shown, ["Height 170", "Weight 72"]);
}

#[test]
fn words_that_no_field_can_hold_are_refused_and_not_half_kept() {
    let (phone, hearth) = begun();
    let words = "w".repeat(40 * 1024);
    let ranges: Vec<String> = (0..4).map(|_| format!(r#"{{"text":"{words}"}}"#)).collect();
    let long = format!(r#"{TWELVE},"referenceRange":[{}]"#, ranges.join(","));
    let refused = hearth.import_observation(&version("final", "2026-09-01T10:00:00Z", &long), "a practice");
    let sentence = refused.unwrap_err().sentence(hearth.words());
    assert!(sentence.starts_with("A result came that is too large to open."), "{sentence}");
    assert!(hearth.results().is_empty());
    drop(hearth);
    assert!(phone.open().unwrap().health().is_good());
}

#[test]
fn a_result_with_a_part_it_was_never_told_is_refused_with_a_sentence() {
    let (_phone, hearth) = begun();
    for (file, begins) in [
        (&b"<html>"[..], "A result came that Hearth can’t read."),
        (b"{\"resourceType\":\"Patient\"}", "Something came that is not a result."),
    ] {
        let refused = hearth.import_observation(file, "a practice").unwrap_err();
        assert!(refused.sentence(hearth.words()).starts_with(begins));
    }
}
