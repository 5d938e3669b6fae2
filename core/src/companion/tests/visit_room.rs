//! In the room: the phone is handed over, what was agreed and promised is noted,
//! and after it what is late shows.

use super::*;

fn agreed(goals: &[EntityId]) -> VisitAgreement {
    VisitAgreement {
        with: "Ann Example".into(),
        role: "respiratory nurse".into(),
        on: "2026-10-14".into(),
        goals: goals.to_vec(),
        together: Some(true),
    }
}

#[test]
fn what_a_guest_writes_on_my_phone_says_so_and_waits_until_i_accept_it() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the shop");
    let visit = add_visit(&hearth, &["copd"]);
    let fields = [(Action::GOAL, Value::Entity(goal)), (Action::WHAT, text("Rehabilitation, twice a week"))];
    hearth.add(Kind::Action, &fields, &guest()).unwrap();
    hearth.answer(visit, "mrc", &Answered::Mrc(3), &guest()).unwrap();
    assert!(hearth.goal(goal).unwrap().actions.is_empty());
    let mrc = question(&hearth.visit(visit).unwrap(), "mrc");
    assert_eq!((mrc.line.as_str(), mrc.said.offers.len()), ("not answered", 1));
    accept_each(&hearth);
    let action = hearth.goal(goal).unwrap().actions[0].clone();
    let who = bare(&action.what.versions[0].who[0]);
    assert_eq!(who, "Written by Ann Example, respiratory nurse, on my phone, today. Accepted by you, today");
    let mrc = question(&hearth.visit(visit).unwrap(), "mrc");
    assert_eq!(mrc.line, "MRC breathlessness: 3 of 5");
    assert!(bare(&mrc.said.versions[0].who[0]).starts_with("Written by Ann Example, respiratory nurse"));
}

#[test]
fn rule_1_a_guests_answer_never_replaces_mine() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd"]);
    hearth.answer(visit, "smoking", &Answered::No, PERSON).unwrap();
    hearth.answer(visit, "cat", &Answered::Cat(9), PERSON).unwrap();
    hearth.answer(visit, "smoking", &Answered::Yes, &guest()).unwrap();
    hearth.answer(visit, "cat", &Answered::RatherNotSay, &guest()).unwrap();
    hearth.answer(visit, "cat", &Answered::Nothing, &guest()).unwrap();
    hearth.circle(visit, "smoking", true, &guest()).unwrap();
    let view = hearth.visit(visit).unwrap();
    assert_eq!(question(&view, "smoking").line, "no");
    assert_eq!(question(&view, "cat").line, "CAT total: 9 of 40");
    assert!(view.prompts.iter().all(|prompt| !prompt.circled));
}

#[test]
fn a_promise_noted_in_the_room_shows_after_it_and_when_it_is_late() {
    let (phone, hearth) = begun();
    let visit = add_visit(&hearth, &[]);
    let what = "A place at rehabilitation";
    hearth.note_promise(visit, what, "The nurse", Some("2026-10-03"), PERSON).unwrap();
    hearth.note_promise(visit, "A letter", "The doctor", None, PERSON).unwrap();
    hearth.go_to_stage(visit, "after").unwrap();
    phone.later(4);
    let view = hearth.visit(visit).unwrap();
    assert_eq!(view.promises.len(), 2);
    assert_eq!((view.promises[0].what.text(), view.promises[0].late_days), (what, Some(2)));
    assert_eq!(bare(&view.promises[1].who_by), "The doctor, no date given");
    // And in the next visit by itself.
    let next = hearth.begin_visit("next", "", None, PERSON).unwrap();
    assert!(under(&hearth.visit(next).unwrap(), "Promised, and late")[0].starts_with(what));
}

#[test]
fn a_promise_that_a_guest_notes_waits_for_me() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &[]);
    hearth.note_promise(visit, "A letter", "Ann Example", Some("2026-11"), &guest()).unwrap();
    assert!(hearth.visit(visit).unwrap().promises.is_empty());
    accept_each(&hearth);
    let view = hearth.visit(visit).unwrap();
    assert_eq!(view.promises[0].what.text(), "A letter");
    assert!(bare(&view.promises[0].what.versions[0].who[0]).starts_with("Written by Ann Example"));
}

#[test]
fn promises_noted_on_two_phones_are_both_in_the_visit() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let visit = add_visit(&here, &[]);
    swap(&here, &there);
    here.note_promise(visit, "one", "The nurse", None, PERSON).unwrap();
    there.note_promise(visit, "two", "The doctor", None, PERSON).unwrap();
    swap(&here, &there);
    assert_eq!(here.visit(visit).unwrap().promises.len(), 2);
    here.note_promise(visit, "three", "I", None, PERSON).unwrap();
    assert_eq!(here.visit(visit).unwrap().promises.len(), 3);
}

#[test]
fn agreeing_names_the_visit_and_its_goals_as_they_stand_and_a_change_after_shows() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the shop");
    let visit = add_visit(&hearth, &["copd"]);
    hearth.agree_visit(visit, &agreed(&[goal]), PERSON).unwrap();
    let view = hearth.visit(visit).unwrap();
    assert_eq!(
        bare(&view.agreements[0].line),
        "Agreed with Ann Example, 14 October, as recorded by the patient"
    );
    assert_eq!(view.goals[0].agreements.len(), 1);
    assert_eq!(view.together.text(), "yes");
    // Where one looks and what was talked about change no words.
    hearth.go_to_stage(visit, "after").unwrap();
    hearth.discussed(visit, "mood", true).unwrap();
    assert!(!hearth.visit(visit).unwrap().agreements[0].changed);
    // Words do.
    hearth.answer(visit, "mrc", &Answered::Mrc(3), PERSON).unwrap();
    let line = bare(&hearth.visit(visit).unwrap().agreements[0].line);
    assert_eq!(line, "Changed since agreed with Ann Example, 14 October");
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Walk to the park"), PERSON).unwrap();
    assert!(hearth.visit(visit).unwrap().goals[0].agreements[0].changed);
}

#[test]
fn agreeing_to_a_goal_that_is_not_there_is_refused_whole() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &[]);
    let refused = hearth.agree_visit(visit, &agreed(&[EntityId([9; 16])]), PERSON);
    assert!(matches!(refused, Err(Trouble::NotFound)));
    assert!(hearth.visit(visit).unwrap().agreements.is_empty());
}

#[test]
fn the_review_says_when_how_often_and_who_is_responsible_as_it_was_written() {
    let (phone, hearth) = begun();
    let visit = add_visit(&hearth, &[]);
    hearth.set_review(visit, "2027-01-14", "every 3 months", "the nurse", PERSON).unwrap();
    let line = hearth.visit(visit).unwrap().review_line;
    assert_eq!(
        line,
        "To be looked at again by 14 January 2027. To be looked at again: every 3 months. \
         Who will see to it: the nurse."
    );
    // What is not said stays; nothing is worked out from "every 3 months".
    hearth.set_review(visit, "", "", "the doctor", PERSON).unwrap();
    let line = hearth.visit(visit).unwrap().review_line;
    assert!(line.contains("14 January 2027") && line.ends_with("Who will see to it: the doctor."));
    phone.later(110);
    let line = hearth.visit(visit).unwrap().review_line;
    assert!(line.starts_with("It was to be looked at again by 14 January 2027."), "{line}");
    assert!(hearth.set_review(visit, "2027-02-30", "", "", PERSON).is_err());
}

#[test]
fn what_a_guest_wrote_whole_is_one_thing_to_say_yes_to_and_may_be_taken_back() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &[]);
    hearth.note_promise(visit, "A letter", "Ann Example", Some("2026-11"), &guest()).unwrap();
    hearth.add_thought(visit, "idea", "Sit by the window", "", &guest()).unwrap();
    let waits = hearth.guests();
    let letter = waits.iter().find(|one| one.kind == Kind::Promise).unwrap().clone();
    let lines: Vec<String> = letter.lines.iter().map(|line| bare(line)).collect();
    assert_eq!(lines, ["A letter", "Ann Example, by November 2026"]);
    assert_eq!(bare(&letter.who), "Written by Ann Example, respiratory nurse, on my phone, today");
    let idea = waits.iter().find(|one| one.kind == Kind::Thought).unwrap().clone();
    assert_eq!(idea.lines, ["Sit by the window"]);
    // And on the agenda it is one thing to talk about.
    let view = hearth.visit(visit).unwrap();
    let mut waiting = under(&view, "Suggestions that wait");
    waiting.sort();
    assert_eq!(waiting.len(), 2, "{waiting:?}");
    assert!(waiting[0].starts_with("A letter · Ann Example"), "{waiting:?}");

    let part = hearth.suggestions().iter().find(|one| one.slot.entity == letter.id).unwrap().id;
    hearth.accept_guest(letter.kind, letter.id, false).unwrap();
    let view = hearth.visit(visit).unwrap();
    assert!(bare(&view.promises[0].what.versions[0].who[0]).contains("Accepted by you"));
    assert!(view.thoughts.is_empty());
    assert!(matches!(hearth.accept_guest(letter.kind, letter.id, false), Err(Trouble::NotFound)));
    // What was accepted whole waits whole again.
    hearth.undo_accept(part).unwrap();
    assert!(hearth.visit(visit).unwrap().promises.is_empty(), "it waits, and stands in the plan as well");
    assert!(hearth.promises().is_empty());
    assert_eq!(hearth.guests().iter().find(|one| one.kind == Kind::Promise), Some(&letter));
    hearth.accept_guest(letter.kind, letter.id, true).unwrap();
    // As the screen takes it back.
    hearth.remove(letter.kind, letter.id, PERSON).unwrap();
    assert!(hearth.visit(visit).unwrap().promises.is_empty());
    hearth.decline_guest(idea.kind, idea.id).unwrap();
    assert!(hearth.visit(visit).unwrap().thoughts.is_empty());
    assert!(hearth.guests().iter().all(|one| one.kind != Kind::Thought));
}

#[test]
fn a_guest_adds_to_what_people_act_on_only_where_i_say_it_twice() {
    let (_phone, hearth) = begun();
    let plan = hearth.add(Kind::Unwell, &[(Unwell::NAME, text("My breathing"))], PERSON).unwrap();
    let fields = [(Step::PLAN, Value::Entity(plan)), (Step::WORDS, text("Ring the ward"))];
    let step = hearth.add(Kind::Step, &fields, &guest()).unwrap();
    assert_eq!(hearth.guests()[0].lines, ["Ring the ward"]);
    assert!(matches!(hearth.accept_guest(Kind::Step, step, false), Err(Trouble::AskAgain)));
    hearth.accept_guest(Kind::Step, step, true).unwrap();
    assert!(hearth.guests().is_empty());
}

#[test]
fn my_own_promise_is_mine_and_stays_open_until_somebody_says_what_came_of_it() {
    let (_phone, hearth) = begun();
    let fields = [
        (Promise::WHAT, text("Bring my diary")),
        (Promise::MINE, Value::Bool(true)),
        (Promise::BY, Value::Date("2026-11".into())),
    ];
    let mine = hearth.add(Kind::Promise, &fields, PERSON).unwrap();
    let view = hearth.promises().remove(0);
    assert_eq!((view.mine, view.open, bare(&view.who_by).as_str()), (true, true, "I, by November 2026"));
    hearth.write(Kind::Promise, mine, &Promise::STATE, code("done"), PERSON).unwrap();
    assert!(!hearth.promises().remove(0).open);
}
