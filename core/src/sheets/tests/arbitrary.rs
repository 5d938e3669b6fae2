//! Bytes from nobody: whatever comes, it is read or refused, and what is kept
//! holds to the limits.

use super::*;
use proptest::prelude::*;

const NAMES: &[&str] = &[
    "hearth-sheet",
    "$schema",
    "id",
    "version",
    "written",
    "sources",
    "title",
    "mood",
    "results",
    "questions",
    "prompts",
    "codes",
    "units",
    "name",
    "explain",
    "ask",
    "answer",
    "use",
    "low",
    "high",
    "text",
    "en-GB",
    "cy",
    "other",
];
const TEXTS: &[&str] = &[
    "whooley-down",
    "whooley-interest",
    "mrc",
    "cat",
    "yes-no",
    "count",
    "scale",
    "number",
    "words",
    "kg",
    "mmol/mol",
    "http://loinc.org|59261-8",
    "2026-02-31",
    "2026-10",
    "a-b",
    "A",
    "",
    " ",
    "\u{202e}x",
    "7",
];

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        (-2_i64..3).prop_map(|n| json!(n)),
        prop::sample::select(TEXTS).prop_map(|text| json!(text)),
        ".{0,12}".prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        let name = prop_oneof![prop::sample::select(NAMES).prop_map(str::to_owned), ".{0,8}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Json::Array),
            prop::collection::vec((name, inner), 0..8)
                .prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

/// A sheet with some of its parts, at any depth, put in place of others.
fn damaged() -> impl Strategy<Value = Json> {
    let change = (prop::collection::vec(any::<prop::sample::Index>(), 1..6), any_json());
    prop::collection::vec(change, 1..6).prop_map(|changes| {
        let mut json = sheet();
        for (path, part) in changes {
            let mut at = String::new();
            for step in path {
                let Some(here) = json.pointer(&at) else { break };
                match here {
                    Json::Array(list) if !list.is_empty() => at += &format!("/{}", step.index(list.len())),
                    Json::Object(entries) if !entries.is_empty() => {
                        let name = entries.keys().nth(step.index(entries.len())).unwrap();
                        at += &format!("/{}", name.replace('~', "~0").replace('/', "~1"));
                    }
                    _ => break,
                }
            }
            *json.pointer_mut(&at).unwrap() = part;
        }
        if json.is_object() {
            json["hearth-sheet"] = json!(1);
        }
        json
    })
}

fn check_limits(read: &ReadSheet) -> Result<(), TestCaseError> {
    let sheet = &read.sheet;
    prop_assert!(read.faults.len() <= 51);
    prop_assert!(sheet.results.len() <= MAX_RESULTS && sheet.questions.len() <= MAX_QUESTIONS);
    prop_assert!(sheet.prompts.len() <= MAX_PROMPTS && sheet.mood.len() <= 2);
    for result in &sheet.results {
        prop_assert!(!result.name.is_empty() && !result.id.is_empty());
        prop_assert!(result.units.iter().all(|unit| UNITS.contains(&unit.as_str())));
        let number =
            |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(char::is_numeric));
        prop_assert!(!number(&result.explain.en) && !number(&result.explain.cy));
    }
    for question in &sheet.questions {
        let own = matches!(question.answer, Answer::Mrc | Answer::Cat);
        prop_assert_eq!(question.ask.is_empty(), own);
    }
    prop_assert!(sheet.prompts.iter().all(|prompt| !prompt.text.is_empty()));
    let words = Words::new(Language::EnGb);
    for fault in &read.faults {
        let said = fault.sentence(&words);
        prop_assert!(!said.contains('\n') && !said.starts_with("[sheet"), "{}", said);
    }
    // Merging never fails, and twice the same sheet is once that sheet.
    let merged = merge(&[sheet, sheet]);
    let keys = |merged: Merged<'_>| merged.prompts.into_iter().map(|one| one.key).collect::<Vec<_>>();
    prop_assert_eq!(keys(merged), keys(merge(&[sheet])));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(found) = read(&bytes) {
            check_limits(&found)?;
        }
    }

    #[test]
    fn any_json_is_read_or_refused(json in any_json()) {
        if let Ok(found) = read(json.to_string().as_bytes()) {
            check_limits(&found)?;
        }
    }

    #[test]
    fn a_damaged_sheet_keeps_what_can_be_read_and_tells_the_rest(json in damaged()) {
        match read(json.to_string().as_bytes()) {
            Ok(found) => check_limits(&found)?,
            Err(error) => prop_assert!(matches!(error, SheetError::Nothing | SheetError::NotASheet)),
        }
    }

    #[test]
    fn a_sheet_cut_short_is_refused(at in 0_usize..2000) {
        let text = sheet().to_string();
        if let Some(cut) = text.get(..at).filter(|cut| cut.len() < text.len()) {
            let refused = matches!(read(cut.as_bytes()), Err(SheetError::NotJson { .. }));
            prop_assert!(refused);
        }
    }
}
