//! Each room: what is written through the boundary is drawn through it.

use super::*;
use crate::rooms::ahead::NewCopy;
use crate::rooms::decisions::Decided;
use crate::rooms::readings::{NewReading, OverTime, units_offered};
use crate::rooms::support::{Asked, NewReview};

#[test]
fn goals_actions_check_ins_and_an_agreement_that_shows_changes() {
    let (phone, plan) = begun();
    let goal = add_goal(&plan, "Walk to the canal");
    let fields = vec![
        with("goal", of(&goal)),
        with("what", words("Twice a week")),
        with("confidence", Answer::Whole { number: 5 }),
    ];
    let action = plan.add("action", fields, ME).unwrap();
    phone.clock.ms.fetch_add(86_400_000, Ordering::Relaxed);
    plan.check_in(&action, Some("Went once".to_owned()), Some(6), ME).unwrap();
    plan.check_in(&action, None, None, ME).unwrap();
    assert_eq!(group(plan.check_in(&action, None, Some(11), ME)), Group::Refused);
    plan.agree("goal", &goal, "Ann Example", "nurse", "2026-10-02", ME).unwrap();
    let view = plan.goal(&goal).unwrap();
    assert!(view.actions[0].ask.is_some(), "below seven: the coaching question");
    let confidence: Vec<Option<u8>> = view.actions[0].check_ins.iter().map(|one| one.confidence).collect();
    assert_eq!(confidence, [Some(6), None]);
    assert!(!view.agreements[0].changed);
    plan.write("goal", &goal, "words", words("Walk to the bridge"), ME).unwrap();
    let agreement = plan.goals().unwrap()[0].agreements[0].clone();
    assert!(agreement.changed && agreement.agreed_words.len() == 1);
    let picture = plan.over_time(OverTime::Confidence { action }).unwrap();
    assert_eq!(picture.lines[0].points.len(), 2);
    assert_eq!(picture.unanswered.len(), 1);
    assert!(!picture.lines[0].points[0].joined_to_previous);
}

#[test]
fn about_me_strengths_and_a_goals_stages_are_written_by_name() {
    let (_phone, plan) = begun();
    let about = plan.about().unwrap();
    assert_eq!(about.rooms.len(), 9);
    for room in &about.rooms {
        plan.write("about", "", &room.field, words(&room.heading), ME).unwrap();
    }
    let again = plan.about().unwrap();
    assert!(again.rooms.iter().all(|room| room.said.versions[0].text == room.heading));
    plan.add("strength", vec![with("words", words("I can cook"))], ME).unwrap();
    assert_eq!(plan.entries("strength", None).unwrap()[0].fields[0].said.versions[0].text, "I can cook");
}

#[test]
fn a_decision_is_weighed_and_made_and_not_now_is_an_answer() {
    let (_phone, plan) = begun();
    let decision = plan.add("decision", vec![with("what", words("Which inhaler?"))], ME).unwrap();
    let option = plan.add_option(&decision, "The blue one", Some("treatment".to_owned()), ME).unwrap();
    plan.weigh(&option, Some("for".to_owned()), "I know it", ME).unwrap();
    assert_eq!(group(plan.weigh(&option, Some("sideways".to_owned()), "x", ME)), Group::NotAllowed);
    plan.decide(&decision, Decided::NotNow, None, None, ME).unwrap();
    assert!(plan.decision(&decision).unwrap().settled);
    let why = Some("I know it".to_owned());
    plan.decide(&decision, Decided::Option { id: option }, why, Some("Sam".to_owned()), ME).unwrap();
    let view = plan.decisions().unwrap().remove(0);
    assert!(view.options[0].chosen && view.options[0].matters.len() == 1);
    assert_eq!(view.chosen.versions[0].text, "The blue one");
    plan.decide(&decision, Decided::Words { text: "Neither".to_owned() }, None, None, ME).unwrap();
    assert_eq!(plan.decision(&decision).unwrap().chosen.versions[0].text, "Neither");
}

#[test]
fn readings_and_results_stand_as_they_were_typed() {
    let (_phone, plan) = begun();
    let reading = |value: &str| NewReading {
        what: "peak_flow".to_owned(),
        other: None,
        value: Some(value.to_owned()),
        second: None,
        unit: Some("L/min".to_owned()),
        at: Some(Moment { ms: FIRST_DAY, offset_minutes: 60 }),
        note: None,
    };
    plan.add_reading(reading("350"), ME).unwrap();
    assert_eq!(group(plan.add_reading(reading("about 350"), ME)), Group::Refused);
    assert_eq!(plan.readings().unwrap()[0].line, "350 L/min");
    assert!(!units_offered("peak_flow").unwrap().is_empty());
    assert!(units_offered("\0").unwrap().is_empty());
    let picture = plan.over_time(OverTime::Readings { what: "peak_flow".to_owned() }).unwrap();
    assert_eq!(picture.lines[0].points[0].value, 350.0);
    let other = OverTime::OtherReadings { name: "steps".to_owned() };
    assert!(plan.over_time(other).unwrap().lines.is_empty());
    let result = plan.add_result("HbA1c", "48.50", "mmol/mol", "2026-10-01", ME).unwrap();
    assert_eq!(plan.results().unwrap()[0].value.versions[0].text, "48.50");
    assert_eq!(plan.over_time(OverTime::Results { id: result }).unwrap().lines.len(), 1);
    assert_eq!(group(plan.import_observation(b"{\"resourceType\":", "My practice")), Group::BadFile);
}

#[test]
fn an_imported_result_is_the_practices_and_cant_be_erased() {
    let (_phone, plan) = begun();
    let json = br#"{"resourceType":"Observation","id":"a","status":"final","code":{"text":"Weight"},
        "effectiveDateTime":"2026-10-01","valueQuantity":{"value":72.50,"unit":"kg"}}"#;
    let id = plan.import_observation(json, "My practice").unwrap();
    assert_eq!(plan.import_observation(json, "My practice").unwrap(), id);
    assert_eq!(plan.results().unwrap().len(), 1);
    assert_eq!(reason(plan.erase("result", &id, "value")), "error-not-yours");
}

#[test]
fn an_unwell_plan_is_used_and_nobody_has_been_alerted() {
    let (_phone, plan) = begun();
    let unwell = plan.add("unwell", vec![with("name", words("Breathing"))], ME).unwrap();
    let part = |kind: &str, text: &str| {
        let fields =
            vec![with("plan", of(&unwell)), with("zone", choice("amber")), with("words", words(text))];
        plan.add(kind, fields, ME).unwrap()
    };
    let (sign, step) = (part("sign", "Short of breath"), part("step", "Sit forward"));
    let sam =
        plan.add("person", vec![with("name", words("Sam")), with("number", words("01234"))], ME).unwrap();
    plan.write("unwell", &unwell, "call", Answer::Entries { ids: vec![sam] }, ME).unwrap();
    let outcome = Some("Better by morning".to_owned());
    let said = plan.note_use(&unwell, vec![sign], vec![step], outcome, ME).unwrap();
    assert!(said.contains("Nobody has been alerted."), "{said}");
    let view = plan.unwell(&unwell).unwrap();
    assert!(view.safety.contains("999"));
    assert_eq!((view.zones[0].zone.as_str(), view.zones[0].shape.as_str()), ("amber", "triangle"));
    assert_eq!(view.call[0].numbers, ["01234"]);
    assert_eq!(view.used[0].steps, ["Sit forward"]);
    assert_eq!(plan.unwell_plans().unwrap(), [view]);
}

#[test]
fn people_promises_reviews_and_carers_needs() {
    let (_phone, plan) = begun();
    let carer = vec![with("name", words("Sam")), with("carer", Answer::YesNo { yes: true })];
    let sam = plan.add("person", carer, ME).unwrap();
    plan.add_carer_need(&sam, "A night off", Some("A sitter".to_owned()), ME).unwrap();
    assert_eq!(plan.carers().unwrap()[0].needs[0].words.versions[0].text, "A night off");
    let late = vec![
        with("what", words("Ring the clinic")),
        with("who", words("The nurse")),
        with("by", Answer::Date { date: "2026-09-01".to_owned() }),
    ];
    plan.add("promise", late, ME).unwrap();
    let promise = plan.promises().unwrap().remove(0);
    assert_eq!(promise.late_days, Some(30));
    assert_eq!(plan.home().unwrap().late, [promise]);
    let review = NewReview {
        sort: "medicines".to_owned(),
        name: None,
        next: Some("2026-09-01".to_owned()),
        interval: None,
        who: None,
        person: Some(sam),
    };
    let id = plan.add_review(review, ME).unwrap();
    let due = plan.home().unwrap().due.remove(0);
    assert_eq!((due.kind.as_str(), due.id.as_str(), due.late_days), ("review", id.as_str(), 30));
    assert_eq!(plan.reviews().unwrap()[0].who, "Sam");
    plan.review_done(&id, "2026-10-01", None, ME).unwrap();
    assert!(plan.home().unwrap().due.is_empty());
}

#[test]
fn support_is_asked_for_and_only_noted_and_a_promise_comes_of_it() {
    let (_phone, plan) = begun();
    let item = plan.support().unwrap().menu[0].items[0].id.clone();
    let asked = Asked { item: Some(item), entry: None, words: None, of: Some("My nurse".to_owned()) };
    let request = plan.ask_for(asked, ME).unwrap();
    plan.promised(&request, "Ann Example", Some("2026-11-01".to_owned()), ME).unwrap();
    let view = plan.support().unwrap();
    assert!(view.not_sent.contains("Nobody has been told"), "{}", view.not_sent);
    assert!(view.asked_for[0].promise.is_some());
    let nothing = Asked { item: Some("a unicorn".to_owned()), entry: None, words: None, of: None };
    assert_eq!(group(plan.ask_for(nothing, ME)), Group::NotAllowed);
}

#[test]
fn looking_ahead_keeps_wishes_papers_and_copies_apart_and_a_copy_is_not_edited() {
    let (_phone, plan) = begun();
    plan.add("preference", vec![with("words", words("At home, with my dog"))], ME).unwrap();
    let copy = NewCopy {
        what: "ReSPECT".to_owned(),
        words: "What it says".to_owned(),
        dated: Some("2026-09".to_owned()),
        source: Some("Ann Example".to_owned()),
        original: None,
        replaces: None,
    };
    let id = plan.keep_copy(copy, ME).unwrap();
    let view = plan.ahead().unwrap();
    assert!(!view.my_wish.is_empty() && !view.not_an_instruction.is_empty());
    assert_eq!(view.preferences[0].words.versions[0].text, "At home, with my dog");
    assert!(view.copies[0].mark.contains("check the original"));
    assert_eq!(
        reason(plan.write("copy", &id, "words", words("Something else"), ME)),
        "error-copy-not-changed"
    );
}
