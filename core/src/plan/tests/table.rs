//! The one table: numbers are for ever, and every name has its sentence.

use super::*;
use crate::words::{Language, Words as Said};
use std::collections::{BTreeMap, HashSet};

#[test]
fn every_kind_has_a_number_and_a_name_of_its_own() {
    let numbers: HashSet<u16> = Kind::ALL.iter().map(|kind| kind.number()).collect();
    let names: HashSet<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!((numbers.len(), names.len()), (Kind::ALL.len(), Kind::ALL.len()));
    for kind in Kind::ALL {
        assert_eq!(Kind::from_number(kind.number()), Some(*kind));
    }
    assert_eq!(Kind::from_number(0), None);
    assert_eq!(Kind::from_number(u16::MAX), None);
}

#[test]
fn a_fields_number_is_its_own_in_its_kind_and_never_below_10() {
    for kind in Kind::ALL {
        let own = kind.own_fields();
        assert!(own.iter().all(|field| field.number >= 10 && field.kind == kind.number()), "{}", kind.name());
        let numbers: HashSet<u16> = fields(*kind).map(|field| field.number).collect();
        assert_eq!(numbers.len(), own.len() + COMMON.len(), "{}", kind.name());
    }
    let common: HashSet<u16> = COMMON.iter().map(|field| field.number).collect();
    assert_eq!(common.len(), COMMON.len());
    assert!(common.iter().all(|number| (1..10).contains(number) && *number != crate::record::LIFE));
}

#[test]
fn a_fields_name_is_its_own_and_says_its_kind() {
    let all: Vec<Field> = Kind::ALL.iter().flat_map(|kind| kind.own_fields().iter().copied()).collect();
    let names: HashSet<&str> = all.iter().map(|field| field.name).collect();
    assert_eq!(names.len(), all.len());
    for kind in Kind::ALL {
        let start = format!("{}.", kind.name());
        assert!(kind.own_fields().iter().all(|field| field.name.starts_with(&start)), "{start}");
    }
}

/// The numbers as they were given out. A field may be added; none of these may
/// ever change, for they are what lies on people's disks.
#[test]
fn no_number_that_was_given_out_has_changed() {
    let given = include_str!("../../../../tests/vectors/plan/fields-v1.txt");
    let now: BTreeMap<&str, (u16, u16, String)> = Kind::ALL
        .iter()
        .flat_map(|kind| kind.own_fields())
        .chain(COMMON)
        .map(|field| (field.name, (field.kind, field.number, format!("{:?}", field.holds))))
        .collect();
    for line in given.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = line.split(' ').collect();
        let [name, kind, number, holds] = parts[..] else { panic!("{line}") };
        let expected = (kind.parse().unwrap(), number.parse().unwrap(), holds.to_owned());
        assert_eq!(now.get(name), Some(&expected), "{name}");
    }
    assert!(given.lines().count() > 100);
}

#[test]
fn a_slot_is_found_in_the_table_again() {
    for kind in Kind::ALL {
        for field in fields(*kind) {
            assert_eq!(field_of(kind.slot(id(1), &field)).map(|found| found.name), Some(field.name));
        }
    }
    let unknown = Slot { entity: id(1), kind: Kind::Goal.number(), field: 999 };
    assert!(field_of(unknown).is_none());
    assert!(field_of(Slot { kind: 999, ..unknown }).is_none());
}

#[test]
fn every_choice_of_every_field_has_its_sentence() {
    let words = Said::new(Language::EnGb);
    let mut seen = 0;
    for field in Kind::ALL.iter().flat_map(|kind| kind.own_fields()) {
        assert_eq!(field.holds == Type::Choice, !field.choices.is_empty(), "{}", field.name);
        let unsaid = ["attachment.mime", "result.sign", "result.standing"];
        if unsaid.contains(&field.name) {
            continue;
        }
        for choice in field.choices {
            let key = format!("choice-{}-{}", field.name.replace(['.', '_'], "-"), choice.replace('_', "-"));
            assert_ne!(words.plain(&key, &[]), format!("[{key}]"));
            seen += 1;
        }
    }
    assert!(seen > 25);
}

#[test]
fn every_heading_of_about_me_has_its_sentence() {
    let words = Said::new(Language::EnGb);
    for field in AboutMe::FIELDS.iter().filter(|field| field.number <= AboutMe::ALSO.number) {
        let key = format!("heading-{}", field.name.replace(['.', '_'], "-"));
        assert_ne!(words.plain(&key, &[]), format!("[{key}]"));
    }
}

/// What switches sharing, the card and authority on or off takes the safe side
/// when two phones disagree.
#[test]
fn what_can_harm_takes_the_safe_side() {
    use crate::record::Policy;
    assert_eq!(Common::ONLY_ME.policy, Policy::OnWins);
    for field in [Common::ON_CARD, Unwell::AT_HAND, Card::SHOW_NAME, Card::SHOW_BORN, Card::SHOW_PHOTO] {
        assert_eq!(field.policy, Policy::OffWins, "{}", field.name);
    }
    for field in [Authority::ENDED, Device::ENDED, Person::UNTIL] {
        assert_eq!(field.policy, Policy::SetWins, "{}", field.name);
    }
    let kinds = [
        Kind::Unwell,
        Kind::Sign,
        Kind::Step,
        Kind::KeptThing,
        Kind::Allergy,
        Kind::Medicine,
        Kind::Preference,
        Kind::ClinicalCopy,
    ];
    for field in kinds.iter().flat_map(|kind| kind.own_fields()) {
        let words_or_order = matches!(field.holds, Type::Words | Type::Order | Type::Choice);
        assert!(!words_or_order || field.policy == Policy::KeepBoth, "{}", field.name);
    }
}

/// Rule: a copy of a clinical decision is never written back to a practice, and
/// the person's own words are never kept as such a copy.
#[test]
fn all_of_a_copy_is_marked_as_copied_and_nothing_else_is() {
    for field in Kind::ALL.iter().flat_map(|kind| kind.own_fields()) {
        let copied = field.sensitivity == Sensitivity::Copied;
        assert_eq!(copied, field.kind == Kind::ClinicalCopy.number(), "{}", field.name);
    }
}

/// Rule: a form's existence, date and place, and never its decision; and there is
/// nowhere in the plan a key-safe code is asked for.
#[test]
fn a_form_has_no_field_for_a_decision_and_no_field_asks_for_a_code_to_a_door() {
    let names: Vec<&str> = Form::FIELDS.iter().map(|field| field.name).collect();
    assert_eq!(names, ["form.form", "form.name", "form.dated", "form.place"]);
    for kind in Kind::ALL {
        // The person's own decisions are a room of the plan.
        let own = [Kind::Decision, Kind::ChoiceOption].contains(kind);
        for field in kind.own_fields() {
            for word in ["safe", "resus", "dnacpr", "threshold", "dose", "target", "range"] {
                assert!(!field.name.contains(word), "{}", field.name);
            }
            assert!(own || !field.name.contains("decision"), "{}", field.name);
        }
    }
}
