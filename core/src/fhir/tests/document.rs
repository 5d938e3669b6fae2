//! The document of the whole plan: the Composition first, every word in it, and nothing that is
//! only the person's.

use super::sample::{NOW, Sample, id, text};
use crate::fhir::document;
use crate::plan::*;
use crate::record::{Author, EntityId, Owner, Value};
use crate::words::{Language, Words};
use serde_json::Value as Json;
use std::collections::BTreeSet;

fn made(plan: &Sample) -> Json {
    serde_json::from_slice(&document(&plan.cx(), NOW)).unwrap()
}

fn sections(bundle: &Json) -> &Vec<Json> {
    bundle["entry"][0]["resource"]["section"].as_array().unwrap()
}

/// All that a reader of the document reads, without its markup.
fn read(bundle: &Json) -> String {
    let mut text = bundle["entry"][0]["resource"]["text"]["div"].as_str().unwrap().to_owned();
    for section in sections(bundle) {
        text += section["text"]["div"].as_str().unwrap();
    }
    let mut plain = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => plain.push(c),
            _ => {}
        }
    }
    plain
}

fn references(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::Object(members) => {
            found.extend(members.get("reference").and_then(Json::as_str).map(str::to_owned));
            members.values().for_each(|value| references(value, found));
        }
        Json::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn the_composition_is_first_and_everything_it_leads_to_is_there_once() {
    let bundle = made(&Sample::full());
    let entries = bundle["entry"].as_array().unwrap();
    assert_eq!(entries[0]["resource"]["resourceType"], "Composition");
    assert_eq!(bundle["type"], "document");
    let name = |entry: &Json| {
        let resource = &entry["resource"];
        let kind = resource["resourceType"].as_str().unwrap();
        let name = format!("{kind}/{}", resource["id"].as_str().unwrap());
        assert_eq!(entry["fullUrl"], format!("{}/{name}", crate::fhir::own::BASE));
        name
    };
    let there: Vec<String> = entries.iter().map(name).collect();
    assert_eq!(there.iter().collect::<BTreeSet<_>>().len(), there.len());
    // From the Composition, reference by reference, to everything.
    let mut reached = BTreeSet::from([there[0].clone()]);
    loop {
        let mut found = BTreeSet::new();
        let from = entries.iter().zip(&there).filter(|(_, name)| reached.contains(*name));
        from.for_each(|(entry, _)| references(entry, &mut found));
        assert!(found.iter().all(|name| there.contains(name)), "{found:?}");
        let before = reached.len();
        reached.extend(found);
        if reached.len() == before {
            break;
        }
    }
    assert_eq!(reached.len(), there.len());
}

#[test]
fn every_word_of_the_plan_that_may_leave_is_in_it_to_be_read() {
    let plan = Sample::full();
    let read = read(&made(&plan));
    for (kind, id, entity) in plan.record.entities() {
        let kind = Kind::from_number(kind).unwrap();
        if matches!(kind, Kind::Me | Kind::ClinicalCopy) {
            continue;
        }
        for field in kind.own_fields().iter().filter(|field| field.holds == Type::Words) {
            let Some(register) = entity.field(field.number) else { continue };
            let Some(said) = register.heads()[0].value().and_then(Value::text) else { continue };
            // Agreements are said in a sentence that does not name the role.
            let escaped = said.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let there = read.contains(&escaped) || *field == Agreement::ROLE;
            assert!(there, "{} of {id:?}: {said}", field.name);
        }
    }
    assert!(read.contains("میری بیٹی"), "what was really said");
    assert!(read.contains("999"), "whom to call when life is at risk");
}

#[test]
fn a_scale_that_nobody_answered_says_so() {
    let mut plan = Sample::new();
    plan.write(Kind::Goal, id(3), &Goal::WORDS, text("Walk"));
    let read = read(&made(&plan));
    assert!(read.contains("How important, 1 to 10: not answered"), "{read}");
    plan.write(Kind::Goal, id(3), &Goal::IMPORTANCE, Value::Int(4));
    let read = self::read(&made(&plan));
    assert!(read.contains("How important, 1 to 10: 4"), "{read}");
}

#[test]
fn two_versions_are_both_read_and_so_are_two_orders() {
    let mut plan = Sample::full();
    plan.beside(Kind::Goal, id(3), &Goal::IMPORTANCE, Value::Int(2));
    plan.beside(Kind::Unwell, id(10), &Unwell::STEPS, Value::Order(vec![id(14), id(13)]));
    let read = read(&made(&plan));
    let versions = read.split("2 versions").nth(1).unwrap();
    assert!(versions.contains("9 (") && versions.contains("2 ("), "{versions}");
    assert_eq!(read.matches("Ring the surgery").count(), 2);
    assert!(read.contains("Two orders"));
}

#[test]
fn nothing_that_is_only_mine_or_removed_is_in_it() {
    let mut plan = Sample::full();
    plan.author = Author::Behalf(id(20));
    plan.write(Kind::Goal, id(8), &Goal::WORDS, text("Come home"));
    plan.author = Author::Person;
    assert!(read(&made(&plan)).contains("for them, by Sam"));
    for (kind, id) in [
        (Kind::Goal, id(3)),
        (Kind::Person, id(20)),
        (Kind::Unwell, id(10)),
        (Kind::Condition, id(40)),
        (Kind::Me, EntityId::only(Kind::Me.number())),
        (Kind::Card, EntityId::only(Kind::Card.number())),
    ] {
        plan.only_me(kind, id);
    }
    plan.remove(Kind::Allergy, id(41));
    let whole = made(&plan).to_string();
    let hidden = [
        "Walk to",
        "To the gate",
        "Slowly",
        "01632",
        "breathing gets worse",
        "cough",
        "Better by",
        "Tired lungs",
        "Penicillin",
        "A rash",
        "Jo Example",
        "1951-03-04",
        "9434765919",
        "Please ring Sam",
        "by Sam",
    ];
    for canary in hidden {
        assert!(!whole.contains(canary), "{canary}");
    }
    assert!(whole.contains("Come home"));
}

#[test]
fn copies_of_clinical_decisions_and_what_a_practice_sent_are_not_said_as_the_persons() {
    let mut plan = Sample::full();
    let theirs = EntityId::new(Owner::Practice, [9; 16]);
    plan.author = Author::Practice(theirs);
    plan.write(Kind::Condition, theirs, &Condition::WORDS, text("Heart failure"));
    plan.write(Kind::Goal, id(3), &Goal::WORDS, text("Exercise more"));
    let whole = made(&plan).to_string();
    for canary in ["Heart failure", "Exercise more", "Copied decision"] {
        assert!(!whole.contains(canary), "{canary}");
    }
}

#[test]
fn the_words_of_a_file_are_read_as_the_files() {
    let mut plan = Sample::new();
    plan.author = Author::File { name: "discharge.json".into() };
    plan.write(Kind::Condition, id(40), &Condition::WORDS, text("Heart failure"));
    let bundle = made(&plan);
    assert!(read(&bundle).contains("Heart failure (From discharge.json"));
    let resources = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    assert!(resources.map(|r| &r["resourceType"]).all(|name| name != "Condition"));
}

#[test]
fn silence_about_allergies_is_not_none() {
    let bundle = made(&Sample::new());
    let titles: Vec<&str> = sections(&bundle).iter().map(|s| s["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["What matters, and what I do", "What I live with", "Allergies", "Key medicines"]);
    let allergies = &sections(&bundle)[2];
    assert_eq!(allergies["emptyReason"]["coding"][0]["code"], "unavailable");
    assert!(allergies["text"]["div"].as_str().unwrap().contains("That does not mean none."));
    let full = made(&Sample::full());
    let allergies = sections(&full).iter().find(|s| s["title"] == "Allergies").unwrap();
    assert!(allergies.get("emptyReason").is_none() && allergies["entry"].as_array().unwrap().len() == 1);
}

#[test]
fn a_medicine_is_what_the_person_says_and_no_order() {
    let bundle = made(&Sample::full());
    let resources = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    let medicines: Vec<&Json> =
        resources.filter(|r| r["resourceType"].as_str().unwrap().starts_with("Medication")).collect();
    let [medicine] = &medicines[..] else { panic!("not one") };
    assert_eq!(medicine["resourceType"], "MedicationStatement");
    assert_eq!(medicine["status"], "unknown");
    assert_eq!(medicine.get("dosage"), None);
}

#[test]
fn markup_and_direction_marks_in_the_persons_words_are_only_text() {
    let mut plan = Sample::new();
    let nasty = "<img src=x onerror=alert(1)>\u{202e}gnp\u{2066}";
    plan.write(Kind::Need, id(2), &Need::WORDS, text(nasty));
    plan.write(Kind::Person, id(20), &Person::NAME, text("<b>\u{202e}maS"));
    plan.author = Author::Guest { name: "</p><script>".into(), role: "\u{202e}".into() };
    plan.write(Kind::Need, id(5), &Need::WORDS, text("x"));
    plan.author = Author::Person;
    let bundle = made(&plan);
    for section in sections(&bundle) {
        let div = section["text"]["div"].as_str().unwrap();
        assert!(
            !div.contains("<img") && !div.contains("<script") && !div.contains("</p><b>\u{202e}"),
            "{div}"
        );
        let (mut open, mut steered) = (0_i32, 0_i32);
        for c in div.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => open += 1,
                '\u{2069}' => open -= 1,
                '\u{202e}' => steered += i32::from(open == 0),
                _ => {}
            }
            assert!(open >= 0);
        }
        assert_eq!((open, steered), (0, 0), "{div}");
    }
}

#[test]
fn each_document_has_a_name_of_its_own_and_the_same_plan_makes_the_same() {
    let plan = Sample::full();
    assert_eq!(document(&plan.cx(), NOW), document(&plan.cx(), NOW));
    let later = crate::record::When { ms: NOW.ms + 1, ..NOW };
    let name = |at| {
        let bundle: Json = serde_json::from_slice(&document(&plan.cx(), at)).unwrap();
        bundle["identifier"]["value"].as_str().unwrap().to_owned()
    };
    assert_ne!(name(NOW), name(later));
    assert_eq!(name(NOW).len(), "urn:uuid:".len() + 36);
}

#[test]
fn it_is_said_in_welsh_too_with_the_safety_text_in_english_beside() {
    let mut plan = Sample::full();
    plan.words = Words::new(Language::Cy);
    let bundle = made(&plan);
    let front = bundle["entry"][0]["resource"]["text"]["div"].as_str().unwrap();
    assert!(front.contains("xml:lang=\"cy\""));
    let read = read(&bundle);
    assert!(read.contains("Copi, gwnaed") && read.contains("Life at risk?"), "{read}");
    assert!(!read.contains('['), "{read}");
}
