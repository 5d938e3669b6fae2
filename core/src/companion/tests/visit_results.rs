//! Results in a visit: what each is, and the two newest dated values side by side.

use super::*;

fn result(view: &VisitView, key: &str) -> SheetResultView {
    view.results.iter().find(|result| result.key == key).unwrap().clone()
}

fn value(result: &Option<ResultView>) -> String {
    let result = result.as_ref().unwrap();
    format!("{} {}, {}", result.value.text(), result.unit.text(), result.on.text())
}

#[test]
fn last_stands_beside_recent_with_who_and_when_and_a_plain_explanation() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes"]);
    for (number, on) in [("58", "2025-09-01"), ("61", "2024-09-01"), ("52", "2026-09-01")] {
        hearth.add_sheet_result(visit, "hba1c", number, "mmol/mol", on, PERSON).unwrap();
    }
    let hba1c = result(&hearth.visit(visit).unwrap(), "hba1c");
    assert_eq!(value(&hba1c.recent), "52 mmol/mol, 1 September 2026");
    assert_eq!(value(&hba1c.last), "58 mmol/mol, 1 September 2025");
    let who = &hba1c.recent.unwrap().value.versions[0].who[0];
    assert_eq!(bare(who), "Your words, today, this phone");
    assert!(hba1c.explain.starts_with("A blood test that shows"));
    assert!(hba1c.notes.is_empty() && hba1c.empty.is_none());
}

#[test]
fn a_result_that_is_not_there_is_not_answered() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes"]);
    for result in hearth.visit(visit).unwrap().results {
        assert_eq!(result.empty.as_deref(), Some("not answered"));
        assert!(result.recent.is_none() && result.last.is_none());
    }
}

#[test]
fn the_practices_result_is_found_by_its_code_and_keeps_its_parts() {
    let (_phone, hearth) = begun();
    let file = include_bytes!("../../../../tests/vectors/fhir-r4-examples/Observation-blood-pressure.json");
    hearth.import_observation(file, "a practice").unwrap();
    let visit = add_visit(&hearth, &["general"]);
    let view = hearth.visit(visit).unwrap();
    let pressure = result(&view, "blood-pressure").recent.unwrap();
    assert_eq!(pressure.parts.len(), 2);
    let line = under(&view, "My results")[0];
    assert!(line.contains("top number: 107 mmHg") && line.contains("bottom number: 60 mmHg"), "{line}");
    assert!(line.ends_with("17 September 2012"), "{line}");
}

#[test]
fn numbers_of_different_units_say_not_to_compare_them() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes"]);
    hearth.add_sheet_result(visit, "weight", "72.5", "kg", "2026-09-01", PERSON).unwrap();
    hearth.add_sheet_result(visit, "weight", "160", "lb", "2025-09-01", PERSON).unwrap();
    let weight = result(&hearth.visit(visit).unwrap(), "weight");
    assert_eq!(value(&weight.recent), "72.5 kg, 1 September 2026");
    assert_eq!(value(&weight.last), "160 lb, 1 September 2025");
    assert_eq!(weight.notes, ["Measured in another way: don’t compare the numbers."]);
}

#[test]
fn a_value_on_another_scale_has_another_code_and_is_not_set_beside_it() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes"]);
    hearth.add_sheet_result(visit, "hba1c", "52", "mmol/mol", "2026-09-01", PERSON).unwrap();
    hearth.add_sheet_result(visit, "hba1c", "7.1", "%", "2026-03-01", PERSON).unwrap();
    hearth.add_sheet_result(visit, "hba1c", "58", "mmol/mol", "2025-09-01", PERSON).unwrap();
    let hba1c = result(&hearth.visit(visit).unwrap(), "hba1c");
    assert_eq!(value(&hba1c.last), "58 mmol/mol, 1 September 2025");
    assert_eq!(hba1c.notes, ["1 more was measured in another way. It is under Results."]);
}

#[test]
fn words_for_a_result_without_a_unit_and_a_pair_are_kept_as_typed() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes"]);
    hearth.add_sheet_result(visit, "eyes", "No change", "", "2026-09-01", PERSON).unwrap();
    hearth.add_sheet_result(visit, "blood-pressure", "135/85", "mmHg", "2026-09-01", PERSON).unwrap();
    let view = hearth.visit(visit).unwrap();
    assert_eq!(result(&view, "eyes").recent.unwrap().value.text(), "No change");
    assert_eq!(value(&result(&view, "blood-pressure").recent), "135/85 mmHg, 1 September 2026");
    let refused = hearth.add_sheet_result(visit, "hba1c", "about 50", "mmol/mol", "2026-09-01", PERSON);
    assert!(refused.unwrap_err().sentence(hearth.words()).starts_with("That is not a number."));
    let refused = hearth.add_sheet_result(visit, "hba1c", "50", "kg", "2026-09-01", PERSON);
    assert!(matches!(refused, Err(Trouble::WrongField)));
    let refused = hearth.add_sheet_result(visit, "fev1", "50", "%", "2026-09-01", PERSON);
    assert!(matches!(refused, Err(Trouble::NotFound)), "no sheet here shows it");
}

#[test]
fn a_result_without_a_date_is_counted_and_never_set_beside_another() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes"]);
    let fields = [(Outcome::NAME, text("weight")), (Outcome::VALUE, Value::Decimal("90".into()))];
    hearth.add(Kind::Outcome, &fields, PERSON).unwrap();
    let weight = result(&hearth.visit(visit).unwrap(), "weight");
    assert!(weight.recent.is_none());
    assert_eq!(weight.notes, ["1 more has no date. It is under Results."]);
}

#[test]
fn a_withdrawn_or_removed_result_is_not_shown_as_recent() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes"]);
    let add = |number, on| hearth.add_sheet_result(visit, "hba1c", number, "mmol/mol", on, PERSON).unwrap();
    add("50", "2025-01-01");
    let wrong = add("500", "2026-09-01");
    let gone = add("5", "2026-09-02");
    hearth.write(Kind::Outcome, wrong, &Outcome::WITHDRAWN, Value::Bool(true), PERSON).unwrap();
    hearth.remove(Kind::Outcome, gone, PERSON).unwrap();
    let hba1c = result(&hearth.visit(visit).unwrap(), "hba1c");
    assert_eq!(value(&hba1c.recent), "50 mmol/mol, 1 January 2025");
    assert!(hba1c.last.is_none());
}
