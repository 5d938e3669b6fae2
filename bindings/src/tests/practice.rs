//! The practice and files of others, as a shell asks for them.

use super::*;
use crate::Work;
use crate::rooms::files::PrsbList;
use crate::rooms::practice::LinkStanding;

#[test]
fn without_a_link_the_screen_says_so_and_a_sync_offers_to_link() {
    let (_phone, plan) = begun();
    let view = plan.practice().unwrap();
    assert_eq!(view.standing, LinkStanding::NotLinked);
    assert!(view.lines[0].len() > 20 && view.troubles.is_empty());
    assert_eq!(group(plan.sync(None)), Group::LinkFirst);
    assert_eq!(group(plan.sync(Some(Work::new().unwrap()))), Group::LinkFirst);
    let goal = add_goal(&plan, "Walk to the canal");
    assert_eq!(group(plan.send_again("goal", &goal)), Group::NotThere);
}

#[test]
fn an_address_that_is_not_safe_is_said_beside_its_box_and_nothing_is_begun() {
    let (_phone, plan) = begun();
    for address in
        ["javascript:alert(1)", "http://practice.example/fhir", "", "https://me:word@practice.example"]
    {
        let refused = plan.link_begin(address, "hearth", "https://hearth.example/linked");
        assert!([Group::Refused, Group::Other].contains(&group(refused)), "{address}");
        assert_eq!(plan.practice().unwrap().standing, LinkStanding::NotLinked, "{address}");
    }
}

#[test]
fn an_answer_of_the_browser_that_nobody_waits_for_does_nothing_but_say_so() {
    let (_phone, plan) = begun();
    for address in ["https://hearth.example/linked?code=1&state=2", "hearth://x", "", "\u{202e}"] {
        assert_eq!(group(plan.link_finish(address, "The Surgery")), Group::NotAllowed, "{address}");
    }
    assert_eq!(plan.practice().unwrap().standing, LinkStanding::NotLinked);
}

#[test]
fn a_plan_goes_out_as_fhir_and_as_prsb_and_comes_into_another_as_suggestions_with_its_source() {
    let (_phone, plan) = begun();
    add_goal(&plan, "Walk to the canal");
    let document = String::from_utf8(plan.fhir_document().unwrap()).unwrap();
    assert!(document.contains("Walk to the canal") && document.contains("\"document\""));
    let out = plan.prsb_export(PrsbList::CarePlan).unwrap();
    assert!(out.json.contains("Walk to the canal"));
    let (_other, theirs) = begun();
    let brought = theirs.prsb_import(out.json.as_bytes(), "The Surgery").unwrap();
    assert!(brought.new > 0, "{brought:?}");
    assert_eq!(brought.list, PrsbList::CarePlan);
    assert_eq!(theirs.prsb_import(out.json.as_bytes(), "The Surgery").unwrap().new, 0);
    assert_eq!(group(theirs.prsb_import(b"<html>", "The Surgery")), Group::BadFile);
}

#[test]
fn a_practices_file_brings_results_once_and_another_persons_brings_nothing() {
    let (_phone, plan) = begun();
    let file = |number: &str| {
        format!(
            r#"{{"resourceType":"Bundle","type":"collection","entry":[
            {{"fullUrl":"urn:uuid:1","resource":{{"resourceType":"Patient","id":"p1",
              "identifier":[{{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"{number}"}}]}}}},
            {{"resource":{{"resourceType":"Observation","id":"r1","status":"final",
              "subject":{{"reference":"urn:uuid:1"}},"code":{{"text":"Peak flow"}},
              "effectiveDateTime":"2026-09-28","valueQuantity":{{"value":310,"unit":"L/min"}}}}}}]}}"#
        )
    };
    plan.write("me", "", "nhs_number", words("943 476 5919"), Writer::Person).unwrap();
    assert_eq!(group(plan.take_file(file("9000000009").as_bytes(), "A letter")), Group::BadFile);
    assert_eq!(group(plan.take_file(b"{}", "A letter")), Group::BadFile);
    let taken = plan.take_file(file("9434765919").as_bytes(), "A letter").unwrap();
    assert_eq!((taken.suggested, taken.received, taken.left_out), (0, 1, 0));
    assert!(taken.sentences[0].len() > 10);
    assert_eq!(plan.take_file(file("9434765919").as_bytes(), "A letter").unwrap().received, 0);
}
