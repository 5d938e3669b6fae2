//! What leaves the phone and what never does: only the person's own, in an order in which it can be
//! taken, under names nobody can guess.

use super::map::{fields, json, only};
use super::sample::{Sample, id, text};
use crate::fhir::{FhirError, all_outgoing, not_outgoing, outgoing, own, write_over};
use crate::plan::*;
use crate::record::{Author, EntityId, Owner, Value};
use serde_json::Value as Json;

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
    assert_eq!(before.len(), 33);
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
fn what_stands_in_the_document_alone_is_never_referred_to() {
    let mut plan = Sample::full();
    plan.write(Kind::Agreement, id(31), &Agreement::WHAT, Value::Entity(id(40)));
    assert_eq!(json(&only(&plan, Kind::Agreement, id(31))).get("focus"), None);
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
fn the_words_of_a_file_are_never_sent_as_the_persons() {
    let mut plan = Sample::full();
    plan.author = Author::File { name: "discharge.json".into() };
    plan.write(Kind::Goal, id(8), &Goal::WORDS, text("Exercise daily"));
    plan.write(Kind::Goal, id(4), &Goal::OUTCOME, text("Seen in clinic"));
    assert_eq!(outgoing(&plan.cx(), Kind::Goal, id(8)), []);
    let all: Vec<u8> = all_outgoing(&plan.cx()).into_iter().flat_map(|out| out.body).collect();
    let all = String::from_utf8(all).unwrap();
    assert!(!all.contains("Exercise daily") && !all.contains("Seen in clinic"));
    // The person's own words in the same entry go, and what they write over it does.
    assert_eq!(fields(&only(&plan, Kind::Goal, id(4)).body)[0].2, text("See the sea again"));
    plan.author = Author::Person;
    plan.write(Kind::Goal, id(8), &Goal::WORDS, text("Walk daily"));
    assert_eq!(fields(&only(&plan, Kind::Goal, id(8)).body)[0].2, text("Walk daily"));
}

#[test]
fn a_files_step_stands_in_the_list_as_the_files() {
    let mut plan = Sample::full();
    plan.author = Author::File { name: "discharge.json".into() };
    plan.write(Kind::Step, id(18), &Step::PLAN, Value::Entity(id(10)));
    plan.write(Kind::Step, id(18), &Step::WORDS, text("Take the blue box along"));
    let body = outgoing(&plan.cx(), Kind::Unwell, id(10)).remove(0).body;
    let body: Json = serde_json::from_slice(&body).unwrap();
    let from = |activity: &&Json| activity.to_string().contains("from-file");
    let theirs: Vec<&Json> = body["activity"].as_array().unwrap().iter().filter(from).collect();
    let [step] = &theirs[..] else { panic!("not one") };
    assert_eq!(step["detail"]["description"], "Take the blue box along");
    assert_eq!(step["extension"][0]["valueString"], "discharge.json");
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
