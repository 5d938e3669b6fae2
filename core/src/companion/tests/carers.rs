//! Help for your carer: their own needs, in their words.

use super::*;

fn carer(hearth: &Companion) -> EntityId {
    let sam = add_person(hearth, "Sam", "07700 900 123");
    hearth.write(Kind::Person, sam, &Person::CARER, Value::Bool(true), PERSON).unwrap();
    sam
}

#[test]
fn everybody_who_cares_has_a_place_for_what_they_need() {
    let (_phone, hearth) = begun();
    add_person(&hearth, "Val", "01632 960 002");
    let sam = carer(&hearth);
    let carers = hearth.carers();
    assert_eq!(carers.len(), 1);
    assert_eq!((carers[0].person, bare(&carers[0].heading)), (Some(sam), "What Sam needs".to_owned()));
    assert!(carers[0].needs.is_empty());
}

#[test]
fn a_need_is_in_their_words_with_the_support_they_asked_for() {
    let (_phone, hearth) = begun();
    let sam = carer(&hearth);
    hearth.add_carer_need(sam, "One night of sleep a week", Some("A sitter on Fridays"), PERSON).unwrap();
    let need = &hearth.carers()[0].needs[0];
    assert_eq!((need.words.text(), need.asked.text()), ("One night of sleep a week", "A sitter on Fridays"));
}

#[test]
fn a_carers_own_typing_waits_for_the_person_and_then_says_who() {
    let (_phone, hearth) = begun();
    let sam = carer(&hearth);
    hearth.add_carer_need(sam, "A sitter", None, &Writer::Carer(sam)).unwrap();
    assert!(hearth.carers()[0].needs.is_empty());
    for offer in hearth.suggestions() {
        hearth.accept(offer.id, false).unwrap();
    }
    let need = hearth.carers()[0].needs[0].clone();
    assert_eq!(bare(&need.words.versions[0].who[0]), "Suggested by Sam, today. Accepted by you, today");
}

#[test]
fn the_needs_of_somebody_who_is_not_marked_as_a_carer_are_drawn_too() {
    let (_phone, hearth) = begun();
    let val = add_person(&hearth, "Val", "01632 960 002");
    hearth.add_carer_need(val, "To know whom to ring", None, PERSON).unwrap();
    assert_eq!(hearth.carers()[0].person, Some(val));
    hearth.add(Kind::CarerNeed, &[(CarerNeed::WORDS, text("nobody's yet"))], PERSON).unwrap();
    let carers = hearth.carers();
    assert_eq!((carers[1].person, carers[1].needs[0].words.text()), (None, "nobody's yet"));
}

#[test]
fn what_somebody_needs_goes_with_them_and_comes_back_with_them() {
    let (_phone, hearth) = begun();
    let sam = carer(&hearth);
    hearth.add_carer_need(sam, "A sitter", None, PERSON).unwrap();
    hearth.remove(Kind::Person, sam, PERSON).unwrap();
    assert!(hearth.carers().is_empty());
    assert!(!hearth.export().json.to_string().contains("A sitter"));
    hearth.restore(Kind::Person, sam, PERSON).unwrap();
    assert_eq!(hearth.carers()[0].needs.len(), 1);
}

#[test]
fn the_needs_of_somebody_who_is_only_mine_are_only_mine() {
    let (_phone, hearth) = begun();
    let sam = carer(&hearth);
    hearth.add_carer_need(sam, "A sitter", None, PERSON).unwrap();
    assert!(hearth.export().json.to_string().contains("A sitter"));
    hearth.only_me(Kind::Person, sam, true).unwrap();
    assert!(!hearth.export().json.to_string().contains("A sitter"));
    assert!(hearth.carers()[0].needs[0].only_me);
}

#[test]
fn a_need_that_two_phones_give_to_two_people_stands_under_both_and_says_so() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let (sam, val) = (carer(&here), add_person(&here, "Val", "01632 960 002"));
    let need = here.add_carer_need(on(Kind::Me), "A sitter", None, PERSON).unwrap();
    swap(&here, &there);
    let give = |hearth: &Companion, whose| {
        hearth.write(Kind::CarerNeed, need, &CarerNeed::WHOSE, Value::Entity(whose), PERSON).unwrap();
    };
    give(&here, sam);
    give(&there, val);
    swap(&here, &there);
    let carers = here.carers();
    assert_eq!(carers.len(), 2);
    assert!(carers.iter().all(|carer| carer.needs[0].notes == ["two versions: check first"]));
}
