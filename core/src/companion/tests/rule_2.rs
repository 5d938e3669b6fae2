//! Rule 2: unanswered is not 1.

use super::*;

fn with_action() -> (Phone, Companion, EntityId, EntityId) {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Meet new people");
    let fields = [(Action::GOAL, Value::Entity(goal)), (Action::WHAT, text("Walk on Tuesdays"))];
    let action = hearth.add(Kind::Action, &fields, PERSON).unwrap();
    (phone, hearth, goal, action)
}

#[test]
fn a_scale_nobody_touched_is_drawn_stored_and_exported_as_not_answered() {
    let (phone, hearth, goal, _) = with_action();
    let drawn = |hearth: &Companion| {
        let view = hearth.goal(goal).unwrap();
        assert_eq!(view.importance_line, "not answered");
        assert_eq!(view.actions[0].confidence_line, "not answered");
        assert!(view.importance.versions.is_empty() && !view.importance.is_answered());
        assert_eq!(hearth.home().goals[0].importance, None);
        let goal = &hearth.export().json["plan"]["goal"][0];
        assert!(goal.get("importance").is_none(), "{goal}");
    };
    drawn(&hearth);
    drop(hearth);
    drawn(&phone.open().unwrap());
}

#[test]
fn an_answer_taken_back_is_not_answered_and_never_1() {
    let (_phone, hearth, goal, _) = with_action();
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(1), PERSON).unwrap();
    assert_eq!(hearth.goal(goal).unwrap().importance_line, "Important 1 of 10");
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Empty, PERSON).unwrap();
    let view = hearth.goal(goal).unwrap();
    assert_eq!((view.importance_line.as_str(), view.importance.text()), ("not answered", "not answered"));
    assert!(!view.importance.is_answered());
    let exported = &hearth.export().json["plan"]["goal"][0]["importance"]["versions"][0]["value"];
    assert!(exported.is_null());
}

#[test]
fn a_check_in_may_leave_both_answers_empty() {
    let (_phone, hearth, goal, action) = with_action();
    hearth.check_in(action, None, None, PERSON).unwrap();
    let check_ins = hearth.goal(goal).unwrap().actions[0].check_ins.clone();
    assert_eq!(check_ins.len(), 1);
    assert_eq!(check_ins[0].confidence, None);
    assert!(!check_ins[0].went.is_answered());
}

#[test]
fn below_7_the_coaching_question_is_asked_and_unanswered_is_not_below_7() {
    let (_phone, hearth, goal, action) = with_action();
    let ask = || hearth.goal(goal).unwrap().actions[0].ask.clone();
    assert_eq!(ask(), None);
    let set = |value| hearth.write(Kind::Action, action, &Action::CONFIDENCE, value, PERSON).unwrap();
    set(Value::Int(6));
    assert_eq!(ask().as_deref(), Some("What would make it a 7?"));
    set(Value::Int(7));
    assert_eq!(ask(), None);
    set(Value::Int(1));
    assert!(ask().is_some());
    set(Value::Empty);
    assert_eq!(ask(), None);
}

#[test]
fn two_answers_at_once_both_show_and_neither_is_preferred() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let goal = add_goal(&here, "Stay at home");
    swap(&here, &there);
    here.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(3), PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(9), PERSON).unwrap();
    swap(&here, &there);
    let line = here.goal(goal).unwrap().importance_line;
    assert!(line.contains("Important 3 of 10") && line.contains("Important 9 of 10"), "{line}");
    assert_eq!(line, there.goal(goal).unwrap().importance_line);
    assert_eq!(here.home().goals[0].importance, None);
    assert_eq!(here.home().unsettled, 1);
}
