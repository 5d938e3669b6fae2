//! Languages, safety lines, single sentences, dates.

use super::*;
use crate::rooms::words::{Say, language, languages, safety_note, sentence as say};
use std::collections::HashMap;

#[test]
fn the_languages_offered_are_those_a_person_speaks_and_the_others_are_found_by_tag() {
    let offered = languages().unwrap();
    let names: Vec<(&str, &str)> =
        offered.iter().map(|one| (one.tag.as_str(), one.own_name.as_str())).collect();
    assert_eq!(names, [("en-GB", "English"), ("cy", "Cymraeg")]);
    assert!(offered[0].reviewed && !offered[1].reviewed);
    assert!(language("ar-XB").unwrap().right_to_left);
    assert_eq!(language("cy-GB").unwrap().tag, "cy");
    assert_eq!(language("tlh").unwrap().tag, "en-GB");
}

#[test]
fn the_safety_lines_are_there_without_a_plan_with_english_beside_welsh() {
    let english = safety_note("en-GB").unwrap();
    assert!(english.life_at_risk.contains("999") && english.not_reviewed.is_none());
    assert_eq!((english.emergency_number.as_str(), english.urgent_number.as_str()), ("999", "111"));
    let welsh = safety_note("cy").unwrap();
    assert!(welsh.life_at_risk.ends_with(&english.life_at_risk), "{}", welsh.life_at_risk);
    assert!(welsh.not_reviewed.is_some());
}

#[test]
fn a_sentence_chooses_its_plural_and_safety_text_has_english_beside_it() {
    let found = |n| HashMap::from([("found".to_owned(), count(n))]);
    let said = |n| say("en-GB", "error-words-count", found(n)).unwrap();
    assert!(said(1).contains("here is 1") && said(11).contains("here are 11"));
    let (_phone, plan) = begun();
    plan.speak("cy").unwrap();
    let saved = plan.sentence("unwell-saved", HashMap::new()).unwrap();
    assert!(saved.ends_with("Nobody has been alerted."), "{saved}");
    assert_eq!(plan.sentence("unwell-steps", HashMap::new()).unwrap().lines().count(), 1);
}

#[test]
fn speaking_another_language_changes_what_hearth_says_and_no_word_of_the_person() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "Walk to the canal");
    let line = |plan: &Plan| plan.goal(&goal).unwrap().importance_line;
    let english = line(&plan);
    assert_eq!(plan.speak("cy").unwrap().own_name, "Cymraeg");
    assert_ne!(line(&plan), english);
    assert_eq!(plan.goal(&goal).unwrap().words.versions[0].text, "Walk to the canal");
}

#[test]
fn dates_are_said_in_words_and_days_that_never_were_are_refused() {
    let (_phone, plan) = begun();
    assert_eq!(plan.date_in_words("2026-11-26").unwrap(), "Thursday 26 November 2026");
    assert_eq!(plan.date_in_words("1951-03").unwrap(), "March 1951");
    for no_date in ["2026-02-30", "26/11/2026", "", "0001-01-01", "9999999999", "2026-11-26T10:00"] {
        assert_eq!(group(plan.date_in_words(no_date)), Group::Refused, "{no_date}");
    }
}

#[test]
fn the_sentences_of_the_first_screens_come_with_the_plan_and_are_those_asked_one_by_one() {
    let (phone, plan) = begun();
    let say = || {
        vec![
            Say { key: "card-title".into(), n: None },
            Say { key: "scale-confidence-chosen".into(), n: Some(7) },
        ]
    };
    let one_by_one = [
        plan.sentence("card-title", HashMap::new()).unwrap(),
        plan.sentence("scale-confidence-chosen", [("n".to_owned(), count(7))].into()).unwrap(),
    ];
    assert_eq!(plan.sentences(say()).unwrap(), one_by_one);
    drop(plan);
    assert_eq!(open_plan(&phone.folders(), &phone.platform(), say()).unwrap().sentences, one_by_one);
}
