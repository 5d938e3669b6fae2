//! The card's file: made with the plan, never behind it silently, never lost.

use super::*;
use std::fs;

fn card_bytes(phone: &Phone) -> Vec<u8> {
    fs::read(phone.card_path()).unwrap()
}

fn next(phone: &Phone) -> PathBuf {
    phone.folders().card.join(hearth_card::NEXT_FILE)
}

#[test]
fn the_card_opens_by_its_own_door_without_the_plan() {
    let (phone, hearth) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    drop(hearth);
    fs::remove_dir_all(phone.folders().store).unwrap();
    assert!(all_of(&phone.card()).contains("Penicillin"));
}

#[test]
fn an_edit_that_changes_no_line_of_the_card_changes_no_byte_of_its_file() {
    let (phone, hearth) = begun();
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    let (plan, step) = add_plan(&hearth);
    let before = card_bytes(&phone);
    let goal = add_goal(&hearth, "Stay at home");
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Stay here"), PERSON).unwrap();
    hearth.write(Kind::Allergy, allergy, &Common::POSITION, text("n"), PERSON).unwrap();
    hearth.note_use(plan, vec![], vec![step], None, PERSON).unwrap();
    phone.later(3);
    hearth.add(Kind::Allergy, &[(Allergy::WHAT, text("Latex"))], PERSON).unwrap();
    assert_eq!(card_bytes(&phone), before);
    drop(hearth);
    drop(phone.open().unwrap());
    assert_eq!(card_bytes(&phone), before);
    let hearth = phone.open().unwrap();
    hearth.write(Kind::Allergy, allergy, &Allergy::WHAT, text("All penicillins"), PERSON).unwrap();
    assert_ne!(card_bytes(&phone), before);
}

#[test]
fn an_edit_that_was_cut_short_says_that_the_card_may_be_behind_until_the_next_opening() {
    let (phone, hearth) = begun();
    assert!(!phone.open_card().may_be_behind);
    drop(hearth);
    fs::write(next(&phone), b"half a card").unwrap();
    let card = phone.open_card();
    assert!(card.may_be_behind);
    assert_eq!(card.doc.phrases.may_be_behind, "This card may be behind the plan");
    let hearth = phone.open().unwrap();
    assert!(hearth.health().card_interrupted);
    assert!(!phone.open_card().may_be_behind);
}

#[test]
fn on_a_full_disk_an_edit_of_the_card_is_refused_and_the_old_card_is_still_there() {
    let (phone, hearth) = begun();
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    let before = phone.files();
    phone.disk.full.store(true, Ordering::Relaxed);
    let refused = hearth.write(Kind::Allergy, allergy, &Allergy::WHAT, text("Latex"), PERSON).unwrap_err();
    assert_eq!(
        refused.sentence(hearth.words()),
        "This phone is full, so the last change was not saved. Everything saved before is safe. \
         Make some room, then save again."
    );
    assert_eq!(hearth.history(Kind::Allergy, allergy, &Allergy::WHAT).unwrap().len(), 1);
    assert_eq!(phone.files(), before);
    assert!(all_of(&phone.card()).contains("Penicillin"));
    // What does not touch the card can still be written.
    let goal = add_goal(&hearth, "Stay at home");
    phone.disk.full.store(false, Ordering::Relaxed);
    hearth.write(Kind::Allergy, allergy, &Allergy::WHAT, text("Latex"), PERSON).unwrap();
    assert!(all_of(&phone.card()).contains("Latex"));
    drop(hearth);
    let hearth = phone.open().unwrap();
    assert_eq!(hearth.goal(goal).unwrap().words.text(), "Stay at home");
}

#[test]
fn a_card_that_could_not_be_put_in_place_loses_no_word_and_says_that_it_may_be_behind() {
    let (phone, hearth) = begun();
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    phone.disk.no_rename.store(true, Ordering::Relaxed);
    hearth.write(Kind::Allergy, allergy, &Allergy::WHAT, text("Latex"), PERSON).unwrap();
    let behind = phone.open_card();
    assert!(behind.may_be_behind && all_of(&behind.doc).contains("Penicillin"));
    hearth.write(Kind::Allergy, allergy, &Allergy::REACTION, text("swelling"), PERSON).unwrap();
    phone.disk.no_rename.store(false, Ordering::Relaxed);
    drop(hearth);
    let hearth = phone.open().unwrap();
    assert!(hearth.health().is_good() || hearth.health().card_interrupted);
    let words = hearth.history(Kind::Allergy, allergy, &Allergy::WHAT).unwrap();
    assert_eq!((words.len(), words[1].text.as_str()), (2, "Latex"));
    assert!(all_of(&phone.card()).contains("Latex") && !phone.open_card().may_be_behind);
}

#[test]
fn a_card_of_another_person_is_refused_by_its_door_and_made_again_by_opening_the_plan() {
    let (phone, hearth) = begun();
    let (other, _) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    drop(hearth);
    fs::copy(other.card_path(), phone.card_path()).unwrap();
    let before = phone.files();
    let key = card_key(&phone.folders().card, &phone.platform()).unwrap();
    let refused = hearth_card::open(&phone.folders().card, &key).err();
    assert_eq!(refused, Some(hearth_card::CardError::AnotherPersonsOrAltered));
    assert_eq!(phone.files(), before);
    drop(phone.open().unwrap());
    assert!(all_of(&phone.card()).contains("Penicillin"));
}

#[test]
fn an_altered_cut_or_missing_card_is_made_again_by_opening_the_plan() {
    let (phone, hearth) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    drop(hearth);
    let good = card_bytes(&phone);
    let mut altered = good.clone();
    altered[40] ^= 1;
    for bad in [altered, good[..good.len() / 2].to_vec(), Vec::new()] {
        fs::write(phone.card_path(), bad).unwrap();
        drop(phone.open().unwrap());
        assert!(all_of(&phone.card()).contains("Penicillin"));
    }
    fs::remove_file(phone.card_path()).unwrap();
    drop(phone.open().unwrap());
    assert!(all_of(&phone.card()).contains("Penicillin"));
}

#[test]
fn a_lost_card_key_makes_a_new_key_and_a_card_that_opens_with_it() {
    let (phone, hearth) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    drop(hearth);
    fs::remove_file(phone.folders().card.join(CARD_KEY_FILE)).unwrap();
    drop(phone.open().unwrap());
    assert!(all_of(&phone.card()).contains("Penicillin"));
}

#[test]
fn an_older_card_put_back_is_replaced_when_the_plan_is_opened() {
    let (phone, hearth) = begun();
    let older = card_bytes(&phone);
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    drop(hearth);
    fs::write(phone.card_path(), older).unwrap();
    drop(phone.open().unwrap());
    assert!(all_of(&phone.card()).contains("Penicillin"));
}

#[test]
fn a_card_with_no_room_left_refuses_the_line_and_says_what_to_do() {
    let (phone, hearth) = begun();
    let most = "m".repeat(MAX_TEXT);
    for _ in 0..3 {
        add_on_card(&hearth, Kind::Medicine, Medicine::WORDS, &most);
    }
    let before = card_bytes(&phone);
    let fields = [(Medicine::WORDS, text(&most)), (Common::ON_CARD, Value::Bool(true))];
    let refused = hearth.add(Kind::Medicine, &fields, PERSON).unwrap_err();
    assert_eq!(
        refused.sentence(hearth.words()),
        "The emergency card has no room for this. Nothing was lost, and the older card is kept. \
         Take a line off the card, or shorten one."
    );
    assert_eq!(card_bytes(&phone), before);
    assert_eq!(phone.card().sections[0].lines.len(), 3);
}

#[test]
fn no_word_of_the_card_or_plan_stands_in_clear_in_any_file() {
    let (phone, hearth) = begun();
    let canary = "zebra-quartz-hinge";
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, canary);
    let goal = add_goal(&hearth, canary);
    for n in 0..5 {
        hearth.write(Kind::Goal, goal, &Goal::WORDS, text(&format!("{canary} {n}")), PERSON).unwrap();
    }
    hearth.pack().unwrap();
    phone.disk.no_rename.store(true, Ordering::Relaxed);
    hearth.write(Kind::Allergy, allergy, &Allergy::REACTION, text(canary), PERSON).unwrap();
    assert!(next(&phone).exists());
    for (path, bytes) in phone.files() {
        let found = bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
        assert!(!found, "{} holds the words in clear", path.display());
    }
}
