//! What the card says of two versions, of a removal that is not settled, and of
//! words that only a newer Hearth can read.

use super::*;
use crate::record::{Act, Slot};

/// Replaces what stands in a field by words that this app can't draw.
fn newer(hearth: &Companion, slot: Slot) {
    let mut op = hearth.ledger().record().register(slot).unwrap().heads()[0].clone();
    op.parents = vec![op.id];
    op.id = OpId([0x66; 16]);
    op.lamport += 1;
    op.act = Act::Write(Value::Unknown(vec![0x82, 0x18, 0x63, 0x01]));
    put(hearth, vec![op]);
}

const NEWER: &str = "A newer Hearth wrote this. It is kept. Update Hearth to see it.";

#[test]
fn two_versions_of_an_allergy_are_both_on_the_card() {
    let (phone, here) = begun();
    let (_two, there) = begun();
    let allergy = add_on_card(&here, Kind::Allergy, Allergy::WHAT, "Penicillin");
    swap(&here, &there);
    here.write(Kind::Allergy, allergy, &Allergy::WHAT, text("Penicillin V"), PERSON).unwrap();
    there.write(Kind::Allergy, allergy, &Allergy::WHAT, text("All penicillins"), PERSON).unwrap();
    swap(&here, &there);
    let lines = phone.card().sections[0].lines.clone();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.note.as_deref() == Some("two versions: check first")));
}

#[test]
fn two_numbers_of_a_contact_are_both_on_the_card() {
    let (phone, here) = begun();
    let (_two, there) = begun();
    let sam = add_person(&here, "Sam", "07700 900 123");
    here.write(Kind::Person, sam, &Common::ON_CARD, Value::Bool(true), PERSON).unwrap();
    swap(&here, &there);
    here.write(Kind::Person, sam, &Person::NUMBER, text("07700 900 111"), PERSON).unwrap();
    there.write(Kind::Person, sam, &Person::NUMBER, text("07700 900 222"), PERSON).unwrap();
    swap(&here, &there);
    let contacts = phone.card().contacts;
    assert_eq!(contacts.len(), 2);
    assert!(contacts.iter().all(|contact| contact.note.as_deref() == Some("two versions: check first")));
}

#[test]
fn an_allergy_removed_on_one_phone_and_changed_on_another_stays_on_the_card() {
    let (phone, here) = begun();
    let (_two, there) = begun();
    let allergy = add_on_card(&here, Kind::Allergy, Allergy::WHAT, "Penicillin");
    swap(&here, &there);
    here.remove(Kind::Allergy, allergy, PERSON).unwrap();
    there.write(Kind::Allergy, allergy, &Allergy::REACTION, text("swelling"), PERSON).unwrap();
    swap(&here, &there);
    let line = phone.card().sections[0].lines[0].clone();
    assert_eq!(line.text, "Penicillin");
    assert!(line.note.unwrap().contains("Removed on one phone, changed on the other"));
}

#[test]
fn an_allergy_that_only_a_newer_hearth_can_read_is_not_silently_gone() {
    let (phone, hearth) = begun();
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    newer(&hearth, Kind::Allergy.slot(allergy, &Allergy::WHAT));
    let section = phone.card().sections[0].clone();
    assert_eq!((section.heading.as_str(), section.lines[0].text.as_str()), ("Allergies", NEWER));
}

#[test]
fn a_step_that_only_a_newer_hearth_can_read_is_not_silently_gone() {
    let (phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    newer(&hearth, Kind::Step.slot(step, &Step::WORDS));
    let part = &hearth.unwell(plan).unwrap().zones[0].steps[0];
    assert_eq!(part.words.notes, [NEWER]);
    assert_eq!(phone.card().plans[0].zones[0].steps[0].text, NEWER);
}

#[test]
fn words_of_a_newer_hearth_are_kept_and_stand_beside_what_is_written_here() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    let slot = Kind::Goal.slot(goal, &Goal::WORDS);
    newer(&hearth, slot);
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Stay here"), PERSON).unwrap();
    drop(hearth);
    let hearth = phone.open().unwrap();
    assert!(hearth.health().is_good());
    let view = hearth.goal(goal).unwrap();
    assert_eq!(texts(&view.words), ["Stay here"]);
    assert_eq!(view.words.notes, [NEWER]);
    let ops = hearth.ledger().history(slot).unwrap().0;
    let kept = Value::Unknown(vec![0x82, 0x18, 0x63, 0x01]);
    assert!(ops.iter().any(|op| op.value() == Some(&kept)));
    let history = hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap();
    assert!(history.iter().any(|line| line.text == NEWER && line.stands));
}

/// Nothing may wait unseen: what others suggest adding stands where it would be.
#[test]
fn an_allergy_that_others_suggest_adding_shows_on_the_card_that_it_waits_and_not_what_it_says() {
    let (phone, hearth) = begun();
    let sam = add_person(&hearth, "Sam", "07700 900 123");
    let fields = [(Allergy::WHAT, text("Latex")), (Common::ON_CARD, Value::Bool(true))];
    let allergy = hearth.add(Kind::Allergy, &fields, &Writer::Carer(sam)).unwrap();
    let section = phone.card().sections[0].clone();
    assert_eq!(section.heading, "Allergies");
    let lines: Vec<&str> = section.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines.len(), 1);
    assert!(bare(lines[0]).starts_with("Sam suggested a change, "), "{lines:?}");
    assert!(!all_of(&phone.card()).contains("Latex"));
    for offer in hearth.suggestions() {
        hearth.decline(offer.id).unwrap();
    }
    assert!(phone.card().sections.is_empty(), "declined: nothing waits");
    assert!(hearth.history(Kind::Allergy, allergy, &Allergy::WHAT).unwrap()[0].text.contains("Latex"));
}

#[test]
fn a_blank_name_of_a_faulty_app_does_not_keep_the_card_from_being_made() {
    let (phone, hearth) = begun();
    let name = Kind::Me.slot(on(Kind::Me), &Me::CALL_ME);
    let mut op = hearth.ledger().record().register(name).unwrap().heads()[0].clone();
    op.parents = vec![op.id];
    op.id = OpId([0x67; 16]);
    op.lamport += 1;
    op.act = Act::Write(text("  "));
    put(&hearth, vec![op]);
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    let card = phone.card();
    assert!(!card.name.trim().is_empty());
    assert_eq!(card.sections[0].lines[0].text, "Penicillin");
}
