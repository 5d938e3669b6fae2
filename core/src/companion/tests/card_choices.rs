//! What stands on the card, switched on line by line; and a language changed
//! while the plan is open.

use super::*;
use crate::words::Language;

fn group(view: &CardChoicesView, kind: Kind) -> &CardGroup {
    view.groups.iter().find(|group| group.kind == kind).unwrap()
}

#[test]
fn nothing_is_on_the_card_until_it_is_switched_on_and_what_is_on_is_on_the_card() {
    let (phone, hearth) = begun();
    let allergy = hearth.add(Kind::Allergy, &[(Allergy::WHAT, text("Penicillin"))], PERSON).unwrap();
    let before = group(&hearth.card_choices(), Kind::Allergy).choices[0].clone();
    assert_eq!((before.said.text(), before.on), ("Penicillin", false));
    assert!(!all_of(&phone.card()).contains("Penicillin"));
    let switch = group(&hearth.card_choices(), Kind::Allergy).switch;
    let field = Kind::Allergy.field_named(switch).unwrap();
    hearth.write(Kind::Allergy, allergy, &field, Value::Bool(true), PERSON).unwrap();
    assert!(group(&hearth.card_choices(), Kind::Allergy).choices[0].on);
    assert!(all_of(&phone.card()).contains("Penicillin"));
}

#[test]
fn each_switch_names_a_field_that_puts_its_entry_on_the_card() {
    let (phone, hearth) = begun();
    let add =
        |kind: Kind, field, words: &str| (kind, hearth.add(kind, &[(field, text(words))], PERSON).unwrap());
    let added = [
        add(Kind::Allergy, Allergy::WHAT, "Penicillin"),
        add(Kind::Condition, Condition::WORDS, "Asthma"),
        add(Kind::Medicine, Medicine::WORDS, "Blue inhaler"),
        add(Kind::Form, Form::NAME, "My paper"),
        add(Kind::Person, Person::NAME, "Sam"),
        add(Kind::Unwell, Unwell::NAME, "When my breathing gets worse"),
    ];
    let view = hearth.card_choices();
    assert_eq!(view.groups.len(), added.len());
    for (kind, id) in added {
        let group = group(&view, kind);
        let field = kind.field_named(group.switch).unwrap();
        let said = group.choices[0].said.text().to_owned();
        assert!(!said.is_empty() && !group.choices[0].on);
        hearth.write(kind, id, &field, Value::Bool(true), PERSON).unwrap();
        assert!(all_of(&phone.card()).contains(&said), "{said}");
    }
    assert!(hearth.card_choices().groups.iter().all(|group| group.choices[0].on));
}

#[test]
fn an_entry_that_is_only_mine_says_that_it_does_not_stand_on_the_card() {
    let (phone, hearth) = begun();
    let id = add_on_card(&hearth, Kind::Condition, Condition::WORDS, "Asthma");
    hearth.only_me(Kind::Condition, id, true).unwrap();
    let choice = group(&hearth.card_choices(), Kind::Condition).choices[0].clone();
    assert!(choice.on && choice.only_me);
    assert!(!all_of(&phone.card()).contains("Asthma"));
}

#[test]
fn a_removed_entry_is_no_choice_and_a_suggestion_is_said_beside_its_line() {
    let (_phone, hearth) = begun();
    let gone = add_on_card(&hearth, Kind::Condition, Condition::WORDS, "A cold");
    hearth.remove(Kind::Condition, gone, PERSON).unwrap();
    let id = add_on_card(&hearth, Kind::Condition, Condition::WORDS, "Asthma");
    hearth.write(Kind::Condition, id, &Condition::WORDS, text("Asthma since 1990"), &guest()).unwrap();
    let group = group(&hearth.card_choices(), Kind::Condition).clone();
    assert_eq!(group.choices.len(), 1);
    assert_eq!(group.choices[0].notes.len(), 1, "{:?}", group.choices[0].notes);
}

#[test]
fn the_safety_lines_are_there_whatever_is_switched_on() {
    let (_phone, hearth) = begun();
    let view = hearth.card_choices();
    assert!(view.safety.contains("999") && view.safety.contains("111"));
    assert_eq!(view.not_an_instruction, "Not an instruction: find the original.");
}

#[test]
fn a_language_changed_while_the_plan_is_open_changes_screens_and_card_and_no_word_of_the_person() {
    let (phone, hearth) = begun();
    let (plan, _) = add_plan(&hearth);
    hearth.speak(Language::Cy).unwrap();
    assert_eq!(hearth.words().language(), Language::Cy);
    let view = hearth.unwell(plan).unwrap();
    assert_eq!(view.name.text(), "When my breathing gets worse");
    assert!(view.safety.lines().count() > 1, "Welsh, and English beside it: {}", view.safety);
    assert_eq!(phone.card().lang, "cy");
    hearth.speak(Language::EnGb).unwrap();
    assert_eq!(phone.card().lang, "en-GB");
    assert_eq!(hearth.unwell(plan).unwrap().safety.lines().count(), 1);
}

#[test]
fn a_full_disk_leaves_the_card_in_the_old_language_and_says_so() {
    let (phone, hearth) = begun();
    phone.disk.full.store(true, Ordering::Relaxed);
    assert!(hearth.speak(Language::Cy).is_err());
    assert_eq!(phone.card().lang, "en-GB");
    phone.disk.full.store(false, Ordering::Relaxed);
    hearth.speak(Language::Cy).unwrap();
    assert_eq!(phone.card().lang, "cy");
}
