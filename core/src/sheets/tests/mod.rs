//! Sheets: those that come with Hearth, and whatever a file may hold.

mod arbitrary;
mod hostile;
mod merging;
mod schema;
mod shipped;

use super::*;
use crate::words::Words;
use serde_json::{Value as Json, json};

/// A whole sheet of one of everything.
fn sheet() -> Json {
    let text = |en: &str, cy: &str| json!({ "en-GB": en, "cy": cy });
    json!({
        "hearth-sheet": 1,
        "id": "example",
        "version": "2",
        "written": "2026-10-01",
        "sources": ["an example"],
        "title": text("Example", "Enghraifft"),
        "mood": ["whooley-down", "whooley-interest"],
        "results": [{
            "id": "hba1c",
            "codes": ["http://loinc.org|59261-8"],
            "units": ["mmol/mol"],
            "name": text("HbA1c", "HbA1c"),
            "explain": text("How much sugar has been in the blood.", "Faint o siwgr sydd wedi bod yn y gwaed."),
        }],
        "questions": [
            { "id": "smoke", "ask": text("Do you smoke?", "Ydych chi’n ysmygu?"), "answer": "yes-no" },
            { "id": "falls", "ask": text("How many falls?", "Sawl cwymp?"), "answer": "count" },
            { "id": "pain", "ask": text("How much pain?", "Faint o boen?"), "answer": "scale",
              "low": text("none", "dim"), "high": text("much", "llawer") },
            { "use": "mrc" },
            { "use": "cat" },
            { "id": "weight", "ask": text("Your weight?", "Eich pwysau?"), "answer": "number", "units": ["kg"] },
            { "id": "more", "ask": text("What else?", "Beth arall?"), "answer": "words" },
        ],
        "prompts": [{ "id": "sleep", "text": text("Sleep", "Cwsg") }],
    })
}

fn read_json(json: &Json) -> ReadSheet {
    read(json.to_string().as_bytes()).unwrap()
}

/// The sentences of what could not be taken, in English.
fn told(json: &Json) -> Vec<String> {
    let words = Words::new(Language::EnGb);
    read_json(json).faults.iter().map(|fault| fault.sentence(&words)).collect()
}

#[test]
fn a_whole_sheet_is_read_without_a_fault() {
    let read = read_json(&sheet());
    assert_eq!(read.faults, []);
    let sheet = read.sheet;
    assert_eq!((sheet.id.as_str(), sheet.version.as_str(), sheet.ours), ("example", "2", false));
    assert_eq!(sheet.written.map(|on| on.to_string()).as_deref(), Some("2026-10-01"));
    assert_eq!(sheet.mood, MoodQuestion::ALL);
    assert_eq!((sheet.results.len(), sheet.questions.len(), sheet.prompts.len()), (1, 7, 1));
    let answers: Vec<&str> = sheet.questions.iter().map(|question| question.answer.name()).collect();
    assert_eq!(answers, ["yes-no", "count", "scale", "mrc", "cat", "number", "words"]);
    assert_eq!(sheet.title.in_language(Language::Cy), "Enghraifft");
}

#[test]
fn a_sheet_may_begin_with_a_byte_order_mark_and_end_its_lines_as_windows_does() {
    let text = serde_json::to_string_pretty(&sheet()).unwrap().replace('\n', "\r\n");
    let read = read(format!("\u{feff}{text}").as_bytes()).unwrap();
    assert_eq!(read.faults, []);
}
