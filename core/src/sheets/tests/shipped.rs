//! The sheets that come with Hearth.

use super::super::shipped::FILES;
use super::*;
use std::collections::{BTreeMap, HashSet};

#[test]
fn every_shipped_sheet_is_read_without_a_fault_and_is_itself() {
    let words = Words::new(Language::EnGb);
    for (name, bytes) in FILES {
        let read = read(bytes).unwrap();
        let told: Vec<String> = read.faults.iter().map(|fault| fault.sentence(&words)).collect();
        assert_eq!(told, Vec::<String>::new(), "{name}");
        assert_eq!(read.sheet.id, *name);
        assert!(!read.sheet.version.is_empty() && read.sheet.written.is_some(), "{name}");
        assert!(read.sheet.sources.len() >= 2, "{name} says where it comes from");
    }
    let names: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    let expected = ["general", "diabetes", "copd", "asthma", "msk-inflammatory", "msk-pain", "bone-health"];
    assert_eq!(names, expected);
    assert_eq!(shipped().len(), expected.len());
}

/// Texts of a sheet: where, and what it says.
fn texts(sheet: &Sheet) -> Vec<(String, &Text)> {
    let mut all = vec![("title".to_owned(), &sheet.title)];
    for result in &sheet.results {
        all.push((format!("{} name", result.id), &result.name));
        all.push((format!("{} explain", result.id), &result.explain));
    }
    for question in &sheet.questions {
        if !matches!(question.answer, Answer::Mrc | Answer::Cat) {
            all.push((question.id.clone(), &question.ask));
        }
        if let Answer::Scale { low, high } = &question.answer {
            all.extend([(format!("{} low", question.id), low), (format!("{} high", question.id), high)]);
        }
    }
    all.extend(sheet.prompts.iter().map(|prompt| (prompt.id.clone(), &prompt.text)));
    all
}

#[test]
fn everything_in_a_shipped_sheet_is_there_in_english_and_in_welsh() {
    for sheet in shipped() {
        for (place, text) in texts(sheet) {
            assert!(!text.en.is_empty() && !text.cy.is_empty(), "{}: {place}", sheet.id);
            let plain = |text: &str| !text.contains(['\'', '"', '!', '{', '}']);
            assert!(plain(&text.en) && plain(&text.cy), "{}: {place}", sheet.id);
        }
    }
}

/// The targets of 2010 are not shipped, and none since.
#[test]
fn no_explanation_holds_a_number_a_range_or_a_judgement() {
    let aims = [
        "target",
        "normal",
        "aim",
        "below",
        "above",
        "under",
        "less than",
        "more than",
        "risk",
        "should",
        "healthy",
        "ideal",
        "goal",
        "recommended",
        "too high",
        "too low",
        "good",
        "bad",
    ];
    for sheet in shipped() {
        for result in &sheet.results {
            assert!(!result.explain.is_empty(), "{}: {}", sheet.id, result.id);
            let said = result.explain.en.to_lowercase();
            assert!(!said.contains(char::is_numeric), "{}: {said}", result.id);
            for aim in aims {
                let hit = said.split(|c: char| !c.is_alphanumeric()).any(|word| word == aim)
                    || (aim.contains(' ') && said.contains(aim));
                assert!(!hit, "{}: “{aim}” in: {said}", result.id);
            }
        }
    }
}

#[test]
fn an_id_means_the_same_in_every_shipped_sheet() {
    let (mut results, mut questions, mut prompts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for sheet in shipped() {
        for one in &sheet.results {
            assert_eq!(*results.entry(&one.id).or_insert(one), one, "{}", one.id);
        }
        for one in &sheet.questions {
            assert_eq!(*questions.entry(&one.id).or_insert(one), one, "{}", one.id);
        }
        for one in &sheet.prompts {
            assert_eq!(*prompts.entry(&one.id).or_insert(one), one, "{}", one.id);
        }
    }
    assert!(results.len() > 15 && questions.len() > 20 && prompts.len() > 40);
}

#[test]
fn every_sheet_asks_about_mood_by_the_same_two_questions() {
    for sheet in shipped() {
        assert_eq!(sheet.mood, MoodQuestion::ALL, "{}", sheet.id);
    }
}

/// Its eight items are copyrighted: the total only.
#[test]
fn the_copd_sheet_asks_mrc_and_the_cat_total_and_no_item_of_cat() {
    let copd = shipped().iter().find(|sheet| sheet.id == "copd").unwrap();
    let cat = copd.questions.iter().filter(|question| question.answer == Answer::Cat).count();
    let mrc = copd.questions.iter().filter(|question| question.answer == Answer::Mrc).count();
    assert_eq!((mrc, cat), (1, 1));
    let asked: Vec<&str> = copd.questions.iter().map(|question| question.id.as_str()).collect();
    for id in ["chest-infections-12m", "breathing-hospital-12m", "smoking"] {
        assert!(asked.contains(&id), "{id}");
    }
    for item in ["phlegm", "mucus", "sleep soundly", "confident leaving", "never cough"] {
        let has = |text: &Text| text.en.to_lowercase().contains(item);
        assert!(!texts(copd).iter().any(|(_, text)| has(text)), "{item}");
    }
}

#[test]
fn the_diabetes_sheet_shows_what_the_year_of_care_letters_show() {
    let diabetes = shipped().iter().find(|sheet| sheet.id == "diabetes").unwrap();
    let shown: HashSet<&str> = diabetes.results.iter().map(|result| result.id.as_str()).collect();
    for id in ["hba1c", "blood-pressure", "cholesterol", "weight", "egfr", "acr", "eyes", "feet"] {
        assert!(shown.contains(id), "{id}");
    }
}

#[test]
fn sentences_of_sheets_are_short() {
    for sheet in shipped() {
        for (place, text) in texts(sheet) {
            for sentence in text.en.split(['.', '?', ':', ';']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 20, "{}: {place}: {words} words: {sentence}", sheet.id);
            }
        }
    }
}
