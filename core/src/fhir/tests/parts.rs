//! What is part of a resource: the signs and steps of a plan for when I'm unwell, and references.

use super::map::{json, only};
use super::sample::{Sample, code, date, id, text};
use crate::fhir::{incoming, order_parts, outgoing, remove_part, write_links, write_part};
use crate::plan::*;
use crate::record::Value;
use serde_json::Value as Json;

#[test]
fn the_parts_of_a_plan_for_when_unwell_stand_in_their_order() {
    let plan = Sample::full();
    let all = outgoing(&plan.cx(), Kind::Unwell, id(10));
    let [care_plan, flag] = &all[..] else { panic!("{all:?}") };
    assert_eq!((care_plan.resource, flag.resource), ("CarePlan", "Flag"));
    let back = incoming(&care_plan.body).unwrap();
    let words: Vec<&str> = back.parts.iter().filter_map(|part| part.fields[0].1.text()).collect();
    assert_eq!(
        words,
        [
            "I cannot finish a sentence",
            "I cough more than usual",
            "Sit by the open window",
            "Ring the surgery",
            "Count breaths with Sam",
            "The blue box from the surgery"
        ]
    );
    assert_eq!(back.parts[1].fields[1], (Sign::ZONE, code("amber")));
    assert_eq!(
        back.parts[4].fields[1..],
        [(Coping::FROM, date("2026-01")), (Coping::UNTIL, date("2027-01"))]
    );
    assert_eq!(back.parts[5].fields[1], (KeptThing::PLACE, text("kitchen drawer")));
    let call = back.links.iter().find(|link| link.field == Some(Unwell::CALL)).unwrap();
    let named = [21, 20].map(|n| crate::fhir::id_of(&plan.secret, Kind::Person, id(n), 0));
    assert_eq!(call.to, named.map(|id| format!("RelatedPerson/{id}")));
}

#[test]
fn two_orders_of_steps_are_told_of() {
    let mut plan = Sample::full();
    plan.beside(Kind::Unwell, id(10), &Unwell::STEPS, Value::Order(vec![id(14), id(13)]));
    let care_plan = json(&outgoing(&plan.cx(), Kind::Unwell, id(10))[0]);
    let note = care_plan["note"][0]["text"].as_str().unwrap();
    assert!(note.contains("order"), "{note}");
}

#[test]
fn one_part_changes_comes_goes_and_moves_alone() {
    let plan = Sample::full();
    let body = outgoing(&plan.cx(), Kind::Unwell, id(10)).remove(0).body;
    let before = incoming(&body).unwrap().parts;
    let mark = before[1].mark.clone();
    let after = write_part(&body, Kind::Sign, &mark, &[(Sign::WORDS, text("I wheeze"))]).unwrap();
    let mut expected = before.clone();
    expected[1].fields[0].1 = text("I wheeze");
    assert_eq!(incoming(&after).unwrap().parts, expected);
    let changed = String::from_utf8(after).unwrap();
    assert_eq!(changed.replace("I wheeze", "I cough more than usual").into_bytes(), body);

    let gone = remove_part(&body, &mark).unwrap();
    let mut expected = before.clone();
    expected.remove(1);
    assert_eq!(incoming(&gone).unwrap().parts, expected);

    let fields = [(Step::WORDS, text("Ring 999")), (Step::ZONE, code("red"))];
    let more = write_part(&body, Kind::Step, "hnew", &fields).unwrap();
    let parts = incoming(&more).unwrap().parts;
    assert_eq!((parts.len(), &parts[6].fields[..]), (7, &fields[..]));

    let marks: Vec<&str> = [3, 2].iter().map(|n| before[*n].mark.as_str()).collect();
    let moved = incoming(&order_parts(&body, &marks).unwrap()).unwrap().parts;
    assert_eq!((&moved[2], &moved[3]), (&before[3], &before[2]));
    assert_eq!((&moved[..2], &moved[4..]), (&before[..2], &before[4..]));
}

#[test]
fn an_activity_without_a_name_is_changed_by_its_place() {
    let body = br#"{"resourceType":"CarePlan","status":"active","intent":"plan","subject":{},"category":[
        {"coding":[{"system":"http://snomed.info/sct","code":"325691000000100"}]}],
        "activity":[{"reference":{"reference":"Task/1"}},{"detail":{"status":"scheduled","description":"Rest"}}]}"#;
    let part = incoming(body).unwrap().parts.remove(0);
    assert_eq!((part.kind, part.mark.as_str()), (Kind::Step, "#1"));
    let after = write_part(body, Kind::Step, "#1", &[(Step::WORDS, text("Lie down"))]).unwrap();
    assert_eq!(String::from_utf8(after).unwrap(), String::from_utf8_lossy(body).replace("Rest", "Lie down"));
}

#[test]
fn references_that_stay_keep_what_stands_beside_them() {
    let plan = Sample::full();
    let goal = String::from_utf8(only(&plan, Kind::Goal, id(3)).body).unwrap();
    let with_name = goal.replacen("\"addresses\":[{", "\"addresses\":[{\"display\":\"x\",", 1);
    let need = incoming(goal.as_bytes()).unwrap().links[0].to[0].clone();
    let after =
        write_links(with_name.as_bytes(), "addresses", &["Condition/1".into(), need.clone()]).unwrap();
    let after: Json = serde_json::from_slice(&after).unwrap();
    let expected = serde_json::json!([{ "reference": "Condition/1" }, { "display": "x", "reference": need }]);
    assert_eq!(after["addresses"], expected);
    let none = write_links(with_name.as_bytes(), "addresses", &[]).unwrap();
    assert!(incoming(&none).unwrap().links.is_empty());
}

#[test]
fn the_signs_noticed_and_steps_done_of_a_use_are_named() {
    let plan = Sample::full();
    let used = incoming(&only(&plan, Kind::Use, id(17)).body).unwrap();
    let marks = |field: Field| used.links.iter().find(|link| link.field == Some(field)).unwrap().to.clone();
    assert_eq!(marks(Use::SIGNS), [crate::fhir::id_of(&plan.secret, Kind::Sign, id(11), 0)]);
    assert_eq!(marks(Use::STEPS).len(), 2);
    let body = only(&plan, Kind::Use, id(17)).body;
    let fewer = write_links(&body, "step-done", &marks(Use::STEPS)[1..]).unwrap();
    let fewer = incoming(&fewer).unwrap();
    assert_eq!(fewer.links.iter().find(|l| l.field == Some(Use::STEPS)).unwrap().to, marks(Use::STEPS)[1..]);
    assert_eq!(fewer.links.iter().find(|l| l.field == Some(Use::SIGNS)).unwrap().to, marks(Use::SIGNS));
}
