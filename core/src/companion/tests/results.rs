//! Results that the person typed: theirs, as they wrote them.

use super::*;

#[test]
fn a_typed_result_stays_as_it_was_written_and_has_no_range() {
    let (_phone, hearth) = begun();
    hearth.add_result("Weight", "72.50", "kg", "2026-09-28", PERSON).unwrap();
    let result = hearth.results()[0].clone();
    assert_eq!((result.name.text(), result.value.text(), result.unit.text()), ("Weight", "72.50", "kg"));
    assert_eq!(result.on.text(), "28 September 2026");
    assert_eq!(bare(&result.value.versions[0].who[0]), "Your words, today, this phone");
    assert!(result.lab_words.is_none() && result.standing.is_empty() && !result.withdrawn);
}

#[test]
fn a_typed_result_is_mine_to_change_and_to_erase() {
    let (_phone, hearth) = begun();
    let result = hearth.add_result("Weight", "72.5", "kg", "2026-09-28", PERSON).unwrap();
    hearth.write(Kind::Outcome, result, &Outcome::VALUE, Value::Decimal("73.0".into()), PERSON).unwrap();
    assert_eq!(hearth.results()[0].value.text(), "73.0");
    hearth.erase(Kind::Outcome, result, &Outcome::VALUE).unwrap();
    assert!(!hearth.results()[0].value.is_answered());
}

#[test]
fn results_come_oldest_first_by_the_day_they_were_measured() {
    let (_phone, hearth) = begun();
    for (value, on) in [("3", "2026-03-01"), ("1", "2025-12-31"), ("2", "2026-01")] {
        hearth.add_result("Peak flow", value, "L/min", on, PERSON).unwrap();
    }
    let values: Vec<String> = hearth.results().iter().map(|result| result.value.text().to_owned()).collect();
    assert_eq!(values, ["1", "2", "3"]);
}

#[test]
fn a_number_that_is_none_is_refused_and_nothing_is_half_kept() {
    let (_phone, hearth) = begun();
    let refused = hearth.add_result("Weight", "about 70", "kg", "2026-09-28", PERSON).unwrap_err();
    assert!(refused.sentence(hearth.words()).starts_with("That is not a number."));
    assert!(hearth.results().is_empty());
}
