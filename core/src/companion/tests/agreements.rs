//! Agreed as a whole: who, when, and exactly which words. Any later change shows.

use super::*;

fn agreed() -> (Phone, Companion, EntityId, EntityId) {
    let (phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    hearth.agree(Kind::Unwell, plan, "the nurse", "key worker", "2026-10-01", PERSON).unwrap();
    (phone, hearth, plan, step)
}

fn line(hearth: &Companion, plan: EntityId) -> String {
    bare(&hearth.unwell(plan).unwrap().agreements[0].line)
}

const AGREED: &str = "Agreed with the nurse, today, as recorded by the patient";
const CHANGED: &str = "Changed since agreed with the nurse, today";

#[test]
fn an_agreement_reads_as_recorded_by_the_patient() {
    let (phone, hearth, plan, _) = agreed();
    assert_eq!(line(&hearth, plan), AGREED);
    let on_card = phone.card().plans[0].agreed.clone().unwrap();
    assert_eq!(on_card, "Agreed with the nurse, 1 October 2026, as recorded by the patient");
}

#[test]
fn changed_words_show_as_changed_since_with_the_agreed_words_one_touch_away() {
    let (phone, hearth, plan, step) = agreed();
    let before = hearth.unwell(plan).unwrap().zones[0].steps[0].words.seen.clone();
    hearth.write(Kind::Step, step, &Step::WORDS, text("Ring 999"), PERSON).unwrap();
    let view = hearth.unwell(plan).unwrap();
    assert_eq!(line(&hearth, plan), CHANGED);
    assert!(view.agreements[0].changed);
    assert_eq!(view.agreements[0].agreed_words, before);
    assert!(phone.card().plans[0].agreed.clone().unwrap().starts_with("Changed since agreed"));
}

#[test]
fn a_step_added_and_a_step_removed_are_changes() {
    let (_phone, hearth, plan, _) = agreed();
    add_step(&hearth, plan, "red", "Ring 999");
    assert_eq!(line(&hearth, plan), CHANGED);
    let (_phone, hearth, plan, step) = agreed();
    hearth.remove(Kind::Step, step, PERSON).unwrap();
    assert_eq!(line(&hearth, plan), CHANGED);
}

#[test]
fn another_order_of_the_steps_is_a_change() {
    let (_phone, hearth, plan, step) = agreed();
    hearth.write(Kind::Unwell, plan, &Unwell::STEPS, Value::Order(vec![step]), PERSON).unwrap();
    assert_eq!(line(&hearth, plan), CHANGED);
}

#[test]
fn erased_words_are_a_change() {
    let (_phone, hearth, plan, step) = agreed();
    hearth.erase(Kind::Step, step, &Step::WORDS).unwrap();
    assert_eq!(line(&hearth, plan), CHANGED);
    hearth.agree(Kind::Unwell, plan, "the nurse", "key worker", "2026-10-01", PERSON).unwrap();
    let agreements = hearth.unwell(plan).unwrap().agreements;
    assert!(agreements.iter().any(|agreement| !agreement.changed), "agreed again without them");
}

#[test]
fn a_pin_a_place_in_a_list_and_at_hand_are_no_changes() {
    let (_phone, hearth, plan, step) = agreed();
    hearth.write(Kind::Unwell, plan, &Unwell::AT_HAND, Value::Bool(false), PERSON).unwrap();
    hearth.write(Kind::Unwell, plan, &Common::POSITION, text("n"), PERSON).unwrap();
    hearth.write(Kind::Step, step, &Common::POSITION, text("n"), PERSON).unwrap();
    assert_eq!(line(&hearth, plan), AGREED);
    let goal = add_goal(&hearth, "Stay at home");
    hearth.agree(Kind::Goal, goal, "the nurse", "key worker", "2026-10-01", PERSON).unwrap();
    hearth.write(Kind::Goal, goal, &Goal::PINNED, Value::Bool(true), PERSON).unwrap();
    assert!(!hearth.goal(goal).unwrap().agreements[0].changed);
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(9), PERSON).unwrap();
    assert!(hearth.goal(goal).unwrap().agreements[0].changed);
}

#[test]
fn a_suggestion_that_waits_is_no_change_and_one_accepted_is() {
    let (_phone, hearth, plan, step) = agreed();
    let offer = hearth.write(Kind::Step, step, &Step::WORDS, text("Ring 999"), &guest()).unwrap();
    assert_eq!(line(&hearth, plan), AGREED);
    hearth.accept(offer, true).unwrap();
    assert_eq!(line(&hearth, plan), CHANGED);
}

#[test]
fn a_change_on_another_phone_shows_after_it_came() {
    let (_phone, hearth, plan, step) = agreed();
    let (_two, there) = begun();
    give(&hearth, &there);
    there.write(Kind::Step, step, &Step::WORDS, text("Ring 999"), PERSON).unwrap();
    assert_eq!(line(&hearth, plan), AGREED);
    give(&there, &hearth);
    assert_eq!(line(&hearth, plan), CHANGED);
}

#[test]
fn nothing_can_be_agreed_that_is_not_there() {
    let (_phone, hearth) = begun();
    let nothing = EntityId::new(crate::record::Owner::Person, [7; 16]);
    let refused = hearth.agree(Kind::Goal, nothing, "the nurse", "", "2026-10-01", PERSON);
    assert!(matches!(refused, Err(Trouble::NotFound)));
}
