//! One list of several sheets.

use super::*;

fn ours(id: &str) -> &'static Sheet {
    shipped().iter().find(|sheet| sheet.id == id).unwrap()
}

fn keys<T>(list: &[One<'_, T>]) -> Vec<String> {
    list.iter().map(|one| one.key.clone()).collect()
}

fn once(keys: &[String]) -> bool {
    let unique: std::collections::HashSet<_> = keys.iter().collect();
    unique.len() == keys.len()
}

#[test]
fn the_same_question_result_and_prompt_of_several_sheets_stands_once() {
    let sheets: Vec<&Sheet> = shipped().iter().collect();
    let merged = merge(&sheets);
    assert_eq!(merged.mood, MoodQuestion::ALL, "mood is asked once");
    assert!(once(&keys(&merged.questions)) && once(&keys(&merged.results)) && once(&keys(&merged.prompts)));
    let smoking = merged.questions.iter().find(|one| one.key == "smoking").unwrap();
    assert!(smoking.sheets.len() >= 5, "and says which sheets it stands in");
    let single: usize = sheets.iter().map(|sheet| sheet.prompts.len()).sum();
    assert!(merged.prompts.len() < single);
}

#[test]
fn the_order_is_that_of_the_sheets_and_of_each_sheet() {
    let merged = merge(&[ours("diabetes"), ours("copd")]);
    let first: Vec<&str> = ours("diabetes").results.iter().map(|result| result.id.as_str()).collect();
    assert_eq!(keys(&merged.results)[..first.len()], first);
    assert_eq!(keys(&merged.results).last().map(String::as_str), Some("oxygen"));
}

#[test]
fn two_clinicians_q1_are_two_questions() {
    let with_question = |ask: &str| {
        let mut json = sheet();
        json["questions"] = json!([{ "id": "q1", "ask": { "en-GB": ask, "cy": ask }, "answer": "yes-no" }]);
        read_json(&json).sheet
    };
    let (one, two) = (with_question("Do you smoke?"), with_question("Have you fallen?"));
    let merged = merge(&[&one, &two]);
    assert_eq!(merged.questions.len(), 2, "an answer to one is never drawn as an answer to the other");
    // The same words are the same question, in whichever order the sheets come.
    let again = with_question("Have you fallen?");
    assert_eq!(keys(&merge(&[&again, &two]).questions), keys(&merge(&[&two]).questions));
    assert_eq!(keys(&merge(&[&two, &one]).questions)[0], keys(&merged.questions)[1]);
}

#[test]
fn the_same_words_with_another_sort_of_answer_are_another_question() {
    let with_answer = |answer: &str| {
        let mut json = sheet();
        json["questions"] =
            json!([{ "id": "q1", "ask": { "en-GB": "Falls?", "cy": "Cwympo?" }, "answer": answer }]);
        read_json(&json).sheet
    };
    let (yes_no, count) = (with_answer("yes-no"), with_answer("count"));
    assert_eq!(merge(&[&yes_no, &count]).questions.len(), 2);
}

#[test]
fn a_clinicians_question_in_the_words_of_hearths_own_is_that_one() {
    let smoking = ours("copd").questions.iter().find(|question| question.id == "smoking").unwrap();
    let mut json = sheet();
    json["questions"] = json!([
        { "id": "s", "ask": { "en-GB": smoking.ask.en, "cy": smoking.ask.cy }, "answer": "yes-no" },
        { "use": "mrc" },
    ]);
    let theirs = read_json(&json).sheet;
    assert_eq!(keys(&merge(&[&theirs]).questions), ["smoking", "mrc"]);
    // Their id alone makes it nothing of the kind.
    json["questions"] =
        json!([{ "id": "smoking", "ask": { "en-GB": "Fires?", "cy": "Tân?" }, "answer": "yes-no" }]);
    let theirs = read_json(&json).sheet;
    assert!(keys(&merge(&[&theirs]).questions)[0].starts_with("own-"));
}

#[test]
fn results_of_the_same_code_are_one_and_others_never_are() {
    let mut json = sheet();
    json["results"][0]["id"] = json!("weight");
    let theirs = read_json(&json).sheet;
    let merged = merge(&[ours("diabetes"), &theirs]);
    let hba1c = merged.results.iter().find(|one| one.key == "hba1c").unwrap();
    assert_eq!(hba1c.sheets, [0, 1], "by its code, whatever they call it");
    json["results"][0]["codes"] = json!([]);
    json["results"][0]["units"] = json!([]);
    let theirs = read_json(&json).sheet;
    let merged = merge(&[ours("diabetes"), &theirs]);
    assert!(keys(&merged.results).last().unwrap().starts_with("own-"));
}
