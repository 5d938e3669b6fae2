//! The card's own door, and arranging the card.

use super::*;
use crate::card::{card_as_code, card_as_text, card_key, open_card, open_card_photo, text_as_code};
use std::fs;

const NOW: Moment = Moment { ms: FIRST_DAY, offset_minutes: 60 };

/// A phone whose card shows an allergy, somebody to call and a plan.
fn arranged() -> (Phone, Arc<Plan>) {
    let (phone, plan) = begun();
    let on = || with("on_card", Answer::YesNo { yes: true });
    plan.add("allergy", vec![with("what", words("Penicillin")), on()], ME).unwrap();
    let sam = vec![with("name", words("Sam")), with("number", words("01234 567 890")), on()];
    plan.add("person", sam, ME).unwrap();
    let at_hand = vec![with("name", words("Breathing")), with("at_hand", Answer::YesNo { yes: true })];
    let unwell = plan.add("unwell", at_hand, ME).unwrap();
    let step = vec![with("plan", of(&unwell)), with("zone", choice("amber")), with("words", words("Sit"))];
    plan.add("step", step, ME).unwrap();
    (phone, plan)
}

fn key(phone: &Phone) -> Vec<u8> {
    card_key(&phone.named("card"), Arc::clone(&phone.keys) as _, "en-GB").unwrap()
}

#[test]
fn the_card_opens_with_its_key_and_neither_store_nor_plan_key() {
    let (phone, plan) = arranged();
    drop(plan);
    let key = key(&phone);
    fs::remove_dir_all(phone.path("store")).unwrap();
    phone.set(Fault::Lost);
    let card = open_card(&phone.named("card"), key.clone(), NOW, "en-GB").unwrap();
    assert_eq!((card.name.as_str(), card.age.as_str()), ("Jo", "made today"));
    assert!(card.safety[0].contains("999") && card.not_an_instruction.starts_with("Not an instruction"));
    assert_eq!(card.sections[0].kind, "allergies");
    assert_eq!(card.sections[0].lines[0].text, "Penicillin");
    assert_eq!(card.contacts[0].number.as_deref(), Some("01234 567 890"));
    let zone = &card.plans[0].zones[0];
    assert_eq!((zone.zone.as_str(), zone.shape.as_deref()), ("amber", Some("triangle")));
    assert_eq!(zone.steps[0].text, "Sit");
    assert_eq!(card.headings.steps, "Steps");
    assert!(card.may_be_behind.is_none());
}

#[test]
fn a_card_that_may_be_behind_or_is_of_an_impossible_age_says_so() {
    let (phone, plan) = arranged();
    drop(plan);
    let key = key(&phone);
    let open = |now| open_card(&phone.named("card"), key.clone(), now, "en-GB").unwrap();
    assert!(open(Moment { ms: 0, offset_minutes: 0 }).age.contains("clock may be wrong"));
    let later = Moment { ms: FIRST_DAY + 3 * 86_400_000, offset_minutes: 60 };
    assert_eq!(open(later).age, "3 days old");
    fs::write(phone.path("card/card.next"), b"half").unwrap();
    assert!(open(NOW).may_be_behind.is_some());
}

#[test]
fn a_card_that_does_not_open_says_why_in_the_language_that_was_asked() {
    let (phone, plan) = arranged();
    drop(plan);
    let (folder, good) = (phone.named("card"), key(&phone));
    let open = |folder: &str, key: Vec<u8>, language| open_card(folder, key, NOW, language);
    assert_eq!(reason(open(&phone.named("store"), good.clone(), "en-GB")), "error-card-missing");
    for wrong in [vec![0; 32], vec![0; 31], Vec::new(), vec![1; 1 << 16]] {
        assert_eq!(reason(open(&folder, wrong, "en-GB")), "error-card-not-this");
    }
    let missing = card_key(&phone.named("store"), Arc::clone(&phone.keys) as _, "en-GB");
    assert_eq!(reason(missing), "error-card-missing");
    assert_ne!(sentence(open(&folder, vec![0; 32], "cy")), sentence(open(&folder, vec![0; 32], "en-GB")));
    fs::write(phone.path("card/card"), b"altered").unwrap();
    assert_eq!(group(open(&folder, good.clone(), "en-GB")), Group::Other);
    phone.set(Fault::Locked { calls: u64::MAX });
    let locked = card_key(&folder, Arc::clone(&phone.keys) as _, "en-GB");
    assert_eq!(group(locked), Group::Locked);
}

#[test]
fn the_photo_is_behind_the_same_door_and_only_while_it_is_shown() {
    let (phone, plan) = arranged();
    plan.set_card_photo(&super::safe::jpeg()).unwrap();
    let photo = || open_card_photo(&phone.named("card"), key(&phone), "en-GB");
    assert_eq!(reason(photo()), "error-card-missing");
    plan.write("card", "", "show_photo", Answer::YesNo { yes: true }, ME).unwrap();
    assert_eq!(photo().unwrap(), super::safe::jpeg());
    plan.write("card", "", "show_photo", Answer::YesNo { yes: false }, ME).unwrap();
    assert_eq!(reason(photo()), "error-card-missing");
    assert_eq!(group(plan.set_card_photo(b"no photo")), Group::Refused);
}

#[test]
fn the_card_is_text_within_its_bytes_and_a_code() {
    let (phone, plan) = arranged();
    drop(plan);
    let text = |most| card_as_text(&phone.named("card"), key(&phone), most, "en-GB");
    let whole = text(4096).unwrap();
    assert!(whole.text.contains("Penicillin") && whole.cut == 0);
    let most = u32::try_from(whole.text.len()).unwrap() - 1;
    let short = text(most).unwrap();
    assert!(short.text.len() < whole.text.len() && short.cut > 0 && short.text.contains("999"));
    assert_eq!(group(text(10)), Group::Other);
    let code = card_as_code(&phone.named("card"), key(&phone), "en-GB").unwrap();
    assert_eq!(code.squares.len(), (code.size * code.size) as usize);
    assert!(code.squares.iter().all(|square| *square < 2) && code.squares.contains(&1));
    assert_eq!(text_as_code(&"word ".repeat(12), "en-GB").unwrap().squares[0], 1);
    assert_eq!(group(text_as_code(&"word ".repeat(12_000), "en-GB")), Group::Other);
}

#[test]
fn a_line_is_switched_by_the_field_that_its_group_names() {
    let (phone, plan) = arranged();
    let choices = plan.card_choices().unwrap();
    let allergies = choices.groups.iter().find(|group| group.kind == "allergy").unwrap();
    assert!(allergies.choices[0].on);
    let off = Answer::YesNo { yes: false };
    plan.write("allergy", &allergies.choices[0].id, &allergies.switch, off, ME).unwrap();
    let card = open_card(&phone.named("card"), key(&phone), NOW, "en-GB").unwrap();
    assert!(card.sections.is_empty());
    assert!(!plan.card_choices().unwrap().groups[0].choices[0].on);
}
