//! A file from a practice that has no server: what comes with it, what it may not do.

use super::*;
use crate::fhir::FhirError;
use crate::sync::paper::PaperError;
use crate::words::{Language, Words};
use serde_json::{Value as Json, json};

const NHS: &str = "943 476 5919";
const SOURCE: &str = "Letter from The Surgery";

/// A plan that knows its person's NHS number.
fn known() -> (Phone, Companion) {
    let (phone, hearth) = begun();
    hearth.write(Kind::Me, on(Kind::Me), &Me::NHS_NUMBER, text(NHS), PERSON).unwrap();
    (phone, hearth)
}

fn patient(number: &str) -> Json {
    json!({ "resourceType": "Patient", "id": "p1", "name": [{ "text": "Jo Example" }],
        "identifier": [{ "system": crate::fhir::own::NHS_NUMBER, "value": number }] })
}

fn of_p1() -> Json {
    json!({ "reference": "urn:uuid:11111111-1111-4111-8111-111111111111" })
}

/// A file of a practice's own: the patient and these resources.
fn file(patient: &Json, resources: &[Json]) -> Vec<u8> {
    let mut entry =
        vec![json!({ "fullUrl": "urn:uuid:11111111-1111-4111-8111-111111111111", "resource": patient })];
    entry.extend(resources.iter().map(|resource| json!({ "resource": resource })));
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entry }).to_string().into_bytes()
}

fn from_practice(resources: &[Json]) -> Vec<u8> {
    file(&patient("9434765919"), resources)
}

fn result() -> Json {
    json!({ "resourceType": "Observation", "id": "r1", "status": "final", "subject": of_p1(),
        "code": { "text": "Peak flow" }, "effectiveDateTime": "2026-09-28",
        "valueQuantity": { "value": 310, "unit": "L/min" } })
}

fn medicine() -> Json {
    json!({ "resourceType": "MedicationStatement", "id": "m1", "status": "active", "subject": of_p1(),
        "medicationCodeableConcept": { "text": "Salbutamol inhaler" } })
}

fn promise() -> Json {
    json!({ "resourceType": "Task", "id": "t1", "status": "accepted", "intent": "proposal", "for": of_p1(),
        "description": "A stairlift", "owner": { "display": "The council" } })
}

/// The plan's own document with a change in it.
fn document(hearth: &Companion, change: impl Fn(&mut Json)) -> Vec<u8> {
    let mut document: Json = serde_json::from_slice(&hearth.document()).unwrap();
    for entry in document["entry"].as_array_mut().unwrap() {
        change(&mut entry["resource"]);
    }
    document.to_string().into_bytes()
}

fn says(words: &'static str) -> impl Fn(&mut Json) {
    move |resource| {
        if resource["resourceType"] == "Goal" {
            resource["description"]["text"] = json!(words);
        }
    }
}

fn refused(hearth: &Companion, bytes: &[u8]) -> PaperError {
    let before = hearth.export().json;
    let trouble = hearth.take_file(bytes, SOURCE).unwrap_err();
    assert_eq!(hearth.export().json, before, "nothing was written");
    for language in Language::ALL {
        let said = trouble.sentence(&Words::new(*language));
        assert!(!said.contains('[') && said.len() > 40, "{said}");
    }
    match trouble {
        Trouble::Paper(error) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn results_medicines_and_promises_come_with_a_file_once_and_as_the_files() {
    let (_phone, hearth) = known();
    let bytes = from_practice(&[result(), medicine(), promise()]);
    let view = hearth.take_file(&bytes, SOURCE).unwrap();
    assert_eq!((view.received, view.suggested, view.left_out), (3, 0, 0));
    assert_eq!(view.sentences, ["3 new things came with the file"]);
    assert_eq!(hearth.results()[0].value.text(), "310");
    assert_eq!(hearth.promises()[0].what.text(), "A stairlift");
    let who = bare(&hearth.promises()[0].what.versions[0].who[0]);
    assert!(who.starts_with("From Letter from The Surgery"), "{who}");
    let before = hearth.export().json;
    let again = hearth.take_file(&bytes, SOURCE).unwrap();
    assert_eq!((again.received, again.suggested), (0, 0));
    assert_eq!(again.sentences, ["There is nothing new in this file. Nothing was changed."]);
    assert_eq!(hearth.export().json, before);
}

#[test]
fn what_became_of_a_promise_comes_with_a_later_file() {
    let (_phone, hearth) = known();
    hearth.take_file(&from_practice(&[promise()]), SOURCE).unwrap();
    let mut done = promise();
    done["status"] = json!("completed");
    done["meta"] = json!({ "lastUpdated": "2026-10-02T09:00:00Z" });
    let view = hearth.take_file(&from_practice(&[done]), SOURCE).unwrap();
    assert_eq!(view.received, 1);
    assert_eq!((hearth.promises().len(), hearth.promises()[0].state.as_str()), (1, "done"));
}

#[test]
fn my_own_document_taken_in_again_changes_nothing() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the bridge");
    add_plan(&hearth);
    let earlier = hearth.document();
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Walk past the bridge"), PERSON).unwrap();
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(7), PERSON).unwrap();
    add_goal(&hearth, "Sleep through the night");
    let before = hearth.export().json;
    for document in [earlier, hearth.document()] {
        let view = hearth.take_file(&document, SOURCE).unwrap();
        assert_eq!((view.suggested, view.received, view.left_out), (0, 0, 0), "{view:?}");
    }
    assert_eq!(hearth.export().json, before);
}

#[test]
fn a_change_of_my_words_in_a_file_waits_as_a_suggestion_until_i_say() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the bridge");
    let bytes = document(&hearth, says("Walk 400 metres"));
    let view = hearth.take_file(&bytes, SOURCE).unwrap();
    assert_eq!((view.suggested, view.received), (1, 0));
    assert_eq!(view.sentences, ["The file suggests 1 change. Your own words stay until you say."]);
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Walk to the bridge"]);
    let waiting = hearth.suggestions();
    assert_eq!((waiting.len(), waiting[0].offered.as_str()), (1, "Walk 400 metres"));
    assert_eq!(bare(&waiting[0].line), "Letter from The Surgery suggests a change");
    assert_eq!(hearth.take_file(&bytes, SOURCE).unwrap().suggested, 0);
    hearth.accept(waiting[0].id, true).unwrap();
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Walk 400 metres"]);
}

#[test]
fn what_i_declined_is_not_suggested_again_by_a_later_file() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the bridge");
    hearth.take_file(&document(&hearth, says("Walk 400 metres")), SOURCE).unwrap();
    hearth.decline(hearth.suggestions()[0].id).unwrap();
    phone.later(30);
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(7), PERSON).unwrap();
    let view = hearth.take_file(&document(&hearth, says("Walk 400 metres")), SOURCE).unwrap();
    assert_eq!(view.suggested, 0);
    assert_eq!(hearth.suggestions(), []);
}

#[test]
fn what_a_file_does_not_say_is_no_wish_to_take_my_words_away() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the bridge");
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(7), PERSON).unwrap();
    let bare = document(&hearth, |resource| {
        if resource["resourceType"] == "Goal" {
            *resource = json!({ "resourceType": "Goal", "id": resource["id"], "subject": resource["subject"],
                "lifecycleStatus": "active", "description": { "text": "Walk to the bridge" } });
        }
    });
    let view = hearth.take_file(&bare, SOURCE).unwrap();
    assert!(hearth.suggestions().iter().all(|waits| !waits.offered.is_empty()), "{view:?}");
    assert_eq!(hearth.goal(goal).unwrap().importance.text(), "7");
}

#[test]
fn what_is_only_mine_or_removed_here_is_not_brought_back_by_an_older_file() {
    let (_phone, hearth) = begun();
    let mine = add_goal(&hearth, "Nobody else’s");
    let gone = add_goal(&hearth, "Given up");
    let older = document(&hearth, says("Something else"));
    hearth.only_me(Kind::Goal, mine, true).unwrap();
    hearth.remove(Kind::Goal, gone, PERSON).unwrap();
    let before = hearth.export().json;
    let view = hearth.take_file(&older, SOURCE).unwrap();
    assert_eq!((view.suggested, view.received), (0, 0));
    assert_eq!((hearth.export().json, hearth.suggestions()), (before, vec![]));
}

#[test]
fn two_phones_that_take_in_the_same_file_agree_on_it() {
    let (phone, hearth) = known();
    let goal = add_goal(&hearth, "Walk to the bridge");
    let words = hearth.recovery_words().unwrap();
    let backup = phone.folder.path().join("backup");
    hearth.back_up(&backup).unwrap();
    let other_phone = Phone::new("my other phone");
    let platform = other_phone.platform();
    let other = Companion::restore_backup(&backup, &words, &other_phone.folders(), platform).unwrap();
    for bytes in [document(&hearth, says("Walk 400 metres")), from_practice(&[result(), medicine()])] {
        hearth.take_file(&bytes, SOURCE).unwrap();
        other_phone.later(3);
        other.take_file(&bytes, SOURCE).unwrap();
    }
    swap(&hearth, &other);
    for hearth in [&hearth, &other] {
        assert_eq!((hearth.suggestions().len(), hearth.results().len()), (1, 1));
        assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Walk to the bridge"]);
    }
}

#[test]
fn a_file_about_another_person_is_refused_before_anything_of_it_is_written() {
    let (_phone, hearth) = known();
    let someone = file(&patient("4010232137"), &[result()]);
    assert_eq!(refused(&hearth, &someone), PaperError::OtherPerson);
    let mut astray = result();
    astray["subject"] = json!({ "reference": "Patient/somebody-else" });
    let mixed = from_practice(&[medicine(), astray]);
    assert_eq!(refused(&hearth, &mixed), PaperError::OtherPerson);
    let two = from_practice(&[patient("9434765919")]);
    assert_eq!(refused(&hearth, &two), PaperError::OtherPerson);
    let mut closed = patient("9434765919");
    closed["active"] = json!(false);
    assert_eq!(refused(&hearth, &file(&closed, &[result()])), PaperError::OtherPerson);
}

#[test]
fn a_file_that_nothing_shows_to_be_about_me_is_refused() {
    let (_phone, hearth) = begun();
    assert_eq!(refused(&hearth, &from_practice(&[result()])), PaperError::NotProven);
    let (_other, somebody) = begun();
    add_goal(&somebody, "Their own");
    assert_eq!(refused(&hearth, &somebody.document()), PaperError::NotProven);
    let nobody =
        json!({ "resourceType": "Bundle", "type": "collection", "entry": [{ "resource": result() }] });
    assert_eq!(refused(&hearth, nobody.to_string().as_bytes()), PaperError::NotProven);
}

#[test]
fn my_own_document_under_another_nhs_number_is_another_persons() {
    let (_phone, hearth) = known();
    add_goal(&hearth, "Walk to the bridge");
    let renumbered = document(&hearth, |resource| {
        if resource["resourceType"] == "Patient" {
            resource["identifier"][0]["value"] = json!("4010232137");
        }
    });
    assert_eq!(refused(&hearth, &renumbered), PaperError::OtherPerson);
}

#[test]
fn a_hostile_file_is_refused_with_its_sentence_or_left_out_in_part() {
    let (_phone, hearth) = known();
    let too_large = vec![b' '; 16 * 1024 * 1024 + 1];
    let too_deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    let many: Vec<Json> = (0..5_000).map(|_| json!({ "resourceType": "Basic" })).collect();
    let html = b"<!doctype html><title>Sign in</title>";
    let twice = br#"{"resourceType":"Bundle","type":"document","type":"batch"}"#;
    let batch = br#"{"resourceType":"Bundle","type":"batch","entry":[]}"#;
    let fhir = |bytes: &[u8]| match refused(&hearth, bytes) {
        PaperError::Fhir(error) => error,
        other => panic!("{other:?}"),
    };
    assert!(matches!(fhir(&too_large), FhirError::TooLarge { .. }));
    assert_eq!(fhir(too_deep.as_bytes()), FhirError::TooDeep);
    assert!(matches!(fhir(&from_practice(&many)), FhirError::TooMany { .. }));
    assert!(matches!(fhir(html), FhirError::NotJson { .. }));
    assert_eq!(fhir(twice), FhirError::Twice);
    assert_eq!(fhir(batch), FhirError::NotABundle);
    assert_eq!(fhir(result().to_string().as_bytes()), FhirError::NotABundle);
    // What can't be read alone, or says not whose it is, stops none of the rest.
    let mut modified = medicine();
    modified["modifierExtension"] = json!([{ "url": "urn:not-known", "valueBoolean": true }]);
    let mut nobodys = promise();
    nobodys.as_object_mut().unwrap().remove("for");
    let view = hearth.take_file(&from_practice(&[modified, nobodys, result()]), SOURCE).unwrap();
    assert_eq!((view.left_out, view.received), (2, 1));
    assert_eq!(view.sentences[1], "2 things in the file can’t be read and were left out. Nothing was lost.");
    assert_eq!(hearth.promises().len(), 0);
}

#[test]
fn html_in_a_file_is_text_and_its_narrative_is_nowhere() {
    let (_phone, hearth) = known();
    let mut marked = promise();
    marked["description"] = json!("<img src=x onerror=alert(1)>A stairlift");
    marked["text"] = json!({ "status": "generated", "div": "<div><script>narrative()</script></div>" });
    hearth.take_file(&from_practice(&[marked]), SOURCE).unwrap();
    assert_eq!(hearth.promises()[0].what.text(), "<img src=x onerror=alert(1)>A stairlift");
    let out = String::from_utf8(hearth.document()).unwrap();
    assert!(!out.contains("<img") && !hearth.export().json.to_string().contains("narrative()"));
}

#[test]
fn what_a_file_is_called_is_checked_like_any_name() {
    let (_phone, hearth) = known();
    let bytes = from_practice(&[result()]);
    assert!(matches!(hearth.take_file(&bytes, "a\u{7}b"), Err(Trouble::Refused(_))));
    assert_eq!(hearth.take_file(&bytes, " ").unwrap().received, 1);
}
