//! Rule 2: unanswered is not 1.

use super::*;

#[test]
fn a_scale_takes_1_to_10_and_refuses_0_and_11() {
    for step in 1..=10 {
        assert_eq!(Scale10::new(step).map(|scale| i64::from(scale.step())), Ok(step));
    }
    for step in [0, 11, -1, 257, 266, i64::MIN, i64::MAX] {
        assert_eq!(Scale10::new(step), Err(Refused::OffTheScale), "{step}");
    }
}

#[test]
fn a_scale_nobody_touched_is_not_answered_and_not_1() {
    let untouched: Kept<Scale10> = Kept::read(None, Goal::IMPORTANCE.policy);
    assert_eq!(untouched.first(), None);
    assert!(!untouched.is_answered());
    assert_eq!(Answer::<Scale10>::default(), Answer::NotAnswered);
}

#[test]
fn an_answer_taken_back_is_not_answered_again() {
    let mut pen = Pen::default();
    pen.write(Kind::Goal, id(1), &Goal::IMPORTANCE, Value::Int(1));
    let read = |pen: &Pen| Goal::read(id(1), pen.record.entity(Goal::KIND.number(), id(1)).unwrap());
    assert_eq!(read(&pen).importance.first().map(|step| step.step()), Some(1));
    pen.write(Kind::Goal, id(1), &Goal::IMPORTANCE, Value::Empty);
    let goal = read(&pen);
    assert_eq!(goal.importance.first(), None);
    assert!(!goal.importance.is_answered());
    assert_eq!(goal.importance.versions[0].value, Answer::NotAnswered);
}

#[test]
fn a_step_off_the_scale_in_the_record_is_shown_as_newer_and_never_as_an_answer() {
    let mut pen = Pen::default();
    pen.write(Kind::Goal, id(1), &Goal::IMPORTANCE, Value::Int(11));
    let goal = Goal::read(id(1), pen.record.entity(Goal::KIND.number(), id(1)).unwrap());
    assert!(goal.importance.newer);
    assert!(!goal.importance.is_answered());
}

#[test]
fn the_coaching_question_is_asked_below_7_and_not_at_7() {
    assert_eq!(Scale10::ASK_BELOW, 7);
}

#[test]
fn a_cat_total_takes_0_to_40_and_refuses_what_is_beyond() {
    for total in 0..=40 {
        assert_eq!(CatTotal::new(total).map(|kept| i64::from(kept.total())), Ok(total));
        assert_eq!(check(&Reply::CAT, &Value::Int(total)), Ok(()));
    }
    for total in [-1, 41, 256, 296, i64::MIN, i64::MAX] {
        assert_eq!(CatTotal::new(total), Err(Refused::OffTheTotal), "{total}");
        assert_eq!(check(&Reply::CAT, &Value::Int(total)), Err(Refused::OffTheTotal));
    }
    let untouched: Kept<CatTotal> = Kept::read(None, Reply::CAT.policy);
    assert_eq!(untouched.first(), None, "not answered, and not 0");
}
