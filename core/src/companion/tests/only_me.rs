//! Rule 7: "only me" on any entry is never sent, shared, printed or shown to a carer.

use super::*;

const SECRET: &str = "the hospice close to my sister";

fn exported(hearth: &Companion) -> String {
    hearth.export().json.to_string()
}

fn mark(hearth: &Companion, kind: Kind, id: EntityId) {
    hearth.only_me(kind, id, true).unwrap();
}

#[test]
fn an_entry_that_is_only_mine_is_seen_by_me_and_not_exported() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, SECRET);
    assert!(exported(&hearth).contains(SECRET));
    mark(&hearth, Kind::Goal, goal);
    assert!(hearth.goal(goal).unwrap().only_me);
    assert_eq!(hearth.goals()[0].words.text(), SECRET);
    let export = hearth.export();
    assert!(!export.json.to_string().contains(SECRET));
    assert_eq!(export.left_out.only_me, 1);
    assert_eq!(export.json["left_out"]["only_me"], 1);
}

#[test]
fn what_belongs_to_it_or_speaks_of_it_is_not_exported_either() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, SECRET);
    let action = [(Action::GOAL, Value::Entity(goal)), (Action::WHAT, text(SECRET))];
    let action = hearth.add(Kind::Action, &action, PERSON).unwrap();
    let stage = [(Stage::ACTION, Value::Entity(action)), (Stage::WORDS, text(SECRET))];
    hearth.add(Kind::Stage, &stage, PERSON).unwrap();
    hearth.check_in(action, Some(SECRET), Some(3), PERSON).unwrap();
    hearth.agree(Kind::Goal, goal, SECRET, "", "2026-10-01", PERSON).unwrap();
    let (plan, step) = add_plan(&hearth);
    hearth.write(Kind::Step, step, &Step::WORDS, text(SECRET), PERSON).unwrap();
    hearth.note_use(plan, vec![], vec![step], Some(SECRET), PERSON).unwrap();
    mark(&hearth, Kind::Goal, goal);
    mark(&hearth, Kind::Unwell, plan);
    assert!(!exported(&hearth).contains(SECRET), "{}", exported(&hearth));
    assert_eq!(hearth.export().left_out.only_me, 8);
}

#[test]
fn the_parts_of_a_result_that_is_only_mine_are_not_exported() {
    let (_phone, hearth) = begun();
    let file = include_bytes!("../../../../tests/vectors/fhir-r4-examples/Observation-blood-pressure.json");
    let result = hearth.import_observation(file, "a practice").unwrap();
    assert!(exported(&hearth).contains("107"));
    // The mark is the person's own, whoever the result belongs to.
    mark(&hearth, Kind::Outcome, result);
    assert!(!exported(&hearth).contains("107"));
    assert_eq!(hearth.results().len(), 1);
}

#[test]
fn the_parts_of_what_was_removed_are_not_exported() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    let action = [(Action::GOAL, Value::Entity(goal)), (Action::WHAT, text("Walk on Tuesdays"))];
    hearth.add(Kind::Action, &action, PERSON).unwrap();
    hearth.remove(Kind::Goal, goal, PERSON).unwrap();
    assert!(!exported(&hearth).contains("Tuesdays"));
    assert_eq!(hearth.export().left_out.removed, 2);
}

#[test]
fn nothing_that_is_only_mine_is_on_the_card() {
    let (phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    let sam = add_on_card(&hearth, Kind::Person, Person::NAME, "Sam");
    hearth.write(Kind::Unwell, plan, &Unwell::CALL, Value::Order(vec![sam]), PERSON).unwrap();
    let part = |kind, parent, field, words| {
        hearth.add(kind, &[(parent, Value::Entity(plan)), (field, text(words))], PERSON).unwrap()
    };
    let about = on(Kind::AboutMe);
    hearth
        .write(Kind::AboutMe, about, &AboutMe::COMMUNICATE, text("Face me when you speak"), PERSON)
        .unwrap();
    let card = on(Kind::Card);
    hearth.write(Kind::Card, card, &Card::SHOW_COMMUNICATE, Value::Bool(true), PERSON).unwrap();
    hearth.write(Kind::Card, card, &Card::VERY_UNWELL, text("Let me sit up"), PERSON).unwrap();
    hearth.write(Kind::Card, card, &Card::SHOW_BORN, Value::Bool(true), PERSON).unwrap();
    hearth.write(Kind::Me, on(Kind::Me), &Me::BORN, Value::Date("1951-03-04".into()), PERSON).unwrap();
    let agreement = hearth.agree(Kind::Unwell, plan, "the nurse", "", "2026-10-01", PERSON).unwrap();
    let entries = [
        (Kind::Step, step, "Sit forward"),
        (Kind::Person, sam, "Sam"),
        (Kind::Sign, part(Kind::Sign, Sign::PLAN, Sign::WORDS, "I stop on the stairs"), "stairs"),
        (Kind::Coping, part(Kind::Coping, Coping::PLAN, Coping::WORDS, "The radio on low"), "radio"),
        (Kind::KeptThing, part(Kind::KeptThing, KeptThing::PLAN, KeptThing::WHAT, "Rescue pack"), "Rescue"),
        (Kind::Allergy, add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin"), "Penicillin"),
        (Kind::Condition, add_on_card(&hearth, Kind::Condition, Condition::WORDS, "COPD"), "COPD"),
        (Kind::Medicine, add_on_card(&hearth, Kind::Medicine, Medicine::WORDS, "Tiotropium"), "Tiotropium"),
        (Kind::Form, add_on_card(&hearth, Kind::Form, Form::PLACE, "blue folder"), "blue folder"),
        (Kind::AboutMe, about, "Face me"),
        (Kind::Card, card, "Let me sit up"),
        (Kind::Me, on(Kind::Me), "1951"),
        (Kind::Agreement, agreement, "the nurse"),
    ];
    for (kind, id, words) in entries {
        assert!(all_of(&phone.card()).contains(words), "{kind:?} was not on the card to begin with");
        mark(&hearth, kind, id);
        assert!(!all_of(&phone.card()).contains(words), "{kind:?} is only mine and is on the card");
    }
    mark(&hearth, Kind::Unwell, plan);
    assert!(phone.card().plans.is_empty());
}

#[test]
fn marked_on_one_phone_and_not_on_another_it_is_only_mine() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let goal = add_goal(&here, SECRET);
    swap(&here, &there);
    here.only_me(Kind::Goal, goal, true).unwrap();
    there.only_me(Kind::Goal, goal, false).unwrap();
    swap(&here, &there);
    assert!(!exported(&here).contains(SECRET) && !exported(&there).contains(SECRET));
}

#[test]
fn an_export_holds_no_switch_no_pin_and_no_key_of_a_phone() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    hearth.write(Kind::Goal, goal, &Goal::PINNED, Value::Bool(true), PERSON).unwrap();
    let exported = exported(&hearth);
    for own in ["pinned", "only_me\":[", "on_card", "device", "my phone", "\"saw\""] {
        assert!(!exported.contains(own), "{own}: {exported}");
    }
}

#[test]
fn an_export_says_every_version_who_wrote_it_and_what_waits() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let goal = add_goal(&here, "first");
    swap(&here, &there);
    here.write(Kind::Goal, goal, &Goal::WORDS, text("here"), PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::WORDS, text("there"), PERSON).unwrap();
    swap(&here, &there);
    here.write(Kind::Goal, goal, &Goal::WORDS, text("offered"), &guest()).unwrap();
    let words = &here.export().json["plan"]["goal"][0]["words"];
    assert_eq!(words["versions"].as_array().unwrap().len(), 2);
    assert_eq!(words["versions"][0]["written"][0]["by"], "person");
    assert_eq!(words["suggested"][0]["value"], "offered");
    assert_eq!(words["suggested"][0]["written"][0]["by"]["guest"], "Ann Example");
}
