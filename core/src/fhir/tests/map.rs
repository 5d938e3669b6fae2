//! The map, both ways: what goes out comes back as it was, and one field changes alone.

use super::sample::{Sample, code, date, id, text};
use crate::fhir::{Outgoing, What, all_outgoing, incoming, outgoing, own, said, write_over};
use crate::plan::*;
use crate::record::{EntityId, Value};
use serde_json::Value as Json;

pub(super) fn json(out: &Outgoing) -> Json {
    serde_json::from_slice(&out.body).unwrap()
}

pub(super) fn only(plan: &Sample, kind: Kind, id: EntityId) -> Outgoing {
    let mut all = outgoing(&plan.cx(), kind, id);
    assert_eq!(all.len(), 1, "{kind:?}");
    all.remove(0)
}

pub(super) fn fields(body: &[u8]) -> Vec<(Kind, Field, Value)> {
    incoming(body).unwrap().fields
}

#[test]
fn every_field_that_goes_out_comes_back_as_it_was() {
    for tasks in [true, false] {
        let plan = Sample::full();
        let cx = crate::fhir::Context { tasks, ..plan.cx() };
        let all = all_outgoing(&cx);
        let mut came_back = 0;
        for out in &all {
            let back = incoming(&out.body).unwrap();
            assert_eq!(back.what, What::Entry(out.kind, out.part), "{}", out.resource);
            assert_eq!(back.identifier.as_deref(), Some(&*out.id));
            assert_eq!(back.patient.as_deref(), Some("Patient/123"));
            assert_eq!((back.not_read, back.withdrawn), (vec![], false));
            for (kind, field, value) in &back.fields {
                assert_eq!(said(&cx, *kind, out.entity, field).as_ref(), Some(value), "{}", field.name);
                came_back += 1;
            }
        }
        // As many as there are: nothing was left out on the way, or was read in the wrong place.
        assert_eq!(came_back, 114, "tasks: {tasks}");
    }
}

#[test]
fn every_field_of_a_kind_that_goes_out_is_mapped_or_named_here() {
    // In the order, links or parts of the resource, or of the entry only this phone's own.
    let elsewhere = [
        "goal.need",
        "goal.pinned",
        "action.goal",
        "stage.action",
        "checkin.action",
        "unwell.signs",
        "unwell.steps",
        "unwell.kept",
        "unwell.call",
        "unwell.at_hand",
        "use.plan",
        "use.signs",
        "use.steps",
        "promise.person",
        "agreement.what",
        "agreement.saw",
        "agreement.kind",
        // It stands by itself, whether it was written with a plan or not.
        "statement.plan",
        "statement.code",
        "statement.location_code",
        "last_place.sort_code",
        "requirement.code",
        // Visits have no resource of their own.
        "reply.visit",
        // Support of the practice's is not sent back to it; the promise has a resource of its own.
        "request.entry",
        "request.promise",
    ];
    let plan = Sample::full();
    let mut seen: Vec<&str> = Vec::new();
    let mut kinds: Vec<Kind> = Vec::new();
    for out in all_outgoing(&plan.cx()) {
        kinds.push(out.kind);
        seen.extend(fields(&out.body).iter().map(|(_, field, _)| field.name));
    }
    kinds.sort();
    kinds.dedup();
    // From 40 on stand the codes and the words of records: they go by PRSB's own form.
    let own = |kind: &Kind| kind.own_fields().iter().filter(|field| field.number < 40);
    for field in kinds.iter().filter(|kind| **kind != Kind::Me).flat_map(own) {
        assert!(seen.contains(&field.name) != elsewhere.contains(&field.name), "{}", field.name);
    }
}

#[test]
fn a_scale_that_is_not_answered_is_not_there() {
    let plan = Sample::full();
    let goal = json(&only(&plan, Kind::Goal, id(4)));
    assert_eq!(goal.get("extension"), None);
    // FHIR asks for a status: one stands, and says that it is nobody's answer.
    assert_eq!(goal["lifecycleStatus"], "proposed");
    assert_eq!(goal["_lifecycleStatus"]["extension"][0]["url"], own::NOT_ANSWERED);
    assert_eq!(fields(&only(&plan, Kind::Goal, id(4)).body).len(), 1);
}

#[test]
fn a_status_that_was_only_asked_for_becomes_an_answer_when_somebody_gives_one() {
    let plan = Sample::full();
    let body = only(&plan, Kind::Goal, id(4)).body;
    let practice = String::from_utf8(body.clone()).unwrap().replace("\"proposed\",", "\"active\",");
    let status = |body: &[u8]| {
        let all = fields(body);
        all.into_iter().find(|(_, field, _)| *field == Goal::STATUS).map(|(.., value)| value)
    };
    assert_eq!(status(&body), None);
    assert_eq!(status(practice.as_bytes()), Some(code("going")));
    let ours = write_over(&body, &[(Goal::STATUS, code("hoped"))]).unwrap();
    assert_eq!(status(&ours), Some(code("hoped")));
    assert!(!String::from_utf8(ours).unwrap().contains("_lifecycleStatus"));
}

#[test]
fn a_goal_without_words_says_that_it_has_none() {
    let mut plan = Sample::new();
    plan.write(Kind::Goal, id(3), &Goal::IMPORTANCE, Value::Int(4));
    let out = only(&plan, Kind::Goal, id(3));
    assert_eq!(json(&out)["description"]["extension"][0]["valueCode"], "unknown");
    let later = write_over(&out.body, &[(Goal::WORDS, text("Sleep"))]).unwrap();
    let later: Json = serde_json::from_slice(&later).unwrap();
    assert_eq!(later["description"], serde_json::json!({ "text": "Sleep" }));
}

#[test]
fn two_versions_of_words_go_out_both_and_of_anything_else_none() {
    let mut plan = Sample::full();
    plan.beside(Kind::Goal, id(3), &Goal::WORDS, text("Walk to the park"));
    plan.beside(Kind::Goal, id(3), &Goal::IMPORTANCE, Value::Int(2));
    let goal = json(&only(&plan, Kind::Goal, id(3)));
    let words = goal["description"]["text"].as_str().unwrap();
    assert!(words.contains("Walk to the shop and back") && words.contains("Walk to the park"), "{words}");
    assert!(!goal.to_string().contains("goal-importance"));
}

#[test]
fn versions_too_long_to_stand_together_are_told_of_and_never_cut() {
    let mut plan = Sample::new();
    plan.write(Kind::Goal, id(3), &Goal::WORDS, text(&"a".repeat(MAX_TEXT)));
    plan.beside(Kind::Goal, id(3), &Goal::WORDS, text(&"b".repeat(MAX_TEXT)));
    let words = fields(&only(&plan, Kind::Goal, id(3)).body)[0].2.clone();
    assert_eq!(words, text("2 versions are kept until one is chosen:"));
}

#[test]
fn words_of_white_space_alone_are_none() {
    let mut plan = Sample::new();
    plan.write(Kind::Need, id(2), &Need::WORDS, text(" \n\t"));
    let need = only(&plan, Kind::Need, id(2));
    assert_eq!(json(&need).get("code"), None);
    let with = write_over(&need.body, &[(Need::WORDS, text("Sleep"))]).unwrap();
    let without = write_over(&with, &[(Need::WORDS, text("  "))]).unwrap();
    assert_eq!(without, need.body);
}

#[test]
fn what_came_through_an_interpreter_keeps_what_was_really_said() {
    let plan = Sample::full();
    let about = EntityId::only(Kind::AboutMe.number());
    let all = outgoing(&plan.cx(), Kind::AboutMe, about);
    assert_eq!(all.len(), 9);
    let people = all.iter().find(|out| out.part == AboutMe::PEOPLE.number).unwrap();
    assert!(json(people)["code"]["coding"][0]["code"] == "1515871000000105");
    let Some((.., Value::Interpreted { original, .. })) = fields(&people.body).into_iter().next() else {
        panic!("not interpreted");
    };
    assert_eq!((original.text.as_str(), original.on.as_str()), ("میری بیٹی", "2026-10-14"));
    // The person's own words later are nobody's translation any more.
    let after = write_over(&people.body, &[(AboutMe::PEOPLE, text("My daughter Ana"))]).unwrap();
    assert_eq!(fields(&after)[0].2, text("My daughter Ana"));
    assert!(!String::from_utf8(after).unwrap().contains("_valueString"));
}

#[test]
fn one_field_changes_and_every_other_byte_stays() {
    let plan = Sample::full();
    for out in all_outgoing(&plan.cx()) {
        for (_, field, value) in fields(&out.body) {
            let other = another(&field, &value);
            let after = write_over(&out.body, &[(field, other.clone())]).unwrap();
            let now = fields(&after);
            assert!(now.iter().any(|(_, f, v)| *f == field && *v == other), "{}", field.name);
            // And back: only what nobody asked about was ever different, which is nothing.
            let back = write_over(&after, &[(field, value.clone())]).unwrap();
            assert_eq!(fields(&back), fields(&out.body), "{}", field.name);
            assert_eq!(write_over(&out.body, &[(field, value)]).unwrap(), out.body, "{}", field.name);
            let gone = write_over(&out.body, &[(field, Value::Empty)]).unwrap();
            assert!(fields(&gone).iter().all(|(_, f, _)| *f != field), "{}", field.name);
            assert_eq!(fields(&gone).len() + 1, fields(&out.body).len(), "{}", field.name);
        }
    }
}

/// Another value that the field may hold.
pub(super) fn another(field: &Field, value: &Value) -> Value {
    match value {
        Value::Text(_) | Value::Interpreted { .. } => text("Other words, \"quoted\" \\ <i>"),
        Value::Int(step) => Value::Int((11 - step).abs()),
        Value::Bool(yes) => Value::Bool(!yes),
        // A time ends after it begins.
        Value::Date(_) if ["since", "from"].iter().any(|name| field.name.ends_with(name)) => {
            date("1999-02-03")
        }
        Value::Date(_) => date("2031-02-03"),
        Value::Instant(ms, _) => Value::Instant(ms + 1000, -90),
        Value::Decimal(_) => Value::Decimal("72.50".into()),
        Value::Code(word) => code(field.choices.iter().find(|choice| *choice != word).unwrap()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_that_change_leave_no_code_behind_that_says_the_old_ones() {
    let goal = br#"{"resourceType":"Goal","lifecycleStatus":"active","description":
        {"coding":[{"system":"http://snomed.info/sct","code":"289169006"}],"text":"Walk"}}"#;
    let after = write_over(goal, &[(Goal::WORDS, text("Swim"))]).unwrap();
    let after: Json = serde_json::from_slice(&after).unwrap();
    assert_eq!(after["description"], serde_json::json!({ "text": "Swim" }));
}

#[test]
fn a_status_and_its_achievement_never_contradict_each_other() {
    let goal = |status: &str, achievement: &str| {
        format!(
            r#"{{"resourceType":"Goal","lifecycleStatus":"{status}","achievementStatus":{{"coding":[
            {{"system":"http://terminology.hl7.org/CodeSystem/goal-achievement","code":"{achievement}"}}]}}}}"#
        )
    };
    let status = |body: &str| fields(body.as_bytes()).first().map(|(.., value)| value.clone());
    assert_eq!(status(&goal("active", "improving")), Some(code("going")));
    assert_eq!(status(&goal("active", "achieved")), Some(code("reached")));
    assert_eq!(status(&goal("cancelled", "in-progress")), Some(code("let_go")));
    let over = |body: &str, word: &str| {
        let after = write_over(body.as_bytes(), &[(Goal::STATUS, code(word))]).unwrap();
        let after: Json = serde_json::from_slice(&after).unwrap();
        let achieved = after["achievementStatus"]["coding"][0]["code"].as_str().map(str::to_owned);
        (after["lifecycleStatus"].as_str().unwrap().to_owned(), achieved)
    };
    assert_eq!(over(&goal("active", "improving"), "reached"), ("completed".into(), Some("achieved".into())));
    assert_eq!(over(&goal("active", "improving"), "paused"), ("on-hold".into(), None));
    assert_eq!(
        over(&goal("active", "not-attainable"), "let_go"),
        ("cancelled".into(), Some("not-attainable".into()))
    );
}

#[test]
fn a_practices_finer_word_stays_where_it_means_the_same() {
    let task = br#"{"resourceType":"Task","status":"accepted","intent":"order","description":"Ring"}"#;
    assert_eq!(write_over(task, &[(Promise::STATE, code("promised"))]).unwrap(), task);
    let done = write_over(task, &[(Promise::STATE, code("done"))]).unwrap();
    assert!(String::from_utf8(done).unwrap().contains(r#""status":"completed""#));
}

#[test]
fn two_words_that_fhir_has_one_code_for_are_told_apart() {
    let mut plan = Sample::full();
    for word in ["planned", "doing", "done", "stopped"] {
        plan.write(Kind::Action, id(5), &Action::STATUS, code(word));
        let out = only(&plan, Kind::Action, id(5));
        assert!(fields(&out.body).iter().any(|(_, f, v)| *f == Action::STATUS && *v == code(word)), "{word}");
    }
    // A practice that changes the status alone is believed.
    plan.write(Kind::Action, id(5), &Action::STATUS, code("planned"));
    let body = String::from_utf8(only(&plan, Kind::Action, id(5)).body).unwrap();
    let body = body.replace(r#""status":"active""#, r#""status":"completed""#);
    assert!(fields(body.as_bytes()).iter().any(|(_, f, v)| *f == Action::STATUS && *v == code("done")));
}

#[test]
fn a_reading_keeps_its_decimals_as_they_were_typed() {
    let plan = Sample::full();
    let body = String::from_utf8(only(&plan, Kind::Reading, id(51)).body).unwrap();
    assert!(body.contains("\"value\":132.50,"), "{body}");
    assert!(!body.contains("loinc"));
}

#[test]
fn a_step_of_ten_a_count_and_a_total_are_never_taken_for_each_other() {
    let mut plan = Sample::new();
    plan.write(Kind::Reply, id(5), &Reply::QUESTION, text("flares"));
    plan.write(Kind::Reply, id(5), &Reply::COUNT, Value::Int(7));
    let read = fields(&only(&plan, Kind::Reply, id(5)).body);
    assert_eq!(read[1..], [(Kind::Reply, Reply::COUNT, Value::Int(7))]);
}

#[test]
fn text_with_html_and_with_direction_marks_is_only_text() {
    let mut plan = Sample::new();
    let nasty = "<img src=x onerror=alert(1)> \u{202e}gnp.exe \u{2066}";
    plan.write(Kind::Need, id(2), &Need::WORDS, text(nasty));
    let out = only(&plan, Kind::Need, id(2));
    assert_eq!(json(&out)["code"]["text"], nasty);
    assert!(!String::from_utf8(out.body.clone()).unwrap().contains('\u{202e}'));
    assert_eq!(fields(&out.body)[0].2, text(nasty));
}
