//! The map, both ways: what goes out comes back as it was, and what must stay here stays.

use super::sample::{Sample, code, date, id, text};
use crate::fhir::{
    FhirError, Outgoing, What, all_outgoing, incoming, not_outgoing, order_parts, outgoing, own, remove_part,
    said, write_links, write_over, write_part,
};
use crate::plan::*;
use crate::record::{Author, EntityId, Owner, Value};
use serde_json::Value as Json;

fn json(out: &Outgoing) -> Json {
    serde_json::from_slice(&out.body).unwrap()
}

fn only(plan: &Sample, kind: Kind, id: EntityId) -> Outgoing {
    let mut all = outgoing(&plan.cx(), kind, id);
    assert_eq!(all.len(), 1, "{kind:?}");
    all.remove(0)
}

fn fields(body: &[u8]) -> Vec<(Kind, Field, Value)> {
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
        assert_eq!(came_back, 105, "tasks: {tasks}");
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
    for field in kinds.iter().filter(|kind| **kind != Kind::Me).flat_map(|kind| kind.own_fields()) {
        assert!(seen.contains(&field.name) != elsewhere.contains(&field.name), "{}", field.name);
    }
}

#[test]
fn what_is_referred_to_comes_first() {
    let plan = Sample::full();
    let mut before: Vec<String> = vec!["Patient/123".into()];
    for out in all_outgoing(&plan.cx()) {
        let body = String::from_utf8(out.body.clone()).unwrap();
        for reference in body.split("\"reference\":\"").skip(1) {
            let to = reference.split('"').next().unwrap().to_owned();
            // The plan names its team, and the team nobody who is not there.
            assert!(before.contains(&to), "{} names {to}, which is not there yet", out.resource);
        }
        before.push(format!("{}/{}", out.resource, out.id));
    }
    assert_eq!(before.len(), 30);
}

#[test]
fn what_is_too_large_to_be_sent_is_told_of() {
    let mut plan = Sample::full();
    assert_eq!(not_outgoing(&plan.cx()), []);
    for n in 100..120 {
        plan.write(Kind::Step, id(n), &Step::PLAN, Value::Entity(id(10)));
        plan.write(Kind::Step, id(n), &Step::WORDS, text(&"a".repeat(MAX_TEXT)));
    }
    let [(kind, entity, why)] = &not_outgoing(&plan.cx())[..] else { panic!("not one") };
    assert_eq!((*kind, *entity), (Kind::Unwell, id(10)));
    assert!(matches!(why, FhirError::TooLarge { .. }));
}

#[test]
fn an_id_is_the_same_on_every_phone_and_nobody_can_guess_it() {
    let (one, other) = (Sample::full(), Sample::full());
    assert_eq!(all_outgoing(&one.cx()), all_outgoing(&other.cx()));
    let mut stranger = Sample::full();
    stranger.secret = hearth_sealed::Secret::from_bytes([8; 32]);
    let ids = |plan: &Sample| all_outgoing(&plan.cx()).into_iter().map(|out| out.id).collect::<Vec<_>>();
    let (ours, theirs) = (ids(&one), ids(&stranger));
    assert!(ours.iter().all(|id| id.len() == 33 && !theirs.contains(id)));
    let mut unlike = ours.clone();
    unlike.sort();
    unlike.dedup();
    assert_eq!(unlike.len(), ours.len());
}

#[test]
fn what_is_only_mine_never_leaves_and_neither_does_what_is_in_it() {
    let mut plan = Sample::full();
    let whole =
        String::from_utf8(all_outgoing(&plan.cx()).into_iter().flat_map(|o| o.body).collect()).unwrap();
    for canary in ["Walk to", "To the gate", "Slowly", "Sam", "breathing gets worse", "cough", "Better by"] {
        assert!(whole.contains(canary), "{canary}");
    }
    plan.only_me(Kind::Goal, id(3));
    plan.only_me(Kind::Person, id(20));
    plan.only_me(Kind::Unwell, id(10));
    for (kind, id) in [(Kind::Goal, id(3)), (Kind::Action, id(5)), (Kind::Stage, id(6)), (Kind::Use, id(17))]
    {
        assert_eq!(outgoing(&plan.cx(), kind, id), [], "{kind:?}");
    }
    let rest: Vec<u8> = all_outgoing(&plan.cx()).into_iter().flat_map(|out| out.body).collect();
    let rest = String::from_utf8(rest).unwrap();
    for canary in ["Walk to", "To the gate", "Slowly", "01632", "breathing gets worse", "cough", "Better by"]
    {
        assert!(!rest.contains(canary), "{canary}");
    }
    // Not even by its name.
    let hidden = crate::fhir::id_of(&plan.secret, Kind::Person, id(20), 0);
    assert!(whole.contains(&hidden) && !rest.contains(&hidden));
    let hidden = crate::fhir::id_of(&plan.secret, Kind::Goal, id(3), 0);
    assert!(whole.contains(&hidden) && !rest.contains(&hidden));
}

#[test]
fn what_was_removed_never_leaves() {
    let mut plan = Sample::full();
    plan.remove(Kind::Step, id(14));
    plan.remove(Kind::Goal, id(3));
    let rest: Vec<u8> = all_outgoing(&plan.cx()).into_iter().flat_map(|out| out.body).collect();
    let rest = String::from_utf8(rest).unwrap();
    for gone in ["Ring the surgery", "Walk to", "To the gate", "Slowly"] {
        assert!(!rest.contains(gone), "{gone}");
    }
    assert!(rest.contains("Sit by the open window"));
}

#[test]
fn a_practices_own_is_never_sent_as_the_persons() {
    let mut plan = Sample::new();
    let theirs = EntityId::new(Owner::Practice, [9; 16]);
    plan.author = Author::Practice(theirs);
    plan.write(Kind::Need, theirs, &Need::WORDS, text("Falls"));
    assert_eq!(outgoing(&plan.cx(), Kind::Need, theirs), []);
    assert_eq!(all_outgoing(&plan.cx()).len(), 1);
    // Nor what they offer for the person's words.
    plan.author = Author::Person;
    plan.write(Kind::Goal, id(3), &Goal::WORDS, text("Walk"));
    plan.author = Author::Practice(theirs);
    plan.write(Kind::Goal, id(3), &Goal::WORDS, text("Exercise"));
    assert_eq!(fields(&only(&plan, Kind::Goal, id(3)).body)[0].2, text("Walk"));
}

#[test]
fn what_is_own_or_delicate_or_a_copy_stays_here() {
    for map in crate::fhir::map::maps() {
        for row in map.rows {
            assert_eq!(row.field.sensitivity, Sensitivity::Ordinary, "{}", row.field.name);
        }
    }
    let plan = Sample::full();
    assert_eq!(outgoing(&plan.cx(), Kind::ClinicalCopy, id(53)), []);
    let all: Vec<u8> = all_outgoing(&plan.cx()).into_iter().flat_map(|out| out.body).collect();
    assert!(!String::from_utf8(all).unwrap().contains("Copied"));
    let body = String::from_utf8(only(&plan, Kind::Goal, id(3)).body).unwrap();
    assert!(!body.contains("pinned") && !body.contains("true"));
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
fn what_somebody_wrote_on_behalf_says_who() {
    let mut plan = Sample::full();
    plan.author = Author::Behalf(id(20));
    plan.write(Kind::Goal, id(8), &Goal::WORDS, text("Come home"));
    let sam = format!("RelatedPerson/{}", crate::fhir::id_of(&plan.secret, Kind::Person, id(20), 0));
    assert_eq!(json(&only(&plan, Kind::Goal, id(8)))["expressedBy"]["reference"], sam);
    assert_eq!(json(&only(&plan, Kind::Goal, id(3)))["expressedBy"]["reference"], "Patient/123");
}

#[test]
fn nothing_that_goes_out_is_an_order() {
    let plan = Sample::full();
    for tasks in [true, false] {
        for out in all_outgoing(&crate::fhir::Context { tasks, ..plan.cx() }) {
            let intent = json(&out)["intent"].as_str().unwrap_or("plan").to_owned();
            assert!(["plan", "proposal"].contains(&&*intent), "{}: {intent}", out.resource);
            assert!(!out.resource.starts_with("Medication") && out.resource != "AllergyIntolerance");
        }
    }
    let need = json(&only(&plan, Kind::Need, id(2)));
    assert_eq!(need["verificationStatus"]["coding"][0]["code"], "unconfirmed");
    assert_eq!(need["category"][0]["coding"][0]["code"], "health-concern");
    assert_eq!(need["category"].as_array().unwrap().len(), 1);
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

#[test]
fn what_i_would_not_want_never_reads_as_a_goal() {
    let plan = Sample::full();
    let out = only(&plan, Kind::Preference, id(50));
    let code = &json(&out)["code"]["coding"][0];
    assert_eq!((out.resource, code["code"].as_str()), ("Observation", Some("preference-not-want")));
    assert!(code["display"].as_str().unwrap().contains("NOT"));
    let want = write_over(&out.body, &[(Preference::SORT, super::sample::code("want"))]).unwrap();
    let want: Json = serde_json::from_slice(&want).unwrap();
    assert_eq!(want["code"]["coding"].as_array().unwrap().len(), 1);
    assert_eq!(want["code"]["coding"][0]["code"], "preference-want");
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
fn how_the_person_felt_never_leaves_by_itself() {
    let plan = Sample::full();
    assert_eq!(outgoing(&plan.cx(), Kind::Mood, id(55)), []);
    let all = all_outgoing(&plan.cx());
    assert!(all.iter().all(|out| !String::from_utf8_lossy(&out.body).contains("interest")));
}

#[test]
fn the_menu_of_support_has_a_code_for_everything_in_it() {
    let codes: Vec<&str> = own::SUPPORTS.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, MENU);
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
