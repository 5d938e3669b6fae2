//! What belongs to what.

use super::*;

const KIND: Kind = Kind::Unwell;

fn plan_with_a_step() -> Pen {
    let mut pen = Pen::default();
    pen.write(KIND, id(1), &Unwell::NAME, text("When my breathing gets worse"));
    pen.write(Kind::Step, id(2), &Step::PLAN, Value::Entity(id(1)));
    pen.write(Kind::Step, id(2), &Step::WORDS, text("Sit forward"));
    pen.write(Kind::Step, id(3), &Step::PLAN, Value::Entity(id(8)));
    pen
}

fn heads(pen: &Pen) -> Vec<OpId> {
    tree_heads(&pen.record, KIND, id(1)).into_iter().map(|op| op.id).collect()
}

#[test]
fn a_plan_has_its_own_steps_and_not_another_plans() {
    let pen = plan_with_a_step();
    assert_eq!(tree_of(&pen.record, KIND, id(1)), [(KIND, id(1)), (Kind::Step, id(2))]);
}

#[test]
fn a_goal_has_its_actions_and_their_stages() {
    let mut pen = Pen::default();
    pen.write(Kind::Goal, id(1), &Goal::WORDS, text("Stay at home"));
    pen.write(Kind::Action, id(2), &Action::GOAL, Value::Entity(id(1)));
    pen.write(Kind::Stage, id(3), &Stage::ACTION, Value::Entity(id(2)));
    let tree = [(Kind::Goal, id(1)), (Kind::Action, id(2)), (Kind::Stage, id(3))];
    assert_eq!(tree_of(&pen.record, Kind::Goal, id(1)), tree);
    assert_eq!(parent_of(&pen.record, Kind::Stage, id(3)), Some((Kind::Action, id(2))));
    assert_eq!(parent_of(&pen.record, Kind::Goal, id(1)), None);
}

#[test]
fn a_loop_of_parents_ends() {
    let mut pen = Pen::default();
    pen.write(Kind::Action, id(1), &Action::GOAL, Value::Entity(id(1)));
    pen.write(Kind::Stage, id(1), &Stage::ACTION, Value::Entity(id(1)));
    assert_eq!(tree_of(&pen.record, Kind::Action, id(1)).len(), 2);
}

#[test]
fn the_heads_of_a_plan_are_its_words_and_those_of_its_parts() {
    let mut pen = plan_with_a_step();
    assert_eq!(heads(&pen).len(), 3);
    let new = pen.write(Kind::Step, id(2), &Step::WORDS, text("Sit forward, slow breaths"));
    assert!(heads(&pen).contains(&new));
    assert_eq!(heads(&pen).len(), 3);
}

#[test]
fn what_is_only_this_phones_own_is_no_head() {
    let mut pen = plan_with_a_step();
    let before = heads(&pen);
    pen.write(KIND, id(1), &Unwell::AT_HAND, Value::Bool(true));
    pen.write(KIND, id(1), &Common::POSITION, text("n"));
    pen.write(Kind::Step, id(2), &Common::ONLY_ME, Value::Bool(true));
    assert_eq!(heads(&pen), before);
}

#[test]
fn a_part_removed_is_a_new_head_and_the_entitys_own_removal_is_none() {
    let mut pen = plan_with_a_step();
    let before = heads(&pen);
    let life = |id, kind: Kind| Slot { entity: id, kind: kind.number(), field: crate::record::LIFE };
    let of_step = pen.act(life(id(2), Kind::Step), Act::Remove(vec![]), None);
    let of_plan = pen.act(life(id(1), KIND), Act::Remove(vec![]), None);
    let after = heads(&pen);
    assert_eq!(after.len(), before.len() + 1);
    assert!(after.contains(&of_step) && !after.contains(&of_plan));
}
