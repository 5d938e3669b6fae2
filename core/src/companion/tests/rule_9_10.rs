//! Rule 9: safety words (their words only: no screen asks yet). Rule 10: plain
//! words, and never a stale line without its date.

use super::*;

#[test]
fn the_safety_line_is_on_every_plan_and_every_card_whatever_is_written() {
    let line = "Life at risk? 999 (text relay and BSL too). Urgent? 111.";
    let (phone, hearth) = begun();
    assert_eq!(phone.card().safety, [line]);
    let plan = hearth.add(Kind::Unwell, &[(Unwell::NAME, Value::Empty)], PERSON).unwrap();
    assert_eq!(hearth.unwell(plan).unwrap().safety, line);
    assert_eq!(phone.card().not_an_instruction, "Not an instruction: find the original.");
}

#[test]
fn the_mood_words_name_whom_to_ring_and_say_that_nobody_was_told() {
    let (_phone, hearth) = begun();
    let words = hearth.words().say("region-mood-yes", &[]);
    for part in ["Nobody has been told yet", "999 or A&E", "111, mental health option", "Samaritans 116 123"]
    {
        assert!(words.contains(part), "{part}");
    }
}

#[test]
fn noting_a_use_says_that_nobody_was_alerted() {
    let (phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    let said = hearth.note_use(plan, vec![], vec![step], Some("Better by morning"), PERSON).unwrap();
    assert_eq!(said, "Saved here. Nobody has been alerted.");
    phone.later(1);
    let used = hearth.unwell(plan).unwrap().used;
    assert_eq!(used[0].at, "yesterday");
    assert_eq!(used[0].steps, ["Sit forward, slow breaths"]);
    assert_eq!(used[0].outcome.text(), "Better by morning");
}

#[test]
fn a_date_that_cannot_have_been_says_that_the_clock_may_be_wrong() {
    let (phone, hearth) = begun();
    phone.later(20 * 365);
    let goal = add_goal(&hearth, "Stay at home");
    phone.later(-20 * 365);
    let who = bare(&hearth.goal(goal).unwrap().words.versions[0].who[0]);
    assert_eq!(who, "Your words, 26 September 2046 (this phone’s clock may be wrong), this phone");
}

#[test]
fn a_wrong_clock_changes_no_order_and_loses_nothing() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "first");
    phone.later(-20 * 365);
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("second"), PERSON).unwrap();
    phone.later(40 * 365);
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("third"), PERSON).unwrap();
    phone.later(-20 * 365);
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["third"]);
    let history = hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap();
    let words: Vec<&str> = history.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(words, ["first", "second", "third"]);
}

#[test]
fn the_card_says_how_old_it_is_and_when_its_age_is_impossible() {
    let (phone, _hearth) = begun();
    let card = phone.card();
    let age = |days: i64| card.age_line(FIRST_DAY + days * DAY, 60);
    assert_eq!(
        (age(0).as_str(), age(1).as_str(), age(12).as_str()),
        ("made today", "made yesterday", "12 days old")
    );
    assert_eq!(age(-3), "this phone’s clock may be wrong");
    assert_eq!(age(200 * 365), "this phone’s clock may be wrong");
    assert_eq!(card.made.line, "made Thursday 1 October 2026");
}
