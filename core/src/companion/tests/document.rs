//! The FHIR document of the plan: rule 7 for every kind of entry and every field of the table, also
//! for those that are added tomorrow.

use super::*;

fn document(hearth: &Companion) -> String {
    String::from_utf8(hearth.document()).unwrap()
}

/// Words that are found again wherever they go, in every field of words.
fn full(hearth: &Companion, kind: Kind) -> EntityId {
    let words = kind.own_fields().iter().filter(|field| field.holds == Type::Words);
    let fields: Vec<(Field, Value)> = words.map(|field| (*field, text(&secret(field)))).collect();
    match kind.is_only() {
        true => {
            let id = EntityId::only(kind.number());
            for (field, value) in fields {
                hearth.write(kind, id, &field, value, PERSON).unwrap();
            }
            id
        }
        false => hearth.add(kind, &fields, PERSON).unwrap(),
    }
}

fn secret(field: &Field) -> String {
    format!("secret of {}", field.name)
}

/// Kinds with words, but for this phone's own list of phones.
fn kinds() -> impl Iterator<Item = Kind> {
    let words = |kind: &&Kind| kind.own_fields().iter().any(|field| field.holds == Type::Words);
    Kind::ALL.iter().filter(words).copied().filter(|kind| *kind != Kind::Device)
}

#[test]
fn what_is_only_mine_or_removed_is_in_no_document_whatever_its_kind() {
    let (_phone, hearth) = begun();
    for kind in kinds() {
        let id = full(&hearth, kind);
        hearth.only_me(kind, id, true).unwrap();
        assert!(!document(&hearth).contains("secret of"), "{kind:?} that is only mine");
        hearth.only_me(kind, id, false).unwrap();
        if !kind.is_only() {
            hearth.remove(kind, id, PERSON).unwrap();
            assert!(!document(&hearth).contains("secret of"), "{kind:?} that was removed");
        } else {
            hearth.only_me(kind, id, true).unwrap();
        }
    }
}

#[test]
fn what_stays_by_its_nature_is_in_no_document() {
    let (_phone, hearth) = begun();
    for kind in kinds() {
        full(&hearth, kind);
    }
    let document = document(&hearth);
    let fields = || Kind::ALL.iter().flat_map(|kind| kind.own_fields());
    for field in fields().filter(|field| field.sensitivity != Sensitivity::Ordinary) {
        assert!(!document.contains(&secret(field)), "{}", field.name);
    }
    // And what goes is there, or this test says nothing.
    let there = fields().filter(|field| document.contains(&secret(field))).count();
    assert!(there > 50, "{there}");
}

#[test]
fn it_needs_no_practice_and_says_when_it_was_made() {
    let (phone, hearth) = begun();
    assert!(document(&hearth).contains("Copy, made 1 October 2026"));
    phone.later(1);
    assert!(document(&hearth).contains("Copy, made 2 October 2026"));
}
