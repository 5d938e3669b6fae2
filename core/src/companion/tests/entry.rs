//! Any entry, field by field, for a form.

use super::*;

fn field<'v>(entry: &'v EntryView, name: &str) -> &'v EntryField {
    entry.fields.iter().find(|field| field.name == name).unwrap()
}

#[test]
fn a_form_shows_what_stands_in_words_and_as_it_is_kept() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the canal");
    hearth.write(Kind::Goal, goal, &Goal::REVIEW, Value::Date("2026-11-26".to_owned()), PERSON).unwrap();
    hearth.write(Kind::Goal, goal, &Goal::STATUS, code("let_go"), PERSON).unwrap();
    let entry = hearth.entry(Kind::Goal, goal).unwrap();
    let review = field(&entry, "goal.review");
    assert_eq!(review.said.text(), "26 November 2026");
    assert_eq!(review.kept, [Value::Date("2026-11-26".to_owned())]);
    let status = field(&entry, "goal.status");
    assert_eq!((status.said.text(), status.kept.as_slice()), ("let go", [code("let_go")].as_slice()));
    let words: Vec<&str> = status.choices.iter().map(|choice| choice.word).collect();
    assert_eq!(words, Goal::STATUS.choices);
    assert_eq!(status.choices[4].said, "let go");
}

#[test]
fn a_field_never_written_is_in_the_form_and_is_not_answered() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the canal");
    let entry = hearth.entry(Kind::Goal, goal).unwrap();
    let importance = field(&entry, "goal.importance");
    assert_eq!(importance.holds, Type::Scale10);
    assert!(importance.said.versions.is_empty() && importance.kept.is_empty());
}

#[test]
fn both_of_two_versions_are_in_the_form_and_either_can_be_settled_on() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the canal");
    let write = |step: i64| {
        let seen = Some(Vec::new());
        hearth.write_over(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(step), seen, PERSON).unwrap();
    };
    write(9);
    write(4);
    let importance = field(&hearth.entry(Kind::Goal, goal).unwrap(), "goal.importance").clone();
    assert_eq!(texts(&importance.said).len(), 2);
    let kept: Vec<String> = importance
        .kept
        .iter()
        .map(|value| match value {
            Value::Int(step) => step.to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(kept, texts(&importance.said), "each beside its words");
    let (value, seen) = (importance.kept[0].clone(), importance.said.seen);
    hearth.write_over(Kind::Goal, goal, &Goal::IMPORTANCE, value.clone(), Some(seen), PERSON).unwrap();
    assert_eq!(field(&hearth.entry(Kind::Goal, goal).unwrap(), "goal.importance").kept, [value]);
}

#[test]
fn one_of_a_kind_that_was_never_written_is_an_empty_form_and_another_that_is_not_there_is_not_found() {
    let (_phone, hearth) = begun();
    let card = hearth.entry(Kind::Card, on(Kind::Card)).unwrap();
    assert!(card.fields.iter().all(|field| field.kept.is_empty()));
    let nobody = EntityId([1; 16]);
    assert!(matches!(hearth.entry(Kind::Card, nobody), Err(Trouble::NotFound)));
    assert!(matches!(hearth.entry(Kind::Goal, nobody), Err(Trouble::NotFound)));
}

#[test]
fn entries_are_those_that_are_here_and_parts_are_those_of_one_entry() {
    let (_phone, hearth) = begun();
    let strength = |words| hearth.add(Kind::Strength, &[(Strength::WORDS, text(words))], PERSON).unwrap();
    let (kept, gone) = (strength("I can cook"), strength("My neighbours"));
    hearth.remove(Kind::Strength, gone, PERSON).unwrap();
    let ids: Vec<EntityId> = hearth.entries(Kind::Strength, None).iter().map(|entry| entry.id).collect();
    assert_eq!(ids, [kept]);
    let (plan, step) = add_plan(&hearth);
    let (other, _) = add_plan(&hearth);
    let steps = |plan| hearth.entries(Kind::Step, Some(plan));
    assert_eq!(steps(plan).iter().map(|step| step.id).collect::<Vec<_>>(), [step]);
    hearth.remove(Kind::Unwell, other, PERSON).unwrap();
    assert!(steps(other).is_empty(), "the steps of a removed plan are not here");
    assert_eq!(hearth.entries(Kind::Step, None).len(), 1);
}

#[test]
fn hearths_own_bookkeeping_is_in_no_form() {
    let (_phone, hearth) = begun();
    let phones = hearth.entries(Kind::Device, None);
    let names: Vec<&str> = phones[0].fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["device.name", "device.since", "device.ended"]);
}

#[test]
fn every_field_of_the_table_is_found_by_its_name_long_or_short() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of_name(kind.name()), Some(*kind));
        for field in fields(*kind) {
            let found = |name: &str| kind.field_named(name).map(|found| (found.kind, found.number));
            let wanted = Some((kind.number(), field.number));
            assert_eq!(found(field.name), wanted, "{}", field.name);
            let short = field.name.rsplit('.').next().unwrap();
            assert_eq!(found(short), wanted, "{}", field.name);
        }
        assert!(kind.field_named("").is_none() && kind.field_named("nothing").is_none());
    }
    assert!(Kind::of_name("Goal").is_none());
    assert!(Kind::Goal.field_named("action.what").is_none(), "another kind's");
}

#[test]
fn an_entry_that_is_not_written_yet_says_what_may_be_chosen_and_nothing_else() {
    let (_phone, hearth) = begun();
    for kind in Kind::ALL {
        let blank = hearth.blank(*kind);
        assert!(blank.fields.iter().all(|field| field.said.versions.is_empty() && field.kept.is_empty()));
        assert!(!blank.only_me && !blank.on_card && blank.notes.is_empty() && blank.unsettled.is_none());
    }
    let zones = hearth.blank(Kind::Sign);
    let zone = zones.fields.iter().find(|field| field.name == "sign.zone").unwrap();
    let words: Vec<&str> = zone.choices.iter().map(|choice| choice.word).collect();
    assert_eq!(words, ["green", "amber", "red"]);
}
