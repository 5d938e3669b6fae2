//! What stands for what: statuses, codes and the words beside them, versions, times.

use super::*;
use crate::record::Original;
use serde_json::json;

const GOAL: &str = "Care and support plan > Needs, concerns or problems > Goals and hopes";

/// A plan with one goal, and what a file says of its status.
fn goal_with(status: &str) -> (World, EntityId) {
    let mut world = World::default();
    world.import(&format!(
        "{{\"Care and support plan\":{{\"Needs, concerns or problems\":[{{\"Free text\":\"Breath\",\
         \"Goals and hopes\":[{{\"Free text\":\"The allotment\",\"Goal status\":{status}}}]}}]}}}}"
    ));
    let goal = Goal::all(&world.record)[0].id;
    (world, goal)
}

fn goal(world: &World) -> Goal {
    Goal::all(&world.record).remove(0)
}

fn status_of(world: &World) -> serde_json::Value {
    let json: serde_json::Value = serde_json::from_str(&world.json(List::CarePlan)).unwrap();
    at(&json, GOAL)["Goal status"].clone()
}

#[test]
fn a_status_in_our_own_words_is_our_choice_and_any_other_is_kept_as_the_records() {
    let (world, _) = goal_with("\"going on\"");
    assert_eq!(goal(&world).status.first().map(String::as_str), Some("going"));
    let (world, _) = goal_with("\"In progress\"");
    assert_eq!((goal(&world).status.first(), goal(&world).status_said.text()), (None, "In progress"));
    assert_eq!(status_of(&world), "In progress");
    let (world, _) = goal_with("[\"going on\",{\"code\":\"1\",\"display\":\"Active\"}]");
    assert_eq!((goal(&world).status.first(), goal(&world).status_said.text()), (None, "going on"));
    assert_eq!(goal(&world).status_code.first().map(Coded::code), Some("1"));
    assert_eq!(status_of(&world), json!(["going on", { "code": "1", "display": "Active" }]));
}

#[test]
fn once_i_choose_a_status_my_choice_goes_out_and_not_the_records_word() {
    for said in ["\"In progress\"", "{\"system\":\"http://snomed.info/sct\",\"code\":\"1\"}"] {
        let (mut world, goal) = goal_with(said);
        world.write(Kind::Goal, goal, &Goal::STATUS, Value::Code("reached".to_owned()));
        assert_eq!(status_of(&world), "reached");
        let note = format!("{GOAL} > Goal status: your own choice is sent, not the word of the record.");
        assert!(sentences(&world.export(List::CarePlan).notes).contains(&note));
    }
}

#[test]
fn what_a_code_says_is_drawn_where_only_words_are_and_goes_out_once() {
    let coded = "{\"system\":\"http://snomed.info/sct\",\"code\":\"1\",\"display\":\"Sings\"}";
    let mut world = World::default();
    world.import(&format!("{{\"Care and support plan\":{{\"Strengths\":[{{\"Coded value\":{coded}}}]}}}}"));
    let strength = Strength::all(&world.record).remove(0);
    assert_eq!((strength.words.text(), strength.code.first().map(Coded::code)), ("Sings", Some("1")));
    let json: serde_json::Value = serde_json::from_str(&world.json(List::CarePlan)).unwrap();
    let strengths = json["Care and support plan"]["Strengths"].clone();
    assert_eq!(
        strengths,
        json!([{ "Coded value": serde_json::from_str::<serde_json::Value>(coded).unwrap() }])
    );
    world.write(Kind::Strength, strength.id, &Strength::WORDS, text("I sing in a choir"));
    assert!(world.json(List::CarePlan).contains("\"Free text\": \"I sing in a choir\""));
}

#[test]
fn a_text_is_a_code_where_prsb_calls_it_one_and_words_elsewhere() {
    let mut world = World::default();
    world.import(
        "{\"Person demographics\":{\"Religion\":\"Quaker\"},\"Care and support plan\":{\
         \"Strengths\":[{\"Coded value\":\"413350009\"}]}}",
    );
    let me = EntityId::only(Kind::Me.number());
    let me = Me::read(me, world.record.entity(Kind::Me.number(), me).unwrap());
    assert_eq!(me.religion.first().map(|code| (code.code(), code.display())), Some(("", "Quaker")));
    let strength = Strength::all(&world.record).remove(0);
    assert_eq!(strength.code.first().map(|code| (code.code(), code.display())), Some(("413350009", "")));
}

#[test]
fn two_versions_that_stand_both_go_out_and_are_told() {
    let mut world = World::default();
    let id = world.new_entity();
    for words in ["one", "two"] {
        world.write_beside(Kind::Strength, id, &Strength::WORDS, text(words));
    }
    let exported = world.export(List::CarePlan);
    let json: serde_json::Value = serde_json::from_str(&exported.json).unwrap();
    assert_eq!(json["Care and support plan"]["Strengths"][0]["Free text"], json!(["one", "two"]));
    let place = "Care and support plan > Strengths > Free text";
    let notes = sentences(&exported.notes);
    assert!(notes.contains(&format!("{place}: two versions stand here. Both are sent.")), "{notes:?}");
}

#[test]
fn two_orders_of_steps_are_told() {
    let mut world = World::default();
    let plan = world.new_entity();
    world.write(Kind::Unwell, plan, &Unwell::NAME, text("Breath"));
    let steps = [world.new_entity(), world.new_entity()];
    for step in steps {
        world.write(Kind::Step, step, &Step::PLAN, Value::Entity(plan));
        world.write(Kind::Step, step, &Step::WORDS, text(&step.hex()));
    }
    let told = |world: &World| {
        let notes = world.export(List::CarePlan).notes;
        notes.iter().any(|note| note.key() == "prsb-check-orders")
    };
    world.write_beside(Kind::Unwell, plan, &Unwell::STEPS, Value::Order(steps.to_vec()));
    assert!(!told(&world));
    world.write_beside(Kind::Unwell, plan, &Unwell::STEPS, Value::Order(vec![steps[1], steps[0]]));
    assert!(told(&world));
}

#[test]
fn words_through_an_interpreter_go_out_as_shown_and_it_is_told() {
    let mut world = World::default();
    let original = Original {
        text: "أريد أن أبقى في بيتي".to_owned(),
        language: "ar".to_owned(),
        interpreter: "Sam".to_owned(),
        on: "2026-09-01".to_owned(),
    };
    let words = Value::Interpreted { text: "I want to stay at home".to_owned(), original };
    let about = EntityId::only(Kind::AboutMe.number());
    world.write(Kind::AboutMe, about, &AboutMe::IMPORTANT, words);
    let exported = world.export(List::AboutMe);
    assert!(exported.json.contains("I want to stay at home") && !exported.json.contains("أريد"));
    assert!(exported.notes.iter().any(|note| note.key() == "prsb-check-original"));
}

#[test]
fn every_form_that_i_say_exists_goes_out_as_a_document_with_its_date_and_its_place() {
    let mut world = World::default();
    let form = world.new_entity();
    world.write(Kind::Form, form, &Form::FORM, Value::Code("respect".to_owned()));
    world.write(Kind::Form, form, &Form::DATED, Value::Date("2026-03".to_owned()));
    world.write(Kind::Form, form, &Form::PLACE, text("the blue folder"));
    let json: serde_json::Value = serde_json::from_str(&world.json(List::CarePlan)).unwrap();
    let documents = &json["Care and support plan"]["Other care planning documents"];
    assert_eq!(*documents, json!(["ReSPECT form. dated March 2026. Where it is: the blue folder"]));
    // An advance decision has a place of its own where it is known where it is.
    world.write(Kind::Form, form, &Form::FORM, Value::Code("adrt".to_owned()));
    let json: serde_json::Value = serde_json::from_str(&world.json(List::EndOfLife)).unwrap();
    assert_eq!(json["Care and support plan"], serde_json::Value::Null);
    let decision = &json["Legal information"]["Advance decision to refuse treatment (ADRT)"];
    assert_eq!(
        *decision,
        json!({ "Advance decision to refuse treatment": { "Location of document": "the blue folder" } })
    );
}

#[test]
fn somebody_in_two_lists_of_a_file_is_one_person() {
    let mut world = World::default();
    world.import(
        "{\"Personal contacts\":{\"Personal contacts record entry\":[{\"Name\":\"Sam\",\"Contact details\":\"1\"}]},\
         \"Contingency/safety plans\":[{\"Contingency plan name\":{\"Free text\":\"Breath\"},\
         \"Who should be contacted\":[{\"Name\":\"Sam\",\"Contact details\":\"1\"},{\"Name\":\"Sam\",\"Contact details\":\"2\"}]}]}",
    );
    let people = Person::all(&world.record);
    assert_eq!(people.len(), 2, "the one with another number is another");
    let listed: Vec<Option<&str>> = people.iter().map(|p| p.listed.first().map(String::as_str)).collect();
    assert!(listed.contains(&Some("personal")) && listed.contains(&Some("to_call")));
    let called = Unwell::all(&world.record)[0].call.first().unwrap().len();
    assert_eq!(called, 2);
}
