//! `docs/sheet.schema.json` and the reader say the same. The schema is checked
//! here by a small reader of just the words of JSON Schema that it uses; a word
//! that this one does not know fails the test.

use super::super::shipped::FILES;
use super::*;
use serde_json::Map;

fn schema() -> Json {
    serde_json::from_str(include_str!("../../../../docs/sheet.schema.json")).unwrap()
}

/// Whether a value is as the schema has it.
fn agrees(root: &Json, schema: &Map<String, Json>, value: &Json) -> bool {
    schema.iter().all(|(word, said)| match word.as_str() {
        "$schema" | "title" | "description" | "$defs" | "required" | "additionalProperties" => true,
        "$ref" => {
            let name = said.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
            agrees(root, root["$defs"][name].as_object().unwrap(), value)
        }
        "enum" => said.as_array().unwrap().contains(value),
        "oneOf" => {
            let one = said.as_array().unwrap().iter();
            one.filter(|option| agrees(root, option.as_object().unwrap(), value)).count() == 1
        }
        "type" => match said.as_str().unwrap() {
            "object" => value.as_object().is_some_and(|object| {
                let none = Map::new();
                let known = schema.get("properties").and_then(Json::as_object).unwrap_or(&none);
                assert_eq!(
                    schema["additionalProperties"],
                    json!(false),
                    "every object says what it may have"
                );
                let required = schema.get("required").and_then(Json::as_array).into_iter().flatten();
                required.into_iter().all(|name| object.contains_key(name.as_str().unwrap()))
                    && object.keys().all(|name| known.contains_key(name))
            }),
            "array" => value.is_array(),
            "string" => value.is_string(),
            other => panic!("type {other}"),
        },
        "properties" => said.as_object().unwrap().iter().all(|(name, of)| {
            value.get(name).is_none_or(|value| agrees(root, of.as_object().unwrap(), value))
        }),
        "items" => {
            let items = value.as_array();
            items.is_none_or(|items| items.iter().all(|item| agrees(root, said.as_object().unwrap(), item)))
        }
        "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= said.as_u64().unwrap()),
        "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= said.as_u64().unwrap()),
        "uniqueItems" => value
            .as_array()
            .is_none_or(|items| items.iter().enumerate().all(|(at, item)| !items[..at].contains(item))),
        "maxLength" => value.as_str().is_none_or(|t| t.chars().count() as u64 <= said.as_u64().unwrap()),
        "minLength" => value.as_str().is_none_or(|t| t.chars().count() as u64 >= said.as_u64().unwrap()),
        "pattern" => value.as_str().is_none_or(|text| matches(said.as_str().unwrap(), text)),
        other => panic!("the schema has a word that this test does not know: {other}"),
    })
}

/// The schema's three patterns, by hand.
fn matches(pattern: &str, text: &str) -> bool {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    match pattern {
        "^[a-z0-9][a-z0-9-]{0,39}$" => {
            (1..=40).contains(&text.len())
                && letter(text.as_bytes()[0])
                && text.bytes().all(|b| letter(b) || b == b'-')
        }
        "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" => {
            let parts: Vec<&str> = text.split('-').collect();
            let digits = |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
            (1..=3).contains(&parts.len())
                && digits(parts[0], 4)
                && parts[1..].iter().all(|part| digits(part, 2))
        }
        r"^[^|]+\|.+$" => text.split_once('|').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty()),
        other => panic!("a pattern that this test does not know: {other}"),
    }
}

fn valid(value: &Json) -> bool {
    let root = schema();
    agrees(&root, root.as_object().unwrap(), value)
}

#[test]
fn every_shipped_sheet_agrees_with_the_schema() {
    for (name, bytes) in FILES {
        assert!(valid(&serde_json::from_slice(bytes).unwrap()), "{name}");
    }
    assert!(valid(&sheet()));
}

#[test]
fn the_schema_has_the_readers_limits_units_and_names() {
    let schema = schema();
    let properties = &schema["properties"];
    for (name, most) in [
        ("results", MAX_RESULTS),
        ("questions", MAX_QUESTIONS),
        ("prompts", MAX_PROMPTS),
        ("sources", MAX_NAMES),
    ] {
        assert_eq!(properties[name]["maxItems"], json!(most), "{name}");
    }
    assert_eq!(schema["$defs"]["unit"]["enum"], json!(UNITS));
    let mood: Vec<&str> = MoodQuestion::ALL.iter().map(|question| question.id()).collect();
    assert_eq!(properties["mood"]["items"]["enum"], json!(mood));
    assert_eq!(schema["$defs"]["line"]["properties"]["cy"]["maxLength"], json!(MAX_LINE));
    assert_eq!(schema["$defs"]["words"]["properties"]["en-GB"]["maxLength"], json!(MAX_WORDS));
    assert_eq!(properties["version"]["maxLength"], json!(MAX_ID));
}

/// What the one refuses, the other tells.
#[test]
fn whatever_the_schema_refuses_the_reader_tells_and_the_other_way_round() {
    let changes: [(&str, Json); 22] = [
        ("/id", json!("Capital")),
        ("/id", json!("")),
        ("/version", json!(2)),
        ("/written", json!("October")),
        ("/sources", json!([])),
        ("/sources", json!(["x", "x"])),
        ("/title", json!("plain")),
        ("/title", json!({ "en-GB": "Only English" })),
        ("/mood", json!(["phq-9"])),
        ("/mood", json!(["whooley-down"])),
        ("/results/0/codes", json!(["59261-8"])),
        ("/results/0/units", json!(["mmHg/mol"])),
        ("/results/0/explain", json!({ "en-GB": "x", "cy": "x", "fr": "x" })),
        ("/questions/0/answer", json!("maybe")),
        ("/questions/0/answer", json!("words")),
        ("/questions/2/low", json!(null)),
        ("/questions/3/use", json!("phq")),
        ("/questions/3/ask", json!({ "en-GB": "x", "cy": "x" })),
        ("/questions/5/units", json!([])),
        ("/prompts/0", json!("Sleep")),
        ("/prompts/0/text/cy", json!("x".repeat(161))),
        ("/extra", json!(1)),
    ];
    for (place, value) in changes {
        let mut json = sheet();
        match json.pointer_mut(place) {
            Some(part) => *part = value.clone(),
            None => {
                let (of, name) = place.rsplit_once('/').unwrap();
                json.pointer_mut(of).unwrap()[name] = value.clone();
            }
        }
        let told = read_json(&json).faults;
        // The schema takes no sources as a list of none; that is the one thing it
        // lets pass and the reader asks for.
        let lenient = place == "/sources" && value == json!([]);
        assert_eq!(valid(&json), told.is_empty() || lenient, "{place}: {value}: {told:?}");
    }
}
