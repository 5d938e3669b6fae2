//! JSON read where it stands, and changed in one place: against serde_json, over any text.

use proptest::prelude::*;
use serde_json::Value as Json;

use crate::fhir::edit::{Step, That, find, remove, set};
use crate::fhir::tree::{Item, Limits, Tree};
use crate::fhir::write::quoted;
use crate::fhir::{FhirError, MAX_BYTES, MAX_DEPTH};

/// What an item says, as serde_json would have it.
fn said(item: Item<'_, '_>) -> Json {
    if item.is_object() {
        return item.members().map(|(name, value)| (name.str().unwrap().into_owned(), said(value))).collect();
    }
    if item.is_list() {
        return item.items().map(said).collect();
    }
    match (item.str(), item.number(), item.bool()) {
        (Some(text), _, _) => Json::String(text.into_owned()),
        (_, Some(number), _) => serde_json::from_str(number).unwrap_or_else(|_| Json::String(number.into())),
        (_, _, Some(yes)) => Json::Bool(yes),
        _ => Json::Null,
    }
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(|n| Json::Number(n.into())),
        ".{0,8}".prop_map(Json::String),
        prop::sample::select(vec!["a", "\"", "\\", "\n", "\u{1}", "😀", "سلام"])
            .prop_map(|text| Json::String(text.into())),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::Array),
            prop::collection::vec(("[abc\"\\\\\n]{1,2}", inner), 0..6)
                .prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

/// Text that is nearly JSON.
fn nearly_json() -> impl Strategy<Value = String> {
    let pieces = vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"",
        "1",
        "-",
        "0",
        ".5",
        "e+2",
        "true",
        "null",
        "fals",
        " ",
        "\\",
        "\\n",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud83d",
        "é",
        "\t",
        "\n",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_another_reader_finds_is_found(json in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
        let text = text.unwrap();
        let tree = Tree::read(text.as_bytes()).unwrap();
        prop_assert_eq!(said(tree.root()), json);
        prop_assert_eq!(tree.root().as_written(), text.as_str());
    }

    #[test]
    fn what_another_reader_refuses_is_refused(text in nearly_json()) {
        let ours = Tree::read(text.as_bytes());
        match serde_json::from_str::<Json>(&text) {
            Err(_) => prop_assert!(ours.is_err(), "{}", text),
            // A name that is there twice is where ours is stricter.
            Ok(json) => match ours {
                Ok(tree) => prop_assert_eq!(said(tree.root()), json),
                Err(why) => prop_assert_eq!(why, FhirError::Twice),
            },
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Tree::read(&bytes);
    }

    #[test]
    fn a_member_that_is_set_is_the_only_one_that_changed(
        members in prop::collection::btree_map("[a-d]", any_json(), 0..4),
        name in "[a-f]",
        value in any_json(),
        pretty in any::<bool>(),
    ) {
        let json = Json::Object(members.into_iter().collect());
        let before = if pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
        let before = before.unwrap();
        let path = [Step::In(&name)];
        let after = set(&before, &path, &value.to_string()).unwrap();
        let mut expected = json.clone();
        expected.as_object_mut().unwrap().insert(name.clone(), value);
        prop_assert_eq!(serde_json::from_str::<Json>(&after).unwrap(), expected);
        if json.get(&name).is_none() {
            // What was put in goes without a trace, and what was there is as it was, byte for byte.
            prop_assert_eq!(remove(&after, &path).unwrap(), before);
        }
    }

    #[test]
    fn a_member_that_is_removed_is_the_only_one_that_went(
        members in prop::collection::btree_map("[a-d]", any_json(), 1..4),
        name in "[a-d]",
    ) {
        let mut json = Json::Object(members.into_iter().collect());
        let after = remove(&json.to_string(), &[Step::In(&name)]).unwrap();
        json.as_object_mut().unwrap().remove(&name);
        prop_assert_eq!(serde_json::from_str::<Json>(&after).unwrap(), json);
    }
}

#[test]
fn a_text_beyond_a_limit_is_refused_before_it_is_kept() {
    let deep = |n: usize| "[".repeat(n) + &"]".repeat(n);
    assert!(Tree::read(deep(MAX_DEPTH).as_bytes()).is_ok());
    assert!(matches!(Tree::read(deep(MAX_DEPTH + 1).as_bytes()), Err(FhirError::TooDeep)));
    assert!(matches!(Tree::read(&vec![b' '; MAX_BYTES + 1]), Err(FhirError::TooLarge { .. })));
    let many = |n: usize| format!("[{}]", vec!["0"; n].join(","));
    let limits = Limits { values: 10, ..Limits::RESOURCE };
    assert!(Tree::read_within(many(9).as_bytes(), limits).is_ok());
    assert!(matches!(Tree::read_within(many(10).as_bytes(), limits), Err(FhirError::TooMany { .. })));
}

#[test]
fn a_name_that_is_there_twice_is_refused_however_it_is_written() {
    let twice = |json: &str| Tree::read(json.as_bytes()).err();
    assert_eq!(twice(r#"{"a":1,"b":2,"a":3}"#), Some(FhirError::Twice));
    assert_eq!(twice(r#"{"a":1,"\u0061":3}"#), Some(FhirError::Twice));
    let many: Vec<String> = (0..40).map(|n| format!("\"n{}\":1", n.min(38))).collect();
    assert_eq!(twice(&format!("{{{}}}", many.join(","))), Some(FhirError::Twice));
    assert_eq!(twice(r#"{"a":{"a":{"a":1}}}"#), None);
}

#[test]
fn escapes_that_are_no_characters_are_refused() {
    for text in
        [r#""\ud83d""#, r#""\ude00""#, r#""\ud83dx""#, r#""\ud83d\n""#, r#""\ud83d\u0041""#, r#""\x""#]
    {
        assert!(matches!(Tree::read(text.as_bytes()), Err(FhirError::NotJson { .. })), "{text}");
    }
    let tree = Tree::read(br#""\ud83d\ude00\u00e9\/\b\f""#).unwrap();
    assert_eq!(tree.root().str().unwrap(), "😀é/\u{8}\u{c}");
}

#[test]
fn a_fault_says_where_it_is() {
    let fault = Tree::read(b"{\n  \"a\": 01}").err();
    assert_eq!(fault, Some(FhirError::NotJson { line: 2, column: 9 }));
    assert!(matches!(Tree::read("\u{feff}{}".as_bytes()), Err(FhirError::NotJson { line: 1, column: 1 })));
}

/// A goal as a practice may have written it, with things nobody here knows.
const GOAL: &str = r#"{
  "resourceType" : "Goal",
  "description" : {"text":"Walk","_text":{"id":"x"}},
  "extension" : [{"url":"http://elsewhere","valueDecimal":72.50},
                 {"url":"http://mine","valueInteger":7}],
  "target" : [{"dueDate":"2027-01"}],
  "note" : []
}"#;

fn mine() -> [Step<'static>; 2] {
    [Step::extension("http://mine"), Step::In("valueInteger")]
}

#[test]
fn one_element_changes_and_every_other_byte_stays() {
    let after = set(GOAL, &[Step::In("description"), Step::In("text")], &quoted("Swim")).unwrap();
    assert_eq!(after, GOAL.replace("Walk", "Swim"));
    assert_eq!(set(GOAL, &mine(), "9").unwrap(), GOAL.replace(":7}", ":9}"));
}

#[test]
fn an_extension_goes_whole_and_the_others_stay() {
    let without = remove(GOAL, &mine()).unwrap();
    assert!(without.contains("72.50") && !without.contains("http://mine"));
    // The last one takes the list with it: FHIR has no empty lists.
    let none = remove(&without, &[Step::extension("http://elsewhere")]).unwrap();
    assert!(!none.contains("extension"));
    assert_eq!(remove(&none, &mine()).unwrap(), none);
}

#[test]
fn what_only_held_an_element_goes_with_it() {
    let path = [Step::First("target", ""), Step::In("dueDate")];
    assert!(!remove(GOAL, &path).unwrap().contains("target"));
    let with_more = GOAL.replace("\"dueDate\"", "\"measure\":{\"text\":\"m\"},\"dueDate\"");
    let after = remove(&with_more, &path).unwrap();
    assert!(after.contains(r#"[{"measure":{"text":"m"}}]"#), "{after}");
    assert_eq!(remove(r#"{"a":1}"#, &[Step::In("a")]).unwrap(), "{}");
}

#[test]
fn what_is_not_there_yet_is_made() {
    let new = |path: &[Step<'_>]| set("{}", path, "5").unwrap();
    assert_eq!(new(&[Step::In("a"), Step::In("b")]), r#"{"a":{"b":5}}"#);
    assert_eq!(new(&[Step::First("a", ""), Step::In("b")]), r#"{"a":[{"b":5}]}"#);
    assert_eq!(new(&mine()), r#"{"extension":[{"url":"http://mine","valueInteger":5}]}"#);
    let after = set(GOAL, &[Step::First("note", ""), Step::In("text")], "5").unwrap();
    assert!(after.contains(r#""note" : [{"text":5}]"#));
}

#[test]
fn an_item_is_told_by_a_text_deep_in_it() {
    let that = Step::That(That {
        list: "component",
        mark: &["code", "coding", "code"],
        is: "confidence",
        new: r#""code":{"coding":[{"code":"confidence"}]}"#.to_owned(),
        whole: true,
    });
    let path = [that, Step::In("valueInteger")];
    let other = r#"{"component":[{"code":{"coding":[{"code":"x"},{"code":"y"}]}}]}"#;
    let with = set(other, &path, "3").unwrap();
    assert_eq!(find(Tree::read(with.as_bytes()).unwrap().root(), &path).unwrap().number(), Some("3"));
    assert_eq!(remove(&with, &path).unwrap(), other);
}

#[test]
fn an_element_of_another_shape_is_not_written_over() {
    let not_allowed = Err(FhirError::NotAllowed { element: "resource" });
    assert_eq!(set(r#"{"a":"text"}"#, &[Step::In("a"), Step::In("b")], "1"), not_allowed);
    assert_eq!(set(r#"{"a":{}}"#, &[Step::First("a", ""), Step::In("b")], "1"), not_allowed);
    assert_eq!(set("[]", &[Step::In("a")], "1"), not_allowed);
}

#[test]
fn a_change_that_would_be_too_large_is_refused() {
    let long = quoted(&"a".repeat(MAX_BYTES));
    assert!(matches!(set("{}", &[Step::In("a")], &long), Err(FhirError::TooLarge { .. })));
}
