//! Reviews and transitions: late said plainly and kindly, dates only as written,
//! and a prompt at 16 that changes nothing.

use super::*;

fn review(next: Option<&str>) -> NewReview {
    NewReview { sort: "medicines".into(), next: next.map(str::to_owned), ..NewReview::default() }
}

fn line(hearth: &Companion) -> String {
    bare(&hearth.reviews()[0].line)
}

#[test]
fn a_review_is_said_before_on_and_after_its_day() {
    let (phone, hearth) = begun();
    let with = NewReview { who: Some("Ann at the practice".into()), ..review(Some("2026-10-08")) };
    hearth.add_review(&with, PERSON).unwrap();
    assert_eq!(hearth.reviews()[0].name, "My medicines");
    assert_eq!(line(&hearth), "To be looked at again: 8 October");
    assert!(hearth.home().due.is_empty());
    phone.later(7);
    assert_eq!(line(&hearth), "To be looked at again today");
    assert_eq!((hearth.home().due[0].late_days, hearth.reviews()[0].late_days), (0, None));
    phone.later(20);
    let late = "It was to be looked at again by 8 October. You could ask Ann at the practice for a new date.";
    assert_eq!(line(&hearth), late);
    let due = &hearth.home().due[0];
    assert_eq!((due.kind, due.late_days, bare(&due.line)), (Kind::Review, 20, late.to_owned()));
}

#[test]
fn a_review_in_november_is_late_in_december_and_not_before() {
    let (phone, hearth) = begun();
    hearth.add_review(&review(Some("2026-11")), PERSON).unwrap();
    phone.later(60);
    assert_eq!(line(&hearth), "To be looked at again: November 2026");
    phone.later(1);
    assert_eq!(line(&hearth), "It was to be looked at again by November 2026. You could ask for a new date.");
}

#[test]
fn a_review_that_was_done_is_not_late_and_its_next_date_is_the_one_that_was_said() {
    let (phone, hearth) = begun();
    let every = NewReview { interval: Some("every 3 months".into()), ..review(Some("2026-10-08")) };
    let id = hearth.add_review(&every, PERSON).unwrap();
    phone.later(30);
    hearth.review_done(id, "2026-10-30", None, PERSON).unwrap();
    let view = &hearth.reviews()[0];
    assert_eq!((view.line.as_str(), view.late_days), ("No next date is written", None));
    assert_eq!((view.done.text(), view.interval.text()), ("30 October 2026", "every 3 months"));
    assert!(!view.next.is_answered(), "no date is worked out from the words");
    hearth.review_done(id, "2026-10-30", Some("2027-01-30"), PERSON).unwrap();
    assert_eq!(line(&hearth), "To be looked at again: 30 January 2027");
    assert!(hearth.home().due.is_empty());
}

#[test]
fn who_is_responsible_may_be_somebody_in_people() {
    let (phone, hearth) = begun();
    let sam = add_person(&hearth, "Sam", "07700 900 123");
    let with = NewReview { person: Some(sam), ..review(Some("2026-10-02")) };
    hearth.add_review(&with, PERSON).unwrap();
    phone.later(8);
    assert_eq!(hearth.reviews()[0].who, "Sam");
    assert!(line(&hearth).ends_with("You could ask Sam for a new date."));
}

#[test]
fn of_two_dates_the_earlier_comes_up_and_both_are_shown() {
    let (one, here) = begun();
    let (_two, there) = begun();
    let id = here.add_review(&review(Some("2026-12-01")), PERSON).unwrap();
    swap(&here, &there);
    let set = |hearth: &Companion, date: &str| {
        hearth.write(Kind::Review, id, &Review::NEXT, Value::Date(date.into()), PERSON).unwrap();
    };
    set(&here, "2026-10-03");
    set(&there, "2027-10-03");
    swap(&here, &there);
    one.later(5);
    let view = &here.reviews()[0];
    assert_eq!((view.late_days, view.next.versions.len()), (Some(3), 2));
    assert_eq!(view.notes, ["two versions: check first"]);
}

#[test]
fn late_reviews_come_first_and_those_without_a_date_last() {
    let (phone, hearth) = begun();
    let none = hearth.add_review(&NewReview::default(), PERSON).unwrap();
    let soon = hearth.add_review(&review(Some("2026-12-01")), PERSON).unwrap();
    let late = hearth.add_review(&review(Some("2026-10-03")), PERSON).unwrap();
    phone.later(10);
    let order: Vec<EntityId> = hearth.reviews().iter().map(|review| review.id).collect();
    assert_eq!(order, [late, soon, none]);
    assert_eq!(hearth.reviews()[2].name, "Another review");
}

#[test]
fn unwell_plans_goals_and_actions_come_up_on_their_day_and_finished_ones_do_not() {
    let (phone, hearth) = begun();
    let (plan, _) = add_plan(&hearth);
    let date = |day: &str| Value::Date(day.into());
    hearth.write(Kind::Unwell, plan, &Unwell::REVIEW, date("2026-10-02"), PERSON).unwrap();
    let goal = add_goal(&hearth, "Stay at home");
    hearth.write(Kind::Goal, goal, &Goal::REVIEW, date("2026-10-04"), PERSON).unwrap();
    let action = [
        (Action::GOAL, Value::Entity(goal)),
        (Action::WHAT, text("Walk")),
        (Action::REVIEW, date("2026-10-03")),
    ];
    let action = hearth.add(Kind::Action, &action, PERSON).unwrap();
    phone.later(9);
    let names = || hearth.home().due.iter().map(|due| bare(&due.name)).collect::<Vec<_>>();
    let all = ["When I’m unwell: When my breathing gets worse", "What I do: Walk", "Goal: Stay at home"];
    assert_eq!(names(), all);
    hearth.write(Kind::Action, action, &Action::STATUS, code("done"), PERSON).unwrap();
    assert_eq!(names(), [all[0], all[2]]);
    hearth.write(Kind::Goal, goal, &Goal::STATUS, code("reached"), PERSON).unwrap();
    hearth.remove(Kind::Unwell, plan, PERSON).unwrap();
    assert!(names().is_empty());
}

#[test]
fn an_action_of_a_removed_goal_does_not_come_up() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    let action = [(Action::GOAL, Value::Entity(goal)), (Action::REVIEW, Value::Date("2026-10-03".into()))];
    hearth.add(Kind::Action, &action, PERSON).unwrap();
    phone.later(9);
    assert_eq!(hearth.home().due.len(), 1);
    hearth.remove(Kind::Goal, goal, PERSON).unwrap();
    assert!(hearth.home().due.is_empty());
}

#[test]
fn no_sentence_of_a_review_blames() {
    let (phone, hearth) = begun();
    hearth.add_review(&review(Some("2026-10-02")), PERSON).unwrap();
    phone.later(400);
    let said = line(&hearth).to_lowercase();
    for word in ["overdue", "missed", "failed", "forgot", "should", "must", "late"] {
        assert!(!said.contains(word), "{said}");
    }
}

/// A parent writes for somebody born on 1 October 2010, or as said.
fn child(born: &str) -> (Phone, Companion, EntityId, EntityId) {
    let (phone, hearth) = begun();
    let born = Value::Date(born.into());
    hearth.write(Kind::Me, on(Kind::Me), &Me::BORN, born, PERSON).unwrap();
    let sam = add_person(&hearth, "Sam", "07700 900 123");
    let fields = [(Authority::PERSON, Value::Entity(sam)), (Authority::BY, code("parent"))];
    let authority = hearth.add(Kind::Authority, &fields, PERSON).unwrap();
    (phone, hearth, sam, authority)
}

#[test]
fn at_16_where_a_parent_writes_a_prompt_comes_up_and_not_a_day_before() {
    let (phone, hearth, ..) = child("2010-10-02");
    assert_eq!(hearth.hand_over(), None);
    phone.later(1);
    let said = bare(&hearth.hand_over().unwrap());
    assert!(said.starts_with("You are 16 or over now. Sam writes for you as a parent."), "{said}");
    assert!(said.ends_with("Nothing has changed in your plan."));
    assert_eq!(hearth.home().hand_over.map(|line| bare(&line)), Some(said));
}

#[test]
fn the_prompt_changes_nothing_by_itself() {
    let (_phone, hearth, sam, _) = child("2010-10-01");
    let before = hearth.export();
    assert!(hearth.hand_over().is_some());
    assert_eq!(hearth.export(), before);
    hearth.add(Kind::Goal, &[(Goal::WORDS, text("Swim"))], &Writer::Behalf(sam)).unwrap();
    assert_eq!(hearth.goals().len(), 1, "the parent can still write");
}

#[test]
fn the_prompt_is_gone_when_the_parents_authority_has_ended() {
    let (_phone, hearth, _, authority) = child("2010-10-01");
    let ended = Value::Date("2026-10-01".into());
    hearth.write(Kind::Authority, authority, &Authority::ENDED, ended, PERSON).unwrap();
    assert_eq!(hearth.hand_over(), None);
    let (_phone, hearth, _, authority) = child("2010-10-01");
    hearth.remove(Kind::Authority, authority, PERSON).unwrap();
    assert_eq!(hearth.hand_over(), None);
}

#[test]
fn nobody_but_a_parent_is_asked_to_hand_over_and_an_unknown_day_of_birth_asks_nobody() {
    let (_phone, hearth, _, authority) = child("2000-01-01");
    hearth.write(Kind::Authority, authority, &Authority::BY, code("lpa_health"), PERSON).unwrap();
    assert_eq!(hearth.hand_over(), None);
    let (_phone, hearth, ..) = child("2010");
    assert_eq!(hearth.hand_over(), None, "born in 2010 may be 16 only at the year's end");
    hearth.write(Kind::Me, on(Kind::Me), &Me::BORN, Value::Empty, PERSON).unwrap();
    assert_eq!(hearth.hand_over(), None);
}

#[test]
fn somebody_born_on_29_february_is_16_on_a_day_that_exists() {
    let (phone, hearth, ..) = child("2012-02-29");
    phone.later(365 + 150);
    assert_eq!(hearth.hand_over(), None);
    phone.later(2);
    assert!(hearth.hand_over().is_some());
}
